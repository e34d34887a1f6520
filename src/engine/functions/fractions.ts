import { at15 } from './numberText.ts';

/** The whole part of a format, a gap, the numerator, and the denominator, which may be given. */
const FRACTION = /^(?:([#0?,]+)( +))?([#0?]+)\/([#0?]+|\d+)$/;
/** Excel takes no more digits of a denominator that it finds. */
const MOST_DIGITS = 4;

/** A fraction that is near to a part, and how: the denominator is the one that is given, or the best of so many digits. */
function nearest(part: number, given: string): readonly [above: number, below: number] {
  const fixed = Number(given);
  if (fixed > 0) return [Math.round(part * fixed), fixed];
  let best: readonly [number, number] = [0, 1];
  let error = Number.POSITIVE_INFINITY;
  for (let d = 1; d < 10 ** given.length; d++) {
    const n = Math.round(part * d);
    const off = Math.abs(part - n / d);
    if (off < error - 1e-15) [best, error] = [[n, d], off];
  }
  return best;
}

const left = (n: number, places: string): string =>
  String(n).padStart(places.length, places.startsWith('0') ? '0' : ' ');

/**
 * A number by a format of fractions such as `# ??/??`, of which the shared formatter takes the first that is near.
 * @param shown by the shared formatter, of what is whole
 * @returns undefined for all other formats
 */
export function asFraction(
  pattern: string,
  x: number,
  shown: (pattern: string, x: number) => string,
): string | undefined {
  const [, whole, gap = '', above = '', below = ''] = FRACTION.exec(pattern) ?? [];
  if (above === '' || below.length > MOST_DIGITS) return undefined;
  const size = at15(Math.abs(x));
  const own = whole === undefined ? 0 : Math.floor(size);
  const [n, d] = nearest(size - own, below);
  const sign = x < 0 ? '-' : '';
  if (n === 0 || (n === d && whole !== undefined)) return shown(pattern, (x < 0 ? -1 : 1) * (own + n / d));
  const numerator = above.startsWith('#') ? String(n) : left(n, above);
  const denominator = below.startsWith('0')
    ? left(d, below)
    : below.startsWith('?')
      ? String(d).padEnd(below.length)
      : d;
  return `${sign}${whole === undefined ? '' : shown(whole, own)}${gap}${numerator}/${denominator}`;
}
