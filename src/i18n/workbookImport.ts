import { FIRST_YEAR } from '../model/periods.ts';
import { few, s, zhFew } from './counted.ts';

const n = (count: number): string => count.toLocaleString('en');
const are = (count: number, one: string, many = `${one}s`): string =>
  `${s(count, one, many)} ${count === 1 ? 'is' : 'are'}`;

/** What is said of a workbook that is opened as a model that computes. */
const en = {
  doWhat: 'How to open it',
  ways: { live: 'The whole workbook, live', table: 'One sheet, as a table of values' },
  waysHint: {
    live: 'Its sheets become one model; formulas stay formulas.',
    table: 'Changes lines that are here, adds lines, or makes a model.',
  },
  notLive: 'It holds no number, or more cells than a model takes.',
  wholeBook: 'The whole workbook, live…',
  frozen: (count: number) =>
    `${s(count, 'formula comes', 'formulas come')} in as the ${count === 1 ? 'value' : 'values'} that the file holds, and empty where it holds none. To keep formulas, open the whole workbook.`,
  /** `live` of `all` formulas, and what is known of their values. */
  headline: {
    none: 'No formulas: all of it is values.',
    live: (live: number, all: number) => `${n(live)} of ${s(all, 'formula')} live`,
    comparing: '; comparing with the values of the file…',
    equal: ', all equal to the file’s values',
    equalWhereStored: (unstored: number) =>
      `, equal to the file’s values where it has them; ${n(unstored)} recalculated here, since it stores none`,
    recalculated: ', recalculated here, since the file stores no values',
    differ: (count: number) => `; ${s(count, 'value differs', 'values differ')} from the file’s`,
    kept: (count: number) => `; ${n(count)} kept as values`,
    names: (count: number) => `; ${n(count)} as names`,
    left: (count: number) => `; ${n(count)} left out`,
    end: '.',
  },
  cutting: 'Reading the formulas…',
  makes: (lines: number, headings: number, periods: string) =>
    `It becomes ${s(lines, 'line')}${headings > 0 ? ` under ${s(headings, 'heading')}` : ''}, ${periods}.`,
  sliders: (count: number) =>
    count === 0
      ? ''
      : `${s(count, 'input has a slider', 'inputs have sliders')}; the ranges are guesses, and marked as such.`,
  chart: (line: string) => `The chart begins with ${line}.`,
  nothing: (file: string) => `Nothing of ${file} can be taken as a model:`,
  noSheet: 'No sheet is chosen.',
  trouble: {
    ceiling: {
      lines: (wanted: number, most: number) =>
        `${n(wanted)} lines would be more than the ${n(most)} that a document takes. Choose fewer sheets.`,
      typed: (wanted: number, most: number) =>
        `${n(wanted)} typed values would be more than the ${n(most)} that a workbook takes. Choose fewer sheets.`,
      formulas: (wanted: number, most: number) =>
        `${n(wanted)} computed cells would be more than the ${n(most)} that a workbook takes. Choose fewer sheets.`,
    },
    time: 'To calculate it takes too long, so that its values could not be compared. Nothing was taken; choose fewer sheets, or one as a table of values.',
    crash:
      'The calculation broke down, so that its values could not be compared. Nothing was taken; choose the file again.',
    reader:
      'Its formulas could not be read. Nothing was taken; take one sheet as a table of values, or choose the file again.',
    unsound: (path: string) =>
      `What came of it is no sound document (${path}). Nothing was taken; choose fewer sheets, or one as a table of values.`,
  },
  sheets: 'Sheets',
  sheetFormulas: (formulas: number) => (formulas === 0 ? 'no formulas' : s(formulas, 'formula')),
  sheetHidden: 'hidden',
  sheetNeeded: 'needed by the others',
  names: (count: number) =>
    `${s(count, 'formula is', 'formulas are')} the name of a line or of a period, and ${count === 1 ? 'is' : 'are'} kept as ${count === 1 ? 'a text' : 'texts'}`,
  questions: 'What only you know',
  start: (written: string) => `“${written}” is`,
  startHint: (places: string) => `It heads ${places}. As suggested, where you know no better.`,
  startWrong: (example: string) => `Write it like ${example}.`,
  steps: (finest: string, coarser: string, places: string) =>
    `Columns of ${coarser} (${places}) stand among ${finest}: their lines keep these periods, and each value stands in the last of its ${finest}. Leave their sheets out, if you want the others alone.`,
  doubled: (heads: readonly string[]) => `${heads.join(' and ')} name the same period`,
  doubledTake: (head: string) => `take ${head}`,
  doubledAll: 'take all, each with lines of its own',
  doubledHint: 'As suggested: the one to which formulas beside it refer, else the first.',
  percent: (example: string) => `${example} beside % is`,
  percentIs: (percent: string) => `${percent} %`,
  percentHint: (places: string) => `At ${places}. The format of the cells does not say it.`,
  stepNames: { year: 'years', half: 'half-years', quarter: 'quarters', month: 'months' },
  kept: (count: number) => `${s(count, 'formula')} kept as ${count === 1 ? 'a value' : 'values'}`,
  keptWhy: {
    function: (said: string) => `${said || 'a function'} is not computed here`,
    array: () => 'an array formula that fills several cells',
    outside: (said: string) => `it refers to another workbook${/\D/.test(said) ? `, ${said}` : ''}`,
    wholeColumns: (said: string) => `it refers to whole rows or columns${said && ` (${said})`}`,
    offset: (said: string) => `it computes the address of a cell${said && ` (${said})`}`,
    table: (said: string) => `a data table, or a table that is not there${said && ` (${said})`}`,
    cycle: () => 'it refers to itself',
    shape: (said: string) => `the cells of a range do not stand together here${said && ` (${said})`}`,
    name: (said: string) => `the name ${said} leads to no cells`,
    long: () => 'it would be too long here',
    leftOut: (said: string) => `it needs cells that are left out${said && ` (${said})`}`,
    syntax: () => 'it can’t be read',
  },
  differ: (count: number) => `${s(count, 'value differs', 'values differ')} from the file’s`,
  inFile: 'file',
  here: 'here',
  empty: 'empty',
  left: (count: number, why: string) => `${s(count, 'place')} left out: ${why}`,
  leftWhy: {
    hiddenSheet: 'a hidden sheet to which nothing in sight refers',
    noNumbers: 'a sheet without a number',
    period: 'its periods do not go with those of the others',
    list: 'a list of records, row by row',
    text: 'text beside the model',
    notChosen: 'a sheet that is not chosen',
    doubled: 'another column is headed by the same period',
  },
  leftFormulas: (count: number) => s(count, 'formula'),
  leftRows: (count: number) => s(count, 'row'),
  told: {
    macros: () => 'It holds macros. They do not come in, and what they do is not done here.',
    outsideLinks: (count: number) =>
      `${are(count, 'cell')} linked to other workbooks, and ${count === 1 ? 'keeps its value' : 'keep their values'}.`,
    arrays: (count: number) =>
      `${s(count, 'array formula')}: each cell computes here by itself, or is listed among what is kept.`,
    dataTables: (count: number) =>
      `${s(count, 'data table')} (what-if): ${count === 1 ? 'its cells keep' : 'their cells keep'} their values.`,
    iteration: () =>
      'It is set to calculate in circles, step by step. Formulas that refer to themselves keep the values of the file.',
    hiddenSheets: (count: number) => `${are(count, 'hidden sheet')} taken.`,
    hiddenRows: (count: number) => `${are(count, 'hidden row')} taken like the others.`,
    hiddenColumns: (count: number) => `${are(count, 'hidden column')} taken like the others.`,
    mergedHeaders: (count: number) =>
      `${s(count, 'heading spans', 'headings span')} several cells, and ${count === 1 ? 'counts' : 'count'} for each of them.`,
    dates1904: () => 'Its dates count from 1904, and are read so.',
    noStoredValues: (count: number) =>
      `${s(count, 'formula has', 'formulas have')} no value in the file, and ${count === 1 ? 'is' : 'are'} recalculated here.`,
    unknownValues: (count: number) =>
      `${s(count, 'formula')} can’t be computed, and the file stores no result of ${count === 1 ? 'it' : 'them'}: ${count === 1 ? 'it shows' : 'they show'} #N/A here, and so does what uses ${count === 1 ? 'it' : 'them'}.`,
    pivot: (count: number) =>
      `${s(count, 'pivot table')}: the values that ${count === 1 ? 'it shows' : 'they show'} come in.`,
    charts: (count: number) => `${s(count, 'chart does', 'charts do')} not come in; charts are made here anew.`,
    comments: (count: number) => `${s(count, 'comment does', 'comments do')} not come in.`,
    titleUnits: (count: number, said: readonly string[]) =>
      `${s(count, 'line takes its', 'lines take their')} unit from a title above: ${few(said)}.`,
    textNumbers: (count: number) =>
      `${s(count, 'number was kept as text', 'numbers were kept as texts')}, and ${count === 1 ? 'is read as a number' : 'are read as numbers'}.`,
    farYears: (count: number) =>
      `${s(count, 'head looks like a year', 'heads look like years')} before ${FIRST_YEAR}, with which the years of a model begin: no ${count === 1 ? 'period is' : 'periods are'} made of ${count === 1 ? 'it' : 'them'}, but single values.`,
    lists: (count: number, [lists = '1']: readonly string[]) =>
      `${s(Number(lists), 'list that formulas look through becomes', 'lists that formulas look through become')} ${s(count, 'line')}, one for each value.`,
    textLines: (count: number) =>
      `${s(count, 'line holds', 'lines hold')} a text that formulas look at, such as a name or a choice, and no number.`,
    coarserSteps: (count: number) =>
      `${s(count, 'row has', 'rows have')} longer periods than the others, and ${count === 1 ? 'becomes a line' : 'become lines'} of such periods: each value stands where its period ends, and each period in it reads it from there.`,
  },
  /** Places by address, and how many more. */
  places: (addresses: readonly string[]) => few(addresses),
  look: (address: string) => `Look at ${address}`,
  around: (address: string) => `About ${address}`,
  notThere: 'It can’t be shown.',
  name: 'Name of the model',
  take: 'Open as a model',
  taken: (name: string, live: number) => `${name} is open as a model of your own, ${s(live, 'formula')} live.`,
  from: (file: string) => `Imported from ${file}.`,
  fromLine: (file: string, address: string) => `Imported from ${file}, ${address}.`,
  keptIn: (address: string, formula: string, why: string) => `${address} holds the value of ${formula}: ${why}.`,
  keptMore: (count: number) => `${s(count, 'more cell holds', 'more cells hold')} values of formulas.`,
  keptAll: (count: number, addresses: readonly string[]) =>
    `${s(count, 'formula was', 'formulas were')} kept as ${count === 1 ? 'a value' : 'values'}: ${few(addresses)}.`,
  base: 'Base',
};

