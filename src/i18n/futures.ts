import type { Lang } from '../model/text.ts';
import { formatNumber } from './format.ts';

/** What is said of inputs that are uncertain, and of the futures that are drawn from them. */
const en = {
  inputs: 'How inputs may turn out',
  how: 'Distribution',
  change: 'Change it',
  held: (now: string) => `now ${now}`,
  none: (result: string) =>
    `Nothing is uncertain yet. Say how inputs of “${result}” may turn out, and ten thousand futures are drawn from that: a fan on the chart, and the chance of the target.`,
  takeRanges: (count: number) => (count === 1 ? 'Draw from its range' : `Draw from the ranges of ${count} inputs`),
  noRanges: 'No input with a range feeds it: choose one below.',
  another: 'Another input…',
  /** The first is offered first. */
  kinds: {
    fixed: 'fixed',
    pert: 'PERT',
    triangular: 'triangular',
    uniform: 'uniform',
    normal: 'normal',
    lognormal: 'lognormal',
    metalog: '10, 50, 90 %',
    discrete: 'listed values',
    samples: 'samples',
  },
  fields: {
    low: 'low',
    high: 'high',
    deviation: 'st. dev.',
    logDeviation: 'st. dev. of the logarithm',
    p10: '10 %',
    p50: '50 %',
    p90: '90 %',
    least: 'never below',
    most: 'never above',
    values: 'values: weights',
    samples: 'samples',
  },
  relative: 'shares of the value',
  memory: {
    label: 'From period to period',
    once: 'once for all',
    anew: 'anew in each',
    some: 'with memory',
    share: 'Memory',
    ask: 'Drawn once for all periods until you say otherwise: how long a deviation lasts decides most of what adds up.',
  },
  guess: 'its ends are a guess',
  unread: 'feeds nothing that is asked',
  not: {
    notNumber: 'holds no number here, and is not drawn',
    set: 'this scenario sets it, and so it is not drawn here',
    infeasible: 'no such distribution',
    outside: 'its quantiles lie outside its bounds',
    empty: 'shares of 0 are 0',
    notPositive: 'what it holds must be above 0',
  },
  bad: {
    number: (text: string) => `“${text}” is no number here.`,
    turned: (low: string, high: string) => `${low} does not lie below ${high}.`,
    positive: 'A standard deviation lies above 0.',
    median: (least: string, most: string) =>
      `No distribution has these three: with these ends the middle lies between ${least} and ${most}.`,
    ascending: 'The three must ascend.',
    outside: 'The three must lie within the bounds.',
    list: (text: string) => `“${text}” reads as no value with its weight, as in 3: 0.2; 5: 0.8.`,
    weights: 'At least one weight lies above 0.',
    samples: 'There is no number in it.',
    rank: 'A rank correlation lies between −1 and 1.',
    least: (text: string) => `“${text}” is no number here.`,
    seed: (most: string) => `A seed is a whole number from 0 to ${most}.`,
  },
  atLeast: 'to reach',
  runs: 'How many',
  seed: 'Seed',
  others: 'Draw others',
  whole: 'Single futures',
  together: {
    title: 'What goes together',
    add: 'Add a pair',
    first: 'Input',
    second: 'and input',
    rank: 'rank correlation',
    remove: (pair: string) => `Remove ${pair}`,
    pair: (a: string, b: string) => `${a} and ${b}`,
    apart: (pairs: string) => `Not together: ${pairs}. Both must be drawn in the same periods, with the same memory.`,
    impossible: 'No distribution has these correlations at once, so nothing is drawn.',
    nearest: (values: string) => `Take the nearest that there are: ${values}`,
  },
  run: 'Run',
  forms: {
    quantiles: 'CSV of quantiles by period',
    samples: 'CSV of every run',
    sipmath: 'JSON of the SIPmath standard 3.0',
  },
  /** A unit of percent, where numbers are the shares themselves. */
  fraction: (unit: string) => `${unit}, as a fraction`,
  fewer: (runs: string, all: string) =>
    `The file holds the first ${runs} of ${all} futures: with all of them it would be too large to be opened.`,
  legend: (runs: string) => `▒\u00a050, 80 and 95 % of ${runs} futures`,
  shapes: { label: 'Picture', histogram: 'Histogram', cumulative: 'Cumulative' },
  picture: (result: string, runs: string) => `${result} in ${runs} futures`,
  beyond: 'one in a hundred lies beyond',
  part: 'Futures below',
  value: 'Value',
  reached: (share: string, error: string, least: string) => `${share} ± ${error} reach ${least}`,
  noneReach: (runs: string, least: string) => `none of ${runs} reaches ${least}`,
  allReach: (runs: string, least: string) => `all ${runs} reach ${least}`,
  /** In the answer. */
  said: {
    some: (runs: string, share: string, error: string, least: string, period: string) =>
      `In ${runs} futures drawn from these ranges ${share} ± ${error} reach ${least}${period}.`,
    none: (runs: string, least: string, period: string) =>
      `Of ${runs} futures drawn from these ranges none reaches ${least}${period}.`,
    all: (runs: string, least: string, period: string) =>
      `All ${runs} futures drawn from these ranges reach ${least}${period}.`,
    in: (period: string) => ` in ${period}`,
  },
  failed: (count: string, runs: string, why: string, drawn: string) =>
    `In ${count} of ${runs} futures it holds no number${why ? `: ${why}` : ''}${drawn ? `, as with ${drawn}` : ''}.`,
  failedAs: (count: string, runs: string, why: string, drawn: string) =>
    `In ${count} of ${runs} futures ${why}, as with ${drawn}.`,
  failing: (where: string, kind: 'div0' | 'num' | 'na' | 'value' | 'other' | 'text' | 'empty') =>
    `“${where}” ${
      {
        div0: 'divides by zero',
        num: 'has no number as its result',
        na: 'does not find what it looks up',
        value: 'calculates with something that is no number',
        other: 'is an error',
        text: 'is no number',
        empty: 'is empty',
      }[kind]
    }`,
  separator: ', ',
  most: (runs: string, most: string, results: string) =>
    `${runs} futures of ${results} results would take more memory than a page should: ${most} are drawn.`,
  takes: (runs: string) => `Drawing ${runs} futures…`,
  cancel: 'Cancel',
  again: 'Draw again',
  stopped: {
    cancelled: 'Drawing was called off.',
    time: 'Drawing took too long and was called off.',
    crash: 'The engine broke down while it drew.',
    start: 'The engine does not run.',
    ceiling: 'The formulas can only be asked of a second workbook, for which this one is too large.',
  },
};

