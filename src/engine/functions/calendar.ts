import { isoWeek } from './dates.ts';
import { dayNumber, dayOf } from './days.ts';
import { define, fail, number, page, whole } from './define.ts';

/** The day of the week, 0 Monday to 6 Sunday: day 2 was a Monday. */
const weekday = (day: number): number => (((Math.floor(day) - 2) % 7) + 7) % 7;
const newYear = (year: number): number => dayNumber(year, 1, 1) ?? 0;

/** By the type that WEEKNUM takes: the first day of its weeks, 0 Monday. */
const FIRST_DAYS: Readonly<Record<number, number>> = { 1: 6, 2: 0, 11: 0, 12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6 };
const ISO = 21;

const serial = (name: string) => number(name, { minValue: 0 });

export const CALENDAR = [
  define({
    name: 'WEEKNUM',
    summary: 'The week of the year; the first one holds 1 January.',
    source: page('weeknum', 'e5c43a03-b4ab-426c-b411-b18c13c75340'),
    parameters: [serial('serial_number'), whole('return_type', { defaultValue: 1 })],
    calculate: (day: number, type: number) => {
      if (type === ISO) return isoWeek(day);
      const first = FIRST_DAYS[type];
      if (first === undefined) return fail.num();
      const start = newYear(dayOf(day).year);
      const before = (weekday(start) - first + 7) % 7;
      return Math.floor((Math.floor(day) - start + before) / 7) + 1;
    },
  }),
];
