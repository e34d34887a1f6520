import type { Input, Line, Series } from '../src/model/line.ts';
import type { Model } from '../src/model/model.ts';
import type { Text } from '../src/model/text.ts';
import { check, FAST_GROWTH_TEXT, fastGrowth, limit } from './shared/checks.ts';
import { exchangeRate, faded, fadeInputs, fadeSeries, nationInputs, nationSeries } from './shared/lines.ts';

/** One policy lever: its strength, and the years until it works in full. */
interface Lever {
  readonly id: string;
  readonly name: Text;
  /** Its strength in "All levers on", as a fraction. */
  readonly strength: number;
  readonly ramp: number;
}

const LEVERS: readonly Lever[] = [
  { id: 'compute', name: { en: 'Computing power', zh: '算力供给' }, strength: 0.04, ramp: 2 },
  { id: 'models', name: { en: 'Language models', zh: '大模型研发' }, strength: 0.03, ramp: 2 },
  {
    id: 'data',
    name: { en: 'Greater Bay Area data zone and cross-border data', zh: '大湾区数据特区与数据跨境' },
    strength: 0.02,
    ramp: 3,
  },
  { id: 'apps', name: { en: 'Application scenarios', zh: '应用场景开放' }, strength: 0.04, ramp: 2 },
];

const strengthInput = ({ id, name, strength }: Lever): Input => ({
  id: `gd_lever_${id}`,
  kind: 'input',
  label: { en: `Lever: ${name.en}`, zh: `政策：${name.zh}` },
  unit: 'points',
  value: 0,
  range: {
    low: 0,
    high: 0.08,
    step: 0.005,
    rationale: {
      en: `Judgement: off in the base. In “All levers on” it adds ${100 * strength} points: the four together make about what the plan needs above the trend (26.0 − 15.3 points); how they split is a judgement.`,
      zh: `判断：基准情景不计。“政策全面发力”情景取${100 * strength}个百分点：四项合计约等于规划所需增速与趋势增速之差（26.0%−15.3%），各项分配属判断。`,
    },
    basis: ['gd-scale-target-2025', 'gd-scale-2022', 'gd-growth-2022'],
  },
});

const rampInput = ({ id, name, ramp }: Lever): Input => ({
  id: `gd_ramp_${id}`,
  kind: 'input',
  label: { en: `Ramp: ${name.en}`, zh: `见效年限：${name.zh}` },
  unit: 'years',
  value: ramp,
  range: {
    low: 1,
    high: 6,
    step: 0.5,
    rationale: {
      en: 'Judgement: years from the start until the lever works in full.',
      zh: '判断：从启动到完全见效所需年数。',
    },
  },
});

const pullSeries = ({ id, name }: Lever): Series => ({
  id: `gd_pull_${id}`,
  kind: 'series',
  label: { en: `Pull: ${name.en}`, zh: `拉动：${name.zh}` },
  unit: 'points',
  formula: `={gd_lever_${id}}*MAX(0,MIN(1,({year}-{gd_lever_start}+1)/{gd_ramp_${id}}))*{gd_lever_decay}`,
});

