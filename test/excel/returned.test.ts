import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/document/change.ts';
import { type Document, newDocument } from '../../src/document/document.ts';
import { restoreSaved } from '../../src/document/restoring.ts';
import { bookOf } from '../../src/excel/book.ts';
import { carriedIn } from '../../src/excel/returned/carriedIn.ts';
import { returnedFrom } from '../../src/excel/returned/returned.ts';
import { joined, piecesOf } from '../../src/io/xlsx/carried.ts';
import { readBook } from '../../src/io/xlsx/cells.ts';
import { writeXlsx } from '../../src/io/xlsx/write.ts';
import type { Model } from '../../src/model/model.ts';
import { documents } from '../fixtures/documents.ts';
import { excelJob } from '../fixtures/excel.ts';
import { ownDocument } from '../fixtures/own.ts';
import { LINES, PERIODS } from '../fixtures/small.ts';
import { subscriptions } from '../fixtures/subscriptions.ts';
import { fixture } from '../fixtures/xlsx/parts.ts';
import { RESOLVED, resolved } from '../models/shipped.ts';
import { runs } from '../runs.ts';

const SMALL: Model = { ...resolved('guangdong'), lines: LINES, periods: PERIODS };

/** A workbook that comes back: the document that it carries, and what was changed in it. */
async function back(bytes: Uint8Array<ArrayBuffer>, shipped: Model) {
  const book = await readBook(bytes);
  const carried = carriedIn(book);
  if (typeof carried !== 'object') throw new Error(`it carries no document: ${carried}`);
  const { model, document } = await restoreSaved(carried.saved, async () => shipped);
  const returned = returnedFrom(book, carried, model, document);
  if (!returned) throw new Error('it is of another document');
  const after = returned.change ? applyChange(document, returned.change).document : document;
  return { document, after, ...returned };
}

describe('a workbook that was exported, opened again', () => {
  it('is the same document, whatever a person made, and nothing was changed', async () => {
    await fc.assert(
      fc.asyncProperty(documents(SMALL), fc.constantFrom('en', 'zh'), async (document, lang) => {
        const bytes = await writeXlsx(bookOf(excelJob(document, SMALL, lang)));
        const { document: same, change, told } = await back(bytes, SMALL);
        expect(same).toEqual(document);
        expect(told).toEqual([]);
        expect(change).toBeUndefined();
      }),
      runs(25, 500),
    );
  });

  it.each(RESOLVED.map((model) => [model.id, newDocument(model), model] as const))(
    'of %s is it too',
    async (_, document, model) => {
      const bytes = await writeXlsx(bookOf(excelJob(document, model)));
      expect(await back(bytes, model)).toEqual({ document, after: document, change: undefined, told: [] });
    },
  );

  it.each([
    ['of years', ownDocument()],
    ['of months', subscriptions()],
  ] as const)('of a model of one’s own %s is it too', async (_, { document, model }) => {
    const bytes = await writeXlsx(bookOf({ ...excelJob(document, model), byYear: true }));
    const found = await back(bytes, model);
    expect(found.told).toEqual([]);
    expect(found.document).toEqual(document);
  });
});

/** What is told of a workbook, each with its count and its first place. */
const toldOf = ({ told }: Awaited<ReturnType<typeof back>>) =>
  told.map(({ kind, count, places: [place] }) => `${kind} ${count}: ${place?.sheet}!${place?.address} ${place?.said}`);
const lineOf = ({ after }: Awaited<ReturnType<typeof back>>, id: string) => after.lines?.find((line) => line.id === id);

