import { type Accessor, batch } from 'solid-js';
import type { Change } from '../../document/change.ts';
import { touched } from '../../document/otherLines.ts';
import { boxes, followed, inBox, type Place, type Selected } from '../../document/selection.ts';
import type { State, Transaction } from '../../document/transaction.ts';
import { NO_UNIT } from '../../document/undecided.ts';
import { sourceOf } from '../../engine/source.ts';
import { VALUE_COLUMN } from '../../model/address.ts';
import { type CellRef, MAX_CELL_LENGTH } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Text } from '../../model/text.ts';
import { unitSpec } from '../../model/units.ts';
import type { Refused } from '../document/gateway.ts';
import type { WithWorkspace, Workspace } from '../document/workspace.ts';
import { Request } from '../page/request.ts';
import { signal } from '../page/signal.ts';
import { Cursor } from './cursor.ts';
import type { Draft } from './draft.ts';
import { typedEntry } from './entry.ts';
import { Pointing } from './pointing.ts';

/** Why something was not done: an entry too long, a place that holds no value, a paste that does not fit. */
export type Refusal =
  | 'long'
  | 'readonly'
  /** Ranges that share neither lines nor columns can't be copied together. */
  | 'ranges'
  /** The system's clipboard took nothing. */
  | 'copy'
  /** The browser does not let the page read it. */
  | 'read'
  /** What was asked for could not be loaded. */
  | 'load'
  | Refused
  /** In words, by a part that is loaded when it is wanted. */
  | { readonly kind: 'said'; readonly text: Text }
  /** `out` of `all` values would be lost; none was pasted. */
  | { readonly kind: 'paste'; readonly out: number; readonly all: number };

const linesOf = ({ document, opened }: State): readonly Line[] => document.lines ?? opened.model.lines;

type Typing = typeof import('../structure/typing.ts');

/** What holds the open document and the cursor in its sheet. */
export interface WithEditor extends WithWorkspace {
  readonly editor: Editor;
}

/** Selection and editing of the sheet in view. What is typed becomes a change; nothing is written elsewhere. */
export class Editor extends Cursor {
  readonly #refusal = signal<Refusal | undefined>(undefined);
  readonly #formulas = signal(false);
  readonly draft: Accessor<Draft | undefined>;
  /** Why the last entry was not taken; stays until the next one. */
  readonly refusal: Accessor<Refusal | undefined> = this.#refusal;
  /** The sheet is to take the focus, as after jumps; the name box is. */
  readonly sheetFocus = new Request();
  readonly nameFocus = new Request();
  /** The bar with which something is found is to open; the menu of the selected cells is. */
  readonly finding = new Request();
  readonly menu = new Request();
  /** Whether cells show what they hold and not what comes of it. */
  readonly formulas: Accessor<boolean> = this.#formulas;
  /** References put into a formula by pointing, and what helps with it. */
  readonly pointing: Pointing;
  readonly #setDraft: (draft: Draft | undefined) => void;

  /** What is typed into rows and lines that hold nothing yet, into names and units; loaded when one of them is begun. */
  #typing: Typing | undefined;
  /** What waits for that, in its order; with the entry that it is, if it is one. */
  readonly #waiting: (readonly [run: (part: Typing) => unknown, draft: Draft | undefined])[] = [];
  /** Another one for each document. */
  #visit = 0;

