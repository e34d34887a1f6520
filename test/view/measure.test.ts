import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Money } from '../../src/i18n/money.ts';
import type { Lang } from '../../src/model/text.ts';
import { KNOWN_UNITS, type Unit } from '../../src/model/units.ts';
import { measureOf } from '../../src/view/dialogs/analysis/measure.ts';

const of = (unit: Unit, lang: Lang, money: Money, exactly = false) =>
  measureOf({ unit }, { lang, money, yuanPerDollar: 7.2957 }, exactly);

describe('how values are told in the dialogs', () => {
  it.each([
    ['bn yuan', 'en', 'bn yuan', 229.9213, '229.92 bn yuan'],
    ['bn yuan', 'en', 'yi yuan', 229.9213, '2,299.2 亿元'],
    ['bn yuan', 'en', 'bn US$', 229.9213, '31.51 bn US$'],
    ['bn yuan', 'zh', 'yi yuan', 229.9213, '2299.2亿元'],
    // In Chinese an amount is never counted in billions.
    ['bn yuan', 'zh', 'bn yuan', 229.9213, '2299.2亿元'],
    ['bn yuan', 'zh', 'bn US$', 229.9213, '315.1亿美元'],
    ['percent', 'en', 'bn yuan', 0.153, '15.3 %'],
    ['percent a year', 'zh', 'yi yuan', 0.153, '15.3%'],
    ['points', 'en', 'bn yuan', 0.04, '4.0 points'],
    ['points', 'zh', 'yi yuan', -0.04, '−4.0个百分点'],
    ['firms', 'zh', 'yi yuan', 2000, '2000家'],
    ['year', 'en', 'bn yuan', 2025, '2025'],
  ] as const)('%s, %s, in %s: %d is %s, %s', (unit, lang, money, value, text) => {
    expect(of(unit, lang, money).say(value)).toBe(text);
  });

  it('shows digits that were chosen, and not the noise of binary fractions', () => {
    expect(of('percent', 'en', 'bn yuan').say(0.259922, 15, 1)).toBe('25.9922 %');
    expect(of('percent', 'en', 'bn yuan').say(0.26, 15, 1)).toBe('26.0 %');
  });

  it('stays in yuan where the rate is unknown, and where digits are counted', () => {
    const unknown = { lang: 'en', money: 'bn US$', yuanPerDollar: Number.NaN } as const;
    expect(measureOf({ unit: 'bn yuan' }, unknown).say(150)).toBe('150.00 bn yuan');
    expect(of('bn yuan', 'en', 'bn US$', true)).toMatchObject({ unit: 'bn yuan', places: 0 });
    expect(of('bn yuan', 'zh', 'yi yuan', true)).toMatchObject({ unit: '亿元', places: 1 });
    expect(of('percent', 'en', 'bn yuan', true).places).toBe(2);
  });

  it('reads back what it offers to be typed over', () => {
    const unit = fc.constantFrom(...KNOWN_UNITS);
    const money = fc.constantFrom<Money>('bn yuan', 'yi yuan', 'bn US$');
    const value = fc.integer({ min: -1e7, max: 1e7 }).map((n) => n / 1000);
    fc.assert(
      fc.property(unit, fc.constantFrom<Lang>('en', 'zh'), money, value, (u, lang, m, stored) => {
        const measure = of(u, lang, m);
        expect(Math.abs((measure.parse(measure.edit(stored)) ?? Number.NaN) - stored)).toBeLessThanOrEqual(
          1e-11 * Math.abs(stored),
        );
      }),
    );
  });

  it('takes no text for a number', () => {
    expect(of('bn yuan', 'en', 'bn yuan').parse('a lot')).toBeUndefined();
    expect(of('percent', 'en', 'bn yuan').parse('')).toBeUndefined();
    expect(of('percent', 'en', 'bn yuan').parse('26%')).toBe(0.26);
  });
});
