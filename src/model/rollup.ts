import type { MeasuredLine, Rollup } from './line.ts';
import { PER_YEAR, type Periods, periodsOfYear, stepOf, yearOf } from './periods.ts';
import { type Unit, unitSpec } from './units.ts';

/** A line that goes on from its own period before is a stock. */
const isStock = (line: MeasuredLine): boolean =>
  line.kind === 'series' && new RegExp(`\\{${line.id}@(prev|-\\d+)\\}`).test(line.formula);

/** Plain units of what is no amount that could be summed. */
const UNSUMMED: ReadonlySet<Unit> = new Set(['index', 'times', 'rank', 'switch', 'check', 'year']);
/** An amount for each of something is a rate, but for an amount in a period. */
const EACH = / per (?!year|half|quarter|month)|\/(?!年|月|季)|每(?!年|月|季)/i;
const isRate = (unit: Unit): boolean => UNSUMMED.has(unit) || EACH.test(unit);

/**
 * How a line's periods make a year, and whether that is a guess, since the line does not say: the last of a stock, the
 * mean of rates and shares, else the sum.
 */
export function rollupOf(line: MeasuredLine): { readonly by: Rollup; readonly isGuess: boolean } {
  if (line.rollup) return { by: line.rollup, isGuess: false };
  if (unitSpec(line.unit).form !== 'plain') return { by: 'mean', isGuess: true };
  return { by: isStock(line) ? 'last' : isRate(line.unit) ? 'mean' : 'sum', isGuess: true };
}

/** The years to which periods belong, the first and the last of which may not be whole. */
export function yearsOf(periods: Periods): number[] {
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

/**
 * Values by year, in the order of `yearsOf`. NaN for a year of which a value is missing or that the periods do not hold
 * whole; of the last of a year's periods it is enough that this one is there.
 * @param values one for each period, NaN where there is none
 */
export function rolledUp(values: ArrayLike<number>, periods: Periods, by: Rollup): number[] {
  const whole = PER_YEAR[stepOf(periods)];
  return yearsOf(periods).map((year) => {
    const span = periodsOfYear(year, periods);
    if (!span) return Number.NaN;
    const length = span.last - span.first + 1;
    const of = Array.from({ length }, (_, i) => values[span.first - periods.first + i] ?? Number.NaN);
    // A year that is cut off at its end has no last period.
    const ends = yearOf(span.last + 1, periods) !== year;
    if (by === 'last') return ends ? TAKE.last(of) : Number.NaN;
    return length === whole ? TAKE[by](of) : Number.NaN;
  });
}

/** The years that have no value for being cut off: the first or the last of them. */
export const partialYears = (periods: Periods, by: Rollup): number[] => {
  const whole = rolledUp(new Float64Array(periods.last - periods.first + 1), periods, by);
  return yearsOf(periods).filter((_, i) => by !== 'none' && Number.isNaN(whole[i]));
};
