import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, newDocument } from '../../src/document/document.ts';
import { parseEntry } from '../../src/document/entry.ts';
import { bookOf } from '../../src/excel/book.ts';
import type { BookCell } from '../../src/io/xlsx/book.ts';
import { readXlsx } from '../../src/io/xlsx/read.ts';
import { writeXlsx } from '../../src/io/xlsx/write.ts';
import { parseA1 } from '../../src/model/address.ts';
import type { Content } from '../../src/model/content.ts';
import type { Model } from '../../src/model/model.ts';
import { documents } from '../fixtures/documents.ts';
import { excelJob } from '../fixtures/excel.ts';
import { LINES, PERIODS, SCENARIOS } from '../fixtures/small.ts';
import { RESOLVED, resolved } from '../models/shipped.ts';

const GUANGDONG = resolved('guangdong');
const SMALL: Model = { ...GUANGDONG, lines: LINES, periods: PERIODS };
const small = (base: Record<string, Record<string, Content>>, fast = SCENARIOS[1]?.overrides ?? {}): Document => ({
  ...newDocument(SMALL),
  scenarios: SCENARIOS.map((one) => ({ ...one, overrides: one.id === 'base' ? base : one.id === 'fast' ? fast : {} })),
});

/** A reader of the cells of a document's workbook: by sheet and address. */
function cellsOf(document: Document, model: Model = SMALL) {
  const book = bookOf(excelJob(document, model));
  return (sheet: string, address: string): BookCell | undefined => {
    const place = parseA1(address);
    return book.sheets.find(({ name }) => name === sheet)?.rows[(place?.lineIndex ?? 0) + 1]?.[place?.column ?? 0];
  };
}

