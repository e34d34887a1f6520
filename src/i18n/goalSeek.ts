/** What the dialog "What would it take?" says. */
const en = {
  title: 'What would it take?',
  about: 'The value of one input that makes a result reach the value you want. Everything else stays as it is.',
  line: 'Result',
  wanted: 'Value wanted',
  input: 'By changing',
  assumptions: 'Assumptions',
  facts: 'Facts',
  low: 'Between',
  high: 'and',
  cell: (line: string, period: string) => `${line}, ${period}`,
  now: (input: string, x: string, value: string) => `Now “${input}” is ${x}, which gives ${value}.`,
  found: (input: string, x: string, result: string, value: string) =>
    `Set “${input}” to ${x} and “${result}” comes to ${value}.`,
  exact: (x: string) => `With all its digits: ${x}.`,
  formula: 'A formula stands there now; the number replaces it.',
  unreachable: (input: string, low: string, high: string, result: string) =>
    `No value of “${input}” between ${low} and ${high} makes “${result}” reach that.`,
  nearest: (x: string, value: string) => `The nearest is ${x}, which gives ${value}.`,
  unrelated: (input: string, low: string, high: string, result: string) =>
    `“${result}” stays the same whatever “${input}” is between ${low} and ${high}.`,
  error: (result: string) => `“${result}” holds no number to calculate with.`,
  noInput: (result: string) =>
    `No input feeds “${result}”. Choose another result, or refer to an input in its formula.`,
  noWanted: 'Type the value wanted as a number.',
  noBracket: 'Type two numbers to search between, the lower one first.',
  put: (x: string, scenario: string) => `Put ${x} into “${scenario}”`,
  putInNew: 'Into a new scenario',
  newName: (input: string, x: string) => `${input}: ${x}`,
  putExact: 'Put in all digits',
  ceiling: 'The workbook is too large to try values on.',
  method: 'How it is found',
};

/** “需要多大”对话框的文字。 */
const zh: typeof en = {
  title: '目标倒推',
  about: '其他条件不变，求使结果达到期望值的某项输入取值。',
  line: '结果',
  wanted: '期望值',
  input: '调整项',
  assumptions: '假设',
  facts: '事实',
  low: '区间下限',
  high: '上限',
  cell: (line, period) => `${period}${line}`,
  now: (input, x, value) => `目前“${input}”为${x}，结果为${value}。`,
  found: (input, x, result, value) => `“${input}”取${x}时，“${result}”为${value}。`,
  exact: (x) => `全精度取值：${x}。`,
  formula: '该处现为公式，采用后将替换为数值。',
  unreachable: (input, low, high, result) => `“${input}”在${low}至${high}之间取任何值，“${result}”均无法达到期望值。`,
  nearest: (x, value) => `最接近时取${x}，结果为${value}。`,
  unrelated: (input, low, high, result) => `“${input}”在${low}至${high}之间变动时，“${result}”不变。`,
  error: (result) => `“${result}”不是数字，无法计算。`,
  noInput: (result) => `没有任何输入影响“${result}”：请另选结果，或在其公式中引用某项输入。`,
  noWanted: '请输入期望值（数字）。',
  noBracket: '请输入区间上下限（数字），下限须小于上限。',
  put: (x, scenario) => `用于“${scenario}”：${x}`,
  putInNew: '用于新情景',
  newName: (input, x) => `${input}：${x}`,
  putExact: '采用全精度值',
  ceiling: '工作簿过大，无法试算。',
  method: '求解方法',
};

export const GOAL_SEEK = { en, zh };
