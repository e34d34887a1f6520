import { FIRST_YEAR, LAST_YEAR, ordinalOf, PER_YEAR, type Step } from '../../model/periods.ts';
import { readPeriod } from '../csv/header.ts';
import { plainText } from '../reading/numbers.ts';
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

const STEP_WORDS: readonly (readonly [RegExp, Step])[] = [
  [/^(?:years?|yrs?\.?|y|fy|年|第?年份?|年度|annual)$/i, 'year'],
  [/^(?:half[- ]?years?|h|半年)$/i, 'half'],
  [/^(?:quarters?|qtrs?\.?|q|季度?)$/i, 'quarter'],
  [/^(?:months?|mths?\.?|mo\.?|m|个?月份?|payment|pmt|payment no\.?|期数?)$/i, 'month'],
];

/** The step that a word names: Year, 季度. */
export const stepNamed = (word: string): Step | undefined =>
  STEP_WORDS.find(([form]) => form.test(word.replace(/\s*(?:no\.?|number|#|index|编号)$/i, '').trim()))?.[1];

/** Words over counts that say no step. */
export const isPeriodWord = (word: string): boolean =>
  /^(?:periods?|time|t|n|期间?|序号|no\.?)(?:\s*(?:no\.?|number|#))?$/i.test(word);

const COUNTED =
  /^(?:(?:proj(?:ected|ection)?|forecast|operating)\s+)?(years?|yrs?|y|quarters?|qtrs?|q|months?|mths?|m|half[- ]?years?|h)\s*[-.#+]?\s*(\d{1,3})$/i;
const COUNTED_ZH = /^第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*个?(年|半年|季度?|月)度?$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_NAME =
  /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;
const DIGITS = '一二三四五六七八九十';
const ZH_MONTH = /^(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?$/;

const chineseNumber = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (sign: string | undefined) => (sign ? DIGITS.indexOf(sign) + 1 : 0);
  return (text.includes('十') ? (digit(tens) || 1) * 10 : 0) + digit(ones);
};

function readText(text: string): TimeCell | undefined {
  const period = readPeriod(text);
  if (period) return { kind: 'period', step: period.step, at: period.period };
  const plain = plainText(text);
  const counted = COUNTED.exec(plain);
  if (counted?.[1] && counted[2]) {
    const step = stepNamed(counted[1]) ?? 'year';
    const at = Number(counted[2]);
    // Q1 to Q4 and H1, H2 are parts of a year, until their neighbours count on.
    const isPart = /^[qh]/i.test(counted[1]) && at >= 1 && at <= PER_YEAR[step] && step !== 'year';
    return isPart ? { kind: 'part', step, at } : { kind: 'count', step, at };
  }
  const chinese = COUNTED_ZH.exec(plain);
  if (chinese?.[1] && chinese[2]) {
    const step = stepNamed(chinese[2]) ?? 'year';
    const at = chineseNumber(chinese[1]);
    return step === 'quarter' && at <= 4 ? { kind: 'part', step, at } : { kind: 'count', step, at };
  }
  const month = MONTH_NAME.exec(plain)?.[1];
  if (month) return { kind: 'part', step: 'month', at: MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 };
  const zh = ZH_MONTH.exec(plain)?.[1];
  if (zh) return { kind: 'part', step: 'month', at: chineseNumber(zh) };
  const half = /^(上|下)半年$/.exec(plain)?.[1];
  if (half) return { kind: 'part', step: 'half', at: half === '上' ? 1 : 2 };
  return undefined;
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
