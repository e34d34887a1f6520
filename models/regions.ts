import type { Input, InputRange, Line } from '../src/model/line.ts';
import type { Model } from '../src/model/model.ts';
import type { Text } from '../src/model/text.ts';
import { check, FAST_GROWTH_TEXT, fastYears, growthLimits, limit } from './shared/checks.ts';
import { exchangeRate, faded, fadeInputs, fadeSeries, nationInputs, nationSeries } from './shared/lines.ts';

/** A region that grows from one reported figure at one rate, empty before that figure's year. */
interface Region {
  /** Of the ids: `bj` makes `bj_start`, `bj_base_year`, `bj_growth`, `bj_trend` and `bj_scale`. */
  readonly prefix: string;
  readonly name: Text;
  /** What is counted. */
  readonly counted: Text;
  readonly note: Text;
  readonly figure: string;
  readonly growth: Pick<Input, 'value' | 'figure'>;
  readonly range: Pick<InputRange, 'rationale' | 'basis'>;
}

const CORE: Text = { en: 'core industry', zh: '核心产业' };

const beijing: Region = {
  prefix: 'bj',
  name: { en: 'Beijing', zh: '北京' },
  counted: CORE,
  note: { en: 'From the figure of 2023; empty before.', zh: '以2023年数据为基数，此前为空。' },
  figure: 'bj-scale-2023',
  growth: { figure: 'bj-growth-floor-2025' },
  range: {
    rationale: {
      en: 'The floor that Beijing’s plan sets for 2023 to 2025, carried on.',
      zh: '取北京2023—2025年规划的增速下限并延续。',
    },
    basis: ['bj-growth-floor-2025'],
  },
};

const guangdong: Region = {
  prefix: 'gd',
  name: { en: 'Guangdong', zh: '广东' },
  counted: CORE,
  note: { en: 'As in the base of Guangdong’s own model.', zh: '与广东模型基准情景一致。' },
  figure: 'gd-scale-2022',
  growth: { figure: 'gd-growth-2022' },
  range: {
    rationale: {
      en: 'The growth of 2022 goes on: an estimate of the provincial industry association, published in February 2024.',
      zh: '沿用2022年增速：系省人工智能产业协会估计，2024年2月公布。',
    },
    basis: ['gd-growth-2022'],
  },
};

const shanghai: Region = {
  prefix: 'sh',
  name: { en: 'Shanghai', zh: '上海' },
  counted: { en: 'enterprises above designated size', zh: '规模以上企业' },
  note: {
    en: 'Counts all output of enterprises above designated size: wider than the core industry, so it is not ranked.',
    zh: '统计规模以上企业，口径宽于核心产业，不参与排名。',
  },
  figure: 'sh-scale-2022',
  growth: { value: 0.15 },
  range: {
    rationale: {
      en: 'Judgement: close to the nation’s growth. From 2022 to 2024 it was about half of that (published in 2025), from 2018 to 2022 about twice.',
      zh: '判断：接近全国增速。2022—2024年约为其一半（2025年公布），2018—2022年约为其两倍。',
    },
    basis: ['sh-scale-2018', 'sh-scale-2022', 'sh-scale-2024'],
  },
};

const hangzhou: Region = {
  prefix: 'hz',
  name: { en: 'Hangzhou', zh: '杭州' },
  counted: { en: 'as the city counts', zh: '本市口径' },
  note: {
    en: 'Called core industry, but the share of the nation that the source itself gives fits no national total: not ranked. From the figure of 2024, published in January 2026; empty before.',
    zh: '名为核心产业，但来源所称占全国比重与各项全国数据均不相符，不参与排名。以2024年数据为基数（2026年1月公布），此前为空。',
  },
  figure: 'hz-scale-2024',
  growth: { value: 0.2 },
  range: {
    rationale: {
      en: 'Judgement: the growth of over 20 % that its province reported for 2025, below what its own target for 2025 asks for.',
      zh: '判断：取浙江2025年公布的20%以上增速，低于杭州2025年目标所需增速。',
    },
    basis: ['zj-revenue-2025', 'hz-revenue-target-2025'],
  },
};

