import type { CellEdit } from '../../document/change.ts';
import { ownContent } from '../../document/contents.ts';
import { overrideAt } from '../../document/document.ts';
import { followMoves } from '../../engine/follow.ts';
import type { Layout } from '../../engine/layout.ts';
import { moveFormula, shiftFormula } from '../../engine/shift.ts';
import { type CellRef, type Content, cellKey, isFormula, sameContent } from '../../model/content.ts';
import type { Workspace } from '../document/workspace.ts';
import type { Steps } from './slices.ts';

/** A cell's content as its copy in another cell holds it; `cut`: as the cell itself holds it, moved there. */
export function carried(
  layout: Layout,
  content: Content | undefined,
  from: CellRef,
  to: CellRef,
  cut = false,
): Content | undefined {
  if (!isFormula(content)) return content;
  return { formula: (cut ? moveFormula : shiftFormula)(layout, content.formula, from, to) };
}

/**
 * The edits of a cut: the cells that went are reset, those that they went to hold them, and every formula that a person
 * wrote follows them, in steps of a cell. `went`: by the key of the old cell, the new one. Formulas of the model's own lines stay.
 */
export function* cutSteps(
  workspace: Workspace,
  landed: readonly CellEdit[],
  went: ReadonlyMap<string, readonly [from: CellRef, to: CellRef]>,
): Steps<CellEdit[]> {
  const follow = (edit: CellEdit): CellEdit => {
    if (!isFormula(edit.content)) return edit;
    const moved = (cell: CellRef) => went.get(cellKey(cell))?.[1];
    return { ...edit, content: { formula: followMoves(workspace.layout(), edit.content.formula, edit, moved) } };
  };
  const edits: CellEdit[] = [];
  const written = new Set<string>();
  for (const [from] of went.values()) {
    edits.push({ ...from, content: undefined });
    written.add(cellKey(from));
    yield;
  }
  for (const edit of landed) {
    edits.push(follow(edit));
    written.add(cellKey(edit));
    yield;
  }
  for (const edit of workspace.ownFormulas()) {
    const followed = written.has(cellKey(edit)) ? edit : follow(edit);
    if (!sameContent(edit.content, followed.content)) edits.push(followed);
    yield;
  }
  return edits;
}

/** The edit that gives a cell a content. A formula that is its line's own is no override: the line speaks for itself. */
export function editOf(workspace: Workspace, cell: CellRef, content: Content | undefined): CellEdit {
  const line = workspace.line(cell.line);
  const own = line && ownContent(line, cell.slot, workspace.model().periods);
  if (!isFormula(content) || !sameContent(content, own)) return { ...cell, content };
  const { base } = workspace;
  const overridden = cell.scenario !== base.id && overrideAt(workspace.document(), { ...cell, scenario: base.id });
  return { ...cell, content: overridden === undefined || overridden === false ? undefined : 'model' };
}
