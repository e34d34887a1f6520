import { type Accessor, createEffect, createRoot, createSignal } from 'solid-js';
import type { CellEdit } from '../document/change.ts';
import { editableNumber, parseEntry } from '../document/entry.ts';
import { MISSING } from '../i18n/format.ts';
import { parseTsv, writeHtmlTable, writeTsv } from '../io/tsv.ts';
import { VALUE_COLUMN } from '../model/address.ts';
import { type CellRef, type Content, cellKey, isFormula, MAX_CELL_LENGTH } from '../model/content.ts';
import { UNITS } from '../model/units.ts';
import type { App } from './app.ts';
import { cellText, numberIn, slotIndex } from './cells.ts';
import { type ClipCell, copyPlaces, type Landing, landings } from './clip.ts';
import { carried, converted, cutEdits, editOf, entryFor } from './edits.ts';
import { type Box, boxes, boxOf, type Place, type Selection } from './selection.ts';

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

/** What lands in a place, before anybody asked whether it fits. */
interface Incoming {
  readonly text: string;
  readonly contentFor: (target: CellRef) => Content | undefined;
}

/** The 15 digits that Excel keeps; the ones after them are mostly binary noise. */
const excelDigits = (value: number): number => Number(value.toPrecision(15));

const sameBreaks = (text: string): string => text.replaceAll('\r\n', '\n').replace(/\n$/, '');

const cornerOf = ({ range }: Selection): Box[] => {
  const { top, left } = boxOf(range);
  return [{ top, left, bottom: top, right: left }];
};

/** Copy, cut and paste between the sheet and the system's clipboard. */
export class Clipboard {
  #valuesOnly = false;
  readonly #clip: Accessor<Clip | undefined>;
  readonly #keep: (clip: Clip | undefined) => void;
  /** The paste that was refused in part; the same one again takes what fits. */
  #refused: string | undefined;

  constructor(readonly app: Pick<App, 'workspace' | 'editor' | 't' | 'lang' | 'say'>) {
    const [clip, keep] = createSignal<Clip | undefined>();
    this.#clip = clip;
    this.#keep = keep;
  }

  /** What is outlined as copied in the scenario in view. */
  outlined(): readonly Box[] {
    const clip = this.#own();
    return clip?.scenario === this.app.workspace.scenarioId ? clip.boxes : [];
  }

  /** Escape: a cut is not carried out, and what was copied counts as text from outside. */
  forget(): void {
    this.#keep(undefined);
  }

  /** Whether the paste to come takes values and not formulas. */
  pasteNext(valuesOnly: boolean): void {
    this.#valuesOnly = valuesOnly;
  }

  /** Puts the selection on the clipboard: at once where there is `data` to fill and all values are at hand, else soon. */
  copy(cut: boolean, data?: DataTransfer): void {
    const { editor, workspace } = this.app;
    const places = copyPlaces(editor.selection());
    if (!places) {
      editor.refuse('ranges');
      return;
    }
    const scenario = workspace.scenarioId;
    const copied = boxes(editor.selection());
    const lines = places.flatMap((row) => workspace.model().lines[row[0]?.line ?? -1] ?? []);
    const missing = lines.filter(({ id, kind }) => kind !== 'heading' && !workspace.rows.peek(scenario, id));
    const take = () => {
      const cells = places.map((row) => row.map((place) => this.#clipCell(place, scenario)));
      const plain = writeTsv(cells);
      this.#keep({ cells, cut, model: workspace.model().id, scenario, boxes: copied, text: sameBreaks(plain) });
      return { plain, html: writeHtmlTable(cells) };
    };
    if (data && missing.length === 0) {
      const { plain, html } = take();
      data.setData('text/plain', plain);
      data.setData('text/html', html);
      return;
    }
    const taken = this.#come(
      scenario,
      missing.map(({ id }) => id),
      take,
    );
    const blob = (kind: 'plain' | 'html') => taken.then((texts) => new Blob([texts[kind]], { type: `text/${kind}` }));
    navigator.clipboard
      .write([new ClipboardItem({ 'text/plain': blob('plain'), 'text/html': blob('html') })])
      .catch(() => editor.refuse('copy'));
  }

  /** Pastes what the clipboard holds: an own copy by its contents, anything else as if it were typed. One step of undo. */
  paste(pasted: string): void {
    const text = sameBreaks(pasted);
    const valuesOnly = this.#valuesOnly;
    this.#valuesOnly = false;
    if (text === '') return;
    const clip = this.#own();
    if (clip?.text === text) this.#pasteClip(clip, valuesOnly);
    else this.#pasteText(text);
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

  #pasteClip(clip: Clip, valuesOnly: boolean): void {
    const { workspace } = this.app;
    const went = new Map<string, readonly [CellRef, CellRef]>();
    const rows = clip.cells.map((row) =>
      row.map(({ cell, content, value, text }): Incoming | undefined => {
        // An empty place of the sheet brings nothing.
        if (!cell && text === '') return undefined;
        const contentFor = (target: CellRef) => {
          if (cell) went.set(cellKey(cell), [cell, target]);
          return valuesOnly || !cell ? value : carried(workspace, content, cell, target, clip.cut);
        };
        return { text, contentFor };
      }),
    );
    const edits = this.#land(rows, clip.text, clip.cut);
    if (!edits) return;
    workspace.dispatch({ kind: 'cells', edits: clip.cut ? cutEdits(workspace, edits, went) : edits });
    if (clip.cut) this.forget();
  }

  #pasteText(text: string): void {
    const { workspace, editor } = this.app;
    const rows = parseTsv(text).map((row) =>
      row.map((cell): Incoming => ({ text: cell, contentFor: (target) => entryFor(workspace, target, cell) })),
    );
    if (rows.some((row) => row.some((cell) => cell.text.length > MAX_CELL_LENGTH))) {
      editor.refuse('long');
      return;
    }
    const edits = this.#land(rows, text);
    if (!edits) return;
    if (!edits.some(({ content }) => isFormula(content))) workspace.dispatch({ kind: 'cells', edits });
    else converted(workspace, edits).then((done) => workspace.dispatch({ kind: 'cells', edits: done }));
  }

