import { columnIndex } from '../../model/address.ts';
import type { SheetGrid } from './grid.ts';
import type { LiveChoices } from './types.ts';

/** Positions of one line that name the same period, and which of them is taken: one, or all, each in an axis of its own. */
export interface Doubled {
  /** Key of `LiveChoices.doubled`. */
  readonly block: string;
  readonly positions: readonly number[];
  readonly taken: number | 'all';
}

/** An address of the same sheet. */
const ADDRESS = /(?<![\w.!'$])\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(.!])/g;

/**
 * What becomes of columns, or rows, that name the same period: what a person says, else the one to which others refer; all
 * of them where more than one is referred to, and the first where none is.
 */
export class Doubles {
  /** By column and by row, from which others it is referred to. */
  #columns: Map<number, Set<number>> | undefined;
  #rows: Map<number, Set<number>> | undefined;

  constructor(
    readonly grid: SheetGrid,
    readonly choices: NonNullable<LiveChoices['doubled']> = {},
  ) {}

  /** @param groups positions that name one period, in order */
  settle(isAcross: boolean, line: number, groups: readonly (readonly number[])[]): Doubled[] {
    const block = `${this.grid.place}!${isAcross ? 'row' : 'column'}${line}`;
    const said = this.choices[block];
    return groups.map((positions) => ({ block, positions, taken: this.#taken(isAcross, positions, said) }));
  }

  #taken(isAcross: boolean, positions: readonly number[], said: number | 'all' | undefined): number | 'all' {
    const [first = 0] = positions;
    if (said === 'all') return said;
    if (said !== undefined) return positions[said] ?? positions.at(-1) ?? first;
    const named = positions.filter((position) => this.#isNamed(isAcross, position, positions));
    return named.length > 1 ? 'all' : (named[0] ?? first);
  }

  #isNamed(isAcross: boolean, position: number, group: readonly number[]): boolean {
    const from = (isAcross ? this.columns : this.rows).get(position);
    return [...(from ?? [])].some((other) => other !== position && !group.includes(other));
  }

  get columns(): Map<number, Set<number>> {
    this.#read();
    return this.#columns ?? new Map();
  }

  get rows(): Map<number, Set<number>> {
    this.#read();
    return this.#rows ?? new Map();
  }

  #read(): void {
    if (this.#columns) return;
    const columns = new Map<number, Set<number>>();
    const rows = new Map<number, Set<number>>();
    [this.#columns, this.#rows] = [columns, rows];
    const add = (to: Map<number, Set<number>>, at: number, from: number) =>
      to.set(at, (to.get(at) ?? new Set<number>()).add(from));
    for (const { row, column, formula } of this.grid.sheet.cells)
      for (const [, letters = '', digits] of formula?.replace(/"[^"]*"/g, '').matchAll(ADDRESS) ?? []) {
        add(columns, columnIndex(letters), column);
        add(rows, Number(digits) - 1, row);
      }
  }
}
