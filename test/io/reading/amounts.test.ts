import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockReading, isAmount, readInUnit } from '../../../src/io/reading/amounts.ts';
import type { DecimalSign } from '../../../src/io/reading/numbers.ts';
import type { Unit } from '../../../src/model/units.ts';
import { runs } from '../../runs.ts';

const HOW: BlockReading = { sign: '.', fractions: false, ones: true, foreign: true };
const read = (text: string, unit: Unit = 'bn yuan', how: Partial<BlockReading> = {}) =>
  readInUnit(text, unit, { ...HOW, ...how });

describe('an amount in a unit of a person’s own', () => {
  it.each([
    ['€49', 'EUR', 49],
    ['49.99 EUR', 'EUR', 49.99],
    ['-€1,200.50', 'EUR', -1200.5],
    ['(€5)', 'EUR', -5],
    ['€1.2m', 'EUR', 1_200_000],
    ['€1.2 bn', 'mn EUR', 1200],
    ['€49', 'EUR k', 49],
    ['49,000 EUR', 'EUR k', 49],
    ['€49', 'EUR per customer', 49],
    ['49 EUR/customer', 'EUR per customer', 49],
    ['1,200 customers', 'customers', 1200],
    ['1 customer', 'customers', 1],
    ['3万家', '家', 30_000],
    ['1.2亿元', '亿元', 1.2],
    ['1.2亿元', '万元', 12_000],
    ['5 kWh', 'MWh', 0.005],
    ['7', 'customers', 7],
    ['5k', 'customers', 5000],
    ['1.2 bn', 'M USD', 1200],
    ['2 mn USD', 'M USD', 2],
    ['5 M', '$M', 5],
    ['1.2 bn', 'USD M', 1200],
    ['$5m', 'MUSD', 5],
    ['3k', 'K USD', 3],
    ['1.2 bn', 'm EUR', 1200],
    ['5 M', 'B USD', 0.005],
    ['5 M', 'M customers', 5],
    ['5k', 'MW', 5000],
    ['5k', 'GWh', 5000],
  ])('%s in a line of %s is %d', (text, unit, value) => {
    expect(read(text, unit)).toBeCloseTo(value, 10);
  });

  it.each([
    ['$49', 'EUR'],
    ['49 customers', 'EUR'],
    ['5 households', 'customers'],
    ['about 5 customers', 'customers'],
    ['Q3 2026', 'customers'],
  ])('%s is no number in a line of %s', (text, unit) => {
    expect(read(text, unit)).toBeUndefined();
  });
});

