import type { Place } from '../../document/selection.ts';
import { isDate, isFailedNumber, isNothing } from '../../io/reading/looks.ts';
import type { Steps } from './slices.ts';

/** More places than anybody goes to one after the other. */
const MOST = 1000;
/** More columns than a sheet has: a place is one number, since there may be millions. */
const COLUMNS = 2 ** 14;

/** The texts of a block that stand where numbers were meant. */
export interface Found {
  readonly count: number;
  /** How many of them are dates. */
  readonly dates: number;
  /** The first of them. */
  readonly places: readonly Place[];
}

/** Where a paste brought numbers and where texts; tells which of the texts a person has to know of. */
export class Unread {
  /** How many numbers and formulas there are. */
  numbers = 0;
  readonly #texts: number[] = [];
  readonly #lines: boolean[] = [];
  readonly #columns: boolean[] = [];

  addNumber({ line, column }: Place): void {
    this.numbers++;
    this.#lines[line] = true;
    this.#columns[column] = true;
  }

  addText({ line, column }: Place): void {
    this.#texts.push(line * COLUMNS + column);
  }

  /**
   * The texts among the numbers, and those that were meant for one. Names beside and above the numbers are meant as text, as
   * are dates there.
   * @param from the first place of the block
   * @param to the last one
   */
  *find(from: Place, to: Place, textAt: (place: Place) => string): Steps<Found> {
    const first = { line: this.#lines.indexOf(true), column: this.#columns.indexOf(true) };
    const [isLine, isColumn] = [from.line === to.line, from.column === to.column];
    const isBehind = ({ line, column }: Place) =>
      (isColumn || column > first.column) && (isLine || line > first.line) && this.numbers > 0;
    const isAmong = (place: Place) =>
      isLine || isColumn ? isBehind(place) : this.#lines[place.line] && this.#columns[place.column];
    const places: Place[] = [];
    let [count, dates] = [0, 0];
    for (const at of this.#texts) {
      const place = { line: Math.floor(at / COLUMNS), column: at % COLUMNS };
      const text = textAt(place);
      const isDay = isDate(text);
      const isTold = isDay
        ? this.numbers === 0 || isBehind(place)
        : isFailedNumber(text) || (isNothing(text) && this.#lines[place.line]) || isAmong(place);
      if (isTold) {
        count++;
        if (isDay) dates++;
        if (places.length < MOST) places.push(place);
      }
      yield;
    }
    return { count, dates, places };
  }
}
