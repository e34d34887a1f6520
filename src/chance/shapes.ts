import { normalQuantile } from '../maths/special.ts';
import type { Shape, Uncertainty } from '../model/whatIf.ts';
import { betaByScore } from './beta.ts';

/** What a draw comes to: from a part between 0 and 1 that lies below it, or from its normal score. */
export interface Quantile {
  readonly of: 'part' | 'score';
  readonly at: (drawn: number) => number;
}

/**
 * Why nothing can be drawn: three quantiles that no metalog has; one outside of its bounds; an end that is none, as of
 * shares of 0; a logarithm of what is not above 0.
 */
export type ShapeFault = 'infeasible' | 'outside' | 'empty' | 'notPositive';

/** Below this ratio of its third to its second coefficient a metalog of three terms ascends: T. W. Keelin, The Metalog Distributions, Decision Analysis 13 (2016), 243–277. */
const FEASIBLE = 1.667113;

/** A weight of 4 on the mode: D. G. Malcolm and others, Application of a Technique for R&D Program Evaluation, Operations Research 7 (1959), 646–669. */
const MODE_WEIGHT = 4;

/** Whether the values that are drawn follow what the cell holds. */
export const follows = ({ shape, relative }: Uncertainty): boolean =>
  !!relative || ['pert', 'triangular', 'normal', 'lognormal'].includes(shape.kind);

/** Why nothing can be drawn where a cell holds a number. It costs less than a quantile, which may be a table. */
export function faultOf({ shape, relative }: Uncertainty, held: number): ShapeFault | undefined {
  if (shape.kind === 'lognormal') return held > 0 ? undefined : 'notPositive';
  if (relative && held === 0) return 'empty';
  const made = shape.kind === 'metalog' ? metalog(shape, 1) : undefined;
  return typeof made === 'string' ? made : undefined;
}

/** What is drawn where a cell holds a number, or why nothing can be. `isWhole`: of what comes in whole numbers alone. */
export function quantileOf(uncertainty: Uncertainty, held: number, isWhole = false): Quantile | ShapeFault {
  const found = smoothQuantile(uncertainty, held);
  // -0 is none.
  return typeof found === 'string' || !isWhole
    ? found
    : { of: found.of, at: (drawn) => Math.round(found.at(drawn)) + 0 };
}

function smoothQuantile(uncertainty: Uncertainty, held: number): Quantile | ShapeFault {
  const { shape, relative } = uncertainty;
  const fault = faultOf(uncertainty, held);
  if (fault) return fault;
  const scale = relative ? held : 1;
  switch (shape.kind) {
    case 'uniform': {
      const [low, high] = ordered(shape.low * scale, shape.high * scale);
      return byPart((part) => low + part * (high - low));
    }
    case 'triangular': {
      const { low, mode, high } = around(shape, scale, held);
      const width = high - low;
      const turn = (mode - low) / width;
      return byPart((part) =>
        part < turn
          ? low + Math.sqrt(part * width * (mode - low))
          : high - Math.sqrt((1 - part) * width * (high - mode)),
      );
    }
    case 'pert': {
      const { low, mode, high } = around(shape, scale, held);
      const width = high - low;
      const beta = betaByScore(...pertShape(low, mode, high));
      return byScore((score) => low + width * beta(score));
    }
    case 'normal': {
      const deviation = Math.abs(shape.deviation * scale);
      return byScore((score) => held + deviation * score);
    }
    case 'lognormal':
      return byScore((score) => held * Math.exp(shape.deviation * score));
    case 'metalog':
      return metalog(shape, scale);
    case 'discrete': {
      const sums = runningSums(shape.weights);
      const total = sums.at(-1) as number;
      return byPart((part) => scale * (shape.values[firstAbove(sums, part * total)] as number));
    }
    case 'samples': {
      const { values } = shape;
      return byPart((part) => scale * (values[Math.floor(part * values.length)] as number));
    }
  }
}

/** The value that a part of all draws lies below. */
export function quantileAt(uncertainty: Uncertainty, held: number, part: number): number | undefined {
  const found = quantileOf(uncertainty, held);
  if (typeof found === 'string') return undefined;
  return found.at(found.of === 'part' ? part : normalQuantile(part));
}

/** The two parameters of a PERT distribution's beta. */
export const pertShape = (low: number, mode: number, high: number): [alpha: number, beta: number] => [
  1 + (MODE_WEIGHT * (mode - low)) / (high - low),
  1 + (MODE_WEIGHT * (high - mode)) / (high - low),
];

const byPart = (at: Quantile['at']): Quantile => ({ of: 'part', at });
const byScore = (at: Quantile['at']): Quantile => ({ of: 'score', at });

const ordered = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

/** The mode is what the cell holds; one that lies outside takes the end along. */
function around({ low, high }: { readonly low: number; readonly high: number }, scale: number, mode: number) {
  const ends = ordered(low * scale, high * scale);
  return { low: Math.min(ends[0], mode), mode, high: Math.max(ends[1], mode) };
}

export type Metalog = Extract<Shape, { kind: 'metalog' }>;

/**
 * The coefficients of a metalog of three terms through its quantiles at 10, 50 and 90 %; with bounds it is one of what the
 * bounds leave, stretched to all numbers.
 */
export function metalogTerms({ p10, p50, p90, least, most }: Metalog): readonly [number, number, number] | ShapeFault {
  const [stretch] = stretching(least, most);
  const [low, middle, high] = [p10, p50, p90].map(stretch);
  if (low === undefined || middle === undefined || high === undefined) return 'outside';
  if (![low, middle, high].every(Number.isFinite)) return 'outside';
  const odds = 2 * Math.log(9);
  const second = (high - low) / odds;
  const third = (high + low - 2 * middle) / (0.4 * odds);
  return second > 0 && Math.abs(third) / second < FEASIBLE ? [middle, second, third] : 'infeasible';
}

function metalog(shape: Metalog, scale: number): Quantile | ShapeFault {
  const terms = metalogTerms(shape);
  if (typeof terms === 'string') return terms;
  const [middle, second, third] = terms;
  const [, shrink] = stretching(shape.least, shape.most);
  return byPart((part) => {
    const logit = Math.log(part / (1 - part));
    return scale * shrink(middle + second * logit + third * (part - 0.5) * logit);
  });
}

/** To all numbers from those between two bounds, and back. */
export function stretching(least?: number, most?: number): readonly [(x: number) => number, (y: number) => number] {
  if (least !== undefined && most !== undefined)
    return [
      (x) => Math.log((x - least) / (most - x)),
      (y) =>
        y > 0 ? (least * Math.exp(-y) + most) / (1 + Math.exp(-y)) : (least + most * Math.exp(y)) / (1 + Math.exp(y)),
    ];
  if (least !== undefined) return [(x) => Math.log(x - least), (y) => least + Math.exp(y)];
  if (most !== undefined) return [(x) => -Math.log(most - x), (y) => most - Math.exp(-y)];
  return [(x) => x, (y) => y];
}

function runningSums(weights: readonly number[]): Float64Array {
  // As parts of the largest, so that no sum of them is too large.
  const most = Math.max(...weights);
  const sums = Float64Array.from(weights, (weight) => weight / most);
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i] as number) + (sums[i - 1] as number);
  return sums;
}

/** The first place at which ascending sums pass a number. */
function firstAbove(sums: Float64Array, number: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
