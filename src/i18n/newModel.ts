/** What is said of models that a person begins. */
export const NEW_MODEL = {
  en: {
    title: 'New model',
    name: 'Name',
    named: 'My model',
    step: 'Time',
    steps: { year: 'Years', half: 'Half-years', quarter: 'Quarters', month: 'Months' },
    from: 'From',
    to: 'To',
    only: 'Only these periods',
    onlyHint: 'May be left empty: all from the first to the last. Or one by one, like 2025..2030, 2035, 2050.',
    noList: (example: string, most: number) =>
      `Periods like ${example}, from the earliest to the latest, each once, at most ${most} of them.`,
    currency: 'Currency',
    currencyHint: 'Say EUR or USD; it is offered as the unit of amounts. May be left empty.',
    badCurrency: (most: number) => `At most ${most} characters, on one line.`,
    create: 'Create',
    hint: 'Lines are typed in the sheet: a name in column A, then its unit, its value or its formula.',
    nameMissing: 'A name is needed.',
    noPeriod: (example: string) => `Write it like ${example}.`,
    noPeriods: (most: number) => `The first comes before the last, at most ${most} of them.`,
    base: 'Base',
    kept: (name: string, lines: number) =>
      `“${name}” holds ${lines === 1 ? 'one line' : `${lines} lines`}. The document that was open is kept.`,
    keepTitle: 'A model of these lines',
    keeps: (chosen: number, count: number, needed: readonly string[]) =>
      `${chosen === 1 ? 'The selected line' : `The ${chosen} selected lines`}${
        count === 0
          ? ' and nothing else: no formula of theirs needs another.'
          : `, and ${count === 1 ? 'one more' : `${count} more`} that their formulas need: ${needed.join(', ')}.`
      }`,
    keepsScenarios:
      'Scenarios, periods and what they hold in these lines come along. The open document stays as it is.',
    more: (count: number) => `${count} more`,
  },
  zh: {
    title: '新建模型',
    name: '名称',
    named: '我的模型',
    step: '时间',
    steps: { year: '年', half: '半年', quarter: '季度', month: '月' },
    from: '起',
    to: '止',
    only: '仅含以下期间',
    onlyHint: '可留空，即首末之间的全部期间；也可逐一填写，如2025..2030、2035、2050。',
    noList: (example: string, most: number) => `请按“${example}”的格式由早到晚填写，不得重复，最多${most}期。`,
    currency: '货币',
    currencyHint: '如CNY、USD，填写单位时会优先列出；可留空。',
    badCurrency: (most: number) => `不超过${most}个字符，且不换行。`,
    create: '新建',
    hint: '在表中直接输入各行：A列填名称，其后依次填单位、数值或公式。',
    nameMissing: '请填写名称。',
    noPeriod: (example: string) => `请按${example}的格式填写。`,
    noPeriods: (most: number) => `起始期不得晚于结束期，最多${most}期。`,
    base: '基准情景',
    kept: (name: string, lines: number) => `“${name}”含${lines}行。原文档已保留。`,
    keepTitle: '以所选行新建模型',
    keeps: (chosen: number, count: number, needed: readonly string[]) =>
      `所选${chosen}行${count === 0 ? '，其公式不引用其他行。' : `，以及公式所需的${count}行：${needed.join('、')}。`}`,
    keepsScenarios: '各情景、期间及其在这些行中的内容一并带入。当前文档不变。',
    more: (count: number) => `另${count}行`,
  },
};
