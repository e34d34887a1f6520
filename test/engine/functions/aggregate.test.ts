import { describe, expect, it } from 'vitest';
import { resultOf } from '../../fixtures/formulas.ts';

describe('AGGREGATE and SUBTOTAL', () => {
  it.each([
    [1, 30],
    [2, 5],
    [3, 5],
    [4, 50],
    [5, 10],
    [6, 12_000_000],
    [7, 15.8113883008419],
    [8, 14.142135623731],
    [9, 150],
    [10, 250],
    [11, 200],
  ])('do function %i', (which, value) => {
    expect(resultOf(`=AGGREGATE(${which},4,D2:H2)`)).toBeCloseTo(value, 9);
    expect(resultOf(`=SUBTOTAL(${which},D2:H2)`)).toBeCloseTo(value, 9);
    expect(resultOf(`=SUBTOTAL(${which + 100},D2:H2)`)).toBeCloseTo(value, 9);
  });

  it.each([
    ['=AGGREGATE(12,4,D2:H2)', 30],
    ['=AGGREGATE(13,4,{1,2,2})', 2],
    ['=AGGREGATE(14,4,D2:H2,2)', 40],
    ['=AGGREGATE(15,4,D2:H2,2)', 20],
    ['=AGGREGATE(16,4,D2:H2,0.3)', 22],
    ['=AGGREGATE(17,4,D2:H2,1)', 20],
    ['=AGGREGATE(18,4,D2:H2,0.3)', 18],
    ['=AGGREGATE(19,4,D2:H2,1)', 15],
    // Errors are left out by options 2, 3, 6 and 7.
    ['=AGGREGATE(9,6,D5:H5)', 9],
    ['=AGGREGATE(14,6,D5:H5,1)', 5],
    ['=AGGREGATE(15,6,D2:H2/(D2:H2>20),1)', 30],
    ['=SUM(AGGREGATE(14,6,D2:H2,{1,2}))', 90],
    ['=AGGREGATE(9,4,D2:H2,1,2)', 153],
    ['=AGGREGATE(3,4,D4:H4)', 4],
  ])('%s', (formula, value) => {
    expect(resultOf(formula)).toBeCloseTo(value, 10);
  });

  it.each([
    ['=AGGREGATE(9,4,D5:H5)', '#div0'],
    ['=AGGREGATE(20,4,D2:H2)', '#value'],
    ['=AGGREGATE(1,8,D2:H2)', '#value'],
    ['=AGGREGATE(14,4,D2:H2)', '#value'],
    ['=AGGREGATE(14,4,D2:H2,6)', '#num'],
    ['=AGGREGATE(19,4,D2:H2,0)', '#num'],
    ['=AGGREGATE(1,4)', '#na'],
    ['=AGGREGATE("x",4,D2:H2)', '#value'],
    ['=AGGREGATE(1,4,D3:H3)', '#div0'],
    ['=AGGREGATE(14,4,D2:H2,{1,2})', '#array'],
    ['=SUBTOTAL(12,D2:H2)', '#value'],
    ['=SUBTOTAL(0,D2:H2)', '#value'],
    ['=SUBTOTAL(9)', '#na'],
    ['=SUBTOTAL(1,D3:H3)', '#div0'],
    ['=SUBTOTAL(9,D5:H5)', '#div0'],
  ])('%s is %s', (formula, code) => {
    expect(resultOf(formula)).toBe(code);
  });

  it('leave out cells that are subtotals themselves', () => {
    expect(resultOf('=SUBTOTAL(9,D7:H7)')).toBe(60);
    expect(resultOf('=AGGREGATE(9,0,D7:H7)')).toBe(60);
    expect(resultOf('=AGGREGATE(9,4,D7:H7)')).toBe(150);
  });
});
