import { quoteSheet } from '../engine/sheets.ts';
import { EXCEL } from '../i18n/excel.ts';
import type { BookCell, BookSheet, BookValue } from '../io/xlsx/book.ts';
import { CARRIED, CARRIED_FORMAT, piecesOf, sumOf } from '../io/xlsx/carried.ts';
import { columnName, HEADER_ROWS, slotColumn } from '../model/address.ts';
import { periodsOf, slotText } from '../model/periods.ts';
import { unitSpec } from '../model/units.ts';
import { digestOf } from './digest.ts';
import type { ExcelJob } from './job.ts';
import type { Frozen } from './scenarioSheet.ts';

/** What a row of the sheet tells of, in its first cell. */
export const ROWS = {
  /** A piece of the document's text. */
  text: 'text',
  /** A scenario by its id, how its sheet is called, and the digest of its last column. */
  sheet: 'sheet',
  /** Another sheet that was made from the document: how it is called, and its digest. */
  page: 'page',
  /** A column of the sheets of scenarios, with a reference to its head in each of them. */
  column: 'column',
  /** A line by its id, how its unit is written, and a reference to its label in each sheet of a scenario. */
  line: 'line',
  /** The rows of a sheet that hold tables, by references to the first and the last of them. */
  table: 'table',
  /** A cell whose formula is none of Excel's: scenario, line, slot, and the value that stands there. */
  frozen: 'frozen',
} as const;

/** The columns beside those of the slots, as they are called in the sheet. */
export const LABEL = 'label';
export const UNIT = 'unit';
export const RESTS = 'rests';
/** The column of a slot as it is called in the sheet. */
export const keyOf = (slot: 'value' | number): string => (slot === 'value' ? slot : slotText(slot));

const cellOf = (value: BookValue): BookCell => ({ value, look: {} });

/**
 * The hidden sheet by which a workbook opens here once more as the document from which it was made: the document itself,
 * and where its lines, columns and scenarios stand. These are references, which every spreadsheet moves along with what
 * they refer to: with rows and columns that are put in or taken out, and with sheets that are called otherwise.
 */
export function carriedSheet(
  job: ExcelJob,

  name: string,
  {
    sheets,
    pages,
    frozen,
  }: {
    /** Those of the scenarios. */
    readonly sheets: readonly BookSheet[];
    readonly pages: readonly BookSheet[];
    readonly frozen: readonly Frozen[];
  },
): BookSheet {
  const { lang, lines, periods, scenarios, saved } = job;
  const references = (column: number, row: number): BookCell[] =>
    sheets.map((sheet) => ({
      value: sheet.rows[row]?.[column]?.value ?? '',
      formula: `${quoteSheet(sheet.name)}!$${columnName(column)}$${row + 1}`,
      look: {},
    }));
  const slots = ['value', ...periodsOf(periods)] as const;
  const beyond = slotColumn(periods.last, periods) + 1;
  const columns: (readonly [key: string, column: number])[] = [
    [LABEL, 0],
    [UNIT, 1],
    ...slots.map((slot) => [keyOf(slot), slotColumn(slot, periods)] as const),
    [RESTS, beyond],
  ];
  const rows: (readonly BookCell[])[] = [
    [cellOf(EXCEL[lang].carried)],
    [CARRIED, CARRIED_FORMAT, lang, sumOf(saved)].map(cellOf),
    ...piecesOf(saved).map((piece) => [cellOf(ROWS.text), cellOf(piece)]),
    ...scenarios.map(({ id }, place) => {
      const { name: own = '', rows: all = [] } = sheets[place] ?? {};
      const rests = all.slice(HEADER_ROWS, HEADER_ROWS + lines.length).map((row) => row[beyond]?.value);
      return [ROWS.sheet, id, own, digestOf(rests)].map(cellOf);
    }),
    ...pages.map((page) =>
      [
        ROWS.page,
        page.name,
        digestOf(
          page.rows.flatMap((row) => row.map((cell) => (cell?.formula === undefined ? cell?.value : undefined))),
        ),
      ].map(cellOf),
    ),
    ...columns.map(([key, column]) => [cellOf(ROWS.column), cellOf(key), ...references(column, 0)]),
    ...lines.map((line, i) => [
      cellOf(ROWS.line),
      cellOf(line.id),
      cellOf(line.kind === 'heading' ? '' : unitSpec(line.unit).label[lang]),
      ...references(0, i + HEADER_ROWS),
    ]),
    ...sheets.flatMap(({ name: own, rows: all }) => {
      const [from, to] = [HEADER_ROWS + lines.length, all.length - 1];
      if (to < from) return [];
      const ends = [from, to].map((row) => ({ value: '', formula: `${quoteSheet(own)}!$A$${row + 1}`, look: {} }));
      return [[cellOf(ROWS.table), ...ends]];
    }),
    ...frozen.map(({ scenario, line, slot, value }) => [ROWS.frozen, scenario, line, keyOf(slot), value].map(cellOf)),
  ];
  return { name, widths: [], frozen: { rows: 0, columns: 0 }, rows, names: [] };
}
