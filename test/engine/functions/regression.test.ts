import { describe, expect, it } from 'vitest';
import { digits, resultOf } from '../../fixtures/formulas.ts';

const column = (numbers: readonly number[]) => `{${numbers.join(';')}}`;
const table = (rows: readonly (readonly number[])[]) => `{${rows.map((row) => row.join(',')).join(';')}}`;

/** https://www.itl.nist.gov/div898/strd/lls/data/LINKS/DATA/Longley.dat: y, then six variables. */
const LONGLEY = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
];
const longley = `${column(LONGLEY.map(([y = 0]) => y))},${table(LONGLEY.map(([, ...x]) => x))}`;

/** https://www.itl.nist.gov/div898/strd/lls/data/LINKS/DATA/Wampler1.dat: y = 1 + x + … + x⁵ at 0 to 20. */
const POWERS = Array.from({ length: 21 }, (_, x) => [1, 2, 3, 4, 5].map((power) => x ** power));
const wampler = `${column(POWERS.map((row) => row.reduce((a, b) => a + b, 1)))},${table(POWERS)}`;

/** The houses of Microsoft's page on LINEST: value, then floor space, offices, entrances and age. */
const HOUSES = [
  [142000, 2310, 2, 2, 20],
  [144000, 2333, 2, 2, 12],
  [151000, 2356, 3, 1.5, 33],
  [150000, 2379, 3, 2, 43],
  [139000, 2402, 2, 3, 53],
  [169000, 2425, 4, 2, 23],
  [126000, 2448, 2, 1.5, 99],
  [142900, 2471, 2, 2, 34],
  [163000, 2494, 3, 3, 23],
  [169000, 2517, 4, 4, 55],
  [149000, 2540, 2, 3, 22],
];
const houses = `${column(HOUSES.map(([y = 0]) => y))},${table(HOUSES.map(([, ...x]) => x))}`;
const sales = '{33100,47300,69000,102000,150000,220000},{11,12,13,14,15,16}';
const months = '{133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290}';

describe('regression', () => {
  it.each([
    [1, 7, -3482258.63459582],
    [1, 6, 15.0618722713733],
    [1, 5, -0.035819179292591],
    [1, 4, -2.02022980381683],
    [1, 3, -1.03322686717359],
    [1, 2, -0.0511041056535807],
    [1, 1, 1829.15146461355],
    [2, 7, 890420.383607373],
    [2, 6, 84.9149257747669],
    [2, 1, 455.478499142212],
    [3, 1, 0.995479004577296],
    [3, 2, 304.854073561965],
    [4, 1, 330.285339234588],
    [4, 2, 9],
    [5, 1, 184172401.944494],
    [5, 2, 836424.055505915],
  ])('of the Longley data has in row %i and column %i %d', (row, place, certified) => {
    expect(digits(resultOf(`=INDEX(LINEST(${longley},TRUE,TRUE),${row},${place})`), certified)).toBeGreaterThan(9.5);
  });

  it.each([1, 2, 3, 4, 5, 6])('of the Wampler polynomial has 1 at place %i', (place) => {
    expect(digits(resultOf(`=INDEX(LINEST(${wampler}),${place})`), 1)).toBeGreaterThan(9);
  });

  // The examples of Excel's help, as many digits as it shows.
  it.each([
    [`=LINEST(${houses})`, -234.2371645],
    [`=INDEX(LINEST(${houses}),2)`, 2553.21066],
    [`=INDEX(LINEST(${houses}),5)`, 52317.83051],
    [`=INDEX(LINEST(${houses},TRUE,TRUE),2,1)`, 13.26801148],
    [`=INDEX(LINEST(${houses},TRUE,TRUE),2,5)`, 12237.3616],
    [`=INDEX(LINEST(${houses},TRUE,TRUE),3,1)`, 0.996747993],
    [`=INDEX(LINEST(${houses},TRUE,TRUE),4,1)`, 459.7536742],
    ['=LINEST({1;9;5;7},{0;4;2;3})', 2],
    ['=INDEX(LINEST({1,9,5,7},{0,4,2,3}),2)', 1],
    ['=SUM(LINEST({3100,4500,4400,5400,7500,8100},{1,2,3,4,5,6})*{9,1})', 11000],
    [`=LOGEST(${sales})`, 1.4632756],
    [`=INDEX(LOGEST(${sales}),2)`, 495.3047702],
    [`=GROWTH(${sales},{17;18})`, 320196.7184],
    [`=INDEX(GROWTH(${sales},{17;18}),2)`, 468536.0542],
    [`=GROWTH(${sales})`, 32618.20377],
    [`=TREND(${months},,{13;14;15;16;17})`, 146171.5152],
    [`=INDEX(TREND(${months},,{13;14;15;16;17}),5)`, 150244.2424],
  ])('%s', (formula, shown) => {
    expect(digits(resultOf(formula), shown)).toBeGreaterThan(7.5);
  });

  it('shows its first value in a cell, and takes rows as well as columns', () => {
    expect(resultOf('=LINEST(D2:H2)')).toBe(10);
    expect(resultOf('=LINEST(D2:H2)*2')).toBe(20);
    expect(resultOf('=TREND(D2:H2,{1,2,3,4,5;1,4,9,16,25},{6;36})')).toBeCloseTo(60, 10);
    expect(resultOf('=COLUMNS(TREND(D2:H2,{1,2,3,4,5;1,4,9,16,25},{6,7,8;36,49,64}))')).toBe(3);
    expect(resultOf('=TREND(D2:H2,,6,FALSE)')).toBe(60);
  });

  it('gives a variable that others tell a slope of 0', () => {
    expect(resultOf('=LINEST({1;2;4;9},{1,2;2,4;3,6;5,10})')).toBe(0);
    expect(resultOf('=INDEX(LINEST({1;2;4;9},{1,2;2,4;3,6;5,10},,TRUE),4,2)')).toBe(2);
    expect(resultOf('=INDEX(LINEST({1;2;3},{5;5;5}),2)')).toBe(2);
  });

  it.each([
    ['=GROWTH({1,-2},{1,2},3)', '#num'],
    ['=LOGEST({0,1,2})', '#num'],
    ['=LINEST({1,2,3},{1,2})', '#ref'],
    ['=TREND({1;2;3},{1,5;2,7;3,2},{1,2,3})', '#ref'],
    ['=LINEST(D2:H2,D6:H6)', '#value'],
    ['=LINEST(D3:H3)', '#value'],
    ['=LINEST(D4:H4)', '#value'],
    ['=TREND(D5:H5)', '#div0'],
    ['=LINEST()', '#na'],
    ['=LINEST(D2:H2,,TRUE,TRUE,1)', '#na'],
    ['=INDEX(LINEST({1;2;3},{1;2;4},FALSE,TRUE),2,2)', '#na'],
    ['=INDEX(LINEST({1;2},{1;2},TRUE,TRUE),4,1)', '#num'],
    ['=LINEST(D2:H2,,"x")', '#value'],
  ])('%s is %s', (formula, code) => {
    expect(resultOf(formula)).toBe(code);
  });
});
