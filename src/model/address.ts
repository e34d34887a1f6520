import type { Slot } from './content.ts';
import { type Periods, periodAt, placeOf } from './periods.ts';

/** Row 1 holds the headers; lines follow from row 2. Columns A label, B unit, C scalar, D onwards the periods. */
export const HEADER_ROWS = 1;
export const VALUE_COLUMN = 2;
export const FIRST_PERIOD_COLUMN = 3;

/** 0 is A, 25 is Z, 26 is AA. */
export function columnName(index: number): string {
  let name = '';
  for (let i = index + 1; i > 0; i = Math.floor((i - 1) / 26)) name = String.fromCharCode(65 + ((i - 1) % 26)) + name;
  return name;
}

/** The inverse of `columnName`. */
export const columnIndex = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const slotColumn = (slot: Slot, periods: Periods): number =>
  slot === 'value' ? VALUE_COLUMN : FIRST_PERIOD_COLUMN + placeOf(slot, periods);

/** The slot of a column, or undefined for the label, the unit and what lies beyond the last period. */
export function columnSlot(column: number, periods: Periods): Slot | undefined {
  if (column === VALUE_COLUMN) return 'value';
  return periodAt(column - FIRST_PERIOD_COLUMN, periods);
}

/** The address in A1 of a 0-based column and line. */
export const a1 = (column: number, lineIndex: number): string => `${columnName(column)}${lineIndex + HEADER_ROWS + 1}`;

const ADDRESS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** Reads `C5` or `$C$5` as a 0-based column and line; undefined where it is none. */
export function parseA1(text: string): { column: number; lineIndex: number } | undefined {
  const match = ADDRESS.exec(text.trim());
  if (!match?.[1] || !match[2]) return undefined;
  return { column: columnIndex(match[1]), lineIndex: Number(match[2]) - HEADER_ROWS - 1 };
}
