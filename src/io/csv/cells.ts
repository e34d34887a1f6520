import { editableNumber } from '../../document/entry.ts';
import type { Content } from '../../model/content.ts';
import { isFormula } from '../../model/content.ts';
import { isDateUnit } from '../../model/dates.ts';
import { type Unit, unitSpec } from '../../model/units.ts';
import { isNothing } from '../reading/looks.ts';
import { type DecimalSign, numberOf, plainText, readNumber } from '../reading/numbers.ts';

/** How the cells of a row are read. */
export interface CellReading {
  readonly sign: DecimalSign;
  /** The power of ten that brings what is written to what is stored: -2 for percent, -1 from 亿元 to bn yuan. */
  readonly shift: number;
  /** Whether a cell that begins with = is a formula; else it holds nothing. */
  readonly formulas: boolean;
}

/**
 * What a cell of a table says: a number in the stored unit, a formula, a text, or nothing (`undefined`). A text that
 * would be read as something else has an apostrophe before it, as in the sheet.
 */
export function readCell(cell: string, { sign, shift, formulas }: CellReading): Content | undefined {
  if (cell === '') return undefined;
  if (cell.startsWith("'")) return { text: cell.slice(1) };
  const number = readNumber(cell, sign);
  // A percent sign at the number itself says more than the unit of the row.
  if (number) return numberOf(number, number.percent ? -2 : shift);
  const plain = plainText(cell);
  if (isNothing(cell)) return undefined;
  if (!plain.startsWith('=')) return { text: cell };
  if (!formulas) return undefined;
  return { formula: cell.startsWith('=') ? cell : `=${cell.trim().slice(1)}` };
}

/** How tables are written here: a point before decimals, formulas as such. */
export const OWN_READING = (unit: Unit): CellReading => ({ sign: '.', shift: ownShift(unit), formulas: true });

/** The shift of numbers that are written in a line's shown unit. */
export const ownShift = (unit: Unit): number => (unitSpec(unit).form === 'plain' ? 0 : -2);

/** A stored number as it is shown in its unit, with all its digits and no sign of the unit: 0.153 is 15.3 of percent; a date stays the number that it is. */
export const writeNumber = (value: number, unit: Unit): string =>
  isDateUnit(unit) ? String(value) : editableNumber(value, unit).replace(/%$/, '');

/** A content as a cell of a table, so that `readCell` reads the same content again. */
export function writeContent(content: Content | undefined, unit: Unit): string {
  if (content === undefined || content === 'model') return '';
  if (typeof content === 'number') return writeNumber(content, unit);
  if (isFormula(content)) return content.formula;
  return isPlainText(content.text) ? content.text : `'${content.text}`;
}

/** Whether a text is read as what it is, without an apostrophe before it. */
export function isPlainText(text: string): boolean {
  const read = readCell(text, OWN_READING('index'));
  return typeof read === 'object' && 'text' in read && read.text === text;
}
