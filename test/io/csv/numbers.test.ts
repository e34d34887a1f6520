import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWN_READING, readCell, writeContent, writeNumber } from '../../../src/io/csv/cells.ts';
import { type DecimalSign, guessDecimal, numberOf, readNumber } from '../../../src/io/reading/numbers.ts';
import { findUnit, splitLabel, unitInNote } from '../../../src/io/reading/units.ts';
import { KNOWN_UNITS, unitSpec } from '../../../src/model/units.ts';

const value = (cell: string, sign: DecimalSign = '.') => {
  const number = readNumber(cell, sign);
  return number && numberOf(number, number.percent ? -2 : 0);
};

describe('a number in a table', () => {
  it.each([
    ['1,234.5', '.', 1234.5],
    ['1.234,5', ',', 1234.5],
    ['1 234,5', ',', 1234.5],
    ['1\u202f234\u00a0567.5', '.', 1234567.5],
    ["1'234.5", '.', 1234.5],
    ['１，２３４．５', '.', 1234.5],
    ['\u22125', '.', -5],
    ['－５', '.', -5],
    ['(1,234)', '.', -1234],
    ['15.3%', '.', 0.153],
    ['１５．３％', '.', 0.153],
    ['1.23E+08', '.', 1.23e8],
    ['¥ 1,234', '.', 1234],
    ['-$5', '.', -5],
    ['1,234*', '.', 1234],
    ['56.7①', '.', 56.7],
    ['12²', '.', 12],
    ['3 [2]', '.', 3],
    ['1.234.567', ',', 1234567],
    ['.5', '.', 0.5],
  ] as const)('%s with the decimal sign %s is %d', (cell, sign, number) => {
    expect(value(cell, sign)).toBe(number);
  });

  it.each([
    ['1,23', '.'],
    ['1.234,5', '.'],
    ['12,34,567', '.'],
    ['1.2.3', '.'],
    ['01/02/2026', '.'],
    ['10:30', '.'],
    ['about 150', '.'],
    ['约150', '.'],
    ['2022年', '.'],
    ['1²3', '.'],
    ['1①2', '.'],
    ['', '.'],
    ['-', '.'],
    ['.', '.'],
    ['1e999', '.'],
  ] as const)('%s with the decimal sign %s is none', (cell, sign) => {
    expect(value(cell, sign)).toBeUndefined();
  });

  it('comes back to the same bits in the unit in which it is shown, whatever it is', () => {
    const units = fc.constantFrom(...KNOWN_UNITS);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), units, (number, unit) => {
        const stored = number === 0 ? 0 : number;
        expect(readCell(writeNumber(stored, unit), OWN_READING(unit))).toBe(stored);
      }),
      { numRuns: 2000 },
    );
    expect(writeNumber(0.153, 'percent')).toBe('15.3');
    expect(writeNumber(0.07, 'points')).toBe('7');
    expect(writeNumber(14163399999999.37, 'bn yuan')).toBe('14163399999999.37');
  });

  it('is one sign before decimals or the other where the cells speak for it, and in doubt where they do not', () => {
    const guess = (cells: string[], delimiter = ';') => guessDecimal(cells, delimiter);
    expect(guess(['1,5', '1.234'])).toMatchObject({ sign: ',', doubt: false });
    expect(guess(['1.5', '1,234'], ',')).toMatchObject({ sign: '.', doubt: false });
    expect(guess(['0.153', '12.345'], '\t')).toMatchObject({ sign: '.', doubt: false });
    expect(guess(['1,234', '1.234'])).toMatchObject({ doubt: true, example: '1,234' });
    expect(guess(['1,234', '5,678'], ',')).toMatchObject({ sign: '.', doubt: true, example: '1,234' });
    expect(guess(['1.234', '5.678'])).toMatchObject({ sign: ',', doubt: true });
    expect(guess(['1.234', '5.678'], ',')).toMatchObject({ sign: '.', doubt: false });
    expect(guess(['1.5', '2,5'])).toMatchObject({ doubt: true });
    expect(guess(['1', '2'])).toMatchObject({ doubt: false });
  });
});

