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
  /** Decimals shown along a line, unless the line says otherwise. */
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

/** Every unit that a line or a figure may have, by its name in models and seeds. */
export const UNITS = {
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
  'percent a year': { form: 'share', label: { en: '% a year', zh: '%(年均)' }, decimals: 1, grouping: true },
  points: { form: 'points', label: { en: 'points', zh: '个百分点' }, decimals: 1, grouping: true },
} as const satisfies Record<string, UnitSpec>;

export type Unit = keyof typeof UNITS;

export const isUnit = (name: string): name is Unit => Object.hasOwn(UNITS, name);

/** Figures in `seeds/` give percent as 15.3; lines store the fraction 0.153. */
export const fromFigureUnit = (value: number, unit: Unit): number =>
  UNITS[unit].form === 'plain' ? value : value / 100;
