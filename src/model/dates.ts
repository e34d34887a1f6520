import type { Unit } from './units.ts';

/** A date is a number that counts days, as spreadsheets do: 45356 is 2024-03-05. It is shown and typed as a date. */
export const DATE_UNIT: Unit = 'date';

export const isDateUnit = (unit: Unit): boolean => unit === DATE_UNIT || unit === '日期';

const DAY = 86_400_000;
/** Day 0 of spreadsheets, in days of the clock of computers. */
const ZERO = 25_569;
/** 9999-12-31. */
const LAST = 2_958_465;

/** The day of a number as 2024-03-05; undefined for what is no day. */
export const dateText = (value: number): string | undefined =>
  value >= 1 && value < LAST + 1 ? new Date((Math.floor(value) - ZERO) * DAY).toISOString().slice(0, 10) : undefined;

/** The number of a day that is written as 2024-03-05, 2024/3/5 or 2024年3月5日; undefined for what is none. */
export function dateNumber(text: string): number | undefined {
  const [, year, , month, day] =
    /^(\d{4})([-/.]|年)(\d{1,2})(?:\2|月)(\d{1,2})日?$/.exec(text.trim())?.map(Number) ?? [];
  if (!year || !month || !day) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isOne = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isOne ? date.getTime() / DAY + ZERO : undefined;
}
