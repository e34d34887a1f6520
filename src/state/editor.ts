import { type Accessor, batch, createSignal } from 'solid-js';
import type { Change } from '../document/change.ts';
import { setFormula } from '../document/lineFormula.ts';
import type { Ceiling } from '../engine/port.ts';
import { sourceOf } from '../engine/source.ts';
import { type CellRef, type Content, isFormula, MAX_CELL_LENGTH } from '../model/content.ts';
import { passed } from './ceiling.ts';
import { Cursor } from './cursor.ts';
import { entryFor } from './edits.ts';
import { Pointing } from './formula/pointing.ts';
import { closeBrackets } from './formula/scan.ts';
import type { Workspace } from './workspace.ts';

/** ms that a committed entry waits for its values, so that both are drawn at once: a frame. */
const PATIENCE = 16;

/** What is being typed, and where it began: arrows commit after typing (`enter`) and move the caret after F2 (`edit`). */
export interface Draft {
  readonly text: string;
  readonly mode: 'enter' | 'edit';
  readonly cell: CellRef;
}

/** Why something was not done: an entry too long, a place that holds no value, a paste that does not fit. */
export type Refusal =
  | 'long'
  | 'readonly'
  /** Another page holds the document. */
  | 'elsewhere'
  /** Ranges that share neither lines nor columns can't be copied together. */
  | 'ranges'
  /** The system's clipboard took nothing. */
  | 'copy'
  /** The browser does not let the page read it. */
  | 'read'
  /** What was asked for could not be loaded. */
  | 'load'
  /** The workbook would hold more than it may. */
  | ({ readonly kind: 'ceiling' } & Ceiling)
  /** `out` of `all` values would be lost; none was pasted. */
  | { readonly kind: 'paste'; readonly out: number; readonly all: number };

/** Selection and editing of the sheet in view. What is typed becomes a change; nothing is written elsewhere. */
export class Editor extends Cursor {
  readonly draft: Accessor<Draft | undefined>;
  /** Why the last entry was not taken; stays until the next one. */
  readonly refusal: Accessor<Refusal | undefined>;
  /** Counts the times that the sheet was asked to take the focus, as jumps do. */
  readonly focusRequests: Accessor<number>;
  /** Counts the times that the name box was asked to take the focus. */
  readonly nameRequests: Accessor<number>;
  /** Counts the times that something was to be found. */
  readonly findRequests: Accessor<number>;
  /** Counts the times that the menu of the selected cells was asked for. */
  readonly menuRequests: Accessor<number>;
  /** Whether cells show what they hold and not what comes of it. */
  readonly formulas: Accessor<boolean>;
  /** References put into a formula by pointing, and what helps with it. */
  readonly pointing: Pointing;
  readonly #setFocusRequests: (count: number) => void;
  readonly #setNameRequests: (count: number) => void;
  readonly #setFindRequests: (count: number) => void;
  readonly #setMenuRequests: (count: number) => void;
  readonly #setFormulas: (on: boolean) => void;
  readonly #setDraft: (draft: Draft | undefined) => void;
  readonly #setRefusal: (refusal: Refusal | undefined) => void;
  /** What waits for the engine's answer. */
  #pending: (() => void) | undefined;

