import { isNumber } from './header.ts';

/** What the rows of a sample hold in a column. */
export interface ColumnFacts {
  /** Cells in which anything stands. */
  readonly filled: number;
  /** Of these, the numbers. */
  readonly numbers: number;
}

type Rows = readonly (readonly string[])[];

export function factsOfColumn(rows: Rows, column: number, isValue: (cell: string) => boolean): ColumnFacts {
  let [filled, numbers] = [0, 0];
  for (const cells of rows) {
    const cell = cells[column] ?? '';
    if (cell.trim() === '') continue;
    filled++;
    if (isValue(cell)) numbers++;
  }
  return { filled, numbers };
}

/** How many rows differ by what stands in some columns. */
function distinctBy(rows: Rows, columns: readonly number[]): number {
  return new Set(rows.map((cells) => columns.map((column) => cells[column] ?? '').join('\u0001'))).size;
}

/** A short sign for a thing, as CN and 156 are; letters alone are one where they are capitals. */
const isCode = (cell: string): boolean => isNumber(cell) || /^[A-Z0-9_.-]{1,6}$/.test(cell.trim());

/** Whether two columns say the same of each row. */
const isSame = (rows: Rows, one: number, other: number): boolean => {
  const both = distinctBy(rows, [one, other]);
  return both === distinctBy(rows, [one]) && both === distinctBy(rows, [other]);
};

/** Of columns that say the same, the first that is in words; else the first. */
function wordiest(rows: Rows, first: number, others: readonly number[]): number {
  const areCodes = (column: number) =>
    rows.every((cells) => (cells[column] ?? '') === '' || isCode(cells[column] ?? ''));
  if (!areCodes(first) || distinctBy(rows, [first]) < 2) return first;
  return others.find((column) => isSame(rows, first, column) && !areCodes(column)) ?? first;
}

/**
 * The columns whose texts together tell the rows apart: of `free` ones, from the left, those that tell more rows apart than
 * all before them. `told`: columns that are known to tell them apart already. `least`: how many are taken in any case.
 */
export function keyColumns(
  rows: Rows,
  free: readonly number[],
  told: readonly number[],
  least: number,
): readonly number[] {
  const [first, ...others] = free;
  if (first === undefined) return [];
  const keys: number[] = least > 0 ? [wordiest(rows, first, others)] : [];
  let count = distinctBy(rows, [...told, ...keys]);
  for (const column of free) {
    if (count === rows.length) break;
    if (keys.includes(column)) continue;
    const now = distinctBy(rows, [...told, ...keys, column]);
    if (now <= count) continue;
    count = now;
    keys.push(
      least > 0 || keys.length > 0
        ? column
        : wordiest(
            rows,
            column,
            others.filter((other) => other !== column),
          ),
    );
  }
  return keys.sort((a, b) => a - b);
}