type Words = typeof en;

/** 不确定输入与未来分布的文字。 */
const zh: Words = {
  inputs: '各项输入的可能取值',
  how: '分布',
  change: '修改',
  held: (now) => `现为${now}`,
  none: (result) =>
    `尚未设定不确定性。设定影响“${result}”的输入可能如何取值，即可据此作1万次随机模拟：图上给出扇形区间，并计算达标概率。`,
  takeRanges: (count) => (count === 1 ? '按其区间模拟' : `按${count}项输入的区间模拟`),
  noRanges: '没有带区间的输入影响该结果，请在下方选择。',
  another: '添加其他输入…',
  kinds: {
    fixed: '固定',
    pert: 'PERT分布',
    triangular: '三角分布',
    uniform: '均匀分布',
    normal: '正态分布',
    lognormal: '对数正态分布',
    metalog: '10%、50%、90%分位数',
    discrete: '离散取值',
    samples: '样本',
  },
  fields: {
    low: '下限',
    high: '上限',
    deviation: '标准差',
    logDeviation: '对数标准差',
    p10: '10%',
    p50: '50%',
    p90: '90%',
    least: '不低于',
    most: '不高于',
    values: '取值：权重',
    samples: '样本',
  },
  relative: '相对于取值的比例',
  memory: {
    label: '各期之间',
    once: '各期同一次抽取',
    anew: '逐期重新抽取',
    some: '带记忆',
    share: '记忆系数',
    ask: '在您另作选择之前，各期共用一次抽取：偏离持续多久，对累积结果影响最大。',
  },
  guess: '区间端点为推测',
  unread: '不影响所问结果',
  not: {
    notNumber: '此处不是数值，未抽样',
    set: '该情景自行设定此值，故不抽样',
    infeasible: '不存在这样的分布',
    outside: '分位数超出边界',
    empty: '取值为0，按比例无变化',
    notPositive: '取值须大于0',
  },
  bad: {
    number: (text) => `“${text}”在此不是数值。`,
    turned: (low, high) => `${low}不小于${high}。`,
    positive: '标准差须大于0。',
    median: (least, most) => `不存在这样的分布：两端如此时，中位数须在${least}与${most}之间。`,
    ascending: '三个分位数须递增。',
    outside: '三个分位数须在边界之内。',
    list: (text) => `“${text}”不是“取值：权重”，例如“3：0.2；5：0.8”。`,
    weights: '至少一个权重大于0。',
    samples: '其中没有数值。',
    rank: '秩相关系数在−1与1之间。',
    least: (text) => `“${text}”在此不是数值。`,
    seed: (most) => `种子为0至${most}的整数。`,
  },
  atLeast: '达到',
  runs: '模拟次数',
  seed: '种子',
  others: '重新抽取',
  whole: '单条路径',
  together: {
    title: '相关的输入',
    add: '添加一对',
    first: '输入项',
    second: '与输入项',
    rank: '秩相关系数',
    remove: (pair) => `移除${pair}`,
    pair: (a, b) => `${a}与${b}`,
    apart: (pairs) => `未能相关：${pairs}。二者须在相同期间、以相同记忆系数抽取。`,
    impossible: '这些相关系数不能同时成立，因此未抽样。',
    nearest: (values) => `采用最接近的可行值：${values}`,
  },
  run: '序号',
  forms: { quantiles: '各期分位数CSV', samples: '逐次模拟CSV', sipmath: 'SIPmath 3.0标准JSON' },
  fraction: (unit) => `${unit}，以小数计`,
  fewer: (runs, all) => `文件含${all}次模拟中的前${runs}次；若全部写入，文件将过大而难以打开。`,
  legend: (runs) => `▒\u00a0${runs}次模拟的50%、80%、95%区间`,
  shapes: { label: '图形', histogram: '直方图', cumulative: '累积分布' },
  picture: (result, runs) => `${result}：${runs}次模拟`,
  beyond: '另有1%在此之外',
  part: '累计概率',
  value: '数值',
  reached: (share, error, least) => `${share}（±${error}）达到${least}`,
  noneReach: (runs, least) => `${runs}次模拟均未达到${least}`,
  allReach: (runs, least) => `${runs}次模拟均达到${least}`,
  said: {
    some: (runs, share, error, least, period) =>
      `按上述区间所作的${runs}次模拟中，${share}（±${error}）${period}达到${least}。`,
    none: (runs, least, period) => `按上述区间所作的${runs}次模拟中，无一${period}达到${least}。`,
    all: (runs, least, period) => `按上述区间所作的${runs}次模拟均${period}达到${least}。`,
    in: (period) => `在${period}`,
  },
  failed: (count, runs, why, drawn) =>
    `${runs}次模拟中有${count}次得不到数值${why ? `：${why}` : ''}${drawn ? `，例如${drawn}时` : ''}。`,
  failedAs: (count, runs, why, drawn) => `${runs}次模拟中有${count}次${why}，例如${drawn}时。`,
  failing: (where, kind) =>
    `“${where}”${
      {
        div0: '的除数为零',
        num: '算不出数值',
        na: '未找到所查找的值',
        value: '以非数值参与计算',
        other: '出错',
        text: '不是数值',
        empty: '为空',
      }[kind]
    }`,
  separator: '，',
  most: (runs, most, results) => `对${results}个结果模拟${runs}次所需内存过大，改为${most}次。`,
  takes: (runs) => `正在进行${runs}次模拟…`,
  cancel: '取消',
  again: '重新模拟',
  stopped: {
    cancelled: '模拟已取消。',
    time: '模拟耗时过长，已取消。',
    crash: '模拟时计算引擎出错。',
    start: '计算引擎未运行。',
    ceiling: '公式只能由另一工作簿试算，而本工作簿过大，无法另建。',
  },
};

export const FUTURES = { en, zh };

const TEN_THOUSAND = 10_000;

/** A count of futures: 10,000; in Chinese 1万. */
export const runsText = (runs: number, lang: Lang): string =>
  lang === 'zh' && runs >= TEN_THOUSAND && runs % (TEN_THOUSAND / 10) === 0
    ? `${formatNumber(runs / TEN_THOUSAND, lang, 1, true, 0)}万`
    : formatNumber(runs, lang, 0);
