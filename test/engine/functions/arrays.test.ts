import { describe, expect, it } from 'vitest';
import { resultOf } from '../../fixtures/formulas.ts';

const GRID = '{1,2,3;4,5,6;7,8,9}';
const PEOPLE = '{"Tom",52;"Fred",65;"Amy",22;"Sal",73}';
const AGES = '{52;65;22;73}';
/** Every value of an array, row by row. */
const all = (formula: string) => resultOf(`=TEXTJOIN(" ",FALSE,IFERROR(${formula},"-"))`);

describe('functions of arrays', () => {
  it.each([
    [`TAKE(${GRID},2)`, '1 2 3 4 5 6'],
    [`TAKE(${GRID},,2)`, '1 2 4 5 7 8'],
    [`TAKE(${GRID},-2)`, '4 5 6 7 8 9'],
    [`TAKE(${GRID},2,-1)`, '3 6'],
    [`TAKE(${GRID},9)`, '1 2 3 4 5 6 7 8 9'],
    [`DROP(${GRID},2)`, '7 8 9'],
    [`DROP(${GRID},,2)`, '3 6 9'],
    [`DROP(${GRID},-2)`, '1 2 3'],
    [`DROP(${GRID},1,-1)`, '4 5 7 8'],
    [`CHOOSECOLS(${GRID},1,3,1)`, '1 3 1 4 6 4 7 9 7'],
    [`CHOOSECOLS(${GRID},{-1,2})`, '3 2 6 5 9 8'],
    [`CHOOSEROWS(${GRID},-1,1)`, '7 8 9 1 2 3'],
    ['EXPAND({1,2;3,4},3,3)', '1 2 - 3 4 - - - -'],
    ['EXPAND({1,2},2,,0)', '1 2 0 0'],
    ['TOCOL({"Ben","Peter";"Mary","John"})', 'Ben Peter Mary John'],
    ['TOROW({"Ben","Peter";"Mary","John"},,TRUE)', 'Ben Mary Peter John'],
    ['TOCOL(D4:H4,1)', '1 a 5 2'],
    ['TOROW(D5:H5,3)', '1 3 5'],
    ['WRAPROWS({1,2,3,4,5},2)', '1 2 3 4 5 -'],
    ['WRAPROWS({1;2;3;4;5},2,"x")', '1 2 3 4 5 x'],
    ['WRAPCOLS({1,2,3,4,5},3,"x")', '1 4 2 5 3 x'],
    [`SORTBY(${PEOPLE},${AGES})`, 'Amy 22 Tom 52 Fred 65 Sal 73'],
    [`SORTBY({"b";"a";"c";"d"},{1;2;1;2},-1,{4;3;2;1})`, 'd a c b'],
    ['SORTBY(D2:F2,{2,3,1},-1)', '20 10 30'],
    [`FILTER(${PEOPLE},${AGES}>60)`, 'Fred 65 Sal 73'],
    ['FILTER(D2:H2,D2:H2>20)', '30 40 50'],
    ['FILTER(D2:H2,D2:H2>99,"none")', 'none'],
    ['MINVERSE({4,-1;2,0})', '0 0.5 -1 2'],
    ['MUNIT(2)', '1 0 0 1'],
    ['MMULT({1,3;7,2},{2,0;0,2})', '2 6 14 4'],
    ['TRANSPOSE({1,2;3,4})', '1 3 2 4'],
    ['HSTACK({1,2},{3,4})', '1 2 3 4'],
    ['VSTACK({1,2},{3})', '1 2 3 -'],
    ['SORT({3,1,2},,,TRUE)', '1 2 3'],
    ['SORT({"b",2;"a",2;"c",1},{2,1},{-1,1})', 'a 2 b 2 c 1'],
    ['SORT(D4:H4,,-1,TRUE)', 'a 5 2 1 '],
    ['SORT(D5:H5,,,TRUE)', '1 3 5 - -'],
    ['SORTBY(D2:H2,D5:H5)', '10 30 50 20 40'],
    ['UNIQUE({1;2;1})', '1 2'],
    ['UNIQUE({"a",1;"A",1;"a",2})', 'a 1 a 2'],
    ['UNIQUE({1,2,1},TRUE,TRUE)', '2'],
    ['SEQUENCE(2,2,5,2)', '5 7 9 11'],
  ])('%s is %s', (formula, values) => {
    expect(all(formula)).toBe(values);
  });

  // D5:H5 is 1, #DIV/0!, 3, #N/A, 5. Excel sorts errors after numbers, texts and truths, and blanks behind them.
  it.each([
    ['=SUMIF(HSTACK("Sales","Costs"),"Sales",HSTACK(D5,E5))', 1],
    ['=SUMIFS(VSTACK(D5,E5),VSTACK("a","b"),"a")', 1],
    ['=SUM(IFERROR(VSTACK(D5,E5,NA()),10))', 21],
    ['=INDEX(VSTACK(D5,E5),1)', 1],
    ['=INDEX(VSTACK(D5,E5,F5),MATCH("b",VSTACK("a","x","b"),0))', 3],
    ['=VLOOKUP("a",VSTACK(HSTACK("a",2),HSTACK("b",E5)),2,FALSE)', 2],
    ['=XLOOKUP(3,HSTACK(D5,E5,F5),HSTACK(1,2,E5,4))', '#value'],
    ['=XLOOKUP(5,HSTACK(D5,E5,H5),HSTACK(1,2,9))', 9],
    ['=AGGREGATE(14,6,HSTACK(D5,E5,F5),1)', 3],
    ['=ROWS(VSTACK(NA(),1/0))', 2],
    ['=COUNTIF(G5,"#N/A")', 1],
    ['=SUMIF(E5,">0")', 0],
    ['=ROWS(E5)', 1],
    ['=SUM(IFERROR({1,2,3}*E5,1))', 3],
    ['=SUM(IFERROR(E5&{"a","b"},1))', 2],
    ['=TEXTJOIN(" ",FALSE,IFERROR(SORT(HSTACK(3,E5,1),,,TRUE),"-"))', '1 3 -'],
    ['=TEXTJOIN(" ",FALSE,IFERROR(SORT(HSTACK(3,E5,1),,-1,TRUE),"-"))', '- 3 1'],
    ['=TEXTJOIN(" ",FALSE,SORTBY(HSTACK("a","b","c"),HSTACK(3,E5,1)))', 'c a b'],
    ['=SUM(MAP(HSTACK(D5,E5),LAMBDA(x,IFERROR(x,4))))', 5],
    ['=MAP(E5,LAMBDA(x,IFERROR(x,4)))', 4],
    // All of them together are an error where one of them counts.
    ['=SUM(HSTACK(D5,E5))', '#div0'],
    ['=SUMIF(HSTACK("Sales","Costs"),"Costs",HSTACK(D5,E5))', '#div0'],
    ['=INDEX(VSTACK(D5,E5),2)', '#div0'],
  ])('%s is %s: an error is an item of its array', (formula, value) => {
    expect(resultOf(formula)).toBe(value);
  });

  it('keep what LET names, whatever is calculated with it', () => {
    expect(resultOf('=LET(a,{1,2,3},b,a*2,SUM(a)+SUM(b))')).toBe(18);
    expect(resultOf('=LET(a,{1,2,3},b,a+a,c,10-a,SUM(a))')).toBe(6);
  });

  it.each([
    [`=ROWS(TAKE(${GRID},2))`, 2],
    [`=INDEX(SORTBY(${PEOPLE},${AGES}),1,1)`, 'Amy'],
    ['=SUM(DROP(D2:H2,,1))', 140],
    ['=COUNT(WRAPROWS(D2:H2,2))', 5],
    // One cell is a value, whatever it comes of.
    ['=TAKE(D2:H2,1,1)', 10],
    ['=TAKE(D2:H2,1,D2/10)', 10],
    ['=FILTER(D2:H2,D2:H2>40)', 50],
    ['=UNIQUE({3;3})', 3],
    ['=(CHOOSECOLS(D2:H2,-1))', 50],
    ['=TAKE(D2:H2,,-1)*2', 100],
  ])('%s within another or alone is %s', (formula, value) => {
    expect(resultOf(formula)).toBe(value);
  });

  it.each([
    '=TAKE(D2:H2,1,2)',
    '=DROP(D2:H2,,1)',
    '=(SORTBY(D2:H2,D2:H2))',
    '=FILTER(D2:H2,D2:H2>20)',
    '=TOCOL(D2:H2)',
    '=SORT(D2:H2)',
    '=UNIQUE(D2:H2,TRUE)',
    '=MINVERSE({1,2;3,4})',
    '=TAKE(D2:H2,1,D2/5)',
    '=INDEX(D2:H2,0)',
    '=XLOOKUP(2021,{2021;2022},{1,2;3,4})',
  ])('%s alone in a cell says that it gives many', (formula) => {
    expect(resultOf(formula)).toBe('#array');
  });

  // Examples of Excel's help: https://support.microsoft.com/office/446d94af-663b-451d-8251-369d5e3864cb
  it.each([
    ['=LOOKUP(4.19,{4.14;4.19;5.17;5.77;6.39},{"red";"orange";"yellow";"green";"blue"})', 'orange'],
    ['=LOOKUP(5.75,{4.14;4.19;5.17;5.77;6.39},{"red";"orange";"yellow";"green";"blue"})', 'yellow'],
    ['=LOOKUP(7.66,{4.14;4.19;5.17;5.77;6.39},{"red";"orange";"yellow";"green";"blue"})', 'blue'],
    ['=LOOKUP("C",{"a","b","c","d";1,2,3,4})', 3],
    ['=LOOKUP("bump",{"a",1;"b",2;"c",3})', 2],
    ['=LOOKUP(2,1/(D4:H4<>""),D4:H4)', 2],
    ['=LOOKUP(35,D2:H2)', 30],
    ['=MDETERM({1,3,8,5;1,3,6,1;1,1,1,0;7,3,10,2})', 88],
    ['=MDETERM({3,6,1;1,1,0;3,10,2})', 1],
    ['=MDETERM({3,6;1,1})', -3],
    ['=MDETERM({1,2,3;4,5,6;7,8,9})', 0],
  ])('%s', (formula, shown) => {
    const got = resultOf(formula);
    if (typeof shown === 'number' && typeof got === 'number') expect(got).toBeCloseTo(shown, 10);
    else expect(got).toBe(shown);
  });

  it.each([
    ['=LOOKUP(0,{4.14;4.19},{1;2})', '#na'],
    ['=LOOKUP(1)', '#na'],
    ['=LOOKUP(1/0,D2:H2)', '#div0'],
    ['=LOOKUP(1,D3:H3)', '#na'],
    ['=TAKE(D2:H2,0)', '#value'],
    ['=TAKE(D2:H2)', '#na'],
    ['=TAKE(D2:H2,"x")', '#value'],
    ['=DROP(D2:H2,1)', '#value'],
    ['=CHOOSECOLS(D2:H2,6)', '#value'],
    ['=CHOOSECOLS(D2:H2,0)', '#value'],
    ['=CHOOSEROWS(D2:H2)', '#na'],
    ['=EXPAND(D2:H2,1,2)', '#value'],
    ['=TOCOL(D3:H3,1)', '#value'],
    ['=TOROW(D2:H2,4)', '#value'],
    [`=WRAPROWS(${GRID},2)`, '#value'],
    ['=WRAPCOLS(D2:H2,0)', '#num'],
    ['=SORTBY(D2:H2,{1,2})', '#value'],
    ['=SORTBY(D2:H2,D2:H2,2)', '#value'],
    ['=SORT({1;2},2)', '#value'],
    ['=SORT(D2:H2,1,0)', '#value'],
    ['=UNIQUE({1;1},FALSE,TRUE)', '#value'],
    ['=FILTER(D2:H2,{1,0})', '#value'],
    ['=FILTER(D2:H2,D2:H2>99)', '#na'],
    ['=FILTER(D2:H2,D6:H6)', '#value'],
    ['=MINVERSE({1,2;2,4})', '#num'],
    ['=MINVERSE({1,2})', '#value'],
    ['=MDETERM(D4:F4)', '#value'],
    ['=MDETERM({1,2;"a",4})', '#value'],
    ['=MUNIT(0)', '#value'],
    ['=SUM(MMULT({1,2},{1,2}))', '#value'],
  ])('%s is %s', (formula, code) => {
    expect(resultOf(formula)).toBe(code);
  });
});
