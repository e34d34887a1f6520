import type { CellEdit } from '../../document/change.ts';
import { areaOf, type Box, boxes, isSingle, type Place, samePlace } from '../../document/selection.ts';
import type { Row } from '../../engine/rowValues.ts';
import { copyTexts } from '../../io/clipboard.ts';
import type { BlockReading } from '../../io/reading/amounts.ts';
import { writeRows } from '../../io/tsv.ts';
import { VALUE_COLUMN } from '../../model/address.ts';
import { type CellRef, cellKey } from '../../model/content.ts';
import { watchValues } from '../document/values.ts';
import { signal } from '../page/signal.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { dispatchMany } from './bulk.ts';
import { blobOf, type ClipCell, copyShape, cornerOf, landingLines, MOST_IN_TABLE, sameBreaks } from './clip.ts';
import { clipCell } from './clipCell.ts';
import { carried, cutSteps } from './edits.ts';
import { type Gesture, gestureOf } from './gesture.ts';
import type { Job, Jobs } from './jobs.ts';
import { changeOfEdits, endOfNew, type Row as NewRow, rowsSteps } from './newRows.ts';
import { type Incoming, type PasteResult, type PasteSource, pasteEdits } from './pasteEdits.ts';
import { PasteReports } from './pasteReports.ts';
import { reachesYears } from './reach.ts';
import { atOnce, MANY, type Steps } from './slices.ts';
import { type PasteReport, textSource } from './textSource.ts';

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

/** A paste that is ready to be carried out; `report`: what is told of it. */
interface Ready {
  readonly edits: readonly CellEdit[];
  /** With the lines that it brings. */
  readonly gesture: Gesture;
  readonly report?: PasteReport;
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

  /** What is told of the last text that was pasted. */
  readonly reports: PasteReports;

