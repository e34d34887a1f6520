import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseSteps } from '../../src/document/base.ts';
import { applyChange, type Change } from '../../src/document/change.ts';
import { type Document, modelOf, newDocument } from '../../src/document/document.ts';
import { setFormula } from '../../src/document/lineFormula.ts';
import { freshId } from '../../src/document/lineIds.ts';
import { deleteLines, duplicateLines, insertLines, moveLines } from '../../src/document/lines.ts';
import { periodSteps } from '../../src/document/periods.ts';
import { restoreSaved } from '../../src/document/restoring.ts';
import { checkSaved, NotADocument, NotYetKnown, ownModel, save } from '../../src/document/saved.ts';
import { savedText } from '../../src/document/savedText.ts';
import { createScenario, deleteScenario, freshScenarioId } from '../../src/document/scenarios.ts';
import type { OwnModel, Saved } from '../../src/document/schema.ts';
import { atOnce } from '../../src/document/steps.ts';
import { createEngine } from '../../src/engine/client.ts';
import type { Content, Slot } from '../../src/model/content.ts';
import type { Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { inProcess } from '../fixtures/inProcess.ts';
import { ownDocument } from '../fixtures/own.ts';
import { LINES, PERIODS, SCENARIOS } from '../fixtures/small.ts';
import { resolved } from '../models/shipped.ts';
import { runs } from '../runs.ts';

const MODEL: Model = { ...resolved('guangdong'), lines: LINES, periods: PERIODS, charts: [], warnings: [] };
const SHIPPED: Document = { ...newDocument(MODEL), scenarios: SCENARIOS };
const load = async () => MODEL;

/** A document with the model that it is of. */
interface Made {
  readonly document: Document;
  readonly model: Model;
}
const START: readonly Made[] = [{ document: SHIPPED, model: MODEL }, ownDocument()];

/** Formulas as people type them, as a table brings them, and as they are left when what they name is taken away. */
const FORMULAS = [
  '={scale@prev}*(1+{growth})',
  '={own_3@prev}*(1+{own_2})',
  '={nobody}',
  '=SUM({assumptions/*})',
  '=SUM({gone/*})',
  '={fast!scale}-{scale}',
  '={?Z99}*2',
  '=SUM({scale@first}:{scale@prev})',
  '={scale@[start]}',
  '={own_1}',
  '={nobody',
  '={scale@soon}',
  '={Big Name}',
  '=(',
  '=',
  '=1/0',
  '=REPT("a",1e9)',
  '={year}',
];
const formula = fc.oneof(
  fc.constantFrom(...FORMULAS),
  fc
    .array(fc.constantFrom(...'{}@/*!?:(),"\'=+-1aZ .$#[]%', 'scale', 'own_3', 'year'), { maxLength: 12 })
    .map((p) => `=${p.join('')}`),
);
const content: fc.Arbitrary<Content | undefined> = fc.oneof(
  fc.constantFrom<Content | undefined>(undefined, 'model', 0.5, { text: 'n/a' }),
  formula.map((text) => ({ formula: text })),
);

type Make = (made: { document: Document; model: Model }) => Change | undefined;
const nth = (model: Model, n: number): string => model.lines[n % Math.max(1, model.lines.length)]?.id ?? 'none';
const n = fc.nat(9);
const label = { en: 'New', zh: '新' };
/** What people do with a document, by the functions by which the app does it. */
const change: fc.Arbitrary<Make> = fc.oneof(
  fc.tuple(n, n, fc.constantFrom<Slot>('value', 2022, 2024), content).map(
    ([line, scenario, slot, one]): Make =>
      ({ document, model }) => {
        const { id } = document.scenarios[scenario % document.scenarios.length] as { id: string };
        return { kind: 'cells', edits: [{ scenario: id, line: nth(model, line), slot, content: one }] };
      },
  ),
  n.map(
    (at): Make =>
      (sheet) =>
        deleteLines(sheet, [nth(sheet.model, at)]),
  ),
  n.map(
    (at): Make =>
      (sheet) =>
        duplicateLines(sheet, [nth(sheet.model, at)], () => label),
  ),
  fc.tuple(n, n).map(
    ([from, to]): Make =>
      (sheet) =>
        moveLines(sheet, [nth(sheet.model, from)], to),
  ),
  n.map(
    (at): Make =>
      (sheet) =>
        insertLines(sheet, at, [{ kind: 'series', id: freshId(sheet.model.lines), label, unit: 'firms', formula: '' }]),
  ),
  fc.tuple(n, formula).map(
    ([at, text]): Make =>
      (sheet) =>
        setFormula(sheet, nth(sheet.model, at), text),
  ),
  fc.constantFrom({ first: 2022, last: 2027 }, { first: 2024, last: 2026 }).map(
    (periods): Make =>
      (sheet) =>
        atOnce(periodSteps(sheet, periods, () => 7)),
  ),
  fc.constant<Make>((sheet) => createScenario(sheet, freshScenarioId(sheet), 'New')),
  fc.constantFrom('fast', 's1', 'slow').map(
    (id): Make =>
      (sheet) =>
        deleteScenario(sheet, id),
  ),
  fc.constantFrom('fast', 's1').map(
    (id): Make =>
      (sheet) =>
        atOnce(baseSteps(sheet, id)),
  ),
);

const made: fc.Arbitrary<Made> = fc
  .tuple(fc.constantFrom(...START), fc.array(change, { maxLength: 10 }))
  .map(([{ document: start, model }, changes]) => {
    const document = changes.reduce((now, make) => {
      const one = make({ document: now, model: modelOf(model, now) });
      return one ? applyChange(now, one).document : now;
    }, start);
    return { document, model };
  });

/** A model of a person's own, with whatever formulas a table had in its lines. */
const imported: fc.Arbitrary<Made> = fc.array(formula, { minLength: 1, maxLength: 4 }).map((formulas) => {
  const { document, model } = ownDocument();
  const lines = formulas.map(
    (text, i): Line => ({ kind: 'series', id: `own_${i + 1}`, label, unit: 'index', formula: text }),
  );
  const kept = { ...save(document, model).own, lines, charts: ['own_1'] } as OwnModel;
  const own = ownModel(model.id, kept, document.scenarios);
  const { lines: _, ...rest } = document;
  return { document: { ...rest, own }, model: own };
});

/** Builds what a document is calculated from, and reads all of it. */
async function calculated({ document, model }: Made): Promise<number> {
  const engine = createEngine(inProcess);
  const { lines, periods } = modelOf(model, document);
  await engine.build({ lines, periods, scenarios: document.scenarios });
  const { values } = await engine.read(
    lines.map(({ id }) => ({ scenario: document.scenarios[0]?.id ?? '', line: id })),
  );
  engine.dispose();
  return values.length / (periods.last - periods.first + 2);
}

describe('a document that the app made', () => {
  it('opens again as it was and is calculated, whatever was deleted, renamed or typed in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: made }, imported), async ({ document, model }) => {
        const saved = checkSaved(JSON.parse(savedText(document, model)));
        const opened = await restoreSaved(saved, load);
        // Keys that are named and undefined go with the text.
        expect(save(opened.document, opened.model)).toEqual(save(document, model));
        expect(await calculated(opened)).toBe(modelOf(model, document).lines.length);
      }),
      runs(60, 600),
    );
  });
});

