import { isUnit, type Unit, unitSpec } from '../../model/units.ts';
import { findUnit, isMoneyText, splitLabel } from '../reading/units.ts';
import type { View } from './view.ts';

export const UNIT_HEAD = /^(?:units?|uom|measure|currency|单位|计量单位|币种)$/i;
const NOTE_HEAD =
  /^(?:notes?|comments?|sources?|remarks?|description|assumptions? notes?|rationale|basis|备注|说明|来源|注释?|依据)$/i;
/** Heads that say no more than that numbers stand below them. */
export const VALUE_HEAD = /^(?:values?|amounts?|inputs?|assumptions?|figures?|数值|值|取值|金额|参数|输入|假设)$/i;
export const NUMBER_HEAD = /^(?:no\.?|nr\.?|#|ref\.?|id|item no\.?|序号|编号)$/i;

/** Heads of what a row says of one thing: how many of it, at what price, which part. */
export const QUANTITY_HEAD = /\b(?:qty|quantity|quantities|number|count|volume)\b|数量|用量|件数/i;
export const MONEY_HEAD =
  /\b(?:costs?|prices?|totals?|subtotals?|amounts?|budgets?|fees?|sums?)\b|单价|金额|合计|总价|费用/i;
export const RATIO_HEAD = /%|\b(?:shares?|rates?|ratios?|growth|margins?|factors?|percent)\b|率|比例|占比/i;

const UNIT_LIKE: readonly RegExp[] = [
  /^[%‰]$/,
  /^(?:k|m|mn|mln|bn|tn|'?000s?|thousand|million|billion) [a-z]+$/,
  /^(?:x|days?|weeks?|months?|years?|yrs?|hours?|hrs?|units?|fte|ftes|[kmgt]?wh?|kg|tonnes?|t|km|m[23²³]?|ha|people|persons|heads?|customers|users|subscribers|bps?|#)$/i,
  /^(?:天|日|月|年|小时|人|户|吨|公斤|元|千元|万元|百万元|亿元|美元|万美元|亿美元|个|家|台|套|件|只|万人|亿人|公里|平方米|万平方米|立方米|亩|公顷|千瓦时|万千瓦时|亿千瓦时|万千瓦|万吨|次|倍|辆|万辆|万户)$/,
];

/** Words that are units of ours, and mean something else beside numbers of others. */
const WORDS: ReadonlySet<string> = new Set(['check', 'rank', 'switch', 'year', 'measures', 'index', 'points']);
const isCounted = (text: string): boolean => {
  const found = findUnit(text);
  return found !== undefined && !WORDS.has(found.unit);
};

/** Whether a text is what numbers are counted in. */
export const isUnitText = (text: string): boolean =>
  text.length <= 24 &&
  (isMoneyText(text) ||
    UNIT_LIKE.some((form) => form.test(text)) ||
    /^\S+(?: \S+)? ?(?:\/|per) ?\S+(?: \S+)?$/i.test(text) ||
    isCounted(text));

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
  return split.unit === '' || WORDS.has(split.unit.toLowerCase()) ? { label, unit: '' } : split;
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
