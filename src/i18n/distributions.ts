import type { Lang } from '../model/text.ts';
import type { Unit } from '../model/units.ts';
import { unitSpec } from '../model/units.ts';
import type { Uncertainty } from '../model/whatIf.ts';
import { few, zhFew } from './counted.ts';
import { formatCell, formatNumber } from './format.ts';

/** What is said of a distribution in a sentence: of an input's cell in a workbook. Numbers come as they are shown. */
const en = {
  pert: (low: string, high: string, of: string) =>
    `PERT between ${low} and ${high}${of}, most likely what the cell holds`,
  triangular: (low: string, high: string, of: string) =>
    `triangular between ${low} and ${high}${of}, most likely what the cell holds`,
  uniform: (low: string, high: string, of: string) => `uniform between ${low} and ${high}${of}`,
  normal: (deviation: string, of: string) => `normal around what the cell holds, standard deviation ${deviation}${of}`,
  lognormal: (deviation: string) =>
    `lognormal, its median what the cell holds, standard deviation of the logarithm ${deviation}`,
  metalog: (p10: string, p50: string, p90: string, of: string) =>
    `metalog through ${p10}, ${p50} and ${p90}${of} at 10, 50 and 90 %`,
  least: (least: string) => `, never below ${least}`,
  most: (most: string) => `, never above ${most}`,
  discrete: (values: readonly string[], of: string) => `one of ${few(values)}${of}`,
  weighed: (value: string, chance: string) => `${value} (${chance})`,
  samples: (count: string, low: string, high: string, of: string) =>
    `one of ${count} samples from ${low} to ${high}${of}`,
  /** Of percents that are shares. */
  of: ' of what the cell holds',
  once: 'Drawn once for all periods.',
  anew: 'Drawn anew in each period.',
  some: (share: string) => `Drawn in each period; of a deviation ${share} stays in the next.`,
  uncertain: (how: string) => `Uncertain: ${how}.`,
  /** A sentence of its own. */
  alone: (how: string) => `${how.charAt(0).toUpperCase()}${how.slice(1)}.`,
};

const zh: typeof en = {
  pert: (low, high, of) => `PERT分布，${of}${low}至${high}，众数为单元格取值`,
  triangular: (low, high, of) => `三角分布，${of}${low}至${high}，众数为单元格取值`,
  uniform: (low, high, of) => `均匀分布，${of}${low}至${high}`,
  normal: (deviation, of) => `正态分布，均值为单元格取值，标准差为${of}${deviation}`,
  lognormal: (deviation) => `对数正态分布，中位数为单元格取值，对数标准差为${deviation}`,
  metalog: (p10, p50, p90, of) => `metalog分布，10%、50%、90%分位数为${of}${p10}、${p50}、${p90}`,
  least: (least) => `，不低于${least}`,
  most: (most) => `，不高于${most}`,
  discrete: (values, of) => `离散取值：${of}${zhFew(values)}`,
  weighed: (value, chance) => `${value}（${chance}）`,
  samples: (count, low, high, of) => `${count}个样本，${of}${low}至${high}`,
  of: '单元格取值的',
  once: '各期同一次抽取。',
  anew: '逐期重新抽取。',
  some: (share) => `逐期抽取，偏离有${share}延续至下期。`,
  uncertain: (how) => `不确定：${how}。`,
  alone: (how) => `${how}。`,
};

export const DISTRIBUTIONS = { en, zh };

/** Decimals as many as a number has, up to these. */
const MOST_DECIMALS = 6;

/** How many decimals a number of a unit has as it is shown, noise of its last digits left out. */
export function decimalsIn(value: number, unit: Unit): number {
  const shown = Number((unitSpec(unit).form === 'plain' ? value : value * 100).toPrecision(12));
  const [, fraction = ''] = shown.toFixed(MOST_DECIMALS).split('.');
  return fraction.replace(/0+$/, '').length;
}

/** How an input may turn out. `unit`: of its line. */
export function distributionText({ shape, relative }: Uncertainty, unit: Unit, lang: Lang): string {
  const t = DISTRIBUTIONS[lang];
  const own = relative ? 'percent' : unit;
  const of = relative ? t.of : '';
  const say = (value: number, as: Unit = own) => formatCell(value, as, lang, decimalsIn(value, as));
  switch (shape.kind) {
    case 'pert':
    case 'triangular':
    case 'uniform':
      return t[shape.kind](say(shape.low), say(shape.high), of);
    case 'normal':
      return t.normal(say(shape.deviation), of);
    case 'lognormal':
      return t.lognormal(say(shape.deviation, 'percent'));
    case 'metalog': {
      const { p10, p50, p90, least, most } = shape;
      const bounds = [least === undefined ? '' : t.least(say(least)), most === undefined ? '' : t.most(say(most))];
      return t.metalog(say(p10), say(p50), say(p90), of) + bounds.join('');
    }
    case 'discrete': {
      const total = shape.weights.reduce((sum, weight) => sum + weight, 0);
      const chance = (i: number) => formatCell((shape.weights[i] as number) / total, 'percent', lang, 0);
      return t.discrete(
        shape.values.map((value, i) => t.weighed(say(value), chance(i))),
        of,
      );
    }
    case 'samples': {
      const [low, high] = shape.values.reduce(
        ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
        [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      );
      return t.samples(formatNumber(shape.values.length, lang, 0), say(low), say(high), of);
    }
  }
}

/** How its draws in neighbouring periods hang together, where it has a value for each. */
export function memoryText({ memory = 1 }: Uncertainty, lang: Lang): string {
  const t = DISTRIBUTIONS[lang];
  return memory === 1 ? t.once : memory === 0 ? t.anew : t.some(formatNumber(memory, lang, 4, true, 0));
}
