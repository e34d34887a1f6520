import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/model/line.ts';
import type { Step } from '../../src/model/periods.ts';
import { checkFormula } from '../../src/units/check.ts';
import { measureOf } from '../../src/units/measure.ts';
import { ofFile, vocabularyOf } from '../../src/units/vocabulary.ts';

/** Lines as they stand in workbooks of all kinds, with the units that people write. */
const UNITS: Readonly<Record<string, string>> = {
  ...{ rev: 'EUR', cost: 'EUR', cust: 'customers', price: 'EUR', qty: 'units', margin: '%', tax: '%', inv: 'EUR' },
  ...{ cash: 'EUR k', capex: '€m', opex: '€k', fx: 'USD/EUR', usd: '$', dso: 'days', fte: 'FTE', hc: 'headcount' },
  ...{ salary: 'EUR per FTE per year', salm: 'EUR/month', each: 'EUR per employee per month', seats: 'seats' },
  ...{ arpu: 'EUR per user per month', users: 'users', mau: 'mn users', conv: '%', visits: 'visits', orders: 'orders' },
  ...{ aov: 'EUR per order', hours: 'h', mw: 'MW', cap: 'GW', gen: 'GWh', lf: '%', wacc: '%', life: 'years' },
  ...{ prob: 'probability', cpi: 'index (2020=100)', pop: 'million people', gdppc: 'USD per capita', area: 'm2' },
  ...{ rent: 'EUR/m2', start: 'year', disc: 'factor', wan: '万元', yi: '亿元', ratio: 'x', headcost: 'EUR/FTE' },
  ...{
    ef: 'tCO2/MWh',
    mwh: 'MWh',
    beds: 'beds',
    occ: '%',
    nights: 'nights',
    adr: 'EUR per night',
    plain: '',
    dim: '-',
  },
  ...{ basis: 'bps', w: 'EUR per hour', hrs: 'hours per week', ebit: 'EUR mn', shares: 'mn shares', debt: 'EUR bn' },
  ...{ share: '% of revenue', pct: 'pct' },
};

const LINES = Object.entries(UNITS).map(
  ([id, unit]): Line => ({ kind: 'input', id, label: { en: id, zh: id }, unit, perPeriod: true }),
);

/** The unit of a line and its formula, which is right. */
const EVERYDAY: readonly (readonly [unit: string, formula: string, step?: Step])[] = [
  ['EUR', '={rev}-{cost}'],
  ['%', '=({rev}-{cost})/{rev}'],
  ['EUR', '={rev}*{dso}/365'],
  ['days', '={inv}/{rev}*365'],
  ['EUR', '={fte}*{salary}'],
  ['EUR', '={fte}*{salary}/12', 'month'],
  ['EUR', '={hc}*{each}', 'month'],
  ['EUR', '={users}*{arpu}*12'],
  ['EUR', '={users}*{arpu}', 'month'],
  ['EUR', '={life}*{salm}*12'],
  ['€m', '={capex}+{opex}/1000'],
  ['USD', '={rev}*{fx}'],
  ['EUR', '={usd}/{fx}'],
  ['EUR', '={visits}*{conv}*{aov}'],
  ['orders', '={visits}*{conv}'],
  ['GWh', '={cap}*8760*{lf}'],
  ['MWh', '={mw}*24*365*{lf}'],
  ['EUR', '=PMT({wacc}/12,{life}*12,-{rev})'],
  ['EUR', '={rev}/(1+{wacc})^{life}'],
  ['EUR', '={rev}*{cpi}/100'],
  ['EUR', '={rev}*{cpi}/{cpi@first}'],
  ['USD bn', '={pop}*{gdppc}/1000'],
  ['EUR', '={area}*{rent}'],
  ['EUR', '={beds}*{occ}*{adr}*365'],
  ['EUR', '={nights}*{adr}'],
  ['万元', '={yi}*10000'],
  ['亿元', '={wan}/10000'],
  ['tCO2', '={mwh}*{ef}'],
  ['tCO2', '={gen}*1000*{ef}'],
  ['%', '={basis}/10000'],
  ['EUR', '={rev}*{basis}/10000'],
  ['EUR', '={rev}*{pct}/100'],
  ['EUR', '={rev}*{share}'],
  ['EUR', '=MAX(0,{rev}-{cost})*{tax}'],
  ['EUR per share', '={ebit}*(1-{tax})/{shares}'],
  ['x', '={debt}*1000/{ebit}'],
  ['EUR', '=IF({start}<{year},{rev},0)'],
  ['EUR k', '={cash@prev}+({rev}-{cost})/1000'],
  ['EUR', '={hours}*{w}'],
  ['EUR', '={hrs}*{w}*52'],
  ['EUR', '={rev@prev}*(1+{wacc})*{ratio}*{prob}*{disc}*{dim}'],
  ['users', '={mau}*1000000*{conv}'],
  ['EUR', '=SUM({rev@all})/COUNT({rev@all})'],
  ['%', '={rev}/SUM({rev},{cost})'],
  ['years', '={rev}/{cost}'],
  ['year', '={start}+5'],
  ['EUR', '=SUMPRODUCT({rev@all},{conv@all})'],
  ['%', '=IRR({rev@all})'],
  ['EUR', '={fte}*{headcost}+{plain}'],
  ['FTE', '=ROUNDUP({orders}/500,0)'],
  ['hours', '={orders}*0.5'],
];

