import type { Rollup } from '../model/line.ts';
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
};

export const BY_YEAR: Readonly<Record<Lang, typeof en>> = {
  en,
  zh: {
    byYear: '按年',
    how: {
      sum: '年度值为各期合计',
      last: '年度值取期末值',
      mean: '年度值为各期均值',
      compound: '年度值为各期增速复合',
      none: '本行无年度值',
    },
    assumed: (how) => `${how}（推定）。`,
    given: (how) => `${how}。`,
    partial: (years) => `年度不完整、未显示：${years.join('、')}。`,
  },
};
