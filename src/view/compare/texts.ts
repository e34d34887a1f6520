import { shownDecimals } from '../../document/entry.ts';
import { moved, toldUnit } from '../../i18n/amounts.ts';
import { COMPARE } from '../../i18n/compare.ts';
import { formatCell, formatNumber, MISSING } from '../../i18n/format.ts';
import type { MeasuredLine } from '../../model/line.ts';
import type { Lang } from '../../model/text.ts';
import { unitSpec } from '../../model/units.ts';
import type { Comparison, ComparisonRow } from '../../state/insight/comparison.ts';

type Cells = ComparisonRow & { readonly kind: 'cells' };

/** What a scenario has in a row; empty until it is computed. */
export function valueText(comparison: Comparison, row: Cells, scenario: string): string {
  const reading = comparison.reading();
  return reading ? comparison.textAt(reading, scenario, row) : '';
}

/** A difference bears its sign; what rounds to nothing has none. */
const signed = (value: number, text: string): string => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text);

function sized(value: number, line: MeasuredLine, comparison: Comparison, lang: Lang): string {
  if (comparison.by() === 'percent') return formatCell(value, 'percent', lang);
  const { form, grouping } = unitSpec(line.unit);
  const places = form === 'plain' ? toldUnit(line.unit, lang).places : 2;
  const decimals = shownDecimals(line, Number(value.toPrecision(15))) - (form === 'plain' ? places : 0);
  return formatNumber(moved(value, places), lang, Math.max(0, decimals), grouping);
}

/** By how much a scenario differs from the one that the others are compared with. */
export function differenceText(comparison: Comparison, row: Cells, scenario: string, lang: Lang): string {
  const reading = comparison.reading();
  if (!reading) return '';
  if (comparison.isSame(reading, scenario, row)) return COMPARE[lang].same;
  const value = comparison.differenceAt(reading, scenario, row);
  return value === undefined ? MISSING : signed(value, sized(value, row.line, comparison, lang));
}
