import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/model/line.ts';
import { UnitChecker } from '../../src/units/checker.ts';
import { vocabularyOf } from '../../src/units/vocabulary.ts';
import { PLANTED_LINES } from '../fixtures/units.ts';

const withUnit = (id: string, unit: string): readonly Line[] =>
  PLANTED_LINES.map((line) => (line.id === id && line.kind !== 'heading' ? { ...line, unit } : line));

describe('what is followed again', () => {
  it('is a formula that changed, or whose lines changed their units, and no other', () => {
    const checker = new UnitChecker();
    const look = (lines: readonly Line[]) => {
      const vocabulary = vocabularyOf(lines, 'year');
      const before = checker.followed;
      const found = [
        checker.clashes('={customers}*{price}', 'EUR', vocabulary),
        checker.clashes('={revenue}-{cost}', 'EUR', vocabulary),
        checker.clashes('=SUM({h_costs/*})', 'EUR', vocabulary),
        checker.clashes('=SUM({c_staff}:{c_rent})', 'EUR', vocabulary),
      ];
      return [checker.followed - before, ...found];
    };
    expect(look(PLANTED_LINES)).toEqual([4, false, false, false, false]);
    expect(look(PLANTED_LINES)).toEqual([0, false, false, false, false]);
    expect(look(withUnit('price', 'USD per customer'))).toEqual([1, true, false, false, false]);
    expect(look(withUnit('c_rent', 'USD'))).toEqual([3, false, false, true, true]);
  });
});
