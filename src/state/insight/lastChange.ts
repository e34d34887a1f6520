import { applyChange } from '../../document/change.ts';
import type { OpenModel } from '../../document/document.ts';
import { openModel, type Scenario } from '../../document/document.ts';
import type { State, Transaction } from '../../document/transaction.ts';
import { REPLAY } from '../../i18n/replay.ts';
import { periodsInText } from '../../model/axis.ts';
import { type CellRef, type Slot, sameContent } from '../../model/content.ts';
import { periodsOf, slotInText } from '../../model/periods.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import { atOnce, inSlices, type Steps } from '../ranges/slices.ts';
import { cellName } from './cells.ts';
import { heldIn, heldOf, pairOf } from './differences.ts';

/** The document as it was before the last step, with its model; undefined where there is no step. */
export function before({ workspace }: WithWorkspace): OpenModel | undefined {
  const step = workspace.history().past.at(-1);
  if (!step) return undefined;
  return openModel(workspace.shipped(), applyChange(workspace.document(), step.inverse).document);
}

/**
 * How many cells that a scenario overrides in one of two editions, or in both, hold something else in the other, and the
 * first of them. Lines that were left alone are the same objects, and cost a look each.
 */
function* changedCells(
  old: OpenModel,
  now: OpenModel,
): Steps<{ readonly first: CellRef | undefined; readonly count: number }> {
  const slots: readonly Slot[] = ['value', ...periodsOf(now.model.periods)];
  let first: CellRef | undefined;
  let count = 0;
  for (const scenario of now.document.scenarios) {
    const was = old.document.scenarios.find(({ id }) => id === scenario.id)?.overrides;
    const is = scenario.overrides;
    if (!was || was === is) continue;
    for (const line of new Set([...Object.keys(was), ...Object.keys(is)])) {
      yield;
      const [then, today] = [was[line], is[line]];
      if (then === today) continue;
      const [held, holds] = [heldOf(old, scenario.id, line), heldOf(now, scenario.id, line)];
      for (const slot of slots) {
        if (then?.[slot] === today?.[slot] || sameContent(held(slot), holds(slot))) continue;
        first ??= { scenario: scenario.id, line, slot };
        count++;
      }
    }
  }
  return { first, count };
}

/** What a step changed, in a few words: its first cell with what it held and holds, or what became of the sheet. */
function* wordsOf(app: WithWorkspace & Words, old: OpenModel, now: OpenModel): Steps<string> {
  const t = REPLAY[app.lang()];
  const [was, is] = [old.document.scenarios, now.document.scenarios];
  const named = (scenario: Scenario | undefined) => app.say(scenario?.name ?? '');
  const lacking = (list: readonly Scenario[], one: Scenario) => !list.some(({ id }) => id === one.id);
  const added = is.find((scenario) => lacking(was, scenario));
  if (added) return t.added(named(added));
  const removed = was.find((scenario) => lacking(is, scenario));
  if (removed) return t.removed(named(removed));
  if (was[0]?.id !== is[0]?.id) return t.base(named(is[0]));
  if (old.model.periods !== now.model.periods)
    return t.periods(periodsInText(old.model.periods, app.lang()), periodsInText(now.model.periods, app.lang()));
  const [then, today] = [old.model.observedUntil, now.model.observedUntil];
  if (then !== today) return t.boundary(slotInText(then, app.lang()), slotInText(today, app.lang()));
  if (old.document.lines !== now.document.lines) return t.lines;
  if (old.document.charts !== now.document.charts) return t.charts;
  if (old.document.whatIf !== now.document.whatIf) return t.whatIf;
  const { first: cell, count } = yield* changedCells(old, now);
  if (cell) {
    const pair = pairOf(app, [old, heldIn(old, cell)], [now, heldIn(now, cell)], cell);
    const change = t.change(cellName(app, cell), pair.before, pair.after);
    const more = count > 1 ? t.andMore(change, count - 1) : change;
    const scenario = is.find(({ id }) => id === cell.scenario);
    return scenario === is[0] ? more : t.inScenario(more, named(scenario));
  }
  const renamed = is.find((scenario) => named(was.find(({ id }) => id === scenario.id)) !== named(scenario));
  if (renamed) return t.renamed(named(was.find(({ id }) => id === renamed.id)), named(renamed));
  return was.every(({ id }, i) => id === is[i]?.id) ? t.about : t.order;
}

/** The same of the last step. */
export const changeInWords = (app: WithWorkspace & Words, old: OpenModel): string =>
  atOnce(wordsOf(app, old, app.workspace.openModel));

/** What an undo took back, or a redo did again; undefined where it is not wanted any more before it is found. */
export async function undoneInWords(
  app: WithWorkspace & Words,
  { event, start, state }: Transaction,
  isWanted: () => boolean,
): Promise<string | undefined> {
  const of = ({ document }: State) => openModel(state.opened.model, document);
  const [old, now] = event === 'undo' ? [state, start] : [start, state];
  const words = await inSlices(wordsOf(app, of(old), of(now)), isWanted);
  const t = REPLAY[app.lang()];
  return words && (event === 'undo' ? t.undone : t.redone)(words);
}