const shenzhen: Region = {
  prefix: 'sz',
  name: { en: 'Shenzhen', zh: '深圳' },
  counted: CORE,
  note: {
    en: 'A part of Guangdong: never added to it, not ranked beside it. From the figure of 2023; empty before.',
    zh: '含于广东，不与广东相加，也不并列排名。以2023年数据为基数，此前为空。',
  },
  figure: 'sz-scale-2023',
  growth: { figure: 'sz-growth-target' },
  range: {
    rationale: {
      en: 'The growth that Shenzhen aims for in 2025 and 2026, at least; published in 2025.',
      zh: '取深圳2025—2026年增速目标下限，2025年公布。',
    },
    basis: ['sz-growth-target'],
  },
};

const RANKED = [beijing, guangdong];
const OTHERS = [shenzhen, shanghai, hangzhou];
const REGIONS = [...RANKED, ...OTHERS];

const scale = ({ prefix: p, name, counted, note }: Region): Line => ({
  id: `${p}_scale`,
  kind: 'series',
  label: { en: `${name.en}, ${counted.en}`, zh: `${name.zh}（${counted.zh}）` },
  unit: 'bn yuan',
  first: `=IF({year}={${p}_base_year},{${p}_start},"")`,
  formula: `=IF({year}<{${p}_base_year},"",IF({year}={${p}_base_year},{${p}_start},{${p}_scale@prev}*(1+{${p}_trend})))`,
  note,
});

const share = ({ prefix: p, name }: Region): Line => ({
  id: `${p}_share`,
  kind: 'series',
  label: { en: `${name.en}’s share of the nation`, zh: `${name.zh}占全国比重` },
  unit: 'percent',
  formula: `=IF({${p}_scale}="","",{${p}_scale}/{cn_scale})`,
  note: { en: 'Both are core industry.', zh: '分子分母均为核心产业口径。' },
});

const rank = ({ prefix: p, name }: Region, { prefix: other }: Region): Line => ({
  id: `${p}_rank`,
  kind: 'series',
  label: { en: `${name.en}’s rank`, zh: `${name.zh}位次` },
  unit: 'rank',
  decimals: 0,
  formula: `=IF(OR({${p}_scale}="",{${other}_scale}=""),"",1+IF({${other}_scale}>{${p}_scale},1,0))`,
  note: {
    en: 'Among the regions that report the core industry.',
    zh: '仅在按核心产业口径公布的地区之间排名。',
  },
});

const start = ({ prefix: p, name, figure }: Region): Line[] => [
  {
    id: `${p}_start`,
    kind: 'input',
    label: { en: `${name.en}, first figure`, zh: `${name.zh}基期规模` },
    unit: 'bn yuan',
    figure,
  },
  {
    id: `${p}_base_year`,
    kind: 'input',
    label: { en: `${name.en}, its year`, zh: `${name.zh}基期` },
    unit: 'year',
    figure,
    take: 'year',
  },
];

const growthInput = ({ prefix: p, name, growth, range }: Region): Line => ({
  id: `${p}_growth`,
  kind: 'input',
  label: { en: `Growth of ${name.en}`, zh: `${name.zh}增速` },
  unit: 'percent',
  ...growth,
  range: { low: 0, high: 0.4, step: 0.001, ...range },
});

const trend = ({ prefix: p, name }: Region): Line => ({
  id: `${p}_trend`,
  kind: 'series',
  label: { en: `Growth of ${name.en} by year`, zh: `${name.zh}分年增速` },
  unit: 'percent',
  formula: faded(`${p}_growth`, 'all_terminal_growth', 'all_fade'),
  note: {
    en: 'Counts from the year after the first figure; holds, then fades to the terminal growth.',
    zh: '自基期次年起计，先保持不变，后向长期增速回落。',
  },
});

/** The growth that leads from a region's first figure to a later one: a fact, its year, and the rate between. */
const reported = (p: string, name: Text, figure: string, start: string, base: string, counted: Text): Line[] => [
  {
    id: `${p}_reported`,
    kind: 'input',
    label: { en: `${name.en}, later figure`, zh: `${name.zh}后续公布规模` },
    unit: 'bn yuan',
    figure,
    note: counted,
  },
  {
    id: `${p}_reported_year`,
    kind: 'input',
    label: { en: `${name.en}, year of the later figure`, zh: `${name.zh}后续公布年份` },
    unit: 'year',
    figure,
    take: 'year',
  },
  {
    id: `${p}_reported_growth`,
    kind: 'result',
    label: { en: `${name.en}, growth between the two`, zh: `${name.zh}两期年均增速` },
    unit: 'percent a year',
    formula: `=({${p}_reported}/{${start}})^(1/({${p}_reported_year}-{${base}}))-1`,
  },
];

