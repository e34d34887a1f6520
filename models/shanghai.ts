import type { Input, InputRange, Line } from '../src/model/line.ts';
import type { Model } from '../src/model/model.ts';
import type { Text } from '../src/model/text.ts';
import { check, FAST_GROWTH_TEXT, fastGrowth, limit } from './shared/checks.ts';
import { exchangeRate, faded, fadeInputs, fadeSeries } from './shared/lines.ts';

/** What a measure adds to growth where it works in full. */
const NAMED_STRENGTH = 0.005;
const OTHER_STRENGTH = 0.002;

const NAMED: readonly { readonly id: string; readonly name: Text }[] = [
  { id: 'evaluation', name: { en: 'Evaluation centre', zh: '评测中心' } },
  { id: 'compute', name: { en: 'Computing power plan', zh: '算力计划' } },
  { id: 'chips', name: { en: 'Chip ecosystem', zh: '芯片生态' } },
];

const strength = (id: string, label: Text, value: number, range: Pick<InputRange, 'high' | 'rationale'>): Input => ({
  id,
  kind: 'input',
  label,
  unit: 'points',
  value,
  range: { low: 0, step: 0.001, basis: ['sh-llm-measures-2023'], ...range },
});

const projection: Line[] = [
  { id: 'sh_h_projection', kind: 'heading', label: { en: 'Projection', zh: '预测' } },
  {
    id: 'sh_scale',
    kind: 'series',
    label: { en: 'Industry scale with the measures', zh: '产业规模（计入措施）' },
    unit: 'bn yuan',
    first: '={sh_scale_2022}',
    formula: '={sh_scale@prev}*(1+{sh_trend}+{sh_measures_effect})',
    note: {
      en: 'Enterprises above designated size, a flow of the calendar year; not comparable with core industry figures.',
      zh: '规模以上企业口径，为当年流量，与核心产业口径不可比。',
    },
  },
  {
    id: 'sh_without',
    kind: 'series',
    label: { en: 'Industry scale without the measures', zh: '产业规模（不计措施）' },
    unit: 'bn yuan',
    first: '={sh_scale_2022}',
    formula: '={sh_without@prev}*(1+{sh_trend})',
  },
  {
    id: 'sh_added',
    kind: 'series',
    label: { en: 'Added by the measures', zh: '措施增量' },
    unit: 'bn yuan',
    formula: '={sh_scale}-{sh_without}',
    note: { en: 'By assumption: no estimate was found.', zh: '按假设推算，未找到可引用测算。' },
  },
  {
    id: 'sh_yearly_growth',
    kind: 'series',
    label: { en: 'Growth on the year before', zh: '比上年增长' },
    unit: 'percent',
    first: '=""',
    formula: '={sh_scale}/{sh_scale@prev}-1',
  },
  {
    id: 'sh_scale_usd',
    kind: 'series',
    label: { en: 'Industry scale in dollars', zh: '产业规模（美元）' },
    unit: 'bn US$',
    formula: '={sh_scale}/{fx_cny_usd}',
    note: { en: 'At one rate for all years.', zh: '各年均按同一汇率折算。' },
  },
];

