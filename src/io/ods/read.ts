import { editableNumber } from '../../document/entry.ts';
import { XlsxProblem } from '../xlsx/problem.ts';
import { type Allowance, entryOf, Table } from '../xlsx/rows.ts';
import { readXml } from '../xlsx/xml.ts';

/** The part of an OpenDocument file that holds its sheets. */
export const ODS_CONTENT = 'content.xml';

/** A sheet of an OpenDocument spreadsheet, by its values. */
export interface OdsTable {
  readonly name: string;
  readonly rows: string[][];
  readonly hidden: boolean;
  /** Formulas whose values stand in its cells. */
  readonly formulas: number;
}

/** The limits of a sheet. LibreOffice has as many rows as Excel, and as many columns where it was asked for them. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

type Get = (attribute: string) => string | undefined;

interface Cell {
  readonly type: string;
  readonly get: Get;
  /** Its paragraphs as they are shown; notes and drawings in it are none of it. */
  readonly lines: string[];
  readonly repeated: number;
  readonly isCovered: boolean;
}

/** How often a row or a cell stands. @throws XlsxProblem where that is no count */
function repeats(text: string | undefined): number {
  const count = Number(text ?? 1);
  if (!Number.isInteger(count) || count < 1) throw new XlsxProblem('damaged', ODS_CONTENT);
  return count;
}

const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0');

/** A length of time as a clock shows it: `PT10H05M00S` as 10:05. */
function clock(duration: string): string {
  const [, hours, minutes, seconds = '0'] = /^-?PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(duration) ?? [];
  return `${two(hours)}:${two(minutes)}${Number(seconds) === 0 ? '' : `:${two(seconds)}`}`;
}

/** A moment as Excel's cells of dates read: 2023-11-13, 2023-11-13 10:30. One that shows a year alone is that. */
function moment(date: string, shown: string): string {
  const [year] = /^\d{4}(?=年?$)/.exec(shown.trim()) ?? [];
  if (year !== undefined && date.startsWith(year)) return year;
  return date
    .replace(/[.,]\d+$/, '')
    .replace(/T00:00(:00)?$/, '')
    .replace(/T(\d\d:\d\d):00$/, ' $1')
    .replace('T', ' ');
}

/** What a person sees in a cell, with all digits (OpenDocument 1.3 part 3, 19.385). */
function valueText({ type, get, lines }: Cell, entries: boolean): string {
  const shown = lines.join('\n');
  const number = Number(get('value'));
  switch (type) {
    case 'float':
    case 'currency':
      return Number.isFinite(number) ? String(number) : shown;
    case 'percentage':
      return Number.isFinite(number * 100) ? editableNumber(number, 'percent') : String(number);
    case 'date':
      return moment(get('date-value') ?? '', shown);
    case 'time':
      return clock(get('time-value') ?? '');
    case 'boolean':
      return get('boolean-value') === 'true' ? 'TRUE' : 'FALSE';
    case 'error':
      return shown;
    default: {
      const text = get('string-value') || shown;
      return entries ? entryOf(text, false) : text;
    }
  }
}

/**
 * The sheets of an OpenDocument spreadsheet, from its content. Formulas come as the values that were saved with them.
 * @param entries whether a text that would be taken for something else has an apostrophe before it
 * @throws XlsxProblem
 */
export function readOds(xml: string, entries: boolean, allowance: Allowance): OdsTable[] {
  const sheets: OdsTable[] = [];
  const hidden = new Set<string>();
  const path: string[] = [];
  let isSpreadsheet = false;
  let style = '';
  let table: Table | undefined;
  let name = '';
  let tableStyle = '';
  let formulas = 0;
  let row = 0;
  let column = 0;
  /** What stands in the row that is read, which may stand several times. */
  let texts: (readonly [column: number, text: string])[] = [];
  let rows = 1;
  let cell: Cell | undefined;
  /** The place of the cell in `path`: what stands directly behind it are its paragraphs. */
  let depth = 0;

  const add = (text: string) => {
    if (!cell || path[depth + 1] !== 'p' || path.includes('annotation', depth)) return;
    cell.lines.push((cell.lines.pop() ?? '') + text);
  };
  const begin = (isCovered: boolean, get: Get): Cell => {
    depth = path.length;
    if (get('formula') !== undefined && !isCovered) formulas++;
    return {
      type: get('value-type') ?? '',
      get,
      lines: [],
      repeated: repeats(get('number-columns-repeated')),
      isCovered,
    };
  };
  const finish = (found: Cell) => {
    const text = found.isCovered ? '' : valueText(found, entries);
    if (text !== '') {
      if (column + found.repeated > MOST_COLUMNS) throw new XlsxProblem('large', ODS_CONTENT);
      for (let i = 0; i < found.repeated; i++) texts.push([column + i, text]);
    }
    column += found.repeated;
  };
  const finishRow = () => {
    if (texts.length > 0) {
      if (row + rows > MOST_ROWS) throw new XlsxProblem('large', ODS_CONTENT);
      for (let i = 0; i < rows; i++) for (const [at, text] of texts) table?.put(row + i, at, text);
    }
    row += rows;
    texts = [];
  };

  readXml(xml, {
    open: (tag, get) => {
      if (tag === 'spreadsheet') isSpreadsheet = true;
      else if (tag === 'style') style = get('name') ?? '';
      else if (tag === 'table-properties' && get('display') === 'false') hidden.add(style);
      else if (tag === 'table' && path.at(-1) === 'spreadsheet') {
        table = new Table(allowance);
        name = get('name') ?? '';
        tableStyle = get('style-name') ?? '';
        formulas = 0;
        row = 0;
      } else if (table && !cell) {
        if (tag === 'table-row') {
          rows = repeats(get('number-rows-repeated'));
          column = 0;
        } else if (tag === 'table-cell') cell = begin(false, get);
        else if (tag === 'covered-table-cell') cell = begin(true, get);
      }
      path.push(tag);
      if (cell && path.length === depth + 2 && tag === 'p') cell.lines.push('');
      else if (tag === 's') add(' '.repeat(Math.min(repeats(get('c')), 1_000)));
      else if (tag === 'tab') add('\t');
      else if (tag === 'line-break') add('\n');
    },
    text: add,
    close: (tag) => {
      path.pop();
      if (cell && path.length === depth) {
        finish(cell);
        cell = undefined;
      } else if (table && !cell && tag === 'table-row') finishRow();
      else if (table && tag === 'table' && path.at(-1) === 'spreadsheet') {
        sheets.push({ name, rows: table.rows, hidden: hidden.has(tableStyle), formulas });
        table = undefined;
      }
    },
  });
  if (!isSpreadsheet) throw new XlsxProblem('other');
  return sheets;
}
