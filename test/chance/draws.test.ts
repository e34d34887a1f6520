import { describe, expect, it } from 'vitest';
import { cholesky, nearestCorrelation, rankCorrelation, scoreCorrelation } from '../../src/chance/correlation.ts';
import { Draws, type Variable } from '../../src/chance/draws.ts';
import { streamOf } from '../../src/chance/random.ts';

const YEARS = [2024, 2025, 2026, 2027, 2028];
const RUNS = 40_000;
const variable = (id: string, memory: number, entities: readonly number[] = [0]): Variable => ({
  stream: streamOf(id),
  entities,
  memory,
});
const drawn = (variables: readonly Variable[], first = 1, count = RUNS) =>
  new Draws({ variables, seed: 1 }, first, count);

const mean = (xs: Float64Array) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const deviation = (xs: Float64Array) => {
  const m = mean(xs);
  return Math.sqrt(mean(xs.map((x) => (x - m) ** 2)));
};
const correlation = (xs: Float64Array, ys: Float64Array) => {
  const [mx, my] = [mean(xs), mean(ys)];
  return mean(xs.map((x, i) => (x - mx) * ((ys[i] as number) - my))) / deviation(xs) / deviation(ys);
};
const ranks = (xs: Float64Array): Float64Array => {
  const order = Array.from(xs, (_, i) => i).sort((a, b) => (xs[a] as number) - (xs[b] as number));
  const found = new Float64Array(xs.length);
  order.forEach((place, rank) => {
    found[place] = rank;
  });
  return found;
};
/** exp of the sum of five growths of N(0.2, 0.1). */
const grown = (draws: Draws, at: (period: number) => number) => {
  const total = new Float64Array(RUNS);
  for (let period = 0; period < YEARS.length; period++)
    draws.scores(0, at(period)).forEach((score, i) => {
      total[i] = (total[i] as number) + 0.2 + 0.1 * score;
    });
  return total.map(Math.exp);
};
const sorted = (xs: Float64Array) => xs.toSorted();
const part = (xs: Float64Array, p: number) => sorted(xs)[Math.floor(p * xs.length)] as number;

describe('growth over five years', () => {
  it('drawn anew in each has the median, mean and tails of its lognormal distribution', () => {
    const xs = grown(drawn([variable('growth', 0, YEARS)]), (period) => period);
    const error = deviation(xs) / Math.sqrt(RUNS);
    expect(Math.abs(mean(xs) - 2.78709546)).toBeLessThan(4 * error);
    // The error of a quantile: √(p(1 − p)/n) over the density there.
    const spread = 0.1 * Math.sqrt(5);
    for (const [p, z, value] of [
      [0.5, 0, Math.E],
      [0.05, 1.6448536, 1.881745019],
      [0.95, 1.6448536, 3.926704217],
    ] as const) {
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / spread / value;
      expect(Math.abs(part(xs, p) - value)).toBeLessThan((4 * Math.sqrt((p * (1 - p)) / RUNS)) / density);
    }
  });

  it('drawn once for all has a wider spread', () => {
    const xs = grown(drawn([variable('growth', 1)]), () => 0);
    expect(Math.abs(mean(xs) - 3.080217)).toBeLessThan((4 * deviation(xs)) / Math.sqrt(RUNS));
    expect(Math.abs(deviation(xs.map(Math.log)) - 0.5)).toBeLessThan((4 * 0.5) / Math.sqrt(2 * RUNS));
  });

  it('drawn with memory is as wide in each year, and its neighbours go together by it', () => {
    const draws = drawn([variable('growth', 0.7, YEARS)]);
    const [first, second, , , last] = YEARS.map((_, at) => draws.scores(0, at)) as [Float64Array, ...Float64Array[]];
    expect(Math.abs(deviation(last as Float64Array) - 1)).toBeLessThan(0.02);
    expect(Math.abs(correlation(first, second as Float64Array) - 0.7)).toBeLessThan(0.02);
    expect(Math.abs(correlation(first, last as Float64Array) - 0.7 ** 4)).toBeLessThan(0.02);
  });
});

describe('what goes together', () => {
  const matrix = (r: number) => [
    [1, r],
    [r, 1],
  ];
  const pair = (r: number): Variable[] => {
    const lower = cholesky(matrix(r)) ?? [];
    return ['one', 'other'].map((id, i) => ({
      ...variable(id, 1),
      mix: (lower[i] ?? []).map((weight, j) => [j, weight] as const),
    }));
  };

  it('has the rank correlation of its normal scores', () => {
    expect(rankCorrelation(0.8)).toBeCloseTo(0.785939283, 9);
    expect(scoreCorrelation(rankCorrelation(0.8))).toBeCloseTo(0.8, 14);
    const draws = drawn(pair(0.8));
    const found = correlation(ranks(draws.parts(0, 0)), ranks(draws.parts(1, 0)));
    expect(Math.abs(found - 0.785939283)).toBeLessThan(4 * ((1 - 0.785939283 ** 2) / Math.sqrt(RUNS)) * 1.1);
  });

  it('leaves the draws of the first as they were', () => {
    expect(drawn(pair(0.8), 1, 100).scores(0, 0)).toEqual(drawn([variable('one', 1)], 1, 100).scores(0, 0));
  });

  it('of which no distribution has such a matrix has a nearest one: that of Higham’s example', () => {
    const impossible = [
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ];
    expect(cholesky(impossible)).toBeUndefined();
    const near = nearestCorrelation(impossible);
    expect(near[0]?.[1]).toBeCloseTo(0.7607, 3);
    expect(near[0]?.[2]).toBeCloseTo(0.1573, 3);
    expect(cholesky(near)).toBeDefined();
  });

  it('is left as it is where there is such a distribution', () => {
    const near = nearestCorrelation(matrix(0.8));
    expect(near[0]?.[1]).toBeCloseTo(0.8, 9);
  });
});

describe('the draws of a trial', () => {
  it('are the same whichever trials they are drawn with, and whatever else is drawn', () => {
    const alone = drawn([variable('growth', 0.5, YEARS)], 1, 300);
    const beside = drawn([variable('other', 0, YEARS), variable('growth', 0.5, YEARS)], 101, 100);
    for (const at of YEARS.keys()) {
      expect(beside.scores(1, at)).toEqual(alone.scores(0, at).subarray(100, 200));
      expect(beside.parts(1, at)).toEqual(alone.parts(0, at).subarray(100, 200));
    }
  });
});
