import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockReading, readInUnit } from '../../../src/io/reading/amounts.ts';
import { BlockSurvey } from '../../../src/io/reading/block.ts';
import { isDate, isFailedNumber, isNothing } from '../../../src/io/reading/looks.ts';
import type { Unit } from '../../../src/model/units.ts';
import { runs } from '../../runs.ts';

/** How cells, tab between, are decided on in a line of a unit. */
function decide(cells: string, unit: Unit = 'bn yuan', chosen: Partial<BlockReading> = {}) {
  const survey = new BlockSurvey();
  const texts = cells.split('\t');
  for (const text of texts) survey.add(text, unit);
  const { reading, doubts } = survey.decide(texts.length === 1, chosen);
  const values = texts.map((text) => readInUnit(text, unit, reading) ?? text);
  return { reading, values, doubts: doubts.map(({ of, text }) => `${of} ${text}`) };
}

describe('the decimal sign of a block', () => {
  it.each([
    ['1.234,5\t1.234', [1234.5, 1234]],
    ['1,5\t2,25', [1.5, 2.25]],
    ['0,123\t1.234', [0.123, 1234]],
    ['1 234,5\t7,250', [1234.5, 7.25]],
    ['1.234.567\t1,234', [1234567, 1.234]],
    ['1,234.5\t1,234', [1234.5, 1234]],
    ['1.5\t1,234', [1.5, 1234]],
    ['1,234,567\t1.234', [1234567, 1.234]],
    ['1.234e2\t1,234', [123.4, 1234]],
  ])('is told by %j', (cells, values) => {
    expect(decide(cells)).toMatchObject({ values, doubts: [] });
  });

  it('is that of typed numbers where nothing tells it, which is a guess', () => {
    expect(decide('1,234\t1.234')).toMatchObject({ values: [1234, 1.234], doubts: ['sign 1.234'] });
    expect(decide('1.234\t5.678')).toMatchObject({ values: [1.234, 5.678], doubts: ['sign 1.234'] });
    expect(decide('1,234\t5,678', 'bn yuan', { sign: ',' }).values).toEqual([1.234, 5.678]);
  });

  it('is no guess where commas stand before three digits, as in both languages of the interface', () => {
    expect(decide('1,234\t5,678')).toMatchObject({ values: [1234, 5678], doubts: [] });
  });

  it('is no guess where it makes no difference, or in a single cell', () => {
    expect(decide('100\t(200)\t3.25')).toMatchObject({ values: [100, -200, 3.25], doubts: [] });
    expect(decide('1,234')).toMatchObject({ values: [1234], doubts: [] });
    expect(decide('1,5')).toMatchObject({ values: [1.5], doubts: [] });
  });

  it('is that of most where they differ, and the others are left', () => {
    expect(decide('1.5\t2.5\t3,5').values).toEqual([1.5, 2.5, '3,5']);
  });
});

