import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/document/steps.ts';
import { type ClipText, tsvRows, writeRows } from '../../src/io/tsv.ts';

type Rows = readonly (readonly ClipText[])[];
const writeTsv = (rows: Rows): string => atOnce(writeRows(rows)).plain.join('');
const writeHtmlTable = (rows: Rows): string => atOnce(writeRows(rows)).html.join('');
const parseTsv = (text: string): string[][] => [...tsvRows(text)];

describe('the text of cells on the clipboard', () => {
  it('gives back every cell, whatever it holds', () => {
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ',', '中') }), {
            minLength: width,
            maxLength: width,
          }),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
      )
      // A lone empty cell leaves no trace in a text.
      .filter((list) => list.every((row) => row.length > 1 || row[0] !== ''));
    fc.assert(
      fc.property(rows, (list) => {
        const text = writeTsv(list.map((row) => row.map((cell) => ({ text: cell, isText: false }))));
        expect(parseTsv(text)).toEqual(list);
      }),
    );
  });

  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\t\n', [['a', '']]],
    ['a\t', [['a', '']]],
    ['', []],
    ['"a\nb"\tc', [['a\nb', 'c']]],
    ['say "x"\t"open', [['say "x"', '"open']]],
  ])('reads %j', (text, rows) => {
    expect(parseTsv(text)).toEqual(rows);
  });

  it('keeps the lines of a cell together, in quotes and as breaks of its table cell', () => {
    const rows = [
      [
        { text: 'one\ntwo', isText: false },
        { text: '3', isText: false },
      ],
    ];
    expect(writeTsv(rows)).toBe('"one\ntwo"\t3');
    expect(parseTsv(writeTsv(rows))).toEqual([['one\ntwo', '3']]);
    expect(writeHtmlTable(rows)).toContain('<td>one<br>two</td><td>3</td>');
  });

  it('marks text that would be read as something else, and writes no markup of its cells', () => {
    const rows = [
      [
        { text: '=1+1', isText: true },
        { text: '<b>&"', isText: false },
      ],
    ];
    expect(writeTsv(rows)).toBe('\'=1+1\t"<b>&"""');
    expect(writeHtmlTable(rows)).toContain(
      `<td style="mso-number-format:'\\@'">=1+1</td><td>&lt;b&gt;&amp;&quot;</td>`,
    );
  });
});

it('many rows are written in parts, a row a step, to the same texts; the table where it is wanted', () => {
  const rows = [[{ text: '1', isText: false }], [{ text: 'a\tb', isText: true }], [{ text: '<i>', isText: true }]];
  const write = (table?: boolean) => {
    const steps = writeRows(rows, table);
    for (let n = 0; ; n++) {
      const { done, value } = steps.next();
      if (done) return { ...value, steps: n };
    }
  };
  const { plain, html, steps } = write();
  expect(steps).toBe(3);
  expect(plain.join('')).toBe('1\n"\'a\tb"\n\'<i>');
  expect(html.join('')).toMatch(/^<table><tbody><tr><td>1<\/td><\/tr>.*&lt;i&gt;<\/td><\/tr><\/tbody><\/table>$/);
  expect(write(false)).toMatchObject({ html: [], plain });
});
