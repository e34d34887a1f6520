import { few, s, zhFew } from './counted.ts';

/** How many of something a file has, and where the first of them stand. */
interface Told {
  readonly count: number;
  readonly places: readonly string[];
}

/** Where something stands: all places where they are few, and how many more. */
const at = ({ count, places }: Told): string =>
  `${places.slice(0, 8).join(', ')}${count > 8 ? ` and ${count - 8} more` : ''}`;
const zhAt = ({ count, places }: Told): string => `${places.slice(0, 8).join('、')}${count > 8 ? `等${count}处` : ''}`;
const cells = (told: Told, one: string, many: string): string => `${s(told.count, one, many)}: ${at(told)}.`;

const EN = {
  texts: (told: Told) =>
    cells(
      told,
      'cell holds text where a number belongs, and keeps it',
      'cells hold text where a number belongs, and keep it',
    ),
  formulas: (told: Told) => cells(told, 'formula is left out', 'formulas are left out'),
  outside: (told: Told) =>
    `${s(told.count, 'value lies', 'values lie')} in periods that the sheet does not have. Left out: ${at(told)}.`,
  long: (told: Told) =>
    cells(told, 'text longer than a cell may be is left out', 'texts longer than a cell may be are left out'),
  flags: (told: Told) =>
    cells(told, 'number is taken without the flag behind it', 'numbers are taken without the flags behind them'),
  missing: (told: Told) =>
    cells(told, 'mark of a missing value becomes an empty cell', 'marks of missing values become empty cells'),
  beside: (told: Told) =>
    cells(
      told,
      'single value is left out, since its row has values of periods',
      'single values are left out, since their rows have values of periods',
    ),
  empty: (told: Told) =>
    cells(told, 'row has no value and becomes a line without any', 'rows have no value and become lines without any'),
  lacking: (told: Told) =>
    cells(
      told,
      'line is kept empty in a scenario that lacks its values',
      'lines are kept empty in scenarios that lack their values',
    ),
  subannual: (told: Told) =>
    cells(
      told,
      'row is of a part of the year and becomes a line of its own',
      'rows are of parts of a year and become lines of their own',
    ),
  sameNames: (told: Told) =>
    cells(told, 'line bears the name of one before it', 'lines bear the names of some before them'),
  noPeriod: (told: Told) =>
    cells(told, 'row is left out, since it names no such period', 'rows are left out, since they name no such period'),
  twice: (told: Told) =>
    cells(
      told,
      'value is left out, since an earlier row has one of the same line and period',
      'values are left out, since earlier rows have some of the same lines and periods',
    ),
};

const ZH: typeof EN = {
  texts: (told: Told) => `${told.count}个应为数字的单元格为文本，按原样保留：${zhAt(told)}。`,
  formulas: (told: Told) => `${told.count}个公式未导入：${zhAt(told)}。`,
  outside: (told: Told) => `${told.count}个数值所在期间不在表中，未导入：${zhAt(told)}。`,
  long: (told: Told) => `${told.count}段文本超出单元格长度，未导入：${zhAt(told)}。`,
  flags: (told: Told) => `${told.count}个数字后附有标注，只取数字：${zhAt(told)}。`,
  missing: (told: Told) => `${told.count}个缺失值标记按空单元格处理：${zhAt(told)}。`,
  beside: (told: Told) => `${told.count}个单一数值未导入，因所在行已有分期数值：${zhAt(told)}。`,
  empty: (told: Told) => `${told.count}行没有数值，作为空行导入：第${zhAt(told)}行。`,
  lacking: (told: Told) => `${told.count}行在缺少数值的情景中留空：${zhAt(told)}。`,
  subannual: (told: Told) => `${told.count}行为年内分期数据，各自单列一行：第${zhAt(told)}行。`,
  sameNames: (told: Told) => `${told.count}行与前面的行同名：第${zhAt(told)}行。`,
  noPeriod: (told: Told) => `${told.count}行未导入，其期间无法识别：${zhAt(told)}。`,
  twice: (told: Told) => `${told.count}个数值未导入，前面已有同一行、同一期间的数值：${zhAt(told)}。`,
};

/** What is said of how a table lies in its file, and of what was left out or changed. */
export const SHAPES = {
  en: {
    table: 'Table',
    tables: (count: number) => `There are ${count} tables; one is taken at a time.`,
    tableName: (n: number, name: string, place: string) => `${n}. ${name} (${place})`,
    time: 'Period (down the rows)',
    asPeriod: (text: string, period: string) => `${text} as ${period}`,
    interpreted: (areYears: boolean, periods: readonly string[]) =>
      `Read as ${areYears ? 'years' : 'periods'}: ${few(periods)}.`,
    leftOut: (columns: readonly string[]) =>
      `${s(columns.length, 'column is', 'columns are')} left out: ${few(columns)}.`,
    startOf: (written: string) => `“${written}” is`,
    startHint: 'It does not say which period it is. This one is a suggestion.',
    startProblem: (example: string) => `Write it as ${example}.`,
    turned: 'As it will be taken: a line a row, its periods across',
    daily:
      'Its periods are days, and a model has months at the shortest: of each line only the first value in a month is taken. Sum or average them by month in the file first.',
    noTime: 'No column of values is chosen beside the one of periods.',
    nothing: 'None of these lines would hold a value. Choose the row that heads the table, or what its columns hold.',
    tooManyPeriods: (count: number, most: number) =>
      `The table would need ${count.toLocaleString('en')} periods; a model has at most ${most}. Leave out columns, or filter rows.`,
    told: EN,
  },
  zh: {
    table: '表格',
    tables: (count: number) => `共有${count}个表格，每次导入一个。`,
    tableName: (n: number, name: string, place: string) => `${n}. ${name}（${place}）`,
    time: '期间（纵向）',
    asPeriod: (text: string, period: string) => `${text}读作${period}`,
    interpreted: (areYears: boolean, periods: readonly string[]) =>
      `${areYears ? '按年份读取' : '期间的读法'}：${zhFew(periods)}。`,
    leftOut: (columns: readonly string[]) => `有${columns.length}列未导入：${zhFew(columns)}。`,
    startOf: (written: string) => `“${written}”对应`,
    startHint: '表中没有写明具体期间，此处为建议值。',
    startProblem: (example: string) => `请按${example}的格式填写。`,
    turned: '导入后的样子：每行一个指标，期间横向排列',
    daily: '该表按日列示，而模型最短按月：每行每月只取第一个数值。请先在文件中按月汇总或取平均。',
    noTime: '除期间列外，尚未指定数值列。',
    nothing: '这些行都没有数值。请选择表头所在行，或指定各列内容。',
    tooManyPeriods: (count: number, most: number) =>
      `该表需要${count}个期间，一个模型最多${most}个。请减少列数或筛选所需的行。`,
    told: ZH,
  },
};
