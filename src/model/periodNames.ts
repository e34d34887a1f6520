import { FIRST_YEAR, LAST_YEAR, ordinalOf, PER_YEAR, readPeriod, type Step, stepOfOrdinal } from './periods.ts';

/** A period that a cell names. */
export interface NamedPeriod {
  readonly step: Step;
  readonly period: number;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** In full or by three letters, the ninth also by four; no other word that begins like one. */
const MONTH = `(${[...MONTHS, 'sept', ...MONTHS.map((name) => name.slice(0, 3))].join('|')})\\.?`;
const CHINESE = '一二三四五六七八九十';

/** A year of two digits is one of this century, as spreadsheets write `Jan-26`, or of the last where it would lie far ahead. */
const yearOf = (digits: string): number =>
  digits.length === 2 ? Number(digits) + (Number(digits) < 70 ? 2000 : 1900) : Number(digits);

/** How parts of years are written in both languages: which group is the year, and which the part. */
const FORMS: readonly (readonly [form: RegExp, step: Step, year: number, part: number])[] = [
  [/^(\d{4})年?[ ./-]?q([1-4])$/, 'quarter', 1, 2],
  [/^fy ?'?(\d{4}|\d{2})[ ./-]?q([1-4])$/, 'quarter', 1, 2],
  [/^q([1-4])[ ./'-]{0,2}(?:fy ?'?)?(\d{4}|\d{2})$/, 'quarter', 2, 1],
  [/^(\d{4}),? quarter ([1-4])$/, 'quarter', 1, 2],
  [/^quarter ([1-4]),? (\d{4})$/, 'quarter', 2, 1],
  [/^([1-4])(?:st|nd|rd|th) (?:quarter|qtr\.?),? (\d{4})$/, 'quarter', 2, 1],
  [/^([1-4])q[ ./'-]{0,2}(\d{4}|\d{2})$/, 'quarter', 2, 1],
  [/^(\d{4})年?第?([1-4一二三四])季度?$/, 'quarter', 1, 2],
  [/^(\d{4})[ ./-]?h([12])$/, 'half', 1, 2],
  [/^h([12])[ ./'-]{0,2}(\d{4}|\d{2})$/, 'half', 2, 1],
  [/^([12])h[ ./'-]{0,2}(\d{4}|\d{2})$/, 'half', 2, 1],
  [/^(\d{4})年?(上|下)半年$/, 'half', 1, 2],
  [/^(\d{4})[ ./-](0?[1-9]|1[0-2])$/, 'month', 1, 2],
  [/^(\d{4})m(0?[1-9]|1[0-2])$/, 'month', 1, 2],
  [/^(0?[1-9]|1[0-2])[./](\d{4})$/, 'month', 2, 1],
  [/^(\d{4})年(0?[1-9]|1[0-2])月份?$/, 'month', 1, 2],
  [new RegExp(`^${MONTH}[ ./'-]{0,2}(\\d{4}|\\d{2})$`), 'month', 2, 1],
  [new RegExp(`^(\\d{4})[ ./-]?${MONTH}$`), 'month', 1, 2],
  // A day of a month stands for it, as spreadsheets head their columns.
  [/^(\d{4})-(0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?: 00:00(?::00)?)?$/, 'month', 1, 2],
];

function partIn(text: string): number {
  if (text === '上' || text === '下') return text === '上' ? 1 : 2;
  const month = MONTHS.findIndex((name) => name.slice(0, 3) === text.slice(0, 3));
  if (month >= 0) return month + 1;
  return CHINESE.includes(text) ? CHINESE.indexOf(text) + 1 : Number(text);
}

/** The part of a year that a text names, as people write it: `2025 Q1`, Jan-26, 2026年7月. Undefined for any other. */
export function readPartOfYear(text: string): NamedPeriod | undefined {
  // Nothing of it is a word in Chinese.
  const lower = text.includes('年') ? text.toLowerCase().replace(/\s+/g, '') : text.toLowerCase();
  for (const [form, step, yearAt, partAt] of FORMS) {
    const match = form.exec(lower);
    if (!match) continue;
    const [year, part] = [yearOf(match[yearAt] ?? ''), partIn(match[partAt] ?? '')];
    if (year < FIRST_YEAR || year > LAST_YEAR || !(part >= 1 && part <= PER_YEAR[step])) return undefined;
    return { step, period: ordinalOf(year, part, step) };
  }
  return undefined;
}

/** Figures write parts of a year apart: `2026 Q3`. Months are as everywhere. */
export const figurePeriod = (text: string): string => text.replace(/^(\d{4})([HQ]\d)$/, '$1 $2');
/** The same as it is written in formulas and files. */
export const filePeriod = (text: string): string => text.replace(/^(\d{4}) ([HQ]\d)$/, '$1$2');

/** A period that a person types: as it is written everywhere, or with the part of the year as people say it; 2026年, 2026年7月. */
export function readPeriodName(typed: string): NamedPeriod | undefined {
  const text = typed.normalize('NFKC').trim();
  const found = readPeriod(text.replace(/^(\d{4})年度?$/, '$1'));
  if (!found) return readPartOfYear(text);
  return stepOfOrdinal(found.ordinal) ? { step: found.step, period: found.ordinal } : undefined;
}
