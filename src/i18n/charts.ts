import type { Lang } from '../model/text.ts';

/** What is said of charts of several lines. */
const en = {
  noPeriods: 'None of these lines has values over time to chart.',
  units: (first: string, other: string, line: string) =>
    `Lines of one unit can be stacked: “${line}” is in ${other || 'no unit'}, the first one in ${first || 'no unit'}. Nothing was changed.`,
};

export const CHARTS: Readonly<Record<Lang, typeof en>> = {
  en,
  zh: {
    noPeriods: '所选行均无各期数值，无法绘图。',
    units: (first, other, line) =>
      `单位相同的行才能堆叠：“${line}”的单位为${other || '空'}，首行为${first || '空'}。未作任何改动。`,
  },
};
