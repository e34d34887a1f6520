import { describe, expect, it } from 'vitest';
import { amountInUnit } from '../../src/i18n/amounts.ts';
import { axisNumber, compactNumber } from '../../src/i18n/compact.ts';
import { KNOWN_UNITS } from '../../src/model/units.ts';

describe('a large amount in a unit of a person’s own', () => {
  it('is told with its scale and its currency', () => {
    expect(amountInUnit(1_234_567, 'EUR', 'en')).toBe('€1.23 M');
    expect(amountInUnit(-3_400_000_000, 'USD', 'en')).toBe('\u2212$3.4 bn');
    expect(amountInUnit(1_200_000_000_000, 'customers', 'en')).toBe('1.2 tn customers');
    expect(amountInUnit(120_000_000, '元', 'zh')).toBe('1.2亿元');
    expect(amountInUnit(123_456, 'customers', 'zh')).toBe('12.3万 customers');
    expect(amountInUnit(120_000_000, 'EUR', 'zh')).toBe('€1.2亿');
  });

  it('is told as it is where it is small, has a scale already, or a unit with a name of its own', () => {
    expect(amountInUnit(49.99, 'EUR', 'en', { decimals: 2 })).toBe('49.99 EUR');
    expect(amountInUnit(999_999, 'EUR', 'en')).toBe('999,999 EUR');
    for (const unit of ['EUR k', 'mn EUR', '€m', '万元', 'kEUR', "'000 customers", ...KNOWN_UNITS])
      expect([unit, compactNumber(2_000_000, unit, 'en', 0)]).toEqual([unit, '2,000,000']);
  });
});

it('the numbers of an axis are told in one power', () => {
  const axis = (ticks: readonly number[], unit: string, lang: 'en' | 'zh') =>
    ticks.map((tick) => axisNumber(tick, Math.max(...ticks.map(Math.abs)), unit, lang));
  expect(axis([0, 400_000, 1_200_000], 'units', 'en')).toEqual(['0', '0.4 M', '1.2 M']);
  expect(axis([-250_000_000, 0, 1_000_000_000], 'EUR', 'en')).toEqual(['\u22120.25 bn', '0', '1 bn']);
  expect(axis([0, 50_000, 200_000], 'EUR', 'en')).toEqual(['0', '50,000', '200,000']);
  expect(axis([0, 50_000, 200_000], '元', 'zh')).toEqual(['0', '5万', '20万']);
  expect(axis([0, 4_000, 12_000], '亿元', 'zh')).toEqual(['0', '4,000', '12,000']);
});
