import type { Rollup } from '../model/line.ts';
import type { Step } from '../model/periods.ts';
import type { Lang } from '../model/text.ts';

/** What is said where periods are shown by year. */
const en = {
  byYear: 'By year',
  how: {
    sum: 'Each year is the sum of its periods',
    last: 'Each year is its last period',
    mean: 'Each year is the mean of its periods',
    compound: 'Each year is the growth of its periods, compounded',
    none: 'The line has no values by year',
  } satisfies Record<Rollup, string>,
  /** The line does not say how. */
  assumed: (how: string) => `${how} (assumed).`,
  given: (how: string) => `${how}.`,
  partial: (years: readonly string[]) => `Not whole, and left out: ${years.join(', ')}.`,
  /** Several periods, by their step. */
  steps: { year: 'years', half: 'half-years', quarter: 'quarters', month: 'months' } satisfies Record<Step, string>,
  /** Said at a year in which somebody types, pastes or fills. */
  computed: (steps: string) =>
    `Years are computed from their ${steps}. Press Enter on a year to go to them and type there.`,
  facts: {
    made: 'Made by',
    periods: 'Its periods',
    own: 'The line has a value for each year.',
    /** Of one year. `count`: its periods, `last`: the last of them in words. */
    how: {
      sum: (count: number, steps: string, _last: string) => `Sum of ${count} ${steps}`,
      last: (_count: number, _steps: string, last: string) => `Last value: ${last}`,
      mean: (count: number, steps: string, _last: string) => `Mean of ${count} ${steps}`,
      compound: (count: number, steps: string, _last: string) => `Growth of ${count} ${steps}, compounded`,
      none: (_count: number, _steps: string, _last: string) => 'Nothing',
    } satisfies Record<Rollup, unknown>,
    assumed: 'Assumed: the line does not say how its periods make a year.',
    setIt: 'Say it in the line…',
    none: 'The line says that it has no values by year.',
    partial: (year: string, there: number, whole: number, steps: string) =>
      `${year} is not whole: the model has ${there} of its ${whole} ${steps}.`,
    empty: (period: string) => `There is no number in ${period}.`,
    error: (period: string) => `There is an error in ${period}.`,
  },
};

export const BY_YEAR: Readonly<Record<Lang, typeof en>> = {
  en,
  zh: {
    byYear: '按年',
    how: {
      sum: '年度值为各期合计',
      last: '年度值取期末值',
      mean: '年度值为各期均值',
      compound: '年度值由各期增速连乘得出',
      none: '本行无年度值',
    },
    assumed: (how) => `${how}（推定）。`,
    given: (how) => `${how}。`,
    partial: (years) => `年度不完整、未显示：${years.join('、')}。`,
    steps: { year: '年', half: '个半年', quarter: '个季度', month: '个月' },
    computed: () => '年度值由各期计算得出，不能直接录入。在年度单元格按Enter可转到其各期录入。',
    facts: {
      made: '计算方式',
      periods: '所含各期',
      own: '本行按年取值。',
      how: {
        sum: (count, steps) => `${count}${steps}合计`,
        last: (_count, _steps, last) => `取期末值：${last}`,
        mean: (count, steps) => `${count}${steps}均值`,
        compound: (count, steps) => `${count}${steps}增速连乘`,
        none: () => '无',
      },
      assumed: '推定：本行未指定年度汇总方式。',
      setIt: '在行设置中指定…',
      none: '本行设定为无年度值。',
      partial: (year, there, whole, steps) => `${year}年度不完整：模型仅含其${whole}${steps}中的${there}${steps}。`,
      empty: (period) => `${period}没有数值。`,
      error: (period) => `${period}存在错误。`,
    },
  },
};
