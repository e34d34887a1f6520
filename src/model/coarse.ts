import type { Line, MeasuredLine } from './line.ts';
import {
  inOtherStep,
  isOneOf,
  type LongerStep,
  PER_YEAR,
  type Periods,
  periodsOf,
  periodText,
  placeOf,
  type Step,
  shifted,
  stepOf,
} from './periods.ts';

/**
 * Lines whose own periods are longer than those of their model. Such a period has one cell: that of the last of the
 * model's periods in it that are there. The others of them are no cells of the line, and hold nothing.
 */

/** The cells of a line of a longer step, ascending, each with its own ordinal and where it begins. */
interface Cells {
  readonly all: readonly number[];
  readonly ordinals: readonly number[];
  readonly firsts: readonly number[];
  /** By period of the model, the place of the cell in `all`. */
  readonly places: ReadonlyMap<number, number>;
}

const known = new WeakMap<Periods, Map<Step, Cells>>();

function cellsIn(step: Step, periods: Periods): Cells {
  const found = known.get(periods)?.get(step);
  if (found) return found;
  const [all, ordinals, firsts]: [number[], number[], number[]] = [[], [], []];
  const places = new Map<number, number>();
  for (const period of periodsOf(periods)) {
    const ordinal = inOtherStep(period, periods, step);
    if (ordinals.at(-1) !== ordinal) {
      ordinals.push(ordinal);
      firsts.push(period);
    }
    all[ordinals.length - 1] = period;
    places.set(period, ordinals.length - 1);
  }
  const cells = { all, ordinals, firsts, places };
  const byStep = known.get(periods) ?? new Map<Step, Cells>();
  known.set(periods, byStep.set(step, cells));
  return cells;
}

/** What says how long the periods of a line are. */
export type Stepped = Line | Pick<MeasuredLine, 'step'> | undefined;

/** The step of a line's own periods where it is longer than its model's. */
export function coarseStep(line: Stepped, periods: Pick<Periods, 'step'>): LongerStep | undefined {
  const step = line && 'step' in line ? line.step : undefined;
  return step !== undefined && PER_YEAR[step] < PER_YEAR[stepOf(periods)] ? step : undefined;
}

/** The longer of two steps, of which undefined is the model's own. */
export const coarser = (a: Step | undefined, b: Step | undefined): Step | undefined =>
  a === undefined || (b !== undefined && PER_YEAR[b] < PER_YEAR[a]) ? b : a;

/** The periods in which a line with periods has its cells. */
export function cellPeriods(line: Stepped, periods: Periods): readonly number[] {
  const step = coarseStep(line, periods);
  return step ? cellsIn(step, periods).all : periodsOf(periods);
}

/** Whether a line with periods has a cell in a period. */
export function hasCell(line: Stepped, period: number, periods: Periods): boolean {
  const step = coarseStep(line, periods);
  return step ? cellAtPeriod(period, step, periods) === period : isOneOf(period, periods);
}

/** The cell of the longer period to which a period belongs; undefined where the period is none of the axis. */
export function cellAtPeriod(period: number, step: Step | undefined, periods: Periods): number | undefined {
  if (!step) return isOneOf(period, periods) ? period : undefined;
  const { all, places } = cellsIn(step, periods);
  return all[places.get(period) ?? -1];
}

/** The same of a line. */
export const cellOf = (line: Stepped, period: number, periods: Periods): number | undefined =>
  cellAtPeriod(period, coarseStep(line, periods), periods);

/** The cell of a longer period by its own ordinal; undefined where none of it is there. */
export function cellOfOrdinal(ordinal: number, step: Step, periods: Periods): number | undefined {
  const { all, ordinals } = cellsIn(step, periods);
  return all[ordinals.indexOf(ordinal)];
}

/** The first period of the longer one whose cell is given. */
export function beginningOf(cell: number, step: Step, periods: Periods): number {
  const { firsts, places } = cellsIn(step, periods);
  return firsts[places.get(cell) ?? -1] ?? cell;
}

/** The ordinal of a line's own period to which a period of the model belongs. */
export const ownOrdinal = (line: Stepped, period: number, periods: Periods): number =>
  inOtherStep(period, periods, coarseStep(line, periods) ?? stepOf(periods));

/** The same as it is written: the year 2026 of a line of years, whose cell is that of 2026-12. */
export const ownText = (line: Stepped, period: number, periods: Periods): string =>
  periodText(ownOrdinal(line, period, periods), coarseStep(line, periods) ?? stepOf(periods));

/**
 * The cell that lies so many cells of a step further on, or back; where they end before it, a period that is none of them.
 * `isYears`: counted in years.
 */
export function cellBy(period: number, by: number, step: Step | undefined, periods: Periods, isYears = false): number {
  if (!step) return isYears ? period + by * PER_YEAR[stepOf(periods)] : shifted(period, by, periods);
  const { all, ordinals, places } = cellsIn(step, periods);
  const place = places.get(period) ?? Number.NaN;
  const to = isYears ? ordinals.indexOf((ordinals[place] ?? 0) + by * PER_YEAR[step]) : place + by;
  return all[to] ?? (by < 0 ? periods.first - 1 : periods.last + 1);
}

/** How many cells of a step a period lies behind another. */
export function cellsBetween(from: number, to: number, step: Step | undefined, periods: Periods): number {
  if (!step) return placeOf(to, periods) - placeOf(from, periods);
  const { places } = cellsIn(step, periods);
  return (places.get(to) ?? Number.NaN) - (places.get(from) ?? Number.NaN);
}

/** The axis of a line's own periods. */
export function ownPeriods(line: Stepped, periods: Periods): Periods {
  const step = coarseStep(line, periods);
  if (!step) return periods;
  const { ordinals } = cellsIn(step, periods);
  const [first = 0, last = first] = [ordinals[0], ordinals.at(-1)];
  const { step: _, list: __, yearStart: ___, ...rest } = periods;
  return {
    ...rest,
    first,
    last,
    ...(ordinals.length > last - first ? {} : { list: ordinals }),
    ...(step === 'year' ? {} : { step }),
  };
}
