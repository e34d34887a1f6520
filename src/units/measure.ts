import { type Unit, unitSpec } from '../model/units.ts';

/**
 * What a unit's text means, as far as its words say it: what it counts, by a power of ten.
 * `mn EUR per customer` is 10 to the power of 6, EUR to the power of 1, customer of -1.
 */
export interface Measure {
  /** The power of ten of one unit, in ones of its bases. */
  readonly power: number;
  /** Exponents by base: a currency's code, a measure's name, or the stem of a word. */
  readonly bases: ReadonlyMap<string, number>;
}

/** Powers of ten by their Chinese and English names, as they stand before a unit. */
const POWERS: readonly (readonly [name: RegExp, power: number])[] = [
  [/^万亿/, 12],
  [/^千亿/, 11],
  [/^百亿/, 10],
  [/^(?:十亿|10亿)/, 9],
  [/^亿/, 8],
  [/^千万/, 7],
  [/^百万/, 6],
  [/^(?:十万|10万)/, 5],
  [/^万/, 4],
  [/^千(?!瓦|克|米)/, 3],
  [/^百(?!分)/, 2],
  [/^(?:trillions?|trn|tn)(?: of)?\b ?/, 12],
  [/^(?:billions?|bln|bn)(?: of)?\b ?/, 9],
  [/^(?:100 (?:millions?|mn|m))(?: of)?\b ?/, 8],
  [/^(?:millions?|mln|mn|mio)(?: of)?\b ?/, 6],
  [/^(?:10 ?000|ten thousand)s?(?: of)?\b ?/, 4],
  [/^(?:thousands?|1[ ,]?000|'?000s?|k)(?: of)?(?:\b|(?=['0])) ?/, 3],
];

/** The same behind a currency, where one letter is enough: `EUR k`, `$m`, `€bn`. */
const BEHIND_MONEY: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{
      k: 3,
      m: 6,
      mn: 6,
      mm: 6,
      mln: 6,
      mio: 6,
      million: 6,
      millions: 6,
      b: 9,
      bn: 9,
      bln: 9,
      billion: 9,
      billions: 9,
    },
    ...{ tn: 12, trn: 12, trillion: 12, thousand: 3, thousands: 3, "'000": 3, '000': 3 },
  }),
);

/** The power of ten that stands at the beginning of a folded text, and what follows. */
export function powerOf(text: string): [power: number, rest: string] {
  const found = POWERS.find(([name]) => name.test(text));
  return found ? [found[1], text.replace(found[0], '')] : [0, text];
}

const MORE: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
]);

/** Singular and plural of an English word as one: customers, companies, boxes. */
function stem(word: string): string {
  const more = MORE.get(word);
  if (more) return more;
  if (!/^[a-z-]+$/.test(word) || word.length < 3) return word;
  const one = /(?:ss|us|is)$/.test(word) ? word : word.replace(/s$/, '');
  return one
    .replace(/y$/, 'i')
    .replace(/ie$/, 'i')
    .replace(/(?<=[^e]{2})e$/, '');
}

const byStem = <T>(words: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(words).map(([word, meaning]) => [stem(word), meaning]));

/** Currencies by what people write, apart from the codes themselves. */
const CURRENCIES = byStem<string>({
  ...{ '€': 'EUR', euro: 'EUR', 欧元: 'EUR', $: 'USD', us$: 'USD', 'us dollar': 'USD', dollar: 'USD', 美元: 'USD' },
  ...{ '¥': 'CNY', 元: 'CNY', 人民币: 'CNY', 元人民币: 'CNY', yuan: 'CNY', rmb: 'CNY', 'cn¥': 'CNY', renminbi: 'CNY' },
  ...{ '£': 'GBP', pound: 'GBP', 英镑: 'GBP', yen: 'JPY', 日元: 'JPY', hk$: 'HKD', 港元: 'HKD', 港币: 'HKD' },
  ...{ '₹': 'INR', rupee: 'INR', 卢比: 'INR', '₩': 'KRW', won: 'KRW', 韩元: 'KRW', franc: 'CHF', 瑞士法郎: 'CHF' },
});

