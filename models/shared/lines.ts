import type { Input, Line, Series } from '../../src/model/line.ts';
import type { Text } from '../../src/model/text.ts';

/** Lines that stand in more than one model. Only their ids' prefix and what they rest on differ. */

/** Converts yuan to dollars; every model has it. */
export const exchangeRate: Input = {
  id: 'fx_cny_usd',
  kind: 'input',
  label: { en: 'Yuan per dollar', zh: '人民币兑美元汇率' },
  unit: 'yuan per US$',
  value: 7.2957,
  range: {
    low: 6.5,
    high: 7.8,
    step: 0.0001,
    rationale: {
      en: 'Implied by the article, which gives the target for 2025 both in yuan and in dollars.',
      zh: '据报道推算：同一篇报道同时以人民币和美元给出2025年目标。',
    },
    basis: ['gd-scale-target-2025', 'gd-scale-target-2025-usd'],
  },
};

interface Fade {
  /** Of the ids: `gd` makes `gd_terminal_growth`, `gd_fade_start`, `gd_fade_half_life` and `gd_fade`. */
  readonly prefix: string;
  readonly terminalRationale: Text;
}

/** How growth tires: it holds until a year, then its distance from the terminal growth halves every few years. */
export const fadeInputs = ({ prefix, terminalRationale }: Fade): Line[] => [
  {
    id: `${prefix}_terminal_growth`,
    kind: 'input',
    label: { en: 'Terminal growth', zh: '长期增速' },
    unit: 'percent',
    value: 0.06,
    range: { low: 0.03, high: 0.1, step: 0.005, rationale: terminalRationale },
    note: {
      en: 'What growth fades towards after the year until which it holds.',
      zh: '增速保持期结束后逐步趋近的水平。',
    },
  },
  {
    id: `${prefix}_fade_start`,
    kind: 'input',
    label: { en: 'Growth holds until', zh: '增速保持至' },
    unit: 'year',
    value: 2027,
    range: {
      low: 2025,
      high: 2034,
      step: 1,
      rationale: {
        en: 'Judgement: the last year for which Guangdong has named a target (published in June 2024).',
        zh: '判断：取广东提出目标的最后年份（2024年6月公布）。',
      },
      basis: ['gd-scale-target-2027'],
    },
  },
  {
    id: `${prefix}_fade_half_life`,
    kind: 'input',
    label: { en: 'Half-life of the fade', zh: '增速回落半衰期' },
    unit: 'years',
    value: 4,
    range: {
      low: 2,
      high: 10,
      step: 0.5,
      rationale: {
        en: 'Judgement: every four years growth loses half of its distance from the terminal growth.',
        zh: '判断：每过四年，现有增速与长期增速的差距缩小一半。',
      },
    },
  },
];

/** The share of its distance from the terminal growth that a growth keeps: 1 while it holds, then halving. */
export const fadeSeries = (prefix: string): Series => ({
  id: `${prefix}_fade`,
  kind: 'series',
  label: { en: 'Distance from terminal growth kept', zh: '增速差距保留比例' },
  unit: 'index',
  formula: `=IF({year}<={${prefix}_fade_start},1,2^(-({year}-{${prefix}_fade_start})/{${prefix}_fade_half_life}))`,
});

/** A growth that fades: the formula of a series. */
export const faded = (growth: string, terminal: string, fade: string): string =>
  `={${terminal}}+({${growth}}-{${terminal}})*{${fade}}`;

/** The nation's scale in 2022 and its growth, as `cn_…`; they fade as the model's other growth does. */
export const nationInputs: Line[] = [
  {
    id: 'cn_scale_2022',
    kind: 'input',
    label: { en: 'National scale, 2022', zh: '全国产业规模（2022年）' },
    unit: 'bn yuan',
    figure: 'cn-scale-2023-07',
    note: {
      en: 'Core industry. Reported in July 2023, but already given in February for 2022, so it stands in 2022.',
      zh: '核心产业口径。2023年7月公布，但同年2月已作为2022年数据公布，故列入2022年。',
    },
  },
  {
    id: 'cn_growth',
    kind: 'input',
    label: { en: 'National growth', zh: '全国产业增速' },
    unit: 'percent',
    value: 0.16,
    range: {
      low: 0.08,
      high: 0.3,
      step: 0.001,
      rationale: {
        en: 'Between the 18 % of 2022 and the 13.9 % of 2023; the latter was published in June 2024.',
        zh: '介于2022年的18%与2023年的13.9%之间，后者于2024年6月公布。',
      },
      basis: ['cn-scale-2022-caict', 'cn-growth-2023-cingai'],
    },
  },
];

/** `fade`: the prefix of the fade that the nation's growth follows. */
export const nationSeries = (fade: string): Line[] => [
  {
    id: 'cn_trend',
    kind: 'series',
    label: { en: 'National growth by year', zh: '全国产业分年增速' },
    unit: 'percent',
    formula: faded('cn_growth', `${fade}_terminal_growth`, `${fade}_fade`),
    note: {
      en: 'Holds, then fades to the terminal growth like the other growth of this model.',
      zh: '与本模型其他增速相同：先保持，后向长期增速回落。',
    },
  },
  {
    id: 'cn_scale',
    kind: 'series',
    label: { en: 'National scale', zh: '全国产业规模' },
    unit: 'bn yuan',
    first: '={cn_scale_2022}',
    formula: '={cn_scale@prev}*(1+{cn_trend})',
    note: { en: 'Core industry, compound growth.', zh: '核心产业口径，按复合增长推算。' },
  },
];
