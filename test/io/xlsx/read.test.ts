import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { XlsxProblem } from '../../../src/io/xlsx/problem.ts';
import { readXlsx } from '../../../src/io/xlsx/read.ts';
import { Archive } from '../../../src/io/xlsx/unzip.ts';
import { CENTRAL, CENTRAL_SIZE, END_SIZE, writeZip } from '../../../src/io/xlsx/zip.ts';
import { entry, fixture, parts, sheet, workbook } from '../../fixtures/xlsx/parts.ts';
import { runs } from '../../runs.ts';

const rowsOf = async (bytes: Promise<Uint8Array<ArrayBuffer>>, formulas = false) =>
  (await readXlsx(await bytes, { formulas })).sheets[0]?.rows;

/** The fault of a file, or `taken`. */
const faultOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  try {
    await readXlsx(bytes);
    return 'taken';
  } catch (error) {
    if (error instanceof XlsxProblem) return error.fault;
    throw error;
  }
};
const joined = (...pieces: Uint8Array[]) => new Uint8Array(pieces.flatMap((piece) => [...piece]));

describe('a workbook that is brought in', () => {
  it('written by LibreOffice, reads as a person sees it, with all digits', async () => {
    expect(await readXlsx(fixture('written-by-libreoffice.xlsx'))).toEqual({
      sheets: [
        {
          name: '数据 & more',
          rows: [
            ['Line', '2022', '2023'],
            ['Scale', '150', '172.95', '194.3006775'],
            ['Growth', '15.3%', '12.345%'],
            ['Dates', '2023-11-13', '2024-02-29 10:30', '10:05'],
            ['Truth', 'TRUE', '#DIV/0!', 'ab'],
            ['Rich bold text\nin two lines', '', '基准 😀 <b>'],
            [],
            [],
            ['', '', '', '14163399999999.4'],
          ],
        },
        { name: 'Hidden', rows: [['x']], hidden: true },
      ],
    });
  });

  it('that was packed is told where the browser can’t unpack it; one that is made there is not packed', async () => {
    const packed = fixture('written-by-libreoffice.xlsx');
    vi.stubGlobal('DecompressionStream', undefined);
    vi.stubGlobal('CompressionStream', undefined);
    expect(await faultOf(packed)).toBe('browser');
    const bytes = sheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(await rowsOf(bytes)).toEqual([['1']]);
    vi.unstubAllGlobals();
    expect((await bytes).length).toBeGreaterThan((await sheet('<row r="1"><c r="A1"><v>1</v></c></row>')).length);
  });

  it('gives formulas where they are asked for, shared ones moved to their cells', async () => {
    const bytes = sheet(`
      <row r="2"><c r="A2"><f t="shared" ref="A2:C3" si="0">B$1*LOG10($A9)&amp;"A1"+'A1 x'!A1</f><v>1</v></c>
      <c r="B2"><f t="shared" si="0"/><v>2</v></c></row>
      <row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c><c r="C3"><f>_xlfn.STDEV.S(A1:A2)</f><v>4</v></c><c r="D3"><f>_xlfn.LET(_xlpm.x,1,_xlpm.x)</f><v>1</v></c></row>`);
    expect(await rowsOf(bytes)).toEqual([[], ['1', '2'], ['', '3', '4', '1']]);
    expect(await rowsOf(bytes, true)).toEqual([
      [],
      [`=B$1*LOG10($A9)&"A1"+'A1 x'!A1`, `=C$1*LOG10($A9)&"A1"+'A1 x'!B1`],
      ['', `=C$1*LOG10($A10)&"A1"+'A1 x'!B2`, '=STDEV.S(A1:A2)', '=LET(x,1,x)'],
    ]);
  });

  it('is read whatever its writer leaves out or adds: addresses, prefixes, runs, pronunciation, comments', async () => {
    const strings =
      '<sst><si><t>plain</t></si><si><r><t xml:space="preserve">rich </t></r><r><t>text</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si></sst>';
    const rows = `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><!-- <c/> --></row>
      <row><c r="C2" t="s"><v>2</v></c><c><v>5</v></c></row>
      <row r="5"><c r="A5" t="inlineStr"><is><t>_x0041__x005F_x0042_ &lt;&#x1F600;&gt;</t></is></c><c r="B5" t="str"><f>X</f><v><![CDATA[<a&b>]]></v></c></row>`;
    expect(await rowsOf(sheet(rows, { 'xl/sharedStrings.xml': strings }))).toEqual([
      ['plain', 'rich text'],
      ['', '', '東京', '5'],
      [],
      [],
      ['A_x0042_ <😀>', '<a&b>'],
    ]);
    const prefixed =
      '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await rowsOf(workbook({ 'xl/worksheets/sheet1.xml': prefixed }))).toEqual([['7']]);
  });

  it('counts its days from 1904 where it says so', async () => {
    const styles =
      '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const rows = '<row r="1"><c r="A1" s="1"><v>43781</v></c></row>';
    const is1904 =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>';
    expect(await rowsOf(sheet(rows, { 'xl/styles.xml': styles }))).toEqual([['2019-11-12']]);
    expect(await rowsOf(sheet(rows, { 'xl/styles.xml': styles, 'xl/workbook.xml': is1904 }))).toEqual([['2023-11-13']]);
  });
});

