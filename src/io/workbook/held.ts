import type { Content } from '../../model/content.ts';
import type { Text } from '../../model/text.ts';
import { unitSpec } from '../../model/units.ts';
import type { BookCell, CellValue } from '../xlsx/cells.ts';
import type { Draft } from './draft.ts';
import type { SheetGrid } from './grid.ts';
import { currencyIn, decimalsIn, unitNamed } from './labels.ts';
import type { Shown } from './lineOf.ts';
import { dayOf } from './periodCells.ts';

/** Days from the beginning of the calendar of 1900 to that of 1904. */
const LATER = 1462;

const isDate = (form: string): boolean => form === 'date' || form === 'moment';

/** The value of a cell as the model holds it: days are counted from 1900 in every workbook. */
export function valueIn(grid: SheetGrid, cell: BookCell): CellValue | undefined {
  const { value } = cell;
  return typeof value === 'number' && grid.book.from1904 && isDate(grid.form(cell)) ? value + LATER : value;
}

const ERRORS: Readonly<Record<string, string>> = { '#N/A': '=NA()', '#DIV/0!': '=1/0', '#NUM!': '=SQRT(-1)' };

/** A value as the content of a cell; undefined for none. */
export function contentOf(value: CellValue | undefined): Content | undefined {
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'number':
      return value;
    case 'string':
      return { text: value };
    case 'boolean':
      return { formula: value ? '=TRUE()' : '=FALSE()' };
    case 'object':
      return { formula: ERRORS[value.error] ?? '=1+"-"' };
  }
}

/** What the number formats of a line's cells say: its unit, its decimals, and of a date what day it is. */
export function shownBy(draft: Draft, grid: SheetGrid): Shown {
  const counts = new Map<number, number>();
  let example: BookCell | undefined;
  for (const [row, column] of draft.cells.values()) {
    const cell = grid.at(row, column);
    if (!cell || typeof cell.value === 'string') continue;
    example ??= cell;
    counts.set(cell.format, (counts.get(cell.format) ?? 0) + 1);
  }
  const [format] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [-1];
  const { form = 'plain', code = 'General' } = grid.book.formats[format] ?? {};
  const note = draft.note === '' ? undefined : { en: draft.note, zh: draft.note };
  if (isDate(form)) return { unit: '', decimals: 0, note: dateNote(example, grid) ?? note };
  const unit = unitNamed(draft.unit || currencyIn(code), form === 'percent');
  const decimals = decimalsIn(code);
  const usual = unitSpec(unit).decimals;
  return {
    unit,
    decimals: decimals ?? (unit === '' ? decimalsNeeded(draft, grid) : Math.max(usual, decimalsNeeded(draft, grid))),
    note,
  };
}

/** Decimals that are shown of numbers whose format says nothing. */
const MOST = 4;
const fractionOf = (value: number): number =>
  (/\.(\d+)$/.exec(String(Number(value.toPrecision(12))))?.[1] ?? '').length;

function decimalsNeeded(draft: Draft, grid: SheetGrid): number {
  let most = 0;
  for (const [row, column] of draft.cells.values()) {
    const value = grid.at(row, column)?.value;
    if (typeof value === 'number') most = Math.max(most, Math.abs(value) >= 1e15 ? 0 : fractionOf(value));
  }
  return Math.min(MOST, most);
}

function dateNote(cell: BookCell | undefined, grid: SheetGrid): Text | undefined {
  if (typeof cell?.value !== 'number') return undefined;
  const { year, month, day } = dayOf(cell.value, grid.book.from1904);
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const number = cell.value + (grid.book.from1904 ? LATER : 0);
  return {
    en: `A date as Excel counts days: ${number} is ${text}.`,
    zh: `日期，按Excel的天数计：${number}即${text}。`,
  };
}