describe('a block of amounts', () => {
  /** As a program of some country shows amounts: to the cent, in accounts, with a currency. */
  const locale = fc.record({
    sign: fc.constantFrom('.', ','),
    group: fc.constantFrom('', '.,', ' ', '\u202f', "'"),
    negative: fc.constantFrom<(amount: string) => string>(
      (amount) => `-${amount}`,
      (amount) => `(${amount})`,
      (amount) => `${amount}-`,
      (amount) => `−${amount}`,
    ),
    currency: fc.constantFrom<(amount: string) => string>(
      (amount) => amount,
      (amount) => `¥${amount}`,
      (amount) => `￥ ${amount}`,
      (amount) => `RMB ${amount}`,
      (amount) => `${amount} CNY`,
    ),
  });

  it('comes back as it was, without being told how it was written', () => {
    const cents = fc.array(fc.integer({ min: -1e10, max: 1e10 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cents, locale, (amounts, { sign, group, negative, currency }) => {
        const between = group === '.,' ? (sign === '.' ? ',' : '.') : group;
        const written = amounts.map((amount) => {
          const [whole = '', fraction = ''] = (Math.abs(amount) / 100).toFixed(2).split('.');
          const digits = currency(`${whole.replace(/\B(?=(\d{3})+$)/g, between)}${sign}${fraction}`);
          return amount < 0 ? negative(digits) : digits;
        });
        expect(decide(written.join('\t')).values).toEqual(amounts.map((amount) => Number(`${amount}e-2`)));
      }),
      runs(500, 50_000),
    );
  });
});

describe('the shares of a block', () => {
  it.each([
    ['0.5\t0.75\t1\t1.1', [0.5, 0.75, 1, 1.1], ['fractions 0.5']],
    ['15\t0.5\t20', [0.15, 0.005, 0.2], ['fractions 0.5']],
    ['15\t16\t20', [0.15, 0.16, 0.2], []],
    ['15.3%\t0.2', [0.153, 0.2], ['fractions 0.2']],
    ['15.3%\t0.5％', [0.153, 0.005], []],
    ['0\t0', [0, 0], []],
    ['0,5\t0,75', [0.5, 0.75], ['fractions 0,5']],
    ['-0.5\t(0.25)', [-0.5, -0.25], ['fractions -0.5']],
  ])('%j are all of one kind', (cells, values, doubts) => {
    expect(decide(cells, 'percent')).toMatchObject({ values, doubts });
  });

  it.each([
    ['0.5', 0.5],
    ['1', 0.01],
    ['1.1', 0.011],
    ['18', 0.18],
  ])('a single %s is what it is as it is typed', (cell, value) => {
    expect(decide(cell, 'percent')).toMatchObject({ values: [value], doubts: [] });
  });

  it('are read otherwise where a person says so', () => {
    expect(decide('0.5\t0.75\t1\t1.1', 'percent', { fractions: false }).values).toEqual([0.005, 0.0075, 0.01, 0.011]);
  });

  it('come back in whichever way a program writes all of them', () => {
    const shares = fc.array(fc.integer({ min: -1400, max: 1400 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(shares, (thousandths) => {
        const values = thousandths.map((one) => one / 1000 + 0);
        const asFractions = thousandths.map((one) => String(Number(`${one}e-3`)));
        expect(decide(asFractions.join('\t'), 'percent').values).toEqual(values);
        const asPercent = thousandths.map((one) => String(Number(`${one}e-1`)));
        expect(decide(asPercent.map((one) => `${one}%`).join('\t'), 'percent').values).toEqual(values);
        if (thousandths.some((one) => Math.abs(one) > 15))
          expect(decide(asPercent.join('\t'), 'percent').values).toEqual(values);
      }),
      runs(300, 30_000),
    );
  });
});

describe('the money of a block', () => {
  it('with 元 is in ones where each amount has its unit, and in those of the line beside plain numbers', () => {
    expect(decide('5亿元\t400元').values).toEqual([0.5, 4e-7]);
    expect(decide('100\t400元\t300')).toMatchObject({ values: [100, 400, 300], doubts: ['ones 400元'] });
    expect(decide('100\t400元', 'bn yuan', { ones: true }).values).toEqual([100, 4e-7]);
  });

  it('of another currency is taken as it is, which is told', () => {
    expect(decide('100\t(1,234)\t300\t$400\t500')).toMatchObject({
      values: [100, -1234, 300, 400, 500],
      doubts: ['foreign $400'],
    });
    expect(decide('¥5.5\t￥6\tRMB 7')).toMatchObject({ values: [5.5, 6, 7], doubts: [] });
    expect(decide('$5.5\t$6', 'bn US$').doubts).toEqual([]);
  });
});

describe('a text that is no number', () => {
  it.each([
    ...[
      '2024-01-31',
      '2024/1/31',
      '2024-01',
      '31.01.2024',
      '1/31/24',
      '2024年1月31日',
      '2024年1月',
      '1月31日',
      '2024年',
    ],
    ...['Jan 2024', '31 Jan 2024', '31-Jan-24', 'January 31, 2024', 'Q1 2024', '2024Q1', '2024年第一季度', '10:30'],
    ...['2024-01-31 10:30', '2022/23', '2024E', 'FY2024', '２０２４年１月'],
  ])('is a date: %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(['2024', '1.5', '2024-1-31-5', 'January', 'Mark 2024', '5 maybe', '1-2'])('is no date: %s', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it.each([
    '1,23',
    '12,34,567',
    '约150',
    '>100',
    '1/2',
    '5-6',
    '100+',
    '1.2.3',
    '$1.2bn',
    '150亿左右',
    '~5',
    '3亿5000万',
  ])('was meant for one: %s', (text) => {
    expect(isFailedNumber(text)).toBe(true);
  });

  it.each(['Revenue', 'core', '产值', '亿元', '-', 'Guangdong 2', 'A1', 'note 3', ''])('was not: %s', (text) => {
    expect(isFailedNumber(text)).toBe(false);
  });

  it.each(['-', '–', 'n/a', 'N.A.', '…', '#N/A'])('stands for none: %s', (text) => {
    expect(isNothing(text)).toBe(true);
  });
});
