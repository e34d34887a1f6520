import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBook } from '../../src/io/xlsx/cells.ts';
import { XlsxProblem } from '../../src/io/xlsx/problem.ts';
import { readXlsx } from '../../src/io/xlsx/read.ts';
import { writeZip } from '../../src/io/xlsx/zip.ts';
import { entry, fixture } from '../fixtures/xlsx/parts.ts';
import { runs } from '../runs.ts';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** A file whose one sheet has these rows. */
const file = (rows: string, { type = TYPE, manifest = '<manifest/>' } = {}) =>
  writeZip([
    entry('mimetype', type),
    entry(
      'content.xml',
      `<office:document-content><office:body><office:spreadsheet><table:table table:name="One">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
    entry('META-INF/manifest.xml', manifest),
  ]);
const rowsOf = async (rows: string) => (await readXlsx(await file(rows), { entries: true })).sheets[0]?.rows;
const cell = (inner: string, attributes = 'office:value-type="string"') =>
  `<table:table-cell ${attributes}>${inner}</table:table-cell>`;
const faultOf = (bytes: Promise<Uint8Array<ArrayBuffer>>) =>
  bytes.then(readXlsx).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof XlsxProblem) return error.fault;
      throw error;
    },
  );

describe('a spreadsheet of LibreOffice', () => {
  it('reads as the same workbook of Excel does, and tells how many formulas came as values', async () => {
    for (const entries of [false, true]) {
      const { sheets } = await readXlsx(fixture('written-by-libreoffice.xlsx'), { entries });
      const [shown, hidden] = sheets;
      expect(await readXlsx(fixture('written-by-libreoffice.ods'), { entries })).toEqual({
        sheets: [{ ...shown, valuesOf: 5 }, hidden],
      });
    }
  });

  it('has texts with their blanks and lines, without notes, and each cell as often as it stands', async () => {
    const note = '<office:annotation><dc:creator>Li</dc:creator><text:p>a note</text:p></office:annotation>';
    const rows = `<table:table-header-rows><table:table-row>${cell(`${note}<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p><text:p><text:span>e</text:span></text:p>`)}
      <table:covered-table-cell office:value-type="float" office:value="9"/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>
      <table:table-cell table:number-columns-repeated="16380"/></table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="2"/>
      <table:table-row table:number-rows-repeated="2">${cell('<text:p>=1+1</text:p>')}${cell('', 'office:value-type="currency" office:currency="EUR" office:value="-1.5"')}</table:table-row>
      <table:table-row>${cell('<text:p>2024年</text:p>', 'office:value-type="date" office:date-value="2024-01-01"')}${cell('<text:p>x</text:p>', 'office:value-type="date" office:date-value="2024-02-29T10:30:15"')}${cell('', 'office:value-type="time" office:time-value="PT26H05M07S"')}</table:table-row>
      <table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    expect(await rowsOf(rows)).toEqual([
      ['a  b\tc\nd\ne', '', '7', '7'],
      [],
      [],
      ["'=1+1", '-1.5'],
      ["'=1+1", '-1.5'],
      ['2024', '2024-02-29 10:30:15', '26:05:07'],
    ]);
  });

  it('is no workbook by its cells: that is told as what it is', async () => {
    await expect(readBook(fixture('written-by-libreoffice.ods'))).rejects.toMatchObject({ fault: 'ods' });
  });
});

describe('a file that would not be one, or would be too much', () => {
  const number = 'office:value-type="float" office:value="1"';

  it.each([
    ['a text document', 'other', () => file('', { type: 'application/vnd.oasis.opendocument.text' })],
    [
      'one behind a password',
      'locked',
      () => file('', { manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' }),
    ],
    [
      'a number in every row',
      'large',
      () =>
        file(
          `<table:table-row table:number-rows-repeated="1048576">${cell('', `${number} table:number-columns-repeated="16384"`)}</table:table-row>`,
        ),
    ],
    [
      'more columns than there are',
      'large',
      () =>
        file(`<table:table-row>${cell('', `${number} table:number-columns-repeated="999999999"`)}</table:table-row>`),
    ],
    [
      'a number beyond the last row',
      'large',
      () =>
        file(
          `<table:table-row table:number-rows-repeated="4000000000"/><table:table-row>${cell('', number)}</table:table-row>`,
        ),
    ],
    [
      'a count that is none',
      'damaged',
      () => file(`<table:table-row table:number-rows-repeated="-1">${cell('', number)}</table:table-row>`),
    ],
    ['tags that do not close', 'damaged', () => file('<table:table-row>')],
  ] as const)('%s: %s', async (_, fault, make) => {
    expect(await faultOf(make())).toBe(fault);
  });

  it('with any of its bytes changed is read or refused, and never anything else', async () => {
    const whole = fixture('written-by-libreoffice.ods');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = whole.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        await faultOf(Promise.resolve(changed));
      }),
      runs(100, 2_000),
    );
  });
});
