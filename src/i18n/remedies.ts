/** What can be done about an error. */
export const REMEDIES = {
  en: {
    whatToDo: 'What to do',
    atRoot: 'Mend the cell in which it began; this one follows.',
    remedies: {
      div0: 'Give the divisor a value, or ask first: IF(divisor=0, "", …).',
      na: 'Check what is looked up, and the range in which it is.',
      name: 'Choose the name from the list that appears while you type, or put text in quotes.',
      num: 'Check the arguments: a root of a negative number, or a rate that is not found.',
      ref: 'Point at a cell that holds a value, or take back the deletion of its line.',
      value: 'Find the text among the cells that feed it, and put a number there.',
      cycle: 'Take its own cell, or one that depends on it, out of the formula; last year’s value may be meant.',
      parse: 'Look at the last bracket or operator that you typed.',
      array: 'Choose one of its values with INDEX, or sum them up.',
      complex: 'Split the formula over several lines.',
      outside: 'Look at the row and column that are asked for: the range has fewer.',
      indirect:
        'A computed address could lead anywhere, so nobody could say what the cell depends on. Write it out, as in INDIRECT("D2"), or find the cell with INDEX, OFFSET or XLOOKUP.',
      arguments: 'Look at the arguments that are shown while you type.',
      volatile: 'Type the date or number, best in an assumption of its own to which formulas refer.',
      unloaded: 'Check the connection; it is asked for again with the next change.',
      limit: 'Ask for fewer cells.',
    },
  },
  zh: {
    whatToDo: '如何处理',
    atRoot: '请修改错误起始的单元格，本单元格随之更新。',
    remedies: {
      div0: '为除数填入数值，或先行判断：IF(除数=0, "", …)。',
      na: '请检查查找内容及其所在区域。',
      name: '输入时从候选列表中选取名称；文本请加引号。',
      num: '请检查参数，如负数开方或求不出的增速。',
      ref: '请引用含数值的单元格，或撤销对该行的删除。',
      value: '请在引用的单元格中找出文本，改为数字。',
      cycle: '请从公式中去掉本单元格或依赖它的单元格；或许应引用上年的值。',
      parse: '请检查最后输入的括号或运算符。',
      array: '请用INDEX取其中一个值，或求和。',
      complex: '请将公式拆分为多行。',
      outside: '请核对所求的行号、列号，区域没有那么大。',
      indirect:
        '计算得出的地址可能指向任意位置，无法确定本单元格依赖哪些数据。请直接写出地址，如INDIRECT("D2")，或用INDEX、OFFSET、XLOOKUP定位。',
      arguments: '请对照输入时显示的参数提示。',
      volatile: '请直接输入日期或数字，最好设为一项假设再引用。',
      unloaded: '请检查网络；下次修改时会再次加载。',
      limit: '请减少所求的单元格数。',
    },
  },
};
