import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf, movedTo, observedBefore, typedIn } from '../../src/document/boundary.ts';
import { applyChange } from '../../src/document/change.ts';
import { type Document, newDocument, type OpenModel, openModel, sameDocument } from '../../src/document/document.ts';
import { restep } from '../../src/document/restep.ts';
import { restoreSaved } from '../../src/document/restoring.ts';
import { checkSaved, formatOf, ownModel, save } from '../../src/document/saved.ts';
import type { OwnModel } from '../../src/document/schema.ts';
import { settled } from '../../src/document/settled.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { decodeLink, encodeLink } from '../../src/io/link/link.ts';
import type { Content } from '../../src/model/content.ts';
import type { Line } from '../../src/model/line.ts';
import { parsePeriod } from '../../src/model/periods.ts';
import { printModelFile } from '../../src/modelFile/file.ts';
import { documentOf, readModelFile } from '../../src/modelFile/read.ts';
import { runs } from '../runs.ts';

const FILE = `foresheet: 1
name: Plan
time: 2022..2028
observed_until: 2024
lines:
  growth: {value: 10 %}
  sales:
    formula: "{sales@prev} * (1 + {growth})"
    values: {2022: 100, 2023: 120, 2024: 90, 2025: 95, 2026: 200}
    unit: EUR
  cost:
    formula: "{sales} * 2"
    values: {2023: 7}
    unit: EUR
scenarios:
  bad: {set: {growth: 0 %}}
`;

const load = async () => undefined;
const open = (document: Document): OpenModel => openModel(document.own ?? fail(), document);
const fail = (): never => {
  throw new Error('no model');
};
const plan = (file = FILE): OpenModel => {
  const read = readModelFile(file, 'own-plan');
  return open(documentOf(read));
};
const moved = ({ document, model }: OpenModel, until: number) => {
  const found = movedTo({ document, model }, until);
  return { ...found, sheet: open(applyChange(document, found.change).document) };
};
const line = ({ model }: OpenModel, id: string) => model.lines.find((one) => one.id === id);

/** The values of a line over all periods. */
function values({ document, model }: OpenModel, id: string, scenario = 'base'): number[] {
  const workbook = new Workbook({ lines: model.lines, periods: model.periods, scenarios: document.scenarios });
  return [...workbook.read([{ scenario, line: id }]).values].slice(1).map((value) => Math.round(value * 1e6) / 1e6);
}

const typeIn = (sheet: OpenModel, id: string, slot: number, content: Content | undefined, scenario = 'base') =>
  open(applyChange(sheet.document, settled(sheet, [{ scenario, line: id, slot, content }])).document);

