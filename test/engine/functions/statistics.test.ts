import { describe, expect, it } from 'vitest';
import { toNotation } from '../../../src/engine/convert.ts';
import { createLayout } from '../../../src/engine/layout.ts';
import { Workbook } from '../../../src/engine/workbook.ts';
import { SPEC } from '../../fixtures/small.ts';

/** What a formula in a cell of its own gives: a number, or its error. */
function value(text: string): number | string | undefined {
  const workbook = new Workbook(SPEC);
  const cell = { scenario: 'base', line: 'total', slot: 'value' as const };
  workbook.apply([
    { ...cell, content: { formula: toNotation(createLayout(SPEC.lines, SPEC.periods, SPEC.scenarios), text, cell) } },
  ]);
  const { values, notes } = workbook.read([cell]);
  workbook.destroy();
  const note = notes.find(([at]) => at === 0)?.[1];
  return note?.kind === 'error' ? note.code : values[0];
}

describe('statistical functions', () => {
  // The examples of Excel's own help with its results; those of TREND and RANK.AVG by hand.
  it.each([
    ['=FORECAST.LINEAR(30,{6,7,9,15,21},{20,28,31,38,40})', 10.607253],
    ['=FORECAST(30,{6,7,9,15,21},{20,28,31,38,40})', 10.607253],
    ['=INTERCEPT({2,3,9,1,8},{6,5,11,7,5})', 0.0483871],
    ['=GROWTH({33100,47300,69000,102000,150000,220000},{11,12,13,14,15,16},17)', 320196.7184],
    ['=TREND({133890,135000,135790,137300,138130},{1,2,3,4,5},6)', 139256],
    ['=RANK(3.5,{7,3.5,3.5,1,2},1)', 3],
    ['=RANK.EQ(7,{7,3.5,3.5,1,2},1)', 5],
    ['=RANK(7,{7,3.5,3.5,1,2})', 1],
    ['=RANK.AVG(3.5,{7,3.5,3.5,1,2},1)', 3.5],
    ['=XMATCH(4,{5,4,3})', 2],
    ['=XMATCH(3.5,{1,3,4},-1)', 2],
    ['=XMATCH(3.5,{1,3,4},1)', 3],
  ])('%s', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 4);
  });

  it.each([
    ['=FORECAST(1,{1,2},{3,3})', 'div0'],
    ['=FORECAST(1,{1,2,3},{3,4})', 'na'],
    ['=GROWTH({1,-2},{1,2},3)', 'num'],
    ['=RANK(9,{1,2})', 'na'],
    ['=XMATCH(9,{1,2})', 'na'],
  ])('%s is an error that says so', (text, code) => {
    expect(value(text)).toBe(code);
  });

  it('read a line of the sheet, and pass on the error of a cell in it', () => {
    expect(value('=FORECAST(2026,{scale@all},{2022,2023,2024,2025})')).toBeCloseTo(148.2, 0);
    expect(value('=RANK.EQ(1,{total})')).toBe('cycle');
  });
});
