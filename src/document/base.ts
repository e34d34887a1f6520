import { type Content, sameContent } from '../model/content.ts';
import type { Overrides } from '../model/model.ts';
import type { Change } from './change.ts';
import type { OpenModel, Scenario } from './document.ts';
import { holding, type Reasons } from './reasons.ts';
import { find, inTheirColours, structure, without } from './scenarioList.ts';
import type { Steps } from './steps.ts';

type Slots = Overrides[string];

/** What a cell holds by the overrides alone; undefined where it is its line's own. */
function heldIn(own: Slots | undefined, base: Slots | undefined, slot: string): Exclude<Content, 'model'> | undefined {
  const content = own?.[slot] ?? base?.[slot];
  return content === 'model' ? undefined : content;
}

/** A line as it moves to another base: what the scenario that moves, the old base and the new one hold in it. */
interface Moved {
  readonly line: string;
  /** All that any scenario holds in the line. */
  readonly slots: readonly string[];
  readonly scenario: Scenario;
  readonly old: Scenario;
  readonly chosen: Scenario;
}

/** What a scenario comes to hold in a line; the same object where that is what it holds. */
function slotsAfter({ line, slots, scenario, old, chosen }: Moved): Slots {
  const [own, base, next] = [scenario.overrides[line], old.overrides[line], chosen.overrides[line]];
  const contents = slots.map((slot): Content | undefined => {
    const held = heldIn(own, base, slot);
    if (scenario === chosen) return held;
    return sameContent(held, heldIn(next, base, slot)) ? undefined : (held ?? 'model');
  });
  if (own && slots.every((slot, i) => contents[i] === own[slot])) return own;
  const after: Record<string, Content> = {};
  slots.forEach((slot, i) => {
    const content = contents[i];
    if (content !== undefined) after[slot] = content;
  });
  return after;
}

/** The reasons for what a scenario comes to hold in a line: its own, and those of the old base for what it had from there. */
function reasonsAfter({ line, slots, scenario, old }: Moved, after: Slots): Reasons[string] {
  const [own, base] = [scenario.overrides[line], old.overrides[line]];
  const [mine, theirs] = [scenario.reasons?.[line], old.reasons?.[line]];
  const reasons: Record<string, string> = {};
  for (const slot of mine || theirs ? slots : []) {
    const from = heldIn(undefined, base, slot) === undefined ? undefined : theirs;
    const reason = (own?.[slot] === undefined ? from : mine)?.[slot];
    if (after[slot] !== undefined && reason !== undefined) reasons[slot] = reason;
  }
  return reasons;
}

/**
 * Another scenario as the base. Every cell of every scenario keeps what it holds: what others had inherited from the old
 * base they now hold themselves, or give back to the line, and what the new base holds as well they inherit. Formulas
 * that name scenarios stay right, since ids stay. In steps of a line.
 */
export function* baseSteps({ document }: OpenModel, id: string): Steps<Change | undefined> {
  const [old] = document.scenarios;
  const chosen = find(document, id);
  if (!old || !chosen || chosen === old) return undefined;
  const drafts = [chosen, ...without(document.scenarios, id)].map((scenario) => ({
    scenario,
    overrides: {} as Record<string, Slots>,
    reasons: {} as Record<string, Reasons[string]>,
  }));
  const lines = new Set(document.scenarios.flatMap(({ overrides }) => Object.keys(overrides)));
  for (const line of lines) {
    const slots = [...new Set(document.scenarios.flatMap(({ overrides }) => Object.keys(overrides[line] ?? {})))];
    for (const { scenario, overrides, reasons } of drafts) {
      const moved = { line, slots, scenario, old, chosen };
      const after = slotsAfter(moved);
      const why = reasonsAfter(moved, after);
      if (Object.keys(after).length > 0) overrides[line] = after;
      if (Object.keys(why).length > 0) reasons[line] = why;
    }
    yield;
  }
  const scenarios = drafts.map(({ scenario, overrides, reasons }) => holding(scenario, overrides, reasons));
  return structure(inTheirColours(document.scenarios, scenarios));
}
