import type { Measure } from './measure.ts';

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
      if (exponent === undefined || measure.bases.has(other)) continue;
      const bases = new Map(measure.bases);
      bases.delete(one);
      bases.set(other, exponent);
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
  return readings;
}
