import { beginningOf, cellOfOrdinal, cellPeriods, coarseStep, ownPeriods } from './coarse.ts';
import type { Line, Rollup } from './line.ts';
import { PER_YEAR, type Periods, periodsOfYear, placeOf, stepOf, yearOf } from './periods.ts';

/** The years to which periods belong, the first and the last of which may not be whole. */
export function yearsOf(periods: Periods): number[] {
  if (periods.list) return [...new Set(periods.list.map((period) => yearOf(period, periods)))];
  const [first, last] = [yearOf(periods.first, periods), yearOf(periods.last, periods)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The value of a year from those of its periods, or of any longer period from those of its parts, none missing. */
export const TAKE: Readonly<Record<Rollup, (of: readonly number[]) => number>> = {
  sum: (of) => of.reduce((sum, value) => sum + value, 0),
  last: (of) => of.at(-1) ?? Number.NaN,
  mean: (of) => of.reduce((sum, value) => sum + value, 0) / of.length,
  compound: (of) => of.reduce((product, value) => product * (1 + value), 1) - 1,
  none: () => Number.NaN,
};

/** A year of a line: the periods that it has, and its value, or why it has none. */
export interface RolledYear {
  readonly year: number;
  readonly first: number;
  readonly last: number;
  /** NaN where there is none. */
  readonly value: number;
  /** `none`: the line has no values by year; `partial`: not all periods that it takes are there; else the first without a number. */
  readonly gap?: 'none' | 'partial' | number;
}

/**
 * The years of a line, in the order of `yearsOf`. A year has a value where the periods hold it whole and none of them is
 * missing; of the last of a year's periods it is enough that this one is there.
 * @param values one for each period, NaN where there is none
 * @param line whose values they are, where its own periods may be longer
 */
export function rolledYears(values: ArrayLike<number>, periods: Periods, by: Rollup, line?: Line): RolledYear[] {
  const step = coarseStep(line, periods);
  if (step) {
    const cell = (ordinal: number) => cellOfOrdinal(ordinal, step, periods) ?? ordinal;
    const own = cellPeriods(line, periods).map((period) => values[placeOf(period, periods)] ?? Number.NaN);
    return rolledYears(own, ownPeriods(line, periods), by).map((year) => ({
      ...year,
      first: beginningOf(cell(year.first), step, periods),
      last: cell(year.last),
      ...(typeof year.gap === 'number' ? { gap: cell(year.gap) } : {}),
    }));
  }
  const whole = PER_YEAR[stepOf(periods)];
  return yearsOf(periods).map((year) => {
    const { first, last } = periodsOfYear(year, periods) ?? { first: periods.first, last: periods.first - 1 };
    const without = (gap: RolledYear['gap'] & {}): RolledYear => ({ year, first, last, value: Number.NaN, gap });
    if (by === 'none') return without(by);
    // A year that is cut off at its end has no last period.
    const count = placeOf(last, periods) - placeOf(first, periods) + 1;
    const isThere = by === 'last' ? yearOf(last + 1, periods) !== year : count === whole;
    if (!isThere) return without('partial');
    const begin = by === 'last' ? last : first;
    const place = placeOf(begin, periods);
    const of = Array.from({ length: by === 'last' ? 1 : count }, (_, i) => values[place + i] ?? Number.NaN);
    const missing = of.findIndex((value) => !Number.isFinite(value));
    return missing < 0 ? { year, first, last, value: TAKE[by](of) } : without(begin + missing);
  });
}

/** The values of `rolledYears`. */
export const rolledUp = (values: ArrayLike<number>, periods: Periods, by: Rollup, line?: Line): number[] =>
  rolledYears(values, periods, by, line).map(({ value }) => value);

/** The years that have no value for being cut off: the first or the last of them. */
export const partialYears = (periods: Periods, by: Rollup, line?: Line): number[] =>
  rolledYears([], periods, by, line).flatMap(({ year, gap }) => (gap === 'partial' ? [year] : []));
