import { shownDecimals } from '../../document/entry.ts';
import type { CellNote } from '../../engine/port.ts';
import type { Row } from '../../engine/rowValues.ts';
import { formatCell, MISSING } from '../../i18n/format.ts';
import type { MeasuredLine } from '../../model/line.ts';
import type { Periods } from '../../model/model.ts';
import { placeOf } from '../../model/periods.ts';
import { rollupOf } from '../../model/rollup.ts';
import { isKnownUnit } from '../../model/units.ts';
import { type RolledYear, rolledYears } from '../../model/years.ts';
import type { Words } from '../page/words.ts';
import { cellText, numberIn } from './cells.ts';

/** A line by year: its scalar, then its years, as a row of the sheet has its periods; and how each year came about. */
export interface YearRow extends Row {
  readonly years: readonly RolledYear[];
  /** The row of which the years are made. */
  readonly of: Row;
}

export const isYearRow = (row: Row): row is YearRow => 'years' in row;

/**
 * What stands in a year in place of its number: the first error of its periods that it takes, or the last one's text where
 * it is that.
 */
function noteOf({ notes }: Row, { gap, first, last }: RolledYear, periods: Periods, isLast: boolean) {
  if (typeof gap !== 'number') return undefined;
  for (let place = placeOf(isLast ? last : first, periods); place <= placeOf(last, periods); place++) {
    const note = notes.get(1 + place);
    if (note?.kind === 'error') return note;
  }
  return isLast ? notes.get(1 + placeOf(last, periods)) : undefined;
}

/** The values of a line by year. */
export function rowByYear(row: Row, line: MeasuredLine, periods: Periods): YearRow {
  const { by } = rollupOf(line);
  const years = rolledYears(row.values.subarray(1), periods, by, line);
  const notes = new Map<number, CellNote>();
  const scalar = row.notes.get(0);
  if (scalar) notes.set(0, scalar);
  for (const [i, year] of years.entries()) {
    const note = noteOf(row, year, periods, by === 'last');
    if (note) notes.set(i + 1, note);
  }
  const values = Float64Array.from([row.values[0] ?? Number.NaN, ...years.map(({ value }) => value)]);
  return { values, notes, years, of: row };
}

/** Decimals of the years of a line. */
export function yearDecimals(line: MeasuredLine, row: YearRow): number {
  const isTyped = line.kind === 'input' && line.decimals === undefined && !isKnownUnit(line.unit);
  return isTyped ? shownDecimals(line, ...row.of.values) : shownDecimals(line);
}

/**
 * What a year shows, at its place in the row: as many decimals as its line, or as the typed numbers of which it is made.
 */
export function yearText(words: Words, line: MeasuredLine, row: YearRow, index: number): string {
  const value = numberIn(row, index);
  if (value === undefined || line.unit === 'check') return cellText(words, line, row, index) || MISSING;
  return formatCell(value, line.unit, words.lang(), yearDecimals(line, row));
}
