import type { Lang } from '../model/text.ts';

const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const en = {
  share: {
    title: 'Share',
    about:
      'The link holds this document as it is now. Whoever opens it looks at it beside their own work, and decides whether to keep it. Nothing is sent to a server.',
    link: 'Link',
    making: 'Making the link…',
    failed: 'The link could not be made. Share the document as a file: whoever gets it can import it.',
    copy: 'Copy',
    copied: 'Copied',
    send: 'Send…',
    refused: 'The browser did not let it be copied. The link is selected: copy it by keyboard.',
    meter: 'Length of the link',
    length: (letters: string) => `${letters} characters`,
    long: (most: string) => `Longer than ${most} characters: chat programs may cut it. A file is safer.`,
    tooLong: (most: string) =>
      `The link would have more than ${most} characters, and many programs cut one that long. Share the document as a file: whoever gets it can import it.`,
    download: 'Download as a file',
  },
  preview: {
    region: 'Link preview',
    differs: (model: string, parts: string) => `This link differs from ${model} in ${parts}.`,
    asShipped: (model: string) => `This link shows ${model} as it ships.`,
    own: (model: string) => `This link brings a model of its maker’s own, “${model}”.`,
    aside: 'What you had open is set aside until you choose.',
    shown: 'It is only shown until you keep it.',
    keep: 'Keep',
    discard: 'Discard',
    details: 'What differs',
    since: (lines: number) =>
      `It was made on an earlier version of this model, with the figures of then; ${
        lines === 0
          ? 'the lines are the same today.'
          : `${some(lines, 'line')} ${lines === 1 ? 'is' : 'are'} different today.`
      }`,
    sinceDetails: 'What has changed since',
    today: 'Open with today’s figures',
    dismiss: 'Dismiss',
  },
  /** Why a link was not opened. */
  problems: {
    damaged:
      'This link is damaged: it was cut or changed on its way. What you have open is as it was. Ask for the link again.',
    long: 'This link is longer than any that can be opened. What you have open is as it was.',
    newer:
      'This link was made with a newer version of Foresheet. Reload the page to get it; what you have open is as it was.',
    load: 'The model of this link could not be loaded. Check the connection and open the link again.',
    browser:
      'This browser can’t unpack the link. Open it in a current Chrome, Edge, Firefox or Safari; what you have open is as it was.',
    large: 'This link holds more cells than a workbook takes. What you have open is as it was.',
  },
  /** Parts of a sentence. */
  parts: {
    inputs: (count: number) => some(count, 'input'),
    cells: (count: number) => some(count, 'calculated cell'),
    scenarios: (count: number) => some(count, 'scenario'),
    newScenarios: (count: number, inputs: number, cells: number) => {
      const held = cells === 0 ? some(inputs, 'input') : some(inputs + cells, 'cell');
      return `${some(count, 'new scenario')}${inputs + cells === 0 ? '' : ` with ${held}`}`;
    },
    scenariosMoved: 'the order of its scenarios',
    lines: (count: number) => some(count, 'line'),
    linesMoved: 'the order of its lines',
    periods: 'its periods',
    boundary: 'where its actual part ends',
    figures: 'figures of its maker’s own',
    charts: 'charts of its maker’s own',
    whatIf: 'what is uncertain in it',
    join: (parts: readonly string[]) =>
      parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`,
  },
  list: {
    lineAdded: (label: string) => `New line: ${label}`,
    lineGone: (label: string) => `Without the line: ${label}`,
    lineChanged: (label: string) => `Changed line: ${label}`,
    linesMoved: 'Lines in another order',
    periods: (then: string, now: string) => `Periods: ${then} → ${now}`,
    boundary: (then: string, now: string) => `Actual until: ${then} → ${now}`,
    scenarioAdded: (name: string) => `New scenario: ${name}`,
    scenarioGone: (name: string) => `Without the scenario: ${name}`,
    scenarioRenamed: (then: string, now: string) => `Scenario: ${then} → ${now}`,
    scenarioNote: (name: string, note: string) => `${name}: note: ${note}`,
    scenarioColour: (name: string) => `${name}: another colour`,
    reason: (scenario: string, cell: string, reason: string) => `${scenario}: ${cell}: reason: ${reason}`,
    because: (cell: string, reason: string) => `${cell}. Reason: ${reason}`,
    scenariosMoved: 'Scenarios in another order',
    cell: (scenario: string, cell: string, then: string, now: string) => `${scenario}: ${cell}: ${then} → ${now}`,
    cellName: (line: string, period: string) => `${line}, ${period}`,
    cells: (scenario: string, line: string, count: number) => `${scenario}: ${line}: ${count} cells`,
    change: (label: string, then: string, now: string) => `${label}: ${then} → ${now}`,
    figures: 'Figures or sources of its maker’s own',
    charts: 'Charts of its maker’s own',
    whatIf: 'What is uncertain, and what is asked of it',
    text: (text: string) => `“${text}”`,
    more: (count: number) => `and ${count} more`,
  },
};

type Texts = typeof en;

const zh: Texts = {
  share: {
    title: '分享',
    about:
      '链接包含文档的当前内容。对方打开后可先预览，与其已有内容互不影响，再决定是否保留。内容不会发送到任何服务器。',
    link: '链接',
    making: '正在生成链接…',
    failed: '链接未能生成，请以文件分享，对方可导入。',
    copy: '复制',
    copied: '已复制',
    send: '发送…',
    refused: '浏览器不允许复制。链接已选中，请用键盘复制。',
    meter: '链接长度',
    length: (letters) => `${letters}个字符`,
    long: (most) => `超过${most}个字符，聊天软件可能截断，建议改用文件。`,
    tooLong: (most) => `链接将超过${most}个字符，多数软件会将其截断。请以文件分享，对方可导入。`,
    download: '下载为文件',
  },
  preview: {
    region: '链接预览',
    differs: (model, parts) => `此链接与“${model}”相比，有以下不同：${parts}。`,
    asShipped: (model) => `此链接为“${model}”的原始内容。`,
    own: (model) => `此链接包含分享者自建的模型“${model}”。`,
    aside: '您原先打开的内容已暂存，待您选择。',
    shown: '当前仅为预览，选择“保留”后才会保存。',
    keep: '保留',
    discard: '放弃',
    details: '查看差异',
    since: (lines) =>
      `此链接依据该模型的旧版本制作，沿用当时的数据；${lines === 0 ? '各项指标至今未变。' : `此后有${lines}项指标变动。`}`,
    sinceDetails: '查看此后变动',
    today: '按最新数据打开',
    dismiss: '关闭',
  },
  problems: {
    damaged: '链接已损坏，可能在传送中被截断或改动。您打开的内容未受影响，请重新索取链接。',
    long: '链接过长，无法打开。您打开的内容未受影响。',
    newer: '此链接由更新版本的Foresheet生成。请重新加载本页以获取新版本；您打开的内容未受影响。',
    load: '此链接所用的模型未能载入，请检查网络后重新打开链接。',
    browser: '此浏览器无法解压该链接，请用新版Chrome、Edge、Firefox或Safari打开。您打开的内容未受影响。',
    large: '此链接的单元格数超过工作簿上限，无法打开。您打开的内容未受影响。',
  },
  parts: {
    inputs: (count) => `${count}处输入值`,
    cells: (count) => `${count}处计算单元格`,
    scenarios: (count) => `${count}个情景`,
    newScenarios: (count, inputs, cells) => {
      const held = cells === 0 ? `${inputs}处输入值` : `${inputs + cells}个单元格`;
      return `${count}个新增情景${inputs + cells === 0 ? '' : `（含${held}）`}`;
    },
    scenariosMoved: '情景顺序',
    lines: (count) => `${count}项指标`,
    linesMoved: '指标顺序',
    periods: '起止期间',
    boundary: '实际值的截至期',
    figures: '分享者自有数据',
    charts: '分享者自有图表',
    whatIf: '不确定性设定',
    join: (parts) => parts.join('、'),
  },
  list: {
    lineAdded: (label) => `新增指标：${label}`,
    lineGone: (label) => `已删除指标：${label}`,
    lineChanged: (label) => `已修改指标：${label}`,
    linesMoved: '指标顺序不同',
    periods: (then, now) => `起止期间：${then} → ${now}`,
    boundary: (then, now) => `实际值截至：${then} → ${now}`,
    scenarioAdded: (name) => `新增情景：${name}`,
    scenarioGone: (name) => `已删除情景：${name}`,
    scenarioRenamed: (then, now) => `情景名称：${then} → ${now}`,
    scenarioNote: (name, note) => `${name}：说明：${note}`,
    scenarioColour: (name) => `${name}：颜色不同`,
    reason: (scenario, cell, reason) => `${scenario}：${cell}：理由：${reason}`,
    because: (cell, reason) => `${cell}。理由：${reason}`,
    scenariosMoved: '情景顺序不同',
    cell: (scenario, cell, then, now) => `${scenario}：${cell}：${then} → ${now}`,
    cellName: (line, period) => `${period}${line}`,
    cells: (scenario, line, count) => `${scenario}：${line}：${count}个单元格`,
    change: (label, then, now) => `${label}：${then} → ${now}`,
    figures: '分享者自有数据或来源',
    charts: '分享者自有图表',
    whatIf: '不确定性设定与情景推演',
    text: (text) => `“${text}”`,
    more: (count) => `另有${count}项`,
  },
};

/** What is said of links: loaded with what says it. */
export const LINK: Readonly<Record<Lang, Texts>> = { en, zh };
export type LinkTexts = Texts;
