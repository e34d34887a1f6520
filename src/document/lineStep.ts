import { cellAtPeriod, cellOf, cellPeriods } from '../model/coarse.ts';
import type { Content } from '../model/content.ts';
import type { Input, Line, Series } from '../model/line.ts';
import type { Overrides } from '../model/model.ts';
import type { LongerStep, Periods } from '../model/periods.ts';
import { rollupOf } from '../model/rollup.ts';
import { TAKE } from '../model/years.ts';
import { dividedAt, type TypedValues, typedIn } from './boundary.ts';
import type { Change } from './change.ts';
import type { OpenModel } from './document.ts';
import { replaceLine } from './lineFormula.ts';
import { holding } from './reasons.ts';

/** A line in another step, and what becomes of what is typed in single periods of it. */
export interface Stepped {
  readonly change: Change;
  /** Numbers that went into one with their neighbours, by the line's roll-up. */
  readonly joined: number;
  /** What was left out, since its longer period has one value, and not all of its parts were numbers. */
  readonly dropped: number;
  /** Values of longer periods that stand in the last of the shorter ones now, beside which nothing stands. */
  readonly ended: number;
}

type Slots = Readonly<Record<string, Content>>;

/**
 * A line with periods of its own that are longer than the model's, or with those of the model (undefined). What stands in
 * a longer period alone is its value; several numbers that fill it are what they roll up to; of all else the last is kept.
 */
export function setStep(
  sheet: OpenModel,
  old: Input | Series,
  line: Input | Series,
  step: LongerStep | undefined,
): Stepped {
  const { document, model } = sheet;
  const { periods } = model;
  const { step: _, ...rest } = line;
  const now: Input | Series = step ? { ...rest, step } : rest;
  let [joined, dropped, ended] = [0, 0, 0];
  const moved = (slots: Slots): Slots => {
    const found = regrouped(slots, old, now, periods);
    joined += found.joined;
    dropped += found.dropped;
    ended += found.ended;
    return found.slots;
  };
  const typed = now.kind === 'series' ? typedIn(now) : undefined;
  const start = now.kind === 'series' && now.start !== undefined ? cellOf(now, now.start, periods) : undefined;
  const made =
    now.kind === 'series'
      ? dividedAt(
          { ...now, ...(start === undefined ? {} : { start }), ...exceptionsIn(now, periods) },
          (typed ? moved(typed) : {}) as TypedValues,
          model.observedUntil,
          periods,
        )
      : now;
  const scenarios = document.scenarios.map((scenario) => {
    const held = scenario.overrides[line.id];
    if (!held) return scenario;
    const overrides: Overrides = { ...scenario.overrides, [line.id]: moved(held) };
    const why = Object.entries(scenario.reasons?.[line.id] ?? {}).map(([slot, text]) => [
      slot === 'value' ? slot : `${cellOf(now, Number(slot), periods) ?? slot}`,
      text,
    ]);
    return holding(
      scenario,
      overrides,
      scenario.reasons && { ...scenario.reasons, [line.id]: Object.fromEntries(why) },
    );
  });
  const change = replaceLine(sheet, made);
  return {
    change: change.kind === 'structure' ? { ...change, parts: { ...change.parts, scenarios } } : change,
    joined,
    dropped,
    ended,
  };
}

/** The cells in which the base holds what is a series' own, as its periods are now. */
function exceptionsIn({ exceptions, ...now }: Series, periods: Periods): Pick<Series, 'exceptions'> {
  if (!exceptions) return {};
  return { exceptions: [...new Set(exceptions.map((period) => cellOf(now, period, periods) ?? period))] };
}

function regrouped(slots: Slots, old: Line, now: Input | Series, periods: Periods) {
  const groups = new Map<string, [slot: string, content: Content][]>();
  let [joined, dropped, ended] = [0, 0, 0];
  for (const [slot, content] of Object.entries(slots)) {
    const cell = slot === 'value' ? undefined : cellAtPeriod(Number(slot), now.step, periods);
    const key = `${cell ?? slot}`;
    groups.set(key, [...(groups.get(key) ?? []), [slot, content]]);
  }
  const parts = cellPeriods(old, periods);
  const isFiner = cellPeriods(now, periods).length > parts.length;
  const found: Record<string, Content> = {};
  for (const [key, group] of groups) {
    const [only] = group;
    if (!only) continue;
    const all = parts.filter((period) => `${cellAtPeriod(period, now.step, periods)}` === key);
    const numbers = group.flatMap(([, content]) => (typeof content === 'number' ? [content] : []));
    const { step: _, ...own } = now;
    const value = TAKE[rollupOf(own as Input | Series).by](numbers);
    if (group.length > 1 && numbers.length === all.length && !Number.isNaN(value)) {
      found[key] = value;
      joined += group.length;
    } else {
      found[key] = (group.at(-1) ?? only)[1];
      dropped += group.length - 1;
      if (isFiner && only[0] !== 'value') ended++;
    }
  }
  return { slots: found, joined, dropped, ended };
}
