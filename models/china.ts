import type { Line } from '../src/model/line.ts';
import type { Model } from '../src/model/model.ts';
import { check, FAST_GROWTH_TEXT, fastGrowth, limit } from './shared/checks.ts';
import { exchangeRate, faded, fadeInputs, fadeSeries, nationInputs } from './shared/lines.ts';

const projection: Line[] = [
  { id: 'cn_h_projection', kind: 'heading', label: { en: 'Projection', zh: '预测' } },
  {
    id: 'cn_scale',
    kind: 'series',
    label: { en: 'Industry scale', zh: '产业规模' },
    unit: 'bn yuan',
    first: '={cn_scale_2022}',
    formula: '={cn_scale@prev}*(1+{cn_trend})',
    note: {
      en: 'Core industry, a flow of the calendar year. Compound growth, which fades as it does in Guangdong’s model.',
      zh: '核心产业口径，为当年流量。按复合增长推算，增速回落方式与广东模型一致。',
    },
  },
  {
    id: 'cn_logistic',
    kind: 'series',
    label: { en: 'Industry scale if growth saturates', zh: '产业规模（考虑饱和）' },
    unit: 'bn yuan',
    formula:
      '={cn_ceiling}/(1+({cn_ceiling}-{cn_scale_2022})/{cn_scale_2022}*EXP(-{cn_logistic_rate}*({year}-{cn_base_year})))',
    note: {
      en: 'Logistic: growth slows by itself as the scale nears the ceiling.',
      zh: '逻辑斯蒂曲线：规模越接近上限，增速越低。',
    },
  },
  {
    id: 'cn_yearly_growth',
    kind: 'series',
    label: { en: 'Growth on the year before', zh: '比上年增长' },
    unit: 'percent',
    first: '=""',
    formula: '={cn_scale}/{cn_scale@prev}-1',
  },
  {
    id: 'cn_logistic_growth',
    kind: 'series',
    label: { en: 'Growth on the year before if it saturates', zh: '比上年增长（考虑饱和）' },
    unit: 'percent',
    first: '=""',
    formula: '={cn_logistic}/{cn_logistic@prev}-1',
  },
  {
    id: 'cn_firms',
    kind: 'series',
    label: { en: 'Enterprises', zh: '企业数量' },
    unit: 'firms',
    first: '=""',
    formula:
      '=IF({year}<{cn_firms_base_year},"",IF({year}={cn_firms_base_year},{cn_firms_2023},{cn_firms@prev}*(1+{cn_firms_trend})))',
    note: {
      en: 'AI enterprises. The count is of mid-2023 and stands in 2023; before it the line is empty.',
      zh: '人工智能企业。基数为2023年年中数，列入2023年，此前为空。',
    },
  },
  {
    id: 'cn_per_firm',
    kind: 'series',
    label: { en: 'Scale per enterprise', zh: '企业平均规模' },
    unit: 'mn yuan per firm',
    first: '=""',
    // 1,000 million make a billion.
    formula: '=IF({cn_firms}="","",{cn_scale}*1000/{cn_firms})',
    note: {
      en: 'Divides the core industry by a count of AI enterprises: two definitions. Read how it changes, not its level.',
      zh: '核心产业规模除以人工智能企业数，口径不一，宜看变化，不宜看水平。',
    },
  },
  {
    id: 'cn_scale_usd',
    kind: 'series',
    label: { en: 'Industry scale in dollars', zh: '产业规模（美元）' },
    unit: 'bn US$',
    formula: '={cn_scale}/{fx_cny_usd}',
    note: { en: 'At one rate for all years.', zh: '各年均按同一汇率折算。' },
  },
  {
    id: 'cn_average_growth',
    kind: 'result',
    label: { en: 'Average growth to 2025', zh: '至2025年年均增速' },
    unit: 'percent a year',
    formula: '=({cn_scale@[gd_target_year]}/{cn_scale@first})^(1/({gd_target_year}-{cn_base_year}))-1',
  },
  {
    id: 'gd_target_share',
    kind: 'result',
    label: { en: 'Guangdong’s target as a share of the nation', zh: '广东目标占全国比重' },
    unit: 'percent',
    formula: '={gd_target_2025}/{cn_scale@[gd_target_year]}',
    note: {
      en: 'Both of the target year: the 300 bn of 2025 over the 500 bn of 2022 would mix two years.',
      zh: '分子分母均取目标年份。以2025年3000亿元比2022年5000亿元，年份不一，不可比。',
    },
  },
];

