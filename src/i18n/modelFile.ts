import type { Fault, SyntaxFault, ValueKind } from '../model/fileFault.ts';
import type { Lang } from '../model/text.ts';
import { few, s, zhFew } from './counted.ts';

/** Several periods, by their step. */
const STEPS = {
  en: { year: 'years', half: 'half-years', quarter: 'quarters', month: 'months' },
  zh: { year: '年', half: '半年', quarter: '季度', month: '月' },
};

/** What is said of a model file: what is wrong in it, where, and what to do. */

const SYNTAX_EN: Readonly<Record<SyntaxFault, (text: string) => string>> = {
  tab: () => 'A tab stands where the line is indented. Indent with spaces.',
  indent: () =>
    'The line is indented otherwise than those that belong with it. Give all of them the same spaces before them.',
  open: () => 'A quote, a brace or a bracket is not closed, or a comma is missing.',
  colon: (text) => `“${text}” holds a colon and a space, which makes it a key. Put the whole text in quotes.`,
  brace: (text) => `A brace has no quotes around it, at “${text}”. Put the whole formula in quotes: "{a} + {b}".`,
  sign: (text) => `“${text}” begins with a sign that YAML keeps for itself. Put the text in quotes.`,
  documents: () => 'A file holds one model. Take out the line of three dashes and what follows it.',
  deep: () => 'Brackets or indents go deeper than any model needs.',
  alias: (text) =>
    `“${text}” is an anchor or an alias (& or *). They are not read: write out what is meant, or quote the text.`,
  tag: (text) => `“${text}” is a tag (!). Tags are not read: take it out, or quote the text.`,
  comment: (text) => `“${text}” is no comment here. Comments begin with # and a space; take it out or write it so.`,
  syntax: (text) =>
    `This can’t be read as YAML${text === '' ? '' : `, at “${text}”`}. Quote texts that hold { } [ ] , # or a colon and a space.`,
};
const SYNTAX_ZH: Readonly<Record<SyntaxFault, (text: string) => string>> = {
  tab: () => '缩进处有制表符，请改用空格。',
  indent: () => '该行缩进与同级各行不一致，请统一行首空格数。',
  open: () => '引号、花括号或方括号未闭合，或缺少逗号。',
  colon: (text) => `“${text}”含冒号加空格，会被读作键。请给整段文字加引号。`,
  brace: (text) => `“${text}”处的花括号未加引号。请给整个公式加引号："{a} + {b}"。`,
  sign: (text) => `“${text}”以YAML保留的符号开头，请加引号。`,
  documents: () => '一个文件只含一个模型，请删去三个短横线的一行及其后内容。',
  deep: () => '括号或缩进层数过深，模型用不到。',
  alias: (text) => `“${text}”是锚点或别名（&、*），不予读取。请写出完整内容，或给文字加引号。`,
  tag: (text) => `“${text}”是标签（!），不予读取。请删去，或给文字加引号。`,
  comment: (text) => `“${text}”在此不是注释。注释须以 # 加空格开头，请改写或删去。`,
  syntax: (text) =>
    `无法按YAML读取${text === '' ? '' : `（“${text}”处）`}。含 { } [ ] , # 或冒号加空格的文字请加引号。`,
};

const KIND_EN: Readonly<Record<ValueKind, string>> = {
  text: 'a text',
  number: 'a number in its bounds',
  quantity: 'a number with its unit',
  boolean: 'true or false',
  map: 'keys with values',
  list: 'a list, in brackets',
  pair: 'two inputs and their rank correlation, as in [growth, churn, 0.5]',
  period: 'a period',
  date: 'a date such as 2026, 2026-01 or 2026-01-31',
  knowledge: 'a month such as 2023-11, or latest',
  url: 'an address that begins with http:// or https://',
  other: 'something else',
};
const KIND_ZH: Readonly<Record<ValueKind, string>> = {
  text: '文字',
  number: '范围内的数字',
  quantity: '数字加单位',
  boolean: 'true 或 false',
  map: '若干键值',
  list: '方括号内的列表',
  pair: '两个输入及其秩相关系数，如[growth, churn, 0.5]',
  period: '期间',
  date: '日期，如 2026、2026-01 或 2026-01-31',
  knowledge: '月份，如 2023-11，或 latest',
  url: '以 http:// 或 https:// 开头的网址',
  other: '其他内容',
};

