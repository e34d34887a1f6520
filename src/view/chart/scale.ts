/** Axes: which values carry a gridline, which years a name. */

export interface AxisExtent {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

const MOST_LINES = 5;
/** An axis ends on a quarter of a step, so that it holds still while values move a little. */
const QUARTER = 4;
/** Binary fractions: 0.3 / 0.1 is 2.9999999999999996 and counts as 3. */
const SLACK = 1e-9;

/** Steps of 1, 2, 4 and 5, and of 25, 250…: 2.5 itself would round to 3 in a label without decimals. */
function* steps(atLeast: number): Generator<number> {
  for (let power = Math.floor(Math.log10(atLeast)); ; power += 1) {
    for (const digit of power >= 1 ? [1, 2, 2.5, 4, 5] : [1, 2, 4, 5]) {
      const step = power < 0 ? digit / 10 ** -power : digit * 10 ** power;
      if (step >= atLeast) yield step;
    }
  }
}

/** An axis over all finite values that contains 0 and has at most five gridlines. */
export function valueAxis(values: Iterable<number>): AxisExtent {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const span = high - low;
  // Near the ends of the range of doubles a step would be 0 or infinite.
  if (span < 1e-300 || span > 1e300) return { min: 0, max: 1, ticks: [0] };
  for (const step of steps(span / (MOST_LINES + 1))) {
    const max = (Math.ceil((high * QUARTER) / step - SLACK) * step) / QUARTER;
    const min = (Math.floor((low * QUARTER) / step + SLACK) * step) / QUARTER;
    const first = Math.ceil(min / step - SLACK);
    const last = Math.floor(max / step + SLACK);
    if (last - first < MOST_LINES) {
      const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
      return { min: min || 0, max: max || 0, ticks: ticks.map((tick) => Number(tick.toPrecision(12)) || 0) };
    }
  }
  return { min: 0, max: 1, ticks: [0] };
}

/**
 * Whole periods at least `apart` pixels apart on an axis of `width` pixels: on whole parts of a year, or on multiples of
 * 1, 2, 5, 10… years. `perYear`: periods of one year.
 */
export function yearTicks(from: number, to: number, width: number, apart: number, perYear = 1): number[] {
  const each = width / Math.max(1, to - from);
  const parts = [1, 2, 3, 6].filter((part) => part < perYear && perYear % part === 0);
  const years = [1, 2, 5, 10, 20, 50, 100].map((count) => count * perYear);
  const step = [...parts, ...years].find((count) => count * each >= apart) ?? 500 * perYear;
  const ticks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year);
  return ticks;
}

/** The periods that are named: the regular ones of `yearTicks`, or where periods are left out some of those that are there. */
export function periodTicks(
  periods: readonly number[],
  { min, max }: Pick<AxisExtent, 'min' | 'max'>,
  width: number,
  apart: number,
  perYear = 1,
): readonly number[] {
  const isEven = periods.every((period, i) => i === 0 || period - (periods[i - 1] ?? period) === 1);
  const even = isEven ? yearTicks(min, max, width, apart, perYear) : [];
  // A short axis has no two round years: its ends tell how far it goes.
  if (even.length > 1 || (isEven && (periods.length < 2 || width < apart))) return even;
  if (isEven) return [periods[0] ?? min, periods.at(-1) ?? max];
  const least = (apart * (max - min)) / width;
  const ticks: number[] = [];
  // From the last one backwards: it is the one that is asked for.
  for (const period of [...periods].reverse())
    if (ticks.length === 0 || (ticks.at(-1) ?? 0) - period >= least) ticks.push(period);
  return ticks.reverse();
}

/** The span of an axis of periods, with so much room at its ends. One period alone stands in the middle. */
export function periodAxis(places: readonly number[], margin = 0): Pick<AxisExtent, 'min' | 'max'> {
  const [min, max] = [Math.min(...places), Math.max(...places)];
  const room = min === max ? Math.max(margin, 0.5) : margin;
  return { min: min - room, max: max + room };
}
