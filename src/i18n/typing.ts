import type { Text } from '../model/text.ts';

/** What is said of names and units that are typed in the sheet. */
export const TYPING = {
  label: {
    en: 'A line that holds values keeps its name. Type another over it, or delete the whole line by the menu.',
    zh: '已有数据的行须保留名称。可直接输入新名称，或在菜单中删除整行。',
  },
  name: {
    en: 'A name takes at most 200 characters. Shorten it or press Escape.',
    zh: '名称最多200个字符。请缩短，或按Esc取消。',
  },
  unit: {
    en: 'A unit has at most 60 characters, on one line. Shorten it, or press Escape to go back.',
    zh: '单位不超过60个字符，且不换行。请缩短，或按Esc放弃。',
  },
  lost: {
    en: (text: string) =>
      `“${text}” was not taken: its line or its document was left before it could be. Type it again.`,
    zh: (text: string) => `“${text}”未能录入：所在行或文档已先行离开，请重新输入。`,
  },
  notEmptied: {
    en: 'Nothing was emptied: another document was opened before.',
    zh: '未清除任何内容：此前已打开另一文档。',
  },
} satisfies Record<string, Text | { readonly [lang in keyof Text]: (text: string) => string }>;
