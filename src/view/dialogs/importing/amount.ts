import { editableNumber } from '../../../document/entry.ts';
import { formatNumber } from '../../../i18n/format.ts';
import type { Lang } from '../../../model/text.ts';
import { type Unit, unitSpec } from '../../../model/units.ts';

/** A number in its unit, as a sentence tells it; `exact`: with all its digits, where fewer do not tell it from another. */
export function amountText(value: number, unit: Unit, lang: Lang, exact: boolean): string {
  if (exact) return editableNumber(value, unit);
  const { form, grouping } = unitSpec(unit);
  if (form === 'plain') return formatNumber(value, lang, 6, grouping, 0);
  return `${formatNumber(value * 100, lang, 4, true, 0)}${form === 'share' ? '%' : ''}`;
}