  /**
   * The edits of a paste; undefined where it was refused. What would be lost, beyond the edge or where no value belongs,
   * is told first; the same paste again takes the rest. `once`: it is not repeated over a larger selection.
   */
  #land(rows: readonly (readonly (Incoming | undefined)[])[], text: string, once = false): CellEdit[] | undefined {
    const { editor, workspace } = this.app;
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    const places = landings(rows.length, width, once ? cornerOf(editor.selection()) : boxes(editor.selection()));
    const one = rows.length === 1 && width === 1 && places.length > 1;
    const edits: CellEdit[] = [];
    let out = 0;
    for (const { from, to } of places) {
      const incoming = rows[from[0]]?.[from[1]];
      const cell = incoming && editor.cellAt(to);
      if (cell) edits.push(editOf(workspace, cell, incoming.contentFor(cell)));
      // One value that fills many places is not lost where it has none.
      else if (incoming && incoming.text !== '' && !one && incoming.text !== this.#label(to)) out++;
    }
    const all = edits.length + out;
    const now = JSON.stringify([text, places[0], workspace.scenarioId]);
    if (edits.length === 0 || (out > 0 && this.#refused !== now)) {
      editor.refuse(out === 0 ? 'readonly' : { kind: 'paste', out, all });
      this.#refused = now;
      return undefined;
    }
    this.#refused = undefined;
    if (!one) this.#selectLanded(places);
    return edits;
  }

  #selectLanded(places: readonly Landing[]): void {
    const [first, last] = [places[0]?.to, places.at(-1)?.to];
    if (first && last) this.app.editor.selectRange({ from: first, to: last }, first);
  }

  /** Label and unit of a line, which are texts of the sheet and no cells. */
  #label({ line, column }: Place): string | undefined {
    const found = this.app.workspace.model().lines[line];
    if (!found || column >= VALUE_COLUMN) return undefined;
    if (column === 0) return this.app.say(found.label);
    return found.kind === 'heading' ? '' : this.app.say(UNITS[found.unit].label);
  }

  /** A place as it is copied: numbers as their unit is typed, with all their digits. */
  #clipCell(place: Place, scenario: string): ClipCell {
    const { workspace, editor } = this.app;
    const line = workspace.model().lines[place.line];
    const cell = editor.cellAt(place);
    if (!cell || !line || line.kind === 'heading') {
      const text = this.#label(place) ?? '';
      return { cell: undefined, content: undefined, value: text === '' ? undefined : { text }, text, isText: false };
    }
    const row = workspace.rows.peek(scenario, line.id);
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

  /** What `take` makes once the values of some lines have come. */
  #come<T>(scenario: string, lines: readonly string[], take: () => T): Promise<T> {
    return new Promise((resolve) =>
      createRoot((dispose) => {
        const rows = lines.map((line) => this.app.workspace.rows.watch(scenario, line));
        createEffect(() => {
          if (!rows.every((row) => row())) return;
          resolve(take());
          dispose();
        });
      }),
    );
  }
}
