import { describe, expect, it } from 'vitest';
import { resultOf } from '../../fixtures/formulas.ts';

const days = '{39448,39508,39751,39859,39904}';

describe('functions of the calendar and of money', () => {
  // The examples of Excel's help.
  it.each([
    ['=WEEKNUM(DATE(2012,3,9))', 10],
    ['=WEEKNUM(DATE(2012,3,9),2)', 11],
    ['=WEEKNUM(DATE(2012,3,9),21)', 10],
    ['=WEEKNUM(DATE(2024,12,31),11)', 53],
    ['=ISOWEEKNUM(DATE(2012,3,9))', 10],
    ['=ISOWEEKNUM(DATE(2024,12,30))', 1],
    ['=ISOWEEKNUM(DATE(2021,1,3))', 53],
    ['=DAYS360(DATE(2011,1,30),DATE(2011,2,1))', 1],
    ['=DAYS360(DATE(2011,1,1),DATE(2011,12,31))', 360],
    ['=DAYS360(DATE(2011,1,1),DATE(2011,2,1))', 30],
    ['=DAYS360(DATE(2011,2,28),DATE(2011,3,31))', 30],
    ['=DAYS360(DATE(2024,1,31),DATE(2024,3,31),TRUE)', 60],
    ['=TIMEVALUE("2:24 AM")', 0.1],
    ['=TIMEVALUE("22-Aug-2011 6:35 AM")', 0.2743],
    ['=YEARFRAC(DATE(2012,1,1),DATE(2012,7,30))', 0.58055556],
    ['=YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),1)', 0.57650273],
    ['=YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),3)', 0.57808219],
    ['=NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),DATE(2012,11,22))', 109],
    ['=VDB(2400,300,3650,0,1)', 1.32],
    ['=VDB(2400,300,120,0,1)', 40],
    ['=VDB(2400,300,10,0,1)', 480],
    ['=VDB(2400,300,120,6,18)', 396.31],
    ['=VDB(2400,300,120,6,18,1.5)', 311.81],
    ['=VDB(2400,300,10,0,0.875,1.5)', 315],
    ['=VDB(2400,300,10,0,10)', 2100],
    ['=DB(1000000,100000,6,1,7)', 186083.33],
    ['=DDB(2400,300,10,2,1.5)', 306],
    ['=SLN(30000,7500,10)', 2250],
    ['=SYD(30000,7500,10,1)', 4090.91],
    ['=PPMT(0.1/12,1,24,2000)', -75.62],
    ['=IPMT(0.1/12,1,36,8000)', -66.67],
    ['=CUMIPMT(0.09/12,360,125000,13,24,0)', -11135.23213075],
    ['=RATE(48,-200,8000)', 0.0077],
    ['=NPER(0.12/12,-100,-1000,10000,1)', 59.6738657],
    ['=IRR({-70000,12000,15000,18000,21000,26000})', 0.0866],
    ['=MIRR({-120000,39000,30000,21000,37000,46000},0.1,0.12)', 0.126094],
    [`=XIRR({-10000,2750,4250,3250,2750},${days},0.1)`, 0.3733625],
    [`=XNPV(0.09,{-10000,2750,4250,3250,2750},${days})`, 2086.6476],
  ])('%s', (formula, shown) => {
    const [, decimals = ''] = String(shown).split('.');
    expect(resultOf(formula)).toBeCloseTo(shown, decimals.length);
  });

  it.each([
    ['=WEEKNUM(45000,3)', '#num'],
    ['=WEEKNUM("x")', '#value'],
    ['=WEEKNUM()', '#na'],
    ['=ISOWEEKNUM(-1)', '#num'],
    ['=DAYS360(1)', '#na'],
    ['=TIMEVALUE("5")', '#value'],
    ['=VDB(2400,300,10,5,4)', '#num'],
    ['=VDB(2400,300,10,0,11)', '#num'],
    ['=VDB(2400,300,0,0,0)', '#num'],
    ['=VDB(2400,300,10,0)', '#na'],
    ['=VDB(2400,300,10,0,1,0)', '#num'],
    ['=VDB("x",300,10,0,1)', '#value'],
  ])('%s is %s', (formula, code) => {
    expect(resultOf(formula)).toBe(code);
  });

  it('writes off the same whether in one step or in many', () => {
    const parts = Array.from({ length: 8 }, (_, i) => `VDB(2400,300,10,${i * 1.25},${(i + 1) * 1.25})`);
    expect(resultOf(`=${parts.join('+')}`)).toBeCloseTo(2100, 9);
    expect(resultOf('=VDB(2400,300,10,0,10,2,TRUE)')).toBeCloseTo(2100, 9);
  });
});
