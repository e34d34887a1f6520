import { typedIn } from '../document/boundary.ts';
import type { Scenario } from '../document/document.ts';
import { hasCell } from '../model/coarse.ts';
import { hasPeriods, type Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import type { Periods } from '../model/periods.ts';

/** What stands in the periods of a model, which a file can say; and what beyond them, which it can't. */

type Slots<T> = Readonly<Record<string, T>>;

const isWithin = (slot: string, periods: Periods, line: Line): boolean =>
  hasPeriods(line) ? slot !== 'value' && hasCell(line, Number(slot), periods) : slot === 'value';

/** The slots that a line has. */
export const within = <T>(slots: Slots<T>, periods: Periods, line: Line): Slots<T> =>
  Object.fromEntries(Object.entries(slots).filter(([slot]) => isWithin(slot, periods, line)));

/** How many values and reasons a document holds of its lines in periods that the model does not have. */
export function leftOut({ lines, periods }: Pick<Model, 'lines' | 'periods'>, scenarios: readonly Scenario[]): number {
  const beyond = (slots: Slots<unknown> | undefined, line: Line): number =>
    Object.keys(slots ?? {}).filter((slot) => !isWithin(slot, periods, line)).length;
  let count = 0;
  for (const line of lines) {
    if (line.kind === 'heading') continue;
    if (line.kind === 'series') count += beyond(typedIn(line), line);
    for (const { overrides } of scenarios) count += beyond(overrides[line.id], line);
  }
  return count;
}
