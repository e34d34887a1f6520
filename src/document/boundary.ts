import { lastUpTo } from '../model/axis.ts';
import { cellBy, coarseStep } from '../model/coarse.ts';
import type { Line, Series } from '../model/line.ts';
import { firstPeriod, type Periods } from '../model/model.ts';
import { boundaryIn, isOneOf, ordinalOf, stepOf } from '../model/periods.ts';
import type { Change } from './change.ts';
import type { OpenModel } from './document.ts';
import { reachOf } from './lineFormula.ts';

/**
 * The boundary between the actual part of the periods and the forecast. Up to it what is typed in a series stands in place
 * of its formula; behind it the formula counts, and what is typed there is kept in `later` until the boundary passes it.
 */

export type TypedValues = NonNullable<Series['values']>;

/** The first period in which the formula of a series can stand: what is typed before it the formula starts from. */
export function canStand(line: Series, typed: TypedValues, periods: Periods): number {
  const begin = firstPeriod(line, periods);
  if (line.formula === '') return Number.POSITIVE_INFINITY;
  if (line.first !== undefined) return begin;
  const earliest = Math.min(
    begin,
    ...Object.keys(typed)
      .map(Number)
      .filter((slot) => !periods.list || isOneOf(slot, periods)),
  );
  const back = Math.max(1, reachOf(line.formula, line, periods));
  return Math.max(begin, cellBy(earliest, back, coarseStep(line, periods), periods));
}

/** A series with what is typed in it, of which counts what lies up to a boundary, and what the formula starts from. */
export function dividedAt(line: Series, typed: TypedValues, until: number, periods: Periods): Series {
  const { values: _, later: __, ...rest } = line;
  const from = Math.max(until + 1, canStand(line, typed, periods));
  const part = (isLater: boolean) => Object.entries(typed).filter(([slot]) => Number(slot) >= from === isLater);
  const [values, later] = [part(false), part(true)];
  return {
    ...rest,
    ...(values.length > 0 ? { values: Object.fromEntries(values) } : {}),
    ...(later.length > 0 ? { later: Object.fromEntries(later) } : {}),
  };
}

/** All that is typed in single periods of a series, whether it counts or not. */
export const typedIn = ({ values, later }: Series): TypedValues | undefined =>
  values || later ? { ...values, ...later } : undefined;

/** The last of the values that are typed in a line and are no start of its formula. */
function lastTyped(line: Line, typed: TypedValues | undefined, periods: Periods): number {
  if (line.kind !== 'series' || !typed) return Number.NEGATIVE_INFINITY;
  const from = canStand(line, typed, periods);
  const slots = Object.keys(typed).map(Number);
  return Math.max(
    ...slots.filter((slot) => slot >= from && slot <= periods.last && (!periods.list || isOneOf(slot, periods))),
  );
}

/** Where the boundary lies at least, so that all typed values count that do. */
export const boundaryOf = (lines: readonly Line[], periods: Periods, until: number): number =>
  lines.reduce(
    (last, line) => Math.max(last, lastTyped(line, line.kind === 'series' ? line.values : undefined, periods)),
    until,
  );

/** Where the boundary is taken to lie where nothing is said of it: behind all that is typed, and the first period. */
export const usualBoundary = (lines: readonly Line[], periods: Periods): number =>
  lines.reduce(
    (last, line) => Math.max(last, lastTyped(line, line.kind === 'series' ? typedIn(line) : undefined, periods)),
    periods.first,
  );

/** What a move of the boundary does. */
export interface Moved {
  readonly change: Change;
  /** Typed values of the periods that lie behind it then: kept, and not counted. */
  readonly waiting: number;
  /** Typed values that count again. */
  readonly back: number;
}

/** The boundary behind another period; before the first one, all is forecast. */
export function movedTo({ model }: OpenModel, until: number): Moved {
  const { periods } = model;
  let [waiting, back] = [0, 0];
  const count = (line: Series) => Object.keys(line.later ?? {}).length;
  const lines = model.lines.map((line) => {
    const typed = line.kind === 'series' ? typedIn(line) : undefined;
    if (line.kind !== 'series' || !typed) return line;
    const now = dividedAt(line, typed, until, periods);
    waiting += count(now);
    const isSame = Object.keys(now.later ?? {}).join() === Object.keys(line.later ?? {}).join();
    if (isSame) return line;
    back += Object.keys(line.later ?? {}).filter((slot) => now.values?.[slot] !== undefined).length;
    return now;
  });
  const isOther = lines.some((line, i) => line !== model.lines[i]);
  return {
    change: { kind: 'structure', parts: { observedUntil: until, ...(isOther ? { lines } : {}) } },
    waiting,
    back,
  };
}

/** The period before today's, up to which a plan is taken as actual; none of it where it begins later. */
export function observedBefore(periods: Periods, today: Date): number {
  const month = ordinalOf(today.getFullYear(), today.getMonth() + 1, 'month');
  const until = boundaryIn(month - 1, { ...periods, step: 'month' }, stepOf(periods));
  return lastUpTo(until, periods);
}
