/** What stands in place of the answer of a model that is asked nothing. */
export const NOT_ASKED = {
  en: {
    begin: 'Type a name in A2, then its value or formula beside it: that is the first line of this model.',
    other: 'Nothing is asked of this model yet: its numbers are in the sheet and the chart.',
  },
  zh: {
    begin: '在A2输入名称，再在右侧填入数值或公式，即为该模型的第一行。',
    other: '该模型尚未设定结论，数据见表格与图表。',
  },
};
