import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editableNumber, parseEntry } from '../../src/document/entry.ts';
import { formatCell } from '../../src/i18n/format.ts';

describe('what is typed in a cell', () => {
  it.each([
    ['18%', 'percent', 0.18],
    ['18', 'percent', 0.18],
    ['0.18', 'percent', 0.18],
    ['15.3 %', 'percent', 0.153],
    ['−5%', 'percent', -0.05],
    ['１８％', 'percent', 0.18],
    ['4', 'points', 0.04],
    ['0.5', 'points', 0.005],
    ['1,234.5', 'bn yuan', 1234.5],
    ['.5', 'bn yuan', 0.5],
    ['1e3', 'bn yuan', 1000],
    ['18%', 'bn yuan', 0.18],
  ] as const)('reads %s in %s as %d', (text, unit, value) => {
    expect(parseEntry(text, unit)).toBe(value);
  });

  it.each([
    ['', undefined],
    ['  ', undefined],
    ['=A1+1', { formula: '=A1+1' }],
    ['＝A1', { formula: '=A1' }],
    ["'18", { text: '18' }],
    ['about 18', { text: 'about 18' }],
    ['01/02/2026', { text: '01/02/2026' }],
    ['1,23', { text: '1,23' }],
    ['1e400', { text: '1e400' }],
    ['-', { text: '-' }],
    ['.', { text: '.' }],
  ])('reads %j as what it is, and never as another number', (text, content) => {
    expect(parseEntry(text, 'percent')).toEqual(content);
  });

  it.each([
    ['18%', 'percent', '18.0%', '18%'],
    ['0.18', 'percent', '18.0%', '18%'],
    ['18', 'percent', '18.0%', '18%'],
    ['.5', 'percent', '50.0%', '50%'],
    ['-0.5%', 'percent', '−0.5%', '-0.5%'],
    ['120', 'percent', '120.0%', '120%'],
    ['4', 'points', '4.0', '4'],
    ['4%', 'points', '4.0', '4'],
    ['1234.5', 'bn yuan', '1,234.50', '1234.5'],
    ['1,234.567', 'bn yuan', '1,234.57', '1234.567'],
    ['2026', 'year', '2026', '2026'],
  ] as const)('shows %s in %s as %s, and gives %s back to be edited', (text, unit, shown, edited) => {
    const value = parseEntry(text, unit);
    if (typeof value !== 'number') throw new Error(`${text} is no number`);
    expect(formatCell(value, unit, 'en')).toBe(shown);
    expect(editableNumber(value, unit)).toBe(edited);
  });

  it('gives back the same number when a cell is opened and committed unchanged', () => {
    const number = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((n) => Math.abs(n) < 1e300 && !Object.is(n, -0));
    fc.assert(
      fc.property(number, fc.constantFrom('percent' as const, 'points' as const, 'bn yuan' as const), (value, unit) => {
        expect(parseEntry(editableNumber(value, unit), unit)).toBe(value);
      }),
    );
    expect(editableNumber(0.153, 'percent')).toBe('15.3%');
    expect(editableNumber(0.29, 'points')).toBe('29');
  });
});
