import { describe, expect, it } from 'vitest';
import { editableNumber, parseEntry, shownDecimals } from '../../src/document/entry.ts';
import { formatCell } from '../../src/i18n/format.ts';
import { isUnit, KNOWN_UNITS, unitSpec } from '../../src/model/units.ts';
import { suggestedUnits, unitFromText } from '../../src/units/named.ts';

describe('a unit of a person’s own', () => {
  it('is any short text on one line', () => {
    for (const unit of [
      '',
      'EUR',
      'EUR per customer',
      '万人',
      'constructor',
      '% of sales',
      '__proto__',
      'x'.repeat(60),
    ])
      expect([unit, isUnit(unit)]).toEqual([unit, true]);
    for (const unit of [' EUR', 'EUR ', 'a\nb', 'a\u2028b', 'a\u0000', 'x'.repeat(61)])
      expect([unit, isUnit(unit)]).toEqual([unit, false]);
  });

  it('is stored, typed and shown by its form', () => {
    const forms = [
      '%',
      '% of sales',
      'percent of GDP',
      '百分比',
      'pp',
      'percentage points',
      '个百分点',
      'EUR',
      'percentile',
      '',
    ];
    expect(forms.map((unit) => unitSpec(unit).form)).toEqual([
      ...['share', 'share', 'share', 'share', 'points', 'points', 'points'],
      ...['plain', 'plain', 'plain'],
    ]);
    expect(parseEntry('15.3', '% of sales')).toBe(0.153);
    expect(formatCell(0.153, '% of sales', 'en')).toBe('15.3%');
    expect(parseEntry('49.99', 'EUR')).toBe(49.99);
    expect(editableNumber(49.99, 'EUR')).toBe('49.99');
    expect(unitSpec('constructor').label).toEqual({ en: 'constructor', zh: 'constructor' });
  });

  it('shows no fewer decimals than what is typed in its line has', () => {
    const price = { kind: 'input', unit: 'EUR', value: 49.99 } as const;
    expect(shownDecimals(price)).toBe(2);
    expect(shownDecimals({ unit: 'EUR' }, 49.5)).toBe(1);
    expect(shownDecimals({ unit: 'EUR' }, 100_000)).toBe(0);
    expect(shownDecimals({ unit: 'EUR per customer' })).toBe(2);
    expect(shownDecimals({ unit: 'EUR' }, 100 / 3)).toBe(0);
    expect(shownDecimals({ unit: '% of sales' }, 0.1234)).toBe(2);
    // What has a name of its own is shown as ever.
    expect(shownDecimals({ unit: 'bn yuan' }, 1.2345)).toBe(2);
    expect(shownDecimals({ unit: 'EUR', decimals: 0 }, 49.99)).toBe(0);
  });

  it('is known by its name and by what it shows in both languages', () => {
    for (const unit of KNOWN_UNITS)
      for (const text of [unit, unitSpec(unit).label.en, unitSpec(unit).label.zh])
        expect([text, unitSpec(unitFromText(text)).label]).toEqual([text, unitSpec(unit).label]);
    expect(unitFromText(' EUR per customer ')).toBe('EUR per customer');
    const label = { en: 'Price', zh: '价格' };
    const used = suggestedUnits([{ kind: 'input', id: 'price', label, unit: 'EUR', value: 1 }]);
    expect(used[0]).toBe('EUR');
    expect(used).not.toContain('check');
  });
});