describe('a cell of a table', () => {
  it('comes back with what it held: number, text or formula, also a text that looks like something else', () => {
    const units = fc.constantFrom(...KNOWN_UNITS);
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('', '-', '–', 'n/a', '#N/A', "'", "'=1", '=1+1', ' 5', '１２', '15%', '+1', '\0', '\t=1', '12²'),
    );
    const contents = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
      texts.map((text) => ({ text })),
      texts.map((text) => ({ formula: `=${text}` })),
    );
    fc.assert(
      fc.property(contents, units, (content, unit) => {
        expect(readCell(writeContent(content, unit), OWN_READING(unit))).toEqual(content);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a unit', () => {
  it.each([
    ['亿元', 'bn yuan', -1],
    ['万亿元', 'bn yuan', 3],
    ['10亿元', 'bn yuan', 0],
    ['万元', 'bn yuan', -5],
    ['元', 'bn yuan', -9],
    ['人民币亿元', 'bn yuan', -1],
    ['bn yuan', 'bn yuan', 0],
    ['billion RMB', 'bn yuan', 0],
    ['CNY bn', 'bn yuan', 0],
    ['RMB 100 mn', 'bn yuan', -1],
    ['million yuan', 'bn yuan', -3],
    ['trillion yuan', 'bn yuan', 3],
    ['亿美元', 'bn US$', -1],
    ['US$ bn', 'bn US$', 0],
    ['$ million', 'bn US$', -3],
    ['家', 'firms', 0],
    ['万家', 'firms', 4],
    ['thousand enterprises', 'firms', 3],
    ['%', 'percent', -2],
    ['％', 'percent', -2],
    ['per cent', 'percent', -2],
    ['‰', 'percent', -3],
    ['% a year', 'percent a year', -2],
    ['个百分点', 'points', -2],
    ['pp', 'points', -2],
    ['百万元/家', 'mn yuan per firm', 0],
    ['万元/家', 'mn yuan per firm', -2],
    ['元/美元', 'yuan per US$', 0],
    ['PFLOPS', 'EFLOPS', -3],
    ['倍', 'times', 0],
  ] as const)('%s is %s', (text, unit, shift) => {
    expect(findUnit(text)).toEqual({ unit, shift });
  });

  it.each(['万吨', 'kWh', '', 'core', '2022', 'bn'])('%j is none of ours', (text) => {
    expect(findUnit(text)).toBeUndefined();
  });

  it('of ours is known by its labels in both languages', () => {
    for (const [unit, { label }] of KNOWN_UNITS.map((unit) => [unit, unitSpec(unit)] as const))
      for (const text of [label.en, label.zh]) expect(findUnit(text)?.unit).toBe(unit);
  });

  it('stands in the brackets of a label, behind its comma, or above the table', () => {
    expect(splitLabel('核心产业规模（亿元）')).toEqual({ label: '核心产业规模', unit: '亿元' });
    expect(splitLabel('Output, bn yuan')).toEqual({ label: 'Output', unit: 'bn yuan' });
    expect(splitLabel('Enterprises (core)')).toEqual({ label: 'Enterprises (core)', unit: '' });
    expect(unitInNote('单位：亿元')).toBe('亿元');
    expect(unitInNote('(Unit: bn yuan)')).toBe('bn yuan');
    expect(unitInNote('单位：万吨')).toBe('万吨');
    expect(unitInNote('(万吨)')).toBeUndefined();
  });

  it('is applied in decimals: 2299 of 亿元 is 229.9 and not 229.90000000000003', () => {
    const shift = findUnit('亿元')?.shift ?? 0;
    expect(readCell('2299', { sign: '.', shift, formulas: false })).toBe(229.9);
    expect(readCell('1.1', { sign: '.', shift, formulas: false })).toBe(0.11);
  });
});
