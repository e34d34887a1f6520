import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TRIALS, streamOf, uniform } from '../../src/chance/random.ts';

describe('the generator', () => {
  it('draws what the SIPmath standard has for its first trials', () => {
    const drawn = [1, 2, 3, 4, 5].map((trial) => uniform(trial, 1, 1, 0));
    expect(drawn).toEqual([
      0.9097355402773246, 0.7586898015579209, 0.07985927711706609, 0.5203718956327066, 0.1174664186546579,
    ]);
  });

  it('has only whole numbers below 2^53 in it, whoever draws', () => {
    const trial = fc.integer({ min: 1, max: MOST_TRIALS });
    const stream = fc.integer({ min: 0, max: 0x7fffffff });
    const entity = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(trial, stream, entity, trial, (i, v, e, seed) => {
        const [a, b] = [
          i * 2499997 + v * 1800451 + e * 2000371 + seed * 1796777,
          i * 2246527 + v * 2399993 + e * 2100869 + seed * 1918303,
        ];
        const [one, other] = [a % 7450589, b % 7450987];
        const [x, y] = [999999999999989 % (one * 4658 + 7450581), 999999999999989 % (other * 7580 + 7560584)];
        for (const product of [a, b, one * 4658, other * 7580, x * 383, y * 17669, (99990 * 7440893 + 7440893) * 1343])
          expect(product).toBeLessThan(2 ** 53);
        const drawn = uniform(i, v, e, seed);
        expect(drawn).toBeGreaterThan(0);
        expect(drawn).toBeLessThan(1);
      }),
    );
  });

  it('gives inputs whose ids differ in a letter streams that have nothing to do with each other', () => {
    const [one, other] = ['gd_growth', 'gd_growtg'].map((id) =>
      Array.from({ length: 4_000 }, (_, i) => uniform(i + 1, streamOf(id), 0, 1) - 0.5),
    );
    const products = (one ?? []).map((x, i) => 12 * x * (other?.[i] ?? 0));
    const mean = products.reduce((sum, x) => sum + x, 0) / products.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(products.length));
  });
});
