import type { Change } from '../../document/change.ts';
import type { OpenModel } from '../../document/document.ts';
import { replaceLine, setFormula, withValue } from '../../document/lineFormula.ts';
import { setStep } from '../../document/lineStep.ts';
import { deleteLines, duplicateLines, insertLines, moveLines, usersOf } from '../../document/lines.ts';
import { rangeChanges } from '../../document/rangeChanges.ts';
import { holding, patched } from '../../document/reasons.ts';
import { boxOf } from '../../document/selection.ts';
import { setUnit } from '../../document/typing.ts';
import { LINES } from '../../i18n/lines.ts';
import { cellOf } from '../../model/coarse.ts';
import { type CellRef, isFormula } from '../../model/content.ts';
import { hasPeriods, type Input, type Line, type Series } from '../../model/line.ts';
import type { Text } from '../../model/text.ts';
import type { Unit } from '../../model/units.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';

/** The ids of the lines that the range takes in. */
export function selectedLines({ workspace, editor }: WithEditor & Words): string[] {
  const { top, bottom } = boxOf(editor.selection().range);
  return workspace
    .model()
    .lines.slice(top, bottom + 1)
    .map(({ id }) => id);
}

/** @returns whether there was something to do, and it was done */
export const dispatch = ({ workspace }: WithEditor & Words, change: Change | undefined): boolean =>
  change !== undefined && workspace.dispatch(change);

/**
 * An action that first takes what is being typed: it belongs to the lines as they are. Where that is refused, it waits.
 * Each returns whether something was done.
 */
export const after =
  <Rest extends readonly unknown[]>(act: (app: WithEditor & Words, ...rest: Rest) => boolean) =>
  (app: WithEditor & Words, ...rest: Rest): boolean =>
    app.editor.commitThen(() => act(app, ...rest));

/** Puts a line in and shows where its first value belongs. */
export const addLine = after((app, at: number, line: Line) => {
  if (!dispatch(app, insertLines(app.workspace.openModel, at, [line]))) return false;
  const { editor, workspace } = app;
  const scalar = line.kind === 'result' || (line.kind === 'input' && !line.perPeriod);
  const { periods } = workspace.model();
  const slot = scalar ? ('value' as const) : (cellOf(line, periods.first, periods) ?? periods.first);
  if (line.kind === 'heading') editor.select({ line: at, column: 0 });
  else editor.jump({ scenario: workspace.scenarioId, line: line.id, slot });
  editor.focus();
  return true;
});

/** `value`: what the base holds in its scalar from then on, where that is another number. */
export const changeLine = after((app, line: Line, value?: number) => {
  const { workspace, lang } = app;
  const old = workspace.line(line.id);
  if (old && isPeriodic(old) && isPeriodic(line) && old.step !== line.step) {
    const { change, joined, dropped, ended } = setStep(workspace.openModel, old, line, line.step);
    if (!dispatch(app, change)) return false;
    if (joined + dropped + ended > 0) workspace.say(() => LINES[lang()].inStep(joined, dropped, ended), true);
    return true;
  }
  return dispatch(app, withValue(workspace.document(), replaceLine(workspace.openModel, line), line.id, value));
});

const isPeriodic = (line: Line): line is Input | Series => hasPeriods(line);

/** Another unit, as one that is typed in the sheet. */
export const changeUnit = after((app, id: string, unit: Unit) => {
  const sheet = app.workspace.openModel;
  const row = sheet.model.lines.findIndex((line) => line.id === id);
  return row >= 0 && dispatch(app, setUnit(sheet, row, unit));
});

/** Each selected line once more, below itself. */
export const duplicateSelected = after((app) => {
  const label = (line: Line) => ({ en: LINES.en.copyOf(line.label.en), zh: LINES.zh.copyOf(line.label.zh) });
  return dispatch(app, duplicateLines(app.workspace.openModel, selectedLines(app), label));
});

/** Says which totals have fewer lines in their range, or more, since lines were moved: their numbers are others now. */
function tellRanges({ workspace, lang }: WithEditor & Words, before: OpenModel, moved: readonly string[]): void {
  const { fewer, more } = rangeChanges(before, workspace.openModel, moved);
  if (fewer.length + more.length === 0) return;
  const names = (ids: readonly string[]) => ids.map((id) => workspace.line(id)?.label[lang()] ?? id);
  workspace.say(() => LINES[lang()].inRanges(names(moved), names(fewer), names(more)), true);
}

/** Moves the selected lines by one place up or down, and the selection with them. */
export const moveSelected = after((app, by: -1 | 1) => {
  const { editor, workspace } = app;
  const { range, active } = editor.selection();
  const { top, bottom } = boxOf(range);
  if (by < 0 ? top === 0 : bottom >= workspace.model().lines.length - 1) return false;
  const [before, ids] = [workspace.openModel, selectedLines(app)];
  if (!dispatch(app, moveLines(before, ids, by < 0 ? top - 1 : bottom + 2))) return false;
  const moved = (place: typeof active) => ({ ...place, line: place.line + by });
  editor.selectRange({ from: moved(range.from), to: moved(range.to) }, moved(active));
  tellRanges(app, before, ids);
  return true;
});

/** Takes the selected lines out; says which others refer to them and now show an error. */
export const deleteSelected = after((app) => {
  const { workspace, editor } = app;
  const ids = selectedLines(app);
  const sheet = app.workspace.openModel;
  const namesOf = (labels: readonly Text[]) => labels.map((label) => label[app.lang()]);
  const labelsOf = (of: readonly string[]) => of.map((id) => workspace.line(id)?.label ?? { en: id, zh: id });
  const gone = labelsOf(ids);
  const { active } = editor.selection();
  if (!dispatch(app, deleteLines(sheet, ids))) return false;
  // Ranges name what is left of them by now.
  const users = labelsOf(usersOf(workspace.openModel, ids));
  editor.select({ ...active, line: boxOf({ from: active, to: active }).top });
  workspace.say(() => LINES[app.lang()].deleted(namesOf(gone), namesOf(users)), true);
  return true;
});

/** Gives the formula of one cell to its whole line. The cell's own override goes, since the line now holds it. */
export const useForLine = after((app, cell: CellRef) => {
  const { workspace } = app;
  const { content } = workspace.effective(cell);
  if (!isFormula(content)) return false;
  const change = setFormula(app.workspace.openModel, cell.line, content.formula);
  if (change?.kind !== 'structure') return false;
  const scenarios = workspace.document().scenarios.map((scenario) => {
    if (scenario.id !== cell.scenario) return scenario;
    const gone = [[cell.line, String(cell.slot), undefined]] as const;
    return holding(scenario, patched(scenario.overrides, gone), patched(scenario.reasons ?? {}, gone));
  });
  return workspace.dispatch({ ...change, parts: { ...change.parts, scenarios } });
});

export { actualUntilHere } from './boundary.ts';
