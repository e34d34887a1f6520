import type { Content } from '../../model/content.ts';
import { DATE_UNIT } from '../../model/dates.ts';
import type { Text } from '../../model/text.ts';
import { type Unit, unitSpec } from '../../model/units.ts';
import type { BookCell, CellValue } from '../xlsx/cells.ts';
import type { Draft } from './draft.ts';
import type { SheetGrid } from './grid.ts';
import { currencyIn, decimalsIn, unitNamed } from './labels.ts';
import { isPercentText } from './percents.ts';

/** What the number formats of a line's cells say of it. */
export interface Shown {
  readonly unit: Unit;
  readonly decimals: number | undefined;
  readonly note: Text | undefined;
}

/** Days from the beginning of the calendar of 1900 to that of 1904. */
const LATER = 1462;

const isDate = (form: string): boolean => form === 'date' || form === 'moment';

/** The value of a cell as the model holds it: days are counted from 1900 in every workbook. */
export function valueIn(grid: SheetGrid, cell: BookCell): CellValue | undefined {
  const { value } = cell;
  return typeof value === 'number' && grid.book.from1904 && isDate(grid.form(cell)) ? value + LATER : value;
}

const ERRORS: Readonly<Record<string, string>> = { '#N/A': '=NA()', '#DIV/0!': '=1/0', '#NUM!': '=SQRT(-1)' };
/** What stands in a formula cell that is not computed, and of which no value is stored. */
export const UNKNOWN = '=NA()';
const OTHER_ERROR = '=1+"-"';

/** Whether a formula is only how a truth or an error is typed. */
export const isTyped = (formula: string): boolean =>
  ['=TRUE()', '=FALSE()', OTHER_ERROR, ...Object.values(ERRORS)].includes(formula);

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
      return { formula: ERRORS[value.error] ?? OTHER_ERROR };
  }
}

/** What the number formats of a line's cells say: its unit and its decimals. */
/** @param isFraction whether the numbers of a line beside % are fractions */
export function shownBy(draft: Draft, grid: SheetGrid, isFraction: (draft: Draft) => boolean): Shown {
  const counts = new Map<number, number>();
  for (const [row, column] of draft.cells.values()) {
    const cell = grid.at(row, column);
    if (!cell || typeof cell.value === 'string') continue;
    counts.set(cell.format, (counts.get(cell.format) ?? 0) + 1);
  }
  const [format] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [-1];
  const { form = 'plain', code = 'General' } = grid.book.formats[format] ?? {};
  const note = draft.note === '' ? undefined : { en: draft.note, zh: draft.note };
  const text = draft.unit.trim();
  if (isDate(form)) return { unit: DATE_UNIT, decimals: undefined, note };
  const isPercent = form === 'percent' || isFraction(draft);
  const unit = unitNamed(text || currencyIn(code), isPercent);
  // Of a number that counts percent, as 5 of 5 %, the unit is said and not shown, which would be 500 %.
  const said = isPercentText(text) && !isPercent ? { en: `In ${text}.`, zh: `单位：${text}。` } : undefined;
  const decimals = decimalsIn(code);
  const needed = decimalsNeeded(draft, grid);
  const usual = unitSpec(unit).decimals;
  return {
    unit,
    // Whole numbers without a unit are shown as such; of others as many digits as they have, and room for a person's own.
    decimals:
      decimals ?? (needed === 0 && unit === '' ? 0 : needed === undefined ? undefined : Math.max(usual, needed)),
    note: said ?? note,
  };
}

/** Decimals that are shown of numbers whose format says nothing. */
const MOST = 4;
const fractionOf = (value: number): number =>
  (/\.(\d+)$/.exec(String(Number(value.toPrecision(12))))?.[1] ?? '').length;

/** The decimals of the numbers of a line; undefined where none is stored, or not all of them. */
function decimalsNeeded(draft: Draft, grid: SheetGrid): number | undefined {
  let most: number | undefined;
  for (const [row, column] of draft.cells.values()) {
    const { value, formula } = grid.at(row, column) ?? {};
    if (value === undefined && formula !== undefined) return undefined;
    if (typeof value === 'number') most = Math.max(most ?? 0, Math.abs(value) >= 1e15 ? 0 : fractionOf(value));
  }
  return most === undefined ? undefined : Math.min(MOST, most);
}