const projection: Line[] = [
  { id: 'gd_h_projection', kind: 'heading', label: { en: 'Projection', zh: '预测' } },
  {
    id: 'gd_scale',
    kind: 'series',
    label: { en: 'Industry scale', zh: '产业规模' },
    unit: 'bn yuan',
    first: '={gd_scale_2022}',
    formula: '={gd_scale@prev}*(1+{gd_effective_growth})*{gd_shock}/{gd_shock@prev}',
    note: { en: 'Core industry, a flow of the calendar year.', zh: '核心产业口径，为当年流量。' },
  },
  {
    id: 'gd_effective_growth',
    kind: 'series',
    label: { en: 'Effective growth', zh: '有效增速' },
    unit: 'percent',
    first: '=""',
    formula: '={gd_trend}+{gd_lever_effect}',
    note: {
      en: 'Trend and levers, before the shock. The first year is given, so none leads into it.',
      zh: '趋势增速加政策拉动，未计冲击。首年为已知值，无增速。',
    },
  },
  {
    id: 'gd_yearly_growth',
    kind: 'series',
    label: { en: 'Growth on the year before', zh: '比上年增长' },
    unit: 'percent',
    first: '=""',
    formula: '={gd_scale}/{gd_scale@prev}-1',
    note: { en: 'What remains of effective growth under the shock.', zh: '计入冲击后的实际增速。' },
  },
  {
    id: 'gd_gap',
    kind: 'series',
    label: { en: 'Gap to target', zh: '与目标差距' },
    unit: 'bn yuan',
    // To the yuan, so that a path that meets its target leaves no gap of rounding errors.
    formula: '=IF({year}<={gd_target_year_2027},ROUND({gd_required_path}-{gd_scale},9),"")',
    note: {
      en: 'The path that the targets require minus the scale: positive is short. Empty after the last target.',
      zh: '达标路径减产业规模，正数为缺口。末个目标年之后为空。',
    },
  },
  {
    id: 'gd_gap_share',
    kind: 'series',
    label: { en: 'Gap as a share of the target', zh: '差距占目标比重' },
    unit: 'percent',
    formula: '=IF({year}<={gd_target_year_2027},{gd_gap}/{gd_required_path},"")',
  },
  {
    id: 'gd_share',
    kind: 'series',
    label: { en: 'Share of the nation', zh: '占全国比重' },
    unit: 'percent',
    formula: '={gd_scale}/{cn_scale}',
    note: { en: 'Both are the core industry of the same year.', zh: '分子分母均为同年核心产业规模。' },
  },
  {
    id: 'gd_firms',
    kind: 'series',
    label: { en: 'Enterprises', zh: '企业数量' },
    unit: 'firms',
    first: '={gd_firms_2022}',
    formula: '={gd_firms@prev}*(1+{gd_firms_trend})',
    note: {
      en: 'Core enterprises, a stock at the end of the year. The target of 2,000 counts AI enterprises: another count, and none is computed from the other.',
      zh: '核心企业，为年末存量。2000家目标统计的是人工智能企业，口径不同，二者不互相推算。',
    },
  },
  {
    id: 'gd_per_firm',
    kind: 'series',
    label: { en: 'Scale per enterprise', zh: '企业平均规模' },
    unit: 'mn yuan per firm',
    // 1,000 million make a billion.
    formula: '={gd_scale}*1000/{gd_firms}',
    note: { en: 'Core industry over core enterprises: one definition.', zh: '核心产业规模除以核心企业数，口径一致。' },
  },
  {
    id: 'gd_per_firm_growth',
    kind: 'series',
    label: { en: 'Growth of scale per enterprise', zh: '企业平均规模增速' },
    unit: 'percent',
    first: '=""',
    formula: '={gd_per_firm}/{gd_per_firm@prev}-1',
    note: {
      en: 'With the growth of enterprises it makes the growth of the scale: (1 + g) = (1 + g of enterprises) × (1 + g per enterprise).',
      zh: '与企业数量增速共同构成规模增速：(1+规模增速)=(1+企业数量增速)×(1+企业平均规模增速)。',
    },
  },
  {
    id: 'gd_scale_usd',
    kind: 'series',
    label: { en: 'Industry scale in dollars', zh: '产业规模（美元）' },
    unit: 'bn US$',
    formula: '={gd_scale}/{fx_cny_usd}',
    note: { en: 'At one rate for all years.', zh: '各年均按同一汇率折算。' },
  },
];

