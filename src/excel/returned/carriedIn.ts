import { NotADocument, NotYetKnown, parseSaved } from '../../document/saved.ts';
import type { Saved } from '../../document/schema.ts';
import { CARRIED_FORMAT, joined, sumOf } from '../../io/xlsx/carried.ts';
import { type BookCell, type BookCells, type CellValue, readArea, type SheetCells } from '../../io/xlsx/cells.ts';
import type { Lang } from '../../model/text.ts';
import { ROWS } from '../carried.ts';
import { sheetAt } from './formulas.ts';

/** A cell to which the hidden sheet refers; `gone`: it was taken out; undefined: there is no such reference any more. */
export type Followed = { readonly sheet: number; readonly row: number; readonly column: number } | 'gone' | undefined;

/** What a workbook carries that was made here. */
export interface Carried {
  /** The language of its words. */
  readonly lang: Lang;
  readonly saved: Saved;
  /** In their order, each with how its sheet was called and the digest of its last column. */
  readonly scenarios: readonly { readonly id: string; readonly name: string; readonly digest: string }[];
  readonly pages: readonly { readonly name: string; readonly digest: string }[];
  /** The heads of columns in the sheets of the scenarios. */
  readonly columns: ReadonlyMap<string, readonly Followed[]>;
  /** How the unit of each line was written, and its labels in the sheets of the scenarios. */
  readonly lines: ReadonlyMap<string, { readonly unit: string; readonly labels: readonly Followed[] }>;
  /** The first and the last row of tables below lines. */
  readonly tables: readonly (readonly Followed[])[];
  /** What stands in place of formulas that Excel does not have, by scenario, line and column. */
  readonly frozen: ReadonlyMap<string, CellValue>;
}

/**
 * Why the document of a workbook that was made here can't be read.
 * - `form`: of a newer version of the app; `damaged`: it was edited, or cut off; `wrong`: it is no document.
 */
export type CarriedFault = 'form' | 'damaged' | 'wrong';

export const frozenKey = (scenario: string, line: string, column: string): string => `${scenario}\n${line}\n${column}`;

const textOf = (cell: BookCell | undefined): string =>
  cell?.value === undefined || typeof cell.value === 'object' ? '' : String(cell.value);

/** The rows of a sheet, each by its cells from the first column on. */
function rowsOf({ cells }: SheetCells): ReadonlyMap<number, readonly (BookCell | undefined)[]> {
  const rows = new Map<number, (BookCell | undefined)[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? [];
    row[cell.column] = cell;
    rows.set(cell.row, row);
  }
  return rows;
}

function followed(cell: BookCell | undefined, book: BookCells): Followed {
  const formula = cell?.formula;
  if (formula === undefined) return undefined;
  if (formula.includes('#REF!')) return 'gone';
  const at = formula.lastIndexOf('!');
  const area = readArea(formula.slice(at + 1));
  const sheet = sheetAt(formula.slice(0, at), book.sheets);
  return area && sheet !== undefined ? { sheet, row: area.row, column: area.column } : undefined;
}

/** What a workbook carries; undefined for one that was not made here. */
export function carriedIn(book: BookCells): Carried | CarriedFault | undefined {
  if (!book.carried) return undefined;
  const rows = rowsOf(book.carried);
  const [, format, lang, sum] = rows.get(1) ?? [];
  if (format?.value !== CARRIED_FORMAT) return typeof format?.value === 'number' ? 'form' : 'damaged';
  const pieces: unknown[] = [];
  const scenarios: Carried['scenarios'][number][] = [];
  const pages: Carried['pages'][number][] = [];
  const columns = new Map<string, readonly Followed[]>();
  const lines = new Map<string, { readonly unit: string; readonly labels: readonly Followed[] }>();
  const tables: (readonly Followed[])[] = [];
  const frozen = new Map<string, CellValue>();
  for (const row of rows.values()) {
    const [, one, two, three, four] = row;
    const rest = (from: number) =>
      Array.from(row)
        .slice(from)
        .map((cell) => followed(cell, book));
    switch (row[0]?.value) {
      case ROWS.text:
        pieces.push(one?.value);
        break;
      case ROWS.sheet:
        scenarios.push({ id: textOf(one), name: textOf(two), digest: textOf(three) });
        break;
      case ROWS.page:
        pages.push({ name: textOf(one), digest: textOf(two) });
        break;
      case ROWS.column:
        columns.set(textOf(one), rest(2));
        break;
      case ROWS.line:
        lines.set(textOf(one), { unit: textOf(two), labels: rest(3) });
        break;
      case ROWS.table:
        tables.push(rest(1));
        break;
      case ROWS.frozen:
        frozen.set(frozenKey(textOf(one), textOf(two), textOf(three)), four?.value ?? '');
        break;
    }
  }
  const text = joined(pieces);
  if (text === undefined || sumOf(text) !== textOf(sum)) return 'damaged';
  try {
    const saved = parseSaved(text);
    return { lang: lang?.value === 'zh' ? 'zh' : 'en', saved, scenarios, pages, columns, lines, tables, frozen };
  } catch (error) {
    if (error instanceof NotYetKnown) return 'form';
    if (error instanceof NotADocument) return 'wrong';
    throw error;
  }
}
