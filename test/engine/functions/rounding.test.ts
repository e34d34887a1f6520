import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atDecimals } from '../../../src/engine/functions/rounding.ts';
import { resultOf } from '../../fixtures/formulas.ts';

const halfUp = (x: number) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5);

describe('rounding', () => {
  it('goes by the decimal number at 15 digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        fc.nat(6),
        (n, d, at) => {
          const x = Number(`${n}e-${d}`);
          expect(atDecimals(x, at, halfUp)).toBe(Number(`${byDecimal(n, d, at)}`));
        },
      ),
    );
  });

  it('has one answer, whatever the way to it', () => {
    for (const [x, at, right] of [
      [1.005, 2, 1.01],
      [-1.005, 2, -1.01],
      [2.675, 2, 2.68],
      [0.5, 0, 1],
      [1e15, 2, 1e15],
      [1.4999999999999998, 0, 2],
      [1.499999999999, 0, 1],
      [123456.789, -2, 123500],
    ] as const)
      expect(atDecimals(x, at, halfUp)).toBe(right);
  });

  it.each([
    ['=ROUND("x",1)', '#value'],
    ['=ROUND(1)', 1],
    ['=CEILING(2.5,-1)', '#num'],
    ['=FLOOR(2.5,0)', '#div0'],
    ['=MROUND(5,-2)', '#num'],
    ['=CEILING(1,2,3)', '#na'],
  ])('%s is %s', (formula, expected) => {
    expect(resultOf(formula)).toBe(expected);
  });
});

/** `n` times ten to the power of `-d`, rounded to `at` decimals in whole numbers. */
function byDecimal(n: number, d: number, at: number): string {
  if (at >= d) return `${n}e-${d}`;
  const unit = 10 ** (d - at);
  const count = Math.floor(Math.abs(n) / unit + 0.5);
  return `${n < 0 && count > 0 ? '-' : ''}${count}e-${at}`;
}