export const WORKBOOK_IMPORT: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    doWhat: '打开方式',
    ways: { live: '整个工作簿，保留公式', table: '单张工作表，仅取数值' },
    waysHint: {
      live: '各工作表合为一个模型，公式继续计算。',
      table: '可更新已有的行、新增行或新建模型。',
    },
    notLive: '不含数值，或单元格过多，无法作为模型打开。',
    wholeBook: '整个工作簿，保留公式…',
    frozen: (count) => `${n(count)}个公式仅按文件所存数值导入，未存数值者为空。如需保留公式，请打开整个工作簿。`,
    headline: {
      none: '不含公式，全部为数值。',
      live: (live, all) => `${n(all)}个公式中${n(live)}个可继续计算`,
      comparing: '；正在与文件中的数值核对…',
      equal: '，结果均与文件一致',
      equalWhereStored: (unstored) => `，凡文件存有数值者结果均一致；另有${n(unstored)}个文件未存数值，已在此重新计算`,
      recalculated: '；文件未存数值，已在此重新计算',
      differ: (count) => `；${n(count)}个数值与文件不一致`,
      kept: (count) => `；${n(count)}个仅保留数值`,
      names: (count) => `；${n(count)}个用作名称`,
      left: (count) => `；${n(count)}个未导入`,
      end: '。',
    },
    cutting: '正在读取公式…',
    makes: (lines, headings, periods) =>
      `将生成${n(lines)}行${headings > 0 ? `、${n(headings)}个标题` : ''}，${periods}。`,
    sliders: (count) => (count === 0 ? '' : `${n(count)}个输入项带滑块，滑块区间为系统推测，已作标注。`),
    chart: (line) => `图表首先显示“${line}”。`,
    nothing: (file) => `${file}中没有可作为模型导入的内容：`,
    noSheet: '未选择工作表。',
    trouble: {
      ceiling: {
        lines: (wanted, most) => `将达${n(wanted)}行，超过一个文档最多${n(most)}行的限制，请减少所选工作表。`,
        typed: (wanted, most) => `录入的数值将达${n(wanted)}个，超过工作簿最多${n(most)}个的限制，请减少所选工作表。`,
        formulas: (wanted, most) =>
          `需计算的单元格将达${n(wanted)}个，超过工作簿最多${n(most)}个的限制，请减少所选工作表。`,
      },
      time: '计算耗时过长，无法核对数值，未导入任何内容。请减少所选工作表，或将单张工作表作为数值导入。',
      crash: '计算中断，无法核对数值，未导入任何内容。请重新选择文件。',
      reader: '公式未能读取，未导入任何内容。请将单张工作表作为数值导入，或重新选择文件。',
      unsound: (path) =>
        `生成的内容不符合文档格式（${path}），未导入任何内容。请减少所选工作表，或将单张工作表作为数值导入。`,
    },
    sheets: '工作表',
    sheetFormulas: (formulas) => (formulas === 0 ? '无公式' : `${n(formulas)}个公式`),
    sheetHidden: '已隐藏',
    sheetNeeded: '其他工作表引用',
    names: (count) => `${n(count)}个公式为行名或期间名，按文字保留`,
    questions: '需由您确认',
    start: (written) => `“${written}”对应`,
    startHint: (places) => `见${places}。如不确定，可保留建议值。`,
    startWrong: (example) => `请按${example}的格式填写。`,
    steps: (finest, coarser, places) =>
      `按${coarser}的列（${places}）与按${finest}的列并存：所在各行保留各自的期间，数值记在所含最后一个${finest}。如只需其余部分，请取消相应工作表。`,
    doubled: (heads) => `${heads.join('与')}为同一期间`,
    doubledTake: (head) => `取${head}`,
    doubledAll: '全部保留，各自成行',
    doubledHint: '建议取相邻公式所引用的一列，均未引用时取第一列。',
    percent: (example) => `单位为%的${example}表示`,
    percentIs: (percent) => `${percent}%`,
    percentHint: (places) => `见${places}。单元格格式未作说明。`,
    stepNames: { year: '年', half: '半年', quarter: '季度', month: '月' },
    kept: (count) => `${n(count)}个公式仅保留数值`,
    keptWhy: {
      function: (said) => `此处不支持${said || '该函数'}`,
      array: () => '结果占多个单元格的数组公式',
      outside: (said) => `引用其他工作簿${/\D/.test(said) ? `（${said}）` : ''}`,
      wholeColumns: (said) => `引用整行或整列${said && `（${said}）`}`,
      offset: (said) => `引用地址由计算得出${said && `（${said}）`}`,
      table: (said) => `模拟运算表，或所引用的表格不存在${said && `（${said}）`}`,
      cycle: () => '引用了自身',
      shape: (said) => `区域内的单元格在此不相邻${said && `（${said}）`}`,
      name: (said) => `名称${said}未指向单元格`,
      long: () => '公式过长',
      leftOut: (said) => `引用了未导入的单元格${said && `（${said}）`}`,
      syntax: () => '公式无法读取',
    },
    differ: (count) => `${n(count)}个数值与文件不一致`,
    inFile: '文件',
    here: '此处',
    empty: '空',
    left: (count, why) => `${n(count)}处未导入：${why}`,
    leftWhy: {
      hiddenSheet: '隐藏工作表，且可见内容均未引用',
      noNumbers: '工作表不含数值',
      period: '期间与其余部分不一致',
      list: '逐条记录的清单',
      text: '模型以外的文字',
      notChosen: '未选择的工作表',
      doubled: '另有一列表头为同一期间',
    },
    leftFormulas: (count) => `${n(count)}个公式`,
    leftRows: (count) => `${n(count)}行`,
    told: {
      macros: () => '文件含有宏。宏不会导入，其功能在此不执行。',
      outsideLinks: (count) => `${n(count)}个单元格链接到其他工作簿，仅保留数值。`,
      arrays: (count) => `数组公式${n(count)}个，按单元格各自计算，或列于仅保留数值者。`,
      dataTables: (count) => `模拟运算表${n(count)}个，其单元格仅保留数值。`,
      iteration: () => '文件启用了迭代计算。引用自身的公式保留文件中的数值。',
      hiddenSheets: (count) => `隐藏工作表${n(count)}张，一并导入。`,
      hiddenRows: (count) => `隐藏行${n(count)}行，与其他行同样导入。`,
      hiddenColumns: (count) => `隐藏列${n(count)}列，与其他列同样导入。`,
      mergedHeaders: (count) => `合并的表头${n(count)}个，适用于其所跨各列。`,
      dates1904: () => '日期按1904年日期系统读取。',
      noStoredValues: (count) => `${n(count)}个公式在文件中未存数值，已在此重新计算。`,
      unknownValues: (count) =>
        `${n(count)}个公式无法计算，文件也未保存其结果，在此显示为#N/A，引用它们的公式也会显示错误。`,
      pivot: (count) => `数据透视表${n(count)}个，仅导入所显示的数值。`,
      charts: (count) => `图表${n(count)}个未导入，可在此重新绘制。`,
      comments: (count) => `批注${n(count)}条未导入。`,
      titleUnits: (count, said) => `${n(count)}行的单位取自上方标题：${zhFew(said)}。`,
      textNumbers: (count) => `${n(count)}个以文本格式保存的数字已按数字读取。`,
      farYears: (count) =>
        `${n(count)}个表头像是${FIRST_YEAR}年以前的年份。模型的年份自${FIRST_YEAR}年起，因此不作期间，按单个数值导入。`,
      lists: (count, [lists = '1']) => `公式所查找的清单${lists}份，每个值各成一行，共${n(count)}行。`,
      textLines: (count) => `${n(count)}行仅为公式所引用的文字（如名称、选项），不含数值。`,
      coarserSteps: (count) =>
        `${n(count)}行的期间长于其他行，保留为较长期间的行：数值记在其最后一期，其中各期均引用该值。`,
    },
    places: (addresses) => zhFew(addresses),
    look: (address) => `查看${address}`,
    around: (address) => `${address}附近`,
    notThere: '无法显示。',
    name: '模型名称',
    take: '作为模型打开',
    taken: (name, live) => `已打开自建模型“${name}”，${n(live)}个公式可继续计算。`,
    from: (file) => `导入自${file}。`,
    fromLine: (file, address) => `导入自${file}的${address}。`,
    keptIn: (address, formula, why) => `${address}为公式${formula}的数值：${why}。`,
    keptMore: (count) => `另有${n(count)}个单元格为公式的数值。`,
    keptAll: (count, addresses) => `${n(count)}个公式仅保留数值：${zhFew(addresses)}。`,
    base: '基准情景',
  },
};
