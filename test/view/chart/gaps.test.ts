import { describe, expect, it } from 'vitest';
import { markRadii } from '../../../src/view/chart/gaps.ts';

const FIVE_YEARS = [10, null, null, null, null, 12, null, null, null, null, 15];

describe('a curve with gaps', () => {
  it('marks each value of its own, that it can be seen', () => {
    expect(markRadii(FIVE_YEARS, true)).toEqual([2.5, 0, 0, 0, 0, 2.5, 0, 0, 0, 0, 2.5]);
    expect(markRadii([1, 2, null, 4, null], false)).toEqual([0, 0, 0, 2.5, 0]);
  });

  it('marks nothing where a line shows all', () => {
    expect(markRadii([1, 2, 3], true)).toBe(0);
    expect(markRadii([null, 2, 3], false)).toBe(0);
    expect(markRadii([null, null], true)).toBe(0);
  });
});
