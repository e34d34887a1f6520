import { dayNumber, dayOf, daysIn } from './days.ts';
import { define, fail, number, text } from './define.ts';
import { dateOf, numberOfText } from './textNumber.ts';

const page = (name: string, id: string) => `https://support.microsoft.com/office/${name}-function-${id}`;

/** The day so many months on, or the last of that month where it has no such day. */
function monthsOn(start: number, months: number, last: boolean): number {
  const { year, month, day } = dayOf(start);
  const count = year * 12 + month - 1 + Math.trunc(months);
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  return dayNumber(y, m, last ? daysIn(y, m) : Math.min(day, daysIn(y, m))) ?? Number.NaN;
}

const shifted = (name: string, summary: string, id: string, last: boolean) =>
  define({
    name,
    summary,
    source: page(name.toLowerCase(), id),
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
    name: 'VALUE',
    summary: 'The number that a text stands for.',
    source: page('value', '257d0108-07dc-437d-ae1c-bc2d3953d8c2'),
    parameters: [text('text')],
    calculate: (written: string) => numberOfText(written) ?? fail.value(),
  }),
];
