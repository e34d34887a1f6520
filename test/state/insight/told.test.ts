import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/document/entry.ts';
import { amountInUnit, moved, toldUnit } from '../../../src/i18n/amounts.ts';
import { KNOWN_UNITS } from '../../../src/model/units.ts';
import { heldInWords, heldNumber, heldPair, toldNumber } from '../../../src/state/insight/told.ts';

const told = (value: number, unit: string, lang: 'en' | 'zh', decimals: number) =>
  heldInWords(toldNumber(value, unit, lang, decimals), lang);

describe('a number outside of the sheet', () => {
  it.each([
    [229.92, 'bn yuan', 2, '229.92 bn yuan', '2299.2亿元'],
    [300, 'bn yuan', 2, '300.00 bn yuan', '3000亿元'],
    [-70.08, 'bn yuan', 2, '−70.08 bn yuan', '−700.8亿元'],
    [41.12, 'bn US$', 2, '41.12 bn US$', '411.2亿美元'],
    [166.7, 'mn yuan per firm', 1, '166.7 mn yuan/firm', '16670万元/家'],
    [2000, 'firms', 0, '2,000 firms', '2000家'],
    [0.153, 'percent', 1, '15.3%', '15.3%'],
    [0.04, 'points', 1, '4.0 points', '4.0个百分点'],
    [2027, 'year', 0, '2027', '2027'],
    [1, 'switch', 0, '1', '1'],
    [1234.5, 'EUR', 1, '1,234.5 EUR', '1,234.5 EUR'],
    [1234.5, '万元', 1, '1,234.5 万元', '1234.5万元'],
  ])('%d %s', (value, unit, decimals, en, zh) => {
    expect(told(value, unit, 'en', decimals)).toBe(en);
    expect(told(value, unit, 'zh', decimals)).toBe(zh);
  });

  it('has all digits that somebody typed', () => {
    expect(heldInWords(heldNumber(229.9213, { unit: 'bn yuan' }, 'zh'), 'zh')).toBe('2299.213亿元');
  });

  it('bears its unit once beside another', () => {
    expect(heldPair([130, 170], { unit: 'bn yuan' }, 'zh')).toEqual(['1300', '1700亿元']);
    expect(heldPair([0.05, 0.4], { unit: 'percent' }, 'en')).toEqual(['5.0%', '40.0%']);
  });

  it('is never told in billions, whatever unit the line has', () => {
    for (const unit of KNOWN_UNITS) {
      expect(amountInUnit(123.456, unit, 'zh'), unit).not.toMatch(/10亿|百万/);
      expect(told(123.456, unit, 'zh', 2), unit).not.toMatch(/10亿|百万| [\p{Script=Han}]/u);
    }
  });

  it('that is typed as it is told is what was meant', () => {
    for (const value of [0.1, 123.4, 299.99]) {
      const { places } = toldUnit('bn yuan', 'zh');
      const typed = parseEntry(toldNumber(value, 'bn yuan', 'zh', 4).text, 'bn yuan');
      expect(moved(Number(typed), -places)).toBe(value);
    }
  });
});
