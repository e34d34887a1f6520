import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byNumber, difference } from '../../src/analysis/compare.ts';

describe('a difference to the base', () => {
  it.each([
    ['bn yuan', 'number', 260, 230, 30],
    ['bn yuan', 'percent', 260, 200, 0.3],
    ['bn yuan', 'percent', -50, -100, 0.5],
    ['bn yuan', 'percent', 5, 0, undefined],
    ['bn yuan', 'points', 260, 230, undefined],
    ['percent', 'points', 0.26, 0.153, 0.107],
    ['points', 'points', 0.04, 0, 0.04],
    ['percent', 'percent', 0.26, 0.13, 1],
  ] as const)('in %s as %s: %d against %d', (unit, by, value, base, expected) => {
    const found = difference(value, base, unit, by);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(expected, 12);
  });

  it('is none where either holds no number', () => {
    expect(difference(undefined, 1, 'bn yuan', 'number')).toBeUndefined();
    expect(difference(1, undefined, 'bn yuan', 'number')).toBeUndefined();
  });
});

describe('the order by a column', () => {
  it('runs up or down, with what holds no number behind either way', () => {
    const values = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }));
    fc.assert(
      fc.property(values, fc.boolean(), (list, down) => {
        const sorted = [...list].sort((a, b) => byNumber(a, b, down));
        const numbers = sorted.filter((value) => value !== undefined);
        expect(sorted.slice(0, numbers.length)).toEqual(numbers);
        const pairs = numbers.slice(1).map((value, i) => value - (numbers[i] ?? 0));
        expect(pairs.every((step) => (down ? step <= 0 : step >= 0))).toBe(true);
      }),
    );
  });
});
