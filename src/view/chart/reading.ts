import type { ChartData, Curve, Dot, PointOf, TargetMark } from './data.ts';

export const MISSING = '–';

/** All that the chart shows for one year. */
export interface ChartReading {
  readonly year: number;
  readonly values: readonly { readonly curve: Curve; readonly text: string }[];
  readonly targets: readonly TargetMark[];
  readonly dots: readonly Dot[];
}

/** Errors come as null; anything else that cannot be drawn is a gap too. */
export function isValue(value: number | null | undefined): value is number {
  return value != null && Number.isFinite(value);
}

/** A value of a curve as its axis tells it. `isWhole`: with all the digits that a cell shows. */
export function formatted(data: ChartData, curve: Curve, index: number, isWhole = false): string {
  const value = curve.values[index];
  const { formatValue, formatWhole } = (curve.right && data.second) || data;
  return isValue(value) ? ((isWhole && formatWhole) || formatValue)(value) : MISSING;
}

/** The year among `years` nearest to a position on the axis. */
export function nearestYear(years: readonly number[], at: number): number | undefined {
  let nearest: number | undefined;
  for (const year of years) {
    if (nearest === undefined || Math.abs(year - at) < Math.abs(nearest - at)) nearest = year;
  }
  return nearest;
}

/** A dot between two years is read with the nearer one. */
export function readYear(data: ChartData, year: number): ChartReading {
  const index = data.years.indexOf(year);
  return {
    year,
    values: data.curves.map((curve) => ({ curve, text: formatted(data, curve, index) })),
    targets: data.targets.filter((target) => target.year === year),
    dots: data.dots.filter((dot) => nearestYear(data.years, Math.round(dot.x)) === year),
  };
}

/** The value at which a year is read by keys: of the scenario in view, else of the first curve that a cell stands behind. */
export function pointRead({ curves }: ChartData, year: number | undefined): PointOf | undefined {
  const held = curves.filter(({ of }) => of);
  const curve = held.find(({ inView, beside }) => inView && !beside) ?? held[0];
  return curve && year !== undefined ? { curve, year } : undefined;
}

/** The same in one line, to be read aloud: "2025, bn yuan: Base 230, All levers 260. Target 300, 2025." */
export function readAloud(data: ChartData, reading: ChartReading): string {
  const values = reading.values.map(({ curve, text }) => `${curve.name} ${text}`).join(', ');
  const marks = [...reading.targets, ...reading.dots].map((mark) => mark.label);
  return [`${data.periodName(reading.year)}, ${data.unit}: ${values}`, ...marks].join('. ');
}

/** Where reading begins: at the first target in sight, else where knowledge ends. */
export function firstReading(data: ChartData): number | undefined {
  const target = data.targets.find(({ year }) => data.years.includes(year));
  return target?.year ?? data.years.find((year) => year >= data.knownUntil) ?? data.years.at(-1);
}

/** The year that a key leads to from `from`, or undefined where the key does not move. */
export function stepYear(years: readonly number[], from: number | undefined, key: string): number | undefined {
  const index = from === undefined ? 0 : years.indexOf(from);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return years[Math.max(0, index - 1)];
    case 'ArrowRight':
    case 'ArrowUp':
      return years[Math.min(years.length - 1, index + 1)];
    case 'Home':
      return years[0];
    case 'End':
      return years.at(-1);
    default:
      return undefined;
  }
}