describe('a number of another program', () => {
  it.each([
    ['(1,234)', -1234],
    ['(1,234.50)', -1234.5],
    ['（１，２３４．５）', -1234.5],
    ['1,234-', -1234],
    ['1,234.50 -', -1234.5],
    ['−5', -5],
    ['－５', -5],
    ['+5', 5],
    ['$400', 400],
    ['($400)', -400],
    ['$(400)', -400],
    ['-$400', -400],
    ['$-400', -400],
    ['400 $', 400],
    ['€ 1,234.50', 1234.5],
    ['1,234.50 €', 1234.5],
    ['£3', 3],
    ['¥5', 5],
    ['￥５', 5],
    ['RMB 5', 5],
    ['5 RMB', 5],
    ['CNY5', 5],
    ['5 CNY-', -5],
    ['USD 5', 5],
    ['US$5', 5],
    ['1 234.5', 1234.5],
    ["1'234'567", 1234567],
    ['1’234', 1234],
    ['１２３', 123],
    ['(5%)', -0.05],
    ['(5)%', -0.05],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    '(-5)',
    '-(5)',
    '-5-',
    '5--',
    '((5))',
    '$5%',
    '$5€',
    '1,23',
    '12,34,567',
    '1234.-',
    '5-6',
    '1/2',
    'about 5',
    '约5',
    '5 apples',
    '2024-01-31',
    '31.01.2024',
    '2024/1/31',
    '10:30',
    '-',
    '$',
    '()',
    '亿元',
    '€5亿',
  ])('%s is none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('a number with its unit behind it', () => {
  it.each([
    ['5亿元', 'bn yuan', 0.5],
    ['5 亿', 'bn yuan', 0.5],
    ['1.2万亿元', 'bn yuan', 1200],
    ['800万元', 'bn yuan', 0.008],
    ['8000万元', 'mn yuan per firm', 80],
    ['百万元/家', 'mn yuan per firm', undefined],
    ['5百万元/家', 'mn yuan per firm', 5],
    ['5亿美元', 'bn US$', 0.5],
    ['US$1.2 bn', 'bn US$', 1.2],
    ['¥5亿', 'bn yuan', 0.5],
    ['(5亿元)', 'bn yuan', undefined],
    ['(5)亿元', 'bn yuan', -0.5],
    ['5 bn', 'bn yuan', 5],
    ['1.2万家', 'firms', 12000],
    ['1.2万', 'firms', 12000],
    ['5家', 'firms', 5],
    ['3万', 'index', 30000],
    ['18％', 'percent', 0.18],
    ['5‰', 'percent', 0.005],
    ['3个百分点', 'points', 0.03],
    ['2.5倍', 'times', 2.5],
    ['2024年', 'year', 2024],
    ['5年', 'year', undefined],
    ['7.1元', 'yuan per US$', 7.1],
  ] as const)('%s in a line of %s is %d', (text, unit, value) => {
    expect(read(text, unit)).toBe(value);
  });

  it.each([
    ['5亿美元', 'bn yuan'],
    ['$1.2bn', 'bn yuan'],
    ['5家', 'bn yuan'],
    ['5亿元', 'percent'],
    ['5万', 'percent'],
    ['5万', 'year'],
    ['$5', 'percent'],
    ['5倍', 'bn yuan'],
    ['400元', 'bn US$'],
  ] as const)('%s does not go into a line of %s', (text, unit) => {
    expect(read(text, unit)).toBeUndefined();
    expect(isAmount(text)).toBe(true);
  });

  it('is counted in ones of its currency, or names that alone, as the block is read', () => {
    expect(read('400元')).toBe(4e-7);
    expect(read('400元', 'bn yuan', { ones: false })).toBe(400);
    expect(read('8000000元', 'mn yuan per firm')).toBe(8);
  });

  it('of another currency is taken or left, as the block is read', () => {
    expect(read('$400', 'bn yuan', { foreign: false })).toBeUndefined();
    expect(read('¥400', 'bn yuan', { foreign: false })).toBe(400);
    expect(read('€400', 'bn US$', { foreign: false })).toBeUndefined();
    expect(read('$400', 'index', { foreign: false })).toBe(400);
  });
});

describe('a share', () => {
  it('without a percent sign is a fraction or percent, as the block is read; with one it is what it says', () => {
    expect(read('0.5', 'percent', { fractions: true })).toBe(0.5);
    expect(read('0.5', 'percent')).toBe(0.005);
    expect(read('0.5%', 'percent', { fractions: true })).toBe(0.005);
    expect(read('1.1', 'percent')).toBe(0.011);
  });

  it('in points is in points, as it is typed', () => {
    expect(read('0.5', 'points', { fractions: true })).toBe(0.005);
  });
});

/** How programs write a number: grouping, decimals, negatives, and what stands around it. */
const notation = fc.record({
  sign: fc.constantFrom<DecimalSign>('.', ','),
  group: fc.constantFrom('', 'other', ' ', '\u00a0', '\u202f', "'", '’'),
  negative: fc.constantFrom('-', '\u2212', '()', 'behind'),
  currency: fc.constantFrom('', '$', '¥', '￥', 'RMB ', 'CNY ', '€'),
  isBehind: fc.boolean(),
  isWide: fc.boolean(),
});
type Notation = typeof notation extends fc.Arbitrary<infer T> ? T : never;

const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

function written(value: number, { sign, group, negative, currency, isBehind, isWide }: Notation): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const between = group === 'other' ? (sign === '.' ? ',' : '.') : group;
  const digits = `${whole.replace(/\B(?=(\d{3})+$)/g, between)}${fraction === undefined ? '' : `${sign}${fraction}`}`;
  const amount = isBehind ? `${digits} ${currency}`.trim() : `${currency}${digits}`;
  if (value >= 0) return isWide ? wide(amount) : amount;
  const owed = { '()': `(${amount})`, behind: `${digits}-`, '-': `-${amount}`, '\u2212': `\u2212${amount}` }[negative];
  return isWide ? wide(owed ?? '') : (owed ?? '');
}

describe('every notation', () => {
  const number = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, decimals]) => Number(`${digits}e-${decimals}`))
    .map((value) => (value === 0 ? 0 : value));

  it('comes back to the number that was written in it', () => {
    fc.assert(
      fc.property(number, notation, (value, how) => {
        expect(read(written(value, how), 'index', { sign: how.sign })).toBe(value);
      }),
      runs(1000, 100_000),
    );
  });

  it('never makes a number of another sign or size, whatever stands in a cell', () => {
    const parts = fc.constantFrom(...'0123456789.,-()$% ¥元亿', '1,234', '0.5', '12');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (some) => {
        const text = some.join('');
        const value = read(text, 'index', { ones: false });
        if (value === undefined || value === 0) return;
        const digits = text.replace(/[^0-9]/g, '').replace(/^0+|0+$/g, '');
        expect(
          String(Math.abs(value))
            .replace(/e.*$/, '')
            .replace('.', '')
            .replace(/^0+|0+$/g, ''),
        ).toBe(
          String(Number(`0.${digits}`))
            .replace(/^0\.|e.*$/g, '')
            .replace('.', '')
            .replace(/^0+|0+$/g, ''),
        );
        expect(value < 0).toBe(/-|\(/.test(text));
      }),
      runs(1000, 100_000),
    );
  });
});
