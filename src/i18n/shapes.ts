import { FIRST_YEAR } from '../model/periods.ts';
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

interface Place {
  readonly text: string;
  readonly place: string;
}

/** A column by its letters and what heads it. */
interface Column {
  readonly letters: string;
  readonly head: string;
}
const named = ({ letters, head }: Column): string => (head === '' ? letters : `${letters} (${head})`);
const zhNamed = ({ letters, head }: Column): string => (head === '' ? `${letters}列` : `${letters}列（${head}）`);

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
  flagsKept: (told: Told) =>
    cells(
      told,
      'number has a flag or a footnote, which is kept in the note of its line',
      'numbers have flags or footnotes, which are kept in the notes of their lines',
    ),
  dates: (told: Told) => cells(told, 'cell holds a date, kept as text', 'cells hold dates, kept as texts'),
  textNumbers: (told: Told) =>
    cells(
      told,
      'number was kept as text in the file, and is read as a number',
      'numbers were kept as texts in the file, and are read as numbers',
    ),
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
  longer: (told: Told) =>
    cells(
      told,
      'row has values only where longer periods end and becomes a line of such periods, which its dialog can change',
      'rows have values only where longer periods end and become lines of such periods, which their dialogs can change',
    ),
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
  flagsKept: (told: Told) => `${told.count}个数字后附有标注或脚注，已记入所在行的说明：${zhAt(told)}。`,
  dates: (told: Told) => `${told.count}个单元格为日期，按文本保留：${zhAt(told)}。`,
  textNumbers: (told: Told) => `${told.count}个以文本格式保存的数字已按数字读取：${zhAt(told)}。`,
  flags: (told: Told) => `${told.count}个数字后附有标注，只取数字：${zhAt(told)}。`,
  missing: (told: Told) => `${told.count}个缺失值标记按空单元格处理：${zhAt(told)}。`,
  beside: (told: Told) => `${told.count}个单一数值未导入，因所在行已有分期数值：${zhAt(told)}。`,
  empty: (told: Told) => `${told.count}行没有数值，作为空行导入：第${zhAt(told)}行。`,
  lacking: (told: Told) => `${told.count}行在缺少数值的情景中留空：${zhAt(told)}。`,
  subannual: (told: Told) => `${told.count}行为年内分期数据，各自单列一行：第${zhAt(told)}行。`,
  sameNames: (told: Told) => `${told.count}行与前面的行同名：第${zhAt(told)}行。`,
  longer: (told: Told) =>
    `${told.count}行仅在较长期间的末期有数值，按年、半年或季导入，可在“编辑此行”中更改：第${zhAt(told)}行。`,
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
    leftOut: (columns: readonly Column[]) =>
      `${s(columns.length, 'column is', 'columns are')} left out: ${few(columns.map(named))}.`,
    doubled: (period: string, taken: Column, left: readonly Column[]) =>
      `${period} heads ${left.length + 1} columns: ${named(taken)} is taken, ${few(left.map(named))} ${left.length === 1 ? 'is' : 'are'} left out. Choose ${period} above the column that you want.`,
    far: (years: readonly Place[]) =>
      `${s(years.length, 'year lies', 'years lie')} before ${FIRST_YEAR}, with which the years of a model begin, and ${years.length === 1 ? 'is' : 'are'} left out: ${few(years.map(({ text, place }) => `${text} (${place})`))}.`,
    flagColumns: (columns: readonly Column[]) =>
      `${s(columns.length, 'column holds', 'columns hold')} flags, which are kept in the notes of the lines: ${few(columns.map(named))}.`,
    startOf: (written: string) => `“${written}” is`,
    startHint: 'It does not say which period it is. This one is a suggestion.',
    startProblem: (example: string) => `Write it as ${example}.`,
    turned: 'As it will be taken: a line a row, its periods across',
    gather: 'The values of a month become',
    gatherKinds: {
      line: 'what each line suggests',
      first: 'the first of them',
      last: 'the last of them',
      sum: 'their sum',
      mean: 'their mean',
    },
    gatherHint:
      'Its periods are days, and a model has months at the shortest. A guess: amounts are summed, prices and rates averaged, balances taken at the end.',
    gathered: {
      first: (count: number, lines: readonly string[]) =>
        `In ${s(count, 'month')} with several values the first is taken: ${few(lines)}.`,
      last: (count: number, lines: readonly string[]) =>
        `In ${s(count, 'month')} with several values the last is taken: ${few(lines)}.`,
      sum: (count: number, lines: readonly string[]) =>
        `In ${s(count, 'month')} with several values their sum is taken: ${few(lines)}.`,
      mean: (count: number, lines: readonly string[]) =>
        `In ${s(count, 'month')} with several values their mean is taken: ${few(lines)}.`,
    },
    next: (row: number, head: readonly string[]) =>
      `In row ${row.toLocaleString('en')} another table begins (${few(head)}). Nothing of it is taken.`,
    takeNext: 'Take that one instead',
    readOn: 'Read on as one table',
    checking: 'Checking what it would change…',
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
    leftOut: (columns: readonly Column[]) => `有${columns.length}列未导入：${zhFew(columns.map(zhNamed))}。`,
    doubled: (period: string, taken: Column, left: readonly Column[]) =>
      `${left.length + 1}列的表头同为${period}：取${zhNamed(taken)}，未取${zhFew(left.map(zhNamed))}。如需另一列，请在该列上方选择${period}。`,
    far: (years: readonly Place[]) =>
      `模型的年份最早为${FIRST_YEAR}年，以下${years.length}个年份未导入：${zhFew(years.map(({ text, place }) => `${text}（${place}）`))}。`,
    flagColumns: (columns: readonly Column[]) =>
      `有${columns.length}列为标注，已记入各行的说明：${zhFew(columns.map(zhNamed))}。`,
    startOf: (written: string) => `“${written}”对应`,
    startHint: '表中没有写明具体期间，此处为建议值。',
    startProblem: (example: string) => `请按${example}的格式填写。`,
    turned: '导入后的样子：每行一个指标，期间横向排列',
    gather: '同月多个数值的处理',
    gatherKinds: { line: '按各行内容推测', first: '取第一个', last: '取最后一个', sum: '合计', mean: '平均' },
    gatherHint: '该表按日列示，而模型最短按月。推测规则：数量求和，价格与比率取平均，余额取月末值。',
    gathered: {
      first: (count: number, lines: readonly string[]) => `${count}处同月有多个数值，取第一个：${zhFew(lines)}。`,
      last: (count: number, lines: readonly string[]) => `${count}处同月有多个数值，取最后一个：${zhFew(lines)}。`,
      sum: (count: number, lines: readonly string[]) => `${count}处同月有多个数值，取合计：${zhFew(lines)}。`,
      mean: (count: number, lines: readonly string[]) => `${count}处同月有多个数值，取平均：${zhFew(lines)}。`,
    },
    next: (row: number, head: readonly string[]) => `第${row}行起为另一个表格（${zhFew(head)}），未导入。`,
    takeNext: '改为导入该表格',
    readOn: '按同一表格继续读取',
    checking: '正在检查将发生的更改…',
    noTime: '除期间列外，尚未指定数值列。',
    nothing: '这些行都没有数值。请选择表头所在行，或指定各列内容。',
    tooManyPeriods: (count: number, most: number) =>
      `该表需要${count}个期间，一个模型最多${most}个。请减少列数或筛选所需的行。`,
    told: ZH,
  },
};
