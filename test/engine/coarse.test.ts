import { describe, expect, it } from 'vitest';
import { toNotation } from '../../src/engine/convert.ts';
import { createLayout, layOut } from '../../src/engine/layout.ts';
import { moveFormula, shiftFormula } from '../../src/engine/shift.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { CellRef } from '../../src/model/content.ts';
import type { Line, Rollup } from '../../src/model/line.ts';
import { ordinalOf, type Periods, periodsOf, placeOf } from '../../src/model/periods.ts';

const month = (year: number, part: number) => ordinalOf(year, part, 'month');
const both = (text: string) => ({ en: text, zh: text });
const measured = (id: string) => ({ id, label: both(id), unit: 'EUR' });
/** January 2026 stands in column D, December in O, and December 2027 in AA. */
const MONTHS: Periods = { first: month(2026, 1), last: month(2027, 12), step: 'month' };

const HEAD: Line = { kind: 'heading', id: 'costs', label: both('Costs') };
const REST: Line = { kind: 'heading', id: 'rest', label: both('Rest') };
const BUDGET: Line = { kind: 'input', ...measured('budget'), perPeriod: true, step: 'year' };
const SURVEY: Line = { kind: 'input', ...measured('survey'), perPeriod: true, step: 'quarter' };
const sales = (rollup: Rollup = 'sum'): Line => ({
  kind: 'input',
  ...measured('sales'),
  perPeriod: true,
  value: 10,
  rollup,
});
const series = (id: string, formula: string, more: object = {}): Line => ({
  kind: 'series',
  ...measured(id),
  formula,
  ...more,
});
const result = (id: string, formula: string): Line => ({ kind: 'result', ...measured(id), formula });
/** Rows 2 to 5, then those that are given. */
const lines = (...more: Line[]): Line[] => [HEAD, BUDGET, SURVEY, sales(), ...more];

const SET = {
  budget: { [month(2026, 12)]: 1200, [month(2027, 12)]: 2400 },
  survey: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [month(2026, 3 * n), n])),
};
const base = { id: 'base', name: 'Base', note: '', overrides: SET };

function computed(all: readonly Line[], periods = MONTHS, overrides: object = SET) {
  const workbook = new Workbook({ lines: all, periods, scenarios: [{ ...base, overrides: overrides as typeof SET }] });
  const read = (line: string) => {
    const { values, notes } = workbook.read([{ scenario: 'base', line }]);
    return { values, notes: new Map(notes) };
  };
  return {
    at: (line: string, period: number | 'value' = 'value') => {
      const place = period === 'value' ? 0 : 1 + placeOf(period, periods);
      const { values, notes } = read(line);
      return notes.get(place) ?? values[place];
    },
    row: (line: string) => [...read(line).values].slice(1),
  };
}

const layout = createLayout(lines(series('x', ''), series('y', '')), MONTHS, [base]);
const at = (slot: CellRef['slot'], line = 'x'): CellRef => ({ scenario: 'base', line, slot });