const targets: Line[] = [
  { id: 'gd_h_targets', kind: 'heading', label: { en: 'Start and targets', zh: '基期与目标' } },
  {
    id: 'gd_scale_2022',
    kind: 'input',
    label: { en: 'Industry scale, 2022', zh: '产业规模（2022年）' },
    unit: 'bn yuan',
    figure: 'gd-scale-2022',
  },
  {
    id: 'gd_base_year',
    kind: 'input',
    label: { en: 'Base year', zh: '基期' },
    unit: 'year',
    figure: 'gd-scale-2022',
    take: 'year',
  },
  {
    id: 'gd_target_2025',
    kind: 'input',
    label: { en: 'Target for 2025', zh: '2025年目标值' },
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
    id: 'gd_target_2027',
    kind: 'input',
    label: { en: 'Target for 2027', zh: '2027年目标值' },
    unit: 'bn yuan',
    figure: 'gd-scale-target-2027',
    note: { en: 'Known from June 2024.', zh: '2024年6月起可知。' },
  },
  {
    id: 'gd_target_year_2027',
    kind: 'input',
    label: { en: 'Later target year', zh: '后续目标年份' },
    unit: 'year',
    figure: 'gd-scale-target-2027',
    take: 'year',
  },
  {
    id: 'gd_firms_2022',
    kind: 'input',
    label: { en: 'Core enterprises, 2022', zh: '核心企业数（2022年）' },
    unit: 'firms',
    figure: 'gd-firms-2022',
  },
  {
    id: 'gd_firms_target',
    kind: 'input',
    label: { en: 'AI enterprises targeted for 2025', zh: '2025年人工智能企业目标数' },
    unit: 'firms',
    figure: 'gd-firms-target-2025',
    note: {
      en: 'Counts AI enterprises, not the core enterprises of 2022, so nothing is computed from it.',
      zh: '统计对象为人工智能企业，与2022年核心企业口径不同，不据此推算。',
    },
  },
  {
    id: 'gd_required_growth',
    kind: 'result',
    label: { en: 'Required growth', zh: '所需年均增速' },
    unit: 'percent a year',
    formula: '=({gd_target_2025}/{gd_scale_2022})^(1/({gd_target_year}-{gd_base_year}))-1',
    note: { en: 'From the base year to the target year.', zh: '自基期至目标年份。' },
  },
  {
    id: 'gd_required_growth_2027',
    kind: 'result',
    label: { en: 'Required growth to the later target', zh: '后续目标所需年均增速' },
    unit: 'percent a year',
    formula: '=({gd_target_2027}/{gd_target_2025})^(1/({gd_target_year_2027}-{gd_target_year}))-1',
    note: { en: 'From one target to the next.', zh: '自前一目标至后一目标。' },
  },
  {
    id: 'gd_required_path',
    kind: 'series',
    label: { en: 'Path that the targets require', zh: '达标所需路径' },
    unit: 'bn yuan',
    formula:
      '=IF({year}<={gd_target_year},{gd_scale_2022}*(1+{gd_required_growth})^({year}-{gd_base_year}),IF({year}<={gd_target_year_2027},{gd_target_2025}*(1+{gd_required_growth_2027})^({year}-{gd_target_year}),""))',
  },
  {
    id: 'gd_average_growth',
    kind: 'result',
    label: { en: 'Average growth to the target year', zh: '至目标年份的年均增速' },
    unit: 'percent a year',
    formula: '=({gd_scale@[gd_target_year]}/{gd_scale@first})^(1/({gd_target_year}-{gd_base_year}))-1',
    note: {
      en: 'What the scenario comes to, levers and shock included.',
      zh: '该情景下的年均增速，已计入政策与冲击。',
    },
  },
  {
    id: 'gd_reached',
    kind: 'result',
    label: { en: 'Target reached', zh: '是否如期达标' },
    unit: 'switch',
    formula: '=IF({gd_gap@[gd_target_year]}<=0,1,0)',
  },
  {
    id: 'gd_held',
    kind: 'series',
    label: { en: 'Required growth held for ever', zh: '所需增速长期不变' },
    unit: 'bn yuan',
    formula: '={gd_scale_2022}*(1+{gd_required_growth})^({year}-{gd_base_year})',
    note: {
      en: 'No forecast: it shows that such growth can only be a spell.',
      zh: '并非预测，仅说明如此增速只能是阶段性的。',
    },
  },
  {
    id: 'gd_held_past',
    kind: 'series',
    label: { en: 'Years in which it exceeds the nation', zh: '超过全国规模的年份' },
    unit: 'year',
    formula: '=IF({gd_held}>{cn_scale},{year},"")',
  },
  {
    id: 'gd_held_passes',
    kind: 'result',
    label: { en: 'Held for ever, it passes the nation in', zh: '长期不变则超过全国规模的年份' },
    unit: 'year',
    formula: '=IF(COUNT({gd_held_past@all})=0,"",MIN({gd_held_past@all}))',
  },
];

