import { decimalsOf, MOST_DECIMALS, shownDecimals } from '../../document/entry.ts';
import { isGrouped, moved, toldUnit, unitBehind, withUnit } from '../../i18n/amounts.ts';
import { formatCell, formatNumber } from '../../i18n/format.ts';
import type { MeasuredLine } from '../../model/line.ts';
import type { Lang } from '../../model/text.ts';
import { type Unit, unitSpec } from '../../model/units.ts';

/** What a cell holds in words, and its unit where that stands behind it. */
export interface HeldText {
  readonly text: string;
  /** Empty for what is no number, or shows its unit itself: 15.3%. */
  readonly unit: string;
}

/** A stored number as it is told outside of the sheet, with as many decimals as its cell shows: 229.92 bn yuan, 2299.2亿元. */
export function toldNumber(value: number, unit: Unit, lang: Lang, decimals: number): HeldText {
  const { form, grouping } = unitSpec(unit);
  const behind = form === 'share' ? '' : unitBehind(unit, lang);
  const { places } = toldUnit(unit, lang);
  if (form !== 'plain' || (places === 0 && isGrouped(behind, lang)))
    return { text: formatCell(value, unit, lang, decimals), unit: behind };
  const most = Math.max(0, decimals - places);
  const atLeast = places === 0 ? most : 0;
  return {
    text: formatNumber(moved(value, places), lang, most, grouping && isGrouped(behind, lang), atLeast),
    unit: behind,
  };
}

/**
 * A stored number in words. `typed`: with all its decimals, as somebody chose it; else with those of its line, since
 * what was computed has any number of them.
 */
export function heldNumber(
  value: number,
  line: Pick<MeasuredLine, 'unit' | 'decimals'>,
  lang: Lang,
  typed = true,
): HeldText {
  const own = typed ? Math.min(decimalsOf(value, line.unit), MOST_DECIMALS) : 0;
  return toldNumber(value, line.unit, lang, Math.max(own, shownDecimals(line)));
}

/** A number with its unit: 4.0 points, 4.0个百分点, and 3 EUR in both languages. */
export const heldInWords = ({ text, unit }: HeldText, lang: Lang): string => withUnit(text, unit, lang);

/** Two numbers of one unit, which the second bears for both: 1300 and 1700亿元. */
export const heldPair = (
  pair: readonly [number, number],
  line: Pick<MeasuredLine, 'unit' | 'decimals'>,
  lang: Lang,
): [string, string] => {
  const [one, other] = pair.map((value) => toldNumber(value, line.unit, lang, shownDecimals(line, value)));
  return [one?.text ?? '', other ? heldInWords(other, lang) : ''];
};
