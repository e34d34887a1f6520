import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movedTo } from '../../src/document/boundary.ts';
import { applyChange, type Change } from '../../src/document/change.ts';
import { type Document, type OpenModel, openModel } from '../../src/document/document.ts';
import { setStep } from '../../src/document/lineStep.ts';
import { deleteLines, duplicateLines, moveLines } from '../../src/document/lines.ts';
import { periodSteps } from '../../src/document/periods.ts';
import { restep } from '../../src/document/restep.ts';
import { restoreSaved } from '../../src/document/restoring.ts';
import { checkSaved, save } from '../../src/document/saved.ts';
import { savedText } from '../../src/document/savedText.ts';
import { settled } from '../../src/document/settled.ts';
import { atOnce } from '../../src/document/steps.ts';
import { setLabel } from '../../src/document/typing.ts';
import type { WorkbookSpec } from '../../src/engine/port.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { decodeLink, encodeLink } from '../../src/io/link/link.ts';
import { periodsFrom } from '../../src/model/axis.ts';
import { cellOf } from '../../src/model/coarse.ts';
import type { Content } from '../../src/model/content.ts';
import { hasPeriods } from '../../src/model/line.ts';
import { countOf, PER_YEAR, periodAt, periodsOf } from '../../src/model/periods.ts';
import { printModelFile } from '../../src/modelFile/file.ts';
import { documentOf, readModelFile } from '../../src/modelFile/read.ts';
import { standingIn } from '../../src/state/exporting/standing.ts';
import { SUBSCRIPTIONS } from '../fixtures/modelFiles.ts';
import { runs } from '../runs.ts';

const load = async () => undefined;
const fail = (): never => {
  throw new Error('no model');
};
const open = (document: Document): OpenModel => openModel(document.own ?? fail(), document);
const START = documentOf(readModelFile(SUBSCRIPTIONS, 'own-subscriptions'));

type Make = (sheet: OpenModel) => Change | undefined;
const n = fc.nat(40);
const nth = ({ model }: OpenModel, at: number): string => model.lines[at % model.lines.length]?.id ?? '';
const inAxis = ({ model: { periods } }: OpenModel, at: number): number =>
  periodAt(at % countOf(periods), periods) ?? periods.last;

/** What hands do to a model of months, each by the function by which the app does it. */
const make: fc.Arbitrary<Make> = fc.oneof(
  n.map(
    (at): Make =>
      (sheet) =>
        movedTo(sheet, inAxis(sheet, at) - 1).change,
  ),
  fc.tuple(n, n, fc.constantFrom('base', 'rise'), fc.constantFrom<Content | undefined>(undefined, 7, 12.5)).map(
    ([line, at, scenario, content]): Make =>
      (sheet) => {
        const found = sheet.model.lines[line % sheet.model.lines.length];
        if (!found || found.kind === 'heading') return undefined;
        const slot = hasPeriods(found) ? (cellOf(found, inAxis(sheet, at), sheet.model.periods) ?? 0) : 'value';
        return settled(sheet, [{ scenario, line: found.id, slot, content }]);
      },
  ),
  fc.constantFrom('quarter', 'year', 'half', 'month').map(
    (step): Make =>
      (sheet) =>
        (sheet.model.periods.step ?? 'year') === step ? undefined : restep(sheet, step as 'quarter').change,
  ),
  // A line of longer periods than those of the model, or of these again.
  fc.tuple(n, fc.constantFrom(undefined, 'quarter', 'half', 'year')).map(
    ([at, step]): Make =>
      (sheet) => {
        const found = sheet.model.lines[at % sheet.model.lines.length];
        if (!found || found.kind === 'heading' || found.kind === 'result' || !hasPeriods(found)) return undefined;
        if (step && PER_YEAR[step as 'year'] >= PER_YEAR[sheet.model.periods.step ?? 'year']) return undefined;
        return setStep(sheet, found, found, step as 'year' | undefined).change;
      },
  ),
  n.map(
    (at): Make =>
      (sheet) =>
        sheet.model.lines.length > 3 ? deleteLines(sheet, [nth(sheet, at)]) : undefined,
  ),
  n.map(
    (at): Make =>
      (sheet) =>
        duplicateLines(sheet, [nth(sheet, at)], (one) => one.label),
  ),
  fc.tuple(n, n).map(
    ([from, to]): Make =>
      (sheet) =>
        moveLines(sheet, [nth(sheet, from)], to % sheet.model.lines.length),
  ),
  n.map(
    (at): Make =>
      (sheet) => {
        const change = setLabel(sheet, at % sheet.model.lines.length, 'Other: {name} #1');
        return change === 'label' ? undefined : change;
      },
  ),
  fc.constantFrom(-6, 6).map(
    (by): Make =>
      (sheet) => {
        const { first, last, list } = sheet.model.periods;
        return !list && last + by > first + 3
          ? atOnce(periodSteps(sheet, { ...sheet.model.periods, last: last + by }, () => 7))
          : undefined;
      },
  ),
  // Some periods left out, or all there again.
  fc.array(n, { maxLength: 9 }).map(
    (left): Make =>
      (sheet) => {
        const { first, last, ...axis } = sheet.model.periods;
        const all = periodsOf({ first, last }).filter((one, i) => one === first || one === last || !left.includes(i));
        return atOnce(periodSteps(sheet, periodsFrom(all, axis), () => 7));
      },
  ),
  fc.tuple(n, n, fc.constantFrom('lines', 'bars', 'areas', 'share'), fc.constantFrom('year', 'period')).map(
    ([a, b, as, by]): Make =>
      (sheet) => {
        const found = sheet.model.lines.filter(hasPeriods).map(({ id }) => id);
        const [line, other] = [found[a % found.length], found[b % found.length]];
        if (line === undefined || other === undefined || line === other) return undefined;
        const chart = { line, beside: [other], as: as as 'bars', by: by as 'year' };
        return { kind: 'structure', parts: { charts: [...sheet.model.charts, chart] } };
      },
  ),
);