const facts: Line[] = [
  { id: 'cn_h_facts', kind: 'heading', label: { en: 'Start and targets', zh: '基期与目标' } },
  ...nationInputs.filter(({ id }) => id === 'cn_scale_2022'),
  {
    id: 'cn_base_year',
    kind: 'input',
    label: { en: 'Base year', zh: '基期' },
    unit: 'year',
    figure: 'cn-scale-2023-07',
    take: 'year',
  },
  {
    id: 'cn_firms_2023',
    kind: 'input',
    label: { en: 'AI enterprises, mid-2023', zh: '人工智能企业数（2023年年中）' },
    unit: 'firms',
    figure: 'cn-firms-2023-07',
  },
  {
    id: 'cn_firms_base_year',
    kind: 'input',
    label: { en: 'Base year of enterprises', zh: '企业数量基期' },
    unit: 'year',
    figure: 'cn-firms-2023-07',
    take: 'year',
  },
  {
    id: 'cn_target_2030',
    kind: 'input',
    label: { en: 'State Council’s aim for 2030', zh: '国务院2030年目标值' },
    unit: 'bn yuan',
    figure: 'cn-target-2030',
    note: { en: 'Core industry; set in 2017.', zh: '核心产业口径，2017年提出。' },
  },
  {
    id: 'gd_target_2025',
    kind: 'input',
    label: { en: 'Guangdong’s target for 2025', zh: '广东2025年目标值' },
    unit: 'bn yuan',
    figure: 'gd-scale-target-2025',
  },
  {
    id: 'gd_target_year',
    kind: 'input',
    label: { en: 'Target year', zh: '目标年份' },
    unit: 'year',
    figure: 'gd-scale-target-2025',
    take: 'year',
  },
  {
    id: 'cn_growth_2023',
    kind: 'input',
    label: { en: 'Growth of 2023', zh: '2023年增速' },
    unit: 'percent',
    figure: 'cn-growth-2023-cingai',
    note: {
      en: 'Published in June 2024; only the scenario “Slow” uses it.',
      zh: '2024年6月公布，仅用于“低速情景”。',
    },
  },
  {
    id: 'cn_growth_projected',
    kind: 'input',
    label: { en: 'Growth projected for 2022 to 2026', zh: '2022—2026年预测增速' },
    unit: 'percent a year',
    figure: 'cn-growth-projection-2026',
    note: {
      en: 'The same report expected 600 bn yuan in 2026, which such growth would far exceed. Only the scenario “Fast” uses it.',
      zh: '同一报道预计2026年为6000亿元，与该增速明显不符。仅用于“高速情景”。',
    },
  },
];

