import { arePeriods, MOST_PERIODS } from '../document/periods.ts';
import { FIRST_YEAR, LAST_YEAR, type Periods, parsePeriod, periodsBetween } from '../model/periods.ts';
import { brief, type Fault } from './problems.ts';
import type { ModelFile } from './schema.ts';

/** First and last period as they are written. A list has to be of periods one after another. */
function endsOf(time: ModelFile['time']): readonly [string, string] | undefined {
  if (!Array.isArray(time)) {
    const [first = '', last = first, ...more] = String(time)
      .split('..')
      .map((part) => part.trim());
    return more.length > 0 ? undefined : [first, last];
  }
  const ordinals = time.map((one) => parsePeriod(String(one))?.ordinal);
  const isEven = ordinals.every((one, i) => one !== undefined && one === (ordinals[0] ?? 0) + i);
  return isEven && time.length > 0 ? [String(time[0]), String(time.at(-1))] : undefined;
}

/** The periods of a model, or what is wrong with them. */
export function readTime(time: ModelFile['time'], yearStart: number | undefined): Periods | Fault {
  const ends = endsOf(time);
  const found = ends && periodsBetween(...ends);
  if (!found) return { kind: 'time', text: brief(Array.isArray(time) ? time.join(', ') : String(time)) };
  if (!arePeriods(found)) return { kind: 'timeSpan', first: FIRST_YEAR, last: LAST_YEAR, most: MOST_PERIODS };
  return yearStart === undefined || yearStart === 1 ? found : { ...found, yearStart };
}
