/** A place and the value of the function there. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A function whose value takes time; undefined where it has none. */
export type Unknown = (x: number) => Promise<number | undefined>;

/** How a search for a zero between two points ended. */
export type Crossing =
  /** Two points as near to each other as was asked for, on either side of the zero, or one on it; `at` is the nearer. */
  | { readonly kind: 'zero'; readonly at: Point; readonly beyond: Point }
  /** The values change sign without coming near to zero, as at a step or a pole. */
  | { readonly kind: 'jump'; readonly at: Point; readonly beyond: Point }
  /** The function has no value at a place between them. */
  | { readonly kind: 'gap' };

/** The bracket is narrowed to this part of x. */
const RELATIVE = 1e-12;
/** Around zero, where no part of x is wide enough: this part of the width of the first bracket. */
const ABSOLUTE = 1e-15;
/** A zero whose value is still above this part of the values at the ends of the first bracket is a jump. */
const JUMP = 1e-6;
/** Bisection alone needs some fifty; Brent's bound is that number's square. */
const MOST_STEPS = 200;

/**
 * A zero of a function between two points at which it has opposite signs: inverse quadratic interpolation and the
 * secant where they converge, bisection where they do not. It ends on an exact zero, or when the bracket is narrower
 * than 1e-12 of x. R. P. Brent, Algorithms for Minimization without Derivatives, Prentice-Hall 1973, chapter 4 (the
 * procedure `zero`).
 */
export async function brent(f: Unknown, one: Point, other: Point): Promise<Crossing> {
  const smallest = ABSOLUTE * Math.abs(other.x - one.x);
  const spread = Math.max(Math.abs(one.y), Math.abs(other.y));
  // b: the best so far; a: the one before it; c: on the other side of the zero.
  let [a, b, c] = [one, other, one];
  let step = b.x - a.x;
  let before = step;
  for (let i = 0; i < MOST_STEPS; i++) {
    if (Math.abs(c.y) < Math.abs(b.y)) [a, b, c] = [b, c, b];
    const tolerance = 0.5 * (RELATIVE * Math.abs(b.x) + smallest);
    const half = (c.x - b.x) / 2;
    if (b.y === 0 || Math.abs(half) <= tolerance) break;
    const wanted = interpolate(a, b, c, half);
    const converges = Math.abs(before) >= tolerance && Math.abs(a.y) > Math.abs(b.y);
    // No step further than three quarters of the way to c, nor than half of the last but one.
    const near = wanted !== undefined && wanted * half > 0 && Math.abs(wanted) < 1.5 * Math.abs(half) - tolerance / 2;
    if (converges && near && Math.abs(wanted) < Math.abs(before) / 2) [before, step] = [step, wanted];
    else [before, step] = [half, half];
    const x = b.x + (Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance);
    const y = await f(x);
    if (y === undefined) return { kind: 'gap' };
    a = b;
    b = { x, y };
    if (b.y > 0 === c.y > 0) {
      c = a;
      step = b.x - a.x;
      before = step;
    }
  }
  return { kind: Math.abs(b.y) <= JUMP * spread ? 'zero' : 'jump', at: b, beyond: b.y === 0 ? b : c };
}

/** The step from b to where a parabola through three points, or a line through two, meets zero. */
function interpolate(a: Point, b: Point, c: Point, half: number): number | undefined {
  const s = b.y / a.y;
  let p = 2 * half * s;
  let q = 1 - s;
  if (a.x !== c.x) {
    const [r, t] = [b.y / c.y, a.y / c.y];
    p = s * (2 * half * t * (t - r) - (b.x - a.x) * (r - 1));
    q = (t - 1) * (r - 1) * (s - 1);
  }
  if (p > 0) q = -q;
  p = Math.abs(p);
  const step = p / q;
  return Number.isFinite(step) ? step : undefined;
}
