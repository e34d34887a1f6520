import type { Area, BookCell, BookCells, SheetCells } from '../xlsx/cells.ts';
import type { Form } from '../xlsx/formats.ts';
import type { Source } from './types.ts';

const WIDTH = 16_384;
/** A cell of a sheet as a number. */
export const keyOf = (row: number, column: number): number => row * WIDTH + column;

/** A sheet whose cells are found by where they stand. */
export class SheetGrid {
  readonly #cells = new Map<number, BookCell>();
  /** Rows that hold anything, in order, each with its columns in order. */
  readonly rows: readonly (readonly [row: number, columns: readonly number[]])[];
  readonly lastRow: number;
  readonly lastColumn: number;

  constructor(
    readonly book: BookCells,
    readonly place: number,
    readonly sheet: SheetCells,
  ) {
    const columns = new Map<number, number[]>();
    let [lastRow, lastColumn] = [0, 0];
    for (const cell of sheet.cells) {
      this.#cells.set(keyOf(cell.row, cell.column), cell);
      lastRow = Math.max(lastRow, cell.row);
      lastColumn = Math.max(lastColumn, cell.column);
      const row = columns.get(cell.row);
      if (row) row.push(cell.column);
      else columns.set(cell.row, [cell.column]);
    }
    this.rows = [...columns].sort(([a], [b]) => a - b).map(([row, of]) => [row, of.sort((a, b) => a - b)] as const);
    this.lastRow = lastRow;
    this.lastColumn = lastColumn;
  }

  at(row: number, column: number): BookCell | undefined {
    return this.#cells.get(keyOf(row, column));
  }

  form(cell: BookCell | undefined): Form {
    return this.book.formats[cell?.format ?? -1]?.form ?? 'plain';
  }

  code(cell: BookCell | undefined): string {
    return this.book.formats[cell?.format ?? -1]?.code ?? 'General';
  }

  /** The text that stands in a cell, made by a formula or not; empty for all else. */
  text(row: number, column: number): string {
    const value = this.at(row, column)?.value;
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  }

  /** Whether a number, or a formula that may give one, stands in a cell. */
  isNumeric(cell: BookCell | undefined): boolean {
    if (!cell) return false;
    return typeof cell.value !== 'string' && (cell.value !== undefined || cell.formula !== undefined);
  }

  /** An area as far as anything stands in the sheet. */
  clip({ row, column, lastRow, lastColumn }: Area): Area {
    return {
      row,
      column,
      lastRow: Math.max(row, Math.min(lastRow, this.lastRow)),
      lastColumn: Math.max(column, Math.min(lastColumn, this.lastColumn)),
    };
  }
}

const HOLD = 60_000;
/** The cells of an area, row by row; nothing where there are more than anybody could mean. */
export function* placesOf({ row, column, lastRow, lastColumn }: Area): Iterable<readonly [number, number]> {
  if ((lastRow - row + 1) * (lastColumn - column + 1) > HOLD) return;
  for (let r = row; r <= lastRow; r++) for (let c = column; c <= lastColumn; c++) yield [r, c];
}

/** The smallest area that holds cells of a sheet, of which there is at least one: its first and its last cell. */
export function areaOf(
  sheet: number,
  cells: readonly { readonly row: number; readonly column: number }[],
): { readonly at: Source; readonly until: Source } {
  const [at, until] = [
    { sheet, row: Number.POSITIVE_INFINITY, column: Number.POSITIVE_INFINITY },
    { sheet, row: 0, column: 0 },
  ];
  for (const { row, column } of cells) {
    [at.row, at.column] = [Math.min(at.row, row), Math.min(at.column, column)];
    [until.row, until.column] = [Math.max(until.row, row), Math.max(until.column, column)];
  }
  return { at, until };
}