describe('the boundary between the actual part and the forecast', () => {
  it('has typed values count up to it, and the formula behind it', () => {
    const sheet = plan();
    expect(values(sheet, 'sales').slice(0, 5)).toEqual([100, 120, 90, 99, 108.9]);
    const later = moved(sheet, 2026);
    expect(values(later.sheet, 'sales').slice(0, 5)).toEqual([100, 120, 90, 95, 200]);
    expect([later.back, later.waiting]).toEqual([2, 0]);
    const earlier = moved(later.sheet, 2023);
    expect(values(earlier.sheet, 'sales').slice(0, 4)).toEqual([100, 120, 132, 145.2]);
    expect([earlier.back, earlier.waiting]).toEqual([0, 3]);
  });

  it('leaves a formula what it starts from, even where all is forecast', () => {
    const { sheet } = moved(plan(), 2021);
    expect(values(sheet, 'sales').slice(0, 3)).toEqual([100, 110, 121]);
    expect(line(sheet, 'sales')).toMatchObject({ values: { 2022: 100 } });
    expect(values(sheet, 'cost').slice(0, 2)).toEqual([200, 220]);
  });

  it('moves anywhere and back without losing a typed value, and undo gives back the document', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2021, max: 2028 }), { minLength: 1, maxLength: 5 }), (stops) => {
        const start = plan();
        const typed = (sheet: OpenModel) =>
          sheet.model.lines.map((one) => (one.kind === 'series' ? typedIn(one) : undefined));
        let sheet = start;
        for (const until of stops) {
          const { change, sheet: next } = moved(sheet, until);
          expect(typed(next)).toEqual(typed(start));
          expect(boundaryOf(next.model.lines, next.model.periods, until)).toBe(until);
          const { document: after, inverse } = applyChange(sheet.document, change);
          expect(sameDocument(applyChange(after, inverse).document, sheet.document)).toBe(true);
          sheet = next;
        }
        expect(moved(sheet, 2024).sheet.model.lines).toEqual(start.model.lines);
      }),
      runs(100, 2_000),
    );
  });

  it('is kept, travels in a link, and comes back from a model file, with what waits behind it', async () => {
    const { sheet } = moved(plan(), 2023);
    const { document, model } = sheet;
    const shipped = document.own ?? fail();
    const kept = checkSaved(JSON.parse(JSON.stringify(save(document, shipped))));
    expect(kept.observedUntil).toBe(2023);
    const restored = await restoreSaved(kept, load);
    expect(openModel(restored.model, restored.document).model.lines).toEqual(model.lines);
    expect(restored.document.observedUntil).toBe(2023);

    const found = await decodeLink(await encodeLink(document, shipped, {}), load);
    expect(found).toMatchObject({ document: { observedUntil: 2023, lines: document.lines } });

    const text = printModelFile({
      model: { ...model, source: undefined as never },
      scenarios: document.scenarios,
      figures: [],
      sources: [],
    });
    expect(text).toContain('observed_until: 2023');
    const back = plan(text);
    expect(back.model.lines).toEqual(model.lines);
    expect(back.model.observedUntil).toBe(2023);
  });

  it('asks for the newer format only where it was moved', () => {
    const one: Line = { kind: 'series', id: 'a', label: { en: 'A', zh: 'A' }, unit: 'index', formula: '=1' };
    const kept = { name: one.label, about: one.label, periods: { first: 2020, last: 2025 }, observedUntil: 2022 };
    const model = ownModel('own-a', { ...kept, lines: [one], charts: [] } as OwnModel, [
      { id: 'base', name: 'Base', note: '', overrides: {} },
    ]);
    const document = { ...newDocument(model), own: model };
    expect(formatOf(document)).toBe(1);
    expect(formatOf({ ...document, observedUntil: 2023 })).toBe(2);
  });

  it('makes what is typed before it in the base an actual of the line, and behind it an override', () => {
    const actual = typeIn(plan(), 'cost', 2024, 5);
    expect(line(actual, 'cost')).toMatchObject({ values: { 2023: 7, 2024: 5 } });
    expect(actual.document.scenarios[0]?.overrides).toEqual({});
    expect(values(actual, 'cost', 'bad')[2]).toBe(5);
    // In the forecast it is a departure of the base, and in another scenario that scenario's, wherever it stands.
    expect(typeIn(plan(), 'cost', 2025, 5).document.scenarios[0]?.overrides).toEqual({ cost: { 2025: 5 } });
    const other = typeIn(plan(), 'cost', 2023, 5, 'bad');
    expect(other.document.scenarios[1]?.overrides).toMatchObject({ cost: { 2023: 5 } });
    expect(line(other, 'cost')).toMatchObject({ values: { 2023: 7 } });
    // Emptied, it is the formula's again, and no other cell changes.
    const emptied = typeIn(actual, 'cost', 2023, undefined);
    expect(values(emptied, 'cost').slice(0, 3)).toEqual([200, 240, 5]);
  });

  it('lets an actual take the place of what the base held in its cell', () => {
    const planned = typeIn(plan(), 'cost', 2025, 5);
    const { sheet } = moved(planned, 2025);
    expect(values(sheet, 'cost')[3]).toBe(5);
    const typed = typeIn(sheet, 'cost', 2025, 6);
    expect(typed.document.scenarios[0]?.overrides).toEqual({});
    expect(line(typed, 'cost')).toMatchObject({ values: { 2025: 6 } });
  });

  it('takes back an override of the base first, and the actual below it after that', () => {
    const sheet = plan();
    const edits = [{ scenario: 'base', line: 'cost', slot: 2023, content: { formula: '=3' } }];
    const covered = open(applyChange(sheet.document, { kind: 'cells', edits }).document);
    expect(values(covered, 'cost')[1]).toBe(3);
    const once = typeIn(covered, 'cost', 2023, undefined);
    expect(values(once, 'cost')[1]).toBe(7);
    expect(values(typeIn(once, 'cost', 2023, undefined), 'cost')[1]).toBe(240);
  });

  it('makes typed actuals and one formula behind them a line of both', () => {
    const head = { kind: 'input', id: 'x', label: { en: 'X', zh: 'X' }, unit: 'EUR', perPeriod: true } as const;
    const sheet = plan();
    const lines = [...sheet.model.lines, head];
    const cells = (from: number, to: number, content: (slot: number) => Content) =>
      Array.from({ length: to - from + 1 }, (_, i) => ({
        scenario: 'base',
        line: 'x',
        slot: from + i,
        content: content(from + i),
      }));
    const document = applyChange({ ...sheet.document, lines }, { kind: 'cells', edits: cells(2022, 2024, (n) => n) });
    const open2 = open(document.document);
    const filled = settled(
      open2,
      cells(2025, 2028, () => ({ formula: '={x@prev}+1' })),
    );
    const after = open(applyChange(open2.document, filled).document);
    expect(line(after, 'x')).toMatchObject({ kind: 'series', values: { 2022: 2022, 2023: 2023, 2024: 2024 } });
    expect(values(after, 'x')).toEqual([2022, 2023, 2024, 2025, 2026, 2027, 2028]);
    expect(values(moved(after, 2022).sheet, 'x')).toEqual([2022, 2023, 2024, 2025, 2026, 2027, 2028]);
  });

  it('goes along where the periods become longer or shorter, with what counts and what waits', () => {
    const { sheet } = moved(plan(), 2023);
    const byQuarter = open(applyChange(sheet.document, restep(sheet, 'quarter').change).document);
    expect(byQuarter.model.observedUntil).toBe(parsePeriod('2023Q4')?.ordinal);
    const back = open(applyChange(byQuarter.document, restep(byQuarter, 'year').change).document);
    expect(back.model.observedUntil).toBe(2023);
    expect(line(back, 'cost')).toEqual(line(sheet, 'cost'));
    expect(line(byQuarter, 'sales')).toMatchObject({
      later: { [parsePeriod('2025Q1')?.ordinal ?? 0]: expect.anything() },
    });
  });

  it.each([
    ['years', { first: 2020, last: 2030 }, 2025],
    ['months', { first: 12 * 2026, last: 12 * 2026 + 35, step: 'month' }, 12 * 2026 + 9],
    ['years from April', { first: 2020, last: 2030, yearStart: 4 }, 2026],
    ['years that begin later', { first: 2028, last: 2030 }, 2027],
    ['years that are over', { first: 2010, last: 2020 }, 2020],
  ] as const)('lies before the period of today in a new model of %s', (_, periods, until) => {
    expect(observedBefore(periods, new Date(2026, 10, 29))).toBe(until);
  });
});
