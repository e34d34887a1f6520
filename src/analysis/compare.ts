import { type Unit, unitSpec } from '../model/units.ts';

/**
 * How a value's difference to the base is told: `number` in the line's unit, `percent` as a share of the base's value,
 * `points` in percentage points, which only percentages have.
 */
export type DifferenceBy = 'number' | 'percent' | 'points';

/** The difference of a value to the base's, stored as values are; `percent` as a fraction. Undefined where there is none to tell. */
export function difference(
  value: number | undefined,
  base: number | undefined,
  unit: Unit,
  by: DifferenceBy,
): number | undefined {
  if (value === undefined || base === undefined) return undefined;
  if (by === 'points' && unitSpec(unit).form === 'plain') return undefined;
  if (by !== 'percent') return value - base;
  return base === 0 ? undefined : (value - base) / Math.abs(base);
}

/** Orders numbers, and what is none behind them whichever way the order runs. */
export function byNumber(a: number | undefined, b: number | undefined, down: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return down ? b - a : a - b;
}
