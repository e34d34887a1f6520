/** A contribution in words: the line, or how many of them; its amount with sign; its size with unit, without sign. */
export interface NamedContribution {
  readonly name: string;
  readonly amount: string;
  readonly size: string;
  readonly raises: boolean;
}

const raised = ({ raises, size }: NamedContribution): string => `${raises ? '拉高' : '拉低'}${size}`;

/** What the dialog "Why do they differ?" says. */
const en = {
  title: 'Why do they differ?',
  about:
    'The difference of a result between two scenarios, split by the lines in which they differ: what each adds, averaged over every order in which they can change.',
  from: 'From',
  to: 'To',
  line: 'Result',
  in: (period: string) => ` in ${period}`,
  above: (to: string, from: string, amount: string, where: string) => `“${to}” is ${amount} above “${from}”${where}`,
  below: (to: string, from: string, amount: string, where: string) => `“${to}” is ${amount} below “${from}”${where}`,
  same: (to: string, from: string, where: string) => `“${to}” and “${from}” come to the same${where}`,
  because: (parts: readonly NamedContribution[], rest: NamedContribution | undefined) => {
    const list = parts.map(({ name, amount }) => `${amount} from “${name}”`);
    if (rest) list.push(`${rest.amount} from the other ${rest.name}`);
    return list.length > 0 ? `: ${list.join(', ')}.` : '.';
  },
  none: (line: string) => `Nothing in which they differ feeds “${line}”. Choose another result.`,
  twice: 'Choose two different scenarios.',
  table: 'Contributions',
  what: 'Line',
  contribution: 'Contribution',
  error: 'Standard error',
  level: 'Running total',
  changed: (from: string, to: string) => `${from} → ${to}`,
  idle: (names: readonly string[]) =>
    `Also different, without effect here: ${names.map((name) => `“${name}”`).join(', ')}.`,
  sampled: (lines: number, orders: number, seed: number) =>
    `${lines} lines are too many for every order: the mean of ${orders} random orders, in pairs of an order and its reverse, seed ${seed}.`,
  gap: (names: readonly string[], to: string, from: string, line: string) =>
    names.length === 0
      ? `“${line}” holds no number in “${from}”, so nothing can be split.`
      : `With ${names.map((name) => `“${name}”`).join(', ')} as in “${to}” and all else as in “${from}”, “${line}” holds no number, so nothing can be split.`,
  jump: (name: string) => `${name}: show its cell`,
  ceiling: 'The workbook is too large to try lines on.',
  method: 'How it is split',
};

/** “差异从何而来”对话框的文字。 */
const zh: typeof en = {
  title: '差异从何而来',
  about: '将两个情景的结果差异分解到取值不同的各项指标：按所有可能的变动顺序，取各项贡献的平均值。',
  from: '对照情景',
  to: '比较情景',
  line: '结果',
  in: (period) => period,
  above: (to, from, amount, where) => `${where}“${to}”比“${from}”高${amount}`,
  below: (to, from, amount, where) => `${where}“${to}”比“${from}”低${amount}`,
  same: (to, from, where) => `${where}“${to}”与“${from}”相同`,
  because: (parts, rest) => {
    const list = parts.map((part) => `“${part.name}”${raised(part)}`);
    if (rest) list.push(`其余${rest.name}项合计${raised(rest)}`);
    return list.length > 0 ? `，其中${list.join('，')}。` : '。';
  },
  none: (line) => `两个情景取值不同的指标均不影响“${line}”，请另选结果。`,
  twice: '请选择两个不同的情景。',
  table: '各项贡献',
  what: '指标',
  contribution: '贡献',
  error: '标准误',
  level: '累计',
  changed: (from, to) => `${from} → ${to}`,
  idle: (names) => `取值也不同、但不影响该结果：${names.map((name) => `“${name}”`).join('、')}。`,
  sampled: (lines, orders, seed) =>
    `共${lines}项，无法穷尽所有顺序，取${orders}个随机顺序的平均值（正序、逆序成对抽取，随机种子${seed}）。`,
  gap: (names, to, from, line) =>
    names.length === 0
      ? `“${from}”中“${line}”不是数字，无法分解。`
      : `若${names.map((name) => `“${name}”`).join('、')}按“${to}”、其余按“${from}”取值，“${line}”不是数字，无法分解。`,
  jump: (name) => `${name}：查看单元格`,
  ceiling: '工作簿过大，无法试算。',
  method: '分解方法',
};

export const BRIDGE = { en, zh };
