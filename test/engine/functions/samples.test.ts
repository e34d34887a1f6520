import { describe, expect, it } from 'vitest';
import { resultOf } from '../../fixtures/formulas.ts';

const scores = '{79,85,78,85,50,81,95,88,97}';
const ranked = '{13,12,11,8,4,3,2,1,1,1}';
const doubled = '{1,2,3,6,6,6,7,8,9}';

describe('functions of samples', () => {
  // The examples of Excel's help.
  it.each([
    ['=MODE(5.6,4,4,3,2,4)', 4],
    ['=MODE.SNGL({5.6,4,4,3,2,4})', 4],
    ['=INDEX(MODE.MULT({1,2,3,4,3,2,1,2,3,5,6,1}),3)', 3],
    ['=SUM(MODE.MULT({1,2,3,4,3,2,1,2,3,5,6,1}))', 6],
    ['=KURT(3,4,5,2,3,4,5,6,4,7)', -0.151799637],
    ['=SKEW(3,4,5,2,3,4,5,6,4,7)', 0.359543071],
    ['=TRIMMEAN({4,5,6,7,2,3,4,5,1,2,3},0.2)', 3.778],
    [`=PERCENTRANK.INC(${ranked},2)`, 0.333],
    [`=PERCENTRANK.INC(${ranked},4)`, 0.555],
    [`=PERCENTRANK.INC(${ranked},8)`, 0.666],
    [`=PERCENTRANK(${ranked},5)`, 0.583],
    [`=PERCENTRANK.EXC(${doubled},7)`, 0.7],
    [`=PERCENTRANK.EXC(${doubled},5.43)`, 0.381],
    [`=PERCENTRANK.EXC(${doubled},5.43,1)`, 0.3],
    [`=INDEX(FREQUENCY(${scores},{70,79,89}),1)`, 1],
    [`=INDEX(FREQUENCY(${scores},{70,79,89}),2)`, 2],
    [`=INDEX(FREQUENCY(${scores},{70,79,89}),3)`, 4],
    [`=INDEX(FREQUENCY(${scores},{70,79,89}),4)`, 2],
    // Limits that do not ascend keep their places.
    [`=INDEX(FREQUENCY(${scores},{89,70,79}),1)`, 4],
    ['=SUM(--(FREQUENCY(D2:H2,D2:H2)>0))', 5],
  ])('%s', (formula, shown) => {
    const [, decimals = ''] = String(shown).split('.');
    expect(resultOf(formula)).toBeCloseTo(shown, decimals.length);
  });

  it('leave out texts, truths and empty cells of ranges, and take what is written', () => {
    expect(resultOf('=MODE.SNGL(D4:H4,1)')).toBe(1);
    expect(resultOf('=MODE.SNGL(D4:H4,TRUE)')).toBe(1);
    expect(resultOf('=MODE.SNGL("2",2,E4)')).toBe(2);
    expect(resultOf('=TRIMMEAN(D4:H4,0)')).toBe(1.5);
  });

  it.each([
    ['=MODE(D2:H2)', '#na'],
    ['=MODE(D3:H3)', '#na'],
    ['=MODE("x")', '#value'],
    ['=MODE()', '#na'],
    ['=MODE(D5:H5)', '#div0'],
    ['=MODE.MULT(1,1,2,2)', '#array'],
    ['=FREQUENCY(D2:H2,{30})', '#array'],
    ['=KURT(1,2,3)', '#div0'],
    ['=KURT(4,4,4,4)', '#div0'],
    ['=TRIMMEAN(D3:H3,0.2)', '#num'],
    ['=TRIMMEAN(D2:H2,1)', '#num'],
    ['=TRIMMEAN(D2:H2,-0.1)', '#num'],
    ['=TRIMMEAN(D2:H2)', '#na'],
    ['=PERCENTRANK.INC(D2:H2,60)', '#na'],
    ['=PERCENTRANK.INC(D3:H3,1)', '#num'],
    ['=PERCENTRANK.INC(D2:H2,20,0)', '#num'],
    ['=PERCENTRANK.EXC(D2:H2,20,3,4)', '#na'],
  ])('%s is %s', (formula, code) => {
    expect(resultOf(formula)).toBe(code);
  });
});
