import type { CellEdit, Change } from '../../document/change.ts';
import type { Document } from '../../document/document.ts';
import { holding, keptReasons } from '../../document/reasons.ts';
import type { Entries } from '../../document/settled.ts';
import { sameContent } from '../../model/content.ts';
import type { Overrides } from '../../model/model.ts';
import { passedSteps } from '../document/ceiling.ts';
import type { Workspace } from '../document/workspace.ts';
import type { Gesture } from './gesture.ts';
import type { Job } from './jobs.ts';
import { changeSteps } from './newRows.ts';
import { atOnce, type Steps } from './slices.ts';

type Slots = Overrides[string];

/** A line that is edited: what it held as that was read, its edits, and what it holds after them. */
interface Edited {
  readonly from: Slots | undefined;
  readonly edits: CellEdit[];
  to: Slots;
}
type Lines = ReadonlyMap<string, ReadonlyMap<string, Edited>>;

function edited(from: Slots | undefined, edits: readonly CellEdit[]): Slots {
  const slots = { ...from };
  for (const { slot, content } of edits) {
    if (content === undefined) delete slots[slot];
    else slots[slot] = content;
  }
  return slots;
}

/** Edits by scenario and line, each line with what it comes to hold. */
function* byLine(document: Document, edits: readonly CellEdit[]): Steps<Lines> {
  const scenarios = new Map<string, Map<string, Edited>>();
  const overrides = new Map(document.scenarios.map((scenario) => [scenario.id, scenario.overrides]));
  for (const edit of edits) {
    const lines = scenarios.get(edit.scenario) ?? new Map<string, Edited>();
    scenarios.set(edit.scenario, lines);
    const line = lines.get(edit.line) ?? { from: overrides.get(edit.scenario)?.[edit.line], edits: [], to: {} };
    lines.set(edit.line, line);
    line.edits.push(edit);
    yield;
  }
  for (const lines of scenarios.values())
    for (const line of lines.values()) {
      line.to = edited(line.from, line.edits);
      yield;
    }
  return scenarios;
}

/**
 * The lines as one change of the document as it is now. Cells that changed meanwhile were changed later, and stay as they
 * are. Undefined where nothing is left to change.
 */
function changeOf(document: Document, byScenario: Lines): Change | undefined {
  let isChange = false;
  const scenarios = document.scenarios.map((scenario) => {
    const lines = byScenario.get(scenario.id);
    if (!lines) return scenario;
    const overrides = { ...scenario.overrides };
    for (const [id, { from, edits, to }] of lines) {
      const now = overrides[id];
      const left = now === from ? edits : edits.filter(({ slot }) => sameContent(now?.[slot], from?.[slot]));
      if (left.length === 0) continue;
      isChange = true;
      const slots = now === from ? to : edited(now, left);
      if (Object.keys(slots).length > 0) overrides[id] = slots;
      else delete overrides[id];
    }
    return holding(scenario, overrides, keptReasons(scenario.reasons, scenario.overrides, overrides));
  });
  return isChange ? { kind: 'structure', parts: { scenarios } } : undefined;
}

/** The edits whose cells hold what they held: what was typed over the others since came later, and stays. */
function* unchanged(from: Document, now: Document, edits: readonly CellEdit[]): Steps<readonly CellEdit[]> {
  if (from.scenarios === now.scenarios) return edits;
  const [before, after] = [from, now].map(
    ({ scenarios }) => new Map(scenarios.map(({ id, overrides }) => [id, overrides])),
  );
  const left: CellEdit[] = [];
  for (const edit of edits) {
    const [was, is] = [before, after].map((held) => held?.get(edit.scenario)?.[edit.line]);
    if (was === is || sameContent(was?.[edit.slot], is?.[edit.slot])) left.push(edit);
    yield;
  }
  return left;
}

/** The edits of cells that hold an override. */
function* overridden(document: Document, edits: readonly CellEdit[]): Steps<readonly CellEdit[]> {
  const held = new Map(document.scenarios.map(({ id, overrides }) => [id, overrides]));
  const left: CellEdit[] = [];
  for (const edit of edits) {
    if (held.get(edit.scenario)?.[edit.line]?.[edit.slot] !== undefined) left.push(edit);
    yield;
  }
  return left;
}

/** How often a change is worked out anew for what is typed meanwhile, before that has to wait for it. */
const PATIENCE = 5;

/**
 * Edits of many cells as one change and one step of undo. Carried out at the end, at once: what is called off before
 * has done nothing.
 * @param gesture with the lines that the edits are of
 * @param from the document as the work on them began: what was typed over their cells since stays
 * @returns whether it was done; that they would pass a ceiling of the workbook is told, as the gateway does
 */
export async function dispatchMany(
  workspace: Workspace,
  edits: readonly CellEdit[],
  job: Job,
  from: Document,
  gesture: Pick<Gesture, 'layout'>,
  entries?: Entries,
): Promise<boolean> {
  const ceiling = await job.steps(passedSteps(workspace, edits));
  if (ceiling) {
    workspace.gateway.tellRefused({ kind: 'ceiling', ...ceiling });
    return false;
  }
  for (let tries = 0; ; tries++) {
    const start = workspace.document();
    const steps = function* (): Steps<Change> {
      return yield* changeSteps(workspace, gesture, yield* unchanged(from, start, edits), entries);
    };
    // What is typed again and again, as by a slider, must not put it off for ever.
    const change = tries < PATIENCE ? await job.steps(steps()) : atOnce(steps());
    if (change.kind !== 'structure') break;
    if (workspace.document() === start) return workspace.dispatch(change, { start });
  }
  // What holds nothing is not emptied.
  const left = entries?.clears ? await job.steps(overridden(from, edits)) : edits;
  const lines = await job.steps(byLine(from, left));
  const change = changeOf(workspace.document(), lines);
  return !change || workspace.dispatch(change);
}