describe('formulas of every day', () => {
  it('raise no alarm', () => {
    const told = EVERYDAY.flatMap(([unit, formula, step = 'year']) => {
      const clash = checkFormula(formula, unit, vocabularyOf(LINES, step));
      return clash ? [[unit, formula, clash]] : [];
    });
    expect(told).toEqual([]);
  });

  it.each([
    ['EUR', '={cust}*{price}', { kind: 'each', line: 'price', unit: 'EUR per customer' }],
    ['EUR', '={qty}*{price}', { kind: 'each', line: 'price', unit: 'EUR per unit' }],
    ['EUR mn', '={ebit}+{debt}', { kind: 'factor', by: 1000, divides: false }],
    ['EUR k', '={rev}-{cost}', { kind: 'factor', by: 1000, divides: true, unit: 'EUR' }],
    ['USD bn', '={pop}*{gdppc}', { kind: 'factor', by: 1000, divides: true }],
    ['%', '={ebit}/{rev}', { kind: 'factor', by: 1_000_000, divides: false }],
    ['EUR', '={rev}+{conv}', { kind: 'rate' }],
  ] as const)('in %s, %s has its smallest mend', (unit, formula, mend) => {
    expect(checkFormula(formula, unit, vocabularyOf(LINES, 'year'))?.mend).toMatchObject(mend);
  });

  it.each([
    ['EUR', '={cust}*{price}'],
    ['EUR k', '={fte}*{salary}/1000'],
    ['EUR', '={seats}*{salm}'],
    ['EUR', '={rev}+{arpu}'],
  ])('in %s, %s that came from a file says nothing of words beside numbers', (unit, formula) => {
    expect(checkFormula(formula, unit, ofFile(vocabularyOf(LINES, 'year')))).toBeUndefined();
  });

  it.each([
    ['EUR k', '={rev}-{cost}'],
    ['EUR mn', '={ebit}+{debt}'],
    ['MW', '={gen}+{mwh}'],
  ])('in %s, %s that came from a file clashes where money or a measure does', (unit, formula) => {
    expect(checkFormula(formula, unit, ofFile(vocabularyOf(LINES, 'year')))).toBeDefined();
  });

  it('go over the lines of their own columns: a value between rows of periods is in no sum of theirs', () => {
    const rate: Line = { kind: 'input', id: 'rate', label: { en: 'Rate', zh: '率' }, unit: 'percent', value: 0.2 };
    const [rev, cost] = LINES as [Line, Line];
    expect(checkFormula('=SUM({rev}:{cost})', 'EUR', vocabularyOf([rev, rate, cost], 'year'))).toBeUndefined();
    const yearly = { ...rate, perPeriod: true };
    expect(checkFormula('=SUM({rev}:{cost})', 'EUR', vocabularyOf([rev, yearly, cost], 'year'))).toBeDefined();
  });

  it.each(['2015 = 100', '2019=100', 'Q1 2020 = 100', '2015年=100'])('count nothing in %s: it is an index', (unit) => {
    expect(measureOf(unit)?.bases.size).toBe(0);
  });

  it('never fail, whatever is typed', () => {
    const vocabulary = vocabularyOf(LINES, 'year');
    for (const formula of [
      '',
      '=',
      '=(',
      '=1+',
      '={',
      '={rev}+',
      '=,',
      '=)',
      '="',
      '={rev}:{cost}',
      '=-',
      '=1%%',
      '={nobody}',
    ])
      expect(() => checkFormula(formula, 'EUR', vocabulary)).not.toThrow();
    expect(() => checkFormula(`=${'('.repeat(4000)}1${')'.repeat(4000)}`, 'EUR', vocabulary)).not.toThrow();
    expect(() => checkFormula(`={rev}${'+{rev}'.repeat(4000)}`, 'EUR', vocabulary)).not.toThrow();
    expect(() => checkFormula(`=${'-'.repeat(4000)}1`, 'EUR', vocabulary)).not.toThrow();
  });
});
