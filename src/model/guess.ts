import type { InputRange } from './line.ts';
import { type Unit, unitSpec } from './units.ts';

/** A range about a number of which nobody said how far it may go. */
export interface GuessedRange extends Pick<InputRange, 'low' | 'high' | 'step'> {
  /** Whether it goes from half of the number to double of it. */
  readonly isHalfToDouble: boolean;
}

/** Steps from nothing to the number: at least so many. */
const FINE = 20;
/** Powers of ten below that in which a step is looked for that meets the number and its half. */
const POWERS = 4;
/** Percent, or points, about none of them. */
const ABOUT_NONE = 10;
const HALF_POINT = 0.5;
/** Years about a year. */
const YEARS = 5;

/** Free of the noise of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12));
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));

/** The largest step of 1, 2 or 5 times a power of ten that meets half of a number and is fine enough; at least `least`. */
function stepFor(size: number, least: number): number {
  const most = size / FINE;
  const power = Math.floor(Math.log10(most));
  const steps = Array.from({ length: POWERS }, (_, i) => [5, 2, 1].map((digit) => clean(digit * 10 ** (power - i))));
  const fine = steps.flat().filter((step) => step <= most * (1 + 1e-9) && step >= least);
  return fine.find((step) => isWhole(size / 2 / step)) ?? fine[0] ?? least;
}

/**
 * From half of a number to double of it, in its stored form; a share of less than all of it not above all. About 0 percent
 * it is ten to either side, about a year five. Undefined for other zeros, of which nothing can be guessed, and for what is
 * no amount.
 */
export function guessedRange(value: number, unit: Unit): GuessedRange | undefined {
  const { form, decimals } = unitSpec(unit);
  if (!Number.isFinite(value) || unit === 'check' || unit === 'rank') return undefined;
  if (unit === 'switch') return { low: 0, high: 1, step: 1, isHalfToDouble: false };
  if (unit === 'year') return { low: value - YEARS, high: value + YEARS, step: 1, isHalfToDouble: false };
  const scale = form === 'plain' ? 1 : 100;
  const stored = (shown: number): number => clean(shown / scale);
  if (value === 0) {
    if (form === 'plain') return undefined;
    return { low: stored(-ABOUT_NONE), high: stored(ABOUT_NONE), step: stored(HALF_POINT), isHalfToDouble: false };
  }
  const size = clean(Math.abs(value) * scale);
  const least = form === 'plain' && unit !== '' && decimals === 0 && Number.isInteger(value) ? 1 : 0;
  const step = stepFor(size, least);
  const half = clean(Math.floor(clean(size / 2 / step)) * step);
  const isPart = form === 'share' && value >= 0.5 && value < 1;
  const double = isPart ? scale : clean(Math.ceil(clean((size * 2) / step)) * step);
  const [low, high] = value > 0 ? [half, double] : [-double, -half];
  // So small that no step can be told.
  if (!(low < high && step > 0)) return undefined;
  return { low: stored(low), high: stored(high), step: stored(step), isHalfToDouble: !isPart };
}
