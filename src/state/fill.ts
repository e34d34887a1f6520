import type { CellEdit } from '../document/change.ts';
import { type CellRef, type Content, isFormula } from '../model/content.ts';
import { passed } from './ceiling.ts';
import type { Editor } from './editor.ts';
import { carried, converted, editOf, entryFor } from './edits.ts';
import { type Box, boxes, boxOf, type Place, rangeOf } from './selection.ts';

/** A line or column of places that is filled from the places beside it, both counted away from where they meet last. */
interface Run {
  readonly from: readonly Place[];
  readonly to: readonly Place[];
}

const count = (from: number, to: number): number[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + i * Math.sign(to - from || 1));

/** The runs by which a box is drawn on to a larger one that extends it to one side. */
export function fillRuns(source: Box, target: Box): Run[] {
  const { top, bottom, left, right } = source;
  const runs = (across: number[], from: number[], to: number[], place: (i: number, a: number) => Place): Run[] =>
    across.map((a) => ({ from: from.map((i) => place(i, a)), to: to.map((i) => place(i, a)) }));
  const inLine = (column: number, line: number): Place => ({ line, column });
  const inColumn = (line: number, column: number): Place => ({ line, column });
  const columns = count(left, right);
  const lines = count(top, bottom);
  if (target.bottom > bottom) return runs(columns, lines, count(bottom + 1, target.bottom), inColumn);
  if (target.top < top) return runs(columns, count(bottom, top), count(top - 1, target.top), inColumn);
  if (target.right > right) return runs(lines, columns, count(right + 1, target.right), inLine);
  if (target.left < left) return runs(lines, count(right, left), count(left - 1, target.left), inLine);
  return [];
}

/** The box to which a drag of the fill handle to a place draws a box on: along the longer way. */
export function drawnTo(source: Box, { line, column }: Place): Box {
  const down = Math.max(line - source.bottom, source.top - line, 0);
  const across = Math.max(column - source.right, source.left - column, 0);
  if (down === 0 && across === 0) return source;
  return down >= across
    ? { ...source, top: Math.min(source.top, line), bottom: Math.max(source.bottom, line) }
    : { ...source, left: Math.min(source.left, column), right: Math.max(source.right, column) };
}

/** Numbers in even steps go on by their step, others along the straight line nearest to them, free of binary noise. */
export function continued(numbers: readonly number[], length: number): number[] {
  const n = numbers.length;
  const middle = (n - 1) / 2;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / n;
  const spread = numbers.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const slope = numbers.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / spread;
  // 14 digits: 0.153, 0.154 goes on with 0.155 and not with 0.15500000000000003.
  return Array.from({ length }, (_, i) => Number((mean + slope * (n + i - middle)).toPrecision(14)));
}

function editsOfRun(editor: Editor, { from, to }: Run): CellEdit[] {
  const { workspace } = editor;
  const sources = from.map((place) => {
    const cell = editor.cellAt(place);
    return cell && { cell, content: workspace.effective(cell).content };
  });
  const numbers = sources.map((source) => source?.content).filter((content) => typeof content === 'number');
  const series = numbers.length > 1 && numbers.length === from.length ? continued(numbers, to.length) : undefined;
  return to.flatMap((place, i) => {
    const cell = editor.cellAt(place);
    const source = sources[i % sources.length];
    if (!cell || !source) return [];
    return [editOf(workspace, cell, series?.[i] ?? carried(workspace, source.content, source.cell, cell))];
  });
}

function carryOut(editor: Editor, edits: readonly CellEdit[]): void {
  const ceiling = passed(editor.workspace, edits);
  if (edits.length === 0) editor.refuse('readonly');
  else if (ceiling) editor.refuse({ kind: 'ceiling', ...ceiling });
  else editor.workspace.dispatch({ kind: 'cells', edits });
}

/** Draws a box on to another: copies its contents, and goes on with a series of numbers. Selects all of it. */
export function fillTo(editor: Editor, source: Box, target: Box): void {
  const runs = fillRuns(source, target);
  if (runs.length === 0) return;
  editor.selectRange(rangeOf(target), editor.selection().active);
  carryOut(
    editor,
    runs.flatMap((run) => editsOfRun(editor, run)),
  );
}

/**
 * Ctrl+D and Ctrl+R: each selected range takes the content of its first line, or column; a range of one, that of the
 * line above or the column before.
 */
export function fillSelection(editor: Editor, way: 'down' | 'right'): void {
  const runs = boxes(editor.selection()).flatMap((box) => {
    const first =
      way === 'down'
        ? { ...box, top: box.top === box.bottom ? box.top - 1 : box.top }
        : { ...box, left: box.left === box.right ? box.left - 1 : box.left };
    return fillRuns(way === 'down' ? { ...first, bottom: first.top } : { ...first, right: first.left }, first);
  });
  carryOut(
    editor,
    runs.flatMap((run) => editsOfRun(editor, run)),
  );
}

/** To where a double click on the fill handle draws a box on: down the run of places that hold values, else along it. */
export function endOfRun(editor: Editor, box: Box): Box {
  const filled = (place: Place) => editor.holdsContent(place);
  let { bottom, right } = box;
  while (bottom < editor.lastLine && filled({ line: bottom + 1, column: box.left })) bottom++;
  if (bottom > box.bottom) return { ...box, bottom };
  while (right < editor.lastColumn && filled({ line: box.top, column: right + 1 })) right++;
  return { ...box, right };
}

/** Ctrl+Enter: every selected cell takes what was typed, each in its own unit; a formula as if copied from the cursor. */
export function fillDraft(editor: Editor): void {
  const { workspace } = editor;
  const draft = editor.takeDraft();
  if (!draft) return;
  const cells = editor.selected();
  const dispatch = (content: (cell: CellRef) => Content | undefined) =>
    carryOut(
      editor,
      cells.map((cell) => editOf(workspace, cell, content(cell))),
    );
  const typed = entryFor(workspace, draft.cell, draft.text);
  if (!isFormula(typed)) {
    dispatch((cell) => entryFor(workspace, cell, draft.text));
    return;
  }
  converted(workspace, [{ ...draft.cell, content: typed }]).then(([first]) =>
    dispatch((cell) => carried(workspace, first?.content, draft.cell, cell)),
  );
}

/** The box from which the fill handle draws: that of the range in hand. */
export const fillSource = (editor: Editor): Box => boxOf(editor.selection().range);
