import { type Decimal, isNumberText, numberOf, readNumber } from '../reading/numbers.ts';
import { readPeriod } from '../reading/periodCells.ts';
import type { BookCell, BookCells, BookFormat, SheetCells } from '../xlsx/cells.ts';
import type { Source } from './types.ts';

/** Heads of columns in which numbers are names. */
const NAMES = /\b(?:code|id|no|nr|ref|sku|zip|phone)\b|编号|代码|编码|序号|电话|邮编/i;

/** The texts of a sheet that are numbers: each behind a text that names it, in no column of codes, and no period. */
function numbersIn({ cells }: SheetCells): ReadonlySet<BookCell> {
  const named = new Map<number, number>();
  const codes = new Set<number>();
  const found = new Set<BookCell>();
  const inOrder = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of inOrder) {
    const { row, column, value } = cell;
    if (typeof value !== 'string') continue;
    if (!isNumberText(value)) {
      if (value.trim() !== '' && !named.has(row)) named.set(row, column);
      if (NAMES.test(value)) codes.add(column);
    } else if (cell.formula === undefined && named.has(row) && !codes.has(column) && !readPeriod(value))
      found.add(cell);
  }
  return found;
}

/** The number format that says what stands at a number: percent, or a currency. */
function formatOf(text: string, { percent, currency, digits }: Decimal): BookFormat | undefined {
  const decimals = /\.\d+$/.exec(digits)?.[0].replace(/\d/g, '0') ?? '';
  if (percent) return { form: 'percent', code: `0${decimals}%` };
  const sign = currency && /[€$£¥￥]|US\$|[A-Z]{3}/.exec(text)?.[0];
  return sign ? { form: 'plain', code: `[$${sign}]#,##0${decimals}` } : undefined;
}

/** A workbook whose texts that are numbers are numbers, 20% among them, and where these stand. */
export function withTextNumbers(book: BookCells): { readonly book: BookCells; readonly places: readonly Source[] } {
  const places: Source[] = [];
  const formats = [...book.formats];
  const known = new Map<string, number>();
  const placeOf = (format: BookFormat | undefined): number => {
    if (!format) return -1;
    const at = known.get(format.code) ?? formats.push(format) - 1;
    known.set(format.code, at);
    return at;
  };
  const sheets = book.sheets.map((sheet, place): SheetCells => {
    const texts = numbersIn(sheet);
    if (texts.size === 0) return sheet;
    const cells = sheet.cells.map((cell) => {
      const text = String(cell.value);
      const number = texts.has(cell) ? readNumber(text, '.') : undefined;
      const value = number && numberOf(number, number.percent ? -2 : 0);
      if (!number || value === undefined) return cell;
      places.push({ sheet: place, row: cell.row, column: cell.column });
      return { ...cell, value, format: placeOf(formatOf(text, number)) };
    });
    return { ...sheet, cells };
  });
  return places.length === 0 ? { book, places } : { book: { ...book, sheets, formats }, places };
}
