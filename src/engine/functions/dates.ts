import { type CalendarDay, dayNumber, dayOf, daysIn } from './days.ts';
import { define, EmptyValue, fail, logical, number, page, type Scalar, text, value } from './define.ts';
import { dateOf, numberOfText, timeOf } from './textNumber.ts';

/** The day so many months on, or the last of that month where it has no such day. */
export function monthsOn(start: number, months: number, last: boolean): number {
  const { year, month, day } = dayOf(start);
  const count = year * 12 + month - 1 + Math.trunc(months);
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  return dayNumber(y, m, last ? daysIn(y, m) : Math.min(day, daysIn(y, m))) ?? Number.NaN;
}

const shifted = (name: string, summary: string, id: string, last: boolean) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: [number('start_date', { minValue: 0 }), number('months')],
    calculate: (start: number, months: number) => {
      const day = monthsOn(start, months, last);
      return day >= 0 ? day : fail.num();
    },
  });

/** Whole years, months or days between two days. */
function between(from: number, to: number, unit: string): number | undefined {
  const [a, b] = [dayOf(from), dayOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit) {
    case 'D':
      return Math.floor(to) - Math.floor(from);
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD': {
      if (b.day >= a.day) return b.day - a.day;
      const [y, m] = b.month === 1 ? [b.year - 1, 12] : [b.year, b.month - 1];
      return daysIn(y, m) - a.day + b.day;
    }
    case 'YD': {
      const year = b.month > a.month || (b.month === a.month && b.day >= a.day) ? b.year : b.year - 1;
      const start = dayNumber(year, a.month, Math.min(a.day, daysIn(year, a.month))) ?? 0;
      return Math.floor(to) - start;
    }
    default:
      return undefined;
  }
}

/** By the rule of the NASD, or the European one. */
export function days360(from: CalendarDay, to: CalendarDay, isEuropean: boolean): number {
  let [start, end] = [from.day, to.day];
  if (isEuropean) [start, end] = [Math.min(start, 30), Math.min(end, 30)];
  else {
    const isLast = (of: CalendarDay) => of.month === 2 && of.day === daysIn(of.year, 2);
    if (isLast(from) && isLast(to)) end = 30;
    if (isLast(from)) start = 30;
    if (end === 31 && start >= 30) end = 30;
    if (start === 31) start = 30;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + end - start;
}

/** The week of ISO 8601: that of its Thursday; day 2 of the count is a Monday. */
export function isoWeek(day: number): number {
  const thursday = Math.floor(day) - ((Math.floor(day) + 5) % 7) + 3;
  const start = dayNumber(dayOf(thursday).year, 1, 1) ?? 0;
  return Math.floor((thursday - start) / 7) + 1;
}

export const DATES = [
  shifted('EDATE', 'The day so many months before or after another.', '3c920eb2-6e66-44e7-a1f5-753ae47ee4f5', false),
  shifted('EOMONTH', 'The last day of a month before or after.', '7314ffa1-2bc9-4005-9d66-f49db127d628', true),
  define({
    name: 'DATEDIF',
    summary: 'Whole days, months or years between two days.',
    source: page('datedif', '25dba1a4-2812-480b-84dd-8b32a451b35c'),
    parameters: [number('start_date', { minValue: 0 }), number('end_date', { minValue: 0 }), text('unit')],
    calculate: (from: number, to: number, unit: string) =>
      from > to ? fail.num() : (between(from, to, unit.toUpperCase()) ?? fail.num()),
  }),
  define({
    name: 'DATEVALUE',
    summary: 'The number of a day that is written as a text.',
    source: page('datevalue', 'df8b07d4-7761-4a93-bc33-b7471bbff252'),
    parameters: [text('date_text')],
    calculate: (written: string) => {
      const day = dateOf(written) ?? dateOf(written.replace(/ \d{1,2}:.*$/, ''));
      return day ?? fail.value();
    },
  }),
  define({
    name: 'TIMEVALUE',
    summary: 'The part of a day that is written as a time.',
    source: page('timevalue', '0b615c12-33d8-4431-bf3d-f3eb6d186645'),
    parameters: [text('time_text')],
    calculate: (written: string) => {
      const [clock] = /\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?$/i.exec(written.trim()) ?? [];
      const time = clock === undefined ? undefined : timeOf(clock);
      if (time === undefined) return dateOf(written) === undefined ? fail.value() : 0;
      return time % 1;
    },
  }),
  define({
    name: 'DAYS360',
    summary: 'Days between two days in a year of twelve months of 30 days.',
    source: page('days360', 'b9a509fd-49ef-407e-94df-0cbda5718c2a'),
    parameters: [number('start_date'), number('end_date'), logical('method', { defaultValue: false })],
    calculate: (from: number, to: number, isEuropean: boolean) => days360(dayOf(from), dayOf(to), isEuropean),
  }),
  define({
    name: 'ISOWEEKNUM',
    summary: 'The week of a day by ISO 8601.',
    source: page('isoweeknum', '1c2d0afe-d25b-4ab1-8894-8d0520e90e0e'),
    parameters: [number('date', { minValue: 0 })],
    calculate: isoWeek,
  }),
  define({
    name: 'VALUE',
    summary: 'The number that a text stands for.',
    source: page('value', '257d0108-07dc-437d-ae1c-bc2d3953d8c2'),
    parameters: [value('text')],
    calculate: (written: Scalar) => {
      if (typeof written === 'string') return numberOfText(written) ?? fail.value();
      return typeof written === 'boolean' ? fail.value() : written === EmptyValue ? 0 : written;
    },
  }),
];
