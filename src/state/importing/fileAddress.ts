import { quoteSheet } from '../../engine/sheets.ts';
import type { LiveBook, Source } from '../../io/workbook/live.ts';
import { columnName } from '../../model/address.ts';

/** The address of a 0-based cell, as spreadsheets write it. */
const cell = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** A cell of the file, or an area of it, as spreadsheets write it: `Plan!B7`, `'P & L'!B7:E7`. */
export function fileAddress({ sheets }: Pick<LiveBook, 'sheets'>, at: Source, until: Source = at): string {
  const from = cell(at.row, at.column);
  const to = cell(until.row, until.column);
  return `${quoteSheet(sheets[at.sheet]?.name ?? '')}!${from === to ? from : `${from}:${to}`}`;
}
