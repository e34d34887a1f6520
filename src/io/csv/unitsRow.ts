import { plainText } from '../reading/numbers.ts';
import { findUnit, isMeasureText } from '../reading/units.ts';
import { isNumber, type Role } from './header.ts';

const SAYS_UNITS = /^\(?(?:units?|单位|计量单位)\)?$/i;
/** Without the brackets in which it may stand. */
export const bareUnit = (cell: string): string =>
  plainText(cell)
    .replace(/^[([](.*)[)\]]$/, '$1')
    .trim();
/** A currency with its power of ten, as tables of accounts bear it: $ m, EUR bn, £'000, in millions of USD. */
const SCALE = "(?:m|mn|mm|bn|b|k|'?000s?|millions?|billions?|thousands?)";
const CURRENCY = '(?:(?:US|HK|A|C|S)?[$€£¥]|EUR|USD|GBP|CNY|RMB|JPY|CHF|HKD|SEK|NOK|DKK|PLN|CZK|INR|KRW|BRL|AUD|CAD)';
const MONEY = new RegExp(`^(?:in )?(?:${CURRENCY} ?(?:in )?${SCALE}?|${SCALE} (?:of )?${CURRENCY})$`, 'i');

/** Whether a cell is a unit that is known, or a measure that everybody writes alike. */
export const isUnitText = (cell: string): boolean =>
  findUnit(bareUnit(cell)) !== undefined || isMeasureText(bareUnit(cell)) || MONEY.test(bareUnit(cell));

/**
 * Whether a record right below the header holds the units of the columns: no number, what names the rows is empty or says
 * so, and most of the rest are units.
 */
export function looksLikeUnit(
  cells: readonly string[] | undefined,
  head: readonly string[],
  roles: readonly Role[],
): boolean {
  if (!cells || cells.some(isNumber)) return false;
  const filled = cells.flatMap((cell, i) => (cell.trim() === '' ? [] : [[cell, i] as const]));
  const says = filled.some(([cell]) => SAYS_UNITS.test(plainText(cell)));
  const others = filled.filter(([cell, i]) => !SAYS_UNITS.test(plainText(cell)) && roles[i] !== 'unit');
  if (others.length === 0 || others.length < head.filter((cell) => cell.trim() !== '').length / 3) return false;
  // The first column names rows or periods, of which a record of units is none.
  const isFree = says || (cells[0] ?? '').trim() === '';
  return isFree && (says || others.filter(([cell]) => isUnitText(cell)).length > others.length / 2);
}
