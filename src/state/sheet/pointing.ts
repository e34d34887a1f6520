import { type Accessor, createMemo } from 'solid-js';
import type { Place } from '../../document/selection.ts';
import { sheetName } from '../../engine/layout.ts';
import { quoteSheet } from '../../engine/sheets.ts';
import { pointable } from '../../formula/pointable.ts';
import { a1, VALUE_COLUMN } from '../../model/address.ts';
import { signal } from '../page/signal.ts';
import type { Cursor } from './cursor.ts';
import type { Draft } from './draft.ts';
import { edgeFrom } from './edges.ts';

/** A sheet in which something may be being typed. */
interface Typing extends Cursor {
  readonly draft: Accessor<Draft | undefined>;
  readonly type: (text: string) => void;
}

/** The field in which a cell's content is typed. */
export type Field = Pick<HTMLTextAreaElement, 'selectionStart' | 'selectionEnd' | 'setSelectionRange'>;

/** The reference that was pointed at last, in the draft that it left behind. */
interface Point {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly anchor: Place;
  readonly active: Place;
}

/** Putting references into the formula that is being edited, by pointing at cells of any scenario. */
export class Pointing {
  readonly #field = signal<Field | undefined>(undefined);
  readonly #caretMoves = signal(0);
  readonly #point = signal<Point | undefined>(undefined);
  /** Whether a formula is being edited. */
  readonly active: Accessor<boolean>;
  /** Whether the sheet in view is not that of the formula. */
  readonly away: Accessor<boolean>;
  /** The field with the focus. */
  readonly field: Accessor<Field | undefined> = this.#field;
  /** Counts the times that the caret was moved while the text stayed. */
  readonly caretMoves: Accessor<number> = this.#caretMoves;
  /** The cell pointed at, which the sheet keeps in sight. */
  readonly place: Accessor<Place | undefined> = () => this.#point()?.active;
  #written = '';

  constructor(readonly editor: Typing) {
    const { workspace } = editor;
    this.active = createMemo(() => {
      const draft = editor.draft();
      return draft?.cell !== undefined && /^[=＝]/.test(draft.text);
    });
    this.away = createMemo(() => this.active() && editor.draft()?.cell?.scenario !== workspace.scenarioId);
  }

  attach(field: Field): void {
    this.#field.set(field);
  }

  /** The selected stretch of the draft; where there is none, both ends are the caret. */
  get caret(): { readonly start: number; readonly end: number } {
    const field = this.field();
    const end = this.editor.draft()?.text.length ?? 0;
    return { start: Math.min(field?.selectionStart ?? end, end), end: Math.min(field?.selectionEnd ?? end, end) };
  }

  /** Tells those who follow the caret that it was moved. */
  caretMoved(): void {
    this.#caretMoves.set(this.caretMoves() + 1);
  }

  /** Whether a text was put in the draft by `write`, and not typed. */
  wrote(text: string): boolean {
    return text === this.#written;
  }

  /** Puts a text into the draft, with the caret behind what was put there. */
  write(text: string, caret: number): void {
    this.#written = text;
    this.editor.type(text);
    this.field()?.setSelectionRange(caret, caret);
    this.caretMoved();
  }

  /** Puts a text in place of what is selected, as if it were typed. */
  insert(text: string): true {
    const { start, end } = this.caret;
    const draft = this.editor.draft()?.text ?? '';
    this.write(draft.slice(0, start) + text + draft.slice(end), start + text.length);
    return true;
  }

  /** Changes how the reference at the caret is written; one just inserted can still be replaced. */
  rewrite(text: string, caret: number): void {
    const last = this.#last();
    if (last) this.#point.set({ ...last, text, end: caret });
    this.write(text, caret);
  }

  /** Whether a reference can go where the caret is, or in place of the one just inserted. */
  get ready(): boolean {
    const draft = this.editor.draft();
    if (!draft || !this.active()) return false;
    const { start, end } = this.caret;
    return this.#last() !== undefined || pointable(draft.text, start, end);
  }

