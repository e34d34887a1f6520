import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brent, type Crossing } from '../../src/analysis/brent.ts';

/** A search for a zero, and how often the function was asked. */
async function zero(
  f: (x: number) => number | undefined,
  low: number,
  high: number,
): Promise<{ crossing: Crossing; asked: number; x: number }> {
  let asked = 0;
  const crossing = await brent(
    async (x) => {
      asked += 1;
      return f(x);
    },
    { x: low, y: f(low) ?? 0 },
    { x: high, y: f(high) ?? 0 },
  );
  return { crossing, asked, x: crossing.kind === 'gap' ? Number.NaN : crossing.at.x };
}

describe('Brent’s zero', () => {
  it.each([
    ['a line', (x: number) => 3 * x - 1, 0, 1, 1 / 3],
    ['a cosine', (x: number) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ['Wallis’s cubic', (x: number) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
    ['an exponential, steep at one end', (x: number) => Math.exp(20 * x) - 1e6, 0, 1, Math.log(1e6) / 20],
    ['a falling function', (x: number) => 1 / x - 4, 0.1, 9, 0.25],
    ['a very large x', (x: number) => x - 123_456_789_012.5, 0, 1e12, 123_456_789_012.5],
    ['a zero at zero', (x: number) => Math.sinh(x), -3, 1, 0],
  ])('finds that of %s', async (_name, f, low, high, expected) => {
    const { crossing, asked, x } = await zero(f, low, high);
    expect(crossing.kind).toBe('zero');
    expect(Math.abs(x - expected)).toBeLessThan(1e-12 * Math.max(1, expected));
    expect(asked).toBeLessThan(60);
  });

  it('ends where a function lies flat around its zero, as a ninth power does', async () => {
    const { crossing, asked } = await zero((x) => (x - 1) ** 9, 0, 3);
    expect(crossing.kind).toBe('zero');
    expect(asked).toBeLessThan(150);
  });

  it('needs few evaluations where a function is smooth: every one of them calculates a workbook', async () => {
    expect((await zero((x) => (1 + x) ** 3 * 150 - 300, 0.05, 0.4)).asked).toBeLessThanOrEqual(10);
  });

  it('never takes a step or a pole for a zero', async () => {
    const step = await zero((x) => (x < 0.3 ? -1 : 2), 0, 1);
    expect(step.crossing.kind).toBe('jump');
    expect(step.x).toBeCloseTo(0.3, 11);
    expect((await zero((x) => 1 / (x - 1 / 3), 0, 1)).crossing.kind).toBe('jump');
  });

  it('says that there is a gap where the function has no value on its way', async () => {
    expect((await zero((x) => (Math.abs(x) < 0.4 ? undefined : x), -1, 1.1)).crossing).toEqual({ kind: 'gap' });
  });

  it('ends with the zero of any cubic between its two last points', async () => {
    const number = fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 100);
    await fc.assert(
      fc.asyncProperty(
        number,
        number,
        number,
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        async (a, b, root, w) => {
          const f = (x: number) => (x - root) * (a * a * (x - root) ** 2 + b * b + 1e-3);
          const { crossing } = await zero(f, root - w, root + 2 * w);
          if (crossing.kind !== 'zero') throw new Error(crossing.kind);
          expect(Math.min(crossing.at.x, crossing.beyond.x)).toBeLessThanOrEqual(root);
          expect(Math.max(crossing.at.x, crossing.beyond.x)).toBeGreaterThanOrEqual(root);
          expect(Math.abs(crossing.at.x - crossing.beyond.x)).toBeLessThanOrEqual(2e-12 * Math.abs(root) + 1e-14 * w);
        },
      ),
    );
  });
});
