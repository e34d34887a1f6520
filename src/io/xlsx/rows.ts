import { editableNumber } from '../../document/entry.ts';
import { isPlainText, OWN_READING, readCell } from '../csv/cells.ts';
import { type StreamedCell, streamCells } from './cellStream.ts';
import { shownNumber } from './formats.ts';
import type { CellStyles } from './parts.ts';
import { XlsxProblem } from './problem.ts';
import { asWritten } from './shared.ts';
import { unescapeText } from './xml.ts';

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

/**
 * A text as people type it: an apostrophe before it where it would be a formula or lose one, and where it was typed so.
 * Other numbers that stand there as texts are meant as numbers: many programs write them so.
 */
export function entryOf(text: string, isQuoted: boolean): string {
  if (text === '' || isPlainText(text)) return text;
  return isQuoted || typeof readCell(text, OWN_READING('index')) === 'object' ? `'${text}` : text;
}

/** What a person sees in a cell that holds a value of a type (ECMA-376 part 1, 18.18.11). */
function valueText({ type, style, value }: StreamedCell, around: Surroundings): string {
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
export class Table {
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
  streamCells(xml, (found) => {
    const formula = around.formulas && found.hasFormula ? found.formula : '';
    table.put(found.row, found.column, formula === '' ? valueText(found, around) : asWritten(formula));
  });
  return table.rows;
}
