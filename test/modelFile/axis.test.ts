import { describe, expect, it } from 'vitest';
import { movedTo } from '../../src/document/boundary.ts';
import { applyChange } from '../../src/document/change.ts';
import { type Document, openModel } from '../../src/document/document.ts';
import { periodSteps } from '../../src/document/periods.ts';
import { restep } from '../../src/document/restep.ts';
import { restoreSaved } from '../../src/document/restoring.ts';
import { checkSaved, formatOf, save } from '../../src/document/saved.ts';
import { savedText } from '../../src/document/savedText.ts';
import { settled } from '../../src/document/settled.ts';
import { atOnce } from '../../src/document/steps.ts';
import { toNotation } from '../../src/engine/convert.ts';
import { addressOf, createLayout, layOut } from '../../src/engine/layout.ts';
import { moveFormula } from '../../src/engine/shift.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { longRecords, sheetRecords } from '../../src/io/csv/write.ts';
import { decodeLink, encodeLink } from '../../src/io/link/link.ts';
import { periodsFrom } from '../../src/model/axis.ts';
import type { Content, Slot } from '../../src/model/content.ts';
import { hasPeriods, isScalar } from '../../src/model/line.ts';
import { ordinalOf, periodsOf } from '../../src/model/periods.ts';
import { printModelFile } from '../../src/modelFile/file.ts';
import { documentOf, readModelFile } from '../../src/modelFile/read.ts';
import { Opened } from '../io/csv/reading.ts';
import { projections } from '../models/projections.ts';

/** A model of years that are not evenly apart. */
const YEARS = [2015, 2020, 2021, 2022, 2030, 2050];
const FILE = `foresheet: 1
name: Power
time: [2015, 2020..2022, 2030, 2050]
observed_until: 2020
lines:
  growth:    {value: 2 %, range: 0..10}
  demand:
    values:  {2015: 100 TWh, 2020: 104 TWh}
    formula: "{demand@prev} * (1 + {growth}) ^ ({year} - {year@prev})"
  two_back:  {unit: TWh, formula: "{demand} - {demand@-2}", start: 2021}
  since_20:  {unit: TWh, formula: "{demand} - {demand@2020}"}
  price:     {value: 50 EUR, per_period: true}
  points:    {unit: EUR, formula: "between(2015, 10, 2025, 20, 2050, 45)"}
  total:     {result: "SUM({demand@all})"}
scenarios:
  dear:      {set: {price: {2030: 80 EUR}, growth: 3 %}}
`;
const SHEET = documentOf(readModelFile(FILE, 'own-power'));
const own = (document: Document) => document.own ?? expect.fail('no model');
const open = (document: Document) => openModel(own(document), document);

/** The same numbers by a plain loop over the list. */
function worked(growth: number): Record<string, number[]> {
  const demand = [100, 104];
  for (let i = 2; i < YEARS.length; i++)
    demand.push((demand[i - 1] as number) * (1 + growth) ** ((YEARS[i] as number) - (YEARS[i - 1] as number)));
  return {
    demand,
    since_20: demand.map((one) => one - 104),
    two_back: demand.flatMap((one, i) => (i < 2 ? [Number.NaN] : [one - (demand[i - 2] as number)])),
    points: YEARS.map((t) => (t <= 2025 ? 10 + (t - 2015) : 20 + (t - 2025))),
    total: [demand.reduce((sum, one) => sum + one, 0)],
  };
}

/** All values of a document, by scenario and line. */
function valuesOf(document: Document): Record<string, number[]> {
  const { model } = open(document);
  const workbook = new Workbook({ lines: model.lines, periods: model.periods, scenarios: document.scenarios });
  const rows = document.scenarios.flatMap(({ id }) => model.lines.map((line) => ({ scenario: id, line })));
  const all = Object.fromEntries(
    rows.map(({ scenario, line }) => {
      const { values } = workbook.read([{ scenario, line: line.id }]);
      return [`${scenario} ${line.id}`, hasPeriods(line) ? [...values.slice(1)] : [values[0] ?? Number.NaN]];
    }),
  );
  workbook.destroy();
  return all;
}

