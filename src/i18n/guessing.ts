import type { Lang } from '../model/text.ts';

/** What is said of a range that nobody gave. The first two are kept as what the range rests on. */
const en = {
  halfToDouble: 'Guessed: half to double; set your own',
  about: 'A guessed range; set your own',
  setOwn: 'Set low, high and step',
  low: 'Low',
  high: 'High',
  step: 'Step',
  why: 'On what it rests',
  save: 'Save the range',
  cancel: 'Cancel',
  judgement: 'Set by hand.',
  noNumber: (what: string) => `${what}: this is no number.`,
  noRange: 'Low must lie below high.',
  noStep: 'The step must be above 0.',
  /** Of a slider: which one. */
  of: (what: string, label: string) => `${what}: ${label}`,
};

export const GUESSING: Readonly<Record<Lang, typeof en>> = {
  en,
  zh: {
    halfToDouble: '系统猜测：取一半至两倍，请自行设定',
    about: '系统猜测的区间，请自行设定',
    setOwn: '设定下限、上限与步长',
    low: '下限',
    high: '上限',
    step: '步长',
    why: '依据',
    save: '保存区间',
    cancel: '取消',
    judgement: '自行设定。',
    noNumber: (what) => `${what}：请输入数字。`,
    noRange: '下限须小于上限。',
    noStep: '步长须大于0。',
    of: (what, label) => `${label}的${what}`,
  },
};
