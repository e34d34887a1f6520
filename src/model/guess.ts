import { isDateUnit } from './dates.ts';
import type { InputRange } from './line.ts';
import { type Unit, unitSpec } from './units.ts';

/** A range about a number of which nobody said how far it may go. */
export interface GuessedRange extends Pick<InputRange, 'low' | 'high' | 'step'> {
  /** Whether it goes from half of the number to double of it. */
  readonly isHalfToDouble: boolean;
}

/** Steps from nothing to the number: at least so many, and at most; where none of these meets it, about so many. */
const FEWEST = 20;
const MOST = 200;
const USUAL = 100;
/** Percent, or points, about none of them. */
const ABOUT_NONE = 10;
const HALF_POINT = 0.5;
/** Years about a year. */
const YEARS = 5;

/** Free of the noise of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12));
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));

/** The largest step of 1, 2 or 5 times a power of ten that meets half of a number, else the number; at least `least`. */
function stepFor(size: number, least: number): number {
  const power = Math.floor(Math.log10(size / FEWEST));
  const steps = [0, 1, 2].flatMap((i) => [5, 2, 1].map((digit) => clean(digit * 10 ** (power - i))));
  const fine = steps.filter((step) => step <= (size / FEWEST) * (1 + 1e-9) && step >= least);
  const meets = (part: number) => fine.find((step) => step >= size / MOST && isWhole(part / step));
  return meets(size / 2) ?? meets(size) ?? fine.find((step) => step <= size / USUAL) ?? fine[0] ?? least;
}

/**
 * From half of a number to double of it, in its stored form; a share of less than all of it not above all. About 0 percent
 * it is ten to either side, about a year five. Undefined for other zeros, of which nothing can be guessed, and for what is
 * no amount.
 */
export function guessedRange(value: number, unit: Unit): GuessedRange | undefined {
  const found = Number.isFinite(value) ? about(value, unit) : undefined;
  // So small, or so large, that no step can be told.
  const isSound = found && found.low < found.high && found.step > 0 && Number.isFinite(found.high - found.low);
  return isSound && value >= found.low && value <= found.high ? found : undefined;
}

function about(value: number, unit: Unit): GuessedRange | undefined {
  const { form, decimals } = unitSpec(unit);
  if (unit === 'check' || unit === 'rank' || isDateUnit(unit)) return undefined;
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
  return { low: stored(low), high: stored(high), step: stored(step), isHalfToDouble: !isPart };
}
