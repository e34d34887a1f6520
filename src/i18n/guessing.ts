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
  noNumber: (what: string) => `${what}: a number belongs here.`,
  needed: { low: 'A low value is needed.', high: 'A high value is needed.', step: 'A step is needed.' },
  noRange: 'Low must lie below high.',
  noStep: 'The step must be above 0.',
  /** Of a slider: which one. */
  of: (what: string, label: string) => `${what}: ${label}`,
};

export const GUESSING: Readonly<Record<Lang, typeof en>> = {
  en,
  zh: {
    halfToDouble: '系统推测的区间：现值的一半至两倍，可自行设定',
    about: '系统推测的区间，可自行设定',
    setOwn: '设定下限、上限与步长',
    low: '下限',
    high: '上限',
    step: '步长',
    why: '依据',
    save: '保存区间',
    cancel: '取消',
    judgement: '自行设定。',
    noNumber: (what) => `${what}：请输入数字。`,
    needed: { low: '请填写下限。', high: '请填写上限。', step: '请填写步长。' },
    noRange: '下限须小于上限。',
    noStep: '步长须大于0。',
    of: (what, label) => `${label}的${what}`,
  },
};
