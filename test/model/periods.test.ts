import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeriodName } from '../../src/model/periodNames.ts';
import {
  calendarNumber,
  FIRST_YEAR,
  LAST_YEAR,
  ordinalOf,
  PER_YEAR,
  type Periods,
  parsePeriod,
  periodIn,
  periodName,
  periodsOfYear,
  periodText,
  pointIn,
  STEPS,
  spanName,
  stepOfOrdinal,
  yearEnding,
  yearOf,
} from '../../src/model/periods.ts';
import { rollupOf } from '../../src/model/rollup.ts';
import { rolledUp, yearsOf } from '../../src/model/years.ts';
import { LINES, MONTHS, worked } from '../fixtures/subscriptions.ts';

const step = fc.constantFrom(...STEPS);
const period = fc
  .tuple(step, fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }), fc.integer({ min: 0, max: 11 }))
  .map(([of, year, part]) => ({ step: of, ordinal: ordinalOf(year, (part % PER_YEAR[of]) + 1, of) }));
const periods = fc.tuple(period, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 })).map(
  ([{ step: of, ordinal }, more, yearStart]): Periods => ({
    first: ordinal,
    last: ordinal + more,
    step: of,
    yearStart,
  }),
);

describe('a period', () => {
  it('is read back as it is written, and no other step has its ordinal', () => {
    fc.assert(
      fc.property(period, ({ step: of, ordinal }) => {
        const text = periodText(ordinal, of);
        expect(parsePeriod(text)).toEqual({ step: of, ordinal });
        expect(periodIn(text, of)).toBe(ordinal);
        expect(stepOfOrdinal(ordinal)).toBe(of);
      }),
    );
  });

  it.each(['26', '2026Q5', '2026H3', '2026-00', '2026-13', '2026-1', '2026q1', ' 2026', '2026Q', '20260'])(
    'is none that is written %s',
    (text) => expect(parsePeriod(text)).toBeUndefined(),
  );

  it('is named as people say it in either language', () => {
    const named = (text: string) => {
      const { step: of, ordinal } = parsePeriod(text) ?? { step: 'year' as const, ordinal: 0 };
      return [periodName(ordinal, of, 'en'), periodName(ordinal, of, 'zh')];
    };
    expect(named('2026')).toEqual(['2026', '2026年']);
    expect(named('2026H2')).toEqual(['H2 2026', '2026年下半年']);
    expect(named('2026Q3')).toEqual(['Q3 2026', '2026年三季度']);
    expect(named('2026-07')).toEqual(['Jul 2026', '2026年7月']);
    expect(spanName(2023, 2025, 'year', 'zh')).toBe('2023—2025年');
    expect(spanName(2023, 2023, 'year', 'en')).toBe('2023');
    const span = (from: string, to: string) => {
      const [first, last] = [parsePeriod(from), parsePeriod(to)];
      return spanName(first?.ordinal ?? 0, last?.ordinal ?? 0, first?.step ?? 'year', 'zh');
    };
    expect(span('2026-03', '2026-07')).toBe('2026年3—7月');
    expect(span('2025-11', '2026-02')).toBe('2025年11月至2026年2月');
    expect(span('2026Q1', '2026Q3')).toBe('2026年一季度至三季度');
  });

  it('belongs to one year, and its year holds it, whenever that begins', () => {
    fc.assert(
      fc.property(periods, (axis) => {
        const years = yearsOf(axis);
        const spans = years.map((year) => periodsOfYear(year, axis));
        expect(spans[0]?.first).toBe(axis.first);
        expect(spans.at(-1)?.last).toBe(axis.last);
        for (const [i, span] of spans.slice(1).entries()) expect(span?.first).toBe((spans[i]?.last ?? 0) + 1);
        for (const [i, span] of spans.entries()) expect(yearOf(span?.first ?? 0, axis)).toBe(years[i]);
      }),
    );
  });

  it('is numbered within its year', () => {
    const march = ordinalOf(2027, 3, 'month');
    const april = { ...MONTHS, yearStart: 4 };
    expect(['half', 'quarter', 'month'].map((part) => calendarNumber(part as 'half', march, MONTHS))).toEqual([
      1, 1, 3,
    ]);
    expect(['year', 'half', 'quarter', 'month'].map((part) => calendarNumber(part as 'half', march, april))).toEqual([
      2027, 2, 4, 3,
    ]);
    expect(
      calendarNumber('month', ordinalOf(2027, 1, 'quarter'), { first: 0, last: 0, step: 'quarter' }),
    ).toBeUndefined();
  });

  it('stands on the axis where its end lies', () => {
    // October 2025 ends ten twelfths after the end of 2024.
    expect(pointIn(2024 + 10 / 12, 'month')).toBeCloseTo(ordinalOf(2025, 10, 'month'), 9);
    expect(pointIn(2025, 'quarter')).toBe(ordinalOf(2025, 4, 'quarter'));
    expect(pointIn(2025, 'year')).toBe(2025);
  });
});

