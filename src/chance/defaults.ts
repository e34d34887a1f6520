import { normalQuantile } from '../maths/special.ts';
import type { Shape, ShapeKind } from '../model/whatIf.ts';
import { stretching } from './shapes.ts';

/** From where to where an input may go, and what it holds. */
export interface Spread {
  readonly low: number;
  readonly high: number;
  readonly held: number;
}

/** Where a distribution has no ends, a range is taken for its middle 80 %. */
const TAIL = normalQuantile(0.9);
/** Where nothing is known of a logarithm, a tenth: a guess. */
const TENTH = 0.1;

/** A distribution of a kind that goes about as far as a range does. */
export function shapeOver(kind: ShapeKind, { low, high, held }: Spread): Shape {
  const middle = held > low && held < high ? held : (low + high) / 2;
  switch (kind) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      return { kind, low, high };
    case 'normal':
      return { kind, deviation: (high - low) / (2 * TAIL) };
    case 'lognormal':
      return { kind, deviation: low > 0 ? Math.log(high / low) / (2 * TAIL) : TENTH };
    case 'metalog': {
      const [least, most] = medians(low, high);
      return { kind, p10: low, p50: Math.min(Math.max(middle, least), most), p90: high };
    }
    case 'discrete':
      return { kind, values: [low, middle, high], weights: [1, 2, 1] };
    case 'samples':
      return { kind, values: [low, middle, high] };
  }
}

/** Medians between which there is a metalog with such quantiles at 10 and 90 % and such bounds, a little within. */
export function medians(p10: number, p90: number, least?: number, most?: number): readonly [number, number] {
  const [stretch, shrink] = stretching(least, most);
  const [low, high] = [stretch(p10), stretch(p90)];
  const middle = (low + high) / 2;
  // |p10 + p90 − 2 p50| < 0.4 · 1.667 (p90 − p10)
  const reach = 0.3334 * (high - low) * 0.999;
  return [shrink(middle - reach), shrink(middle + reach)];
}