const facts: Line[] = [
  { id: 'sh_h_facts', kind: 'heading', label: { en: 'Start and target', zh: '基期与目标' } },
  {
    id: 'sh_scale_2022',
    kind: 'input',
    label: { en: 'Industry scale, 2022', zh: '产业规模（2022年）' },
    unit: 'bn yuan',
    figure: 'sh-scale-2022',
  },
  {
    id: 'sh_base_year',
    kind: 'input',
    label: { en: 'Base year', zh: '基期' },
    unit: 'year',
    figure: 'sh-scale-2022',
    take: 'year',
  },
  {
    id: 'sh_target_2025',
    kind: 'input',
    label: { en: 'Target for 2025', zh: '2025年目标值' },
    unit: 'bn yuan',
    figure: 'sh-scale-target-2025',
    note: { en: 'Set in 2021.', zh: '2021年提出。' },
  },
  {
    id: 'sh_target_year',
    kind: 'input',
    label: { en: 'Target year', zh: '目标年份' },
    unit: 'year',
    figure: 'sh-scale-target-2025',
    take: 'year',
  },
  {
    id: 'sh_required_growth',
    kind: 'result',
    label: { en: 'Required growth', zh: '所需年均增速' },
    unit: 'percent a year',
    formula: '=({sh_target_2025}/{sh_scale_2022})^(1/({sh_target_year}-{sh_base_year}))-1',
  },
  {
    id: 'sh_average_growth',
    kind: 'result',
    label: { en: 'Average growth to the target year, without the measures', zh: '至目标年份的年均增速（不计措施）' },
    unit: 'percent a year',
    formula: '=({sh_without@[sh_target_year]}/{sh_without@first})^(1/({sh_target_year}-{sh_base_year}))-1',
  },
  {
    id: 'sh_gap',
    kind: 'result',
    label: { en: 'Gap to target, without the measures', zh: '与目标差距（不计措施）' },
    unit: 'bn yuan',
    // To the yuan, so that a path that meets its target leaves no gap of rounding errors.
    formula: '=ROUND({sh_target_2025}-{sh_without@[sh_target_year]},9)',
    note: { en: 'Positive is short.', zh: '正数为缺口。' },
  },
  {
    id: 'sh_reached',
    kind: 'result',
    label: { en: 'Target reached without the measures', zh: '不计措施能否达标' },
    unit: 'switch',
    formula: '=IF({sh_gap}<=0,1,0)',
  },
  {
    id: 'sh_scale_2018',
    kind: 'input',
    label: { en: 'Industry scale, 2018', zh: '产业规模（2018年）' },
    unit: 'bn yuan',
    figure: 'sh-scale-2018',
  },
  {
    id: 'sh_year_2018',
    kind: 'input',
    label: { en: 'Its year', zh: '对应年份' },
    unit: 'year',
    figure: 'sh-scale-2018',
    take: 'year',
  },
  {
    id: 'sh_past_growth',
    kind: 'result',
    label: { en: 'Growth from 2018 to 2022', zh: '2018—2022年年均增速' },
    unit: 'percent a year',
    formula: '=({sh_scale_2022}/{sh_scale_2018})^(1/({sh_base_year}-{sh_year_2018}))-1',
    note: { en: 'Only the scenario “Past growth goes on” uses it.', zh: '仅用于“延续历史增速”情景。' },
  },
  {
    id: 'sh_scale_2024',
    kind: 'input',
    label: { en: 'Industry scale, 2024', zh: '产业规模（2024年）' },
    unit: 'bn yuan',
    figure: 'sh-scale-2024',
    note: {
      en: 'Published in 2025; its year is not stated clearly. Only the scenario “Slow” uses it.',
      zh: '2025年公布，来源未明示年份，仅用于“低速情景”。',
    },
  },
  {
    id: 'sh_year_2024',
    kind: 'input',
    label: { en: 'The year of that figure', zh: '该数据年份' },
    unit: 'year',
    figure: 'sh-scale-2024',
    take: 'year',
  },
  {
    id: 'sh_later_growth',
    kind: 'result',
    label: { en: 'Growth from 2022 to 2024', zh: '2022—2024年年均增速' },
    unit: 'percent a year',
    formula: '=({sh_scale_2024}/{sh_scale_2022})^(1/({sh_year_2024}-{sh_base_year}))-1',
  },
];