const SLIP_EN = {
  comma: (key: string) =>
    `“${key}” stands alone, behind a comma. Quote the text, or leave out the comma: 1200 and not 1,200.`,
  brace: (key: string) => `“{${key}}” without quotes is no formula. Put it in quotes: "{${key}}".`,
  none: (key: string) =>
    key === ''
      ? 'A value is missing here. Give it one, or take it out.'
      : `“${key}” has no value. Give it one, or take it out.`,
};
const SLIP_ZH = {
  comma: (key: string) => `逗号之后的“${key}”没有值。请给文字加引号，或去掉逗号：写1200，不写1,200。`,
  brace: (key: string) => `“{${key}}”未加引号，不是公式。请写作 "{${key}}"。`,
  none: (key: string) => (key === '' ? '此处缺少值，请补上或删去。' : `“${key}”没有值，请补上或删去。`),
};

function inEnglish(fault: Fault): string {
  switch (fault.kind) {
    case 'yaml':
      return SYNTAX_EN[fault.fault](fault.text);
    case 'noValue':
      return SLIP_EN[fault.slip](fault.key);
    case 'hash':
      return `“${fault.text}” is read as a comment and lost. Quote the whole text, or put a space behind the # of a comment.`;
    case 'twice':
      return `“${fault.key}” stands here for the second time. Give it another name, or take one of them out.`;
    case 'reserved':
      return `“${fault.key}” can’t be a name. Choose another one.`;
    case 'unknownKey':
      return `“${fault.key}” is not known here.${fault.keys.length > 0 ? ` There can be: ${fault.keys.join(', ')}.` : ''}`;
    case 'missing':
      return `“${fault.key}” is missing.`;
    case 'wrongKind':
      return `Here stands something else than ${KIND_EN[fault.expected]}.`;
    case 'oneOf':
      return `“${fault.text}” is none of: ${fault.words.join(', ')}.`;
    case 'long':
      return `The text has more than ${fault.most.toLocaleString('en')} characters.`;
    case 'many':
      return `There are more than ${fault.most.toLocaleString('en')} of them.`;
    case 'large':
      return `The file has more than ${fault.most.toLocaleString('en')} characters.`;
    case 'newer':
      return 'A newer version of Foresheet wrote this file. Reload the page to get it.';
    case 'foreign':
      return 'This is no model file: one begins with “foresheet: 1”.';
    case 'nothing':
      return 'The file is empty.';
    case 'encoding':
      return 'From here on the file is not in UTF-8. Save it as UTF-8 in the program that wrote it, and open it again.';
    case 'wide':
      return `“${fault.text}” is of full width, as a Chinese keyboard writes. Write “${fault.other}”.`;
    case 'id':
      return `“${fault.id}” can’t be the id of a line. An id has lower-case letters, digits and _, begins with a letter, and is neither an address (GDP2030 is one) nor a word of the calendar (year, month).`;
    case 'slug':
      return `“${fault.id}” can’t be an id: one has lower-case letters, digits, - and _, and begins with a letter.`;
    case 'time':
      return `“${fault.text}” gives no periods. Write the first and the last, of one step: 2022..2035, 2026H1..2028H2, 2026Q1..2030Q4 or 2026-01..2028-12. A list may leave some out: [2015, 2020..2025, 2030].`;
    case 'timeOrder':
      return `${fault.text} stands behind ${fault.before}: the periods of a list go from the earliest to the latest, each of them once.`;
    case 'timeSpan':
      return `Periods go from ${fault.first} to ${fault.last}, the first before the last, at most ${fault.most} of them.`;
    case 'period':
      return `“${fault.text}” is no period of this model. Write one like ${fault.example}.`;
    case 'periodRange':
      return `${fault.text} is not among the periods, which go from ${fault.first} to ${fault.last}.`;
    case 'periodList':
      return `${fault.text} is none of the periods, which are ${fault.list}.`;
    case 'quantity':
      return `“${fault.text}” is no number with a unit. Write the number, a space and the unit: 49 EUR. A formula begins with =.`;
    case 'grouping':
      return `“${fault.text}” has a comma or a space between its digits. Leave it out: 1200.`;
    case 'range':
      return `“${fault.text}” is no range. Write low..high by step, without the unit: 0.5..6 by 0.1.`;
    case 'step':
      return `In “${fault.text}” low must lie below high, and the step above 0.`;
    case 'share':
      return `Is ${fault.text} meant in percent? Write ${fault.percent}, or ${fault.stored} for the share itself.`;
    case 'unit':
      return `The unit “${fault.text}” is too long: it has at most 60 characters, on one line.`;
    case 'units':
      return `The unit “${fault.text}” is another than that of the line, “${fault.other}”. Convert the number.`;
    case 'outside':
      return `The value lies outside of its range, ${fault.low} to ${fault.high}.`;
    case 'mixed':
      return `“${fault.key}” does not go with “${fault.other}”, which says what kind of line this is.`;
    case 'shorter':
      return `The periods of a line are as long as those of the model or longer: a model of ${STEPS.en[fault.own]} has no line of ${STEPS.en[fault.step]}.`;
    case 'needs':
      return `“${fault.key}” has a meaning only beside “${fault.other}”.`;
    case 'empty':
      return 'The line says nothing. Give it a value, a formula, a heading, or at least a unit.';
    case 'noLines':
      return 'The model has no lines.';
    case 'baseFirst':
      return 'The base is the first of the scenarios. Move it there.';
    case 'noLine':
      return `There is no line “${fault.id}”.`;
    case 'noHeading':
      return `There is no heading “${fault.id}”.`;
    case 'isHeading':
      return `“${fault.id}” is a heading and holds no value.`;
    case 'noScenario':
      return `There is no scenario “${fault.id}”.`;
    case 'noTarget':
      return `There is no target and no figure “${fault.id}”.`;
    case 'noTerm':
      return `There is no term “${fault.id}”. A sentence names the terms of its answer, {known} and {scenario}.`;
    case 'noPeriod':
      return `“${fault.id}” has a value for each period. Name one of them: ${fault.example}.`;
    case 'noSource':
      return `There is no source “${fault.id}”.`;
    case 'noSlot':
      return fault.wants === 'value'
        ? `“${fault.id}” has one value and none by period.`
        : `“${fault.id}” has one value: only lines with a value for each period can be charted.`;
    case 'noPiece':
      return `There is no piece “${fault.id}”. Functions are written in capitals: ${fault.id.toUpperCase()}(…). A piece of the file’s own stands above what calls it.`;
    case 'pieceOpen':
      return `The parenthesis behind “${fault.id}” is not closed.`;
    case 'pieceName':
      return `“${fault.id}” can’t be the name of a piece: one has lower-case letters, digits and _, and none that is taken.`;
    case 'pieceTakes':
      return `“${fault.id}” is called so: ${fault.id}(${fault.takes}).`;
    case 'pieceLine':
      return `“${fault.text}” is no line. The piece takes a line by periods here, and nothing else: {cash}.`;
    case 'pieceLong':
      return `Written out, this has more than ${fault.most.toLocaleString('en')} characters.`;
    case 'pieceDeep':
      return `Pieces stand within pieces more than ${fault.most} deep.`;
    case 'notGiven':
      return `Nothing says what “<${fault.key}>” stands for.`;
    case 'notAsked':
      return `“<${fault.key}>” stands nowhere in these lines.`;
    case 'condition':
      return `“${fault.text}” is no condition. Write one of: gap@2026 > 0, gap >= 0, gap < 0, gap is number, gap is none, my-figure later, my-figure known.`;
    case 'term':
      return `“${fault.text}” is no term. Write a cell or a figure and how it is told: cash@2026 as ${fault.words[0]}, abs gap as ${fault.words[1]}. It is told as one of: ${fault.words.join(', ')}.`;
    case 'noBlock':
      return `There is no block “${fault.id}”.`;
    case 'noList':
      return `There is no list “${fault.id}”.`;
    case 'distribution':
      return `“${fault.text}” is no distribution. Write one of: pert 5..40, triangular 5..40, uniform 5..40, normal 2, lognormal 10 %, quantiles 17; 24; 35 within 0..100, values 10: 1; 20: 3, samples 1; 2; 3. Shares of the value: pert 80..120 % of value.`;
    case 'turned':
      return `In “${fault.text}” low must lie below high.`;
    case 'deviation':
      return `A standard deviation lies above 0, and that of “${fault.text}” does not.`;
    case 'ascending':
      return `The three quantiles must ascend, those at 10, 50 and 90 %, and in “${fault.text}” they do not.`;
    case 'beyond':
      return `In “${fault.text}” the three quantiles must lie within the bounds.`;
    case 'weights':
      return `“${fault.text}” is no list of values with their weights, one of which lies above 0. Write values 10: 1; 20: 3.`;
    case 'memory':
      return `“${fault.text}” is no memory. Write once (one draw for all periods), anew (a draw for each), or a number between 0 and 1.`;
    case 'rank':
      return `“${fault.text}” is no rank correlation: one lies between −1 and 1.`;
    case 'ofValue':
      return `“${fault.text}” is in percent, and the line is not. Write “${fault.other}” for shares of its value, or leave out the %.`;
    case 'infeasible':
      return `No distribution has these three quantiles: with these ends the middle one lies between ${fault.low} and ${fault.high}.`;
    case 'whole':
      return `A whole number from ${fault.low.toLocaleString('en')} to ${fault.high.toLocaleString('en')} belongs here.`;
    case 'noInput':
      return `“${fault.id}” is no input: it is computed by a formula.`;
    case 'noResult':
      return `“${fault.id}” is no result: only a formula that is no check can be asked about.`;
    case 'notation':
      return `“${fault.text}” names no line. In braces stands the id of a line, and behind @ a period: {cash@prev}.`;
    case 'cycle':
      return `Lines need each other in the same period: ${few([...fault.lines, fault.lines[0] ?? ''])}. One of them has to take the period before, @prev.`;
  }
}