/** Files that LibreOffice saved after a person worked in them. */
describe('a workbook that was edited in another program', () => {
  const { document, model } = ownDocument();
  const edited = (name: string) => back(fixture(`returned/${name}.xlsx`), model);

  it('brings back values, formulas, a name, a unit and a scenario’s name, and tells of what it can’t', async () => {
    const found = await edited('typed');
    expect(found.document).toEqual(document);
    expect(toldOf(found)).toEqual([
      'values 4: 基准!C3 Growth',
      'formulas 2: 基准!C5 Sum',
      'stays 3: Rapid!F4 Chips sold, 2022',
      'labels 1: 基准!A4 Chips sold',
      'units 1: 基准!B5 EUR',
      'scenarioNames 1: Rapid! Fast <b>',
      'frozen 1: 基准!C2 All',
      'beside 1: 基准!Q3 Growth',
      'sheets 1: Scratch! Scratch',
    ]);
    expect(lineOf(found, 'own_3')).toEqual({
      ...model.lines[2],
      label: { en: 'Chips sold', zh: '芯片' },
      // Up to the boundary what is typed is actual.
      values: { 2022: { text: 'n/a' } },
    });
    expect(lineOf(found, 'own_4')).toMatchObject({ unit: 'EUR', formula: '=SUM({own_3@2020}:{own_3@2030})/2' });
    expect(found.after.scenarios).toMatchObject([
      { id: 'base', overrides: { own_1: { value: 10 }, own_2: { value: 0.12 }, own_3: { 2024: 200 } } },
      {
        id: 's1',
        name: 'Rapid',
        overrides: { own_2: { value: 0.3 }, own_3: { 2026: { formula: '={own_3@prev}*2' } } },
      },
    ]);
  });

  it('has lines for rows that were put in, and formulas follow the rows below', async () => {
    const found = await edited('rows');
    expect(toldOf(found)).toEqual([
      'values 2: 基准!C3 Rate',
      'formulas 11: 基准!C7 Sum',
      'stays 1: Fast <b>!C5 Sum',
      'newLines 2: 基准!A3 Rate',
    ]);
    expect(found.after.lines?.map(({ id }) => id)).toEqual(['own_1', 'own_5', 'own_2', 'own_6', 'own_3', 'own_4']);
    expect(lineOf(found, 'own_6')).toEqual({
      kind: 'series',
      id: 'own_6',
      label: { en: 'Price', zh: 'Price' },
      unit: 'EUR',
      formula: '={own_6@prev}*(1+{own_2})',
      values: { 2020: 100 },
    });
    expect(lineOf(found, 'own_4')).toMatchObject({ formula: '=SUM({own_3@2020}:{own_3@2030})*{own_5}' });
    expect(lineOf(found, 'own_3')).toEqual(model.lines[2]);
  });

  it('loses the line of a row that was taken out, and formulas name what is gone', async () => {
    const found = await edited('gone');
    expect(toldOf(found)).toEqual(['goneLines 1: 基准! Growth', 'brokenFormulas 10: Fast <b>!E4 Chips, 2021']);
    expect(found.after.lines?.map(({ id }) => id)).toEqual(['own_1', 'own_3', 'own_4']);
    expect(found.after.scenarios.map(({ overrides }) => overrides)).toEqual([{}, {}]);
  });

  it('makes a scenario of a copied sheet, and takes one out with its sheet', async () => {
    const found = await edited('copy');
    expect(toldOf(found)).toEqual([
      'values 1: Low!C3 Growth',
      'newScenarios 1: Low! Low',
      'goneScenarios 1: ! Fast <b>',
    ]);
    expect(found.after.scenarios).toMatchObject([
      { id: 'base', overrides: {} },
      { id: 's2', name: 'Low', overrides: { own_2: { value: 0.01 } } },
    ]);
    expect(found.after.lines).toBe(found.document.lines);
  });

  it('has its lines in their new order, and tells of columns that were put in and taken out', async () => {
    const found = await edited('moved');
    expect(toldOf(found)).toEqual([
      'formulas 1: Fast <b>!C5 Sum',
      'movedLines 1: 基准!A5 Growth',
      'beside 1: 基准!F3 Chips',
      'goneColumns 1: Fast <b>! 2030',
    ]);
    expect(found.after.lines?.map(({ id }) => id)).toEqual(['own_1', 'own_3', 'own_4', 'own_2']);
    expect(found.after.scenarios[1]?.overrides).toEqual({
      own_2: { value: 0.25 },
      own_4: { value: { formula: '=SUM({own_3@2020}:{own_3@2029})' } },
    });
  });
});

