import type { Lang } from '../model/text.ts';
import { isKnownUnit, type Unit, unitSpec } from '../model/units.ts';
import { formatNumber, localeOf } from './format.ts';

/** From here on a number is read more easily with its scale in words: 1.2 M, 12万. */
const FROM: Readonly<Record<Lang, number>> = { en: 1_000_000, zh: 100_000 };

/** The scales of Intl as the rest of the page writes them. */
const SCALES: Readonly<Record<string, string>> = { M: 'M', B: 'bn', T: 'tn' };

/** Of a unit that has a scale already, thousands of it are counted as they are: 1,200 mn EUR. */
const SCALED =
  /(?:^|[\s$€£¥])(?:'?000s?|k|mn?|mm|mio|bn?|tn|thousands?|millions?|billions?|trillions?)(?:\s|$)|^(?:k|m|bn)[A-Z€$£]|[百千万亿]/;
const CODE = /^[A-Z]{3}$/;

/** Making a formatter costs far more than using one. */
const formats = new Map<string, Intl.NumberFormat>();
function formatter(lang: Lang, currency: string | undefined): Intl.NumberFormat {
  const key = `${lang}${currency ?? ''}`;
  const found = formats.get(key);
  if (found) return found;
  const made = new Intl.NumberFormat(localeOf(lang), {
    notation: 'compact',
    maximumSignificantDigits: 3,
    ...(currency ? { style: 'currency', currency } : {}),
  });
  formats.set(key, made);
  return made;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether amounts of a unit are told with their scale; what has a name of its own is shown as ever. */
export const isCompact = (value: number, unit: Unit, lang: Lang): boolean =>
  Math.abs(value) >= FROM[lang] && !isKnownUnit(unit) && unitSpec(unit).form === 'plain' && !SCALED.test(unit);

function words(value: number, lang: Lang, currency?: string): string {
  return formatter(lang, currency)
    .formatToParts(value)
    .map(({ type, value: text }) => {
      if (type === 'minusSign') return '\u2212';
      return type === 'compact' && lang === 'en' ? ` ${SCALES[text] ?? text}` : text;
    })
    .join('');
}

/** A large number with its scale, to three digits: 1.23 M, 3.4 bn, 1.23亿; smaller ones with `decimals`. */
export const compactNumber = (value: number, unit: Unit, lang: Lang, decimals: number, atLeast = decimals): string =>
  isCompact(value, unit, lang) ? words(value, lang) : formatNumber(value, lang, decimals, true, atLeast);

/** An amount in a sentence: €1.2 M, 3.4 bn customers, 1.2亿元. */
export function amountInUnit(value: number, unit: Unit, lang: Lang, decimals = unitSpec(unit).decimals): string {
  if (isCompact(value, unit, lang) && CODE.test(unit) && currencies.has(unit)) return words(value, lang, unit);
  const number = compactNumber(value, unit, lang, decimals);
  return [number, unitSpec(unit).label[lang]]
    .filter(Boolean)
    .join(lang === 'zh' && /\p{Script=Han}/u.test(unit) ? '' : ' ');
}