  /**
   * Inserts the reference of a place, or of the range from the one before, in place of the reference just inserted.
   * Labels and units have none. @returns false where no reference can go.
   */
  pointAt(place: Place, extend = false): boolean {
    return this.#pointAt(place, extend ? this.#last()?.anchor : undefined);
  }

  /** Stretches the reference just inserted to a range. */
  drag(place: Place): void {
    const last = this.#last();
    if (!last || (place.line === last.active.line && place.column === last.active.column)) return;
    this.#pointAt(this.#within(place), last.anchor);
  }

  /**
   * Points by lines or columns from the cell pointed at last, or from the formula's own; `edge`: to the edge of the data,
   * `extend`: at the range up to there. @returns false where no reference can go, and after F2, when arrows move the caret.
   */
  arrow(lines: number, columns: number, { extend = false, edge = false } = {}): boolean {
    const draft = this.editor.draft();
    if (!draft || !this.active() || draft.mode === 'edit') return false;
    const last = this.#last();
    const home = draft.place;
    const from = last?.active ?? home;
    const place = edge
      ? edgeFrom(this.editor, from, lines, columns)
      : { line: from.line + lines, column: this.editor.edgeOf(from, columns).column + columns };
    return this.#pointAt(this.#within(place), extend ? (last?.anchor ?? home) : undefined);
  }

  /** Shows another scenario without leaving the formula. @returns false where no reference can go. */
  show(scenario: string): boolean {
    if (!this.ready) return false;
    this.editor.workspace.dispatch({ kind: 'view', view: { scenario } });
    return true;
  }

  /** The formula is taken or left: back to the scenario of its cell. */
  leave(): void {
    const { workspace } = this.editor;
    const home = this.away() ? this.editor.draft()?.cell?.scenario : undefined;
    this.forget();
    if (home !== undefined && workspace.document().scenarios.some(({ id }) => id === home))
      workspace.dispatch({ kind: 'view', view: { scenario: home } });
  }

  /** What was pointed at is of no draft any more. */
  forget(): void {
    this.#point.set(undefined);
  }

  #pointAt(place: Place, anchor = place): boolean {
    const draft = this.editor.draft();
    if (!draft || !this.ready) return false;
    if (place.column < VALUE_COLUMN || anchor.column < VALUE_COLUMN) return true;
    const { start, end } = this.#last() ?? this.caret;
    const reference = this.#reference(anchor, place);
    const text = draft.text.slice(0, start) + reference + draft.text.slice(end);
    this.#point.set({ text, start, end: start + reference.length, anchor, active: place });
    this.write(text, start + reference.length);
    return true;
  }

  /** The reference just inserted; none once something was typed or the caret went elsewhere. */
  #last(): Point | undefined {
    const point = this.#point();
    const { start, end } = this.caret;
    const same = point && point.text === this.editor.draft()?.text && start === point.end && end === point.end;
    return same ? point : undefined;
  }

  #reference(from: Place, to: Place): string {
    const { workspace } = this.editor;
    const left = from.column < to.column ? from : to;
    // A year is all of its periods.
    const first = a1(this.editor.edgeOf(left, -1).column, Math.min(from.line, to.line));
    const last = a1(Math.max(from.column, to.column), Math.max(from.line, to.line));
    const range = first === last ? first : `${first}:${last}`;
    const sheet = this.away() ? sheetName(workspace.layout(), workspace.scenarioId) : undefined;
    return sheet === undefined ? range : `${quoteSheet(sheet)}!${range}`;
  }

  #within({ line, column }: Place): Place {
    return {
      line: Math.max(0, Math.min(line, this.editor.lastLine)),
      column: this.editor.shownFor(Math.max(VALUE_COLUMN, Math.min(column, this.editor.lastColumn))),
    };
  }
}
