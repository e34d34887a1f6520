import { type Content, sameContent } from '../model/content.ts';
import type { Change } from './change.ts';
import type { Scenario } from './document.ts';
import type { Sheet } from './lineFormula.ts';
import { holding, patched } from './reasons.ts';
import { cellsOf, find, inTheirColours, structure, without } from './scenarioList.ts';

/** What a cell holds by the overrides alone, with its reason; undefined where it is its line's own. */
interface Held {
  readonly content: Exclude<Content, 'model'>;
  readonly reason: string | undefined;
}

function heldIn(scenario: Scenario, base: Scenario, line: string, slot: string): Held | undefined {
  const own = scenario.overrides[line]?.[slot];
  const from = own === undefined ? base : scenario;
  const content = from.overrides[line]?.[slot];
  return content === undefined || content === 'model' ? undefined : { content, reason: from.reasons?.[line]?.[slot] };
}

/**
 * Another scenario as the base. Every cell of every scenario keeps what it holds: what others had inherited from the old
 * base they now hold themselves, or give back to the line, and what the new base holds as well they inherit. Formulas
 * that name scenarios stay right, since ids stay.
 */
export function makeBase({ document }: Sheet, id: string): Change | undefined {
  const [old] = document.scenarios;
  const chosen = find(document, id);
  if (!old || !chosen || chosen === old) return undefined;
  const cells = new Map<string, readonly [string, string]>();
  for (const { overrides } of document.scenarios)
    for (const [line, slot] of cellsOf(overrides)) cells.set(`${line}\n${slot}`, [line, slot]);
  const moved = (scenario: Scenario): Scenario => {
    const overrides: [string, string, Content | undefined][] = [];
    const reasons: [string, string, string | undefined][] = [];
    for (const [line, slot] of cells.values()) {
      const held = heldIn(scenario, old, line, slot);
      const inherited = scenario === chosen ? undefined : heldIn(chosen, old, line, slot);
      const needed = scenario === chosen || !sameContent(held?.content, inherited?.content);
      const back = scenario === chosen ? undefined : 'model';
      overrides.push([line, slot, needed ? (held?.content ?? back) : undefined]);
      const own = scenario.overrides[line]?.[slot] === undefined ? held?.reason : scenario.reasons?.[line]?.[slot];
      reasons.push([line, slot, needed ? own : undefined]);
    }
    return holding(scenario, patched({}, overrides), patched({}, reasons));
  };
  const scenarios = [chosen, ...without(document.scenarios, id)].map(moved);
  return structure(inTheirColours(document.scenarios, scenarios));
}
