import type { Lang } from '../model/text.ts';

/** What is said of charts of several lines. */
const en = {
  noPeriods: 'None of these lines has values over time to chart.',
  units: (first: string, other: string, line: string) =>
    `Lines of one unit can be stacked: “${line}” is in ${other || 'no unit'}, the first one in ${first || 'no unit'}. Nothing was changed.`,
  tabs: {
    name: 'Name of the chart',
    nameNeeded: 'A chart needs a name: type one, or press Escape.',
    menu: 'Chart menu',
    menuOf: (name: string) => `Menu of the chart “${name}”`,
    rename: 'Rename',
    duplicate: 'Duplicate',
    left: 'Move left',
    right: 'Move right',
    remove: 'Remove the chart',
    copyOf: (name: string) => `${name} (copy)`,
    removed: (name: string) => `The chart “${name}” was removed. Its lines stay in the sheet.`,
    moved: (name: string, place: number, count: number) => `“${name}”: chart ${place} of ${count}`,
  },
  form: {
    title: 'How it is drawn',
    fresh: 'New chart',
    first: 'First line',
    save: 'Draw',
    name: 'Title',
    note: 'Note below the chart',
    as: 'Kind',
    kinds: {
      lines: 'First line, every scenario',
      curves: 'Each line as a curve',
      grouped: 'Bars beside each other',
      bars: 'Stacked bars',
      areas: 'Stacked areas',
      share: 'Share of the total',
    },
    show: 'What is drawn',
    shows: { values: 'Values', index: 'Index, first period = 100', change: 'Change on the year before' },
    split: 'Small charts',
    splits: { none: 'One chart', scenarios: 'One for each scenario', lines: 'One for each line' },
    axis: 'Axis of values',
    axes: { even: 'Even', log: 'Logarithmic' },
    lines: 'Lines with it',
    units: 'Lines of a second unit get an axis of their own on the right.',
    second: (unit: string) => `Lines in ${unit} get an axis of their own on the right.`,
    manyUnits: (line: string, unit: string, units: readonly string[]) =>
      units.length > 1
        ? `“${line}” is in ${unit}: beside ${units.join(' and ')} a chart has no third axis. Take it out, or draw an index or changes.`
        : `“${line}” is in ${unit}, and what is stacked is in ${units.join('')}: only lines of one unit add up. Take it out, or choose another kind.`,
    noUnit: 'no unit',
    unit: (unit: string) => ` (${unit})`,
  },
  total: 'Total',
  onRight: (name: string, unit: string) => (unit ? `${name} (${unit}, right)` : `${name} (right)`),
  leftOut: (names: readonly string[], isStacked: boolean) => {
    const told = names.map((name) => `“${name}”`).join(', ');
    return isStacked
      ? `${told} ${names.length === 1 ? 'is' : 'are'} not drawn: only lines of one unit are stacked.`
      : `${told} ${names.length === 1 ? 'is' : 'are'} not drawn: a chart has axes for two units.`;
  },
  within: (chart: string, curve: string) => `${chart}: ${curve}`,
  oneAxis: (names: readonly string[]) =>
    `${names.map((name) => `“${name}”`).join(', ')} ${names.length === 1 ? 'is' : 'are'} not drawn: small charts share one axis, so their lines have one unit. An index can compare them.`,
  evenTwo: 'A chart with two axes is drawn on even ones, and not on a logarithmic one.',
  change: '% on the year before',
  noIndex: (line: string) =>
    `No index can be made: there is no period in which every line has a value above 0 (“${line}” has none in the first). The values are drawn.`,
  laterIndex: (period: string, line: string) =>
    `The index begins in ${period}: before it “${line}” has no value above 0.`,
  noChange: (count: number) =>
    `${count} ${count === 1 ? 'change is' : 'changes are'} left out: the value of the year before is 0 or less.`,
  noMarks: (count: number) =>
    `${count} ${count === 1 ? 'figure or target is' : 'figures and targets are'} not drawn beside changes.`,
  noMarksStacked: (count: number) =>
    `${count} ${count === 1 ? 'figure or target is' : 'figures and targets are'} not drawn: what is stacked are sums.`,
  noLog: (line: string, period: string, count: number) =>
    `A logarithmic axis needs values above 0: “${line}” has none in ${period}${count > 1 ? `, nor in ${count - 1} more` : ''}. The axis is even.`,
  noLogMarks: 'A logarithmic axis needs values above 0: a figure or target is 0 or less. The axis is even.',
  noShare: (line: string, period: string, count: number) =>
    `Shares need parts that are not negative: “${line}” is below 0 in ${period}${count > 1 ? `, and in ${count - 1} more` : ''}. The values are stacked instead.`,
  stacked: 'Values are stacked as they are: an index or a change can’t be.',
  evenBars: 'A logarithmic axis is for lines: bars and areas begin at 0. The axis is even.',
};

