import { applyChange } from '../document/change.ts';
import { modelOf, type Scenario } from '../document/document.ts';
import { overriddenCells } from '../document/scenarioList.ts';
import { REPLAY } from '../i18n/replay.ts';
import { type CellRef, cellKey, sameContent } from '../model/content.ts';
import type { Periods } from '../model/model.ts';
import type { App } from './app.ts';
import { cellName } from './cells.ts';
import { type Edition, editionOf, heldIn, pairOf } from './differences.ts';

/** The document as it was before the last step, with its model; undefined where there is no step. */
export function before({ workspace }: Pick<App, 'workspace'>): Edition | undefined {
  const step = workspace.history().past.at(-1);
  if (!step) return undefined;
  const { document } = applyChange(workspace.document(), step.inverse);
  return { document, model: modelOf(workspace.shipped(), document) };
}

/** The cells that a scenario overrides in one of two editions, or in both, and that hold something else in the other. */
function changedCells(old: Edition, now: Edition): CellRef[] {
  const found = new Map<string, CellRef>();
  for (const scenario of now.document.scenarios) {
    const was = old.document.scenarios.find(({ id }) => id === scenario.id);
    if (!was || was.overrides === scenario.overrides) continue;
    for (const cell of [...overriddenCells(was), ...overriddenCells(scenario)])
      if (!sameContent(heldIn(old, cell), heldIn(now, cell))) found.set(cellKey(cell), cell);
  }
  return [...found.values()];
}

const span = ({ first, last }: Periods): string => `${first}–${last}`;

/** What the last step changed, in a few words: its first cell with what it held and holds, or what became of the sheet. */
export function changeInWords(app: Pick<App, 'workspace' | 'lang' | 'say' | 't'>, old: Edition): string {
  const now = editionOf(app);
  const t = REPLAY[app.lang()];
  const [was, is] = [old.document.scenarios, now.document.scenarios];
  const named = (scenario: Scenario | undefined) => app.say(scenario?.name ?? '');
  const lacking = (list: readonly Scenario[], one: Scenario) => !list.some(({ id }) => id === one.id);
  const added = is.find((scenario) => lacking(was, scenario));
  if (added) return t.added(named(added));
  const removed = was.find((scenario) => lacking(is, scenario));
  if (removed) return t.removed(named(removed));
  if (was[0]?.id !== is[0]?.id) return t.base(named(is[0]));
  if (old.model.periods !== now.model.periods) return t.periods(span(old.model.periods), span(now.model.periods));
  if (old.document.lines !== now.document.lines) return t.lines;
  const cells = changedCells(old, now);
  const [cell] = cells;
  if (cell) {
    const pair = pairOf(app, [old, heldIn(old, cell)], [now, heldIn(now, cell)], cell);
    const change = t.change(cellName(app, app.workspace, cell), pair.before, pair.after);
    const more = cells.length > 1 ? t.andMore(change, cells.length - 1) : change;
    const scenario = is.find(({ id }) => id === cell.scenario);
    return scenario === is[0] ? more : t.inScenario(more, named(scenario));
  }
  const renamed = is.find((scenario) => named(was.find(({ id }) => id === scenario.id)) !== named(scenario));
  if (renamed) return t.renamed(named(was.find(({ id }) => id === renamed.id)), named(renamed));
  return was.every(({ id }, i) => id === is[i]?.id) ? t.about : t.order;
}