const growth: Line[] = [
  { id: 'cn_h_growth', kind: 'heading', label: { en: 'Growth', zh: '增速' } },
  ...nationInputs.filter(({ id }) => id === 'cn_growth'),
  ...fadeInputs({
    prefix: 'cn',
    terminalRationale: {
      en: 'Judgement: somewhat above what a grown economy grows by; the same as in Guangdong’s model.',
      zh: '判断：略高于成熟经济体的增速，与广东模型取值一致。',
    },
  }),
  fadeSeries('cn'),
  {
    id: 'cn_trend',
    kind: 'series',
    label: { en: 'Growth by year', zh: '分年增速' },
    unit: 'percent',
    formula: faded('cn_growth', 'cn_terminal_growth', 'cn_fade'),
    note: { en: 'Holds, then fades to the terminal growth.', zh: '先保持不变，后向长期增速回落。' },
  },
  {
    id: 'cn_ceiling',
    kind: 'input',
    label: { en: 'Ceiling of the scale', zh: '规模上限' },
    unit: 'bn yuan',
    decimals: 0,
    value: 3000,
    range: {
      low: 1500,
      high: 6000,
      step: 100,
      rationale: {
        en: 'Judgement: three times the State Council’s aim for 2030.',
        zh: '判断：取国务院2030年目标值的三倍。',
      },
      basis: ['cn-target-2030'],
    },
  },
  {
    id: 'cn_logistic_rate',
    kind: 'result',
    label: { en: 'Logistic rate', zh: '逻辑斯蒂增长率' },
    unit: 'index',
    decimals: 5,
    formula: '=LN((1+{cn_growth})*({cn_ceiling}-{cn_scale_2022})/({cn_ceiling}-{cn_scale_2022}*(1+{cn_growth})))',
    note: {
      en: 'Derived, so that both curves grow alike in the first year.',
      zh: '由首年增速推导，使两条曲线首年增速相同。',
    },
  },
  {
    id: 'cn_firms_growth',
    kind: 'input',
    label: { en: 'Growth of enterprises', zh: '企业数量增速' },
    unit: 'percent',
    value: 0.1,
    range: {
      low: 0,
      high: 0.4,
      step: 0.01,
      rationale: {
        en: 'Judgement: from nearly 4,000 in 2022 to over 4,300 by mid-2023, somewhat slowed.',
        zh: '判断：2022年近4000家，2023年年中逾4300家，适当下调。',
      },
      basis: ['cn-firms-2022', 'cn-firms-2023-07'],
    },
  },
  {
    id: 'cn_firms_terminal_growth',
    kind: 'input',
    label: { en: 'Terminal growth of enterprises', zh: '企业数量长期增速' },
    unit: 'percent',
    value: 0.03,
    range: {
      low: 0,
      high: 0.1,
      step: 0.005,
      rationale: {
        en: 'Judgement: half of the terminal growth of the scale.',
        zh: '判断：取产业规模长期增速的一半。',
      },
    },
  },
  {
    id: 'cn_firms_trend',
    kind: 'series',
    label: { en: 'Growth of enterprises by year', zh: '企业数量分年增速' },
    unit: 'percent',
    formula: faded('cn_firms_growth', 'cn_firms_terminal_growth', 'cn_fade'),
    note: { en: 'Fades as the growth of the scale does.', zh: '回落方式与规模增速相同。' },
  },
  exchangeRate,
];

const checks: Line[] = [
  { id: 'cn_h_checks', kind: 'heading', label: { en: 'Checks', zh: '校验' } },
  limit(
    'cn_limit_share',
    { en: 'Warn above this share of the nation', zh: '占全国比重警戒值' },
    'percent',
    0.4,
    [0.1, 0.9, 0.05],
  ),
  check(
    'cn_check_share',
    { en: 'Guangdong’s target above its limit', zh: '广东目标占比超警戒值' },
    '{gd_target_share}>{cn_limit_share}',
  ),
  check(
    'cn_check_whole',
    { en: 'Guangdong’s target larger than the nation', zh: '广东目标超过全国规模' },
    '{gd_target_share}>1',
  ),
  ...fastGrowth({ prefix: 'cn', growth: 'cn_yearly_growth', after: 'cn_base_year' }),
  {
    id: 'cn_check_definitions',
    kind: 'result',
    label: { en: 'A ratio of two definitions', zh: '比值口径不一' },
    unit: 'check',
    formula: '=1',
    note: {
      en: 'Always: scale per enterprise divides the core industry by AI enterprises.',
      zh: '恒为1：企业平均规模以核心产业规模除以人工智能企业数。',
    },
  },
];

