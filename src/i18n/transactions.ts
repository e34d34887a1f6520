import type { Lang } from '../model/text.ts';

/** What the list of transactions says, which a page with `?debug` in its address keeps. */
interface Texts {
  readonly title: (count: number) => string;
  readonly download: string;
  readonly events: Readonly<Record<'edit' | 'look' | 'undo' | 'redo' | 'open' | 'hold' | 'refuse', string>>;
  readonly cells: (count: number) => string;
  /** The sheet showed a number that the workbook then had otherwise. */
  readonly differs: (cell: string, shown: number, held: number) => string;
}

export const TRANSACTIONS: Readonly<Record<Lang, Texts>> = {
  en: {
    title: (count) => `Transactions: the last ${count}`,
    download: 'Download them',
    events: {
      edit: 'Edit',
      look: 'View',
      undo: 'Undo',
      redo: 'Redo',
      open: 'Opened',
      hold: 'Put back as text',
      refuse: 'Refused by the engine',
    },
    cells: (count) => `${count} ${count === 1 ? 'cell' : 'cells'}`,
    differs: (cell, shown, held) => `${cell} showed ${shown}; the workbook has ${held}.`,
  },
  zh: {
    title: (count) => `最近${count}次操作`,
    download: '下载记录',
    events: {
      edit: '编辑',
      look: '切换视图',
      undo: '撤销',
      redo: '重做',
      open: '打开文档',
      hold: '退回为文本',
      refuse: '计算引擎拒绝',
    },
    cells: (count) => `${count}个单元格`,
    differs: (cell, shown, held) => `${cell}曾显示${shown}，计算结果为${held}。`,
  },
};
