import type { Lang } from '../model/text.ts';

const en = {
  close: 'Close',
  cancel: 'Cancel',
  running: {
    now: 'Calculating…',
    again: 'Calculate again',
    cancelled: 'Cancelled.',
    time: 'It took too long and was given up.',
    crash: 'The calculation stopped. Your sheet is as it was.',
    slower: (line: string, name?: string) =>
      `${name ?? 'The formula'} in “${line}” is asked of the workbook itself, one value after another, so this takes longer.`,
  },
  methods: {
    title: 'Methods',
    about:
      'The equations of the shipped models and of the analyses, where they come from, and where they stop being true.',
    exactness:
      'Within one browser engine the same document gives the same numbers to the last digit. Between engines, whose powers differ in the last digits, they are equal to a relative 10⁻¹².',
    cite: 'The address of this equation, to cite it by',
    source: 'Source.',
    limits: 'Limits.',
  },
  about: {
    title: 'About Foresheet',
    what: 'A spreadsheet for scenarios: every number with its source, every future beside the others.',
    licence: 'Free software under the GNU General Public License, version 3 only. It comes without any warranty.',
    source: 'Source code',
    libraries: (names: readonly string[]) => `Built with ${names.join(', ')}.`,
    seeds: (figures: number, sources: number) => `${figures} figures from ${sources} sources.`,
  },
};

const zh: typeof en = {
  close: '关闭',
  cancel: '取消',
  running: {
    now: '正在计算…',
    again: '重新计算',
    cancelled: '已取消。',
    time: '计算超时，已放弃。',
    crash: '计算中断，表格未受影响。',
    slower: (line, name) => `“${line}”中的${name ?? '公式'}只能由工作簿逐一试算，因此耗时较长。`,
  },
  methods: {
    title: '方法说明',
    about: '内置模型与分析所用公式、其来源及适用范围。',
    exactness:
      '在同一浏览器内核中，同一文档的各项数值完全相同，直至末位；不同内核计算乘方时末几位略有差异，数值的相对误差不超过10⁻¹²。',
    cite: '引用本公式的网址',
    source: '来源：',
    limits: '局限：',
  },
  about: {
    title: '关于Foresheet',
    what: '面向情景分析的电子表格：每个数字有出处，多种未来可并列。',
    licence: '自由软件，仅依GNU通用公共许可证第3版发布，不提供任何担保。',
    source: '源代码',
    libraries: (names: readonly string[]) => `所用组件：${names.join('、')}。`,
    seeds: (figures, sources) => `收录数据${figures}条、来源${sources}个。`,
  },
};

/** What the dialogs say; it comes with the first one. */
export const DIALOG_TEXTS: Readonly<Record<Lang, typeof en>> = { en, zh };
