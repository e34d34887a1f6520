import type { Text } from './text.ts';

/**
 * How a unit is stored, shown and typed.
 * - `share`: stored as a fraction, shown and typed as percent (0.153 is 15.3%).
 * - `points`: stored as a fraction, shown and typed as percentage points (0.04 is 4.0).
 * - `plain`: stored as shown.
 */
export type UnitForm = 'share' | 'points' | 'plain';

export interface UnitSpec {
  readonly form: UnitForm;
  /** What the unit column shows. */
  readonly label: Text;
  /** Decimals shown along a line, unless the line says otherwise or holds more. */
  readonly decimals: number;
  /** Grouping of thousands; years have none. */
  readonly grouping: boolean;
}

const plain = (en: string, zh: string, decimals: number, grouping = true): UnitSpec => ({
  form: 'plain',
  label: { en, zh },
  decimals,
  grouping,
});

/** Units that have names of their own in both languages. Documents and links hold them by these names. */
const KNOWN = {
  'bn yuan': plain('bn yuan', '10亿元', 2),
  'bn US$': plain('bn US$', '10亿美元', 2),
  'mn yuan per firm': plain('mn yuan/firm', '百万元/家', 1),
  'yuan per US$': plain('yuan per US$', '元/美元', 4),
  firms: plain('firms', '家', 0),
  measures: plain('measures', '条', 0),
  EFLOPS: plain('EFLOPS', 'EFLOPS', 0),
  year: plain('year', '年份', 0, false),
  years: plain('years', '年', 1),
  times: plain('times', '倍', 2),
  index: plain('index', '指数', 3),
  rank: plain('rank', '位次', 0),
  switch: plain('0 or 1', '0或1', 0),
  check: plain('check', '校验', 0),
  percent: { form: 'share', label: { en: '%', zh: '%' }, decimals: 1, grouping: true },
  'percent a year': { form: 'share', label: { en: '% a year', zh: '%（年均）' }, decimals: 1, grouping: true },
  points: { form: 'points', label: { en: 'points', zh: '个百分点' }, decimals: 1, grouping: true },
} as const satisfies Record<string, UnitSpec>;

export type KnownUnit = keyof typeof KNOWN;

/** What a line or a figure is counted in: any short text; empty for a plain number. */
export type Unit = string;

export const KNOWN_UNITS = Object.keys(KNOWN) as readonly KnownUnit[];

export const isKnownUnit = (name: string): name is KnownUnit => Object.hasOwn(KNOWN, name);

/** The longest unit, in characters. */
export const MAX_UNIT_LENGTH = 60;

/** Whether a text can be a unit: trimmed, short, on one line, without control characters. */
export const isUnit = (text: string): boolean =>
  text.length <= MAX_UNIT_LENGTH && text === text.trim() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

const POINTS = /^(?:(?:percentage )?points?|pp|个?百分点)$/i;
const SHARE = /^(?:[%％]|per ?cent\b|百分比)/i;

/** Whether a unit is thousands, millions or more of something: mn EUR, k€, EUR k, M USD, MEUR, 亿元. */
export const isScaled = (unit: Unit): boolean =>
  /(?:^|[\s$€£¥])(?:'?000s?|k|[mb]n?|tn|\w+illions?|thousands?)(?:\s|$)|^(?:k|mn?|bn)[A-Z€$£]|[百千万亿]/.test(unit) ||
  // Capitals beside what they scale: alone K is kelvin, and MWh are no thousands.
  /[\s$€£¥][KMB]n?(?:\s|$)|^(?:M|[KMB]n? (?=\S))(?:[$€£¥]|[A-Z]{3}(?![A-Za-z]))|^M \S/.test(unit);

/** What is derived of a text that nobody named before. */
function derived(unit: Unit): UnitSpec {
  const form = POINTS.test(unit) ? 'points' : SHARE.test(unit) ? 'share' : 'plain';
  // Of what there is a part of: an amount for each of something, or a large unit of it. A bare number has any number of them.
  const isParted = unit === '' || /\/| per |每/i.test(unit) || isScaled(unit);
  return {
    form,
    label: { en: unit, zh: unit === 'date' ? '日期' : unit },
    decimals: form !== 'plain' ? 1 : isParted ? 2 : 0,
    grouping: true,
  };
}

const specs = new Map<Unit, UnitSpec>(Object.entries(KNOWN));

/** How a unit is stored, shown and typed. */
export function unitSpec(unit: Unit): UnitSpec {
  let spec = specs.get(unit);
  if (!spec) {
    spec = derived(unit);
    specs.set(unit, spec);
  }
  return spec;
}

/** Whether values of a unit jump from one to the next: there is none between two years. */
export const isWhole = (unit: Unit): boolean => ['year', 'switch', 'rank', 'check'].includes(unit);

/** Figures in `seeds/` give percent as 15.3; lines store the fraction 0.153. */
export const fromFigureUnit = (value: number, unit: Unit): number =>
  unitSpec(unit).form === 'plain' ? value : value / 100;
