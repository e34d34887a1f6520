import { cellOfOrdinal, ownOrdinal } from '../model/coarse.ts';
import type { Line } from '../model/line.ts';
import type { Overrides, Periods } from '../model/model.ts';
import type { Scenario } from './document.ts';
import { knownFrom } from './knownFrom.ts';
import { holding } from './reasons.ts';

type Slots<T> = Readonly<Record<string, T>>;

/**
 * What cells of a line of longer periods hold, put where these have their cells in an axis. A longer period that is cut off
 * there, or is whole again, has another one. What lies outside of the axis stays as it is, and comes back with it.
 */
function slotsIn<T>(line: Line, slots: Slots<T>, periods: Periods): Slots<T> {
  if (!('step' in line) || !line.step) return slots;
  const { step } = line;
  const found = Object.entries(slots).map(([slot, held]): [string, T] => {
    const ordinal = ownOrdinal(line, Number(slot), periods);
    return [slot === 'value' ? slot : `${cellOfOrdinal(ordinal, step, periods) ?? slot}`, held];
  });
  return found.every(([slot]) => slot in slots) ? slots : Object.fromEntries(found);
}

/** A line with what is typed in single periods of it where its cells are in an axis. */
export function lineIn(line: Line, periods: Periods): Line {
  if (line.kind !== 'series') return line;
  const [values, later] = [line.values, line.later].map((typed) => typed && slotsIn(line, typed, periods));
  return values === line.values && later === line.later
    ? line
    : { ...line, ...(values ? { values } : {}), ...(later ? { later } : {}) };
}

/** A scenario with what it holds in lines of longer periods where their cells are in an axis. The same where all are. */
export function scenarioIn(scenario: Scenario, lines: readonly Line[], periods: Periods): Scenario {
  const overrides: Record<string, Overrides[string]> = { ...scenario.overrides };
  const reasons: Record<string, Slots<string>> = { ...scenario.reasons };
  let isOther = false;
  for (const line of lines) {
    const [held, why] = [overrides[line.id], reasons[line.id]];
    const moved = held && slotsIn(line, held, periods);
    if (!moved || moved === held) continue;
    overrides[line.id] = moved;
    if (why) reasons[line.id] = slotsIn(line, why, periods);
    isOther = true;
  }
  return isOther ? holding(scenario, knownFrom(scenario.overrides, overrides), reasons) : scenario;
}
