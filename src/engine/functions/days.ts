/** Day 0 of the count that Excel and LibreOffice share: 1899-12-30, so that 1900-03-01 is day 61. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The number of a day of the calendar; undefined where the calendar has no such day. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return (Date.UTC(year, month - 1, day) - EPOCH) / DAY;
}

/** The day of a number, whose fraction is the time. */
export function dayOf(number: number): CalendarDay {
  const date = new Date(EPOCH + Math.floor(number) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
