import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draws } from '../../src/chance/draws.ts';
import { pertShape, type Quantile, quantileAt, quantileOf } from '../../src/chance/shapes.ts';
import { betaOdds, normalQuantile } from '../../src/maths/special.ts';
import type { Shape, Uncertainty } from '../../src/model/whatIf.ts';

const RUNS = 10_000;
const draws = new Draws({ variables: [{ stream: 1, entities: [0], memory: 1 }], seed: 1 }, 1, RUNS);

const able = (uncertainty: Uncertainty, held: number): Quantile => {
  const found = quantileOf(uncertainty, held);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const drawn = (shape: Shape, held: number): number[] => {
  const { of, at } = able({ shape }, held);
  return [...(of === 'part' ? draws.parts(0, 0) : draws.scores(0, 0))].map(at);
};
const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const deviation = (xs: readonly number[]) => {
  const m = mean(xs);
  return Math.sqrt(xs.reduce((sum, x) => sum + (x - m) ** 2, 0) / xs.length);
};

describe('a PERT distribution', () => {
  it('has the mean, the shape and the spread of its three numbers', () => {
    expect(pertShape(100, 150, 250)).toEqual([2.333333333333333, 3.6666666666666665]);
    const xs = drawn({ kind: 'pert', low: 100, high: 250 }, 150);
    const [m, s] = [158.3333, 27.63854];
    expect(Math.abs(mean(xs) - m)).toBeLessThan((4 * s) / Math.sqrt(RUNS));
    expect(Math.abs(deviation(xs) - s)).toBeLessThan((4 * s) / Math.sqrt(2 * RUNS));
  });

  it('is its beta distribution to a millionth of its width', () => {
    const part = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    const mode = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(part, mode, (p, m) => {
        const odds = betaOdds(p, 1 - p, ...pertShape(0, m, 1));
        const exact = odds / (1 + odds);
        expect(quantileAt({ shape: { kind: 'pert', low: 0, high: 1 } }, m, p)).toBeCloseTo(exact, 6);
      }),
    );
  });

  it('takes an end along where the cell holds what lies outside', () => {
    const xs = drawn({ kind: 'pert', low: 100, high: 250 }, 300);
    expect(Math.max(...xs)).toBeLessThanOrEqual(300);
    expect(Math.max(...xs)).toBeGreaterThan(290);
  });
});

describe('a metalog', () => {
  const shape = { kind: 'metalog', p10: 17, p50: 24, p90: 35 } as const;

  it('goes through its three quantiles, by the coefficients of its definition', () => {
    const [p10, p50, p90, p25] = [0.1, 0.5, 0.9, 0.25].map((part) => quantileAt({ shape }, 0, part));
    expect(p10).toBeCloseTo(17, 12);
    expect(p50).toBe(24);
    expect(p90).toBeCloseTo(35, 12);
    const logit = Math.log(1 / 3);
    expect(p25).toBeCloseTo(24 + 4.096 * logit + 2.276 * -0.25 * logit, 3);
  });

  it('goes through them within its bounds too, and never passes these', () => {
    const bounded = { ...shape, least: 10, most: 60 };
    for (const [part, value] of [
      [0.1, 17],
      [0.5, 24],
      [0.9, 35],
    ] as const)
      expect(quantileAt({ shape: bounded }, 0, part)).toBeCloseTo(value, 9);
    const xs = drawn(bounded, 0);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...xs)).toBeLessThanOrEqual(60);
    expect(quantileAt({ shape: bounded }, 0, 1 - 1e-15)).toBeLessThanOrEqual(60);
  });

  it('is refused where no metalog has such quantiles, and where they lie outside of its bounds', () => {
    expect(quantileOf({ shape: { ...shape, p50: 18 } }, 0)).toBe('infeasible');
    expect(quantileOf({ shape: { ...shape, least: 20 } }, 0)).toBe('outside');
  });

  it('ascends wherever it is taken', () => {
    const quantiles = fc.tuple(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
    );
    fc.assert(
      fc.property(quantiles, ([below, above]) => {
        const found = quantileOf({ shape: { kind: 'metalog', p10: -below, p50: 0, p90: above } }, 0);
        if (typeof found === 'string') return;
        const values = Array.from({ length: 99 }, (_, i) => found.at((i + 1) / 100));
        for (let i = 1; i < values.length; i++) expect(values[i]).toBeGreaterThan(values[i - 1] as number);
      }),
    );
  });
});

describe('the other distributions', () => {
  it('have the quantiles that their definitions give', () => {
    const at = (shape: Shape, held: number, part: number) => quantileAt({ shape }, held, part);
    expect(at({ kind: 'uniform', low: 2, high: 6 }, 0, 0.25)).toBe(3);
    expect(at({ kind: 'triangular', low: 0, high: 10 }, 4, 0.4)).toBeCloseTo(4, 12);
    expect(at({ kind: 'triangular', low: 0, high: 10 }, 4, 0.1)).toBeCloseTo(2, 12);
    expect(at({ kind: 'normal', deviation: 2 }, 10, 0.975)).toBeCloseTo(13.919927969080108, 12);
    expect(at({ kind: 'lognormal', deviation: 0.5 }, 10, 0.5)).toBe(10);
    expect(at({ kind: 'lognormal', deviation: 0.5 }, 10, 0.9)).toBeCloseTo(
      10 * Math.exp(0.5 * normalQuantile(0.9)),
      12,
    );
    const discrete = { kind: 'discrete', values: [1, 5, 9], weights: [1, 0, 3] } as const;
    expect([0.1, 0.249, 0.251, 0.999].map((part) => at(discrete, 0, part))).toEqual([1, 1, 9, 9]);
    expect([0.1, 0.4, 0.9].map((part) => at({ kind: 'samples', values: [7, 8, 9] }, 0, part))).toEqual([7, 8, 9]);
  });

  it('are shares of what the cell holds where they are said to be, the right way round below 0', () => {
    const shape = { kind: 'uniform', low: 0.9, high: 1.2 } as const;
    expect(quantileAt({ shape, relative: true }, 200, 0.5)).toBeCloseTo(210, 12);
    expect(quantileAt({ shape, relative: true }, -200, 0)).toBe(-240);
    expect(quantileOf({ shape, relative: true }, 0)).toBe('empty');
  });

  it('have no logarithm of what is not above 0', () => {
    expect(quantileOf({ shape: { kind: 'lognormal', deviation: 0.2 } }, 0)).toBe('notPositive');
  });

  it('ascend with the part that lies below', () => {
    const shapes = fc.constantFrom<Shape>(
      { kind: 'uniform', low: -1, high: 3 },
      { kind: 'triangular', low: -1, high: 3 },
      { kind: 'pert', low: -1, high: 3 },
      { kind: 'normal', deviation: 2 },
      { kind: 'discrete', values: [1, 2], weights: [1, 2] },
    );
    const part = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(shapes, part, part, (shape, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map(
          (p) => quantileAt({ shape }, 1, p) as number,
        );
        expect(low).toBeLessThanOrEqual(high as number);
      }),
    );
  });
});