describe('a period that a person types', () => {
  it.each([
    ['2026', '2026'],
    ['2026年', '2026'],
    ['2026 q3', '2026Q3'],
    ['2026Q3', '2026Q3'],
    ['Q3 2026', '2026Q3'],
    ['２０２６－０７', '2026-07'],
    ['2026年7月', '2026-07'],
    ['Jul 2026', '2026-07'],
    ['2026年上半年', '2026H1'],
    ['2026h2', '2026H2'],
  ])('%s', (typed, text) => {
    const named = readPeriodName(typed);
    expect(named && periodText(named.period, named.step)).toBe(text);
  });

  it.each(['', '1150', '2026-13', '2026Q5', 'soon', '12'])('is not %s', (typed) => {
    expect(readPeriodName(typed)).toBeUndefined();
  });
});

describe('a year of periods', () => {
  it('ends with its last period, so that a target of December stands in a chart of years, one of June in none', () => {
    expect(['2026-12', '2026-06', '2026Q4', '2026'].map((text) => yearEnding(text, { step: 'month' }))).toEqual([
      2026,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['2026-12', '2027-03'].map((text) => yearEnding(text, { step: 'month', yearStart: 4 }))).toEqual([
      undefined,
      2027,
    ]);
    expect(yearEnding('2026Q4', { step: 'quarter' })).toBe(2026);
  });

  const line = (id: string) => {
    const found = LINES.find((one) => one.id === id);
    if (!found || found.kind === 'heading') throw new Error(id);
    return found;
  };

  it('is the sum of a flow, the last of a stock, the mean of a rate; that it is a guess is known', () => {
    const { revenue = [], cash = [] } = worked();
    expect(rollupOf(line('revenue'))).toEqual({ by: 'sum', isGuess: true });
    expect(rollupOf(line('cash'))).toEqual({ by: 'last', isGuess: true });
    expect(rollupOf(line('price')).by).toBe('mean');
    expect(rollupOf({ ...line('revenue'), unit: 'EUR per month' }).by).toBe('sum');
    expect(rollupOf({ ...line('revenue'), unit: 'index' }).by).toBe('mean');
    expect(rollupOf(line('churn'))).toEqual({ by: 'mean', isGuess: true });
    expect(rollupOf({ ...line('revenue'), rollup: 'last' })).toEqual({ by: 'last', isGuess: false });
    expect(rolledUp(revenue, MONTHS, 'sum').map((value) => Math.round(value * 100) / 100)).toEqual([
      901_164.18, 1_265_140.49, 1_547_280.98,
    ]);
    expect(rolledUp(cash, MONTHS, 'last')).toEqual([cash[11], cash[23], cash[35]]);
    expect(rolledUp(Array(36).fill(0.01), MONTHS, 'compound')[0]).toBeCloseTo(1.01 ** 12 - 1, 12);
    expect(rolledUp(Array(36).fill(3), MONTHS, 'mean')).toEqual([3, 3, 3]);
  });

  it('that is not whole, or of which a value is missing, has no sum', () => {
    const later: Periods = { ...MONTHS, first: MONTHS.first + 2, last: MONTHS.last - 1 };
    const values = Array.from({ length: 33 }, (_, i) => i);
    expect(rolledUp(values, later, 'sum')).toEqual([Number.NaN, 12 * 15.5, Number.NaN]);
    // Its last month is there, and that of the year after is not.
    expect(rolledUp(values, later, 'last')).toEqual([9, 21, Number.NaN]);
    values[12] = Number.NaN;
    expect(rolledUp(values, later, 'sum')[1]).toBeNaN();
  });
});
