/** What is said of the widths of columns. */
export const COLUMNS = {
  en: {
    width: (column: string) => `Width of the column ${column}`,
    hint: 'Drag to make the column wider or narrower, double click to fit what stands in it',
    more: 'More periods…',
  },
  zh: {
    width: (column: string) => `“${column}”列宽`,
    hint: '拖动调整列宽，双击使列宽适应内容',
    more: '增加期间…',
  },
};
