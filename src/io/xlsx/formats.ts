import { editableNumber } from '../../document/entry.ts';

/** What a number format makes of a number: what a person reads as a plain number, a percentage, or a moment. */
export type Form = 'plain' | 'percent' | 'year' | 'date' | 'time' | 'moment' | 'elapsed' | 'text';

/** Formats that every workbook has, by their number (ECMA-376 part 1, 18.8.30); the others count as plain. */
const BUILT_IN: Readonly<Record<number, Form>> = {
  9: 'percent',
  10: 'percent',
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'moment',
  45: 'time',
  46: 'elapsed',
  47: 'time',
  49: 'text',
};
/** The codes of those that are numbers, as far as they say how many decimals there are and in what currency. */
export const BUILT_IN_CODES: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0',
  6: '"$"#,##0',
  7: '"$"#,##0.00',
  8: '"$"#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '"$"#,##0',
  43: '#,##0.00',
  44: '"$"#,##0.00',
};
/** Numbers by which the Asian versions of Excel know dates of their own. */
const isAsianDate = (id: number): boolean => (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
const isAsianTime = (id: number): boolean => id >= 32 && id <= 35;

/** Text in quotes, escaped and padded characters, colours, conditions and languages: none of it says what is shown. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** What a format makes of a number, by its code, or by its number where the workbook gives no code. */
export function formOf(id: number, code: string | undefined): Form {
  if (code === undefined) return BUILT_IN[id] ?? (isAsianDate(id) ? 'date' : isAsianTime(id) ? 'time' : 'plain');
  const [first = ''] = code.replace(LITERAL, '').split(';');
  const signs = first.replace(/general/gi, '').toLowerCase();
  if (signs.includes('%')) return 'percent';
  if (/\[[hms]/.test(signs)) return 'elapsed';
  const hasDate = /[yd]/.test(signs);
  if (/[hs]/.test(signs)) return hasDate ? 'moment' : 'time';
  if (/y/.test(signs) && !/[md]/.test(signs)) return 'year';
  // A month alone: with hours or seconds beside it the same letter would be minutes.
  if (hasDate || signs.includes('m')) return 'date';
  return signs.trim() === '@' ? 'text' : 'plain';
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Hours, minutes, and seconds where there are any. */
function clock(seconds: number): string {
  const rest = seconds % 60;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

const DAY = 86_400;

/** The date of a count of days: from 1900, in whose calendar Excel has a 29 February, or from 1904. */
function calendar(days: number, from1904: boolean): string {
  if (!from1904 && days === 60) return '1900-02-29';
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + days * DAY * 1000).toISOString().slice(0, 10);
}

/** The last day that Excel knows, 31 December 9999. */
const LAST_DAY = 2_958_465;

/**
 * A stored number as its cell reads, but with all of its digits: 15.3%, 2023, 2023-11-13, 10:30, 2023-11-13 10:30.
 * A number that is no moment stays a number, as Excel shows it by #####.
 */
export function shownNumber(value: number, form: Form, from1904: boolean): string {
  if (form === 'percent' && Number.isFinite(value * 100)) return editableNumber(value, 'percent');
  if (form === 'plain' || form === 'percent' || form === 'text' || value < 0 || value > LAST_DAY) return String(value);
  const seconds = Math.round(value * DAY);
  if (form === 'elapsed') return clock(seconds);
  if (form === 'time') return clock(seconds % DAY);
  const day = calendar(Math.floor(seconds / DAY), from1904);
  if (form === 'year') return day.slice(0, 4);
  return form === 'date' || seconds % DAY === 0 ? day : `${day} ${clock(seconds % DAY)}`;
}
