import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessedRange } from '../../src/model/guess.ts';

const of = (value: number, unit: string) => {
  const found = guessedRange(value, unit);
  return found && [found.low, found.high, found.step];
};

describe('a range that nobody gave', () => {
  it.each([
    [49, 'EUR per customer', [24.5, 98, 0.5]],
    [0.021, 'percent', [0.0105, 0.042, 0.0005]],
    [1200, 'customers', [600, 2400, 50]],
    [100_000, 'EUR', [50_000, 200_000, 5000]],
    [3, 'firms', [1, 6, 1]],
    [0.04, 'points', [0.02, 0.08, 0.002]],
    [49.99, 'EUR', [24.8, 100, 0.2]],
  ])('of %s %s goes from half to double, in steps that meet it', (value, unit, range) => {
    expect(of(value, unit)).toEqual(range);
  });

  it('of a loss goes from double to half of it, and of a share to no more than all', () => {
    expect(of(-200, 'EUR')).toEqual([-400, -100, 10]);
    expect(of(-0.02, 'percent')).toEqual([-0.04, -0.01, 0.001]);
    expect(of(0.6, 'percent')).toEqual([0.3, 1, 0.02]);
  });

  it('of 0 % reaches to either side, and of another 0 there is none', () => {
    expect(of(0, 'percent')).toEqual([-0.1, 0.1, 0.005]);
    expect(of(0, 'EUR')).toBeUndefined();
  });

  it('of a year and of a switch is no half of it', () => {
    expect(of(2027, 'year')).toEqual([2022, 2032, 1]);
    expect(of(1, 'switch')).toEqual([0, 1, 1]);
  });

  it('holds the number, whatever it is, and can be stepped through', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom('EUR', 'percent', 'points', 'firms', 'EUR per customer', 'year', ''),
        (value, unit) => {
          const found = guessedRange(value, unit);
          if (!found) return;
          expect(found.low).toBeLessThan(found.high);
          expect(found.step).toBeGreaterThan(0);
          expect(value >= found.low && value <= found.high).toBe(true);
        },
      ),
    );
  });
});