  constructor(workspace: Workspace) {
    super(workspace);
    const [draft, setDraft] = createSignal<Draft | undefined>();
    const [refusal, setRefusal] = createSignal<Refusal | undefined>();
    const [focusRequests, setFocusRequests] = createSignal(0);
    const [nameRequests, setNameRequests] = createSignal(0);
    const [findRequests, setFindRequests] = createSignal(0);
    const [menuRequests, setMenuRequests] = createSignal(0);
    const [formulas, setFormulas] = createSignal(false);
    this.focusRequests = focusRequests;
    this.#setFocusRequests = setFocusRequests;
    this.nameRequests = nameRequests;
    this.#setNameRequests = setNameRequests;
    this.findRequests = findRequests;
    this.#setFindRequests = setFindRequests;
    this.menuRequests = menuRequests;
    this.#setMenuRequests = setMenuRequests;
    this.formulas = formulas;
    this.#setFormulas = setFormulas;
    this.draft = draft;
    this.refusal = refusal;
    this.#setDraft = (draft) => {
      if (!draft) this.pointing.leave();
      setDraft(draft);
    };
    this.#setRefusal = setRefusal;
    this.pointing = new Pointing(this);
  }

  protected override moved(): void {
    this.#setRefusal(undefined);
  }

  /** Says at the cursor why something was not done. */
  refuse(refusal: Refusal): void {
    this.#setRefusal(refusal);
  }

  toggleFormulas(): void {
    this.#setFormulas(!this.formulas());
  }

  /** Gives the focus to the name box. */
  askName(): void {
    this.#setNameRequests(this.nameRequests() + 1);
  }

  /** Opens the bar with which something is found in the sheet, unless what is being typed can't be taken. */
  askFind(): void {
    if (this.commit()) this.#setFindRequests(this.findRequests() + 1);
  }

  /** Opens the menu of the selected cells. */
  askMenu(): void {
    this.#setMenuRequests(this.menuRequests() + 1);
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
      this.select(this.firstCell());
    });
  }

  /** What the formula bar shows of a cell. */
  source(cell: CellRef): string {
    const line = this.workspace.line(cell.line);
    const source = line ? sourceOf(this.workspace.layout(), line, cell, this.workspace.effective(cell)) : '';
    // The fields know one kind of line break; what they give back unchanged is no edit.
    return source.includes('\r') ? source.replaceAll(/\r\n?/g, '\n') : source;
  }

  /** Begins to edit the active cell, with what is typed or with what it holds. */
  begin(mode: Draft['mode'], text?: string): void {
    const { cell } = this;
    if (!cell || this.workspace.refuses()) {
      this.#setRefusal(cell ? 'elsewhere' : 'readonly');
      return;
    }
    this.leaving = false;
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
   * Takes what was typed. Text that did not change is no edit.
   * @returns false where it was refused and the draft stays.
   */
  commit(): boolean {
    return this.#take((change) => {
      this.#setDraft(undefined);
      if (change) this.workspace.dispatch(change);
    });
  }

  /** Takes what is typed and goes on; where it is refused, nothing follows. */
  commitThen(go: () => void): void {
    if (this.commit()) go();
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

  /** Ends the draft and hands it over to be taken elsewhere; undefined where there is none or it is too long. */
  takeDraft(): Draft | undefined {
    this.settle();
    const draft = this.draft();
    if (draft && draft.text.length > MAX_CELL_LENGTH) {
      this.#setRefusal('long');
      return undefined;
    }
    this.#setDraft(undefined);
    return draft;
  }

  /** Carries out what waits for the engine; the next key finds the sheet as the last one left it. */
  settle(): void {
    this.#pending?.();
  }

  /** @returns false where the entry was refused. `go` is given the change, none where nothing changed. */
  #take(go: (change: Change | undefined) => void): boolean {
    this.settle();
    const draft = this.draft();
    if (!draft) {
      go(undefined);
      return true;
    }
    const { text, cell } = draft;
    if (text.length > MAX_CELL_LENGTH || this.workspace.refuses()) {
      this.#setRefusal(text.length > MAX_CELL_LENGTH ? 'long' : 'elsewhere');
      return false;
    }
    const line = this.workspace.line(cell.line);
    if (text === this.source(cell) || !line || line.kind === 'heading') {
      go(undefined);
      return true;
    }
    const content = entryFor(this.workspace, cell, /^[=＝]/.test(text.trim()) ? closeBrackets(text.trim()) : text);
    const ceiling = passed(this.workspace, [{ ...cell, content }]);
    if (ceiling) {
      this.#setRefusal({ kind: 'ceiling', ...ceiling });
      return false;
    }
    go(this.#changeOf(cell, content));
    return true;
  }

  /** Resets every selected cell that holds an override: in a scenario to what it inherits, in the base to its line. */
  clear(): void {
    const edits = [...this.overridden()].map((cell) => ({ ...cell, content: undefined }));
    if (edits.length > 0) this.workspace.dispatch({ kind: 'cells', edits });
  }

  undo(): void {
    this.settle();
    this.#show(this.workspace.undo());
  }

  redo(): void {
    this.settle();
    this.#show(this.workspace.redo());
  }

  #show(cells: readonly CellRef[] | undefined): void {
    const first = cells?.[0];
    if (first) this.jump(first);
  }

  /** The first formula that is typed in a line without one is that of the whole line. */
  #changeOf(cell: CellRef, content: Content | undefined): Change {
    const line = this.workspace.line(cell.line);
    const isOpen = (line?.kind === 'series' || line?.kind === 'result') && line.formula === '';
    const sheet = { document: this.workspace.document(), model: this.workspace.model() };
    const whole = isOpen && isFormula(content) ? setFormula(sheet, cell.line, content.formula) : undefined;
    return whole ?? { kind: 'cells', edits: [{ ...cell, content }] };
  }
}