describe('a line of longer periods than its model', () => {
  it('gives each month the value of its year or quarter, and none of them a 0 for what stands between', () => {
    const { row, at: value } = computed(
      lines(series('share', '={budget}/12'), series('asked', '={survey}'), series('before', '={budget@prev}')),
    );
    expect(row('share')).toEqual([...Array(12).fill(100), ...Array(12).fill(200)]);
    expect(row('asked').slice(0, 7)).toEqual([1, 1, 1, 2, 2, 2, 3]);
    expect(value('before', month(2026, 6))).toMatchObject({ kind: 'error', code: 'ref' });
    expect(value('before', month(2027, 6))).toBe(1200);
  });

  it('counts each of its values once in a range, however many months it has', () => {
    const { at: value } = computed(
      lines(
        REST,
        result('total', '=SUM({budget@all})'),
        result('count', '=COUNT({budget@all})'),
        result('mean', '=AVERAGE({survey@all})'),
        series('down', '=SUM({costs/*})'),
        result('all', '=SUM({down@all})'),
      ),
    );
    expect([value('total'), value('count'), value('mean')]).toEqual([3600, 2, 4.5]);
    // The lines under the heading: each budget once, each survey once, sales in each month.
    expect(value('all')).toBe(3600 + 36 + 240);
  });

  it('is no 0 to a formula that looks it up in a month between', () => {
    const { at: value } = computed(lines(result('found', '=INDEX({budget@all},1,3)+1')));
    expect(value('found')).toMatchObject({ kind: 'error' });
  });

  it('is found by a period that a scalar holds', () => {
    const chosen: Line = { kind: 'input', ...measured('chosen') };
    const { at: value } = computed([...lines(chosen), result('found', '={budget@[chosen]}')], MONTHS, {
      ...SET,
      chosen: { value: { text: '2027-02' } },
    });
    expect(value('found')).toBe(2400);
  });

  it.each([
    ['sum', 120],
    ['last', 10],
    ['mean', 10],
  ] as const)('looks at months by their roll-up: %s', (rollup, expected) => {
    const { row, at: value } = computed([
      HEAD,
      BUDGET,
      SURVEY,
      sales(rollup),
      series('left', '={budget}-{sales}', { step: 'year' }),
      series('grown', '={sales}/{sales@prev}', { step: 'year', start: month(2027, 12) }),
      REST,
      series('all', '=SUM({costs/*})', { step: 'year' }),
    ]);
    expect(row('left').filter((one) => !Number.isNaN(one))).toEqual([1200 - expected, 2400 - expected]);
    expect(value('left', month(2026, 12))).toBe(1200 - expected);
    expect(value('grown', month(2027, 12))).toBe(1);
    // A year of each: the budget, what the survey's quarters and the months of sales come to, and those two lines.
    const own = 1200 + 10 + expected + (1200 - expected);
    expect(value('all', month(2026, 12))).toBe(own);
    expect(value('grown', month(2026, 12))).toBeNaN();
  });

  it('compounds growth, and has no value by year of what does not roll up', () => {
    const year = (rollup: Rollup) =>
      computed([sales(rollup), series('x', '={sales}', { step: 'year' })], MONTHS, {
        sales: Object.fromEntries(periodsOf(MONTHS).map((one) => [one, 0.01])),
      }).at('x', month(2026, 12));
    expect(year('compound')).toBeCloseTo(1.01 ** 12 - 1, 12);
    expect(year('none')).toMatchObject({ kind: 'error', code: 'ref' });
  });

  it('computes its own formula once a period, from its own period before', () => {
    const plan = series('plan', '={plan@prev}*1.1', { step: 'year', first: '=100' });
    const { row } = computed([plan]);
    expect(
      row('plan')
        .map((one, i) => [i, one])
        .filter(([, one]) => !Number.isNaN(one)),
    ).toEqual([
      [11, 100],
      [23, 110.00000000000001],
    ]);
  });

  it('goes by the year as it begins, ends in the last column that is there, and takes axes that leave months out', () => {
    const fiscal: Periods = { ...MONTHS, last: month(2027, 6), yearStart: 4 };
    const held = { budget: { [month(2026, 3)]: 1, [month(2027, 3)]: 2, [month(2027, 6)]: 3 } };
    const { row } = computed([BUDGET, series('x', '={budget}')], fiscal, held);
    expect(row('x')).toEqual([...Array(3).fill(1), ...Array(12).fill(2), ...Array(3).fill(3)]);
    const list = [month(2026, 1), month(2026, 5), month(2027, 2), month(2029, 1)];
    const uneven: Periods = { first: list[0] ?? 0, last: list[3] ?? 0, step: 'month', list };
    const some = { budget: { [list[1] ?? 0]: 1, [list[2] ?? 0]: 2, [list[3] ?? 0]: 3 } };
    const { row: other } = computed([BUDGET, series('x', '={budget}'), series('y', '={budget@prev}')], uneven, some);
    expect(other('x')).toEqual([1, 1, 2, 3]);
    expect(other('y').slice(2)).toEqual([1, 2]);
  });

  it.each([
    // Typed in March 2026, and what stands there.
    [month(2026, 3), 'x', '=O3/12', '={budget}/12', '=O3/12'],
    [month(2026, 3), 'x', '=E3/12', '={budget}/12', '=O3/12'],
    [month(2026, 3), 'x', '=AA3', '={budget@+1}', '=AA3'],
    [month(2026, 3), 'x', '=$O$3', '={budget@2026}', '=$O$3'],
    [month(2026, 3), 'x', '=SUM(D3:O3)', '=SUM({budget@-2}:{budget@+9})', '=SUM(D3:O3)'],
    [month(2026, 3), 'x', '=SUM(F3:F5)', '=SUM({budget}:{sales})', '=SUM(F3:F5)'],
    // Typed in the year 2026, and in its third quarter.
    [month(2026, 12), 'budget', '=O5', '={sales@end}', '=O5'],
    [month(2026, 12), 'budget', '=N5', '={sales@end-1}', '=N5'],
    [month(2026, 12), 'budget', '=SUM(D5:O5)', '=SUM({sales@-11}:{sales})', '=SUM(D5:O5)'],
    [month(2026, 9), 'survey', '=O3/4', '={budget}/4', '=O3/4'],
    ['value', 'y', '=O3', '={budget@2026}', '=$O$3'],
  ] as const)('in %s of %s: %s is %s', (slot, line, typed, kept, laid) => {
    expect(toNotation(layout, typed, at(slot, line))).toBe(kept);
    expect(layOut(layout, kept, at(slot, line), true)).toBe(laid);
  });

  it.each([
    ['=SUM({sales@year})', '=SUM($D$5:$O$5)'],
    ['={sales}', '=SUM(D5:O5)'],
    ['=SUM({sales@..})', '=SUM($D$5:O5)'],
    ['={year}+{year@prev}', undefined],
  ])('%s in the year 2026 is laid out as %s', (formula, laid) => {
    if (laid) expect(layOut(layout, formula, at(month(2026, 12), 'budget'))).toBe(laid);
    else expect(layOut(layout, formula, at(month(2027, 12), 'budget'))).toBe('=2027+2026');
  });

  it('names all periods of a quarter from a month and from the quarter itself', () => {
    for (const slot of [month(2026, 8), month(2026, 9)])
      expect(layOut(layout, '=SUM({sales@quarter})', at(slot))).toBe('=SUM($J$5:$L$5)');
    expect(layOut(layout, '=SUM({sales@quarter})', at(month(2026, 9), 'survey'))).toBe('=SUM($J$5:$L$5)');
    expect(layOut(layout, '=SUM({budget@quarter})', at(month(2026, 8)))).toBe('=SUM($O$3:$O$3)');
  });

  it('means the same after a cell is moved, and goes along when it is copied', () => {
    const [march, june] = [at(month(2026, 3)), at(month(2027, 6))];
    expect(moveFormula(layout, '={budget}', march, june)).toBe('={budget@prev}');
    expect(moveFormula(layout, '={budget@prev}', at(month(2027, 12), 'budget'), at('value', 'y'))).toBe(
      '={budget@2026}',
    );
    expect(moveFormula(layout, '={sales}', at(month(2026, 12), 'budget'), at(month(2027, 12), 'budget'))).toBe(
      '={sales@prev}',
    );
    expect(shiftFormula(layout, '={budget@prev}', march, at(month(2026, 3), 'y'))).toBe('={survey@prev}');
  });
});
