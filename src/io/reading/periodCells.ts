import { type NamedPeriod, readPartOfYear } from '../../model/periodNames.ts';
import { FIRST_YEAR, LAST_YEAR, ordinalOf, PER_YEAR, type Step } from '../../model/periods.ts';
import { plainText } from './numbers.ts';

/** A day, its month from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * What a cell at the head of a column or a row names. `interpreted`: it says so in other words than a name of a period, as
 * FY2022 and 2024E do. `days`: two where day and month may stand in either order, the one with the day first before the
 * other. `count`: periods from a start that the cell does not say: Year 1, Month 3; without a step, Period 2. `part`: of a
 * year that the cell does not say: Jan, Q1.
 */
export type PeriodCell =
  | { readonly kind: 'period'; readonly step: Step; readonly period: number; readonly interpreted: boolean }
  | { readonly kind: 'day'; readonly days: readonly Day[] }
  | { readonly kind: 'count'; readonly step?: Step; readonly count: number }
  | { readonly kind: 'part'; readonly step: Step; readonly part: number };

const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;
/** A year of two digits is one of this century, or of the last one where it would lie far ahead. */
const wholeYear = (digits: string): number =>
  digits.length === 2 ? Number(digits) + (Number(digits) < 70 ? 2000 : 1900) : Number(digits);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;

const CHINESE = '一二三四五六七八九十';
/** 1, 12, 一, 十二. */
function countIn(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? (text.split('十') as [string, string]) : ['', text];
  const digit = (sign: string) => (sign === '' ? 0 : CHINESE.indexOf(sign) + 1);
  return text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 + digit(ones) : digit(ones);
}
const COUNT = '(\\d{1,3}|[一二三四五六七八九]?十?[一二三四五六七八九十])';

const PLAIN = /^(?:year\s*)?(\d{4})(?:\.0)?\s*(?:年|年度|年份)?$/;
const FISCAL = /^f\.?y\.?e?\s*'?(\d{4}|\d{2})$/;
/** A year that reaches into the next: its first one. */
const SPAN = /^(?:f\.?y\.?\s*)?(\d{4})\s*[/\-–—~至]\s*(\d{4}|\d{2})(?:\s*年度?)?$/;
const SHORT_SPAN = /^f\.?y\.?\s*(\d{2})\s*[/\-–—]\s*(\d{2})$/;

/** What a year is said to be beside its number: actual, estimated, forecast, preliminary, revised; marks of footnotes. */
const WORDS =
  'actuals?|act|est|estimated?|forecast|fcst|prelim|preliminary|provisional|proj|projected|projection|budget|plan|planned|outlook|target|revised|预计|预测|实际|初步核算|初步|目标|估计|预算|计划';
const BEHIND = new RegExp(
  `(?<=[\\d年月度季)])\\s*(?:\\(?(?:[aefpbr]|${WORDS})\\.?(?:数|值)?\\)?|[*†‡①-⑳¹²³]+|\\[\\d\\])$`,
);
const BEFORE = new RegExp(`^(?:${WORDS})\\.?\\s+(?=\\S*\\d)`);
/** What stands before the last day of a year of accounts. */
const YEAR_TO = /^(?:(?:fiscal |financial )?(?:years?|12 months|twelve months) (?:ended|ending|to)|fye)\s+(.+)$/;
const AS_AT = /^(?:as (?:at|of)|at|截至)\s*/;