const growth: Line[] = [
  { id: 'gd_h_growth', kind: 'heading', label: { en: 'Growth', zh: '增速' } },
  {
    id: 'gd_growth',
    kind: 'input',
    label: { en: 'Trend growth', zh: '趋势增速' },
    unit: 'percent',
    figure: 'gd-growth-2022',
    range: {
      low: 0.05,
      high: 0.4,
      step: 0.001,
      rationale: {
        en: 'The growth of 2022 goes on: an estimate of the provincial industry association, published in February 2024, after the article.',
        zh: '沿用2022年增速：系省人工智能产业协会估计，2024年2月公布，晚于报道日期。',
      },
      basis: ['gd-growth-2022'],
    },
  },
  ...fadeInputs({
    prefix: 'gd',
    terminalRationale: {
      en: 'Judgement: an industry does not outgrow its economy for ever, and the province’s goal for its GDP to 2035 comes to about 5.9 % a year. No cited figure.',
      zh: '判断：产业增速终将向经济增速靠拢，广东2035年目标折合地区生产总值年均增长约5.9%。无引用数据。',
    },
  }),
  fadeSeries('gd'),
  {
    id: 'gd_trend',
    kind: 'series',
    label: { en: 'Trend growth by year', zh: '分年趋势增速' },
    unit: 'percent',
    first: '={gd_growth}',
    // Recursive, so that a year's trend that is typed over carries on into the fade.
    formula:
      '=IF({year}<={gd_fade_start},{gd_growth},{gd_terminal_growth}+({gd_trend@prev}-{gd_terminal_growth})*2^(-1/{gd_fade_half_life}))',
    note: {
      en: 'Holds, then fades to the terminal growth.',
      zh: '先保持不变，后向长期增速回落。',
    },
  },
];

const levers: Line[] = [
  { id: 'gd_h_levers', kind: 'heading', label: { en: 'Levers', zh: '政策工具' } },
  ...LEVERS.map(strengthInput),
  {
    id: 'gd_overlap',
    kind: 'input',
    label: { en: 'Overlap of levers', zh: '政策重叠比例' },
    unit: 'percent',
    value: 0.2,
    range: {
      low: 0,
      high: 0.6,
      step: 0.05,
      rationale: {
        en: 'Judgement: levers pull on the same enterprises, so a part of their sum is counted twice.',
        zh: '判断：各项政策作用于同一批企业，简单相加会重复计算。',
      },
    },
  },
  {
    id: 'gd_lever_start',
    kind: 'input',
    label: { en: 'Levers start in', zh: '政策起始年' },
    unit: 'year',
    value: 2024,
    range: {
      low: 2024,
      high: 2030,
      step: 1,
      rationale: {
        en: 'The guidance was issued in November 2023, so nothing can work before 2024.',
        zh: '实施意见于2023年11月印发，2024年之前不可能见效。',
      },
      basis: ['gd-scale-target-2025'],
    },
  },
  ...LEVERS.map(rampInput),
  {
    id: 'gd_lever_half_life',
    kind: 'input',
    label: { en: 'Half-life of the levers', zh: '政策效应半衰期' },
    unit: 'years',
    value: 3,
    range: {
      low: 1,
      high: 10,
      step: 0.5,
      rationale: {
        en: 'Judgement: after the year until which growth holds, a lever loses half of its pull every three years.',
        zh: '判断：增速保持期结束后，政策拉动每三年减半。',
      },
    },
  },
  {
    id: 'gd_lever_decay',
    kind: 'series',
    label: { en: 'Pull of the levers kept', zh: '政策效应保留比例' },
    unit: 'index',
    formula: '=IF({year}<={gd_fade_start},1,2^(-({year}-{gd_fade_start})/{gd_lever_half_life}))',
  },
  {
    id: 'gd_pulls',
    kind: 'heading',
    label: { en: 'Pull of each lever, before overlap', zh: '各项政策拉动（未扣除重叠）' },
    note: { en: 'Lines added here count in the sum.', zh: '在此新增的行计入合计。' },
  },
  ...LEVERS.map(pullSeries),
  { id: 'gd_h_together', kind: 'heading', label: { en: 'Levers together', zh: '政策合计' } },
  {
    id: 'gd_lever_effect',
    kind: 'series',
    label: { en: 'Levers together, net of overlap', zh: '政策合计拉动（扣除重叠）' },
    unit: 'points',
    formula: '=(1-{gd_overlap})*SUM({gd_pulls/*})',
  },
  {
    id: 'gd_lever_pull',
    kind: 'result',
    label: { en: 'Growth factor that the levers add by 2025', zh: '至2025年政策增加的增长倍数' },
    unit: 'index',
    formula: '={gd_lever_effect@2024}*(1+{gd_trend@2025})+{gd_lever_effect@2025}*(1+{gd_trend@2024})',
    note: {
      en: 'To the first order: what one more time their strength adds to the growth of 2024 and 2025 together.',
      zh: '一次近似：政策力度每增加一倍，2024、2025两年合计增加的增长倍数。',
    },
  },
  {
    id: 'gd_lever_missing',
    kind: 'result',
    label: { en: 'Growth factor missing for the target without levers', zh: '无政策时距目标尚缺的增长倍数' },
    unit: 'index',
    formula:
      '={gd_target_2025}/({gd_scale@2023}*{gd_shock@2025}/{gd_shock@2023})-(1+{gd_trend@2024})*(1+{gd_trend@2025})',
  },
  {
    id: 'gd_lever_multiple',
    kind: 'result',
    label: { en: 'Strength of levers needed, as a multiple', zh: '如期达标所需政策力度倍数' },
    unit: 'times',
    // m solves (1 + g24 + m l24)(1 + g25 + m l25) = what 2023 lacks to the target; this form also holds where l24 is 0.
    formula:
      '=IF(OR({gd_lever_pull}=0,{gd_lever_effect@2023}<>0,{gd_target_year}<>2025),"",2*{gd_lever_missing}/({gd_lever_pull}+SQRT({gd_lever_pull}^2+4*{gd_lever_effect@2024}*{gd_lever_effect@2025}*{gd_lever_missing})))',
    note: {
      en: 'How many times their strength the levers would need to reach the target for 2025. Empty where there are none.',
      zh: '政策力度须放大到多少倍才能实现2025年目标；无政策时为空。',
    },
  },
];