function inChinese(fault: Fault): string {
  switch (fault.kind) {
    case 'yaml':
      return SYNTAX_ZH[fault.fault](fault.text);
    case 'noValue':
      return SLIP_ZH[fault.slip](fault.key);
    case 'hash':
      return `“${fault.text}”会被当作注释而丢失。请给整段文字加引号；若确为注释，请在 # 后加空格。`;
    case 'twice':
      return `“${fault.key}”重复出现，请改名或删去其一。`;
    case 'reserved':
      return `“${fault.key}”不能用作名称，请另取。`;
    case 'unknownKey':
      return `此处没有“${fault.key}”这一项。${fault.keys.length > 0 ? `可用：${fault.keys.join('、')}。` : ''}`;
    case 'missing':
      return `缺少“${fault.key}”。`;
    case 'wrongKind':
      return `此处应为${KIND_ZH[fault.expected]}。`;
    case 'oneOf':
      return `“${fault.text}”不在可选之列：${fault.words.join('、')}。`;
    case 'long':
      return `文字超过${fault.most}个字符。`;
    case 'many':
      return `数量超过${fault.most}。`;
    case 'large':
      return `文件超过${fault.most}个字符。`;
    case 'newer':
      return '该文件由更新版本的Foresheet写成，请刷新页面以获取新版。';
    case 'foreign':
      return '这不是模型文件：模型文件以“foresheet: 1”开头。';
    case 'nothing':
      return '文件为空。';
    case 'encoding':
      return '文件自此处起不是UTF-8编码。请在原程序中另存为UTF-8，再重新打开。';
    case 'wide':
      return `“${fault.text}”含全角符号，请改用半角“${fault.other}”。`;
    case 'id':
      return `“${fault.id}”不能用作行编号。编号由小写字母、数字和下划线组成，以字母开头，不得形似单元格地址（如GDP2030），也不得为year、month等日历用词。`;
    case 'slug':
      return `“${fault.id}”不能用作编号：编号由小写字母、数字、短横线和下划线组成，以字母开头。`;
    case 'time':
      return `“${fault.text}”不是期间。请写首末两期，步长一致：2022..2035、2026H1..2028H2、2026Q1..2030Q4 或 2026-01..2028-12；如有跳过的期间，请逐一列出：[2015, 2020..2025, 2030]。`;
    case 'timeOrder':
      return `${fault.text}排在${fault.before}之后：列出的期间须由早到晚，各写一次。`;
    case 'timeSpan':
      return `期间须在${fault.first}年至${fault.last}年之间，先首期后末期，至多${fault.most}期。`;
    case 'period':
      return `“${fault.text}”不是本模型的期间，请写作${fault.example}之类。`;
    case 'periodRange':
      return `${fault.text}不在期间之内（${fault.first}至${fault.last}）。`;
    case 'periodList':
      return `${fault.text}不是本模型的期间（${fault.list}）。`;
    case 'quantity':
      return `“${fault.text}”不是带单位的数字。请先写数字，空一格，再写单位：49 EUR。公式以 = 开头。`;
    case 'grouping':
      return `“${fault.text}”的数字中有逗号或空格，请去掉：1200。`;
    case 'range':
      return `“${fault.text}”不是取值范围。请写下限、上限和步长，不带单位，如0.5..6 by 0.1。`;
    case 'step':
      return `“${fault.text}”中下限须小于上限，步长须大于0。`;
    case 'share':
      return `${fault.text}是否指百分数？请写 ${fault.percent}；若指比例本身，请写 ${fault.stored}。`;
    case 'unit':
      return `单位“${fault.text}”过长：不超过60个字符，且不换行。`;
    case 'units':
      return `单位“${fault.text}”与该行单位“${fault.other}”不同，请换算。`;
    case 'outside':
      return `数值超出取值范围（${fault.low}至${fault.high}）。`;
    case 'mixed':
      return `“${fault.key}”不能与决定行类型的“${fault.other}”并用。`;
    case 'shorter':
      return `行的期间不得短于模型的期间：按${STEPS.zh[fault.own]}的模型不能含按${STEPS.zh[fault.step]}的行。`;
    case 'needs':
      return `“${fault.key}”须与“${fault.other}”并用。`;
    case 'empty':
      return '该行没有内容，请给出数值、公式、标题，或至少给出单位。';
    case 'noLines':
      return '模型没有任何行。';
    case 'baseFirst':
      return '基准情景须排在首位，请移至最前。';
    case 'noLine':
      return `没有行“${fault.id}”。`;
    case 'noHeading':
      return `没有标题“${fault.id}”。`;
    case 'isHeading':
      return `“${fault.id}”是标题，没有数值。`;
    case 'noScenario':
      return `没有情景“${fault.id}”。`;
    case 'noTarget':
      return `没有目标或数据“${fault.id}”。`;
    case 'noTerm':
      return `没有名为“${fault.id}”的项。句中可用该答案的各项，以及 {known}、{scenario}。`;
    case 'noPeriod':
      return `“${fault.id}”各期均有数值，请指明其一：${fault.example}。`;
    case 'noSource':
      return `没有来源“${fault.id}”。`;
    case 'noSlot':
      return fault.wants === 'value'
        ? `“${fault.id}”只有单一数值，不分期间。`
        : `“${fault.id}”只有单一数值，不能绘图。`;
    case 'noPiece':
      return `没有公式片段“${fault.id}”。函数名须大写：${fault.id.toUpperCase()}(…)；自定义片段须写在引用它的片段之前。`;
    case 'pieceOpen':
      return `“${fault.id}”之后的括号未闭合。`;
    case 'pieceName':
      return `“${fault.id}”不能用作片段名称：名称由小写字母、数字和下划线组成，以字母开头，且不得与已有片段重名。`;
    case 'pieceTakes':
      return `“${fault.id}”的写法为：${fault.id}(${fault.takes})。`;
    case 'pieceLine':
      return `“${fault.text}”不是行。此处只能写一个分期间的行：{cash}。`;
    case 'pieceLong':
      return `展开后超过${fault.most}个字符。`;
    case 'pieceDeep':
      return `片段嵌套超过${fault.most}层。`;
    case 'notGiven':
      return `没有给出“<${fault.key}>”的内容。`;
    case 'notAsked':
      return `这些行中没有用到“<${fault.key}>”。`;
    case 'condition':
      return `“${fault.text}”不是条件。可写：gap@2026 > 0、gap >= 0、gap < 0、gap is number、gap is none、my-figure later、my-figure known。`;
    case 'term':
      return `“${fault.text}”不是引用值。请写单元格或数据及其写法：cash@2026 as ${fault.words[0]}、abs gap as ${fault.words[1]}；写法可为：${fault.words.join('、')}。`;
    case 'noBlock':
      return `没有行组“${fault.id}”。`;
    case 'noList':
      return `没有列表“${fault.id}”。`;
    case 'distribution':
      return `“${fault.text}”不是概率分布。可写：pert 5..40、triangular 5..40、uniform 5..40、normal 2、lognormal 10 %、quantiles 17; 24; 35 within 0..100、values 10: 1; 20: 3、samples 1; 2; 3；若按取值的百分比计：pert 80..120 % of value。`;
    case 'turned':
      return `“${fault.text}”中下限须小于上限。`;
    case 'deviation':
      return `标准差须大于0，“${fault.text}”不符。`;
    case 'ascending':
      return `10%、50%、90%三个分位数须依次递增，“${fault.text}”不符。`;
    case 'beyond':
      return `“${fault.text}”中三个分位数须在上下界之内。`;
    case 'weights':
      return `“${fault.text}”不是取值与权重的列表，且至少一个权重须大于0。请写作values 10: 1; 20: 3。`;
    case 'memory':
      return `“${fault.text}”不是记忆系数。请写once（各期共用一次抽取）、anew（逐期重新抽取），或0至1之间的数字。`;
    case 'rank':
      return `“${fault.text}”不是秩相关系数，该系数须在−1至1之间。`;
    case 'ofValue':
      return `“${fault.text}”以百分比计，而该行并非百分比。若按取值的百分比计，请写“${fault.other}”，否则请去掉%。`;
    case 'infeasible':
      return `没有分布符合这三个分位数：两端如此时，中位数须在${fault.low}至${fault.high}之间。`;
    case 'whole':
      return `此处应为${fault.low}至${fault.high}之间的整数。`;
    case 'noInput':
      return `“${fault.id}”由公式算得，不是输入。`;
    case 'noResult':
      return `“${fault.id}”不是可供分析的结果：只能选用公式行，检查行除外。`;
    case 'notation':
      return `“${fault.text}”未指明任何行。花括号内写行编号，@后写期间：{cash@prev}。`;
    case 'cycle':
      return `同一期间内循环引用：${zhFew([...fault.lines, fault.lines[0] ?? ''])}。其中一行须改用上一期（@prev）。`;
  }
}

/** What is wrong, in a sentence. */
export const faultInWords = (fault: Fault, lang: Lang): string => (lang === 'zh' ? inChinese(fault) : inEnglish(fault));

export const MODEL_FILE = {
  en: {
    notTaken: (name: string, count: number) =>
      `${name} was not opened: ${s(count, 'place is', 'places are')} to be put right. Nothing was changed.`,
    at: (line: number, column: number) => `Line ${line}, column ${column}`,
  },
  zh: {
    notTaken: (name: string, count: number) => `${name}未打开：有${count}处须改正。未作任何更改。`,
    at: (line: number, column: number) => `第${line}行第${column}列`,
  },
};
