import type { Lang } from '../model/text.ts';
import { isKnownUnit, isScaled, type Unit, unitSpec } from '../model/units.ts';
import { formatNumber, localeOf } from './format.ts';

/** Making a formatter costs far more than using one. */
const formats = new Map<string, Intl.NumberFormat>();

const SCALES: Readonly<Record<string, string>> = { K: 'k', M: 'M', B: 'bn', T: 'tn' };

/** A number to three digits, with its scale as the rest of the page writes it: 1.23 M, 3.4 bn, 1.23亿. */
export function scaledNumber(value: number, lang: Lang, currency?: string): string {
  const key = lang + currency;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(localeOf(lang), {
      notation: 'compact',
      maximumSignificantDigits: 3,
      ...(currency ? { style: 'currency', currency } : {}),
    });
  formats.set(key, format);
  const parts = format.formatToParts(value).map(({ type, value: text }) => {
    if (type !== 'compact' || lang === 'zh') return text;
    return ` ${SCALES[text] ?? text}`;
  });
  return parts.join('').replace('-', '\u2212');
}

/**
 * Whether an amount is told with its scale: from a million on, in Chinese from 10万. What has a scale in its unit, or a name
 * of its own, is shown as ever.
 */
export const isCompact = (value: number, unit: Unit, lang: Lang): boolean =>
  Math.abs(value) >= (lang === 'zh' ? 1e5 : 1e6) &&
  !isKnownUnit(unit) &&
  !isScaled(unit) &&
  unitSpec(unit).form === 'plain';

/** The powers in which large numbers are told, each with its sign. */
const POWERS: Readonly<Record<Lang, readonly (readonly [power: number, sign: string])[]>> = {
  en: [
    [1e12, ' tn'],
    [1e9, ' bn'],
    [1e6, ' M'],
  ],
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
};

/** A number of an axis, in the power of its largest one: 0.4 M beside 1.2 M, and 5万 beside 10万. */
export function axisNumber(value: number, largest: number, unit: Unit, lang: Lang): string {
  const [power, sign] = (isCompact(largest, unit, lang) && POWERS[lang].find(([one]) => largest >= one)) || [1, ''];
  return formatNumber(value / power, lang, 2, true, 0) + (value === 0 ? '' : sign);
}

/** A number as the chart tells it: a large one with its scale, others with `decimals`. */
export const compactNumber = (value: number, unit: Unit, lang: Lang, decimals: number, atLeast = decimals): string =>
  isCompact(value, unit, lang) ? scaledNumber(value, lang) : formatNumber(value, lang, decimals, true, atLeast);
