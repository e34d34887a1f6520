import { editableNumber, parseEntry } from '../../document/entry.ts';
import { areaOf, type Box, boxes, type Place, samePlace } from '../../document/selection.ts';
import { cellAt } from '../../engine/layout.ts';
import type { Row } from '../../engine/rowValues.ts';
import { MISSING } from '../../i18n/format.ts';
import { copyTexts } from '../../io/clipboard.ts';
import { tsvRows, writeRows } from '../../io/tsv.ts';
import { type CellRef, cellKey, MAX_CELL_LENGTH } from '../../model/content.ts';
import { watchValues } from '../document/values.ts';
import { cellText, numberIn, slotIndex } from '../insight/cells.ts';
import { signal } from '../page/signal.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { entryFor } from '../sheet/entry.ts';
import { dispatchMany } from './bulk.ts';
import { blobOf, type ClipCell, copyShape, cornerOf, excelDigits, MOST_IN_TABLE, sameBreaks } from './clip.ts';
import { carried, cutSteps } from './edits.ts';
import { type Gesture, gestureOf } from './gesture.ts';
import type { Job, Jobs } from './jobs.ts';
import { type Incoming, labelAt, type PasteResult, type PasteSource, pasteEdits } from './pasteEdits.ts';
import { atOnce, MANY, type Steps } from './slices.ts';

/** What was copied last, while the system's clipboard still holds it. */
interface Clip {
  readonly cells: readonly (readonly ClipCell[])[];
  readonly cut: boolean;
  readonly model: string;
  readonly scenario: string;
  readonly boxes: readonly Box[];
  /** What was put on the system's clipboard, by which it is known again. */
  readonly text: string;
}

/** What is copied: places of a scenario, with the values of their lines. */
interface Copied extends Pick<Clip, 'cut' | 'scenario' | 'boxes'> {
  readonly lines: readonly number[];
  readonly columns: readonly number[];
  readonly rows: readonly (Row | undefined)[];
}

/** Where each cell of a cut goes, by the key of the one that it was. */
type Went = Map<string, readonly [from: CellRef, to: CellRef]>;

/** Characters that may hold more than `MANY` cells. */
const MANY_CHARACTERS = 5 * MANY;

/** Copy, cut and paste between the sheet and the system's clipboard. What is many cells is done in slices. */
export class Clipboard {
  #valuesOnly = false;
  readonly #clip = signal<Clip | undefined>(undefined);
  /** The paste that was refused in part; the same one again takes what fits. */
  #refused: { readonly text: string; readonly at: Place | undefined; readonly scenario: string } | undefined;

  constructor(
    readonly app: WithEditor & Words,
    readonly jobs: Jobs,
  ) {}

  /** What is outlined as copied in the scenario in view. */
  outlined(): readonly Box[] {
    const clip = this.#own();
    return clip?.scenario === this.app.workspace.scenarioId ? clip.boxes : [];
  }

  /** Escape: a cut is not carried out, and what was copied counts as text from outside. */
  forget(): boolean {
    const wasKept = this.#clip() !== undefined;
    this.#clip.set(undefined);
    return wasKept;
  }

  /** Whether the paste to come takes values and not formulas. */
  pasteNext(valuesOnly: boolean): void {
    this.#valuesOnly = valuesOnly;
  }

