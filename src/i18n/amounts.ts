import type { Lang } from '../model/text.ts';
import { type Unit, unitSpec } from '../model/units.ts';
import { isCompact, scaledNumber } from './compact.ts';
import { formatNumber } from './format.ts';

/** Codes of ISO 4217, by which a large amount bears the sign of its currency. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Units whose names say nothing behind a number. */
const NAMELESS: ReadonlySet<Unit> = new Set<Unit>(['year', 'switch', 'check', 'index', 'rank']);

/** What stands behind a number of a unit; empty for counts without a name. */
export const unitBehind = (unit: Unit, lang: Lang): string => (NAMELESS.has(unit) ? '' : unitSpec(unit).label[lang]);

/** A number with what stands behind it. In Chinese only what is no Chinese word stands apart: 3家, 15%, 3 EUR. */
export const withUnit = (number: string, behind: string, lang: Lang): string =>
  [number, behind].filter(Boolean).join(lang === 'zh' && /^[%\p{Script=Han}]/u.test(behind) ? '' : ' ');

/** 10亿元 and 10亿美元 are said in 亿: 12 of them are 120亿, and no 1210亿. */
const TENFOLD = /^10(?=亿)/;

/** How an amount is told: with always as many decimals or from `atLeast` up to as many; `exactly`: with all of its digits. */
export interface AmountForm {
  readonly decimals?: number;
  readonly atLeast?: number;
  readonly exactly?: boolean;
}

/** An amount in a sentence: €1.2 M, 3.4 bn customers, 1.2亿元. */
export function amountInUnit(value: number, unit: Unit, lang: Lang, form: AmountForm = {}): string {
  const { decimals = unitSpec(unit).decimals, atLeast = decimals, exactly = false } = form;
  const behind = unitBehind(unit, lang);
  if (!exactly && isCompact(value, unit, lang))
    return CURRENCIES.has(unit) ? scaledNumber(value, lang, unit) : withUnit(scaledNumber(value, lang), behind, lang);
  const { grouping } = unitSpec(unit);
  if (!TENFOLD.test(behind)) return withUnit(formatNumber(value, lang, decimals, grouping, atLeast), behind, lang);
  const least = Math.max(0, Math.min(atLeast, decimals - 1));
  const tenfold = Number((value * 10).toPrecision(15));
  return withUnit(
    formatNumber(tenfold, lang, Math.max(0, decimals - 1), true, least),
    behind.replace(TENFOLD, ''),
    lang,
  );
}
