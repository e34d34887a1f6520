import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLLUPS } from '../../src/model/line.ts';
import { ordinalOf, type Periods, parsePeriod, yearOf } from '../../src/model/periods.ts';
import { yearFormula } from '../../src/model/yearFormula.ts';
import { partialYears, rolledUp, rolledYears, yearsOf } from '../../src/model/years.ts';
import { runs } from '../runs.ts';

const between = (from: string, to: string, yearStart?: number): Periods => {
  const [first, last] = [from, to].map((text) => parsePeriod(text));
  if (!first || !last) throw new Error(`${from}..${to}`);
  return { first: first.ordinal, last: last.ordinal, step: first.step, ...(yearStart ? { yearStart } : {}) };
};
const counted = (periods: Periods) => Array.from({ length: periods.last - periods.first + 1 }, (_, i) => i + 1);

describe('what a year holds', () => {
  it.each([
    ['2026H1', '2027H2', 'sum', [3, 7]],
    ['2026H1', '2027H2', 'last', [2, 4]],
    ['2026H1', '2027H2', 'mean', [1.5, 3.5]],
    ['2026H1', '2027H2', 'compound', [2 * 3 - 1, 4 * 5 - 1]],
    ['2026H1', '2027H2', 'none', [Number.NaN, Number.NaN]],
    ['2026Q1', '2027Q4', 'sum', [10, 26]],
    ['2026-01', '2027-12', 'mean', [6.5, 18.5]],
  ] as const)('of %s to %s by %s', (from, to, by, wanted) => {
    const periods = between(from, to);
    expect(rolledUp(counted(periods), periods, by)).toEqual(wanted);
  });

  it('begins in the month in which the year does, and bears the name of the year in which it ends', () => {
    const periods = between('2025-04', '2027-03', 4);
    expect(rolledYears(counted(periods), periods, 'sum')).toEqual([
      { year: 2026, first: ordinalOf(2025, 4, 'month'), last: ordinalOf(2026, 3, 'month'), value: 78 },
      { year: 2027, first: ordinalOf(2026, 4, 'month'), last: ordinalOf(2027, 3, 'month'), value: 78 + 144 },
    ]);
    // Of the calendar's years the same months make two halves of one and a whole one.
    const calendar = between('2025-04', '2027-03');
    expect(rolledUp(counted(calendar), calendar, 'sum')).toEqual([Number.NaN, 10 * 12 + 66, Number.NaN]);
  });

  it('says why a year has no value: it is not whole, a period has no number, or the line has none by year', () => {
    const periods = between('2026-03', '2028-06');
    const values = counted(periods);
    const gaps = (by: 'sum' | 'last' | 'compound' | 'none') => rolledYears(values, periods, by).map(({ gap }) => gap);
    expect(gaps('sum')).toEqual(['partial', undefined, 'partial']);
    // The last month of a year that begins earlier than the model is there.
    expect(gaps('last')).toEqual([undefined, undefined, 'partial']);
    expect(gaps('none')).toEqual(['none', 'none', 'none']);
    expect(partialYears(periods, 'sum')).toEqual([2026, 2028]);
    expect(partialYears(periods, 'last')).toEqual([2028]);
    expect(partialYears(periods, 'none')).toEqual([]);
    values[12] = Number.NaN;
    expect(gaps('compound')).toEqual(['partial', ordinalOf(2027, 3, 'month'), 'partial']);
    expect(gaps('last')[1]).toBeUndefined();
    values[21] = Number.NaN;
    expect(gaps('last')[1]).toBe(ordinalOf(2027, 12, 'month'));
  });

  it('takes each period for one year, whichever month that begins in, and loses none of a sum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 24_300, max: 24_330 }),
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom(...ROLLUPS),
        (yearStart, first, values, by) => {
          const periods: Periods = { first, last: first + values.length - 1, step: 'month', yearStart };
          const years = rolledYears(values, periods, by);
          expect(years.map(({ year }) => year)).toEqual(yearsOf(periods));
          const covered = years.flatMap((one) => counted(one).map((i) => one.first + i - 1));
          expect(covered).toEqual(values.map((_, i) => first + i));
          for (const one of years) expect(yearOf(one.first, periods)).toBe(one.year);
          const whole = years.filter(({ gap }) => gap === undefined);
          const inWhole = whole.flatMap((one) => values.slice(one.first - first, one.last - first + 1));
          if (by === 'sum')
            expect(whole.reduce((sum, { value }) => sum + value, 0)).toBe(inWhole.reduce((sum, one) => sum + one, 0));
          for (const { value, gap } of years) expect(Number.isNaN(value)).toBe(gap !== undefined);
        },
      ),
      runs(200, 20_000),
    );
  });
});

describe('a year as a formula', () => {
  it('names its periods in functions that need no array', () => {
    expect(yearFormula('sum', 7, [3, 14])).toBe('SUM(D9:O9)');
    expect(yearFormula('mean', 7, [3, 14], 'Base!')).toBe('AVERAGE(Base!D9:O9)');
    expect(yearFormula('last', 7, [3, 14], "'Price rise'!")).toBe("'Price rise'!O9");
    expect(yearFormula('compound', 0, [3, 4], 'Base!')).toBe('(1+Base!D2)*(1+Base!E2)-1');
    expect(yearFormula('none', 0, [3, 4])).toBeUndefined();
  });
});
