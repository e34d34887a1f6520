import { isUnit, KNOWN_UNITS, type Unit, unitSpec } from '../../model/units.ts';
import { powerOf } from '../../units/measure.ts';
import { plainText } from './numbers.ts';

/** A unit of ours, and the power of ten by which a number in the written unit becomes one as it is stored. */
export interface FoundUnit {
  readonly unit: Unit;
  readonly shift: number;
}

/** Units that take a power of ten before them: the unit of ours, and the power that one of ours is. */
const COUNTED: readonly (readonly [name: RegExp, unit: Unit, power: number])[] = [
  [/^(?:元|人民币|元人民币|yuan|rmb|cny|yuan rmb|rmb yuan|¥)$/, 'bn yuan', 9],
  [/^(?:美元|us\$|usd|us dollars?|dollars?|\$)$/, 'bn US$', 9],
  [/^(?:家|户|个企业|家企业|firms?|enterprises?|companies|company)$/, 'firms', 0],
  [/^(?:元\/家|yuan\/firm|yuan per firm)$/, 'mn yuan per firm', 6],
];

/** Units of which 万 of them makes no sense. */
const UNCOUNTED: ReadonlySet<Unit> = new Set(
  KNOWN_UNITS.filter(
    (unit) => unitSpec(unit).form !== 'plain' || ['yuan per US$', 'year', 'years', 'switch', 'check'].includes(unit),
  ),
);

/** Units that stand alone, by what people write. */
const ALONE: readonly (readonly [name: RegExp, found: FoundUnit])[] = [
  [/^(?:%|percent|per cent|pct|百分比)$/, { unit: 'percent', shift: -2 }],
  [/^(?:‰|per mille)$/, { unit: 'percent', shift: -3 }],
  [/^(?:% ?(?:a year|p\.?a\.?|per year|\/yr|\/year|\(年均\))|percent a year)$/, { unit: 'percent a year', shift: -2 }],
  [/^(?:个?百分点|points?|pp|p\.p\.|percentage points?)$/, { unit: 'points', shift: -2 }],
  [/^(?:yuan per us\$|元\/美元|cny\/usd|rmb\/usd|yuan\/us\$)$/, { unit: 'yuan per US$', shift: 0 }],
  [/^(?:eflops|eflop\/s|ef)$/, { unit: 'EFLOPS', shift: 0 }],
  [/^(?:pflops|pflop\/s)$/, { unit: 'EFLOPS', shift: -3 }],
  [/^(?:times|倍|x)$/, { unit: 'times', shift: 0 }],
  [/^(?:条|measures?)$/, { unit: 'measures', shift: 0 }],
  [/^(?:年|years?)$/, { unit: 'years', shift: 0 }],
  [/^(?:位|位次|名次|rank)$/, { unit: 'rank', shift: 0 }],
  [/^(?:指数|index)$/, { unit: 'index', shift: 0 }],
];

/** The labels of our units in both languages; `year` and `years` are told apart by them. */
const OWN: ReadonlyMap<string, FoundUnit> = new Map(
  KNOWN_UNITS.flatMap((unit) => {
    const { label, form } = unitSpec(unit);
    const found = { unit, shift: form === 'plain' ? 0 : -2 };
    return [unit, label.en, label.zh].map((text) => [folded(text), found] as const);
  }),
);

function folded(text: string): string {
  return plainText(text).toLowerCase().replace(/\s+/g, ' ');
}

/** `bn CNY`, `CNY bn`, `人民币亿元`: the power of ten first, then what it counts. */
function counted(text: string): FoundUnit | undefined {
  const turned = text.replace(/^(人民币|rmb|cny|usd|us\$|\$|¥) ?(?=.)/, '');
  const currency = turned === text ? '' : text.slice(0, text.length - turned.length).trim();
  for (const rest of currency ? [turned, `${turned} ${currency}`] : [text]) {
    const [power, name] = powerOf(rest);
    for (const [pattern, unit, own] of COUNTED)
      if (pattern.test(name.trim()) || (pattern.test(currency) && name.trim() === ''))
        return { unit, shift: power - own };
  }
  return undefined;
}

