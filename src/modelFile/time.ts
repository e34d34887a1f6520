import { boundaryOf, dividedAt, usualBoundary } from '../document/boundary.ts';
import { arePeriods, MOST_PERIODS } from '../document/periods.ts';
import type { Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import {
  FIRST_YEAR,
  LAST_YEAR,
  type Periods,
  parsePeriod,
  periodsBetween,
  periodText,
  stepOf,
} from '../model/periods.ts';
import { type Context, readPeriod } from './context.ts';
import { brief, type Fault } from './problems.ts';
import type { ModelFile } from './schema.ts';

/** First and last period as they are written. */
function endsOf(time: ModelFile['time']): readonly [string, string] | undefined {
  if (!Array.isArray(time)) {
    const [first = '', last = first, ...more] = String(time)
      .split('..')
      .map((part) => part.trim());
    return more.length > 0 ? undefined : [first, last];
  }
  return time.length > 0 ? [String(time[0]), String(time.at(-1))] : undefined;
}

/** Where a list of periods of one step does not go on with the next one; undefined where it does, or is no such list. */
function gapIn(time: readonly (string | number)[]): Fault | undefined {
  const found = time.map((one) => parsePeriod(String(one)));
  const [start] = found;
  const isList = found.every(
    (one, i) => one?.step === start?.step && (found[i - 1]?.ordinal ?? 0) < (one?.ordinal ?? 0),
  );
  const index = found.findIndex((one, i) => one?.ordinal !== (start?.ordinal ?? 0) + i);
  if (!start || index < 0) return undefined;
  if (!isList) return { kind: 'time', text: brief(time.join(', ')) };
  const [before = '', text = ''] = [time[index - 1], time[index]].map(String);
  const next = periodText(start.ordinal + index, start.step);
  return { kind: 'uneven', text, before, next, span: `${time[0]}..${time.at(-1)}`, index };
}

/**
 * The last actual period, and the lines with what is typed in them up to it. Behind it formulas count. Where a file says
 * nothing of it, all that is typed counts.
 */
export function readBoundary(context: Context, file: ModelFile, lines: readonly Line[]) {
  const { periods } = context;
  const usual = { observedUntil: usualBoundary(lines, periods), lines };
  if (file.observed_until === undefined) return usual;
  // The period before the first one: all is forecast.
  const until = readPeriod(context, ['observed_until'], file.observed_until, undefined, periods.first - 1);
  if (until === undefined) return usual;
  const divided = lines.map((line) =>
    line.kind === 'series' && line.values ? dividedAt(line, line.values, until, periods) : line,
  );
  return { observedUntil: until, lines: divided };
}

/** The last actual period as it is written, where it is not the usual one; at the earliest the one before the first. */
export function boundaryText({ lines, periods, observedUntil }: Model): string | undefined {
  const until = Math.min(periods.last, Math.max(periods.first - 1, boundaryOf(lines, periods, observedUntil)));
  return until === usualBoundary(lines, periods) ? undefined : periodText(until, stepOf(periods));
}

/** The periods of a model, or what is wrong with them. */
export function readTime(time: ModelFile['time'], yearStart: number | undefined): Periods | Fault {
  const gap = Array.isArray(time) ? gapIn(time) : undefined;
  if (gap) return gap;
  const ends = endsOf(time);
  const found = ends && periodsBetween(...ends);
  if (!found) return { kind: 'time', text: brief(Array.isArray(time) ? time.join(', ') : String(time)) };
  if (!arePeriods(found)) return { kind: 'timeSpan', first: FIRST_YEAR, last: LAST_YEAR, most: MOST_PERIODS };
  return yearStart === undefined || yearStart === 1 ? found : { ...found, yearStart };
}