const lines: Line[] = [
  {
    id: 'all_h_ranked',
    kind: 'heading',
    label: { en: 'Core industry: ranked', zh: '核心产业口径：参与排名' },
  },
  ...RANKED.map(scale),
  {
    id: 'bj_lead',
    kind: 'series',
    label: { en: 'Beijing’s lead over Guangdong', zh: '北京领先广东' },
    unit: 'bn yuan',
    formula: '=IF(OR({bj_scale}="",{gd_scale}=""),"",{bj_scale}-{gd_scale})',
    note: { en: 'Negative where Guangdong leads.', zh: '负数表示广东领先。' },
  },
  rank(beijing, guangdong),
  rank(guangdong, beijing),
  ...RANKED.map(share),
  {
    id: 'all_h_others',
    kind: 'heading',
    label: { en: 'Not ranked, never summed', zh: '不参与排名，不可加总' },
    note: {
      en: 'Shenzhen lies inside Guangdong; Shanghai and Hangzhou count differently.',
      zh: '深圳含于广东；上海、杭州统计口径不同。',
    },
  },
  ...OTHERS.map(scale),
  { id: 'all_h_facts', kind: 'heading', label: { en: 'Start and targets', zh: '基期与目标' } },
  ...REGIONS.flatMap(start),
  {
    id: 'bj_target_2025',
    kind: 'input',
    label: { en: 'Beijing’s target for 2025', zh: '北京2025年目标值' },
    unit: 'bn yuan',
    figure: 'bj-scale-target-2025',
  },
  {
    id: 'all_target_year',
    kind: 'input',
    label: { en: 'Target year', zh: '目标年份' },
    unit: 'year',
    figure: 'bj-scale-target-2025',
    take: 'year',
  },
  {
    id: 'gd_target_2025',
    kind: 'input',
    label: { en: 'Guangdong’s target for 2025', zh: '广东2025年目标值' },
    unit: 'bn yuan',
    figure: 'gd-scale-target-2025',
  },
  { id: 'all_h_growth', kind: 'heading', label: { en: 'Growth', zh: '增速' } },
  ...REGIONS.map(growthInput),
  ...fadeInputs({
    prefix: 'all',
    terminalRationale: {
      en: 'Judgement: the same for every region as in Guangdong’s model.',
      zh: '判断：各地区均与广东模型取值一致。',
    },
  }),
  fadeSeries('all'),
  ...REGIONS.map(trend),
  {
    id: 'all_h_nation',
    kind: 'heading',
    label: { en: 'The nation and the exchange rate', zh: '全国与汇率' },
  },
  ...nationInputs,
  {
    id: 'cn_base_year',
    kind: 'input',
    label: { en: 'Base year of the nation', zh: '全国基期' },
    unit: 'year',
    figure: 'cn-scale-2023-07',
    take: 'year',
  },
  ...nationSeries('all'),
  exchangeRate,
  {
    id: 'all_h_reported',
    kind: 'heading',
    label: { en: 'Reported later', zh: '后续公布' },
    note: { en: 'Only the scenario “As reported” uses these.', zh: '仅用于“按公布数推算”情景。' },
  },
  ...reported('bj', beijing.name, 'bj-scale-2025', 'bj_start', 'bj_base_year', {
    en: 'Core industry, an estimate of January 2026.',
    zh: '核心产业口径，2026年1月初步测算。',
  }),
  ...reported('gd', guangdong.name, 'gd-scale-2025', 'gd_start', 'gd_base_year', {
    en: 'Core industry, published in February 2026.',
    zh: '核心产业口径，2026年2月公布。',
  }),
  ...reported('sh', shanghai.name, 'sh-scale-2024', 'sh_start', 'sh_base_year', {
    en: 'Enterprises above designated size, published in 2025; its year is not stated clearly.',
    zh: '规模以上企业口径，2025年公布，来源未明示年份。',
  }),
  ...reported('cn', { en: 'The nation', zh: '全国' }, 'cn-scale-2025-miit', 'cn_scale_2022', 'cn_base_year', {
    en: 'Core industry, published in March 2026.',
    zh: '核心产业口径，2026年3月公布。',
  }),
  { id: 'all_h_checks', kind: 'heading', label: { en: 'Checks', zh: '校验' } },
  limit(
    'all_limit_share',
    { en: 'Warn above this share of the nation', zh: '占全国比重警戒值' },
    'percent',
    0.4,
    [0.1, 0.9, 0.05],
  ),
  check(
    'bj_check_share',
    { en: 'Beijing’s share above its limit', zh: '北京占全国比重超警戒值' },
    'MAX({bj_share@all})>{all_limit_share}',
  ),
  check(
    'gd_check_share',
    { en: 'Guangdong’s share above its limit', zh: '广东占全国比重超警戒值' },
    'MAX({gd_share@all})>{all_limit_share}',
  ),
  check(
    'all_check_whole',
    { en: 'A region larger than the nation', zh: '地区规模超过全国' },
    'MAX({bj_share@all},{gd_share@all})>1',
  ),
  {
    id: 'sz_inside',
    kind: 'series',
    label: { en: 'What Shenzhen leaves of Guangdong', zh: '广东除深圳外规模' },
    unit: 'bn yuan',
    formula: '=IF(OR({sz_scale}="",{gd_scale}=""),"",{gd_scale}-{sz_scale})',
  },
  check(
    'sz_check_inside',
    { en: 'Shenzhen larger than its province', zh: '深圳超过全省' },
    'COUNTIF({sz_inside@all},"<0")>0',
  ),
  ...growthLimits('all'),
  fastYears(
    { prefix: 'bj', growth: 'bj_trend', after: 'bj_base_year' },
    { en: 'Years of such growth in a row, Beijing', zh: '北京连续高增长年数' },
    'all',
  ),
  fastYears(
    { prefix: 'gd', growth: 'gd_trend', after: 'gd_base_year' },
    { en: 'Years of such growth in a row, Guangdong', zh: '广东连续高增长年数' },
    'all',
  ),
  check(
    'bj_check_growth',
    { en: 'Beijing’s growth above its limit for too long', zh: '北京高增长持续过久' },
    'MAX({bj_fast_years@all})>={all_limit_growth_years}',
  ),
  check(
    'gd_check_growth',
    { en: 'Guangdong’s growth above its limit for too long', zh: '广东高增长持续过久' },
    'MAX({gd_fast_years@all})>={all_limit_growth_years}',
  ),
];