/** Codes of ISO 4217; a word of small letters is none (`all`, `top`). */
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Words of one meaning: an enterprise is a firm. Measures with a power of ten of their own. */
const SAME = byStem<readonly [base: string, power: number]>({
  ...{ employee: ['person', 0], headcount: ['person', 0], staff: ['person', 0], fte: ['person', 0] },
  ...{ firm: ['firm', 0], enterprise: ['firm', 0], company: ['firm', 0], 家: ['firm', 0], 户: ['firm', 0] },
  ...{
    企业: ['firm', 0],
    家企业: ['firm', 0],
    人: ['person', 0],
    人口: ['person', 0],
    capita: ['person', 0],
    head: ['person', 0],
    条: ['measure', 0],
  },
  ...{
    客户: ['customer', 0],
    顾客: ['customer', 0],
    用户: ['user', 0],
    员工: ['person', 0],
    职工: ['person', 0],
    children: ['child', 0],
  },
  ...{ eflops: ['flops', 18], eflop: ['flops', 18], pflops: ['flops', 15], pflop: ['flops', 15] },
  ...{ wh: ['wh', 0], kwh: ['wh', 3], 千瓦时: ['wh', 3], mwh: ['wh', 6], gwh: ['wh', 9], twh: ['wh', 12] },
  ...{ w: ['w', 0], kw: ['w', 3], 千瓦: ['w', 3], mw: ['w', 6], 兆瓦: ['w', 6], gw: ['w', 9] },
  ...{ g: ['g', 0], kg: ['g', 3], 千克: ['g', 3], 公斤: ['g', 3], t: ['g', 6], tonne: ['g', 6], ton: ['g', 6] },
  ...{ 吨: ['g', 6], kt: ['g', 9], mt: ['g', 12] },
});

/** Spans of time; years are the one unit of ours that is a span. */
const TIMES = byStem<string>({
  ...{ year: 'year', yr: 'year', annum: 'year', annual: 'year', 年: 'year', half: 'half', 半年: 'half' },
  ...{ quarter: 'quarter', qtr: 'quarter', 季度: 'quarter', 季: 'quarter', month: 'month', mo: 'month', mth: 'month' },
  ...{
    月: 'month',
    个月: 'month',
    week: 'week',
    wk: 'week',
    周: 'week',
    星期: 'week',
    day: 'day',
    天: 'day',
    日: 'day',
  },
  ...{
    hour: 'hour',
    hr: 'hour',
    小时: 'hour',
    minute: 'minute',
    min: 'minute',
    h: 'hour',
    分钟: 'minute',
    'half-year': 'half',
  },
});
const SPANS: ReadonlySet<string> = new Set(TIMES.values());
export const isSpan = (base: string): boolean => SPANS.has(base);
const CURRENCY = /^[A-Z]{3}$/;
export const isCurrency = (base: string): boolean => CURRENCY.test(base);

/** What is measured, and no word for what is counted. */
const MEASURED: ReadonlySet<string> = new Set(['w', 'g', 'flops']);
/** Whether all that a unit counts is defined by itself, as currencies and measures are; energy is power times hours. */
export const isDefined = ({ bases }: Measure): boolean =>
  [...bases.keys()].every((base) => isCurrency(base) || MEASURED.has(base) || (base === 'hour' && bases.has('w')));

/** A text as it is compared: the keyboard's own signs, one space. */
const tidy = (text: string): string => text.normalize('NFKC').replaceAll('\u2019', "'").replace(/\s+/g, ' ').trim();

interface Term {
  readonly base: string;
  readonly power: number;
}

