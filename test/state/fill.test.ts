import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continued, drawnTo, fillRuns } from '../../src/state/fill.ts';
import { inBox, placesOf } from '../../src/state/selection.ts';

const SOURCE = { top: 4, bottom: 5, left: 4, right: 6 };

describe('a fill', () => {
  it('reaches each place that the drag adds, once, from the line or column that it goes along', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.nat(10), (line, column) => {
        const target = drawnTo(SOURCE, { line, column });
        const filled = fillRuns(SOURCE, target).flatMap(({ to }) => to);
        expect(filled.length).toBe(placesOf(target).length - placesOf(SOURCE).length);
        expect(new Set(filled.map((p) => `${p.line},${p.column}`)).size).toBe(filled.length);
        expect(filled.every((p) => inBox(p, target) && !inBox(p, SOURCE))).toBe(true);
      }),
    );
  });

  it('counts from the far end when it goes up or back', () => {
    const [first] = fillRuns(SOURCE, { ...SOURCE, left: 2 });
    expect(first?.from.map((p) => p.column)).toEqual([6, 5, 4]);
    expect(first?.to.map((p) => p.column)).toEqual([3, 2]);
  });
});

describe('a series of numbers', () => {
  it('goes on by its step, without binary noise', () => {
    expect(continued([0.153, 0.154], 3)).toEqual([0.155, 0.156, 0.157]);
    expect(continued([3, 2], 4)).toEqual([1, 0, -1, -2]);
    expect(continued([5, 5, 5], 2)).toEqual([5, 5]);
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: -1e3, max: 1e3 }),
        fc.integer({ min: 2, max: 6 }),
        (start, step, n) => {
          const numbers = Array.from({ length: n }, (_, i) => start + i * step);
          expect(continued(numbers, 2)).toEqual([start + n * step, start + (n + 1) * step]);
        },
      ),
    );
  });

  it('follows the nearest line where its steps differ', () => {
    expect(continued([1, 2, 4], 1)[0]).toBeCloseTo(5.3333, 3);
  });
});
