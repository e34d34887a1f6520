import type { Rollup } from '../model/line.ts';
import type { Lang } from '../model/text.ts';

const list = (names: readonly string[], most: number, lang: Lang): string => {
  const shown = names.slice(0, most).map((name) => `“${name}”`);
  const rest = names.length - shown.length;
  if (lang === 'zh') return `${shown.join('、')}${rest > 0 ? `等${names.length}行` : ''}`;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
};

/** What is said of lines, years and their dialogs. */
export const LINES = {
  en: {
    add: 'New line',
    edit: 'Edit line',
    name: 'Name',
    kind: 'What it holds',
    kinds: {
      input: 'An input: one value',
      inputs: 'An input: a value a period',
      series: 'A series: one formula for all periods',
      result: 'A result: one formula',
      heading: 'A heading',
    },
    ownStep: 'Its periods',
    /** As long as those of the model, or longer. */
    ownSteps: { year: 'Years', half: 'Half-years', quarter: 'Quarters', month: 'Months' },
    ownStepSame: (steps: string) => `${steps}, as the sheet`,
    ownStepHint:
      'The value of a longer period stands in the column in which it ends. Each shorter one reads it from there.',
    /** How its periods make a year. */
    rollup: 'A year of it is',
    rollups: {
      sum: 'The sum of its periods',
      last: 'Its last period',
      mean: 'The mean of its periods',
      compound: 'The growth of its periods, compounded',
      none: 'Nothing: it has no values by year',
    } satisfies Record<Rollup, string>,
    rollupGuess: (how: string) => `${how} (assumed)`,
    noDefault: 'Without a default nothing stands in a period in which nothing is typed.',
    inStep: (joined: number, dropped: number, ended: number) =>
      [
        joined > 0 &&
          `${joined} typed ${joined === 1 ? 'value was' : 'values were'} joined into those of the longer periods, as the line makes a year.`,
        dropped > 0 &&
          `${dropped} typed ${dropped === 1 ? 'value was' : 'values were'} left out: a longer period has one value, and the last in it was kept.`,
        ended > 0 &&
          `${ended} typed ${ended === 1 ? 'value stands' : 'values stand'} in the last of the periods for which ${ended === 1 ? 'it was' : 'they were'} given; nothing was put into the others.`,
      ]
        .filter(Boolean)
        .join(' '),
    unit: 'Unit',
    unitHint: 'Any text: customers, EUR per customer. Empty for a plain number.',
    badUnit: (most: number) => `A unit has at most ${most} characters, on one line.`,
    decimals: 'Decimals',
    decimalsUsual: 'those of its unit',
    badDecimals: 'A whole number from 0 to 12, or nothing.',
    value: 'Default',
    rests: 'The default rests on',
    restsKinds: { range: 'a judgement', figure: 'a figure' },
    figure: 'Figure',
    noFigure: 'There is no figure in this unit. Add one first.',
    low: 'Low',
    high: 'High',
    step: 'Step',
    rationale: 'On what the judgement rests',
    judgement: 'Judgement without a source.',
    note: 'Note',
    noteHint: 'What a reader should know about its definition.',
    formulaHint:
      'Type its formula in the sheet, in any of its cells: by pointing at cells or by the names of lines. It goes along the whole line.',
    formulaNow: 'Formula',
    formulaEdit: 'Type another formula in one of its cells and choose “Use for the whole line” in the inspector.',
    nameMissing: 'A line needs a name.',
    noNumber: 'A number belongs here.',
    needed: {
      value: 'A default value is needed.',
      low: 'A low value is needed.',
      high: 'A high value is needed.',
      step: 'A step is needed.',
    },
    noRange: 'Low must lie below high, and the default between them.',
    noStep: 'The step must be above 0.',
    save: 'Save',
    create: 'Add the line',
    copyOf: (name: string) => `${name}, copy`,
    deleted: (names: readonly string[], users: readonly string[]) =>
      `${names.length === 1 ? `“${names[0]}” was deleted.` : `${names.length} lines were deleted.`}${
        users.length === 0
          ? ''
          : ` ${list(users, 3, 'en')} ${users.length === 1 ? 'refers' : 'refer'} to ${names.length === 1 ? 'it' : 'them'} and ${users.length === 1 ? 'shows' : 'show'} an error now.`
      }`,
    /** What lines that were moved left, and what they came into. */
    inRanges: (moved: readonly string[], fewer: readonly string[], more: readonly string[]) => {
      const what = moved.length === 1 ? `“${moved[0]}”` : 'lines that were moved';
      const left = `${list(fewer, 3, 'en')} no longer ${fewer.length === 1 ? 'takes' : 'take'} in ${what}.`;
      const came = `${list(more, 3, 'en')} now ${more.length === 1 ? 'takes' : 'take'} in ${what}.`;
      return [...(fewer.length > 0 ? [left] : []), ...(more.length > 0 ? [came] : [])].join(' ');
    },
    periods: 'Periods of the sheet',
    firstPeriod: 'First period',
    lastPeriod: 'Last period',
    notAmong: (period: string, list: string) => `${period} is none of the periods, which are ${list}.`,
    only: 'Only these periods',
    onlyHint: 'Empty: all from the first to the last. Or one by one, like 2025..2030, 2035, 2050.',
    noList: (most: number, like: string) =>
      `Periods like ${like}, from the earliest to the latest, each once, at most ${most} of them.`,
    startsBetween: (names: readonly string[], first: string) =>
      `${list(names, 4, 'en')} ${names.length === 1 ? 'goes' : 'go'} on from the periods before, and ${names.length === 1 ? 'has' : 'have'} no number in ${first}. Begin with a period that the sheet has, or earlier.`,
    across: (names: readonly string[]) =>
      `${list(names, 4, 'en')} ${names.length === 1 ? 'goes' : 'go'} on from the period before. That is the column before, however much time lies between them.`,
    periodsHint: 'Formulas follow. What was typed in periods that go is kept and comes back with them.',
    begin: (names: readonly string[]) =>
      `${list(names, 4, 'en')} ${names.length === 1 ? 'needs' : 'need'} the periods that go: the computed numbers of the new first one are kept as typed ones, in every scenario.`,
    noPeriods: (most: number, like: string) =>
      `Periods like ${like}, the first before the last, at most ${most} of them.`,
    length: 'Length of a period',
    stepped: ({ spread, joined, dropped }: { spread: number; joined: number; dropped: number }) =>
      [
        'Formulas stay; “the period before” is one of the new length.',
        spread > 0 &&
          `${spread} typed ${spread === 1 ? 'value is' : 'values are'} spread: a sum is divided, growth that is compounded takes its root, all else is repeated.`,
        joined > 0 &&
          `${joined} typed ${joined === 1 ? 'value is' : 'values are'} joined as the line makes a year: summed, averaged or the last one.`,
        dropped > 0 &&
          `${dropped} typed ${dropped === 1 ? 'value goes' : 'values go'}: not every part of the longer period is a number.`,
        'Undo brings all back.',
      ]
        .filter(Boolean)
        .join(' '),
    change: 'Change the periods',
    failed: 'The numbers that have to be kept could not be read. Nothing was changed; try again.',
  },
  zh: {
    add: '新增行',
    edit: '编辑行',
    name: '名称',
    kind: '内容',
    kinds: {
      input: '输入项：单一数值',
      inputs: '输入项：每期一个数值',
      series: '序列：各期共用一个公式',
      result: '结果：单一公式',
      heading: '标题',
    },
    ownStep: '期间长度',
    ownSteps: { year: '年', half: '半年', quarter: '季', month: '月' },
    ownStepSame: (steps: string) => `${steps}（与表相同）`,
    ownStepHint: '较长期间的数值记在其最后一列，其中各期均引用该值。',
    rollup: '年度汇总方式',
    rollups: { sum: '各期合计', last: '期末值', mean: '各期均值', compound: '各期增速复合', none: '无年度值' },
    rollupGuess: (how: string) => `${how}（推定）`,
    noDefault: '不设默认值时，未录入的期间为空。',
    inStep: (joined: number, dropped: number, ended: number) =>
      [
        joined > 0 && `${joined}个已录入的数值已按本行的年度汇总方式并入较长期间。`,
        dropped > 0 && `${dropped}个已录入的数值未保留：较长期间只有一个数值，取其中最后一个。`,
        ended > 0 && `${ended}个已录入的数值现记在原期间的最后一期，其余各期未填。`,
      ]
        .filter(Boolean)
        .join(''),
    unit: '单位',
    unitHint: '可填写任意文字，如“户”“元/户”；纯数字可留空。',
    badUnit: (most: number) => `单位不超过${most}个字符，且不换行。`,
    decimals: '小数位数',
    decimalsUsual: '按单位',
    badDecimals: '请输入0至12的整数，或留空。',
    value: '默认值',
    rests: '默认值的依据',
    restsKinds: { range: '判断', figure: '已公布数据' },
    figure: '数据',
    noFigure: '没有该单位的数据，请先新增数据。',
    low: '下限',
    high: '上限',
    step: '步长',
    rationale: '判断依据',
    judgement: '判断，无数据来源。',
    note: '说明',
    noteHint: '读者应了解的口径说明。',
    formulaHint: '请在表中该行任一单元格输入公式：可点选单元格引用，也可输入行名。公式自动适用于整行。',
    formulaNow: '公式',
    formulaEdit: '如需修改，请在该行任一单元格输入新公式，再于“单元格说明”中选择“用于整行”。',
    nameMissing: '请填写名称。',
    noNumber: '请输入数字。',
    needed: { value: '请填写默认值。', low: '请填写下限。', high: '请填写上限。', step: '请填写步长。' },
    noRange: '下限须小于上限，默认值须介于两者之间。',
    noStep: '步长须大于0。',
    save: '保存',
    create: '新增该行',
    copyOf: (name: string) => `${name}（副本）`,
    deleted: (names: readonly string[], users: readonly string[]) =>
      `${names.length === 1 ? `已删除“${names[0]}”。` : `已删除${names.length}行。`}${
        users.length === 0 ? '' : `${list(users, 3, 'zh')}引用了被删除的行，现显示错误。`
      }`,
    inRanges: (moved: readonly string[], fewer: readonly string[], more: readonly string[]) => {
      const what = moved.length === 1 ? `“${moved[0]}”` : '所移动的行';
      const left = `${list(fewer, 3, 'zh')}的引用区域不再包含${what}。`;
      const came = `${list(more, 3, 'zh')}的引用区域现已包含${what}。`;
      return [...(fewer.length > 0 ? [left] : []), ...(more.length > 0 ? [came] : [])].join('');
    },
    periods: '表中期间',
    firstPeriod: '起始期',
    lastPeriod: '结束期',
    notAmong: (period: string, list: string) => `${period}不是表中的期间（${list}）。`,
    only: '仅含以下期间',
    onlyHint: '留空则含首末之间的全部期间；也可逐一填写，如2025..2030、2035、2050。',
    noList: (most: number, like: string) => `请按“${like}”的格式由早到晚填写，不得重复，最多${most}期。`,
    startsBetween: (names: readonly string[], first: string) =>
      `${list(names, 4, 'zh')}由上一期推算，在${first}没有数值。请以表中已有的期间或更早的期间起始。`,
    across: (names: readonly string[]) => `${list(names, 4, 'zh')}由上一期推算。上一期即表中前一列，无论相隔多久。`,
    periodsHint: '公式随之延伸。移出期间中已输入的内容予以保留，恢复后重新显示。',
    begin: (names: readonly string[]) =>
      `${list(names, 4, 'zh')}依赖被移出的期间：各情景下新起始期的计算值将作为输入值保留。`,
    noPeriods: (most: number, like: string) => `请按“${like}”的格式填写，起始不得晚于结束，最多${most}期。`,
    length: '期间长度',
    stepped: ({ spread, joined, dropped }: { spread: number; joined: number; dropped: number }) =>
      [
        '公式不变，“上一期”按新的期间长度计。',
        spread > 0 && `${spread}个输入值将拆分：流量均分，复合增速开方，其余沿用原值。`,
        joined > 0 && `${joined}个输入值将按各行的年度口径合并（合计、均值或期末值）。`,
        dropped > 0 && `${dropped}个输入值将舍去：较长期间内并非每期都有数值。`,
        '可撤销恢复。',
      ]
        .filter(Boolean)
        .join(''),
    change: '更改期间',
    failed: '未能读取需保留的数值，未作任何更改，请重试。',
  },
};
