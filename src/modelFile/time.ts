import { boundaryOf, dividedAt, usualBoundary } from '../document/boundary.ts';
import { arePeriods, MOST_PERIODS } from '../document/periods.ts';
import { lastUpTo, periodsFrom, readAxis, stepIn, writtenIn } from '../model/axis.ts';
import type { Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import { FIRST_YEAR, LAST_YEAR, type Periods, periodText, stepOf } from '../model/periods.ts';
import type { Path } from './comments.ts';
import { type Context, readPeriod } from './context.ts';
import { brief, type Fault } from './problems.ts';
import type { ModelFile } from './schema.ts';

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
  const until = lastUpTo(boundaryOf(lines, periods, observedUntil), periods);
  return until === usualBoundary(lines, periods) ? undefined : periodText(until, stepOf(periods));
}

/** What is wrong with the periods of a file, and in which item of their list. */
interface TimeFault {
  readonly fault: Fault;
  readonly path: Path;
}

/** The periods of a model, from the first to the last or one by one; or what is wrong with them. */
export function readTime(time: ModelFile['time'], yearStart: number | undefined): Periods | TimeFault {
  const items = Array.isArray(time) ? time.map(String) : [String(time)];
  const step = stepIn(items[0] ?? '') ?? 'year';
  const found = readAxis(items, writtenIn(step));
  if (!('kind' in found)) {
    const periods = periodsFrom(found, { step, ...(yearStart === undefined || yearStart === 1 ? {} : { yearStart }) });
    const fault = { kind: 'timeSpan', first: FIRST_YEAR, last: LAST_YEAR, most: MOST_PERIODS } as const;
    return arePeriods(periods) ? periods : { fault, path: ['time'] };
  }
  const { kind, index } = found;
  const [before = '', text = ''] = [items[index - 1], items[index]];
  const path = Array.isArray(time) && time.length > 0 ? ['time', index] : ['time'];
  return {
    path,
    fault: kind === 'order' ? { kind: 'timeOrder', text: brief(text), before } : { kind: 'time', text: brief(text) },
  };
}