/** Data that can be changed anywhere. */
type Data = { [key: string]: Data } | Data[] | string | number | boolean | null;
const isTree = (data: Data | undefined): data is { [key: string]: Data } | Data[] =>
  typeof data === 'object' && data !== null;

/** Every list or record within data, with the keys of what it holds. */
function* places(data: Data): Generator<readonly [{ [key: string]: Data }, string]> {
  if (!isTree(data)) return;
  for (const key of Object.keys(data)) {
    const tree = data as { [key: string]: Data };
    yield [tree, key];
    yield* places(tree[key] as Data);
  }
}

type Mutate = (saved: { [key: string]: Data }, at: number) => void;
/** The lines of a document where they still are a list. */
const linesOf = ({ lines, own }: { [key: string]: Data }): Data[] => {
  const found = lines ?? (isTree(own) && !Array.isArray(own) ? own.lines : undefined);
  return Array.isArray(found) ? found : [];
};
/** A leaf of some name anywhere gets another value. */
const leaf =
  (name: RegExp, value: Data): Mutate =>
  (saved, at) => {
    const found = [...places(saved)].filter(([, key]) => name.test(key));
    const [tree, key] = found[at % Math.max(1, found.length)] ?? [];
    if (tree && key !== undefined) tree[key] = value;
  };