  constructor(
    readonly app: WithEditor & Words,
    readonly jobs: Jobs,
  ) {
    this.reports = new PasteReports(app.editor, ({ text, boxes: into, scenario }, reading) => {
      const gesture = { ...gestureOf(app.editor), boxes: into, scenario };
      this.#carryOut(text, undefined, gesture, (job) => this.#textSteps(text, gesture, reading, job));
    });
  }

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
    const found = copyShape(editor.selection());
    if (!found) {
      editor.refuse('ranges');
      return;
    }
    const fold = editor.fold();
    if (cut && fold?.refuses(boxes(editor.selection()))) return;
    // Columns that are folded into a year are no places of their own.
    const shape = fold ? { ...found, columns: found.columns.filter((column) => fold.last(column) === column) } : found;
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
    this.reports.dismiss();
    const { editor } = this.app;
    if (reachesYears(editor, text)) return;
    // One text is a name or a unit as it would be typed; spreadsheets end what they copy with a line break.
    const one = text.replace(/\n$/, '');
    if (isSingle(editor.selection()) && editor.selection().active.column < VALUE_COLUMN && !/[\t\n]/.test(one)) {
      if (editor.begin('enter', one)) editor.commit();
      return;
    }
    const own = this.#own();
    const clip = own?.text === text ? own : undefined;
    const gesture = gestureOf(this.app.editor);
    this.#carryOut(text, clip, gesture, (job) =>
      clip ? this.#clipSteps(text, clip, valuesOnly, gesture, job) : this.#textSteps(text, gesture, undefined, job),
    );
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

  /** Carries out a paste: at once, or in slices where it is of many cells. Either way it is one step of undo. */
  #carryOut(
    text: string,
    clip: Clip | undefined,
    gesture: Gesture,
    steps: (job?: Job) => Steps<Ready | undefined>,
  ): void {
    const { workspace } = this.app;
    const end = ({ report }: Ready) => {
      if (clip?.cut) this.forget();
      if (report) this.reports.tell(report, { text, boxes: gesture.boxes, scenario: gesture.scenario });
    };
    if (text.length <= MANY_CHARACTERS && areaOf(gesture.boxes) <= MANY) {
      const ready = atOnce(steps());
      if (ready && workspace.dispatch(changeOfEdits(workspace, ready.gesture, ready.edits))) end(ready);
      return;
    }
    const work = async (job: Job) => {
      const from = workspace.document();
      const ready = await job.steps(steps(job));
      if (ready && (await dispatchMany(workspace, ready.edits, job, from, ready.gesture))) end(ready);
    };
    this.jobs.run('paste', work, gesture.stands).catch(() => {});
  }

  /** A paste of what was copied here, by its contents. */
  *#clipSteps(text: string, clip: Clip, valuesOnly: boolean, found: Gesture, job?: Job): Steps<Ready | undefined> {
    const went: Went = new Map();
    // What is cut is not repeated over a larger selection, and brings no lines.
    const into = clip.cut ? cornerOf(found.selection) : found.boxes;
    const gesture = clip.cut ? found : yield* this.#withLines(clip, found);
    const source = this.#clipSource(clip, valuesOnly, went, gesture);
    const landed = this.#accepted(text, yield* pasteEdits(this.app, source, gesture, into, job), gesture);
    if (!landed) return undefined;
    return { edits: clip.cut ? yield* cutSteps(this.app.workspace, landed.edits, went) : landed.edits, gesture };
  }

  /** A gesture with the lines that a copy of the sheet brings below the last one. */
  *#withLines({ cells }: Clip, gesture: Gesture): Steps<Gesture> {
    const { workspace, editor } = this.app;
    const rows = new Map<number, NewRow>();
    const hasNames = gesture.boxes.at(-1)?.left === 0;
    const end = endOfNew(workspace, hasNames);
    for (const { from, line, left } of landingLines(cells.length, cells[0]?.length ?? 0, gesture.boxes))
      if (line < end) rows.set(line, (column) => cells[from]?.[column - left]?.text ?? '');
    return yield* rowsSteps(workspace, gesture, { rows, hasNames }, editor.lastColumn);
  }

  /** A paste of a text of whatever program. `reading`: how a person said that it is read, of a text that was pasted already. */
  *#textSteps(text: string, begun: Gesture, reading: BlockReading | undefined, job?: Job): Steps<Ready | undefined> {
    const found = yield* textSource(this.app.workspace, text, begun, reading);
    if (found === 'long') {
      this.app.editor.refuse('long');
      return undefined;
    }
    const { source, gesture } = found;
    const result = yield* pasteEdits(this.app, source, gesture, gesture.boxes, job);
    const landed = this.#accepted(text, result, gesture, reading !== undefined);
    return landed && { edits: landed.edits, gesture, report: yield* source.report(landed, gesture) };
  }

  /** `went` is filled as the cells of a cut land. */
  #clipSource({ cells, cut }: Clip, valuesOnly: boolean, went: Went, { layout }: Gesture): PasteSource {
    const at = (line: number, column: number): Incoming | undefined => {
      const { cell, content, value, text } = cells[line]?.[column] ?? { text: '' };
      // An empty place of the sheet brings nothing.
      if (!cell && text === '') return undefined;
      const contentFor = (target: CellRef) => {
        if (cell && cut) went.set(cellKey(cell), [cell, target]);
        return valuesOnly || !cell ? value : carried(layout, content, cell, target, cut);
      };
      return { text, contentFor };
    };
    return { height: cells.length, width: cells[0]?.length ?? 0, at };
  }

  /**
   * What landed, and is selected; undefined where it was refused. What would be lost, beyond the edge or where no value
   * belongs, is told first; the same paste again takes the rest. `wasTold`: it has been told already.
   */
  #accepted(
    text: string,
    landed: PasteResult,
    { scenario: pastedTo, selection, layout }: Gesture,
    wasTold = false,
  ): PasteResult | undefined {
    const { editor, workspace } = this.app;
    const { edits, out, first, last } = landed;
    const { text: before, at, scenario } = this.#refused ?? {};
    const isAgain = wasTold || (before === text && scenario === pastedTo && !!at && !!first && samePlace(at, first));
    // Names alone make lines too.
    const isNothing = edits.length === 0 && layout.lines === workspace.model().lines;
    if (isNothing || (out > 0 && !isAgain)) {
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
      cells.push(columns.map((column) => clipCell(this.app, { line, column }, scenario, rows[i])));
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
}