describe('a cell that was typed over', () => {
  it('is the only one that is told, and holds what was typed, whatever the document was', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(
        documents(SMALL),
        fc.nat(),
        fc.integer({ min: 1, max: 1e9 }).map((n) => n / 1000),
        async (document, which, typed) => {
          const job = excelJob(document, SMALL);
          const book = bookOf(job);
          const places = book.sheets.slice(0, document.scenarios.length).flatMap(({ rows }, s) =>
            rows.flatMap((row, r) =>
              // Numbers and formulas, in the columns of values, beside a label.
              row.flatMap((cell, c) =>
                r > 0 &&
                c > 1 &&
                c < row.length &&
                cell?.look.format &&
                typeof cell.value === 'number' &&
                cell.value !== typed
                  ? [{ s, r, c, look: cell.look }]
                  : [],
              ),
            ),
          );
          const place = places[which % Math.max(1, places.length)];
          if (!place) return;
          tried++;
          const put = { value: typed, look: place.look };
          const sheets = book.sheets.map((sheet, s) =>
            s === place.s
              ? { ...sheet, rows: sheet.rows.map((row, r) => (r === place.r ? row.with(place.c, put) : row)) }
              : sheet,
          );
          const { told, after } = await back(await writeXlsx({ ...book, sheets }), SMALL);
          // Other scenarios go on with the formula that the base no longer has, as their sheets do.
          expect(told.filter(({ kind }) => kind !== 'stays').map(({ kind, count }) => [kind, count])).toEqual([
            ['values', 1],
          ]);
          for (const [s, { rows }] of bookOf(excelJob(after, SMALL))
            .sheets.slice(0, document.scenarios.length)
            .entries())
            if (s !== place.s)
              expect(rows[place.r]?.[place.c]?.formula).toBe(book.sheets[s]?.rows[place.r]?.[place.c]?.formula);
          const again = bookOf(excelJob(after, SMALL)).sheets[place.s]?.rows[place.r]?.[place.c];
          expect(again).toMatchObject({ value: typed });
          expect(again?.formula).toBeUndefined();
        },
      ),
      runs(25, 500),
    );
    expect(tried).toBeGreaterThan(5);
  });
});

describe('what a workbook carries', () => {
  const { document, model } = ownDocument();
  const job = excelJob(document, model);
  /** The workbook with another text in the place of the document's. */
  const carrying = async (saved: string) => carriedIn(await readBook(await writeXlsx(bookOf({ ...job, saved }))));

  it('is read by the schema of documents first, and never taken where it is damaged, wrong or newer', async () => {
    expect(await carrying('{"format":1}')).toBe('wrong');
    expect(await carrying('no JSON')).toBe('wrong');
    expect(await carrying(job.saved.replace('"format":1', '"format":99'))).toBe('form');
    const book = bookOf(job);
    const [sheet] = book.hidden ?? [];
    const cut = sheet?.rows.map((row) =>
      row[0]?.value === 'text' ? [{ ...row[0] }, { value: '|{"format":1}|', look: {} }] : row,
    );
    expect(
      carriedIn(await readBook(await writeXlsx({ ...book, hidden: sheet && cut ? [{ ...sheet, rows: cut }] : [] }))),
    ).toBe('damaged');
    expect(carriedIn(await readBook(await writeXlsx({ ...book, hidden: [] })))).toBeUndefined();
  });

  it('is of that document alone: with lines of another it tells nothing', async () => {
    const carried = await carrying(job.saved);
    if (typeof carried !== 'object') throw new Error('it carries nothing');
    const book = await readBook(await writeXlsx(bookOf(job)));
    const other: Document = { ...document, lines: document.lines?.slice(1) ?? [] };
    expect(returnedFrom(book, carried, model, other)).toBeUndefined();
  });

  it('stands in cells within the limits of Excel, however long it is and whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 40 })), fc.nat(3), async (texts, many) => {
        const note = [...texts, '_x0041_', '\uffff']
          .join('')
          .repeat(1 + many * 200)
          .slice(0, 150_000);
        const pieces = piecesOf(JSON.stringify({ note }));
        expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
        const cells = pieces.map((value) => [{ value, look: {} }]);
        const sheet = { name: 'x', widths: [], frozen: { rows: 0, columns: 0 }, rows: cells, names: [] };
        const book = await readBook(await writeXlsx({ title: '', about: '', sheets: [sheet] }));
        const joinedAgain = joined(book.sheets[0]?.cells.map(({ value }) => value) ?? []);
        expect(JSON.parse(joinedAgain ?? '')).toEqual(JSON.parse(JSON.stringify({ note })));
      }),
      runs(30, 500),
    );
  });
});