export const CHARTS: Readonly<Record<Lang, typeof en>> = {
  en,
  zh: {
    noPeriods: '所选行均无各期数值，无法绘图。',
    units: (first, other, line) =>
      `单位相同的行才能堆叠：“${line}”的单位为${other || '空'}，首行为${first || '空'}。未作任何改动。`,
    tabs: {
      name: '图表名称',
      nameNeeded: '请填写图表名称，或按Esc保留原名。',
      menu: '图表菜单',
      menuOf: (name) => `图表“${name}”的菜单`,
      rename: '重命名',
      duplicate: '创建副本',
      left: '左移',
      right: '右移',
      remove: '删除图表',
      copyOf: (name) => `${name}（副本）`,
      removed: (name) => `已删除图表“${name}”，表中各行保留。`,
      moved: (name, place, count) => `“${name}”：第${place}幅，共${count}幅`,
    },
    form: {
      title: '图表设置',
      fresh: '新建图表',
      first: '首行',
      save: '绘制',
      name: '标题',
      note: '图下说明',
      as: '类型',
      kinds: {
        lines: '首行，各情景',
        curves: '各行折线',
        grouped: '并列柱形',
        bars: '堆叠柱形',
        areas: '堆叠面积',
        share: '占合计比重',
      },
      show: '绘制内容',
      shows: { values: '数值', index: '指数（首期=100）', change: '同比变动' },
      split: '分图',
      splits: { none: '不分图', scenarios: '每个情景一图', lines: '每行一图' },
      axis: '数值轴',
      axes: { even: '普通', log: '对数' },
      lines: '一并绘制的行',
      units: '第二种单位的行使用右侧数值轴。',
      second: (unit) => `单位为${unit}的行使用右侧数值轴。`,
      manyUnits: (line, unit, units) =>
        units.length > 1
          ? `“${line}”的单位为${unit}，图中已有${units.join('、')}两种单位，不能再加第三条轴。请移除该行，或按指数、同比绘制。`
          : `“${line}”的单位为${unit}，堆叠各行的单位为${units.join('')}：单位相同才能加总。请移除该行，或改用其他类型。`,
      noUnit: '无单位',
      unit: (unit) => `（${unit}）`,
    },
    total: '合计',
    onRight: (name, unit) => (unit ? `${name}（${unit}，右轴）` : `${name}（右轴）`),
    leftOut: (names, isStacked) => {
      const told = names.map((name) => `“${name}”`).join('、');
      return isStacked ? `${told}未绘出：单位相同的行才能堆叠。` : `${told}未绘出：一幅图最多使用两种单位的数值轴。`;
    },
    within: (chart, curve) => `${chart}：${curve}`,
    oneAxis: (names) =>
      `${names.map((name) => `“${name}”`).join('、')}未绘出：各分图共用一条数值轴，单位须相同；可改用指数比较。`,
    evenTwo: '双轴图使用普通坐标轴，不用对数轴。',
    change: '%（同比）',
    noIndex: (line) => `无法编制指数：不存在各行数值均大于0的期间（“${line}”首期即无）。现按原值绘制。`,
    laterIndex: (period, line) => `指数以${period}为基期：此前“${line}”没有大于0的数值。`,
    noChange: (count) => `上年数值为0或负数，${count}个同比变动未绘出。`,
    noMarks: (count) => `同比图不绘实际值与目标值，共${count}个。`,
    noMarksStacked: (count) => `实际值与目标值共${count}个未绘出：堆叠图显示的是合计。`,
    noLog: (line, period, count) =>
      `对数轴要求数值大于0：“${line}”在${period}不满足${count > 1 ? `，另有${count - 1}个此类数值` : ''}。现用普通坐标轴。`,
    noLogMarks: '对数轴要求数值大于0：有实际值或目标值为0或负数。现用普通坐标轴。',
    noShare: (line, period, count) =>
      `占比要求各部分不为负数：“${line}”在${period}为负${count > 1 ? `，另有${count - 1}个此类数值` : ''}。现按原值堆叠。`,
    stacked: '堆叠图按原值绘制，不适用指数或同比变动。',
    evenBars: '对数轴仅适用于折线：柱形与面积须从0起。现用普通坐标轴。',
  },
};