const limitText: Text = {
  en: 'The share of the nation rises above its limit: the region is too large here, or the nation too small.',
  zh: '占全国比重超过警戒值：地区规模偏大，或全国规模偏小。',
};

export default {
  id: 'regions',
  version: 1,
  name: { en: 'Regions compared', zh: '地区比较' },
  about: {
    en: 'Beijing and Guangdong, which both report the core industry, ranked and as shares of the nation; Shenzhen, Shanghai and Hangzhou beside them, never summed.',
    zh: '北京、广东均按核心产业口径公布，可排名并计算占全国比重；深圳、上海、杭州仅作参照，不可加总。',
  },
  periods: { first: 2022, last: 2035 },
  observedUntil: 2022,
  lines,
  scenarios: [
    {
      id: 'base',
      name: { en: 'Base', zh: '基准情景' },
      note: {
        en: 'Each region grows from its own figure at the rate its plan or its record suggests, until 2027; then growth fades.',
        zh: '各地区以自身基期数据为起点，按规划或以往增速增长至2027年，此后回落。',
      },
      overrides: {},
    },
    {
      id: 'slow',
      name: { en: 'Slow', zh: '低速情景' },
      note: {
        en: 'Every region grows at the floor of Beijing’s plan, the lowest rate that any of the plans names; the nation as in the base.',
        zh: '各地区均按北京规划的增速下限增长，为各地规划中最低；全国增速与基准相同。',
      },
      overrides: Object.fromEntries(
        REGIONS.filter((region) => region !== beijing).map(({ prefix }) => [
          `${prefix}_growth`,
          { value: { formula: '={bj_growth}' } },
        ]),
      ),
    },
    {
      id: 'reported',
      name: { en: 'As reported', zh: '按公布数推算' },
      note: {
        en: 'Beijing, Guangdong, Shanghai and the nation grow as figures published in 2025 and 2026 imply, until 2027; Shenzhen and Hangzhou as in the base.',
        zh: '北京、广东、上海和全国按2025—2026年公布数据折算的增速增长至2027年；深圳、杭州与基准相同。',
      },
      overrides: Object.fromEntries(
        ['bj', 'gd', 'sh', 'cn'].map((p) => [`${p}_growth`, { value: { formula: `={${p}_reported_growth}` } }]),
      ),
    },
  ],
  charts: [
    {
      line: 'bj_scale',
      figures: { region: 'Beijing', variable: 'industry scale', definition: 'core industry' },
      beside: ['gd_scale'],
    },
    {
      line: 'gd_scale',
      figures: { region: 'Guangdong', variable: 'industry scale', definition: 'core industry' },
      beside: ['bj_scale'],
    },
    { line: 'bj_share', beside: ['gd_share'] },
    { line: 'sz_scale', figures: { region: 'Shenzhen', variable: 'industry scale', definition: 'core industry' } },
    {
      line: 'sh_scale',
      figures: {
        region: 'Shanghai',
        variable: 'industry scale',
        definition: 'enterprises above designated size',
      },
    },
    { line: 'hz_scale', figures: { region: 'Hangzhou', variable: 'industry scale', definition: 'core industry' } },
  ],
  answer: {
    line: 'bj_scale',
    target: 'bj-scale-target-2025',
    terms: {
      bj: { cell: 'bj_scale@2025', format: 'amount' },
      gd: { cell: 'gd_scale@2025', format: 'amount' },
      bj_short: { cell: 'bj_scale@2025', format: 'short' },
      gd_short: { cell: 'gd_scale@2025', format: 'short' },
      year: { cell: 'all_target_year', format: 'year' },
      bj_reported: { figure: 'bj-scale-2025', format: 'short' },
      gd_reported: { figure: 'gd-scale-2025', format: 'short' },
    },
    clauses: [
      {
        when: [{ cell: 'bj_lead@2025', is: '>=0' }],
        text: {
          en: '{known}{scenario}: among regions that report core industry scale, Beijing reaches {bj} and Guangdong {gd_short} in {year}.',
          zh: '{known}，{scenario}按核心产业口径，{year}年北京约{bj}、广东约{gd_short}；',
        },
      },
      {
        when: [{ cell: 'bj_lead@2025', is: '<0' }],
        text: {
          en: '{known}{scenario}: among regions that report core industry scale, Guangdong reaches {gd} and Beijing {bj_short} in {year}.',
          zh: '{known}，{scenario}按核心产业口径，{year}年广东约{gd}、北京约{bj_short}；',
        },
      },
      {
        when: [{ cell: 'bj_lead@2025', is: 'none' }],
        text: {
          en: '{known}{scenario}: no answer, since Beijing or Guangdong holds no number for 2025.',
          zh: '{known}，{scenario}2025年北京或广东规模无法计算，暂无结论；',
        },
      },
      {
        text: {
          en: 'Shanghai and Hangzhou count differently and are not ranked.',
          zh: '上海、杭州统计口径不同，不参与排名。',
        },
      },
      {
        when: [
          { figure: 'bj-scale-2025', reported: 'later' },
          { figure: 'gd-scale-2025', reported: 'later' },
        ],
        text: {
          en: 'Reported since: Beijing {bj_reported} (estimate), Guangdong {gd_reported}.',
          zh: '后续公布：2025年北京{bj_reported}（初步测算），广东{gd_reported}。',
        },
      },
      {
        when: [
          { figure: 'bj-scale-2025', reported: 'known' },
          { figure: 'gd-scale-2025', reported: 'known' },
        ],
        text: {
          en: 'Reported: Beijing {bj_reported} (estimate), Guangdong {gd_reported}.',
          zh: '据公布：2025年北京{bj_reported}（初步测算），广东{gd_reported}。',
        },
      },
    ],
  },
  warnings: [
    { check: 'bj_check_share', at: 'bj_share', severity: 'warning', text: limitText },
    { check: 'gd_check_share', at: 'gd_share', severity: 'warning', text: limitText },
    {
      check: 'all_check_whole',
      at: 'cn_scale',
      severity: 'error',
      text: {
        en: 'A region is larger than the nation that contains it: these inputs cannot hold together.',
        zh: '地区规模超过全国，各项假设相互矛盾。',
      },
    },
    {
      check: 'sz_check_inside',
      at: 'sz_scale',
      severity: 'error',
      text: {
        en: 'Shenzhen is larger than the province that contains it: these inputs cannot hold together.',
        zh: '深圳规模超过全省，各项假设相互矛盾。',
      },
    },
    { check: 'bj_check_growth', at: 'bj_trend', severity: 'warning', text: FAST_GROWTH_TEXT },
    { check: 'gd_check_growth', at: 'gd_trend', severity: 'warning', text: FAST_GROWTH_TEXT },
  ],
  known: ['2024-12', 'latest'],
  exchange: 'fx_cny_usd',
} satisfies Model;
