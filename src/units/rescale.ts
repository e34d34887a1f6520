import { isCurrency, isSpan, type Measure } from './measure.ts';

/** How many of the shorter span are in the longer one, as people write it. */
const SPANS: readonly (readonly [count: number, longer: string, shorter: string])[] = [
  [12, 'year', 'month'],
  [4, 'year', 'quarter'],
  [2, 'year', 'half'],
  [6, 'half', 'month'],
  [3, 'quarter', 'month'],
  [52, 'year', 'week'],
  [365, 'year', 'day'],
  [365.25, 'year', 'day'],
  [360, 'year', 'day'],
  [366, 'year', 'day'],
  [30, 'month', 'day'],
  [7, 'week', 'day'],
  [24, 'day', 'hour'],
  [8760, 'year', 'hour'],
  [8784, 'year', 'hour'],
  [60, 'hour', 'minute'],
];

/** By how much a literal power of ten moves the point; undefined for any other number. */
export function powerOfTen(by: number): number | undefined {
  const power = Math.round(Math.log10(Math.abs(by)));
  return by !== 0 && power !== 0 && Math.abs(by) === Number(`1e${power}`) ? power : undefined;
}

/** How many of one span are in another: 12 for a year in months, 1/12 the other way; undefined where nobody says so. */
export function spansIn(one: string, other: string): number | undefined {
  const found = SPANS.find(
    ([, longer, shorter]) => (longer === one && shorter === other) || (longer === other && shorter === one),
  );
  return found && (found[1] === one ? found[0] : 1 / found[0]);
}

/** Stands for what is not said: whatever a share of visits are (orders), or anything that a literal is counted in. */
export const SOME_COUNT = '?';
export const ANYTHING = '*';

/** A measure with one of the things that it counts turned into another that is not named. */
export function turnedInto(measure: Measure, unnamed: string): Measure[] {
  return [...measure.bases].flatMap(([base, exponent]) => {
    if (exponent !== 1 || isCurrency(base) || isSpan(base) || base === SOME_COUNT || base === ANYTHING) return [];
    const bases = new Map(measure.bases);
    bases.delete(base);
    bases.set(unnamed, 1);
    return [{ ...measure, bases }];
  });
}

/** Whether two measures can be one, where one of them holds what is not named. */
export function couldBe(a: Measure, b: Measure): boolean {
  const [open, other] = a.bases.has(SOME_COUNT) || a.bases.has(ANYTHING) ? [a, b] : [b, a];
  const unnamed = open.bases.has(ANYTHING) ? ANYTHING : SOME_COUNT;
  if (!open.bases.has(unnamed) || open.power !== other.power) return false;
  const left = new Map(open.bases);
  left.delete(unnamed);
  for (const [base, exponent] of other.bases) {
    const rest = (left.get(base) ?? 0) - exponent;
    if (rest === 0) left.delete(base);
    else left.set(base, rest);
  }
  const [first, ...others] = left;
  return (
    first !== undefined && others.length === 0 && first[1] === -1 && (unnamed === ANYTHING || !isCurrency(first[0]))
  );
}

/**
 * The other readings of a value that a literal multiplies (`sign` 1) or divides (-1): in a unit that is a power of ten
 * larger or smaller, or for another span of time.
 */
export function rescaled(measure: Measure, by: number, sign: 1 | -1): Measure[] {
  const readings: Measure[] = [];
  const power = powerOfTen(by);
  if (power !== undefined) readings.push({ ...measure, power: measure.power - sign * power });
  for (const [count, longer, shorter] of SPANS) {
    if (Math.abs(by) !== count && Math.abs(by * count - 1) > 1e-9) continue;
    for (const [one, other] of [
      [longer, shorter],
      [shorter, longer],
    ] as const) {
      const exponent = measure.bases.get(one);
      if (exponent === undefined) continue;
      const bases = new Map(measure.bases);
      bases.delete(one);
      const sum = (bases.get(other) ?? 0) + exponent;
      if (sum === 0) bases.delete(other);
      else bases.set(other, sum);
      readings.push({ ...measure, bases });
    }
    // The hours of a year make energy of power.
    if (shorter === 'hour' && sign === 1)
      readings.push({
        ...measure,
        bases: new Map(
          [...measure.bases, ['hour', (measure.bases.get('hour') ?? 0) + 1] as const].filter(
            ([, exponent]) => exponent !== 0,
          ),
        ),
      });
  }
  // So many orders an employee handles: only the literal knows.
  if (readings.length === 0 && Math.abs(by) !== 1) readings.push(...turnedInto(measure, ANYTHING));
  return readings;
}
