import { dayNumber } from './days.ts';

const NUMBER = /^([-+]?)(?:(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?|(\.\d+))(e[-+]?\d+)?$/i;
const CURRENCY = '[$€£¥￥]';

/** Hours, minutes and seconds as a part of a day. */
export function timeOf(text: string): number | undefined {
  const [, hours, minutes, seconds = '0', half] =
    /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:\s*([ap])m)?$/i.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number | undefined => {
  const found = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return found < 0 ? undefined : found + 1;
};

/** The day number of a date that can be read in one way alone; `12/01/2024` is not one. */
export function dateOf(text: string): number | undefined {
  const trimmed = text.trim();
  const [, y, m, d] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed) ??
    /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(trimmed) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(trimmed) ??
    [];
  if (y && m && d) return dayNumber(Number(y), Number(m), Number(d));
  const [, day, name = '', year] = /^(\d{1,2})[- ]([a-z]{3,9})[- ,]+(\d{4}|\d{2})$/i.exec(trimmed) ?? [];
  if (day && year) return inMonth(year, name, day);
  const [, named = '', date, of] = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4}|\d{2})$/i.exec(trimmed) ?? [];
  if (date && of) return inMonth(of, named, date);
  // 1/30/2008 can be no other day, 12/1/2024 can.
  const [, first, second, own] = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(trimmed) ?? [];
  if (!own || !(Number(first) > 12 !== Number(second) > 12 || first === second)) return undefined;
  const [inOrder, other] = Number(first) > 12 ? [second, first] : [first, second];
  return dayNumber(yearOf(own), Number(inOrder), Number(other));
}
function inMonth(year: string, name: string, day: string): number | undefined {
  const month = monthOf(name);
  return month && dayNumber(yearOf(year), month, Number(day));
}
/** A year of two digits is one from 1930 to 2029, as in Excel. */
const yearOf = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);

/** The number that a text is taken for where a formula calculates with it; undefined where it is none. */
export function numberOfText(text: string): number | undefined {
  const trimmed = text.trim();
  const [, inBrackets] = /^\((.*)\)$/.exec(trimmed) ?? [];
  if (inBrackets !== undefined) {
    const positive = /^[-+(]/.test(inBrackets.trim()) ? undefined : numberOfText(inBrackets);
    return positive === undefined ? undefined : -positive;
  }
  const [, body = trimmed, percent = ''] = /^(.*?)\s*(%?)$/.exec(trimmed) ?? [];
  const bare = body
    .replace(new RegExp(`^([-+]?)\\s*${CURRENCY}\\s*`), '$1')
    .replace(new RegExp(`\\s*${CURRENCY}$`), '');
  const match = NUMBER.exec(bare);
  if (match) return Number(bare.replaceAll(',', '')) / (percent ? 100 : 1);
  if (percent) return undefined;
  const time = timeOf(trimmed);
  if (time !== undefined) return time;
  const [, date = trimmed, clock] = /^(\S+) (\d{1,2}:\d{2}.*)$/.exec(trimmed) ?? [];
  const day = dateOf(date);
  const of = clock === undefined ? 0 : timeOf(clock);
  return day === undefined || of === undefined ? undefined : day + of;
}