describe('a document as a workbook of Excel', () => {
  it('has live formulas by the names of its own sheet, and inherits by reference', () => {
    const at = cellsOf(small({ start: { value: 80 } }));
    expect(at('Base', 'C4')).toMatchObject({ value: 80 });
    expect(at('Base', 'E7')).toMatchObject({ formula: 'D7*(1+growth)+E5', value: 80 * 1.1 + 1 });
    expect(at('Fast lane', 'C3')).toMatchObject({ value: 0.2, look: { format: '0.0%', fill: 'FFF4DC' } });
    expect(at('Fast lane', 'C4')).toMatchObject({ formula: 'Base!C4', value: 80 });
    expect(at('基准 2', 'D7')).toMatchObject({ formula: 'start', value: 80 });
    expect(at('Base', 'E1')).toMatchObject({ value: 2023 });
    const { sheets } = bookOf(excelJob(small({}), SMALL));
    expect(sheets[0]?.frozen).toEqual({ rows: 1, columns: 3 });
    expect(sheets[1]?.names).toContainEqual({ name: 'growth', refersTo: "'Fast lane'!$C$3" });
  });

  it.each([
    ['=1/0', { formula: '1/0', value: { error: '#DIV/0!' } }],
    ['=IF({growth}>0,"a","b")', { formula: 'IF(growth>0,"a","b")', value: 'a' }],
    ['={growth}>0', { formula: 'growth>0', value: true }],
    ['=""', { formula: '""', value: '' }],
    ['={fast!scale@prev}', { formula: "'Fast lane'!E7", value: 121 }],
    ['=nobody', { formula: 'nobody', value: { error: '#NAME?' } }],
    ['=1+*', { value: { error: '#NAME?' } }],
    ['={scale}', { value: { error: '#VALUE!' } }],
    ['=IFERROR(LN(1,2),5)', { value: 5 }],
    ['=HF.ADD(1,2)', { value: 3 }],
    ['=HYPERLINK("javascript:alert(1)","x")', { value: 'x' }],
  ])('writes %s so that Excel can read it, and keeps what it can’t as a note', (formula, wanted) => {
    const at = cellsOf(small({ scale: { 2024: { formula } } }));
    expect(at('Base', 'F7')).toMatchObject(wanted);
    expect(at('Base', 'F7')?.formula).toBe('formula' in wanted ? wanted.formula : undefined);
    const kept = at('Base', 'H7')?.value ?? '';
    if (!('formula' in wanted)) expect(kept).toMatch(/^F7 holds a formula that Excel can’t compute/);
    else expect(kept).toBe('');
    // What depends on it goes on as a formula.
    expect(at('Base', 'G7')?.formula).toBe('F7*(1+growth)+G5');
  });

  it('names no scalar by what Excel takes for an address', () => {
    const lines = LINES.map((line) =>
      line.id === 'growth' ? { ...line, id: 'ab12' } : line.id === 'scale' ? { ...line, formula: '={ab12}*2' } : line,
    ) as Model['lines'];
    const model = { ...SMALL, lines };
    expect(cellsOf({ ...small({}), lines }, model)('Base', 'E7')).toMatchObject({ formula: '$C$3*2', value: 0.2 });
  });

  it('tells on what each line rests, and links to sources by http alone', () => {
    const job = excelJob(newDocument(GUANGDONG), GUANGDONG);
    const { sheets } = bookOf(job);
    const texts = sheets[0]?.rows.map((row) => row[17]?.value ?? '').join('\n');
    expect(texts).toContain('\nGlobal Times, November 2023, grade B. Definition: core industry.');
    expect(texts).toContain(' Assumption, 5.0% to 40.0%. ');
    const links = sheets.at(-1)?.rows.flatMap((row) => row.flatMap((cell) => cell?.link ?? [])) ?? [];
    expect(links.length).toBeGreaterThan(3);
    const unsafe = job.figures.map(({ figure, source }) => ({
      figure,
      source: source && { ...source, url: 'javascript:alert(1)' },
    }));
    const cells =
      bookOf({ ...job, figures: unsafe })
        .sheets.at(-1)
        ?.rows.flat() ?? [];
    expect(cells.filter((cell) => cell?.link !== undefined)).toEqual([]);
  });

  it('has a rule behind the last actual period, in every row, and says which that is', () => {
    const { sheets } = bookOf({ ...excelJob(small({}), SMALL), observedUntil: 2023 });
    const ruled = sheets[0]?.rows.map((row) => row.flatMap((cell, c) => (cell?.look.ruledBehind ? [c] : [])));
    expect(ruled).toEqual(Array.from({ length: 1 + LINES.length }, () => [4]));
    const texts = sheets.at(-1)?.rows.map(([cell]) => cell?.value);
    expect(texts).toContain('Actual up to 2023; the vertical rule after it separates actual from forecast.');
    const none = bookOf({ ...excelJob(small({}), SMALL), observedUntil: 2000 }).sheets.flatMap(({ rows }) =>
      rows.flat(),
    );
    expect(none.filter((cell) => cell?.look.ruledBehind)).toEqual([]);
    expect(none.filter((cell) => String(cell?.value).startsWith('Actual up to'))).toEqual([]);
  });

  it('holds text as text, whatever it begins with', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "=cmd|'/C calc'!A0", '＝1'];
    for (const text of evil) {
      const at = cellsOf(small({ growth: { value: { text } } }));
      expect(at('Base', 'C3')).toMatchObject({ value: text });
      expect(at('Base', 'C3')?.formula).toBeUndefined();
    }
  });

  it('of a shipped model has each formula live', () => {
    for (const model of RESOLVED) {
      const cells = bookOf(excelJob(newDocument(model), model)).sheets.flatMap(({ rows }) => rows.flat());
      const kept = cells.filter((cell) => typeof cell?.value === 'string' && cell.value.includes('can’t compute'));
      expect(kept).toEqual([]);
      expect(cells.filter((cell) => cell?.formula !== undefined).length).toBeGreaterThan(100);
    }
  });

  it('reads again with the same values, whatever a person made', async () => {
    /** How a written cell must read; a number shown as percent reads as one, with all its digits. */
    const wantedOf = ({ value, look }: BookCell): string => {
      if (typeof value === 'object') return value.error;
      if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
      return typeof value === 'number' && look.format?.includes('%') && Number.isFinite(value * 100)
        ? `${value} as percent`
        : String(value ?? '');
    };
    const readAs = (text: string, wanted: string): string =>
      wanted.endsWith(' as percent') && text.endsWith('%') ? `${parseEntry(text, 'percent')} as percent` : text;
    await fc.assert(
      fc.asyncProperty(documents(SMALL), async (document) => {
        const book = bookOf(excelJob(document, SMALL));
        const { sheets } = await readXlsx(await writeXlsx(book));
        expect(sheets.map(({ name }) => name)).toEqual(book.sheets.map(({ name }) => name));
        const changed = book.sheets.flatMap(({ name, rows }, s) =>
          rows.flatMap((row, r) =>
            row.flatMap((cell, c) => {
              const wanted = cell ? wantedOf(cell) : '';
              const text = readAs(sheets[s]?.rows[r]?.[c] ?? '', wanted);
              return text === wanted ? [] : [{ name, r, c, wanted, text }];
            }),
          ),
        );
        expect(changed).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps 14 significant digits', async () => {
    const book = bookOf(excelJob(small({ start: { value: 14163399999999.37 } }), SMALL));
    const { sheets } = await readXlsx(await writeXlsx(book));
    expect(sheets[1]?.rows[3]?.[2]).toBe('14163399999999.37');
  });
});
