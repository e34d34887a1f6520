import { editableNumber } from '../../document/entry.ts';
import { columnIndex } from '../../model/address.ts';
import { isPlainText, OWN_READING, readCell } from '../csv/cells.ts';
import { shownNumber } from './formats.ts';
import type { CellStyles } from './parts.ts';
import { XlsxProblem } from './problem.ts';
import { asWritten, shiftShared } from './shared.ts';
import { readXml, unescapeText } from './xml.ts';

/** Excel's own limits. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** How much the tables of a file may hold together: places, empty ones before a filled one included, and characters. */
export class Allowance {
  constructor(
    private places = 5_000_000,
    private characters = 100_000_000,
  ) {}

  /** @throws XlsxProblem where it is used up */
  take(places: number, characters: number): void {
    this.places -= places;
    this.characters -= characters;
    if (this.places < 0 || this.characters < 0) throw new XlsxProblem('large');
  }
}

/** What the cells of a sheet refer to in other parts. */
export interface Surroundings extends CellStyles {
  readonly strings: readonly string[];
  readonly from1904: boolean;
  /** Whether a cell with a formula reads as its formula. */
  readonly formulas: boolean;
  /** Whether a text that would be taken for something else has an apostrophe before it. */
  readonly entries: boolean;
  readonly allowance: Allowance;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string;
  hasFormula: boolean;
  shared: string | undefined;
}

const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;

/**
 * A text as people type it: an apostrophe before it where it would be a formula or lose one, and where it was typed so.
 * Other numbers that stand there as texts are meant as numbers: many programs write them so.
 */
function entryOf(text: string, isQuoted: boolean): string {
  if (text === '' || isPlainText(text)) return text;
  return isQuoted || typeof readCell(text, OWN_READING('index')) === 'object' ? `'${text}` : text;
}

/** What a person sees in a cell that holds a value of a type (ECMA-376 part 1, 18.18.11). */
function valueText({ type, style, value }: Cell, around: Surroundings): string {
  const { strings, forms, quoted, from1904, entries } = around;
  const written = (text: string) => (entries ? entryOf(text, quoted.has(style)) : text);
  switch (type) {
    case 's':
      return written(strings[Number(value)] ?? '');
    case 'str':
    case 'inlineStr':
      return written(unescapeText(value));
    case 'b':
      return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      return value;
    case 'd':
      return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
    default: {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      if (!Number.isFinite(number)) return value;
      const form = forms[style] ?? 'plain';
      // Also where a hundred times the number is beyond what one can hold.
      return entries && form === 'percent' ? editableNumber(number, 'percent') : shownNumber(number, form, from1904);
    }
  }
}

/** Collects the texts of cells into rows, in whatever order they come. */
class Table {
  readonly rows: string[][] = [];

  constructor(readonly allowance: Allowance) {}

  put(row: number, column: number, text: string): void {
    if (text === '') return;
    const above = Math.max(0, row - this.rows.length);
    const before = this.rows[row]?.length ?? 0;
    this.allowance.take(above + Math.max(0, column + 1 - before), text.length);
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row] ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
}

/**
 * The cells of a worksheet as a person sees them, row by row: each row ends with its last filled cell. Of merged cells
 * the first one holds the value.
 * @throws XlsxProblem
 */
export function readRows(xml: string, around: Surroundings): string[][] {
  const table = new Table(around.allowance);
  const shared = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  let row = -1;
  let column = -1;
  let cell: Cell | undefined;
  /** Which part of the cell the text belongs to; what is said of pronunciation belongs to none. */
  let into: 'value' | 'formula' | undefined;
  let aside = 0;

  const begin = (get: (name: string) => string | undefined): Cell => {
    const [, letters, line] = ADDRESS.exec(get('r') ?? '') ?? [];
    column = letters ? columnIndex(letters) : column + 1;
    if (line) row = Number(line) - 1;
    if (!(row >= 0 && row < MOST_ROWS && column < MOST_COLUMNS)) throw new XlsxProblem('damaged');
    const common = { value: '', formula: '', hasFormula: false, shared: undefined };
    return { row, column, type: get('t') ?? 'n', style: Number(get('s') ?? 0), ...common };
  };
  const formulaText = (found: Cell): string => {
    const formula = unescapeText(found.formula);
    if (found.shared === undefined) return formula;
    const first = shared.get(found.shared);
    if (formula !== '' || !first) {
      shared.set(found.shared, { ...found, formula });
      return formula;
    }
    return shiftShared(first.formula, found.row - first.row, found.column - first.column);
  };
  const finish = (found: Cell): void => {
    const formula = around.formulas && found.hasFormula ? formulaText(found) : '';
    table.put(found.row, found.column, formula === '' ? valueText(found, around) : asWritten(formula));
  };

  readXml(xml, {
    open: (name, get) => {
      if (name === 'row') {
        row = get('r') === undefined ? row + 1 : Number(get('r')) - 1;
        column = -1;
      } else if (name === 'c') cell = begin(get);
      else if (!cell) return;
      else if (name === 'v') into = 'value';
      else if (name === 't') into = aside === 0 ? 'value' : undefined;
      else if (name === 'rPh') aside++;
      else if (name === 'f') {
        into = 'formula';
        cell.hasFormula = true;
        cell.shared = get('t') === 'shared' ? get('si') : undefined;
      }
    },
    text: (text) => {
      if (cell && into) cell[into] += text;
    },
    close: (name) => {
      if (name === 'rPh') aside--;
      if (name === 'v' || name === 't' || name === 'f') into = undefined;
      if (name !== 'c' || !cell) return;
      finish(cell);
      cell = undefined;
    },
  });
  return table.rows;
}