const growth: Line[] = [
  { id: 'sh_h_growth', kind: 'heading', label: { en: 'Growth', zh: '增速' } },
  {
    id: 'sh_growth',
    kind: 'input',
    label: { en: 'Trend growth', zh: '趋势增速' },
    unit: 'percent',
    value: 0.15,
    range: {
      low: 0.05,
      high: 0.4,
      step: 0.001,
      rationale: {
        en: 'Judgement: half of the growth of 2018 to 2022, and close to the nation’s.',
        zh: '判断：约为2018—2022年年均增速的一半，与全国增速接近。',
      },
      basis: ['sh-scale-2018', 'sh-scale-2022'],
    },
  },
  ...fadeInputs({
    prefix: 'sh',
    terminalRationale: {
      en: 'Judgement: the same as in Guangdong’s model.',
      zh: '判断：与广东模型取值一致。',
    },
  }),
  fadeSeries('sh'),
  {
    id: 'sh_trend',
    kind: 'series',
    label: { en: 'Trend growth by year', zh: '分年趋势增速' },
    unit: 'percent',
    formula: faded('sh_growth', 'sh_terminal_growth', 'sh_fade'),
    note: { en: 'Holds, then fades to the terminal growth.', zh: '先保持不变，后向长期增速回落。' },
  },
  exchangeRate,
];

const measures: Line[] = [
  {
    id: 'sh_named',
    kind: 'heading',
    label: { en: 'Measures with a strength of their own', zh: '单独设定力度的措施' },
    note: { en: 'Lines added here count among the eleven.', zh: '在此新增的行计入11条措施。' },
  },
  ...NAMED.map(({ id, name }) =>
    strength(`sh_measure_${id}`, { en: `Measure: ${name.en}`, zh: `措施：${name.zh}` }, NAMED_STRENGTH, {
      high: 0.03,
      rationale: {
        en: 'Judgement: one of the three measures that weigh most; no estimate was found.',
        zh: '判断：属权重较大的三条措施，未找到可引用测算。',
      },
    }),
  ),
  { id: 'sh_h_measures', kind: 'heading', label: { en: 'All measures', zh: '全部措施' } },
  {
    id: 'sh_measures',
    kind: 'input',
    label: { en: 'Measures announced', zh: '措施条数' },
    unit: 'measures',
    figure: 'sh-llm-measures-2023',
  },
  {
    id: 'sh_others',
    kind: 'result',
    label: { en: 'Other measures', zh: '其余措施条数' },
    unit: 'measures',
    formula: '={sh_measures}-COUNT({sh_named/*})',
  },
  strength('sh_measure_other', { en: 'Each of the other measures', zh: '其余措施每条' }, OTHER_STRENGTH, {
    high: 0.02,
    rationale: {
      en: 'Judgement: smaller than the three that are named; no estimate was found.',
      zh: '判断：小于单列的三条措施，未找到可引用测算。',
    },
  }),
  {
    id: 'sh_overlap',
    kind: 'input',
    label: { en: 'Overlap of measures', zh: '措施重叠比例' },
    unit: 'percent',
    value: 0.3,
    range: {
      low: 0,
      high: 0.6,
      step: 0.05,
      rationale: {
        en: 'Judgement: eleven measures for the same enterprises; more overlap than Guangdong’s four levers.',
        zh: '判断：11条措施面向同一批企业，重叠多于广东四项政策。',
      },
    },
  },
  {
    id: 'sh_measures_start',
    kind: 'input',
    label: { en: 'Measures start in', zh: '措施起始年' },
    unit: 'year',
    value: 2024,
    range: {
      low: 2024,
      high: 2030,
      step: 1,
      rationale: {
        en: 'They were announced in November 2023, so nothing can work before 2024.',
        zh: '措施于2023年11月公布，2024年之前不可能见效。',
      },
      basis: ['sh-llm-measures-2023'],
    },
  },
  {
    id: 'sh_ramp',
    kind: 'input',
    label: { en: 'Ramp of the measures', zh: '措施见效年限' },
    unit: 'years',
    value: 2,
    range: {
      low: 1,
      high: 6,
      step: 0.5,
      rationale: {
        en: 'Judgement: years from the start until the measures work in full.',
        zh: '判断：从启动到完全见效所需年数。',
      },
    },
  },
  {
    id: 'sh_measures_end',
    kind: 'input',
    label: { en: 'Measures hold until', zh: '措施效力保持至' },
    unit: 'year',
    figure: 'sh-llm-measures-2023',
    take: 'year',
    range: {
      low: 2025,
      high: 2034,
      step: 1,
      rationale: {
        en: 'The last year of the measures, which cover 2023 to 2025.',
        zh: '措施期限为2023—2025年，取末年。',
      },
      basis: ['sh-llm-measures-2023'],
    },
  },
  {
    id: 'sh_measures_half_life',
    kind: 'input',
    label: { en: 'Half-life of the measures', zh: '措施效应半衰期' },
    unit: 'years',
    value: 2,
    range: {
      low: 1,
      high: 10,
      step: 0.5,
      rationale: {
        en: 'Judgement: after their last year the measures lose half of their pull every two years.',
        zh: '判断：期满后拉动作用每两年减半。',
      },
    },
  },
  {
    id: 'sh_measures_full',
    kind: 'result',
    label: { en: 'Measures together, net of overlap', zh: '措施合计力度（扣除重叠）' },
    unit: 'points',
    decimals: 2,
    formula: '=(1-{sh_overlap})*(SUM({sh_named/*})+{sh_others}*{sh_measure_other})',
  },
  {
    id: 'sh_measures_effect',
    kind: 'series',
    label: { en: 'Pull of the measures', zh: '措施拉动' },
    unit: 'points',
    decimals: 2,
    formula:
      '={sh_measures_full}*MAX(0,MIN(1,({year}-{sh_measures_start}+1)/{sh_ramp}))*IF({year}<={sh_measures_end},1,2^(-({year}-{sh_measures_end})/{sh_measures_half_life}))',
  },
];

