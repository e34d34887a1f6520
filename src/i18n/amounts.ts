import type { Lang } from '../model/text.ts';
import { type Unit, unitSpec } from '../model/units.ts';
import { compactNumber, isCompact, scaledNumber } from './compact.ts';

/** Codes of ISO 4217, by which a large amount bears the sign of its currency. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** An amount in a sentence: €1.2 M, 3.4 bn customers, 1.2亿元. */
export function amountInUnit(value: number, unit: Unit, lang: Lang, decimals = unitSpec(unit).decimals): string {
  if (isCompact(value, unit, lang) && CURRENCIES.has(unit)) return scaledNumber(value, lang, unit);
  const number = compactNumber(value, unit, lang, decimals);
  const isJoined = lang === 'zh' && /\p{Script=Han}/u.test(unit);
  return [number, unitSpec(unit).label[lang]].filter(Boolean).join(isJoined ? '' : ' ');
}
