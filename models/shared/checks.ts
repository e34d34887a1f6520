import type { Input, Line } from '../../src/model/line.ts';
import type { Text } from '../../src/model/text.ts';

/** The value beyond which a check warns: an assumption like any other. `range`: low, high, step. */
export const limit = (
  id: string,
  label: Text,
  unit: Input['unit'],
  value: number,
  [low, high, step]: readonly [number, number, number],
): Input => ({
  id,
  kind: 'input',
  label,
  unit,
  value,
  range: {
    low,
    high,
    step,
    rationale: {
      en: 'Judgement: beyond it a projection deserves a second look.',
      zh: '判断：超过此值的预测应予复核。',
    },
  },
});

/** A check that a model makes of itself. `condition` is a formula without its `=`. */
export const check = (id: string, label: Text, condition: string): Line => ({
  id,
  kind: 'result',
  label,
  unit: 'check',
  formula: `=IF(${condition},1,0)`,
});

/** From when a line grows, and by what: the years up to `after` do not count. */
interface Growth {
  readonly prefix: string;
  readonly growth: string;
  readonly after: string;
}

/** How fast growth may be, and for how long, as `${prefix}_limit_growth` and `${prefix}_limit_growth_years`. */
export const growthLimits = (prefix: string): Line[] => [
  limit(`${prefix}_limit_growth`, { en: 'Warn above this growth', zh: '增速警戒值' }, 'percent', 0.3, [0.1, 0.6, 0.01]),
  limit(
    `${prefix}_limit_growth_years`,
    { en: 'Warn after this many such years in a row', zh: '连续高增长警戒年数' },
    'years',
    3,
    [1, 10, 1],
  ),
];

/** Counts the years in a row above the limit, as `${prefix}_fast_years`. */
export const fastYears = ({ prefix, growth, after }: Growth, label: Text, limits: string): Line => ({
  id: `${prefix}_fast_years`,
  kind: 'series',
  label,
  unit: 'years',
  decimals: 0,
  first: '=0',
  formula: `=IF(AND({year}>{${after}},{${growth}}>{${limits}_limit_growth}),{${prefix}_fast_years@prev}+1,0)`,
});

/** Growth above a limit for years in a row, as `${prefix}_check_growth`. */
export const fastGrowth = (of: Growth): Line[] => [
  ...growthLimits(of.prefix),
  fastYears(of, { en: 'Years of such growth in a row', zh: '连续高增长年数' }, of.prefix),
  check(
    `${of.prefix}_check_growth`,
    { en: 'Growth above its limit for too long', zh: '高增长持续过久' },
    `MAX({${of.prefix}_fast_years@all})>={${of.prefix}_limit_growth_years}`,
  ),
];

export const FAST_GROWTH_TEXT: Text = {
  en: 'Growth stays above its limit for years on end: ask what would sustain it.',
  zh: '增速连续多年高于警戒值，请复核支撑条件。',
};
