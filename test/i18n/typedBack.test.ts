import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../src/document/entry.ts';
import { amountInUnit } from '../../src/i18n/amounts.ts';
import { compactNumber, scaledNumber } from '../../src/i18n/compact.ts';
import { formatCell } from '../../src/i18n/format.ts';
import { amountInWords } from '../../src/i18n/money.ts';
import { readTyped } from '../../src/io/reading/amounts.ts';
import type { Lang } from '../../src/model/text.ts';
import { isScaled, KNOWN_UNITS, type Unit, unitSpec } from '../../src/model/units.ts';
import { runs } from '../runs.ts';

/** What a text comes to in a cell of a unit; undefined where it stays a text. */
function typed(text: string, unit: Unit): number | undefined {
  const content = parseEntry(text, unit);
  if (typeof content === 'number') return content;
  return readTyped(text, unit);
}

const OWN: readonly Unit[] = [
  ...[
    '',
    'EUR',
    'USD',
    'CNY',
    'JPY',
    'INR',
    'AUD',
    '€',
    '$',
    '元',
    'EUR per customer',
    'mn EUR',
    'EUR k',
    '亿元',
    '万人',
  ],
  ...['customers', '人', 't', 'm', 'km', 'kg', 'MWh', 'Mbit', 'B', 'K', 'm³/d'],
];

/** Each way in which the app shows a number of a line in few letters, where it does so. */
const WAYS: Readonly<Record<string, (value: number, unit: Unit, lang: Lang) => string | undefined>> = {
  cell: formatCell,
  'a narrow cell': (value, unit, lang) => {
    const { form, grouping } = unitSpec(unit);
    return form === 'plain' && grouping && !isScaled(unit) ? scaledNumber(value, lang) : undefined;
  },
  chart: (value, unit, lang) => (unitSpec(unit).form === 'plain' ? compactNumber(value, unit, lang, 2) : undefined),
  sentence: (value, unit, lang) => (unitSpec(unit).form === 'plain' ? amountInUnit(value, unit, lang) : undefined),
  'a sentence to the digit': (value, unit, lang) =>
    unitSpec(unit).form === 'plain'
      ? amountInUnit(value, unit, lang, { decimals: 1, atLeast: 0, exactly: true })
      : undefined,
  money: (value, unit, lang) => (unit === 'bn yuan' ? amountInWords(value, 'bn yuan', lang, 7) : undefined),
};

describe('what is shown of a number, typed back, is what was shown', () => {
  const value = fc
    .tuple(fc.double({ min: -9.999, max: 9.999, noNaN: true }), fc.integer({ min: -2, max: 15 }))
    .map(([digits, power]) => digits * 10 ** power);

  it.each([...KNOWN_UNITS, ...OWN])('in %s', (unit) => {
    fc.assert(
      fc.property(
        value,
        fc.constantFrom<Lang>('en', 'zh'),
        fc.constantFrom(...Object.keys(WAYS)),
        (number, lang, way) => {
          const show = (one: number) => WAYS[way]?.(one, unit, lang);
          const text = show(number);
          if (text === undefined) return;
          const back = typed(text, unit);
          expect(back, text).toBeTypeOf('number');
          // At the edge of a scale the text may be another, of the same number.
          expect(typed(show(back ?? 0) ?? '', unit), text).toBe(back);
          // It is the number, and no other that looks like it.
          expect(Math.abs((back ?? 0) - number), text).toBeLessThanOrEqual(Math.max(0.51, Math.abs(number) * 0.006));
        },
      ),
      runs(120, 4_000),
    );
  });
});

describe('an amount with its scale is read as people type it:', () => {
  it.each<[string, Unit, number | undefined]>([
    ['1.23M', 'EUR', 1_230_000],
    ['1.23 M', 'EUR', 1_230_000],
    ['€1.23 M', 'EUR', 1_230_000],
    ['1.2 bn', 'customers', 1_200_000_000],
    ['5K', 'EUR', 5_000],
    ['3.4亿', '元', 340_000_000],
    ['12万', 'EUR', 120_000],
    ['1.2 bn', 'bn yuan', 1.2],
    ['3.4亿', 'bn yuan', 0.34],
    ['5 M', 'mn EUR', 5],
    ['12万', 't', 120_000],
    ['1.23 M', 'm', 1_230_000],
    ['5 m', 'm', 5],
    ['300 K', 'K', 300],
    ['¥1.2 M', 'JPY', 1_200_000],
    ['12万', 'percent', undefined],
    ['12万', 'year', undefined],
  ])('%s in %s', (text, unit, number) => {
    expect(typed(text, unit)).toBe(number);
  });
});

describe('an amount in a sentence', () => {
  it.each<[number, Unit, string, string]>([
    [12, 'bn US$', '12.00 bn US$', '120.0亿美元'],
    [1234.5, 'EUR', '1,235 EUR', '1,235 EUR'],
    [3, 'firms', '3 firms', '3家'],
    [2030, 'year', '2030', '2030'],
    [1, 'switch', '1', '1'],
  ])('%d %s', (value, unit, en, zh) => {
    expect(amountInUnit(value, unit, 'en')).toBe(en);
    expect(amountInUnit(value, unit, 'zh')).toBe(zh);
  });
});
