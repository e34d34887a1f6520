import { isUnit, type Unit, unitSpec } from '../../model/units.ts';
import { findUnit, splitLabel } from '../reading/units.ts';
import type { View } from './view.ts';

const UNIT_HEAD = /^(?:units?|uom|measure|currency|单位|计量单位|币种)$/i;
const NOTE_HEAD =
  /^(?:notes?|comments?|sources?|remarks?|description|assumptions? notes?|rationale|basis|备注|说明|来源|注释?|依据)$/i;
export const NUMBER_HEAD = /^(?:no\.?|nr\.?|#|ref\.?|id|item no\.?|序号|编号)$/i;

const UNIT_LIKE =
  /^(?:[%‰€$£¥₹]|[a-z]{0,2}[€$£¥]\s?(?:k|m|mn|bn|'?000s?)?|[A-Z]{3}(?:\s?(?:k|m|mn|bn|'?000s?))?|(?:k|m|mn|bn)\s?[A-Z]{3}|(?:x|days?|weeks?|months?|years?|yrs?|hours?|units?|fte|kwh|mwh|gwh|mw|kw|kg|tonnes?|t|km|m[23]?|ha|people|customers|users|#|天|日|月|年|小时|人|户|吨|元|万元|亿元|美元|个|家|台|套|件|万人|公里|平方米|立方米|千瓦时|万千瓦时|次|倍))$/i;

/** Whether a text is what numbers are counted in. */
export const isUnitText = (text: string): boolean =>
  text.length <= 24 &&
  (UNIT_LIKE.test(text) || /^\S+(?: \S+)? ?(?:\/|per) ?\S+(?: \S+)?$/i.test(text) || findUnit(text) !== undefined);

/** What the positions before the periods of a table hold. */
export interface LabelColumns {
  readonly keys: readonly number[];
  readonly unit: number | undefined;
  readonly notes: readonly number[];
}

/** Which of the positions hold names, which the unit and which notes: by their heads, else by what stands in them. */
export function labelColumns(
  view: View,
  [from, to]: readonly [number, number],
  lines: readonly number[],
  heads: readonly number[],
): LabelColumns {
  const keys: number[] = [];
  const notes: number[] = [];
  let unit: number | undefined;
  for (let position = from; position <= to; position++) {
    const head = heads.map((line) => view.text(line, position)).find((text) => text !== '') ?? '';
    const texts = lines.map((line) => view.text(line, position)).filter((text) => text !== '');
    if (texts.length === 0) continue;
    const units = texts.filter(isUnitText).length;
    if (unit === undefined && (UNIT_HEAD.test(head) || (keys.length > 0 && units >= texts.length * 0.6)))
      unit = position;
    else if (NOTE_HEAD.test(head) || (keys.length > 0 && texts.some((text) => text.length > 60))) notes.push(position);
    else keys.push(position);
  }
  return { keys, unit, notes };
}

/** A label with the unit that stands in its brackets. The number is never changed: a unit that would change it is left in. */
export function labelAndUnit(label: string, unit: string): { readonly label: string; readonly unit: string } {
  if (unit !== '') return { label, unit };
  const split = splitLabel(label);
  return split.unit === '' ? { label, unit: '' } : split;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'US$',
  US$: 'US$',
  '£': 'GBP',
  '¥': 'yuan',
  '￥': 'yuan',
  元: 'yuan',
  '₹': 'INR',
  'kr.': 'kr',
  CHF: 'CHF',
};

/** The currency that a number format shows before or behind numbers. */
export function currencyIn(code: string): string {
  const [first = ''] = code.split(';');
  const bracket = /\[\$([^\]-]*)(?:-[0-9A-Fa-f]+)?\]/.exec(first);
  const sign = bracket?.[1]?.trim() || (bracket ? (/-(?:804|4|7804)\]/i.test(bracket[0]) ? '¥' : '') : '');
  const bare = sign || (/[€£¥￥₹]|(?<![\w\]])US\$|\$/.exec(first.replace(/\[[^\]]*\]/g, ''))?.[0] ?? '');
  const quoted = bare || (/"\s*([€$£¥￥₹元]|[A-Z]{3}|US\$|kr\.?)\s*"/.exec(first)?.[1] ?? '');
  return CURRENCIES[quoted] ?? quoted;
}

/** The decimals that a number format shows; undefined where it shows all there are. */
export function decimalsIn(code: string): number | undefined {
  const [first = ''] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';');
  if (/general/i.test(first) || !/[0#]/.test(first)) return undefined;
  return Math.min(6, /\.([0#?]+)/.exec(first)?.[1]?.length ?? 0);
}

/** What a unit is called in the model, where that does not change what its numbers mean. */
export function unitNamed(text: string, isPercent: boolean): Unit {
  if (isPercent) return 'percent';
  const one = text.replace(/\s+/g, ' ').trim();
  const found = findUnit(one);
  if (found && found.shift === 0 && unitSpec(found.unit).form === 'plain') return found.unit;
  // Shown as percent its numbers would be a hundred times as large.
  if (!isUnit(one) || unitSpec(one).form !== 'plain') return '';
  return CURRENCIES[one] ?? one;
}
