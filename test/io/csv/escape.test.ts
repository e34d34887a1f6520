import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { BYTE_ORDER_MARK, escapeCell, unescapeCell, writeRecord } from '../../../src/io/csv/escape.ts';
import { parseRecords } from '../../../src/io/csv.ts';

/** What a spreadsheet sees first of a cell, once what it skips is gone. */
const firstSeen = (cell: string) => cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, '').normalize('NFKC')[0];
const isNumber = (cell: string) => cell.trim() !== '' && !Number.isNaN(Number(cell.replace(/%$/, '')));

const strange = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '\t',
    '\r',
    '\n',
    '\0',
    ' ',
    '\u3000',
    '\u200b',
    "'",
    '"',
    ',',
    '1',
    'a',
    '中',
  ),
  maxLength: 8,
});

describe('a cell that a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    ' =1',
    '\n=1',
    '\t',
    '\0=1',
    '＝1',
    '\u3000＝1',
    '\u200b=1',
    '\ufeff=1',
    '"=1',
    "'=1",
  ])('%j begins with an apostrophe, and comes back without', (text) => {
    const cell = escapeCell(text);
    const runs = text.startsWith('"') ? cell === text : cell === `'${text}`;
    expect(runs).toBe(true);
    expect(unescapeCell(cell)).toBe(text);
  });

  it('is one by any sign that becomes one when it is normalised', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const sign = String.fromCharCode(code);
      if ('=+-@'.includes(sign.normalize('NFKC')[0] ?? 'x')) expect(escapeCell(`${sign}A1`)).toBe(`'${sign}A1`);
    }
  });

  it.each(['-5', '+5', '-1.5e-3', '-15.3%', '-.5', '5', "'90s", 'a=b', ''])('%j is left alone', (text) => {
    expect(escapeCell(text)).toBe(text);
    expect(unescapeCell(text)).toBe(text);
  });

  it('never gets out unmarked, whatever stands around it, and always comes back', () => {
    fc.assert(
      fc.property(fc.oneof(strange, fc.string({ unit: 'binary' })), (text) => {
        const cell = escapeCell(text);
        if (!isNumber(cell)) expect('=+-@').not.toContain(firstSeen(cell) ?? 'x');
        expect(unescapeCell(cell)).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('records', () => {
  it('are RFC 4180 to another reader, and come back', () => {
    const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.oneof(strange, fc.string({ unit: 'binary' })), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map(writeRecord).join('');
        const { data } = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' });
        expect(data.slice(0, -1).map((cells) => cells.map(unescapeCell))).toEqual(rows);
        const own: string[][] = [];
        parseRecords(text, ',', '\r\n', ({ records }) => {
          own.push(...records);
          return true;
        });
        expect(own.map((cells) => cells.map(unescapeCell))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('begin, in a file, with the mark by which Excel knows UTF-8', () => {
    expect([...new TextEncoder().encode(BYTE_ORDER_MARK)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
