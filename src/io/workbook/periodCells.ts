import { FIRST_YEAR, LAST_YEAR, ordinalOf, PER_YEAR, type Step } from '../../model/periods.ts';
import { periodNames, readPeriod } from '../reading/periodCells.ts';
import type { BookCell } from '../xlsx/cells.ts';
import type { SheetGrid } from './grid.ts';

/**
 * What a cell says of time: a period of the calendar; a day, of which its neighbours say what it stands for; a count
 * (`Year 1`); or a part of a year that it does not name (`Jan`, `Q1`).
 */
export type TimeCell =
  | { readonly kind: 'period'; readonly step: Step; readonly at: number }
  | { readonly kind: 'day'; readonly at: number; readonly year: number; readonly month: number }
  | { readonly kind: 'count'; readonly step: Step | undefined; readonly at: number }
  | { readonly kind: 'part'; readonly step: Step; readonly at: number };

/** Words over counts that say no step. */
export const isPeriodWord = (word: string): boolean =>
  /^(?:periods?|time|t|n|期间?|序号|no\.?)(?:\s*(?:no\.?|number|#))?$/i.test(word);

function readText(text: string): TimeCell | undefined {
  const period = readPeriod(text);
  if (period) return { kind: 'period', step: period.step, at: period.period };
  const names = periodNames(text);
  // Q1 to Q4 are parts of a year, until their neighbours count on.
  const part = names.find((one) => one.kind === 'part');
  if (part?.kind === 'part') return { kind: 'part', step: part.step, at: part.part };
  const count = names.find((one) => one.kind === 'count' && one.step !== undefined);
  return count?.kind === 'count' ? { kind: 'count', step: count.step, at: count.count } : undefined;
}

const DAY = 86_400_000;

/** The day of a serial number. */
export function dayOf(serial: number, from1904: boolean): { year: number; month: number; day: number } {
  const date = new Date(Date.UTC(1899, 11, 30) + (Math.floor(serial) + (from1904 ? 1462 : 0)) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const isDate = (form: string): boolean => form === 'date' || form === 'moment' || form === 'year';
/** Decimals, thousands, money or percent: no year is written so. */
const IS_AMOUNT = /[,.%$€£¥]|0\.0/;

/** What a cell with a value says of time; undefined where it says nothing. */
export function timeOf(grid: SheetGrid, cell: BookCell | undefined, value = cell?.value): TimeCell | undefined {
  if (!cell || value === undefined) return undefined;
  if (typeof value === 'string') return value.length <= 40 ? readText(value) : undefined;
  if (typeof value !== 'number') return undefined;
  if (isDate(grid.form(cell))) {
    const { year, month } = dayOf(value, grid.book.from1904);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? { kind: 'day', at: value, year, month } : undefined;
  }
  if (!Number.isInteger(value) || IS_AMOUNT.test(grid.code(cell).replace(/"[^"]*"/g, ''))) return undefined;
  if (value >= FIRST_YEAR && value <= LAST_YEAR) return { kind: 'period', step: 'year', at: value };
  return value >= 0 && value <= 600 ? { kind: 'count', step: undefined, at: value } : undefined;
}

/** The step of days that follow each other, and the ordinal of each; undefined for days, weeks, and what is uneven. */
export function periodsOfDays(
  days: readonly Extract<TimeCell, { kind: 'day' }>[],
): { readonly step: Step; readonly at: readonly number[] } | undefined {
  const months = days.map(({ year, month }) => year * 12 + month - 1);
  const gaps = months.slice(1).map((month, i) => month - (months[i] ?? 0));
  const least = Math.min(...gaps);
  if (gaps.length === 0 || least < 1) return undefined;
  const step: Step = least >= 12 ? 'year' : least >= 6 ? 'half' : least >= 3 ? 'quarter' : 'month';
  const whole = 12 / PER_YEAR[step];
  if (gaps.some((gap) => gap % whole !== 0)) return undefined;
  const at = days.map(({ year, month }) => ordinalOf(year, Math.ceil(month / whole), step));
  return { step, at };
}
