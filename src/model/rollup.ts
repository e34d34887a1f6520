import { isDateUnit } from './dates.ts';
import type { MeasuredLine, Rollup } from './line.ts';
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
 * How a line's periods make a year, and whether that is a guess, since the line does not say: the last of a stock or a date, the
 * mean of rates and shares, else the sum.
 */
export function rollupOf(line: MeasuredLine): { readonly by: Rollup; readonly isGuess: boolean } {
  // A year's own value is what the year holds.
  if (line.step === 'year') return { by: 'last', isGuess: false };
  if (line.rollup) return { by: line.rollup, isGuess: false };
  if (unitSpec(line.unit).form !== 'plain') return { by: 'mean', isGuess: true };
  return { by: isStock(line) || isDateUnit(line.unit) ? 'last' : isRate(line.unit) ? 'mean' : 'sum', isGuess: true };
}