  /** `say`: a text in the language of the interface. */
  constructor(
    workspace: Workspace,
    readonly say: (text: Text | string) => string = (text) => (typeof text === 'string' ? text : text.en),
  ) {
    super(workspace);
    const [draft, setDraft] = workspace.picture.value<Draft | undefined>(undefined);
    this.draft = draft;
    this.#setDraft = setDraft;
    this.pointing = new Pointing(this);
    workspace.gateway.listen((transaction) => this.#hear(transaction));
    workspace.gateway.onRefused((why) => this.refuse(why));
    workspace.onLeave(() => this.leave());
  }

  protected override moved(): void {
    this.#refusal.set(undefined);
  }

  /** Says at the cursor why something was not done. */
  refuse(refusal: Refusal): void {
    this.#refusal.set(refusal);
  }

  toggleFormulas(): true {
    this.#formulas.set(!this.formulas());
    return true;
  }

  /** Opens the bar with which something is found in the sheet, unless what is being typed can't be taken. */
  askFind(): boolean {
    return this.commitThen(() => this.finding.ask());
  }

  /** Gives the focus to the sheet. */
  focus(): void {
    this.sheetFocus.ask();
  }

  /** Shows a cell of any scenario, as jumps and undo do. @returns whether the sheet has it */
  jump(cell: CellRef): boolean {
    const place = this.placeOf(cell);
    if (!place) return false;
    batch(() => {
      if (cell.scenario !== this.workspace.view.scenario)
        this.workspace.dispatch({ kind: 'view', view: { scenario: cell.scenario } });
      this.select(place);
    });
    return true;
  }

  /** Shows a cell and gives it the focus, as a click on a number in words does; a period ends the look by year. */
  show(cell: CellRef): void {
    if (cell.slot !== 'value') this.fold()?.leave();
    this.jump(cell);
    this.focus();
  }

  /** What the formula bar shows of a cell. */
  source(cell: CellRef): string {
    const line = this.workspace.line(cell.line);
    const source = line ? sourceOf(this.workspace.layout(), line, cell, this.workspace.effective(cell)) : '';
    // The fields know one kind of line break; what they give back unchanged is no edit.
    return source.includes('\r') ? source.replaceAll(/\r\n?/g, '\n') : source;
  }

  /** Whether something can be typed at a place: a value, or the name or unit of a line. */
  takesText(place: Place): boolean {
    if (place.column >= VALUE_COLUMN) return this.entryCellAt(place) !== undefined;
    const line = this.workspace.model().lines[place.line];
    return place.column === 0 || !line || this.workspace.isOwn(line);
  }

  /** What stands at a place as it is edited. */
  textAt(place: Place): string {
    if (place.column >= VALUE_COLUMN) {
      const cell = this.valueAt(place);
      return cell ? this.source(cell) : (this.foldAt(place)?.source(place) ?? '');
    }
    const line = this.workspace.model().lines[place.line];
    if (!line) return '';
    if (place.column === 0) return this.say(line.label);
    const isNone = line.kind === 'heading' || (line.unit === NO_UNIT && this.workspace.isOwn(line));
    return isNone ? '' : this.say(unitSpec(line.unit).label);
  }

  /** Begins to edit the active place, with what is typed or with what it holds. */
  begin(mode: Draft['mode'], text?: string): boolean {
    const { active } = this.selection();
    // What is typed between the cells of a line of longer periods is meant for the period in which it lies.
    const cell = this.cellAt(active) ? undefined : this.valueAt(active);
    const place = (cell && this.placeOf(cell)) ?? active;
    if (place !== active) this.select(place);
    const fold = this.foldAt(place);
    if (fold) return fold.begin(place, mode);
    const takes = this.takesText(place);
    if (!takes || this.workspace.isReadOnly()) {
      this.#refusal.set(takes ? 'elsewhere' : 'readonly');
      return false;
    }
    this.leaving = false;
    const edited = this.entryCellAt(place);
    if (edited) this.workspace.aim(edited);
    const draft = { text: text ?? this.textAt(place), mode, place, cell: edited };
    if (this.#isStructural(draft)) this.#loadTyping().catch(() => {});
    batch(() => {
      this.#refusal.set(undefined);
      this.#setDraft(draft);
    });
    return true;
  }

  /** What the person has typed so far. */
  type(text: string): void {
    const draft = this.draft();
    if (draft) this.#setDraft({ ...draft, text });
    else this.begin('enter', text);
  }

  /** From typing to moving the caret, as F2 does. */
  caret(): boolean {
    const draft = this.draft();
    if (draft) this.#setDraft({ ...draft, mode: draft.mode === 'edit' ? 'enter' : 'edit' });
    return draft !== undefined;
  }

  /** @returns whether something was being typed */
  cancel(): boolean {
    const draft = this.draft();
    this.pointing.leave();
    this.#setDraft(undefined);
    return draft !== undefined;
  }

  /** Takes what was typed. Text that did not change is no edit. @returns false where it was refused and the draft stays */
  commit(): boolean {
    const draft = this.draft();
    if (!draft) return true;
    if (draft.text.length > MAX_CELL_LENGTH) {
      this.refuse('long');
      return false;
    }
    if (this.isWaiting || this.#isStructural(draft)) return this.#commitStructural(draft);
    const change = this.#changeOf(draft);
    if (change && !this.workspace.dispatch(change)) return false;
    this.cancel();
    return true;
  }

  /** Takes what is typed and goes on. @returns what came of that; false where what is typed was refused, and nothing follows */
  commitThen(go: () => boolean): boolean {
    if (!this.commit()) return false;
    if (!this.isWaiting) return go();
    const visit = this.#visit;
    return this.#later(() => visit === this.#visit && go());
  }

  /** Whether something that was typed or asked for waits for what can do it. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Gives up the last that waits. @returns whether there was one */
  callOff(): boolean {
    return this.#waiting.pop() !== undefined;
  }

  /** Takes what is typed, or lets go of it where it is refused: another document is about to be shown. */
  leave(): void {
    if (!this.commit()) this.cancel();
  }

  /** Takes what was typed and moves on, in one picture. @returns whether it was taken */
  commitAndMove(move: () => void): boolean {
    return batch(() => {
      const isTaken = this.commit();
      if (isTaken) move();
      return isTaken;
    });
  }

  /** Ends the draft and hands it over to be taken elsewhere; undefined where there is none or it is too long. */
  takeDraft(): Draft | undefined {
    const draft = this.draft();
    if (draft && draft.text.length > MAX_CELL_LENGTH) {
      this.refuse('long');
      return undefined;
    }
    this.cancel();
    return draft;
  }

  /** Goes on with a draft that was handed over, and refused. */
  resume(draft: Draft): void {
    this.#setDraft(draft);
  }

  /**
   * Resets every selected cell that holds an override: in a scenario to what it inherits, in the base to its line. Lines of
   * a person's own can be emptied.
   */
  clear(): boolean {
    if (this.fold()?.refuses(boxes(this.selection()))) return false;
    if (this.isWaiting || this.clearsOwn()) {
      const visit = this.#visit;
      const cleared = {
        scenario: this.workspace.scenarioId,
        overridden: [...this.overridden()],
        boxes: boxes(this.selection()),
      };
      if (this.#typing) return this.#typing.clear(this, cleared);
      return this.#later((part) => (visit === this.#visit ? part.clear(this, cleared) : part.tellLost(this)));
    }
    const edits = [...this.overridden()].map((cell) => ({ ...cell, content: undefined }));
    return edits.length > 0 && this.workspace.dispatch({ kind: 'cells', edits });
  }

  /** Whether Delete would empty names or units, or formulas that lines of a person's own have themselves. */
  clearsOwn(): boolean {
    const { lines } = this.workspace.model();
    const isBase = this.workspace.scenarioId === this.workspace.base.id;
    return boxes(this.selection()).some(({ top, bottom, right }) =>
      lines
        .slice(top, bottom + 1)
        .some(
          (line) =>
            right < VALUE_COLUMN ||
            (isBase && (line.kind === 'series' || line.kind === 'result') && this.workspace.isOwn(line)),
        ),
    );
  }

  /** Another document begins at its answer; an undo comes back to what was selected then, or to what it changes. */
  #hear(transaction: Transaction): void {
    const { event, isSame } = transaction;
    if (event === 'open' && !isSame) {
      this.#visit++;
      this.pointing.forget();
      this.#setDraft(undefined);
      this.select(this.firstCell());
    }
    if (event !== 'undo' && event !== 'redo' && event !== 'refuse') return;
    const { start, state, step } = transaction;
    // It was selected before the step, by which its lines may stand elsewhere again.
    const selected =
      step?.selection && event === 'redo' ? followed(step.selection, linesOf(start), linesOf(state)) : step?.selection;
    const [cell] = touched(transaction, (line) => this.workspace.layout().indexOf(line));
    if (selected && (!cell || this.#holds(selected, cell))) this.comeTo(selected);
    else if (cell) this.jump(cell);
  }

  /** Whether a cell is among what is selected in a scenario. */
  #holds(selected: Selected, cell: CellRef): boolean {
    const place = this.placeOf(cell);
    return selected.scenario === cell.scenario && !!place && boxes(selected).some((box) => inBox(place, box));
  }

  /** Whether a draft says of a line what it is, as those of a person's own lines may: it is no edit of a cell alone. */
  #isStructural({ cell }: Draft): boolean {
    const line = cell && this.workspace.line(cell.line);
    return !line || this.workspace.isOwn(line);
  }

  /** Brings it, and does what waits for it. */
  async #loadTyping(): Promise<void> {
    this.#typing ??= await import('../structure/typing.ts');
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) next[0](this.#typing);
  }

  /** Does something after what waits; where that can't be loaded, it waits on and the first entry is typed again. */
  #later(run: (part: Typing) => unknown, draft?: Draft): true {
    this.#waiting.push([run, draft]);
    this.#loadTyping().catch(() => {
      const [, first] = this.#waiting[0] ?? [];
      if (first && !this.draft()) {
        this.#waiting.shift();
        this.resume(first);
      }
      this.refuse('load');
    });
    return true;
  }

  /** Takes such a draft: now, or as soon as what knows how has come. @returns false where it was refused */
  #commitStructural(draft: Draft): boolean {
    const isSame = !this.isWaiting && draft.text === this.textAt(draft.place);
    if (this.#typing && !isSame) return this.#typing.take(this, draft);
    this.cancel();
    const [visit, id] = [this.#visit, this.workspace.model().lines[draft.place.line]?.id];
    return (
      isSame ||
      this.#later(
        (part) => (visit === this.#visit ? part.takeLate(this, draft, id) : part.tellLost(this, draft)),
        draft,
      )
    );
  }

  /** What a draft of a shipped line's cell changes; undefined where nothing. */
  #changeOf({ text, cell }: Draft): Change | undefined {
    const line = cell && this.workspace.line(cell.line);
    if (!line || text === this.source(cell) || line.kind === 'heading') return undefined;
    return { kind: 'cells', edits: [{ ...cell, content: typedEntry(this.workspace, cell, text) }] };
  }
}
