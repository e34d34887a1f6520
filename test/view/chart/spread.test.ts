import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePlace, crosses, type LabelBox, overlaps, shorten, spread } from '../../../src/view/chart/spread.ts';

describe('spread', () => {
  it('leaves centres alone that are apart already', () => {
    expect(spread([100, 20, 60], 14, 0, 200)).toEqual([100, 20, 60]);
  });

  it('moves two that meet by the same amount each', () => {
    expect(spread([50, 54], 14, 0, 200)).toEqual([45, 59]);
  });

  it('keeps the given order of equal centres', () => {
    expect(spread([50, 50, 50], 14, 0, 200)).toEqual([36, 50, 64]);
  });

  it('pushes away from the bounds', () => {
    expect(spread([0, 1], 14, 5, 200)).toEqual([5, 19]);
    expect(spread([199, 200], 14, 5, 200)).toEqual([186, 200]);
  });

  it('shares the room where there is too little', () => {
    expect(spread([10, 10, 10], 14, 0, 20)).toEqual([0, 10, 20]);
  });

  it('answers nothing with nothing', () => {
    expect(spread([], 14, 0, 100)).toEqual([]);
  });

  it('holds the gap, the bounds and the order for any centres that fit', () => {
    const centre = fc.double({ min: -500, max: 800, noNaN: true });
    fc.assert(
      fc.property(fc.array(centre, { minLength: 1, maxLength: 12 }), (wanted) => {
        const placed = spread(wanted, 14, 0, 300);
        const sorted = [...placed].sort((a, b) => a - b);
        for (let i = 1; i < sorted.length; i += 1) {
          expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-6);
        }
        expect(sorted[0]).toBeGreaterThanOrEqual(-1e-6);
        expect(sorted.at(-1)).toBeLessThanOrEqual(300 + 1e-6);
        wanted.forEach((a, i) => {
          wanted.forEach((b, j) => {
            if (a < b) expect(placed[i]).toBeLessThan(placed[j] ?? 0);
          });
        });
      }),
    );
  });
});

describe('shorten', () => {
  const measure = (text: string) => Array.from(text).length * 10;

  it('keeps a text that fits', () => {
    expect(shorten('Base', 40, measure)).toBe('Base');
  });

  it('ends what does not fit with an ellipsis, without a space before it', () => {
    expect(shorten('All levers on', 60, measure)).toBe('All l…');
    expect(shorten('All levers on', 50, measure)).toBe('All…');
  });

  it('does not cut a character in two', () => {
    expect(shorten('𠮷野家の情景', 30, measure)).toBe('𠮷野…');
  });

  it('leaves the ellipsis where nothing fits', () => {
    expect(shorten('Base', 1, measure)).toBe('…');
  });
});

const box = (left: number, top: number, right: number, bottom: number): LabelBox => ({ left, top, right, bottom });

describe('overlaps and crosses', () => {
  it('does not count touching edges as an overlap', () => {
    expect(overlaps(box(0, 0, 10, 10), box(10, 0, 20, 10))).toBe(false);
    expect(overlaps(box(0, 0, 10, 10), box(9, 9, 20, 20))).toBe(true);
  });

  it('finds a stroke that passes through, ends inside or lies within', () => {
    const square = box(0, 0, 10, 10);
    expect(crosses(square, [-5, 5, 15, 5])).toBe(true);
    expect(crosses(square, [5, 5, 50, 50])).toBe(true);
    expect(crosses(square, [4, 4, 6, 6])).toBe(true);
    expect(crosses(square, [5, -5, 5, 15])).toBe(true);
  });

  it('does not find one that passes by', () => {
    const square = box(0, 0, 10, 10);
    expect(crosses(square, [-5, 12, 15, 12])).toBe(false);
    expect(crosses(square, [-5, 4, 4, -20])).toBe(false);
    expect(crosses(square, [11, 0, 40, 10])).toBe(false);
  });
});

describe('choosePlace', () => {
  const within = box(0, 0, 100, 100);
  const candidates = [box(0, 0, 20, 10), box(30, 0, 50, 10), box(60, 0, 80, 10)];

  it('takes the first place that is free', () => {
    expect(choosePlace(candidates, within, [], [])).toBe(0);
    expect(choosePlace(candidates, within, [box(5, 5, 6, 6)], [])).toBe(1);
  });

  it('would rather not cross a line, but may', () => {
    expect(choosePlace(candidates, within, [], [[[0, 5, 55, 5]]])).toBe(2);
    expect(choosePlace(candidates, within, [], [[[0, 5, 95, 5]]])).toBe(0);
  });

  it('stays where it is unless another place is much better', () => {
    expect(choosePlace(candidates, within, [], [], 2)).toBe(2);
    expect(choosePlace(candidates, within, [box(61, 1, 62, 2)], [], 2)).toBe(0);
  });

  it('never covers what is taken and never leaves the bounds', () => {
    expect(choosePlace(candidates, within, [box(0, 0, 100, 100)], [])).toBe(-1);
    expect(choosePlace([box(90, 0, 110, 10)], within, [], [])).toBe(-1);
  });
});