  /** Puts the selection on the clipboard: at once where there is `data` to fill and all values are at hand, else soon. */
  copy(cut: boolean, data?: DataTransfer): void {
    const { editor, workspace } = this.app;
    const shape = copyShape(editor.selection());
    if (!shape) {
      editor.refuse('ranges');
      return;
    }
    const scenario = workspace.scenarioId;
    const copied = { cut, scenario, boxes: boxes(editor.selection()), ...shape };
    const ids = shape.lines.map((line) => workspace.model().lines[line]?.id ?? '');
    const count = shape.lines.length * shape.columns.length;
    const rows = data && count <= MANY ? ids.map((id) => workspace.rows.peek(scenario, id)) : [];
    // What was typed just now has not come to its values.
    const isAtHand =
      !workspace.engine.isBehind &&
      shape.lines.every((line, i) => rows[i] || workspace.model().lines[line]?.kind === 'heading');
    if (data && isAtHand && count <= MANY) {
      const { plain, html } = atOnce(this.#take({ ...copied, rows }));
      data.setData('text/plain', plain.join(''));
      data.setData('text/html', html.join(''));
      return;
    }
    const work = async (job: Job) => {
      job.expect(count);
      const texts = await job.steps(
        this.#take({ ...copied, rows: await watchValues(workspace, scenario, ids, job) }, job),
      );
      return {
        plain: await job.steps(blobOf(texts.plain, 'text/plain')),
        html: await job.steps(blobOf(texts.html, 'text/html')),
      };
    };
    const taken = this.jobs.run('copy', work, gestureOf(editor).stands);
    const kinds = count <= MOST_IN_TABLE ? (['plain', 'html'] as const) : (['plain'] as const);
    const blob = (kind: 'plain' | 'html') =>
      taken.then((blobs) => {
        if (!blobs) throw new DOMException('called off', 'AbortError');
        return blobs[kind];
      });
    const refuse = () => editor.refuse('copy');
    copyTexts(Object.fromEntries(kinds.map((kind) => [`text/${kind}`, blob(kind)])))
      // Called off, it was not refused.
      .catch(() => taken.then((blobs) => blobs && refuse(), refuse));
  }

  /** Pastes what the clipboard holds: an own copy by its contents, anything else as if it were typed. One step of undo. */
  paste(pasted: string): void {
    const text = sameBreaks(pasted);
    const valuesOnly = this.#valuesOnly;
    this.#valuesOnly = false;
    if (text === '') return;
    const own = this.#own();
    const clip = own?.text === text ? own : undefined;
    const gesture = gestureOf(this.app.editor);
    const isMany = text.length > MANY_CHARACTERS || areaOf(gesture.boxes) > MANY;
    if (isMany) {
      const work = (job: Job) => this.#pasteMany(text, clip, valuesOnly, gesture, job);
      this.jobs.run('paste', work, gesture.stands).catch(() => {});
    } else if (clip) this.#pasteClip(text, clip, valuesOnly, gesture);
    else this.#pasteText(text, gesture);
  }

  /** Pastes what the system's clipboard holds, where the browser lets the page read it. */
  read(valuesOnly: boolean): void {
    const read = async () => navigator.clipboard.readText();
    read().then(
      (text) => {
        this.pasteNext(valuesOnly);
        this.paste(text);
      },
      () => this.app.editor.refuse('read'),
    );
  }

  /** What was copied of the model in view; another model's lines are not known in it. */
  #own(): Clip | undefined {
    const clip = this.#clip();
    return clip?.model === this.app.workspace.model().id ? clip : undefined;
  }

