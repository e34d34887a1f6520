/** Texts that are burnt into a picture of the chart, and of what hands it over. */
const en = {
  by: 'Foresheet',
  known: (date: string) => `Known as of ${date}`,
  scenarios: 'Scenarios and what they set',
  lines: (scenario: string) => `Lines of the chart, in “${scenario}”`,
  of: (line: string, values: string) => `${line}: ${values}`,
  at: (value: string, period: string, _unit: string) => `${value} in ${period}`,
  base: 'The base, from which the others inherit.',
  asBase: 'Sets nothing: as the base.',
  what: (line: string, periods: string) => (periods ? `${line} ${periods}` : line),
  /** Number by number, the unit once: “Lever 4.0 instead of 0.0 points”. */
  instead: (what: string, value: string, other: string) => `${what} ${value} instead of ${other}`,
  computed: 'what its formula gives',
  byFormula: 'by a formula',
  in: (unit: string) => ` (${unit})`,
  more: (count: number) => `and ${count} more`,
  moreThan: (count: number) => `and over ${count} more`,
  list: '; ',
  values: ', ',
  stop: '.',
  copied: 'The picture is in the clipboard.',
  refused: 'The browser did not let the picture be copied. Allow access to the clipboard, or export it as a PNG.',
  unable:
    'This browser copies pictures only on pages that are opened over https, or not at all. Export the picture as a PNG.',
  failed: 'The picture could not be made. Check the connection and try again.',
};

const zh: typeof en = {
  by: 'Foresheet',
  known: (date) => `数据截至${date}`,
  scenarios: '各情景及其设定',
  lines: (scenario) => `图中各指标（${scenario}）`,
  of: (line, values) => `${line}：${values}`,
  at: (value, period, unit) => `${period}${value}${unit}`,
  base: '其余情景均沿用基准情景。',
  asBase: '未作设定，同基准情景。',
  what: (line, periods) => `${periods}${line}`,
  instead: (what, value, other) => `${what}取${value}（原为${other}）`,
  computed: '公式计算值',
  byFormula: '公式给定值',
  in: () => '',
  more: (count) => `另有${count}项`,
  moreThan: (count) => `另有${count}余项`,
  list: '；',
  values: '，',
  stop: '。',
  copied: '图片已复制到剪贴板。',
  refused: '浏览器未允许复制图片，请授予剪贴板权限，或导出为PNG。',
  unable: '此浏览器不支持复制图片，或仅在以https打开的页面上支持，请改为导出PNG。',
  failed: '图片未能生成，请检查网络后重试。',
};

export const PICTURE = { en, zh };
