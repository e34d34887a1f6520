import { type Accessor, batch } from 'solid-js';
import { answerCell } from '../../analysis/answer.ts';
import { isBetween } from '../../document/contents.ts';
import { idAt } from '../../document/lineIds.ts';
import {
  at,
  boxes,
  disjoint,
  isSingle,
  type Place,
  placesOf,
  type Range,
  type Selected,
  type Selection,
  sameSelection,
  stepWithin,
} from '../../document/selection.ts';
import { isUndecided } from '../../document/undecided.ts';
import { cellAt, hasSlot } from '../../engine/layout.ts';
import { a1, columnSlot, slotColumn, VALUE_COLUMN } from '../../model/address.ts';
import { cellOf } from '../../model/coarse.ts';
import type { CellRef } from '../../model/content.ts';
import type { Workspace } from '../document/workspace.ts';
import { signal } from '../page/signal.ts';
import type { Fold } from './fold.ts';

/** Empty rows below the last line, on which one can stand and type. */
export const EMPTY_ROWS = 50;

/** The selection of the sheet in view, and how it moves. */
export class Cursor {
  readonly selection: Accessor<Selection>;
  /** The place to be brought into sight; undefined where the sheet stays as it lies, as for whole lines and columns. */
  readonly shown: Accessor<Place | undefined>;
  /** Lines that Page Up and Page Down move by: as many as are in sight. */
  page = 10;
  /** Whether the next Tab leaves the sheet, as after Escape. */
  leaving = false;
  /** The years in whose columns the periods stand while they are looked at so. */
  readonly fold = signal<Fold | undefined>(undefined);
  readonly #set: (selection: Selection) => void;
  readonly #show: (place: Place | undefined) => void;
  /** Where a run of Tabs began; Enter returns to its column. */
  #runColumn: number | undefined;

  constructor(readonly workspace: Workspace) {
    const start = at(this.firstCell());
    const [selection, setSelection] = workspace.picture.value<Selection>(start);
    const [shown, show] = workspace.picture.value<Place | undefined>(start.active);
    this.selection = selection;
    this.shown = shown;
    this.#set = setSelection;
    this.#show = show;
    workspace.selected = () => ({ scenario: workspace.scenarioId, ...selection() });
  }

  /** What else has to happen when the selection moves. */
  protected moved(): void {}

  get lastColumn(): number {
    const { periods } = this.workspace.model();
    return slotColumn(periods.last, periods);
  }

  /** The last row that holds a line; the first one where none does. */
  get lastLine(): number {
    return Math.max(0, this.workspace.model().lines.length - 1);
  }

  /** How many rows there are to stand on: the lines, and the empty rows below them. */
  get rowCount(): number {
    return this.workspace.model().lines.length + EMPTY_ROWS;
  }

  /** The cell under the cursor, or whose period it is in; undefined on labels, units, headings and empty places. */
  get cell(): CellRef | undefined {
    return this.valueAt(this.selection().active);
  }

  get address(): string {
    const { active } = this.selection();
    return this.foldAt(active)?.address(active) ?? a1(active.column, active.line);
  }

  /** The years where a place stands in the column of one. */
  foldAt({ column }: Pick<Place, 'column'>): Fold | undefined {
    return column > VALUE_COLUMN ? this.fold() : undefined;
  }

  /** The column in which a column is shown: of the periods of a year the last stands for all. */
  shownFor(column: number): number {
    return this.fold()?.last(column) ?? column;
  }

  /** The place from which a step goes on: of the periods of a year the first or the last. */
  edgeOf(place: Place, step: number): Place {
    return step < 0 ? { ...place, column: this.foldAt(place)?.first(place.column) ?? place.column } : place;
  }

  /** The cell at a place; a year is none. */
  cellAt(place: Place): CellRef | undefined {
    if (this.foldAt(place)) return undefined;
    return cellAt(this.workspace.layout(), this.workspace.scenarioId, place.column, place.line);
  }

  /** The cell that a place shows, or, between the cells of a line of longer periods, that of the period in which it lies. */
  valueAt(place: Place): CellRef | undefined {
    const found = this.cellAt(place);
    if (found || this.foldAt(place)) return found;
    const { lines, periods } = this.workspace.model();
    const [line, slot] = [lines[place.line], columnSlot(place.column, periods)];
    if (!line || slot === undefined || slot === 'value' || !isBetween(line, slot, periods)) return undefined;
    return { scenario: this.workspace.scenarioId, line: line.id, slot: cellOf(line, slot, periods) ?? slot };
  }

  /** The cell to which an entry at a place goes: also of a line that holds nothing yet, or that is not there yet. */
  entryCellAt(place: Place): CellRef | undefined {
    const found = this.valueAt(place);
    if (found || this.foldAt(place)) return found;
    const { workspace } = this;
    const { lines, periods } = workspace.model();
    const slot = columnSlot(place.column, periods);
    const line = lines[place.line];
    const isFree = line ? workspace.isOwn(line) && isUndecided(workspace.document(), line) : place.line < this.rowCount;
    if (slot === undefined || !isFree) return undefined;
    return { scenario: workspace.scenarioId, line: idAt(lines, place.line), slot };
  }

  placeOf(cell: Pick<CellRef, 'line' | 'slot'>): Place | undefined {
    const line = this.workspace.layout().indexOf(cell.line);
    const column = slotColumn(cell.slot, this.workspace.model().periods);
    // A period that the axis leaves out has none.
    return line === undefined || Number.isNaN(column) ? undefined : { line, column };
  }

  /** Whether a place can hold content at all. */
  holdsContent({ line, column }: Place): boolean {
    const found = this.workspace.model().lines[line];
    const { periods } = this.workspace.model();
    const slot = columnSlot(column, periods);
    return !!found && slot !== undefined && hasSlot(found, slot, periods);
  }

