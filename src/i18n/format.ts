import { dateText, isDateUnit } from '../model/dates.ts';
import type { Lang } from '../model/text.ts';
import { type Unit, unitSpec } from '../model/units.ts';

export const localeOf = (lang: Lang): string => (lang === 'zh' ? 'zh-CN' : 'en');

/** Stands where a value is missing; never 0. */
export const MISSING = '\u2013';

const minus = (text: string): string => text.replace('-', '\u2212');

/** Making a formatter costs far more than using one, so each is made once. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function formatter(lang: Lang, decimals: number, grouping: boolean, atLeast: number): Intl.NumberFormat {
  const key = `${lang}${decimals}${grouping}${atLeast}`;
  const found = numberFormats.get(key);
  if (found) return found;
  const made = new Intl.NumberFormat(localeOf(lang), {
    minimumFractionDigits: atLeast,
    maximumFractionDigits: decimals,
    useGrouping: grouping,
  });
  numberFormats.set(key, made);
  return made;
}

/**
 * A number with the minus sign U+2212, and with `decimals` after the point: always as many, or from `atLeast` up to as
 * many as it has. A value that rounds to zero has no sign.
 */
export function formatNumber(value: number, lang: Lang, decimals: number, grouping = true, atLeast = decimals): string {
  const text = formatter(lang, decimals, grouping, atLeast).format(value);
  return /[1-9]/.test(text) ? minus(text) : text.replace('-', '');
}

/** A stored value as its cell shows it: percent as percent, the same decimals along a line. */
export function formatCell(value: number, unit: Unit, lang: Lang, decimals?: number): string {
  const date = isDateUnit(unit) && dateText(value);
  if (date) return date;
  const spec = unitSpec(unit);
  if (spec.form === 'share') return `${formatNumber(value * 100, lang, decimals ?? spec.decimals)}%`;
  if (spec.form === 'points') return formatNumber(value * 100, lang, decimals ?? spec.decimals);
  return formatNumber(value, lang, decimals ?? spec.decimals, spec.grouping);
}

/** A share in running text: "15.3 %" in English, 15.3% in Chinese; whole percents where a tenth says nothing. */
export function shareInWords(value: number, lang: Lang, decimals = 1): string {
  return `${formatNumber(value * 100, lang, decimals)}${lang === 'zh' ? '' : ' '}%`;
}

/** A head and what belongs to it: "Models: Guangdong", 模型：广东. */
export const headed = (head: string, text: string, lang: Lang): string =>
  lang === 'zh' ? `${head}：${text}` : `${head}: ${text}`;

/** Things one after another in a sentence. */
export const inSeries = (texts: readonly string[], lang: Lang): string => texts.join(lang === 'zh' ? '，' : ', ');

/** A count of things: 2,000; in Chinese 2000家 below 10,000, then 1.2万家. */
export function countInWords(value: number, lang: Lang): string {
  if (lang === 'en') return formatNumber(Math.round(value), lang, 0);
  if (Math.abs(value) < 10_000) return `${formatNumber(Math.round(value), lang, 0, false)}家`;
  return `${formatNumber(value / 10_000, lang, 2, false, 0)}万家`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2023`, `2023-11` or `2023-11-13` as a date in words. A formatter of the browser's takes a slow phone 0.1 s to make. */
export function formatDate(date: string, lang: Lang): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (lang === 'zh') return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
  const name = MONTHS[(month ?? 0) - 1];
  if (!name) return String(year);
  return day ? `${name} ${day}, ${year}` : `${name} ${year}`;
}