const mutation: fc.Arbitrary<Mutate> = fc.oneof(
  fc.constant<Mutate>((saved, at) => void linesOf(saved).splice(at % Math.max(1, linesOf(saved).length), 1)),
  fc.constant<Mutate>((saved, at) => {
    const lines = linesOf(saved);
    const line = lines[at % Math.max(1, lines.length)];
    if (line !== undefined) lines.push(structuredClone(line));
  }),
  fc
    .constantFrom('own_2', 'own_3', 'scale', 'growth', 'new_one', 'year', 'gdp2030', 'A b', '')
    .map((id) => leaf(/^id$/, id)),
  formula.map((text) => leaf(/^(formula|first)$/, text)),
  fc.constantFrom('{nobody}', 'nobody', '5').map((text) => leaf(/^(formula|first)$/, text)),
  fc.constantFrom<Data>(null, -1, 0, 1e300, 'x', '=1', [], {}, 'base', 2021).map((value) => leaf(/./, value)),
  fc.constant<Mutate>((saved, at) => {
    const all = [...places(saved)];
    const [tree, key] = all[at % Math.max(1, all.length)] ?? [];
    if (Array.isArray(tree)) tree.splice(Number(key), 1);
    else if (tree && key !== undefined) delete tree[key];
  }),
);

async function outcome(data: Data): Promise<'opened' | 'newer' | NotADocument> {
  try {
    const opened = await restoreSaved(checkSaved(data), load);
    expect(await calculated(opened)).toBe(modelOf(opened.model, opened.document).lines.length);
    return 'opened';
  } catch (error) {
    if (error instanceof NotYetKnown) return 'newer';
    if (error instanceof NotADocument) return error;
    throw error;
  }
}

describe('a document that somebody changed outside of the app', () => {
  it('is refused with the place of what is wrong, or opens and is calculated', async () => {
    const changed = fc.tuple(
      fc.oneof(made, imported),
      fc.array(fc.tuple(mutation, fc.nat(999)), { minLength: 1, maxLength: 3 }),
    );
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(changed, async ([{ document, model }, mutations]) => {
        const saved = JSON.parse(savedText(document, model));
        for (const [mutate, at] of mutations) mutate(saved, at);
        const came = await outcome(saved);
        seen.add(typeof came === 'string' ? came : 'refused');
        if (came instanceof NotADocument) expect(came.path).not.toBe('');
      }),
      runs(250, 5_000),
    );
    expect([...seen]).toEqual(expect.arrayContaining(['opened', 'refused']));
  });

  const refusalOf = async (change: (saved: Saved & { own: OwnModel }) => unknown) => {
    const { document, model } = ownDocument();
    const saved = JSON.parse(savedText({ ...document, lines: undefined }, model));
    change(saved);
    return outcome(saved);
  };
  const line = (saved: { own: OwnModel }, at: number) => saved.own.lines[at] as object;

  it('and where two lines have one id, or a chart names none, is told which', async () => {
    expect(await refusalOf((saved) => Object.assign(line(saved, 2), { id: 'own_2' }))).toMatchObject({
      path: 'own.lines.2.id',
      fault: { kind: 'twice', id: 'own_2' },
    });
    expect(await refusalOf((saved) => Object.assign(saved.own, { charts: ['own_9'] }))).toMatchObject({
      path: 'own.charts.0',
      fault: { kind: 'unknown', id: 'own_9' },
    });
    expect(await refusalOf((saved) => Object.assign(saved, { lines: ['own_1', 'own_2', 'own_1'] }))).toMatchObject({
      path: 'lines.2',
      fault: { kind: 'twice', id: 'own_1' },
    });
    expect(await refusalOf((saved) => Object.assign(line(saved, 2), { id: 'year' }))).toMatchObject({
      path: 'own.lines.2.id',
    });
    expect(await refusalOf((saved) => Object.assign(line(saved, 2), { formula: '{own_2}' }))).toMatchObject({
      path: 'own.lines.2.formula',
    });
  });

  it('opens where a formula names what is not there: that is an error of its cells, as it is where a line was deleted', async () => {
    for (const text of ['={nobody}', '=SUM({gone/*})', '={nobody', '={own_3@soon}', '={own_3}'])
      expect(await refusalOf((saved) => Object.assign(line(saved, 2), { formula: text }))).toBe('opened');
  });
});