const near = (actual: readonly number[] | undefined, expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries())
    if (Number.isNaN(value)) expect(actual?.[i]).toBeNaN();
    else expect(Math.abs((actual?.[i] ?? Number.NaN) - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
};

describe('a model whose axis leaves years out', () => {
  it('computes what a plain loop over its years gives, in each scenario', () => {
    const values = valuesOf(SHEET);
    for (const [scenario, growth] of [
      ['base', 0.02],
      ['dear', 0.03],
    ] as const)
      for (const [line, expected] of Object.entries(worked(growth))) near(values[`${scenario} ${line}`], expected);
    expect(values['dear price']).toEqual([50, 50, 50, 50, 80, 50]);
  });

  it('goes out as it came, and changed as it is printed, with its list', () => {
    expect(SHEET.own?.source).toBe(FILE);
    const model = open(SHEET).model;
    const printed = (document: Document) =>
      printModelFile({ model: open(document).model, scenarios: document.scenarios, figures: [], sources: [] });
    expect(printed(SHEET)).toContain('time: [2015, 2020..2022, 2030, 2050]\n');
    const back = documentOf(readModelFile(printed(SHEET), 'own-power'));
    expect(open(back).model.periods).toEqual(model.periods);
    expect(printed(back)).toBe(printed(SHEET));
    expect(valuesOf(back)).toEqual(valuesOf(SHEET));
  });

  it('is kept in format 2, and goes by a link', async () => {
    expect(formatOf(SHEET)).toBe(2);
    const { declared: _, ...plain } = { ...own(SHEET), declared: undefined };
    expect(formatOf({ ...SHEET, own: plain as typeof SHEET.own & {} })).toBe(2);
    const data = JSON.parse(savedText(SHEET, own(SHEET)));
    expect(data.own.periods).toEqual({ first: 2015, last: 2050, list: YEARS });
    const kept = await restoreSaved(checkSaved(data), async () => undefined);
    expect(save(kept.document, kept.model)).toEqual(save(SHEET, own(SHEET)));
    expect(valuesOf(kept.document)).toEqual(valuesOf(SHEET));
    const linked = await decodeLink(await encodeLink(SHEET, own(SHEET), {}), async () => undefined);
    if ('problem' in linked) throw new Error(linked.problem);
    expect(open(linked.document).model.periods).toEqual(open(SHEET).model.periods);
    expect(valuesOf(linked.document)).toEqual(valuesOf(SHEET));
  });

  it.each([
    ['that goes back', [2015, 2022, 2021, 2050]],
    ['that names one twice', [2015, 2020, 2020, 2050]],
    ['that ends elsewhere', [2015, 2020, 2040]],
    ['of other steps', [2015, '2020Q1', 2050]],
    ['of nothing', []],
  ])('is refused with a list %s', (_, list) => {
    const data = JSON.parse(savedText(SHEET, own(SHEET)));
    data.own.periods.list = list;
    expect(() => checkSaved(data)).toThrow(/own\.periods/);
  });

  it('is the same as from the first to the last where its list leaves none out', () => {
    const data = JSON.parse(savedText(SHEET, own(SHEET)));
    data.own.periods = { first: 2015, last: 2017, list: [2015, 2016, 2017] };
    expect(checkSaved(data).own?.periods).toEqual({ first: 2015, last: 2017 });
  });

  it('names cells by column: a formula that is typed, copied or moved means the years that were pointed at', () => {
    const { lines, periods } = open(SHEET).model;
    const layout = createLayout(lines, periods, SHEET.scenarios);
    const at = (slot: Slot, line = 'since_20') => ({ scenario: 'base', line, slot });
    expect(addressOf(layout, at(2030, 'demand'))).toBe('H3');
    expect(toNotation(layout, '=G3+$D3', at(2030))).toBe('={demand@prev}+{demand@2015}');
    expect(layOut(layout, '={demand@prev}+{demand@2015}+{demand@2016}', at(2030))).toBe('=G3+$D$3+#REF!');
    expect(layOut(layout, '={demand@prev year}', at(2030))).toBe('=#REF!');
    expect(layOut(layout, '={demand@prev year}', at(2022))).toBe('=F3');
    expect(moveFormula(layout, '={demand@prev}', at(2030), at(2050))).toBe('={demand@-2}');
    expect(moveFormula(layout, '={demand@prev}', at(2030), at('value', 'total'))).toBe('={demand@2022}');
  });

  it('comes back from a table of either form with its years, and the same values', async () => {
    const { model } = open(SHEET);
    const read = projections({ ...model, scenarios: SHEET.scenarios as typeof model.scenarios });
    const cellOf = (scenario: string, line: { readonly id: string; readonly kind: string }, slot: Slot) => {
      if (line.kind === 'heading') return undefined;
      const value = read(scenario, line.id, slot);
      return value === '' ? undefined : (value as number);
    };
    const slots: Slot[] = ['value', ...periodsOf(model.periods)];
    const wide = [...sheetRecords({ lines: model.lines, slots }, 'base', cellOf, 'en', 'values')].join('');
    const long = [...longRecords({ model, scenarios: SHEET.scenarios, regions: {} }, cellOf, 'en')].join('');
    for (const text of [wide, long]) {
      const file = await Opened.of(text);
      await file.table();
      const built = await file.build();
      expect(built.periods).toEqual({ first: 2015, last: 2050, list: YEARS });
      const demand = built.lines.find(({ label }) => label.en === 'Demand');
      near(Object.values(built.scenarios[0]?.overrides[demand?.id ?? ''] ?? {}) as number[], worked(0.02).demand ?? []);
    }
  });
});

describe('what hands do to such a model:', () => {
  it('the boundary stands on its years, and what is typed behind it waits', () => {
    const { document } = applyChange(SHEET, movedTo(open(SHEET), 2015).change);
    const line = open(document).model.lines.find(({ id }) => id === 'demand');
    expect(line).toMatchObject({ values: { 2015: 100 }, later: { 2020: 104 } });
    near(valuesOf(document)['base demand']?.slice(0, 2), [100, 100 * 1.02 ** 5]);
  });

  it('a formula in every column behind what is typed becomes the line’s own', () => {
    const blank = documentOf(
      readModelFile(
        'foresheet: 1\nname: A\ntime: [2020, 2025, 2035]\nlines:\n  a: {value: 1, per_period: true}',
        'own-a',
      ),
    );
    const edits = (slots: readonly [Slot, Content][]) =>
      slots.map(([slot, content]) => ({ scenario: 'base', line: 'a', slot, content }));
    const filled = applyChange(
      {
        ...blank,
        lines: [{ kind: 'input', id: 'a', label: { en: 'A', zh: 'A' }, unit: '', perPeriod: true }],
      } as Document,
      { kind: 'cells', edits: edits([[2020, 5]]) },
    ).document;
    const formula = { formula: '={a@prev}*2' };
    const { document } = applyChange(
      filled,
      settled(
        open(filled),
        edits([
          [2025, formula],
          [2035, formula],
        ]),
      ),
    );
    expect(open(document).model.lines[0]).toMatchObject({
      kind: 'series',
      formula: '={a@prev}*2',
      values: { 2020: 5 },
    });
    expect(valuesOf(document)['base a']).toEqual([5, 10, 20]);
  });

  it('other periods, and the ones before again, are the same numbers', () => {
    const before = open(SHEET).model.periods;
    const other = periodsFrom([2015, 2020, 2022, 2050, 2060], {});
    const { document } = applyChange(SHEET, atOnce(periodSteps(open(SHEET), other, () => undefined)));
    near(valuesOf(document)['base demand'], [100, 104, 104 * 1.02 ** 2, 104 * 1.02 ** 30, 104 * 1.02 ** 40]);
    expect(valuesOf(document)['dear price']).toEqual([50, 50, 50, 50, 50]);
    const { document: back } = applyChange(document, atOnce(periodSteps(open(document), before, () => undefined)));
    expect(valuesOf(back)).toEqual(valuesOf(SHEET));
  });

  it('periods of another length are the parts of its own, and no others', () => {
    const { document } = applyChange(SHEET, restep(open(SHEET), 'half').change);
    const halves = YEARS.flatMap((year) => [ordinalOf(year, 1, 'half'), ordinalOf(year, 2, 'half')]);
    expect(periodsOf(open(document).model.periods)).toEqual(halves);
    expect(valuesOf(document)['dear price']?.slice(8)).toEqual([40, 40, 25, 25]);
    const back = applyChange(document, restep(open(document), 'year').change).document;
    expect(open(back).model.periods).toEqual(open(SHEET).model.periods);
  });

  it('every line has a column for each of its years', () => {
    const { lines, periods } = open(SHEET).model;
    const layout = createLayout(lines, periods, SHEET.scenarios);
    const columns = periodsOf(periods).map((slot) => addressOf(layout, { line: 'demand', slot }));
    expect(columns).toEqual(['D3', 'E3', 'F3', 'G3', 'H3', 'I3']);
    expect(lines.filter(isScalar).map((line) => addressOf(layout, { line: line.id, slot: 'value' }))).toEqual([
      'C2',
      'C8',
    ]);
  });
});
