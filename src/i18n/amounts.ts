import type { Lang } from '../model/text.ts';
import { type Unit, unitSpec } from '../model/units.ts';
import { isCompact, scaledNumber } from './compact.ts';
import { formatNumber } from './format.ts';

/** Codes of ISO 4217, by which a large amount bears the sign of its currency. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Units whose names say nothing behind a number. */
const NAMELESS: ReadonlySet<Unit> = new Set<Unit>(['year', 'switch', 'check', 'index', 'rank']);

/** What stands behind a number of a unit; empty for counts without a name. */
export const unitBehind = (unit: Unit, lang: Lang): string => (NAMELESS.has(unit) ? '' : toldUnit(unit, lang).label);

/** A number with what stands behind it. In Chinese only what is no Chinese word stands apart: 3家, 15%, 3 EUR. */
export const withUnit = (number: string, behind: string, lang: Lang): string =>
  [number, behind].filter(Boolean).join(lang === 'zh' && /^[%\p{Script=Han}]/u.test(behind) ? '' : ' ');

/**
 * In Chinese money is counted in 亿 and 万. A number in one of these units is told with its point so many places further to
 * the right, in the other unit: 229.92 of them in bn yuan are 2299.2亿元. The sheet keeps the unit in which formulas work.
 */
const TOLD_IN_CHINESE: Partial<Record<Unit, readonly [places: number, unit: string]>> = {
  'bn yuan': [1, '亿元'],
  'bn US$': [1, '亿美元'],
  'mn yuan per firm': [2, '万元/家'],
};

/** In which unit numbers of a unit are told outside of the sheet, and by how many places their point moves for that. */
export function toldUnit(unit: Unit, lang: Lang): { readonly places: number; readonly label: string } {
  const [places, label] = (lang === 'zh' && TOLD_IN_CHINESE[unit]) || [0, unitSpec(unit).label[lang]];
  return { places, label };
}

/** A number moved by so many places; fifteen digits, since the sixteenth is the noise of the multiplication. */
export const moved = (value: number, places: number): number =>
  places === 0 ? value : Number((value * 10 ** places).toPrecision(15));

/** Whether thousands of a number are grouped before what stands behind it: 2,000 firms, and 2000家. */
export const isGrouped = (behind: string, lang: Lang): boolean => lang !== 'zh' || !/^\p{Script=Han}/u.test(behind);

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
  const { places } = toldUnit(unit, lang);
  const most = Math.max(0, decimals - places);
  const grouping = unitSpec(unit).grouping && isGrouped(behind, lang);
  const text = formatNumber(moved(value, places), lang, most, grouping, Math.max(0, Math.min(atLeast, most)));
  return withUnit(text, behind, lang);
}