const shock: Line[] = [
  { id: 'gd_h_shock', kind: 'heading', label: { en: 'Decoupling shock', zh: '外部冲击' } },
  {
    id: 'gd_shock_on',
    kind: 'input',
    label: { en: 'Shock on', zh: '是否计入冲击' },
    unit: 'switch',
    value: 0,
    range: {
      low: 0,
      high: 1,
      step: 1,
      rationale: {
        en: 'Judgement: off in the base; the scenario “Decoupling” turns it on.',
        zh: '判断：基准情景不计，“外部冲击”情景计入。',
      },
    },
  },
  {
    id: 'gd_shock_start',
    kind: 'input',
    label: { en: 'Shock starts in', zh: '冲击起始年' },
    unit: 'year',
    value: 2024,
    range: {
      low: 2023,
      high: 2030,
      step: 1,
      rationale: { en: 'Judgement: the year after the article.', zh: '判断：取报道次年。' },
    },
  },
  {
    id: 'gd_shock_depth',
    kind: 'input',
    label: { en: 'Depth of the shock', zh: '冲击幅度' },
    unit: 'percent',
    value: 0.15,
    range: {
      low: 0,
      high: 0.4,
      step: 0.01,
      rationale: {
        en: 'Judgement: no estimate was found of what a cut in the supply of chips would cost.',
        zh: '判断：未找到芯片断供影响的可引用测算。',
      },
    },
  },
  {
    id: 'gd_shock_permanent',
    kind: 'input',
    label: { en: 'Part that stays', zh: '永久损失' },
    unit: 'percent',
    value: 0.05,
    range: {
      low: 0,
      high: 0.2,
      step: 0.01,
      rationale: {
        en: 'Judgement: a third of the depth is never made up. It counts up to the depth at most.',
        zh: '判断：约三分之一的损失无法恢复，且不超过冲击幅度。',
      },
    },
  },
  {
    id: 'gd_shock_half_life',
    kind: 'input',
    label: { en: 'Half-life of the recovery', zh: '恢复半衰期' },
    unit: 'years',
    value: 2,
    range: {
      low: 0.5,
      high: 8,
      step: 0.5,
      rationale: {
        en: 'Judgement: every two years half of what can be made up is made up.',
        zh: '判断：可恢复部分每两年恢复一半。',
      },
    },
  },
  {
    id: 'gd_shock',
    kind: 'series',
    label: { en: 'Level left by the shock', zh: '冲击后水平' },
    unit: 'index',
    formula:
      '=IF({year}<{gd_shock_start},1,1-{gd_shock_on}*(MIN({gd_shock_permanent},{gd_shock_depth})+({gd_shock_depth}-MIN({gd_shock_permanent},{gd_shock_depth}))*2^(-({year}-{gd_shock_start})/{gd_shock_half_life})))',
    note: { en: '1 where there is no shock.', zh: '无冲击时为1。' },
  },
];

