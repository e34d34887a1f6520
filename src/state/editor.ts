import { type Accessor, batch, createSignal } from 'solid-js';
import type { Change } from '../document/change.ts';
import { editableNumber, parseEntry } from '../document/entry.ts';
import { addressOf, cellAt, hasSlot, layOut, sheetOf } from '../engine/layout.ts';
import { quoteSheet } from '../engine/sheets.ts';
import { a1, columnSlot, FIRST_PERIOD_COLUMN, VALUE_COLUMN } from '../model/address.ts';
import { type CellRef, type Content, isFormula, MAX_CELL_LENGTH } from '../model/content.ts';
import { wholeYear } from '../model/figure.ts';
import { hasPeriods } from '../model/line.ts';
import { Pointing } from './formula/pointing.ts';
import { closeBrackets } from './formula/scan.ts';
import type { Workspace } from './workspace.ts';

/** ms that a committed entry waits for its values, so that both are drawn at once: a frame. */
const PATIENCE = 16;

/** A place in the sheet: 0-based line, and column with A as 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Selection {
  /** Where keys go. */
  readonly active: Place;
  /** The other corner of the selected range. */
  readonly anchor: Place;
}

/** What is being typed, and where it began: arrows commit after typing (`enter`) and move the caret after F2 (`edit`). */
export interface Draft {
  readonly text: string;
  readonly mode: 'enter' | 'edit';
  readonly cell: CellRef;
}

/** Selection and editing of the sheet in view. What is typed becomes a change; nothing is written elsewhere. */
export class Editor {
  readonly selection: Accessor<Selection>;
  readonly draft: Accessor<Draft | undefined>;
  /** Why the last entry was not taken; stays until the next one. */
  readonly refusal: Accessor<'long' | 'readonly' | undefined>;
  /** Counts the times that the sheet was asked to take the focus, as jumps do. */
  readonly focusRequests: Accessor<number>;
  /** References put into a formula by pointing, and what helps with it. */
  readonly pointing: Pointing;
  readonly #setFocusRequests: (count: number) => void;
  readonly #setSelection: (selection: Selection) => void;
  readonly #setDraft: (draft: Draft | undefined) => void;
  readonly #setRefusal: (refusal: 'long' | 'readonly' | undefined) => void;
  /** What waits for the engine's answer. */
  #pending: (() => void) | undefined;
  /** Where a run of Tabs began; Enter returns to its column. */
  #runColumn: number | undefined;

