import { columnName } from '../../model/address.ts';
import type { Content } from '../../model/content.ts';
import { isFlagged } from './flags.ts';

/** Something of which a file has some: how many, and where the first of them stand, as spreadsheets write it. */
export interface Told {
  readonly count: number;
  readonly places: readonly string[];
}

/**
 * Of what is told, by kind. Cells: texts where numbers belong; formulas that nobody wanted; of periods that the sheet does
 * not have; too long; numbers with flags behind them, which are left out, or kept in the note of the line; dates; texts of a workbook that are read as the numbers that they are; marks of missing values; a single value beside those of periods.
 * Rows: without any value; of a scenario that lacks what the first has; of parts of a year; that bear the name of another; of values of longer periods alone.
 */
export type ToldKind =
  | 'texts'
  | 'formulas'
  | 'outside'
  | 'long'
  | 'flags'
  | 'flagsKept'
  | 'dates'
  | 'textNumbers'
  | 'missing'
  | 'beside'
  | 'empty'
  | 'lacking'
  | 'subannual'
  | 'sameNames'
  | 'longer';

/** Places that are told. */
const MOST = 12;

/** Counts cells of a file, with the places of the first of them. */
export class Tally {
  count = 0;
  readonly #places: string[] = [];

  /** @param record 0-based among all of the file @param column 0-based; a row as a whole if left out */
  add(record: number, column?: number): void {
    this.say(column === undefined ? `${record + 1}` : `${columnName(column)}${record + 1}`);
  }

  /** @param place as it is told */
  say(place: string): void {
    this.count++;
    if (this.#places.length < MOST) this.#places.push(place);
  }

  get told(): Told {
    return { count: this.count, places: this.#places };
  }
}

/** What is told of a file, by kind. */
export class Tallies {
  readonly #tallies = new Map<ToldKind, Tally>();

  of(kind: ToldKind): Tally {
    const known = this.#tallies.get(kind) ?? new Tally();
    this.#tallies.set(kind, known);
    return known;
  }

  count(kind: ToldKind): number {
    return this.#tallies.get(kind)?.count ?? 0;
  }

  get told(): Readonly<Partial<Record<ToldKind, Told>>> {
    return Object.fromEntries([...this.#tallies].map(([kind, tally]) => [kind, tally.told]));
  }
}

/** What a cell was read as that it does not say; undefined where it was read as it is, or is empty. */
export function changedIn(cell: string, content: Content | undefined): 'missing' | 'formulas' | 'flags' | undefined {
  if (content === undefined) return cell.trim() === '' ? undefined : /^\s*[=＝]/.test(cell) ? 'formulas' : 'missing';
  // Most numbers end in a digit, and are not looked at twice.
  return typeof content === 'number' && !/[\d%]\s*$/.test(cell) && isFlagged(cell) ? 'flags' : undefined;
}