const firms: Line[] = [
  { id: 'gd_h_firms', kind: 'heading', label: { en: 'Enterprises', zh: '企业' } },
  {
    id: 'gd_firms_growth',
    kind: 'input',
    label: { en: 'Growth of enterprises', zh: '企业数量增速' },
    unit: 'percent',
    value: 0.12,
    range: {
      low: 0,
      high: 0.4,
      step: 0.01,
      rationale: {
        en: 'Judgement: enterprises grow more slowly than the scale, so that each of them grows.',
        zh: '判断：企业数量增速低于规模增速，企业平均规模随之扩大。',
      },
    },
  },
  {
    id: 'gd_firms_terminal_growth',
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
    id: 'gd_firms_trend',
    kind: 'series',
    label: { en: 'Growth of enterprises by year', zh: '企业数量分年增速' },
    unit: 'percent',
    formula: faded('gd_firms_growth', 'gd_firms_terminal_growth', 'gd_fade'),
    note: { en: 'Fades as the trend does.', zh: '回落方式与趋势增速相同。' },
  },
];

const nation: Line[] = [
  { id: 'gd_h_nation', kind: 'heading', label: { en: 'The nation and the exchange rate', zh: '全国与汇率' } },
  ...nationInputs,
  ...nationSeries('gd'),
  exchangeRate,
];

const checks: Line[] = [
  { id: 'gd_h_checks', kind: 'heading', label: { en: 'Checks', zh: '校验' } },
  limit(
    'gd_limit_share',
    { en: 'Warn above this share of the nation', zh: '占全国比重警戒值' },
    'percent',
    0.4,
    [0.1, 0.9, 0.05],
  ),
  check(
    'gd_check_share',
    { en: 'Share of the nation above its limit', zh: '占全国比重超警戒值' },
    'MAX({gd_share@all})>{gd_limit_share}',
  ),
  check('gd_check_whole', { en: 'Larger than the nation', zh: '超过全国规模' }, 'MAX({gd_share@all})>1'),
  {
    id: 'gd_gdp_2022',
    kind: 'input',
    label: { en: 'Provincial GDP, 2022', zh: '地区生产总值（2022年）' },
    unit: 'bn yuan',
    decimals: 0,
    value: 13000,
    range: {
      low: 12000,
      high: 15000,
      step: 100,
      rationale: {
        en: 'Judgement: a round number without a cited figure, good enough for an order of magnitude.',
        zh: '判断：取整估计，无引用数据，仅用于判断量级。',
      },
    },
  },
  {
    id: 'gd_gdp_growth',
    kind: 'input',
    label: { en: 'Growth of provincial GDP', zh: '地区生产总值增速' },
    unit: 'percent',
    value: 0.059,
    range: {
      low: 0.02,
      high: 0.1,
      step: 0.001,
      rationale: {
        en: 'Judgement: about what the province’s goal for 2035 comes to. No cited figure.',
        zh: '判断：约为广东2035年目标折算的年均增速。无引用数据。',
      },
    },
  },
  {
    id: 'gd_gdp_share',
    kind: 'series',
    label: { en: 'Scale against provincial GDP', zh: '产业规模相当于地区生产总值' },
    unit: 'percent',
    formula: '={gd_scale}/({gd_gdp_2022}*(1+{gd_gdp_growth})^({year}-{gd_base_year}))',
    note: {
      en: 'Scale is no value added: an order of magnitude, not a part of GDP.',
      zh: '产业规模不是增加值，此处仅比较量级，不表示占比。',
    },
  },
  limit(
    'gd_limit_gdp',
    { en: 'Warn above this ratio to GDP', zh: '相当于地区生产总值警戒值' },
    'percent',
    0.05,
    [0.01, 0.2, 0.005],
  ),
  check(
    'gd_check_gdp',
    { en: 'Scale too large for the province’s GDP', zh: '规模相对地区生产总值过大' },
    'MAX({gd_gdp_share@all})>{gd_limit_gdp}',
  ),
  ...fastGrowth({ prefix: 'gd', growth: 'gd_yearly_growth', after: 'gd_base_year' }),
  limit(
    'gd_limit_levers',
    { en: 'Warn above these points of levers together', zh: '政策合计拉动警戒值' },
    'points',
    0.12,
    [0.02, 0.3, 0.005],
  ),
  check(
    'gd_check_levers',
    { en: 'Levers together above their limit', zh: '政策合计拉动超警戒值' },
    'MAX({gd_lever_effect@all})>{gd_limit_levers}',
  ),
  limit(
    'gd_limit_per_firm',
    { en: 'Warn above this multiple of the first scale per enterprise', zh: '企业平均规模倍数警戒值' },
    'times',
    2,
    [1.2, 5, 0.1],
  ),
  check(
    'gd_check_per_firm',
    { en: 'Scale per enterprise above its limit', zh: '企业平均规模超警戒值' },
    'MAX({gd_per_firm@all})>{gd_limit_per_firm}*{gd_per_firm@first}',
  ),
];