const TIME = '(?:[ t]?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[ap]m)?(?:z|[+-]\\d{2}:?\\d{2})?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const CHINESE_DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/;
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`);
const DAY_MONTH = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}[, -]{1,2}(\\d{4}|\\d{2})$`);
const MONTH_DAY = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`);

function dayOf(year: number, month: number, day: number): Day[] {
  const isOne = isYear(year) && month >= 1 && month <= 12 && day >= 1;
  return isOne && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate() ? [{ year, month, day }] : [];
}

/** The days that a text may name; none where it names no day. */
function daysIn(text: string): readonly Day[] {
  const first = YEAR_FIRST.exec(text);
  if (first) return dayOf(Number(first[1]), Number(first[3]), Number(first[4]));
  const chinese = CHINESE_DAY.exec(text);
  if (chinese) return dayOf(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]));
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [a, b, year] = [Number(last[1]), Number(last[3]), wholeYear(last[4] ?? '')];
    return a === b ? dayOf(year, a, b) : [...dayOf(year, b, a), ...dayOf(year, a, b)];
  }
  const named = DAY_MONTH.exec(text);
  if (named) return dayOf(wholeYear(named[3] ?? ''), monthOf(named[2] ?? ''), Number(named[1]));
  const turned = MONTH_DAY.exec(text);
  return turned ? dayOf(Number(turned[3]), monthOf(turned[1] ?? ''), Number(turned[2])) : [];
}

/** Periods from a start that is not said. */
const COUNTS: readonly (readonly [form: RegExp, step: Step | undefined])[] = [
  [/^(?:year|yr|y)\.?[ -]?(\d{1,3})$/, 'year'],
  [new RegExp(`^第${COUNT}年度?$`), 'year'],
  [/^(?:month|mth|mo|m)\.?[ -]?(\d{1,3})$/, 'month'],
  [new RegExp(`^第${COUNT}个?月$`), 'month'],
  [/^(?:(?:proj(?:ected|ection)?|forecast|operating) )?(?:years?|yrs?)[ .#+-]{0,3}(\d{1,3})$/, 'year'],
  [/^(?:(?:proj(?:ected|ection)?|forecast|operating) )?(?:months?|mths?)[ .#+-]{0,3}(\d{1,3})$/, 'month'],
  [/^(?:quarters?|qtrs?|q)[ .#+-]{0,3}(\d{1,3})$/, 'quarter'],
  [/^(?:half[- ]?years?|h)[ .#+-]{0,3}(\d{1,3})$/, 'half'],
  [new RegExp(`^第${COUNT}个?半年$`), 'half'],
  [new RegExp(`^第${COUNT}个?季度?$`), 'quarter'],
  [/^(?:period|per|p|t)\.?[ -]?(\d{1,3})$/, undefined],
  [new RegExp(`^第${COUNT}期$`), undefined],
];

/** Parts of a year that is not said. */
const PARTS: readonly (readonly [form: RegExp, step: Step])[] = [
  [new RegExp(`^${MONTH}$`), 'month'],
  [/^(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?$/, 'month'],
  [/^(?:q|quarter |qtr\.? ?)([1-4])$/, 'quarter'],
  [/^([1-4])(?:q|(?:st|nd|rd|th) (?:quarter|qtr\.?))$/, 'quarter'],
  [/^第?([1-4一二三四])季度?$/, 'quarter'],
  [/^h([12])$/, 'half'],
  [/^([12])h$/, 'half'],
  [/^(上|下)半年$/, 'half'],
];

const partNumber = (text: string): number =>
  /^[a-z]/.test(text) ? monthOf(text) : text === '上' || text === '下' ? '上下'.indexOf(text) + 1 : countIn(text);

const period = ({ step, period: ordinal }: NamedPeriod, interpreted: boolean): PeriodCell => ({
  kind: 'period',
  step,
  period: ordinal,
  interpreted,
});
const yearCell = (year: number, interpreted: boolean): PeriodCell[] =>
  isYear(year) ? [{ kind: 'period', step: 'year', period: year, interpreted }] : [];

/** The years that a text names: one, or none. */
function yearsIn(text: string): PeriodCell[] {
  const plain = PLAIN.exec(text);
  if (plain) return yearCell(Number(plain[1]), false);
  const fiscal = FISCAL.exec(text);
  if (fiscal) return yearCell(wholeYear(fiscal[1] ?? ''), true);
  const span = SPAN.exec(text) ?? SHORT_SPAN.exec(text);
  if (!span?.[1] || !span[2]) return [];
  const next = wholeYear(span[1]) + 1;
  return span[2] === String(next) || span[2] === String(next).slice(-2) ? yearCell(next - 1, true) : [];
}

/** All that a text may name as it stands, the likeliest first: 2011-12 is a month and a year of accounts. */
function namesIn(text: string): PeriodCell[] {
  const days = daysIn(text);
  if (days.length > 0) return [{ kind: 'day', days }];
  const found = yearsIn(text);
  const part = readPartOfYear(text);
  if (part) found.push(period(part, false));
  if (found.length > 0) return found;
  // Nothing of it is a word in Chinese.
  const close = /[第年月季期]/.test(text) ? text.replace(/\s+/g, '') : text;
  for (const [form, step] of COUNTS) {
    const count = form.exec(close)?.[1];
    if (count !== undefined) found.push({ kind: 'count', ...(step ? { step } : {}), count: countIn(count) });
  }
  for (const [form, step] of PARTS) {
    const part = form.exec(close)?.[1];
    if (part !== undefined) found.push({ kind: 'part', step, part: partNumber(part) });
  }
  return found;
}

const told = (cell: PeriodCell): PeriodCell => (cell.kind === 'period' ? { ...cell, interpreted: true } : cell);

/** The year of accounts that ends on a day or in a month. */
function yearTo(rest: string): PeriodCell[] {
  return namesIn(rest).flatMap((cell): PeriodCell[] => {
    if (cell.kind === 'day') return yearCell(cell.days[0]?.year ?? 0, true);
    return cell.kind === 'period' ? yearCell(Math.floor(cell.period / PER_YEAR[cell.step]), true) : [];
  });
}

/** Longer texts are sentences. */
const LONGEST = 40;
/** What has no digit names a month or a part of a year. */
const WORDY = new RegExp(`^(?:${MONTH}|.*[年月季度期])$`);

/** Headers are asked for again and again, and columns of periods name few of them. */
const known = new Map<string, readonly PeriodCell[]>();
const MOST_KNOWN = 20_000;

/** What most cells hold: numbers that are no year. */
const PLAIN_NUMBER = /^-?(?:\d{1,3}|\d{5,}|\d+\.(?!0$)\d+)$/;
const NONE: readonly PeriodCell[] = [];

/** All that a cell may name, the likeliest first; none where it names no period. */
export function periodNames(cell: string): readonly PeriodCell[] {
  if (cell === '' || PLAIN_NUMBER.test(cell)) return NONE;
  const found = known.get(cell);
  if (found) return found;
  const names = cell.length > LONGEST * 2 ? [] : namesOf(plainText(cell).toLowerCase());
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(cell, names);
  return names;
}

function namesOf(text: string): readonly PeriodCell[] {
  if (text === '' || text.length > LONGEST || !(/\d/.test(text) || WORDY.test(text))) return [];
  const whole = namesIn(text);
  if (whole.length > 0) return whole;
  const to = YEAR_TO.exec(text);
  if (to?.[1]) return yearTo(to[1]);
  const bare = text.replace(AS_AT, '').replace(BEFORE, '').replace(BEHIND, '').trim();
  return bare === text ? [] : namesIn(bare).map(told);
}

/** What a cell names where nothing beside it says otherwise. */
export const readPeriodCell = (cell: string): PeriodCell | undefined => periodNames(cell)[0];

/** A period that a cell names by itself, however it is written; a day stands for its month. */
export function readPeriod(cell: string): NamedPeriod | undefined {
  const found = readPeriodCell(cell);
  if (found?.kind === 'period') return { step: found.step, period: found.period };
  const day = found?.kind === 'day' ? found.days[0] : undefined;
  return day && { step: 'month', period: ordinalOf(day.year, day.month, 'month') };
}
