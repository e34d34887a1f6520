import { writeRecord } from '../csv/escape.ts';
import type { BookCell } from './cells.ts';
import type { SheetTable } from './read.ts';

/** A worksheet as it is offered to a person. */
export interface SheetFacts {
  readonly name: string;
  /** Up to the last one that holds something; none where nothing does. */
  readonly rows: number;
  readonly columns: number;
  /** A person would have to unhide it to see it. */
  readonly hidden?: true;
  /** How many of its formulas came as their values, since the file is of a kind of which no formulas are read. */
  readonly valuesOf?: number;
  /** Its cells that hold formulas, and those that hold numbers. */
  readonly formulas: number;
  readonly numbers: number;
}

/** Some cells of a sheet, by its place: 0-based, from a row and a column on. */
export interface Block {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const widthOf = (rows: readonly string[][]): number => rows.reduce((most, { length }) => Math.max(most, length), 0);

/** @param cells of the same sheet; undefined where the workbook has too many of them to be a model */
export const factsOf = ({ name, rows, hidden, valuesOf }: SheetTable, cells: readonly BookCell[] = []): SheetFacts => ({
  name,
  rows: rows.length,
  columns: widthOf(rows),
  ...(hidden ? { hidden } : {}),
  ...(valuesOf ? { valuesOf } : {}),
  formulas: cells.filter(({ formula }) => formula !== undefined).length,
  numbers: cells.filter(({ formula, value }) => formula === undefined && typeof value === 'number').length,
});

/** The texts of a block, as wide and as high as it is; a formula without a value shows itself. `cells`: of the same sheet. */
export function blockTexts({ rows }: SheetTable, block: Block, cells: readonly BookCell[] = []): string[][] {
  const { row, column } = block;
  const texts = Array.from({ length: block.rows }, (_, r) =>
    Array.from({ length: block.columns }, (__, c) => rows[row + r]?.[column + c] ?? ''),
  );
  for (const cell of cells) {
    const line = texts[cell.row - row];
    const place = cell.column - column;
    if (line?.[place] === '' && cell.formula !== undefined) line[place] = `=${cell.formula}`;
  }
  return texts;
}

/** Rows that are written in one go. */
const BATCH = 10_000;

/**
 * A worksheet as the text of a CSV file: UTF-8, commas between cells, points before decimals. Each of its rows is a
 * record, empty ones too, and the first one is as wide as the widest.
 */
export function* sheetText({ rows }: SheetTable): Iterable<string> {
  const width = Math.max(2, widthOf(rows));
  const padded = (cells: readonly string[], to: number) =>
    cells.length < to ? [...cells, ...Array.from({ length: to - cells.length }, () => '')] : cells;
  for (let from = 0; from < rows.length; from += BATCH) {
    const some = rows.slice(from, from + BATCH);
    yield some.map((cells, i) => writeRecord(padded(cells, from + i === 0 ? width : 2))).join('');
  }
}
