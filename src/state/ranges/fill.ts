import type { CellEdit } from '../../document/change.ts';
import { areaOf, type Box, boxOf, disjoint, type Place, rangeOf } from '../../document/selection.ts';
import type { Entries } from '../../document/settled.ts';
import { cellAt } from '../../engine/layout.ts';
import { VALUE_COLUMN } from '../../model/address.ts';
import { type CellRef, type Content, isFormula } from '../../model/content.ts';
import type { Editor } from '../sheet/editor.ts';
import { typedEntry } from '../sheet/entry.ts';
import { claiming } from '../structure/typing.ts';
import { dispatchMany } from './bulk.ts';
import { carried, editOf } from './edits.ts';
import { type Gesture, gestureOf } from './gesture.ts';
import type { Job, Jobs } from './jobs.ts';
import { changeOfEdits, type Row, withRows } from './newRows.ts';
import { atOnce, MANY, type Steps } from './slices.ts';

/** A line or column of places that is filled from the places beside it, both counted away from where they meet last. */
interface Run {
  readonly from: readonly Place[];
  readonly to: readonly Place[];
}

const count = (from: number, to: number): number[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + i * Math.sign(to - from || 1));

/** The runs by which a box is drawn on to a larger one that extends it to one side, one at a time: they may be long. */
export function* fillRuns({ top, bottom, left, right }: Box, target: Box): Generator<Run> {
  function* runs(across: number[], from: number[], to: number[], place: (i: number, a: number) => Place) {
    for (const a of across) yield { from: from.map((i) => place(i, a)), to: to.map((i) => place(i, a)) };
  }
  const inLine = (column: number, line: number): Place => ({ line, column });
  const inColumn = (line: number, column: number): Place => ({ line, column });
  const columns = count(left, right);
  const lines = count(top, bottom);
  if (target.bottom > bottom) yield* runs(columns, lines, count(bottom + 1, target.bottom), inColumn);
  else if (target.top < top) yield* runs(columns, count(bottom, top), count(top - 1, target.top), inColumn);
  else if (target.right > right) yield* runs(lines, columns, count(right + 1, target.right), inLine);
  else if (target.left < left) yield* runs(lines, count(right, left), count(left - 1, target.left), inLine);
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

/** The edits of runs in the scenario that a gesture found, in steps of a cell. */
function* editsOfRuns(
  { workspace }: Editor,
  { layout, scenario }: Gesture,
  runs: Iterable<Run>,
  job?: Job,
): Steps<CellEdit[]> {
  const cellOf = ({ line, column }: Place) => cellAt(layout, scenario, column, line);
  const edits: CellEdit[] = [];
  for (const { from, to } of runs) {
    const sources = from.map((place) => {
      const cell = cellOf(place);
      return cell && { cell, content: workspace.effective(cell).content };
    });
    const numbers = sources.map((source) => source?.content).filter((content) => typeof content === 'number');
    const series = numbers.length > 1 && numbers.length === from.length ? continued(numbers, to.length) : undefined;
    for (const [i, place] of to.entries()) {
      const cell = cellOf(place);
      const source = sources[i % sources.length];
      if (cell && source)
        edits.push(editOf(workspace, cell, series?.[i] ?? carried(layout, source.content, source.cell, cell)));
      job?.did(1);
      yield;
    }
  }
  return edits;
}

/** The edits that give every cell that a gesture found selected a content, each cell once, in steps of a cell. */
function* editsOfCells(
  { workspace }: Editor,
  { layout, scenario, boxes: selected }: Gesture,
  content: (cell: CellRef) => Content | undefined,
  job?: Job,
): Steps<CellEdit[]> {
  const edits: CellEdit[] = [];
  for (const { top, bottom, left, right } of disjoint(selected))
    for (let line = top; line <= bottom; line++)
      for (let column = left; column <= right; column++) {
        const cell = cellAt(layout, scenario, column, line);
        if (cell) edits.push(editOf(workspace, cell, content(cell)));
        job?.did(1);
        yield;
      }
  return edits;
}

/**
 * Carries out edits of so many places: at once, or in slices where they are many. Either way they are one step of undo.
 * @returns whether it was done; undefined where it was called off
 */
async function carryOut(
  editor: Editor,
  jobs: Jobs,
  gesture: Gesture,
  places: number,
  steps: (job?: Job) => Steps<CellEdit[]>,
  entries?: Entries,
): Promise<boolean | undefined> {
  const { workspace } = editor;
  const isNone = (edits: readonly CellEdit[]): boolean => {
    if (edits.length === 0) editor.refuse('readonly');
    return edits.length === 0;
  };
  if (places <= MANY) {
    const edits = atOnce(steps());
    return !isNone(edits) && workspace.dispatch(changeOfEdits(workspace, gesture, edits, entries));
  }
  const work = async (job: Job) => {
    job.expect(places);
    const from = workspace.document();
    const edits = await job.steps(steps(job));
    return !isNone(edits) && dispatchMany(workspace, edits, job, from, gesture, entries);
  };
  return jobs.run('fill', work, gesture.stands);
}

/** A gesture with lines where boxes are filled that have none, or none of a kind yet. `text`: what comes there, if it says a unit. */
function filling(editor: Editor, gesture: Gesture, boxes: readonly Box[], text = '0'): Gesture {
  const rows = new Map<number, Row>();
  for (const { top, bottom, left, right } of boxes)
    for (let line = top; line <= bottom && right >= VALUE_COLUMN; line++)
      rows.set(line, (column) => (column >= left && column <= right ? text : ''));
  return withRows(editor.workspace, gesture, { rows, hasNames: false }, editor.lastColumn);
}

/** Draws a box on to another: copies its contents, and goes on with a series of numbers. Selects all of it. */
export function fillTo(editor: Editor, jobs: Jobs, source: Box, target: Box): void {
  const places = areaOf([target]) - areaOf([source]);
  if (places === 0) return;
  editor.selectRange(rangeOf(target), editor.selection().active);
  const gesture = filling(editor, gestureOf(editor), [target]);
  void carryOut(editor, jobs, gesture, places, (job) => editsOfRuns(editor, gesture, fillRuns(source, target), job));
}

/**
 * Ctrl+D and Ctrl+R: each selected range takes the content of its first line, or column; a range of one, that of the
 * line above or the column before.
 */
export function fillSelection(editor: Editor, jobs: Jobs, way: 'down' | 'right', found: Gesture): void {
  const gesture = filling(editor, found, found.boxes);
  function* runs(): Generator<Run> {
    for (const box of gesture.boxes) {
      const first =
        way === 'down'
          ? { ...box, top: box.top === box.bottom ? box.top - 1 : box.top }
          : { ...box, left: box.left === box.right ? box.left - 1 : box.left };
      yield* fillRuns(way === 'down' ? { ...first, bottom: first.top } : { ...first, right: first.left }, first);
    }
  }
  void carryOut(editor, jobs, gesture, areaOf(gesture.boxes), (job) => editsOfRuns(editor, gesture, runs(), job));
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

/**
 * Ctrl+Enter: every selected cell takes what was typed, each in its own unit; a formula as if copied from the cursor.
 * Where that is refused, what was typed stays.
 */
export async function fillDraft(editor: Editor, jobs: Jobs): Promise<void> {
  const { workspace } = editor;
  // A name or a unit is of one line.
  const begun = editor.draft();
  if (begun && !begun.cell) {
    editor.commit();
    return;
  }
  const draft = editor.takeDraft();
  const from = draft?.cell;
  if (!draft || !from) return;
  const found = gestureOf(editor);
  const gesture = filling(editor, found, found.boxes, draft.text);
  const { claim, pointed } = claiming(workspace);
  const typed = typedEntry(workspace, from, draft.text, claim);
  const content = (cell: CellRef) =>
    isFormula(typed) ? carried(gesture.layout, typed, from, cell) : typedEntry(workspace, cell, draft.text);
  const steps = (job?: Job) => editsOfCells(editor, gesture, content, job);
  const isDone = await carryOut(editor, jobs, gesture, areaOf(gesture.boxes), steps, { pointed });
  // In another document its cell may be there no longer.
  if (isDone === false && gesture.stands() && !editor.draft()) editor.resume(draft);
}

/** The box from which the fill handle draws: that of the active range. */
export const fillSource = (editor: Editor): Box => boxOf(editor.selection().range);
