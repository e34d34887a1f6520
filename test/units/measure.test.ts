import { describe, expect, it } from 'vitest';
import { measureOf } from '../../src/units/measure.ts';

const of = (unit: string) => {
  const measure = measureOf(unit);
  if (!measure) return undefined;
  const bases = [...measure.bases].map(([base, exponent]) => `${base}^${exponent}`).sort();
  return [measure.power, ...bases].join(' ');
};

describe('what a unit means', () => {
  it('takes singular and plural, and the two languages, for one', () => {
    for (const [a, b] of [
      ['customer', 'customers'],
      ['company', 'companies'],
      ['firms', '家'],
      ['box', 'boxes'],
      ['house', 'houses'],
      ['employee', 'employees'],
      ['year', '年'],
      ['licence', 'licences'],
      ['people', 'person'],
      ['customers', '客户'],
      ['new customers', 'customers'],
      ['EUR per customer', '€/customer'],
      ['EUR per month', 'EUR a month'],
      ['bn yuan', '10亿元'],
      ['mn yuan per firm', '百万元/家'],
      ['bn US$', '10亿美元'],
      ['EUR k', 'kEUR'],
      ['€m', 'mn EUR'],
      ['M EUR', 'mn EUR'],
      ['m EUR', 'MEUR'],
      ['B USD', 'bn USD'],
      ['M customers', 'million customers'],
      ['million euros', 'EUR mn'],
      ['人民币亿元', '亿元'],
      ["'000 customers", 'thousand customers'],
      ['person-days', 'person days'],
      ['MWh', 'mwh'],
    ] as const)
      expect([a, of(a)]).toEqual([a, of(b)]);
  });

  it('reads powers, currencies, what is shared and what is multiplied', () => {
    expect(of('亿元')).toBe('8 CNY^1');
    expect(of('bn yuan')).toBe('9 CNY^1');
    expect(of('yuan per US$')).toBe('0 CNY^1 USD^-1');
    expect(of('万人')).toBe('4 person^1');
    expect(of('EUR per customer per month')).toBe('0 EUR^1 customer^-1 month^-1');
    expect(of('kWh')).toBe('3 hour^1 w^1');
    expect(of('GPU hours')).toBe('0 gpu^1 hour^1');
    expect(of('t CO2')).toBe('6 g^1');
    expect(of('thousand')).toBe('3');
    expect(of('% of sales')).toBe('0');
    expect(of('index')).toBe('0');
    expect(of('')).toBeUndefined();
    expect(of('all')).toBe('0 all^1');
    expect(of('working days')).toBe('0 day^1');
    expect(of('EUR (2020)')).toBe('0 EUR^1');
    expect(of('million hours')).toBe('6 hour^1');
  });
});