  constructor(readonly workspace: Workspace) {
    const start = this.#firstCell();
    const [selection, setSelection] = createSignal<Selection>({ active: start, anchor: start });
    const [draft, setDraft] = createSignal<Draft | undefined>();
    const [refusal, setRefusal] = createSignal<'long' | 'readonly' | undefined>();
    const [focusRequests, setFocusRequests] = createSignal(0);
    this.selection = selection;
    this.focusRequests = focusRequests;
    this.#setFocusRequests = setFocusRequests;
    this.draft = draft;
    this.refusal = refusal;
    this.#setSelection = setSelection;
    this.#setDraft = (draft) => {
      if (!draft) this.pointing.leave();
      setDraft(draft);
    };
    this.#setRefusal = setRefusal;
    this.pointing = new Pointing(this);
  }

  get lastColumn(): number {
    const { first, last } = this.workspace.model().periods;
    return FIRST_PERIOD_COLUMN + last - first;
  }

  /** The cell under the cursor; undefined on labels, units, headings and empty places. */
  get cell(): CellRef | undefined {
    return this.cellAt(this.selection().active);
  }

  get address(): string {
    const { active } = this.selection();
    return a1(active.column, active.line);
  }

  cellAt({ line, column }: Place): CellRef | undefined {
    return cellAt(this.workspace.layout(), this.workspace.scenarioId, column, line);
  }

  placeOf(cell: Pick<CellRef, 'line' | 'slot'>): Place | undefined {
    const line = this.workspace.layout().indexOf(cell.line);
    if (line === undefined) return undefined;
    const column =
      cell.slot === 'value' ? VALUE_COLUMN : FIRST_PERIOD_COLUMN + cell.slot - this.workspace.model().periods.first;
    return { line, column };
  }

  /** Selects a place; `extend` keeps the anchor. Places outside are brought to the edge. */
  select(place: Place, extend = false): void {
    const active = {
      line: Math.max(0, Math.min(place.line, this.workspace.model().lines.length - 1)),
      column: Math.max(0, Math.min(place.column, this.lastColumn)),
    };
    this.#setRefusal(undefined);
    this.#setSelection({ active, anchor: extend ? this.selection().anchor : active });
  }

  /** Moves the cursor; `run`: as Tab does, so that Enter comes back to where the run began. */
  move(lines: number, columns: number, { extend = false, run = false } = {}): void {
    const { active } = this.selection();
    if (!run) this.#runColumn = undefined;
    else this.#runColumn ??= active.column;
    this.select({ line: active.line + lines, column: active.column + columns }, extend);
  }

  /** Enter: down, or up, in the column in which a run of Tabs began. */
  enter(lines: number): void {
    const { active } = this.selection();
    const column = this.#runColumn ?? active.column;
    this.#runColumn = undefined;
    this.select({ line: active.line + lines, column });
  }

  /** Gives the focus to the sheet. */
  focus(): void {
    this.#setFocusRequests(this.focusRequests() + 1);
  }

  /** Shows a cell of any scenario, as jumps and undo do. */
  jump(cell: CellRef): void {
    const place = this.placeOf(cell);
    if (!place) return;
    batch(() => {
      if (cell.scenario !== this.workspace.view.scenario)
        this.workspace.dispatch({ kind: 'view', view: { scenario: cell.scenario } });
      this.select(place);
    });
  }

  /** Shows a cell and gives it the focus, as a click on a number in words does. */
  show(cell: CellRef): void {
    this.jump(cell);
    this.focus();
  }

  /** After another model is opened. */
  reset(): void {
    batch(() => {
      this.#setDraft(undefined);
      this.select(this.#firstCell());
    });
  }

  /** What the formula bar shows of a cell: its raw content in A1, an inherited value as the reference that it is. */
  source(cell: CellRef): string {
    const { workspace } = this;
    const layout = workspace.layout();
    if (workspace.inheritsByReference(cell)) {
      const sheet = quoteSheet(sheetOf(layout, workspace.base.id) ?? '');
      return `=${sheet}!${addressOf(layout, cell)}`;
    }
    return this.#sourceOf(workspace.effective(cell).content, cell);
  }

  #sourceOf(content: Content | undefined, cell: CellRef): string {
    const line = this.workspace.line(cell.line);
    if (content === undefined || content === 'model' || !line || line.kind === 'heading') return '';
    if (typeof content === 'number') return editableNumber(content, line.unit);
    if (isFormula(content)) return layOut(this.workspace.layout(), content.formula, cell, true);
    // A text that would be read as something else is shown with the mark that made it text.
    return sameText(parseEntry(content.text, line.unit), content.text) ? content.text : `'${content.text}`;
  }

  /** Begins to edit the active cell, with what is typed or with what it holds. */
  begin(mode: Draft['mode'], text?: string): void {
    const { cell } = this;
    if (!cell) {
      this.#setRefusal('readonly');
      return;
    }
    batch(() => {
      this.#setRefusal(undefined);
      this.#setDraft({ text: text ?? this.source(cell), mode, cell });
    });
  }

  /** What the person has typed so far. */
  type(text: string): void {
    const draft = this.draft();
    if (draft) this.#setDraft({ ...draft, text });
    else this.begin('enter', text);
  }

  /** From typing to moving the caret, as F2 does. */
  caret(): void {
    const draft = this.draft();
    if (draft) this.#setDraft({ ...draft, mode: draft.mode === 'edit' ? 'enter' : 'edit' });
  }

  cancel(): void {
    this.#setDraft(undefined);
  }

  /**
   * Takes what was typed. Text that did not change is no edit. A formula is first converted by the engine's lexer.
   * @returns false where it was refused and the draft stays.
   */
  commit(): boolean {
    return this.#take((change) => {
      this.#setDraft(undefined);
      if (change) this.workspace.dispatch(change);
    });
  }

  /**
   * Takes what was typed and moves on, in one picture with the values that follow: the engine is told at once, and the
   * screen changes when it has answered, or after `PATIENCE` where it takes longer.
   */
  commitAndMove(move: () => void): void {
    this.#take((change) => {
      const show = () =>
        batch(() => {
          this.#setDraft(undefined);
          if (change) this.workspace.dispatch(change);
          move();
        });
      if (!change) {
        show();
        return;
      }
      this.workspace.tellAhead(change);
      const timer = setTimeout(() => this.settle(), PATIENCE);
      this.#pending = () => {
        this.#pending = undefined;
        clearTimeout(timer);
        show();
      };
      this.workspace.rows.withNextFrame(() => this.settle());
    });
  }

  /** Carries out what waits for the engine; the next key finds the sheet as the last one left it. */
  settle(): void {
    this.#pending?.();
  }

  /** @returns false where the entry was refused. `go` is given the change, none where nothing changed or it comes later. */
  #take(go: (change: Change | undefined) => void): boolean {
    this.settle();
    const draft = this.draft();
    if (!draft) {
      go(undefined);
      return true;
    }
    const { text, cell } = draft;
    if (text.length > MAX_CELL_LENGTH) {
      this.#setRefusal('long');
      return false;
    }
    const line = this.workspace.line(cell.line);
    if (text === this.source(cell) || !line || line.kind === 'heading') {
      go(undefined);
      return true;
    }
    const content = parseEntry(text, line.unit);
    if (isFormula(content)) {
      go(undefined);
      this.#commitFormula(closeBrackets(content.formula), cell);
    } else go({ kind: 'cells', edits: [{ ...cell, content }] });
    return true;
  }

  /** Resets every selected cell that holds an override: in a scenario to what it inherits, in the base to its line. */
  clear(): void {
    const cells = this.selected().filter(
      (cell) => this.workspace.scenario.overrides[cell.line]?.[cell.slot] !== undefined,
    );
    if (cells.length === 0) return;
    this.workspace.dispatch({ kind: 'cells', edits: cells.map((cell) => ({ ...cell, content: undefined })) });
  }

  /** The cells of the selected range, in reading order. */
  selected(): CellRef[] {
    const { active, anchor } = this.selection();
    const layout = this.workspace.layout();
    const scenario = this.workspace.scenarioId;
    const cells: CellRef[] = [];
    for (let i = Math.min(active.line, anchor.line); i <= Math.max(active.line, anchor.line); i++)
      for (let c = Math.min(active.column, anchor.column); c <= Math.max(active.column, anchor.column); c++) {
        const cell = cellAt(layout, scenario, c, i);
        if (cell) cells.push(cell);
      }
    return cells;
  }

  /** Whether a place can hold content at all. */
  holdsContent({ line, column }: Place): boolean {
    const found = this.workspace.model().lines[line];
    const slot = columnSlot(column, this.workspace.model().periods);
    return !!found && slot !== undefined && hasSlot(found, slot);
  }

  undo(): void {
    this.#show(this.workspace.undo());
  }

  redo(): void {
    this.#show(this.workspace.redo());
  }

  #show(cells: readonly CellRef[] | undefined): void {
    const first = cells?.[0];
    if (first) this.jump(first);
  }

  #commitFormula(text: string, cell: CellRef): void {
    this.workspace.engine
      .convert(text, cell)
      .catch(() => text)
      .then((formula) => this.workspace.dispatch({ kind: 'cells', edits: [{ ...cell, content: { formula } }] }));
  }

  /** The cell of which the answer speaks: its line in the year of its target. */
  #firstCell(): Place {
    const { answer, periods } = this.workspace.model();
    const target = this.workspace.catalog.seeds.figures.get(answer.target ?? '');
    const year = (target && wholeYear(target)) ?? periods.last;
    const line = this.workspace.line(answer.line);
    const slot = line && hasPeriods(line) ? Math.min(year, periods.last) : 'value';
    return this.placeOf({ line: answer.line, slot }) ?? { line: 0, column: VALUE_COLUMN };
  }
}

const sameText = (content: Content | undefined, text: string): boolean =>
  typeof content === 'object' && 'text' in content && content.text === text;
