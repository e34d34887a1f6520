import { dayNumber, dayOf, daysIn } from './days.ts';
import { define, fail, logical, number, text, whole } from './define.ts';
import { numberOfText } from './textNumber.ts';

const page = (name: string, id: string) => `https://support.microsoft.com/office/${name}-function-${id}`;

/** The day of the week, 0 Monday to 6 Sunday: day 2 was a Monday. */
const weekday = (day: number): number => (((Math.floor(day) - 2) % 7) + 7) % 7;
const newYear = (year: number): number => dayNumber(year, 1, 1) ?? 0;

/** The week of ISO 8601: that of its Thursday. */
function isoWeek(day: number): number {
  const thursday = Math.floor(day) - weekday(day) + 3;
  return Math.floor((thursday - newYear(dayOf(thursday).year)) / 7) + 1;
}

/** By the type that WEEKNUM takes: the first day of its weeks, 0 Monday. */
const FIRST_DAYS: Readonly<Record<number, number>> = { 1: 6, 2: 0, 11: 0, 12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6 };
const ISO = 21;

const serial = (name: string) => number(name, { minValue: 0 });

/** Days of years of 360 days; European: the 31st is a 30th, American: also the last of February where it begins. */
function days360(from: number, to: number, isEuropean: boolean): number {
  const [a, b] = [dayOf(from), dayOf(to)];
  if (isEuropean) return between360(a, Math.min(a.day, 30), b, Math.min(b.day, 30));
  const start = a.day === daysIn(a.year, a.month) ? 30 : a.day;
  return between360(a, start, b, b.day === 31 && start >= 30 ? 30 : b.day);
}
interface Month {
  readonly year: number;
  readonly month: number;
}
const between360 = (a: Month, dayA: number, b: Month, dayB: number): number =>
  (b.year - a.year) * 360 + (b.month - a.month) * 30 + dayB - dayA;

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
  define({
    name: 'ISOWEEKNUM',
    summary: 'The week of the year by ISO 8601.',
    source: page('isoweeknum', '1c2d0afe-d25b-4ab1-8894-8d0520e90e0e'),
    parameters: [serial('date')],
    calculate: isoWeek,
  }),
  define({
    name: 'DAYS360',
    summary: 'The days between two days, of years of twelve months of 30 days.',
    source: page('days360', 'b9a509fd-49ef-407e-94df-0cbda5718c2a'),
    parameters: [serial('start_date'), serial('end_date'), logical('method', { defaultValue: false })],
    calculate: days360,
  }),
  define({
    name: 'TIMEVALUE',
    summary: 'The part of a day that is written as a time.',
    source: page('timevalue', '0b615c12-33d8-4431-bf3d-f3eb6d186645'),
    parameters: [text('time_text')],
    calculate: (written: string) => {
      const time = /[:年月/-]/.test(written) ? numberOfText(written) : undefined;
      return time === undefined ? fail.value() : time - Math.floor(time);
    },
  }),
];