  /** Selects a place; `extend` draws the range there. Places outside are brought to the edge. */
  select(place: Place, extend = false): boolean {
    const to = this.#inside(place);
    const { active, range, others } = this.selection();
    return this.#change(extend ? { active, range: { from: range.from, to }, others } : at(to), to);
  }

  /** Selects a place beside what is selected already. */
  add(place: Place): void {
    const to = this.#inside(place);
    const { range, others } = this.selection();
    this.#change({ ...at(to), others: [...others, range] }, to);
  }

  /** Selects a range without moving the sheet; `keep`: beside what is selected already. */
  selectRange(range: Range, active: Place, keep = false): boolean {
    const before = this.selection();
    const others = keep ? [...before.others, before.range] : [];
    return this.#change(
      { active, range: { from: this.#inside(range.from), to: this.#inside(range.to) }, others },
      undefined,
    );
  }

  /** Draws the range anew, beside the others, without moving the sheet. */
  redraw(range: Range, active: Place): boolean {
    return this.#change({ active, range, others: this.selection().others }, undefined);
  }

  selectAll(): boolean {
    const to = { line: this.lastLine, column: this.lastColumn };
    return this.selectRange({ from: { line: 0, column: 0 }, to }, this.selection().active);
  }

  /** The whole lines of the range, or its whole columns. */
  selectWhole(what: 'lines' | 'columns'): boolean {
    const { active, range } = this.selection();
    const { from, to } = range;
    const whole =
      what === 'lines'
        ? { from: { line: from.line, column: 0 }, to: { line: to.line, column: this.lastColumn } }
        : { from: { line: 0, column: from.column }, to: { line: this.lastLine, column: to.column } };
    return this.redraw(whole, active);
  }

  /** Moves the cursor; `run`: as Tab does, so that Enter comes back to where the run began. */
  move(lines: number, columns: number, { extend = false, run = false } = {}): boolean {
    const selection = this.selection();
    if (run && !isSingle(selection)) return this.#within(lines, columns);
    const { line, column } = this.edgeOf(extend ? selection.range.to : selection.active, columns);
    const begun = run ? (this.#runColumn ?? selection.active.column) : undefined;
    const moved = this.select({ line: line + lines, column: column + columns }, extend);
    this.#runColumn = begun;
    return moved;
  }

  /** Enter: down, or up, in the column in which a run of Tabs began; within a range, to its next place. */
  enter(lines: number): boolean {
    const selection = this.selection();
    if (!isSingle(selection)) return this.#within(lines, 0);
    if (lines > 0 && this.foldAt(selection.active)?.open(selection.active)) return true;
    return this.select({ line: selection.active.line + lines, column: this.#runColumn ?? selection.active.column });
  }

  /** Selects again what was selected, as far as it is there still. */
  comeTo({ scenario, range, others, active }: Selected): void {
    const { workspace } = this;
    const isThere = workspace.document().scenarios.some(({ id }) => id === scenario);
    if (isThere && scenario !== workspace.scenarioId) workspace.dispatch({ kind: 'view', view: { scenario } });
    const within = ({ from, to }: Range): Range => ({ from: this.#inside(from), to: this.#inside(to) });
    const selection = { range: within(range), others: others.map(within), active: this.#inside(active) };
    this.#change(selection, selection.active);
  }

  /** The cells of all selected ranges, each once, in reading order within a range. */
  selected(): CellRef[] {
    const places = new Map<string, CellRef>();
    for (const place of boxes(this.selection()).flatMap(placesOf)) {
      const cell = this.cellAt(place);
      if (cell) places.set(`${place.line},${place.column}`, cell);
    }
    return [...places.values()];
  }

  /** The selected cells of a scenario that hold an override. */
  *overridden(scenario = this.workspace.scenarioId, selection = this.selection()): Generator<CellRef> {
    const overrides = this.workspace.document().scenarios.find(({ id }) => id === scenario)?.overrides ?? {};
    const { lines, periods } = this.workspace.model();
    // Lines without overrides are passed over, and no place is met twice. A year holds none.
    for (const { top, bottom, left, right } of disjoint(boxes(selection)))
      for (let line = top; line <= bottom; line++) {
        const id = lines[line]?.id ?? '';
        const slots = overrides[id];
        for (let column = left; slots && column <= right; column++) {
          const slot = columnSlot(column, periods);
          if (slot !== undefined && slots[slot] !== undefined && !this.foldAt({ column }))
            yield { scenario, line: id, slot };
        }
      }
  }

  /** The cell of which the answer speaks. */
  protected firstCell(): Place {
    const cell = answerCell(this.workspace.model());
    return (cell && this.placeOf(cell)) ?? { line: 0, column: VALUE_COLUMN };
  }

  #within(lines: number, columns: number): boolean {
    const selection = this.selection();
    let { active } = selection;
    // Over what is folded into a year; the ends of ranges never are.
    do active = stepWithin({ ...selection, active }, lines, columns);
    while (this.shownFor(active.column) !== active.column);
    return this.#change({ ...selection, active }, active);
  }

  #inside({ line, column }: Place): Place {
    return {
      line: Math.max(0, Math.min(line, this.rowCount - 1)),
      column: this.shownFor(Math.max(0, Math.min(column, this.lastColumn))),
    };
  }

  /** @returns whether something else is selected than before */
  #change(selection: Selection, shown: Place | undefined): boolean {
    const before = this.selection();
    this.#runColumn = undefined;
    batch(() => {
      this.moved();
      this.#set(selection);
      this.#show(shown);
    });
    return !sameSelection(before, selection);
  }
}