  #pasteClip(text: string, clip: Clip, valuesOnly: boolean, gesture: Gesture): void {
    const went: Went = new Map();
    const steps = this.#pasteEdits(this.#clipSource(clip, valuesOnly, went), gesture, clip.cut);
    const landed = this.#accepted(text, atOnce(steps), gesture);
    if (!landed) return;
    const { workspace } = this.app;
    const edits = clip.cut ? atOnce(cutSteps(workspace, landed.edits, went)) : landed.edits;
    if (workspace.dispatch({ kind: 'cells', edits }) && clip.cut) this.forget();
  }

  #pasteText(text: string, gesture: Gesture): void {
    const source = atOnce(this.#textSource(text));
    const landed = source && this.#accepted(text, atOnce(this.#pasteEdits(source, gesture)), gesture);
    if (landed) this.app.workspace.dispatch({ kind: 'cells', edits: landed.edits });
  }

  async #pasteMany(
    text: string,
    clip: Clip | undefined,
    valuesOnly: boolean,
    gesture: Gesture,
    job: Job,
  ): Promise<void> {
    const { workspace } = this.app;
    const from = workspace.document();
    const went: Went = new Map();
    const source = clip ? this.#clipSource(clip, valuesOnly, went) : await job.steps(this.#textSource(text));
    if (!source) return;
    const landed = this.#accepted(text, await job.steps(this.#pasteEdits(source, gesture, clip?.cut, job)), gesture);
    if (!landed) return;
    const edits = clip?.cut ? await job.steps(cutSteps(workspace, landed.edits, went)) : landed.edits;
    if ((await dispatchMany(workspace, edits, job, from)) && clip?.cut) this.forget();
  }

  /** `went` is filled as the cells of a cut land. */
  #clipSource({ cells, cut }: Clip, valuesOnly: boolean, went: Went): PasteSource {
    const { workspace } = this.app;
    const at = (line: number, column: number): Incoming | undefined => {
      const { cell, content, value, text } = cells[line]?.[column] ?? { text: '' };
      // An empty place of the sheet brings nothing.
      if (!cell && text === '') return undefined;
      const contentFor = (target: CellRef) => {
        if (cell && cut) went.set(cellKey(cell), [cell, target]);
        return valuesOnly || !cell ? value : carried(workspace, content, cell, target, cut);
      };
      return { text, contentFor };
    };
    return { height: cells.length, width: cells[0]?.length ?? 0, at };
  }

  /** Undefined where a cell is too long, which is said. */
  *#textSource(text: string): Steps<PasteSource | undefined> {
    const { workspace, editor } = this.app;
    const rows: string[][] = [];
    let width = 0;
    for (const row of tsvRows(text)) {
      if (row.some((cell) => cell.length > MAX_CELL_LENGTH)) {
        editor.refuse('long');
        return undefined;
      }
      rows.push(row);
      width = Math.max(width, row.length);
      yield;
    }
    const at = (line: number, column: number): Incoming | undefined => {
      const cell = rows[line]?.[column];
      return cell === undefined ? undefined : { text: cell, contentFor: (target) => entryFor(workspace, target, cell) };
    };
    return { height: rows.length, width, at };
  }

  /** `once`: it is not repeated over a larger selection. */
  #pasteEdits(source: PasteSource, gesture: Gesture, once = false, job?: Job): Steps<PasteResult> {
    return pasteEdits(this.app, source, gesture, once ? cornerOf(gesture.selection) : gesture.boxes, job);
  }

  /**
   * What landed, and is selected; undefined where it was refused. What would be lost, beyond the edge or where no value
   * belongs, is told first; the same paste again takes the rest.
   */
  #accepted(text: string, landed: PasteResult, { scenario: pastedTo, selection }: Gesture): PasteResult | undefined {
    const { editor, workspace } = this.app;
    const { edits, out, first, last } = landed;
    const { text: before, at, scenario } = this.#refused ?? {};
    const isAgain = before === text && scenario === pastedTo && !!at && !!first && samePlace(at, first);
    if (edits.length === 0 || (out > 0 && !isAgain)) {
      editor.refuse(out === 0 ? 'readonly' : { kind: 'paste', out, all: edits.length + out });
      this.#refused = { text, at: first, scenario: pastedTo };
      return undefined;
    }
    this.#refused = undefined;
    // Who has gone on to another place, or types there, stays in it.
    const isThere = workspace.scenarioId === pastedTo && editor.selection() === selection && !editor.draft();
    if (!landed.one && first && last && isThere) editor.selectRange({ from: first, to: last }, first);
    return landed;
  }

  /** The places of a copy as texts, line by line; they are kept for a paste into the sheet. */
  *#take(
    { scenario, cut, boxes: copied, lines, columns, rows }: Copied,
    job?: Job,
  ): Steps<{ readonly plain: readonly string[]; readonly html: readonly string[] }> {
    const cells: ClipCell[][] = [];
    for (const [i, line] of lines.entries()) {
      cells.push(columns.map((column) => this.#clipCell({ line, column }, scenario, rows[i])));
      job?.did(columns.length);
      yield;
    }
    const texts = yield* writeRows(cells, lines.length * columns.length <= MOST_IN_TABLE);
    const whole = texts.plain.join('');
    yield;
    const text = sameBreaks(whole);
    this.#clip.set({ cells, cut, model: this.app.workspace.model().id, scenario, boxes: copied, text });
    return texts;
  }

  /** A place as it is copied: numbers as their unit is typed, with all their digits. */
  #clipCell(place: Place, scenario: string, row: Row | undefined): ClipCell {
    const { workspace } = this.app;
    const line = workspace.model().lines[place.line];
    const cell = cellAt(workspace.layout(), scenario, place.column, place.line);
    if (!cell || !line || line.kind === 'heading') {
      const text = labelAt(this.app, place) ?? '';
      return { cell: undefined, content: undefined, value: text === '' ? undefined : { text }, text, isText: false };
    }
    const { content } = workspace.effective(cell);
    const index = slotIndex(cell, workspace);
    const number = numberIn(row, index);
    if (number !== undefined)
      return { cell, content, value: number, text: editableNumber(excelDigits(number), line.unit), isText: false };
    const shown = cellText(this.app, line, row, index);
    const text = shown === MISSING ? '' : shown;
    const isError = row?.notes.get(index)?.kind === 'error';
    const read = parseEntry(text, line.unit);
    const isText = !isError && text !== '' && !(typeof read === 'object' && 'text' in read && read.text === text);
    return { cell, content, value: { text }, text, isText };
  }
}