export default {
  id: 'china',
  version: 1,
  name: { en: 'China’s AI industry', zh: '全国人工智能产业' },
  about: {
    en: 'The scale of the nation’s core AI industry from 500 bn yuan in 2022, growing at a compound rate that fades after 2027, and beside it a logistic curve with a ceiling.',
    zh: '以2022年5000亿元为基数推算全国人工智能核心产业规模：复合增长（2027年后增速回落），并与有上限的逻辑斯蒂曲线对照。',
  },
  periods: { first: 2022, last: 2035 },
  observedUntil: 2022,
  lines: [...projection, ...facts, ...growth, ...checks],
  scenarios: [
    {
      id: 'base',
      name: { en: 'Base', zh: '基准情景' },
      note: {
        en: 'Growth between that of 2022 and that of 2023 until 2027; then it fades.',
        zh: '增速介于2022年与2023年之间，保持至2027年，此后回落。',
      },
      overrides: {},
    },
    {
      id: 'slow',
      name: { en: 'Slow', zh: '低速情景' },
      note: {
        en: 'The growth of 2023 goes on: the low end of what was reported (published in June 2024).',
        zh: '沿用2023年增速，为已公布增速的低值（2024年6月公布）。',
      },
      overrides: { cn_growth: { value: { formula: '={cn_growth_2023}' } } },
    },
    {
      id: 'fast',
      name: { en: 'Fast', zh: '高速情景' },
      note: {
        en: 'The growth that was projected in February 2023 for 2022 to 2026 comes true.',
        zh: '2023年2月对2022—2026年的预测增速得以实现。',
      },
      overrides: { cn_growth: { value: { formula: '={cn_growth_projected}' } } },
    },
    {
      id: 'low_ceiling',
      name: { en: 'Low ceiling', zh: '低上限情景' },
      note: {
        en: 'The industry saturates at half of the base’s ceiling: only the logistic curve changes.',
        zh: '规模上限降至基准的一半，仅影响饱和曲线。',
      },
      overrides: { cn_ceiling: { value: 1500 } },
    },
  ],
  charts: [
    {
      line: 'cn_scale',
      figures: { region: 'China', variable: 'industry scale', definition: 'core industry' },
      beside: ['cn_logistic'],
    },
    { line: 'cn_firms', figures: { region: 'China', variable: 'enterprises', definition: 'AI enterprises' } },
    {
      line: 'cn_yearly_growth',
      figures: { region: 'China', variable: 'industry growth', definition: 'core industry (CAICT)' },
      beside: ['cn_logistic_growth'],
    },
    {
      line: 'cn_logistic',
      figures: { region: 'China', variable: 'industry scale', definition: 'core industry' },
      beside: ['cn_scale'],
    },
    { line: 'cn_per_firm' },
  ],
  answer: {
    line: 'cn_scale',
    target: 'cn-target-2030',
    terms: {
      growth: { cell: 'cn_average_growth', format: 'share' },
      base: { cell: 'cn_scale@2022', format: 'amount' },
      base_year: { cell: 'cn_base_year', format: 'year' },
      scale: { cell: 'cn_scale@2025', format: 'amount' },
      year: { cell: 'gd_target_year', format: 'year' },
      logistic: { cell: 'cn_logistic@2025', format: 'short' },
      target_share: { cell: 'gd_target_share', format: 'share' },
      reported: { figure: 'cn-scale-2025-miit', format: 'short' },
    },
    clauses: [
      {
        when: [{ cell: 'gd_target_share', is: 'number' }],
        text: {
          en: '{known}{scenario}: at {growth} a year China’s core AI industry reaches {scale} in {year} ({logistic} if growth saturates); Guangdong’s target is {target_share} of it.',
          zh: '{known}，{scenario}若年均增长{growth}，全国人工智能核心产业规模将由{base_year}年的{base}增至{year}年的{scale}（考虑饱和为{logistic}），广东目标约占{target_share}。',
        },
      },
      {
        when: [{ cell: 'gd_target_share', is: 'none' }],
        text: {
          en: '{known}{scenario}: no answer, since the industry scale holds no number for 2025.',
          zh: '{known}，{scenario}2025年产业规模无法计算，暂无结论。',
        },
      },
      {
        when: [{ figure: 'cn-scale-2025-miit', reported: 'later' }],
        text: { en: 'Reported since: {reported} in 2025.', zh: '后续公布：2025年{reported}。' },
      },
      {
        when: [{ figure: 'cn-scale-2025-miit', reported: 'known' }],
        text: { en: 'Reported: {reported} in 2025.', zh: '据公布：2025年{reported}。' },
      },
    ],
  },
  warnings: [
    {
      check: 'cn_check_share',
      at: 'gd_target_share',
      severity: 'warning',
      text: {
        en: 'Guangdong’s target takes more of the nation than the limit allows.',
        zh: '广东目标占全国比重超过警戒值。',
      },
    },
    {
      check: 'cn_check_whole',
      at: 'gd_target_share',
      severity: 'error',
      text: {
        en: 'Guangdong’s target is larger than the nation that contains it: these inputs cannot hold together.',
        zh: '广东目标超过全国规模，各项假设相互矛盾。',
      },
    },
    { check: 'cn_check_growth', at: 'cn_yearly_growth', severity: 'warning', text: FAST_GROWTH_TEXT },
    {
      check: 'cn_check_definitions',
      at: 'cn_per_firm',
      severity: 'warning',
      text: {
        en: 'Scale per enterprise is built from two definitions, the core industry and AI enterprises: read how it changes, not its level.',
        zh: '企业平均规模的分子为核心产业规模，分母为人工智能企业数，口径不一，宜看变化，不宜看水平。',
      },
    },
  ],
  known: ['2023-11', '2024-06', 'latest'],
  exchange: 'fx_cny_usd',
} satisfies Model;