export default {
  id: 'guangdong',
  version: 1,
  name: { en: 'Guangdong AI hub', zh: '广东人工智能产业' },
  about: {
    en: 'The scale of Guangdong’s core AI industry against its targets of 300 bn yuan in 2025 and 440 bn in 2027, from trend growth, policy levers and an outside shock.',
    zh: '以趋势增速、政策工具和外部冲击推算广东人工智能核心产业规模，并与2025年3000亿元、2027年4400亿元目标比较。',
  },
  periods: { first: 2022, last: 2035 },
  observedUntil: 2022,
  lines: [...projection, ...targets, ...growth, ...levers, ...shock, ...firms, ...nation, ...checks],
  scenarios: [
    {
      id: 'base',
      name: { en: 'Base', zh: '基准情景' },
      note: {
        en: 'The growth of 2022 goes on until 2027 and then fades; no levers, no shock.',
        zh: '2022年增速延续至2027年，此后逐步回落；不计政策与冲击。',
      },
      overrides: {},
    },
    {
      id: 'levers',
      name: { en: 'All levers on', zh: '政策全面发力' },
      note: {
        en: 'Computing power, language models, data and application scenarios all pull from 2024.',
        zh: '算力、大模型、数据与应用场景四项政策自2024年起同时发力。',
      },
      overrides: Object.fromEntries(LEVERS.map(({ id, strength }) => [`gd_lever_${id}`, { value: strength }])),
    },
    {
      id: 'decoupling',
      name: { en: 'Decoupling', zh: '外部冲击' },
      note: {
        en: 'In 2024 supply is cut off: the scale drops by 15 %, a third of it for good, the rest half made up every two years. No levers.',
        zh: '2024年供应链受阻，产业规模下降15%，其中5个百分点无法恢复，其余每两年恢复一半；不计政策。',
      },
      overrides: { gd_shock_on: { value: 1 } },
    },
    {
      id: 'required',
      name: { en: 'Required path', zh: '达标路径' },
      note: {
        en: 'The growth that reaches 300 bn yuan in 2025 and 440 bn in 2027, then fades.',
        zh: '按实现2025年3000亿元、2027年4400亿元目标所需增速推算，此后逐步回落。',
      },
      overrides: {
        gd_growth: { value: { formula: '={gd_required_growth}' } },
        gd_trend: {
          2026: { formula: '={gd_required_growth_2027}' },
          2027: { formula: '={gd_required_growth_2027}' },
        },
      },
    },
  ],
  charts: [
    {
      line: 'gd_scale',
      figures: { region: 'Guangdong', variable: 'industry scale', definition: 'core industry' },
      beside: ['gd_required_path'],
    },
    { line: 'gd_firms', figures: { region: 'Guangdong', variable: 'enterprises', definition: 'core enterprises' } },
    { line: 'gd_share' },
    {
      line: 'gd_effective_growth',
      figures: { region: 'Guangdong', variable: 'industry growth', definition: 'core industry' },
    },
    { line: 'gd_gap' },
    { line: 'gd_per_firm' },
    { line: 'gd_held', beside: ['cn_scale'] },
  ],
  answer: {
    line: 'gd_scale',
    target: 'gd-scale-target-2025',
    terms: {
      growth: { cell: 'gd_average_growth', format: 'share' },
      year: { cell: 'gd_target_year', format: 'year' },
      base_year: { cell: 'gd_base_year', format: 'year' },
      base: { cell: 'gd_scale@2022', format: 'short' },
      scale: { cell: 'gd_scale@2025', format: 'amount' },
      gap: { cell: 'gd_gap@2025', format: 'short', abs: true },
      gap_share: { cell: 'gd_gap_share@2025', format: 'share', abs: true },
      target: { cell: 'gd_target_2025', format: 'short' },
      required: { cell: 'gd_required_growth', format: 'share' },
      lever_start: { cell: 'gd_lever_start', format: 'year' },
      multiple: { cell: 'gd_lever_multiple', format: 'times' },
      held_passes: { cell: 'gd_held_passes', format: 'year' },
      reported: { figure: 'gd-scale-2025', format: 'short' },
    },
    clauses: [
      {
        when: [{ cell: 'gd_gap@2025', is: '>0' }],
        text: {
          en: '{known}{scenario}: at {growth} a year Guangdong reaches {scale} in {year}, {gap} ({gap_share}) short of its {target} target; it needs {required} a year from {base} in {base_year}.',
          zh: '{known}，{scenario}若年均增长{growth}，{year}年广东人工智能核心产业规模约{scale}，比{target}目标少{gap}（{gap_share}）；如期达标，{base_year}—{year}年年均增速须达{required}。',
        },
      },
      {
        when: [{ cell: 'gd_gap@2025', is: '<0' }],
        text: {
          en: '{known}{scenario}: at {growth} a year Guangdong reaches {scale} in {year}, {gap} ({gap_share}) past its {target} target; it needed {required} a year from {base} in {base_year}.',
          zh: '{known}，{scenario}若年均增长{growth}，{year}年广东人工智能核心产业规模约{scale}，比{target}目标多{gap}（{gap_share}）；如期达标所需的{base_year}—{year}年年均增速为{required}。',
        },
      },
      {
        when: [
          { cell: 'gd_gap@2025', is: '>=0' },
          { cell: 'gd_reached', is: '>0' },
        ],
        text: {
          en: '{known}{scenario}: at {growth} a year from {base} in {base_year} Guangdong just reaches its target of {scale} in {year}.',
          zh: '{known}，{scenario}若年均增长{growth}，广东人工智能核心产业规模将由{base_year}年的{base}增至{year}年的{scale}，恰好达到目标。',
        },
      },
      {
        when: [{ cell: 'gd_gap@2025', is: 'none' }],
        text: {
          en: '{known}{scenario}: no answer, since the gap to the target holds no number for 2025.',
          zh: '{known}，{scenario}2025年与目标差距无法计算，暂无结论。',
        },
      },
      {
        when: [
          { cell: 'gd_gap@2025', is: '>0' },
          { cell: 'gd_lever_multiple', is: 'number' },
        ],
        text: {
          en: 'Levers that start in {lever_start} come too late: it would take {multiple} times as much.',
          zh: '{lever_start}年起的政策见效过晚，力度须达到{multiple}倍方能如期达标。',
        },
      },
      {
        when: [
          { cell: 'gd_reached', is: '>0' },
          { cell: 'gd_held_passes', is: 'number' },
        ],
        text: {
          en: 'Held for ever, {required} a year would pass the whole nation in {held_passes}.',
          zh: '若{required}的增速长期不变，{held_passes}年将超过全国规模。',
        },
      },
      {
        when: [{ figure: 'gd-scale-2025', reported: 'later' }],
        text: { en: 'Reported since: {reported}.', zh: '后续公布：2025年{reported}。' },
      },
      {
        when: [{ figure: 'gd-scale-2025', reported: 'known' }],
        text: { en: 'Reported: {reported}.', zh: '据公布：2025年{reported}。' },
      },
    ],
  },
  warnings: [
    {
      check: 'gd_check_share',
      at: 'gd_share',
      severity: 'warning',
      text: {
        en: 'Guangdong’s share of the nation rises above its limit: either the province grows too fast here or the nation too slowly.',
        zh: '广东占全国比重超过警戒值：广东增速偏高，或全国增速偏低。',
      },
    },
    {
      check: 'gd_check_whole',
      at: 'gd_share',
      severity: 'error',
      text: {
        en: 'Guangdong is larger than the nation that contains it: these inputs cannot hold together.',
        zh: '广东规模超过全国，各项假设相互矛盾。',
      },
    },
    {
      check: 'gd_check_gdp',
      at: 'gd_scale',
      severity: 'warning',
      text: {
        en: 'The scale grows large against the province’s whole economy.',
        zh: '产业规模相对全省经济总量偏大。',
      },
    },
    {
      check: 'gd_check_growth',
      at: 'gd_yearly_growth',
      severity: 'warning',
      text: FAST_GROWTH_TEXT,
    },
    {
      check: 'gd_check_levers',
      at: 'gd_lever_effect',
      severity: 'warning',
      text: {
        en: 'The levers together add more growth than the limit allows.',
        zh: '政策合计拉动超过警戒值。',
      },
    },
    {
      check: 'gd_check_per_firm',
      at: 'gd_per_firm',
      severity: 'warning',
      text: {
        en: 'Scale per enterprise rises far above its start: the growth of scale and of enterprises do not fit each other.',
        zh: '企业平均规模远超基期：规模增速与企业数量增速不匹配。',
      },
    },
  ],
  known: ['2023-11', '2024-06', 'latest'],
  exchange: 'fx_cny_usd',
} satisfies Model;
