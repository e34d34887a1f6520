import { few, s, zhFew } from './counted.ts';
import { WORKBOOKS } from './workbooks.ts';

/** A number as it is written, a hundred times. */
const hundredfold = (number: string): string =>
  String(Number((Number(number.replace(',', '.')) * 100).toPrecision(12)));

/** A name, and the first row of the file that bears it. */
interface Named {
  readonly name: string;
  readonly line: number;
}

/** A flag of a statistics office, with the periods of the numbers that bear it, and their scenario where it is not the first. */
interface FlagText {
  readonly flag: string;
  readonly periods: readonly string[];
  readonly scenario: string;
}

/** What is said while a table or a document is taken in. */
export const IMPORTING = {
  en: {
    ...WORKBOOKS.en,
    title: 'Import',
    drop: 'Drop the file to import it',
    dropHint:
      'A workbook (.xlsx, .xlsm, .ods), a table (.csv, .tsv, .txt), a Foresheet document (.foresheet.json) or a model file (.yaml, .json)',
    what: (size: string, workbook: string) =>
      `An Excel workbook (.xlsx, .xlsm, up to ${workbook}), which stays live; a table as CSV, text (up to ${size}) or .ods, a Foresheet document (.foresheet.json) or a model file (.yaml, .json). It is read on this computer and goes nowhere.`,
    choose: 'Choose a file',
    orDrop: 'or drop one on the page.',
    paste: 'Or paste a table here',
    readPasted: 'Read the table',
    pasted: 'Pasted table',
    cancel: 'Cancel',
    back: 'Back',
    next: 'Continue',
    reading: (name: string) => `Reading ${name}…`,
    read: (percent: number) => `${percent} % read`,
    encoding: 'Encoding',
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16 (big-endian)',
      gb18030: 'GB18030 (Simplified Chinese)',
      big5: 'Big5 (Traditional Chinese)',
      shift_jis: 'Shift JIS (Japanese)',
      'windows-1252': 'Windows-1252 (Western)',
    },
    whichEncoding: 'The file can be read in more than one way. Which one is right?',
    delimiter: 'Between cells',
    delimiters: { ',': 'comma “,”', ';': 'semicolon “;”', '\t': 'tab', '|': 'bar “|”' },
    sign: 'Before decimals',
    signs: { '.': 'point: 1,234.5', ',': 'comma: 1.234,5' },
    signAsk: (cell: string, point: string, comma: string) =>
      `“${cell}” can be ${point} or ${comma}. Choose what stands before decimals.`,
    signTorn: 'Some cells have a point before decimals, others a comma. Choose which one it is.',
    signUnset: 'Choose…',
    header: 'Header in row',
    noHeader: 'none',
    preview: 'The first rows of the table',
    column: (n: number) => `Column ${n}`,
    roles: {
      id: 'Line id',
      label: 'Line',
      unit: 'Unit',
      scenario: 'Scenario',
      variable: 'Variable',
      region: 'Region',
      model: 'Model',
      step: 'Length of its periods',
      distribution: 'Distribution',
      memory: 'Memory',
      value: 'Value',
      none: 'leave out',
    },
    row: 'Row',
    noYears:
      'No column holds a period (2026, 2026Q1, 2026-01) or a value. Choose the row that heads the table, or what the columns hold.',
    noLabels: 'No column says what the rows are. Choose the one with their names.',
    failures: {
      encoding: (line: number) =>
        `Line ${line} is not in the encoding that the file begins with. Nothing was taken; choose how it is to be read.`,
      open: (line: number) =>
        `The quote that opens in line ${line} is never closed. Nothing was taken; close it in the file, or choose what stands between cells.`,
      stray: (line: number) =>
        `In line ${line} text follows a closed quote. Nothing was taken; double the quote in the file, or choose what stands between cells.`,
      unreadable: 'The file could not be read. It may have been moved or changed; choose it again.',
      crash: 'The reading stopped: there may be too little memory for this file. Nothing was taken.',
      reader: 'What reads files could not be loaded. Reload the page and choose the file again. Nothing was taken.',
      cancelled: 'The reading was cancelled. Nothing was taken.',
      engine: 'The values of the sheet could not be read. Nothing was taken; try again.',
      empty: 'There is nothing in it.',
    },
    tooLarge: (name: string, size: string, most: string) =>
      `${name} has ${size}; at most ${most} can be read. Save the part that is needed as a file of its own, or fewer columns.`,
    foreign: (name: string) =>
      `${name} is not a Foresheet document: one begins with {"app": "foresheet"}. A model file begins with {"foresheet": 1}. A table has to be CSV or text.`,
    noJson: (name: string) => `${name} is not JSON, or it is cut off. A Foresheet document was expected.`,
    wrong: (name: string, path: string, message: string) =>
      `${name} can’t be opened: at ${path}, ${message}. Nothing was changed.`,
    wrongId: {
      twice: (name: string, path: string, id: string) =>
        `${name} can’t be opened: the id “${id}” is given twice, the second time at ${path}. Nothing was changed.`,
      unknown: (name: string, path: string, id: string) =>
        `${name} can’t be opened: at ${path} it names the line “${id}”, which is not there. Nothing was changed.`,
    },
    newerFormat: (name: string) => `${name} was written by a newer version of Foresheet. Reload the page to get it.`,
    newerModel: (name: string) =>
      `${name} is of a model that this version of Foresheet does not have. Reload the page to get the newest.`,
    notLoaded: 'The model of the document could not be loaded. Check the connection and try again.',
    one: 'One file at a time: the first one was taken.',
    rows: (total: number) => s(total, 'row'),
    passed: (passed: number, total: number) => `${passed.toLocaleString('en')} of ${s(total, 'row')}`,
    long: (count: number, lines: readonly string[]) =>
      `${s(count, 'row has', 'rows have')} more cells than the header and ${count === 1 ? 'is' : 'are'} left out: line ${few(lines)}.`,
    above: 'Above the table',
    below: 'Below the table',
    filter: 'Only rows that hold',
    filterIn: 'in',
    anyColumn: 'any column',
    apply: 'Filter',
    manyRows: (most: number) =>
      `More than ${most.toLocaleString('en')} rows are too many to take. Keep those that hold a text.`,
    doWhat: 'What to do with it',
    ways: { update: 'Change lines that are here', add: 'Add lines', model: 'Make a new model' },
    waysHint: {
      update: 'Rows are matched by line id, name in either language, or IAMC variable.',
      add: 'Each row becomes a line below those that are here.',
      model: 'Each row becomes a line; the header gives the periods. It opens in place of this document.',
    },
    formulas: 'Cells that begin with = are formulas',
    fractions: 'Shares without a unit',
    fractionsKinds: { percent: '15.3 is 15.3 %', fraction: '0.153 is 15.3 %' },
    smallShares: 'Rows in % without a percent sign at the number',
    smallSharesKinds: {
      percent: (number: string) => `${number} is ${number} %`,
      fraction: (number: string) => `${number} is a fraction: ${hundredfold(number)} %`,
    },
    unknownUnits: 'Units that are not known here',
    unitOf: (text: string) => `“${text}” is`,
    unitUnset: 'not taken',
    changes: (rows: number, cells: number, distributions: number) => {
      const changed = [
        ...(cells > 0 ? [s(cells, 'cell')] : []),
        ...(distributions > 0 ? [s(distributions, 'distribution')] : []),
      ];
      return rows === 0 ? 'Nothing would change.' : `${s(rows, 'row')} would change ${changed.join(' and ')}.`;
    },
    same: (rows: number) => `${s(rows, 'row says', 'rows say')} what is here already.`,
    changesTable: 'What will change',
    take: 'Take',
    takeRow: (line: number, label: string) => `Take row ${line}, ${label}`,
    all: 'All',
    none: 'None',
    suggested: 'As suggested',
    line: 'Line',
    scenario: 'Scenario',
    change: 'Change',
    fileLine: 'Row',
    more: (count: number) => `and ${count} more`,
    empty: 'empty',
    cautions: { computed: 'replaces a formula by numbers', text: 'a text where a number belongs' },
    /** What is wrong with what a row says of how its input may turn out. */
    distribution: (row: number, why: string) => `Row ${row}: ${why} All else of the row is taken.`,
    turnsOut: (old: string, now: string) => `${old || 'fixed'} → ${now}`,
    leftTable: (count: number) => `${s(count, 'row')} not taken, and why`,
    why: {
      unknown: () => 'no line is called so',
      many: () => 'several lines are called so; add a column with line ids',
      twice: () => 'an earlier row is of the same line and scenario',
      unit: (said: string) => `the line has another unit than ${said}`,
      unitUnknown: (said: string) => `the unit ${said} is not known here`,
      place: () => 'it says nothing of a period that the line has',
      scalar: () => 'the line has one value, and the periods differ',
      scenario: (said: string) => `there is no scenario “${said}”, or there are several`,
      model: (said: string) => `it is of the model “${said}”`,
      region: (said: string) => `the line is not of ${said}`,
    },
    page: (from: number, to: number, of: number) =>
      `${from.toLocaleString('en')} to ${to.toLocaleString('en')} of ${of.toLocaleString('en')}`,
    earlier: 'Earlier',
    later: 'Later',
    takeChanges: (rows: number) => (rows === 0 ? 'Change nothing' : `Change ${s(rows, 'row')}`),
    lines: (lines: number, headings: number, periods: string) =>
      `${s(lines - headings, 'line')}${headings > 0 ? ` and ${s(headings, 'heading')}` : ''}, ${periods}.`,
    scenarios: (names: readonly string[]) => `Scenarios: ${few(names)}.`,
    unknownScenarios: (names: readonly Named[]) =>
      `Rows of scenarios that are not here are left out: ${few(names.map(({ name, line }) => `${name} (from row ${line} on)`))}.`,
    noRoom: {
      lines: (wanted: number, most: number) =>
        `${wanted.toLocaleString('en')} lines would be more than the ${most.toLocaleString('en')} that a document takes. Keep those rows that are needed by a filter.`,
      typed: (wanted: number, most: number) =>
        `${wanted.toLocaleString('en')} typed values would be more than the ${most.toLocaleString('en')} that a workbook takes. Keep those rows that are needed by a filter.`,
      formulas: (wanted: number, most: number) =>
        `${wanted.toLocaleString('en')} computed cells would be more than the ${most.toLocaleString('en')} that a workbook takes: what scenarios inherit is computed in each. Keep those rows that are needed by a filter.`,
    },
    linesTable: 'The lines that it makes',
    kind: 'Kind',
    kinds: { heading: 'Heading', input: 'Input', series: 'Series', result: 'Result' },
    unit: 'Unit',
    name: 'Name of the model',
    takeLines: (count: number) => `Add ${s(count, 'line')}`,
    takeModel: 'Make the model',
    overtaken:
      'Nothing was taken: another document was opened meanwhile. Open the one that it is for, and choose the file again.',
    done: {
      changes: (rows: number, name: string) => `${s(rows, 'row')} of ${name} changed the sheet.`,
      lines: (count: number, name: string) => `${s(count, 'line')} came from ${name}.`,
      model: (name: string) => `${name} is open as a model of your own.`,
      document: (name: string) => `${name} is open.`,
    },
    source: (file: string, line: number, sheet?: string) =>
      `Imported from ${file}, ${sheet === undefined ? '' : `sheet ${sheet}, `}row ${line}.`,
    flags: (flags: readonly FlagText[]) =>
      `Flags in the file: ${flags.map(({ flag, periods, scenario }) => `${flag} (${[scenario, ...periods].filter(Boolean).join(', ')})`).join('; ')}.`,
    from: (file: string, sheet?: string) => `Imported from ${file}${sheet === undefined ? '' : `, sheet ${sheet}`}.`,
    base: 'Base',
  },
  zh: {
    ...WORKBOOKS.zh,
    title: '导入',
    drop: '松开即可导入文件',
    dropHint:
      'Excel工作簿（.xlsx、.xlsm）、表格（.ods、.csv、.tsv、.txt）、Foresheet文档（.foresheet.json）或模型文件（.yaml、.json）',
    what: (size: string, workbook: string) =>
      `可导入Excel工作簿（.xlsx、.xlsm，不超过${workbook}，公式继续计算）、CSV、文本或.ods表格（文本不超过${size}），也可导入Foresheet文档（.foresheet.json）或模型文件（.yaml、.json）。文件仅在本机读取，不会上传。`,
    choose: '选择文件',
    orDrop: '或将文件拖放到页面上。',
    paste: '或在此粘贴表格',
    readPasted: '读取表格',
    pasted: '粘贴的表格',
    cancel: '取消',
    back: '上一步',
    next: '继续',
    reading: (name: string) => `正在读取${name}…`,
    read: (percent: number) => `已读取${percent}%`,
    encoding: '编码',
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16（大端）',
      gb18030: 'GB18030（简体中文）',
      big5: 'Big5（繁体中文）',
      shift_jis: 'Shift JIS（日文）',
      'windows-1252': 'Windows-1252（西文）',
    },
    whichEncoding: '该文件可按不同编码读取，请选择显示正确的一种。',
    delimiter: '分隔符',
    delimiters: { ',': '逗号“,”', ';': '分号“;”', '\t': '制表符', '|': '竖线“|”' },
    sign: '小数点',
    signs: { '.': '句点：1,234.5', ',': '逗号：1.234,5' },
    signAsk: (cell: string, point: string, comma: string) =>
      `“${cell}”可读作${point}，也可读作${comma}，请选择小数点。`,
    signTorn: '部分单元格以句点作小数点，部分以逗号作小数点，请选择一种。',
    signUnset: '请选择…',
    header: '表头所在行',
    noHeader: '无',
    preview: '表格前几行',
    column: (n: number) => `第${n}列`,
    roles: {
      id: '行编号',
      label: '指标',
      unit: '单位',
      scenario: '情景',
      variable: '变量',
      region: '地区',
      model: '模型',
      step: '期间长度',
      distribution: '分布',
      memory: '记忆系数',
      value: '数值',
      none: '不导入',
    },
    row: '行',
    noYears: '没有期间列（如2026、2026Q1、2026-01）或数值列，请选择表头所在行，或指定各列内容。',
    noLabels: '没有指标名称列，请指定名称所在的列。',
    failures: {
      encoding: (line: number) => `第${line}行与文件开头的编码不一致，未导入任何内容，请选择编码。`,
      open: (line: number) => `第${line}行的引号没有闭合，未导入任何内容。请在文件中补上引号，或另选分隔符。`,
      stray: (line: number) =>
        `第${line}行的引号闭合后仍有文字，未导入任何内容。请在文件中将引号改为双写，或另选分隔符。`,
      unreadable: '文件无法读取，可能已被移动或修改，请重新选择。',
      crash: '读取中断，可能是内存不足，未导入任何内容。',
      reader: '读取程序未能载入，未导入任何内容。请重新加载本页后重新选择文件。',
      cancelled: '已取消读取，未导入任何内容。',
      engine: '表中数值未能读取，未导入任何内容，请重试。',
      empty: '内容为空。',
    },
    tooLarge: (name: string, size: string, most: string) =>
      `${name}大小为${size}，最多可读取${most}。请将所需部分另存为一个文件，或减少列数。`,
    foreign: (name: string) =>
      `${name}不是Foresheet文档，此类文档以{"app": "foresheet"}开头。模型文件以{"foresheet": 1}开头。表格请用CSV或文本格式。`,
    noJson: (name: string) => `${name}不是JSON，或内容不完整。此处应为Foresheet文档。`,
    wrong: (name: string, path: string, _message: string) =>
      `${name}无法打开：${path}处的内容不符合文档格式。未作任何改动。`,
    wrongId: {
      twice: (name: string, path: string, id: string) =>
        `${name}无法打开：编号“${id}”重复，第二处位于${path}。未作任何改动。`,
      unknown: (name: string, path: string, id: string) =>
        `${name}无法打开：${path}处引用的行“${id}”不存在。未作任何改动。`,
    },
    newerFormat: (name: string) => `${name}由更新版本的Foresheet保存，请刷新页面以获取新版本。`,
    newerModel: (name: string) => `${name}所用的模型在当前版本的Foresheet中不存在，请刷新页面以获取最新版本。`,
    notLoaded: '文档所用的模型未能载入，请检查网络后重试。',
    one: '每次只能导入一个文件，已取第一个。',
    rows: (total: number) => `共${total}行`,
    passed: (passed: number, total: number) => `共${total}行，筛选后${passed}行`,
    long: (count: number, lines: readonly string[]) => `有${count}行的单元格多于表头，未导入：第${zhFew(lines)}行。`,
    above: '表格上方',
    below: '表格下方',
    filter: '只导入包含以下文字的行',
    filterIn: '所在列',
    anyColumn: '任意列',
    apply: '筛选',
    manyRows: (most: number) => `超过${most}行，无法全部导入，请按文字筛选。`,
    doWhat: '导入方式',
    ways: { update: '更新已有的行', add: '新增行', model: '新建模型' },
    waysHint: {
      update: '按行编号、中英文名称或IAMC变量名匹配。',
      add: '每一行作为新的一行，加在现有各行之后。',
      model: '每一行成为模型的一行，表头给出期间；新模型将取代当前文档打开。',
    },
    formulas: '以“=”开头的单元格作为公式',
    fractions: '未注明单位的比率',
    fractionsKinds: { percent: '15.3即15.3%', fraction: '0.153即15.3%' },
    smallShares: '单位为%而数字未带%的行',
    smallSharesKinds: {
      percent: (number: string) => `${number}即${number}%`,
      fraction: (number: string) => `${number}为小数，即${hundredfold(number)}%`,
    },
    unknownUnits: '无法识别的单位',
    unitOf: (text: string) => `“${text}”对应`,
    unitUnset: '不导入',
    changes: (rows: number, cells: number, distributions: number) => {
      const changed = [
        ...(cells > 0 ? [`${cells}个单元格`] : []),
        ...(distributions > 0 ? [`${distributions}项分布`] : []),
      ];
      return rows === 0 ? '没有需要更新的内容。' : `将有${rows}行更新${changed.join('、')}。`;
    },
    same: (rows: number) => `${rows}行与现有内容一致。`,
    changesTable: '将更新的内容',
    take: '采用',
    takeRow: (line: number, label: string) => `采用第${line}行：${label}`,
    all: '全选',
    none: '全不选',
    suggested: '按建议选择',
    line: '指标',
    scenario: '情景',
    change: '更新内容',
    fileLine: '行号',
    more: (count: number) => `另有${count}处`,
    empty: '空',
    cautions: { computed: '将以数字取代公式', text: '应为数字处为文本' },
    distribution: (row: number, why: string) => `第${row}行：${why}该行其余内容照常导入。`,
    turnsOut: (old: string, now: string) => `${old || '固定'} → ${now}`,
    leftTable: (count: number) => `${count}行未导入及其原因`,
    why: {
      unknown: () => '没有同名的行',
      many: () => '有多个同名的行，请增加行编号一列',
      twice: () => '前面已有同一情景的同一行',
      unit: (said: string) => `该行单位与${said}不一致`,
      unitUnknown: (said: string) => `单位“${said}”无法识别`,
      place: () => '没有该行所含期间的数值',
      scalar: () => '该行只有一个数值，而各期不同',
      scenario: (said: string) => `没有情景“${said}”，或同名情景不止一个`,
      model: (said: string) => `属于模型“${said}”`,
      region: (said: string) => `该行不属于${said}`,
    },
    page: (from: number, to: number, of: number) => `第${from}至${to}行，共${of}行`,
    earlier: '上一页',
    later: '下一页',
    takeChanges: (rows: number) => (rows === 0 ? '不作更新' : `更新${rows}行`),
    lines: (lines: number, headings: number, periods: string) =>
      `共${lines - headings}行${headings > 0 ? `、${headings}个标题` : ''}，${periods}。`,
    scenarios: (names: readonly string[]) => `情景：${zhFew(names)}。`,
    unknownScenarios: (names: readonly Named[]) =>
      `以下情景在此不存在，相关行未导入：${zhFew(names.map(({ name, line }) => `${name}（第${line}行起）`))}。`,
    noRoom: {
      lines: (wanted: number, most: number) => `将达${wanted}行，超过一个文档最多${most}行的限制，请筛选所需的行。`,
      typed: (wanted: number, most: number) =>
        `录入的数值将达${wanted}个，超过工作簿最多${most}个的限制，请筛选所需的行。`,
      formulas: (wanted: number, most: number) =>
        `需计算的单元格将达${wanted}个（各情景沿用的数值均需计算），超过工作簿最多${most}个的限制，请筛选所需的行。`,
    },
    linesTable: '将生成的行',
    kind: '类型',
    kinds: { heading: '标题', input: '输入项', series: '序列', result: '结果' },
    unit: '单位',
    name: '模型名称',
    takeLines: (count: number) => `新增${count}行`,
    takeModel: '新建模型',
    overtaken: '未导入任何内容：其间已打开另一文档。请打开对应的文档后重新选择文件。',
    done: {
      changes: (rows: number, name: string) => `已按${name}更新${rows}行。`,
      lines: (count: number, name: string) => `已从${name}新增${count}行。`,
      model: (name: string) => `已打开自建模型“${name}”。`,
      document: (name: string) => `已打开${name}。`,
    },
    source: (file: string, line: number, sheet?: string) =>
      `导入自${file}${sheet === undefined ? '' : `的工作表“${sheet}”`}第${line}行。`,
    flags: (flags: readonly FlagText[]) =>
      `文件中的标注：${flags.map(({ flag, periods, scenario }) => `${flag}（${[scenario, ...periods].filter(Boolean).join('、')}）`).join('；')}。`,
    from: (file: string, sheet?: string) => `导入自${file}${sheet === undefined ? '' : `的工作表“${sheet}”`}。`,
    base: '基准情景',
  },
};
