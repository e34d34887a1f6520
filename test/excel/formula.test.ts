import { describe, expect, it } from 'vitest';
import { Workbook } from '../../src/engine/workbook.ts';
import { excelFormula, isArrayFormula } from '../../src/excel/formula.ts';
import { EXCEL_FUNCTIONS } from '../../src/excel/functions.ts';
import { SPEC } from '../fixtures/small.ts';

describe('a formula that Excel is given', () => {
  it.each([
    ['=D12*(1+gd_growth)', 'D12*(1+gd_growth)'],
    ["='Fast lane'!$F$7-Base!F7", "'Fast lane'!$F$7-Base!F7"],
    ['=sum(D7:F7)+Log10 (2)', 'SUM(D7:F7)+LOG10(2)'],
    ['=stdev.s(1,2)&XLOOKUP(1,D1:F1,D2:F2)', '_xlfn.STDEV.S(1,2)&_xlfn.XLOOKUP(1,D1:F1,D2:F2)'],
    ['=TEXTBEFORE(CONCAT("a b",1)," ")', '_xlfn.TEXTBEFORE(_xlfn.CONCAT("a b",1)," ")'],
    ['=SUM(TAKE(SORTBY(D7:F7,D8:F8),,2))', 'SUM(_xlfn.TAKE(_xlfn.SORTBY(D7:F7,D8:F8),,2))'],
    ['=AGGREGATE(14,6,D7:F7,1)+MODE(1,1)', '_xlfn.AGGREGATE(14,6,D7:F7,1)+MODE(1,1)'],
    ['=LINEST(D7:F7)', 'LINEST(D7:F7)'],
    ['=LET(x,D7,y,x*2,x+y)', '_xlfn.LET(_xlpm.x,D7,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)'],
    [
      '=LET(增长,D7,加倍,LAMBDA(数,数*2),加倍(增长))',
      '_xlfn.LET(_xlpm.增长,D7,_xlpm.加倍,_xlfn.LAMBDA(_xlpm.数,_xlpm.数*2),_xlpm.加倍(_xlpm.增长))',
    ],
    [
      '=LET(f,LAMBDA(a,a+1),SUM(MAP(D7:F7,f)))+f(2)',
      '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a+1),SUM(_xlfn.MAP(D7:F7,_xlpm.f)))+_xlpm.f(2)',
    ],
    ['=INDIRECT("D7")', 'INDIRECT("D7")'],
    ['=SUM(SORT(D7:F7))', 'SUM(_xlfn._xlws.SORT(D7:F7))'],
    ['=IF(D7>1,"a ""b"" (c,","中文")', 'IF(D7>1,"a ""b"" (c,","中文")'],
    ['=IF(TRUE,,1)', 'IF(TRUE,,1)'],
    ['=-D$7%*(+2.5e-3)^.5<>growth', '-D$7%*(+2.5e-3)^.5<>growth'],
    ['=PI()+MATCH(2,{1,2;3,4},0)+#REF!', 'PI()+MATCH(2,{1,2;3,4},0)+#REF!'],
  ])('%s stands in the file as %s', (formula, written) => {
    expect(excelFormula(formula)).toBe(written);
  });

  it.each([
    ['a function of ours alone', '=HF.ADD(1,2)'],
    ['one that reaches out of the workbook', '=HYPERLINK("https://a.b")'],
    ['one that Excel does not have', '=NOPE(1)'],
    ['too few arguments', '=ROUND(1.5)'],
    ['too many', '=LN(1,2)'],
    ['none where one is needed', '=IF(1,SUM(),2)'],
    ['an operator without its value', '=1+*2'],
    ['two values side by side', '=D7 D8'],
    ['an address of no sheet', '=Base!'],
    ['an argument that ends in an operator', '=SUM(1+,2)'],
    ['a comma outside of a function', '=(1,2)'],
    ['a bracket that is not closed', '=SUM((1)'],
    ['one that closes nothing', '=1)'],
    ['a text that is not closed', '=1&"a'],
    ['a longer text than Excel takes', `="${'x'.repeat(256)}"`],
    ['more characters than it takes', `=1${'+1'.repeat(4096)}`],
    ['more brackets than it takes', `=${'('.repeat(65)}1${')'.repeat(65)}`],
    ['characters that no file holds', '="a\u0001"'],
    ['names in other letters', '=基准!D2'],
    ['a program of another', "=cmd|'/C calc'!A0\u0000"],
  ])('is none with %s', (_, formula) => {
    expect(excelFormula(formula)).toBeUndefined();
  });

  it.each([
    ['=SUM(D7:F7*2)', true],
    ['=SUM((D7:F7>20)*D8:F8)', true],
    ['=MAX(IF(D7:F7>20,D7:F7))', true],
    ['=SUM(LEN(D7:F7))', true],
    ['=SUM({1,2,3}*D7)', true],
    ['=SUM(TAKE(D7:F7,,2))', true],
    ['=SUM(-D7:F7)', true],
    ['=SUM(D7:F7)*2-MAX(D8:F8)', false],
    ['=SUMIF(D7:F7,">0",D8:F8)/COUNT(D7:F7)', false],
    ['=INDEX($D$7:$F$7,1,MATCH(2,{1,2,3},0))', false],
    ['=IF(SUM(D7:F7)>1,"D7:F7*2",0)', false],
    ["=SUM('Fast lane'!D7:F7)+growth*D7", false],
  ])('%s is an array formula in the file: %s', (formula, expected) => {
    expect(isArrayFormula(formula)).toBe(expected);
  });

  it('uses functions of our engine only', () => {
    const ours = new Set(new Workbook(SPEC).functions().map(({ name }) => name));
    const strangers = [...EXCEL_FUNCTIONS.keys()].filter((name) => !ours.has(name));
    expect(strangers).toEqual([]);
  });
});
