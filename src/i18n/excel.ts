/** Texts of Excel files, out and in. */
const en = {
  failed: 'The workbook could not be made. Nothing was exported; check the connection and try again.',
  /** The name of the sheet that lists the figures; legal in Excel. */
  sources: 'Sources',
  /** Behind the name of a scenario's sheet. */
  byYear: ' by year',
  header: { line: 'Line', unit: 'Unit', value: 'Value', rests: 'Source or basis' },
  figures: {
    region: 'Region',
    variable: 'Variable',
    period: 'Period',
    value: 'Value as reported',
    unit: 'Unit',
    bound: 'Put as',
    kind: 'Kind',
    definition: 'Definition',
    reported: 'Reported',
    grade: 'Grade',
    publisher: 'Publisher',
    link: 'Link',
    note: 'Note',
  },
  kinds: { target: 'target', observed: 'observed', estimate: 'estimate', projection: 'projection' },
  bounds: { reach: 'reach', exact: 'exactly', 'at least': 'at least', about: 'about', nearly: 'nearly' },
  known: (date: string) => `Known as of ${date}`,
  latest: 'the latest report',
  madeWith: 'Made with Foresheet. Typed values are blue, values of the base green, and what a scenario sets is shaded.',
  actual: (period: string) => `Actual up to ${period}; the vertical rule after it separates actual from forecast.`,
  /** First in the hidden sheet that carries the document. */
  carried:
    'Foresheet keeps the model here, so that this file opens there as the same model again. Nothing on this sheet is meant to be edited.',
  cited: (publisher: string, date: string, grade: string, definition: string) =>
    `${publisher}, ${date}, grade ${grade}.${definition && ` Definition: ${definition}.`}`,
  range: (low: string, high: string, rationale: string) => `Assumption, ${low} to ${high}. ${rationale}`,
  reason: (where: string, why: string) => `${where}: ${why}`,
  kept: (where: string, formula: string) =>
    `${where} holds a formula that Excel can’t compute, so its value stands here: ${formula}`,
  /** Above a table of what results come to where inputs are given other numbers. */
  table: (results: string, inputs: string) => `What if: ${results} by ${inputs}`,
  tableCell: (line: string, period: string) => `${line}, ${period}`,
  list: ', ',
  join: ' ',
  ok: 'ok',
  flagged: 'see note',
};

const zh: typeof en = {
  failed: '工作簿未能生成，未导出任何内容，请检查网络后重试。',
  sources: '来源',
  byYear: '（年度）',
  header: { line: '指标', unit: '单位', value: '数值', rests: '来源或依据' },
  figures: {
    region: '地区',
    variable: '指标',
    period: '时期',
    value: '公布值',
    unit: '单位',
    bound: '表述',
    kind: '类型',
    definition: '统计口径',
    reported: '公布时间',
    grade: '来源等级',
    publisher: '发布机构',
    link: '链接',
    note: '说明',
  },
  kinds: { target: '目标值', observed: '实际值', estimate: '测算值', projection: '预测值' },
  bounds: { reach: '达到', exact: '恰为', 'at least': '超过', about: '约', nearly: '近' },
  known: (date) => `数据截至${date}`,
  latest: '最新公布',
  madeWith: '由Foresheet导出。蓝色为键入值，绿色为引自基准情景的值，底色标出本情景所设。',
  actual: (period) => `${period}及之前为实际值，其后的竖线为实际与预测的分界。`,
  carried: 'Foresheet在此保存模型，以便再次打开本文件时仍是同一个模型。请勿编辑本工作表。',
  cited: (publisher, date, grade, definition) =>
    `${publisher}，${date}，来源等级${grade}。${definition && `统计口径：${definition}。`}`,
  range: (low, high, rationale) => `假设，区间${low}至${high}。${rationale}`,
  reason: (where, why) => `${where}：${why}`,
  kept: (where, formula) => `${where}的公式无法在Excel中计算，此处仅存其值：${formula}`,
  table: (results, inputs) => `情景推演：${inputs}变动时的${results}`,
  tableCell: (line, period) => `${period}${line}`,
  list: '、',
  join: '',
  ok: '正常',
  flagged: '见提示',
};

export const EXCEL = { en, zh };