const checks: Line[] = [
  { id: 'sh_h_checks', kind: 'heading', label: { en: 'Checks', zh: '校验' } },
  ...fastGrowth({ prefix: 'sh', growth: 'sh_yearly_growth', after: 'sh_base_year' }),
  limit(
    'sh_limit_measures',
    { en: 'Warn above these points of measures together', zh: '措施合计拉动警戒值' },
    'points',
    0.12,
    [0.02, 0.3, 0.005],
  ),
  check(
    'sh_check_measures',
    { en: 'Measures together above their limit', zh: '措施合计拉动超警戒值' },
    'MAX({sh_measures_effect@all})>{sh_limit_measures}',
  ),
];

const doubled = (id: string, value: number) => [id, { value: 2 * value }] as const;

export default {
  id: 'shanghai',
  version: 1,
  name: { en: 'Shanghai’s eleven measures', zh: '上海11条措施' },
  about: {
    en: 'What the eleven measures of November 2023 could add to Shanghai’s AI industry above designated size, by assumption.',
    zh: '按假设推算2023年11月公布的11条措施对上海规上人工智能产业规模的拉动。',
  },
  periods: { first: 2022, last: 2035 },
  observedUntil: 2022,
  lines: [...projection, ...facts, ...growth, ...measures, ...checks],
  scenarios: [
    {
      id: 'base',
      name: { en: 'Base', zh: '基准情景' },
      note: {
        en: 'Growth holds until 2027; the measures work from 2024 and lose force after 2025.',
        zh: '增速保持至2027年；措施自2024年起见效，2025年后效力递减。',
      },
      overrides: {},
    },
    {
      id: 'slow',
      name: { en: 'Slow', zh: '低速情景' },
      note: {
        en: 'The trend is the growth of 2022 to 2024 as reported in 2025.',
        zh: '趋势增速取2025年公布的2022—2024年年均增速。',
      },
      overrides: { sh_growth: { value: { formula: '={sh_later_growth}' } } },
    },
    {
      id: 'past',
      name: { en: 'Past growth goes on', zh: '延续历史增速' },
      note: {
        en: 'The trend is the growth of 2018 to 2022.',
        zh: '趋势增速取2018—2022年年均增速。',
      },
      overrides: { sh_growth: { value: { formula: '={sh_past_growth}' } } },
    },
    {
      id: 'strong',
      name: { en: 'Strong measures', zh: '措施加力' },
      note: {
        en: 'Each measure adds twice as much as in the base.',
        zh: '每条措施的拉动为基准情景的两倍。',
      },
      overrides: Object.fromEntries([
        ...NAMED.map(({ id }) => doubled(`sh_measure_${id}`, NAMED_STRENGTH)),
        doubled('sh_measure_other', OTHER_STRENGTH),
      ]),
    },
  ],
  charts: [
    {
      line: 'sh_scale',
      figures: {
        region: 'Shanghai',
        variable: 'industry scale',
        definition: 'enterprises above designated size',
      },
      beside: ['sh_without'],
    },
    { line: 'sh_added' },
    { line: 'sh_measures_effect' },
    { line: 'sh_yearly_growth' },
  ],
  answer: {
    line: 'sh_scale',
    target: 'sh-scale-target-2025',
    terms: {
      growth: { cell: 'sh_average_growth', format: 'share' },
      scale: { cell: 'sh_without@2025', format: 'amount' },
      year: { cell: 'sh_target_year', format: 'year' },
      target: { cell: 'sh_target_2025', format: 'short' },
      gap: { cell: 'sh_gap', format: 'short', abs: true },
      // A bare number: as a count, Chinese would say 家.
      measures: { cell: 'sh_measures', format: 'year' },
      added: { cell: 'sh_added@2025', format: 'short' },
      reported: { figure: 'sh-scale-2025-q3', format: 'short' },
    },
    clauses: [
      {
        when: [{ cell: 'sh_gap', is: '<0' }],
        text: {
          en: '{known}{scenario}: at {growth} a year Shanghai reaches {scale} in {year}, past its {target} target; the {measures} measures add {added} by assumption.',
          zh: '{known}，{scenario}若年均增长{growth}，{year}年上海规上人工智能产业规模约{scale}，已超{target}目标；按假设，{measures}条措施再增约{added}。',
        },
      },
      {
        when: [{ cell: 'sh_gap', is: '>0' }],
        text: {
          en: '{known}{scenario}: at {growth} a year Shanghai reaches {scale} in {year}, {gap} short of its {target} target; the {measures} measures add {added} by assumption.',
          zh: '{known}，{scenario}若年均增长{growth}，{year}年上海规上人工智能产业规模约{scale}，比{target}目标少{gap}；按假设，{measures}条措施再增约{added}。',
        },
      },
      {
        when: [
          { cell: 'sh_gap', is: '>=0' },
          { cell: 'sh_reached', is: '>0' },
        ],
        text: {
          en: '{known}{scenario}: at {growth} a year Shanghai just reaches its target of {scale} in {year}; the {measures} measures add {added} by assumption.',
          zh: '{known}，{scenario}若年均增长{growth}，{year}年上海规上人工智能产业规模约{scale}，恰好达到目标；按假设，{measures}条措施再增约{added}。',
        },
      },
      {
        when: [{ cell: 'sh_gap', is: 'none' }],
        text: {
          en: '{known}{scenario}: no answer, since the gap to the target holds no number.',
          zh: '{known}，{scenario}与目标差距无法计算，暂无结论。',
        },
      },
      {
        when: [{ figure: 'sh-scale-2025-q3', reported: 'later' }],
        text: {
          en: 'Reported since: {reported} in the first nine months of 2025.',
          zh: '后续公布：2025年前三季度为{reported}。',
        },
      },
      {
        when: [{ figure: 'sh-scale-2025-q3', reported: 'known' }],
        text: {
          en: 'Reported: {reported} in the first nine months of 2025.',
          zh: '据公布：2025年前三季度为{reported}。',
        },
      },
    ],
  },
  warnings: [
    { check: 'sh_check_growth', at: 'sh_yearly_growth', severity: 'warning', text: FAST_GROWTH_TEXT },
    {
      check: 'sh_check_measures',
      at: 'sh_measures_effect',
      severity: 'warning',
      text: {
        en: 'The measures together add more growth than the limit allows.',
        zh: '措施合计拉动超过警戒值。',
      },
    },
  ],
  known: ['2023-11', 'latest'],
  exchange: 'fx_cny_usd',
} satisfies Model;