/** What charts draw, and how. */
const drawn = ({ model }: OpenModel) =>
  model.charts.map(({ line, beside = [], as = 'lines', by = 'period' }) => [line, ...beside, as, by]);

/** By all that a workbook is built from, what it came to: most ways bring the same back, and to build one takes longest. */
const built = new Map<string, (number | string | undefined)[]>();
const BUILT = 8;

/** Every value of every scenario. */
function values({ document: { scenarios }, model: { lines, periods } }: OpenModel): (number | string | undefined)[] {
  const spec = { lines, periods, scenarios };
  const key = JSON.stringify(spec);
  const found = built.get(key) ?? valuesOf(new Workbook(spec), spec);
  built.delete(key);
  built.set(key, found);
  for (const [oldest] of built) if (built.size > BUILT) built.delete(oldest);
  return found;
}

function valuesOf(workbook: Workbook, { lines, scenarios }: WorkbookSpec): (number | string | undefined)[] {
  const rows = scenarios.flatMap(({ id: scenario }) => lines.map(({ id: line }) => ({ scenario, line })));
  const { values, notes } = workbook.read(rows);
  workbook.destroy();
  const told = new Map(notes.map(([at, note]) => [at, JSON.stringify(note)]));
  return [...values].map((value, i) => told.get(i) ?? Number(value.toPrecision(9)));
}

it('a model of months goes by every way with all that hands did to it, on the same numbers, and undo gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(make, { minLength: 1, maxLength: 8 }), async (makes) => {
      let sheet = open(START);
      const inverses: Change[] = [];
      for (const one of makes) {
        const change = one(sheet);
        if (!change) continue;
        const { document, inverse } = applyChange(sheet.document, change);
        inverses.unshift(inverse);
        sheet = open(document);
      }
      const { document, model } = sheet;
      const shipped = document.own ?? fail();
      const numbers = values(sheet);
      expect(values(open(inverses.reduce((now, one) => applyChange(now, one).document, document)))).toEqual(
        values(open(START)),
      );
      const kept = await restoreSaved(checkSaved(JSON.parse(savedText(document, shipped))), load);
      expect(save(kept.document, kept.model)).toEqual(save(document, shipped));
      expect(values(openModel(kept.model, kept.document))).toEqual(numbers);
      const linked = await decodeLink(await encodeLink(document, shipped, {}), load);
      if ('problem' in linked) throw new Error(linked.problem);
      expect(values(openModel(linked.shipped, linked.document))).toEqual(numbers);
      const text = printModelFile({
        model: standingIn(model, new Set()),
        scenarios: document.scenarios,
        figures: document.figures ?? [],
        sources: document.sources ?? [],
      });
      const back = open(documentOf(readModelFile(text, 'own-back')));
      if (model.charts.length > 0)
        expect(drawn(back)).toEqual(drawn({ document, model: standingIn(model, new Set()) }));
      expect(values(back)).toEqual(numbers);
    }),
    runs(60, 5_000),
  );
});
