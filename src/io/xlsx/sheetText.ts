import { writeRecord } from '../csv/escape.ts';
import type { SheetTable } from './read.ts';

/** A worksheet as it is offered to a person. */
export interface SheetFacts {
  readonly name: string;
  /** Up to the last one that holds something; none where nothing does. */
  readonly rows: number;
  readonly columns: number;
  /** A person would have to unhide it to see it. */
  readonly hidden?: true;
  /** How many of its formulas came as their values. */
  readonly valuesOf?: number;
}

const widthOf = (rows: readonly string[][]): number => rows.reduce((most, { length }) => Math.max(most, length), 0);

export const factsOf = ({ name, rows, hidden, valuesOf }: SheetTable): SheetFacts => ({
  name,
  rows: rows.length,
  columns: widthOf(rows),
  ...(hidden ? { hidden } : {}),
  ...(valuesOf ? { valuesOf } : {}),
});

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