/** The unit that a text names, as one of ours; undefined where it is none that can be converted. */
export function findUnit(text: string): FoundUnit | undefined {
  const name = folded(text);
  if (name === '') return undefined;
  return OWN.get(name) ?? ALONE.find(([pattern]) => pattern.test(name))?.[1] ?? counted(name);
}

/** The power of ten that a text names and nothing else: 8 of 亿, 6 of mn. */
export function findPower(text: string): number | undefined {
  const [power, rest] = powerOf(folded(text));
  return rest === '' && power > 0 ? power : undefined;
}

/** Of how many ones a unit is made, as a power of ten: 9 of bn yuan; undefined where it is not counted. */
export function powerOfUnit(unit: Unit): number | undefined {
  const own = COUNTED.find(([, counted]) => counted === unit);
  return own ? own[2] : UNCOUNTED.has(unit) ? undefined : 0;
}

/** What stands in brackets and can be nothing but a unit of one's own: a rate, or a measure that everybody writes alike. */
const RATE =
  /^[\p{L}\p{N}$€£¥%° ]{1,16}(?:\/| per )(?:d|day|h|hr|hour|s|sec|min|a|yr|year|month|mo|week|quarter|capita|head|person|household|unit|ha|k?m[23]?|kg|t|tonne|k?wh|mwh|l|天|日|小时|时|秒|年|月|周|季|人|户|台|吨|公里|平方米|立方米|亩|公顷)$/iu;
const MEASURE =
  /^(?:[kmgt]?wh?|k?m[23]?|[kmg]?t|kg|tonnes?|[mg]?l|litres?|liters?|ha|hectares?|gj|tj|pj|people|persons|households|customers|users|人|户|吨|万吨|立方米|万立方米|平方米|平方公里|公里|公顷|千瓦时|万千瓦时|千瓦|兆瓦|升)$/iu;
const MONEY =
  '(?:[$€£¥₹]|US\\$|EUR|USD|GBP|CNY|RMB|JPY|CHF|SEK|NOK|DKK|AUD|CAD|NZD|INR|BRL|ZAR|KRW|SGD|HKD|TWD|PLN|CZK|HUF|MXN|TRY|AED|SAR|THB|IDR|MYR|PHP|VND|ILS|kr)';
const SCALE = "(?:k|m|mn|mln|bn|tn|'?000s?|thousand|million|billion)";
const MONEY_FORM = new RegExp(`^(?:${MONEY} ?${SCALE}?|${SCALE} ?${MONEY})$`);
/** Whether a text is an amount of money and nothing else: EUR, €, USD m, bn EUR. */
export const isMoneyText = (text: string): boolean => MONEY_FORM.test(text);

/** Whether a text is a measure that everybody writes alike, and that no unit of ours is. */
export const isMeasureText = (text: string): boolean => [RATE, MEASURE].some((form) => form.test(plainText(text)));

/** A label and the unit that stands in its brackets, or behind its last comma: `产值（亿元）`, `Output, bn yuan`. */
export function splitLabel(label: string): { readonly label: string; readonly unit: string } {
  const match = /^(.*?)\s*(?:[(（[【]([^()（）[\]【】]+)[)）\]】]|[,，]\s*([^,，]+))\s*$/.exec(label.trim());
  const unit = match?.[2] ?? match?.[3];
  const isOne =
    unit !== undefined &&
    (!!findUnit(unit) || (match?.[2] !== undefined && (isMeasureText(unit) || isMoneyText(plainText(unit)))));
  if (!match?.[1] || unit === undefined || !isOne) return { label: label.trim(), unit: '' };
  return { label: match[1], unit };
}

/** The unit that a note above a table gives to all of it: 单位：亿元, Unit: bn yuan, (bn yuan). */
export function unitInNote(note: string): string | undefined {
  const text = plainText(note);
  const named = /(?:单位|unit|units)\s*[::]\s*(.+)$/i.exec(text)?.[1];
  const unit = (named ?? /^[([](.+)[)\]]$/.exec(text)?.[1])?.replace(/[)\]】]+$/, '').trim();
  return unit && ((named && isUnit(unit)) || findUnit(unit)) ? unit : undefined;
}