function currencyOf(text: string): string | undefined {
  const code = text.toUpperCase();
  if (CURRENCY.test(text) && CODES.has(text)) return text;
  if (['USD', 'EUR', 'CNY', 'GBP', 'JPY', 'HKD'].includes(code)) return code;
  return CURRENCIES.get(stem(text.toLowerCase()));
}

/** A currency with what stands around it: `EUR k`, `k€`, `USD bn`, `EUR of revenue`, 人民币亿元. */
function moneyOf(text: string, power: number): Term | undefined {
  const whole = currencyOf(text);
  if (whole) return { base: whole, power };
  const [, symbol = '', behind = ''] = /^((?:us|hk|cn)?[$€£¥₹₩]|[A-Za-z]{3}|人民币)[ .]?(.*)$/i.exec(text) ?? [];
  const base = symbol === '' ? undefined : currencyOf(symbol);
  if (base && (behind !== '' || symbol !== text)) {
    const more = BEHIND_MONEY.get(behind.toLowerCase());
    if (more !== undefined) return { base, power: power + more };
    const [inner, rest] = powerOf(behind.toLowerCase());
    if (inner > 0 && (rest === '' || currencyOf(rest.trim()) === base)) return { base, power: power + inner };
    if (/^[a-z(]/i.test(behind) && text[symbol.length] === ' ') return { base, power };
    if (/^\(/.test(behind)) return { base, power };
  }
  // A letter before the sign or the code: kEUR, m€, M USD.
  const [, scale = '', rest = ''] = /^([kKmMB]|[mM]n|[bB]n) ?([€$£¥]|[A-Z]{3})$/.exec(text) ?? [];
  const scaled = rest === '' ? undefined : currencyOf(rest);
  return scaled === undefined
    ? undefined
    : { base: scaled, power: power + (BEHIND_MONEY.get(scale.toLowerCase()) ?? 0) };
}

/** One factor of a unit: a currency, a span of time, or whatever its last word counts. */
function termOf(text: string): Term | undefined {
  const written = tidy(text).replace(/^M (?=\S)/, 'mn ');
  const money = moneyOf(written, 0);
  if (money) return money;
  const [power, rest] = powerOf(written.toLowerCase());
  const name = power === 0 ? written : written.slice(written.length - rest.length).trim();
  if (name === '') return power > 0 ? { base: '', power } : undefined;
  if (power > 0) {
    const scaled = moneyOf(name, power);
    if (scaled) return scaled;
  }
  const plain = name.toLowerCase();
  const counted = /^个(?!月|百)./.test(plain) ? plain.slice(1) : plain;
  const time = TIMES.get(stem(counted));
  if (time) return { base: time, power };
  const words = counted.split(' ').filter((word) => word !== '' && !/^\(.*\)$/.test(word));
  const [first = ''] = words;
  const measured = SAME.get(stem(first));
  // `t CO2`, `kg of steel`: the measure stands first, of what follows.
  if (measured) return { base: stem(measured[0]), power: power + measured[1] };
  const head = stem(words.includes('of') ? (words[words.indexOf('of') - 1] ?? first) : (words.at(-1) ?? first));
  const same = SAME.get(head);
  const span = TIMES.get(head);
  if (span) return { base: span, power };
  return same ? { base: stem(same[0]), power: power + same[1] } : { base: head, power };
}

const NUMBERS: ReadonlySet<Unit> = new Set(['index', 'times', 'rank', 'switch', 'check']);
/** Words that say that a number counts nothing. */
const PURE =
  /^(?:[-\u2013\u2014]|(?:[x×倍]|times|ratio|index|指数|rank|位次?|名次|factor|coefficient|score|比率|系数|权重|weight|probability|概率)(?: ?[([（].*)?|(?:\S+ )?(?:19|20)\d\d(?:[-/]\d+)? ?(?:=|is) ?100|(?:19|20)\d\d年?=100)$/i;
/** Parts of one that are stored as they are written: 250 basis points are 0.025. */
const PARTS: readonly (readonly [name: RegExp, power: number])[] = [
  [/^(?:bps?|basis points?|基点)$/i, -4],
  [/^(?:‰|per mill?e)$/i, -3],
  [/^(?:pct|per 100)$/i, -2],
];
/** Words that count without saying what. */
const NAMELESS = /^(?:#|no\.?|number|count|amount|value|数量|数值|个数|个)$/i;

/** Splits a unit into what stands above the line and what below: `EUR per customer`, `元/家`, `EUR a month`. */
function fraction(text: string): { readonly above: string; readonly below: string[] } {
  const yearly = text.replace(/ ?p\.?a\.?$/i, ' per year').replace(/ (?:an?|each|every) (?=\S+$)/i, ' per ');
  const known = yearly.replace(
    / (annually|monthly|quarterly|weekly|daily)$/i,
    (_, word: string) =>
      ` per ${{ annually: 'year', monthly: 'month', quarterly: 'quarter', weekly: 'week', daily: 'day' }[word.toLowerCase()]}`,
  );
  const [above = '', ...below] = known.split(/ per |\s*\/\s*|每/i);
  return { above: above.trim(), below: below.map((part) => part.trim()).filter(Boolean) };
}

/** Factors of a product: `GPU·hours`, `person-days`, and `machine hours` unless these are taken for hours. */
function factors(text: string, asHours: boolean): string[] {
  const parts = text.split(/\s*[·*×⋅]\s*/).filter(Boolean);
  return parts.flatMap((part) => {
    const [, what, sign, time] = /^(.*[^\s-])([ -])(\S+)$/.exec(part) ?? [];
    const isTime = time !== undefined && TIMES.has(stem(time.toLowerCase())) && time.length > 2;
    // `working days` are days and `calendar years` years; `person-days` are a product.
    if (!what || !isTime || (asHours && sign === ' ') || /^(?:working|business|calendar|fiscal|full|\d+)$/i.test(what))
      return [part];
    return powerOf(`${what.toLowerCase()} `)[1].trim() === '' ? [part] : [what, time];
  });
}

function read(unit: Unit, asHours: boolean): Measure {
  const { above, below } = fraction(tidy(unit));
  const bases = new Map<string, number>();
  let power = 0;
  const count = (base: string, by: number): void => {
    const exponent = (bases.get(base) ?? 0) + by;
    if (exponent === 0) bases.delete(base);
    else bases.set(base, exponent);
  };
  const take = (text: string, sign: 1 | -1): void => {
    for (const factor of factors(text, asHours)) {
      const term = termOf(factor);
      if (!term) continue;
      power += sign * term.power;
      // Energy is power times time.
      if (term.base === 'wh') for (const base of ['w', 'hour']) count(base, sign);
      else if (term.base !== '') count(term.base, sign);
    }
  };
  take(above, 1);
  for (const part of below) take(part, -1);
  return { power, bases };
}

const NUMBER: Measure = { power: 0, bases: new Map() };

/**
 * What a unit's text may mean, the likeliest first: `machine hours` are machines times hours, or hours. None for an empty
 * unit and for a mere number of something, which say nothing. A share, points and bare numbers have no bases.
 */
export function measuresOf(unit: Unit): readonly Measure[] {
  if (unit === '' || NAMELESS.test(unit)) return [];
  const part = PARTS.find(([name]) => name.test(unit));
  if (part) return [{ power: part[1], bases: new Map() }];
  if (NUMBERS.has(unit) || unitSpec(unit).form !== 'plain' || PURE.test(unit)) return [NUMBER];
  const [first, second] = [read(unit, false), read(unit, true)];
  return sameBases(first, second) ? [first] : [first, second];
}

export const measureOf = (unit: Unit): Measure | undefined => measuresOf(unit)[0];

export const sameBases = (a: Measure, b: Measure): boolean =>
  a.bases.size === b.bases.size && [...a.bases].every(([base, exponent]) => b.bases.get(base) === exponent);