describe('a file that is no such workbook is refused as what it is', () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  const locked = joined(ole, new Uint8Array([...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0])));

  it.each([
    ['text under its name', 'other', async () => fixture('not-a-workbook.xlsx')],
    ['nothing at all', 'other', async () => new Uint8Array()],
    ['a workbook of Excel before 2007', 'xls', async () => ole],
    ['one behind a password', 'locked', async () => locked],
    ['some other archive', 'other', () => writeZip([entry('a.txt', 'x')])],
    ['content without a spreadsheet', 'other', () => writeZip([entry('content.xml', '<x/>')])],
    [
      'a binary workbook',
      'xlsb',
      () => {
        const rels =
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
        return workbook({ '_rels/.rels': rels });
      },
    ],
    [
      'a text document',
      'other',
      () =>
        workbook({ '[Content_Types].xml': '<Types><Override ContentType="application/wordprocessingml"/></Types>' }),
    ],
    ['one that ends early', 'damaged', async () => fixture('written-by-libreoffice.xlsx').slice(0, 5000)],
    ['one that lacks its sheet', 'damaged', async () => writeZip(parts({}).slice(0, -1))],
    ['one with tags that do not close', 'damaged', () => sheet('<row r="1"><c r="A1"><v>1</v></row>')],
    [
      'one with entities of its own',
      'damaged',
      () => workbook({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>' }),
    ],
  ] as const)('%s: %s', async (_, fault, make) => {
    expect(await faultOf(await make())).toBe(fault);
  });

  it('with any of its bytes changed, it is read or refused, and never anything else', async () => {
    const whole = fixture('written-by-libreoffice.xlsx');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = whole.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        await faultOf(changed);
      }),
      runs(200, 2_000),
    );
  });

  it('with parts that another program wrote wrong, it is read or refused, and never anything else', async () => {
    const archive = new Archive(fixture('written-by-libreoffice.xlsx'), { entries: 100, bytes: 1e7, ratio: 1e4 });
    const texts = await Promise.all(
      archive.names.map(async (name) => [name, new TextDecoder().decode(await archive.read(name))] as const),
    );
    const odd = [
      '',
      '<',
      '>',
      '"',
      '&',
      '&#0;',
      '<c/>',
      '</row>',
      '-1',
      '1e999',
      'A0',
      'XFE1',
      'ZZZZZ99999999',
      '\u0000',
    ];
    const harm = fc.record({
      part: fc.nat(texts.length - 1),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      put: fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 5 })),
    });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 3 }), async (all) => {
        const changed = new Map(texts);
        for (const { part, place, cut, put } of all) {
          const [name, text] = texts[part] ?? ['', ''];
          const at = Math.floor(place * text.length);
          changed.set(name, text.slice(0, at) + put + text.slice(at + cut));
        }
        const fault = await faultOf(await writeZip([...changed].map(([name, text]) => entry(name, text))));
        seen.add(fault === 'taken' ? fault : 'refused');
      }),
      runs(60, 600),
    );
    expect([...seen].sort()).toEqual(['refused', 'taken']);
  });
});

describe('a bomb is refused before it unpacks', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  /** A workbook whose sheet is so many bytes of blanks: a thousandth of them in the file. `stated`: as it says. */
  const blanks = async (bytes: number, stated = bytes) => {
    const archive = await writeZip([...parts({}).slice(0, -1), { name: SHEET, bytes: new Uint8Array(bytes).fill(32) }]);
    const view = new DataView(archive.buffer);
    const line = archive.lastIndexOf(CENTRAL & 0xff, archive.length - SHEET.length - END_SIZE - CENTRAL_SIZE);
    view.setUint32(line + 24, stated, true);
    return archive;
  };

  it.each([
    ['that states more than the limit', 1000, 300e6, 'large'],
    ['that states less than it holds', 20e6, 1000, 'damaged'],
    ['that is packed tighter than any sheet', 12e6, 12e6, 'large'],
  ])('%s', async (_, bytes, stated, fault) => {
    expect(await faultOf(await blanks(bytes, stated))).toBe(fault);
  });

  it.each([
    [
      'a cell at the far end of every row',
      () =>
        sheet(
          Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(''),
        ),
    ],
    [
      'one long text in a million cells',
      () =>
        sheet(`<row r="1">${'<c t="s"><v>0</v></c>'.repeat(10_000)}</row>`, {
          'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>`,
        }),
    ],
    [
      'thousands of entries',
      async () => {
        const archive = await workbook({});
        new DataView(archive.buffer).setUint16(archive.length - END_SIZE + 10, 2_500, true);
        return archive;
      },
    ],
    [
      'one sheet a thousand times over',
      () =>
        workbook({
          'xl/workbook.xml': `<workbook><sheets>${'<sheet name="x" r:id="rId1"/>'.repeat(1_001)}</sheets></workbook>`,
        }),
    ],
  ] as const)('%s', async (_, make) => {
    expect(await faultOf(await make())).toBe('large');
  });

  it('but a single cell far out is no bomb', async () => {
    const rows = await rowsOf(sheet('<row r="100000"><c r="XFD100000"><v>1</v></c></row>'));
    expect(rows?.at(-1)?.at(-1)).toBe('1');
    expect(await faultOf(await sheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'))).toBe('damaged');
  });
});

const macroTypes = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
it.each([
  ['one that carries macros', async () => fixture('with-macros.xlsm')],
  ['one that says that it has macros', () => workbook({ '[Content_Types].xml': macroTypes })],
] as const)('a workbook is read without its programs: %s', async (_, make) => {
  expect(await faultOf(await make())).toBe('taken');
});
