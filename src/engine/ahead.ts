import type { CellEdit } from '../document/change.ts';
import { type CellRef, sameCell } from '../model/content.ts';
import type { Disagreement, RowRef, Values } from './port.ts';
import type { Hand } from './tape/hand.ts';
import type { Workbook } from './workbook.ts';

/** A number that is given to one cell. */
type Given = CellEdit & { readonly content: number };

const onlyNumber = (edits: readonly CellEdit[]): Given | undefined => {
  const [edit] = edits;
  return edit && edits.length === 1 && typeof edit.content === 'number'
    ? { ...edit, content: edit.content }
    : undefined;
};

/**
 * Lets the rows in sight follow a hand that is quicker than the workbook: the numbers that one cell is given again and
 * again are answered on a tape, and the workbook takes the last of them before anything else is asked of it.
 */
export class Ahead {
  /** What the rows in sight show, and the workbook has not taken. */
  #shown: Given | undefined;
  /** The cell that is about to be given a number, or was given one last that the workbook was slow to follow. */
  #aim: CellRef | undefined;
  /** What knows the tape of a cell, once it is loaded. */
  #hand: Hand | undefined;

  /** @param slow ms of an edit that are felt */
  constructor(readonly slow: number) {}

  isAt(cell: CellRef): boolean {
    return sameCell(this.#aim, cell);
  }

  aimAt(cell: CellRef): void {
    this.#aim = cell;
  }

  /** The rows with what is edited; undefined where only the workbook can tell, or nothing is ready for that cell. */
  values(workbook: Workbook, rows: readonly RowRef[], edits: readonly CellEdit[]): Values | undefined {
    const given = onlyNumber(edits);
    if (!given || !this.#aim || !sameCell(this.#aim, given) || !this.#hand?.isReady(workbook, rows, given))
      return undefined;
    const values = this.#hand.with(given.content);
    if (values) this.#shown = given;
    return values;
  }

  /** Has the workbook take what the rows show. */
  settle(workbook: Workbook | undefined): void {
    const shown = this.#shown;
    this.#shown = undefined;
    if (shown) workbook?.apply([shown]);
  }

  /** The same, and where the rows showed another number than the workbook comes to. */
  follow(workbook: Workbook, rows: readonly RowRef[]): Disagreement | undefined {
    const values = this.#shown && this.#hand?.with(this.#shown.content)?.values;
    this.settle(workbook);
    const held = values && workbook.read(rows).values;
    const at = held ? values.findIndex((value, i) => !Object.is(value, held[i])) : -1;
    const width = held ? held.length / rows.length : 1;
    const row = rows[Math.floor(at / width)];
    if (!row || !values || !held) return undefined;
    return { row, place: at % width, shown: values[at] as number, held: held[at] as number };
  }

  /** The workbook was edited, which took so many ms. */
  applied(edits: readonly CellEdit[], took: number): void {
    const given = onlyNumber(edits);
    // What is ready for a cell holds as long as that alone changes.
    if (!given || !this.#aim || !sameCell(this.#aim, given)) this.#hand?.forget();
    this.#aim = given && took > this.slow ? given : undefined;
  }

  /** Something else was done to the workbook. */
  forget(): void {
    this.#aim = undefined;
    this.#hand?.forget();
  }

  /** What there is to do while nothing is asked: the workbook is behind, or nothing is ready for the hand. */
  rest(workbook: Workbook, rows: readonly RowRef[]): 'behind' | 'unready' | undefined {
    if (this.#shown) return 'behind';
    const isWanted = this.#aim && rows.length > 0;
    return isWanted && !this.#hand?.isReady(workbook, rows, this.#aim as CellRef) ? 'unready' : undefined;
  }

  async makeReady(workbook: () => Workbook | undefined, rows: () => readonly RowRef[]): Promise<void> {
    const { Hand } = await import('./tape/hand.ts');
    this.#hand ??= new Hand();
    const now = workbook();
    if (now && this.#aim && this.rest(now, rows()) === 'unready') this.#hand.aim(now, rows(), this.#aim);
  }
}
