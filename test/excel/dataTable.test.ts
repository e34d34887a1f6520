import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axisValues, dataTable } from '../../src/analysis/dataTable.ts';
import { Trials } from '../../src/analysis/trial.ts';
import { type Document, newDocument } from '../../src/document/document.ts';
import { createEngine } from '../../src/engine/client.ts';
import { bookOf } from '../../src/excel/book.ts';
import type { ExcelJob } from '../../src/excel/job.ts';
import { carriedIn } from '../../src/excel/returned/carriedIn.ts';
import { returnedFrom } from '../../src/excel/returned/returned.ts';
import type { Book, BookCell } from '../../src/io/xlsx/book.ts';
import { readBook } from '../../src/io/xlsx/cells.ts';
import { readXlsx } from '../../src/io/xlsx/read.ts';
import { writeXlsx } from '../../src/io/xlsx/write.ts';
import type { Model } from '../../src/model/model.ts';
import type { DataTable } from '../../src/model/whatIf.ts';
import { excelJob } from '../fixtures/excel.ts';
import { inProcess } from '../fixtures/inProcess.ts';
import { LINES, PERIODS, SCENARIOS } from '../fixtures/small.ts';
import { resolved } from '../models/shipped.ts';

const SMALL: Model = { ...resolved('guangdong'), lines: LINES, periods: PERIODS };
const GUANGDONG = resolved('guangdong');

const TWO: DataTable = {
  inputs: [
    { line: 'growth', slot: 'value', low: 0, high: 0.2, steps: 5 },
    { line: 'start', slot: 'value', low: 80, high: 120, steps: 3 },
  ],
  results: [
    { line: 'scale', slot: 2025 },
    { line: 'total', slot: 'value' },
  ],
};
const ONE: DataTable = { ...TWO, inputs: TWO.inputs.slice(0, 1) };

/** What the app hands over, with a table of a scenario. */
async function jobWith(
  document: Document,
  model: Model,
  scenario: string,
  { inputs, results }: DataTable,
): Promise<ExcelJob> {
  const job = excelJob(document, model);
  const spec = { lines: job.lines, periods: job.periods, scenarios: job.scenarios };
  const unitOf = (id: string) =>
    job.lines.flatMap((line) => (line.id === id && line.kind === 'input' ? [line.unit] : []))[0];
  const axes = inputs.map(({ line, slot, ...range }) => ({
    line,
    slot,
    values: axisValues(range, unitOf(line) ?? ''),
  }));
  const live = createEngine(inProcess);
  const trials = new Trials(inProcess, undefined, live);
  await live.build(spec);
  const found = await dataTable(
    spec,
    axes.map(({ line, slot, values }) => ({ cell: { scenario, line, slot }, values })),
    results.map((result) => ({ scenario, ...result })),
    { trials, signal: new AbortController().signal, onProgress: () => {} },
  );
  trials.dispose();
  live.dispose();
  return { ...job, table: { scenario, axes, results, values: found.values } };
}

const small = (): Document => ({ ...newDocument(SMALL), scenarios: SCENARIOS });

/** The document with another number in an input of its base. */
const edited = (document: Document, line: string, value: number): Document => ({
  ...document,
  scenarios: document.scenarios.map((one, i) =>
    i === 0 ? { ...one, overrides: { ...one.overrides, [line]: { value } } } : one,
  ),
});

/** The numbers of tables below the lines, by row. */
const tableNumbers = (rows: readonly (readonly (BookCell | undefined)[])[], lines: number): number[][] =>
  rows
    .slice(1 + lines)
    .filter((row) => typeof row[2]?.value === 'number' && row[2].formula === undefined)
    .map((row) => row.slice(3).map((cell) => Number(cell?.value)));

describe('a table in a workbook', () => {
  it('stands below the lines of its scenario as a data table of Excel, each result in one of its own', async () => {
    const book = bookOf(await jobWith(small(), SMALL, 'base', TWO));
    const [base, fast] = book.sheets;
    expect(fast?.rows).toHaveLength(1 + LINES.length);
    const areas = base?.rows.flat().flatMap((cell) => cell?.table ?? []) ?? [];
    expect(areas).toEqual([
      { ref: 'D14:H16', inputs: ['C3', 'C4'] },
      { ref: 'D22:H24', inputs: ['C3', 'C4'] },
    ]);
    expect(base?.rows[12]?.[2]?.formula).toBe('G7');
    const grown = (start: number, growth: number) => [1, 2, 3].reduce((scale) => scale * (1 + growth) + 1, start);
    const numbers = tableNumbers(base?.rows ?? [], LINES.length);
    expect(numbers.slice(0, 3)).toEqual(
      [80, 100, 120].map((start) => [0, 0.05, 0.1, 0.15, 0.2].map((rate) => expect.closeTo(grown(start, rate), 8))),
    );
  });

  it('of one input has its results beside each other', async () => {
    const book = bookOf(await jobWith(small(), SMALL, 'fast', ONE));
    const fast = book.sheets[1];
    expect(fast?.rows.flat().flatMap((cell) => cell?.table ?? [])).toEqual([{ ref: 'D14:E18', inputs: ['C3'] }]);
  });

  it('is no line and no change when the workbook comes back', async () => {
    const document = small();
    for (const table of [ONE, TWO]) {
      const bytes = await writeXlsx(bookOf(await jobWith(document, SMALL, 'base', table)));
      const book = await readBook(bytes);
      const carried = carriedIn(book);
      if (typeof carried !== 'object') throw new Error('nothing is carried');
      expect(returnedFrom(book, carried, SMALL, document)).toEqual({ change: undefined, told: [] });
    }
  });
});

const findOffice = (): string | undefined =>
  ['soffice', 'libreoffice'].find((command) => {
    try {
      execFileSync(command, ['--version'], { stdio: 'ignore', timeout: 20_000 });
      return true;
    } catch {
      return false;
    }
  });
const OFFICE = findOffice();

/** The book without any result: what comes back was computed by somebody else. */
const unsolved = (book: Book, lines: number): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, r) =>
      row.map((cell, c): BookCell | undefined => {
        if (!cell) return cell;
        if (cell.formula !== undefined) return { formula: cell.formula, look: cell.look };
        return r > lines && c > 2 && typeof cell.value === 'number' && row[2]?.formula === undefined
          ? { ...cell, value: 0 }
          : cell;
      }),
    ),
  })),
});

if (OFFICE === undefined) {
  it('a table was not recalculated by another program: LibreOffice (soffice) is not installed here', () => {
    expect(OFFICE).toBeUndefined();
  });
} else {
  const cases = [
    { name: 'two inputs', document: small(), model: SMALL, scenario: 'base', table: TWO },
    { name: 'one input that is inherited', document: small(), model: SMALL, scenario: 'slow', table: ONE },
    {
      name: 'two inputs, once another one has changed',
      document: edited(small(), 'extra', 5),
      model: SMALL,
      scenario: 'base',
      table: TWO,
    },
    {
      name: 'the opening model',
      document: newDocument(GUANGDONG),
      model: GUANGDONG,
      scenario: GUANGDONG.scenarios[0]?.id ?? '',
      table: {
        inputs: [
          { line: 'gd_growth', slot: 'value', low: 0.05, high: 0.4, steps: 8 },
          { line: 'gd_fade_half_life', slot: 'value', low: 2, high: 10, steps: 5 },
        ],
        results: [{ line: 'gd_scale', slot: 2030 }],
      } satisfies DataTable,
    },
  ];
  describe('recalculated by LibreOffice', () => {
    let folder: string;
    const books = new Map<string, Book>();
    const office = (form: string, out: string, files: readonly string[]) =>
      promisify(execFile)(
        OFFICE,
        [
          '--headless',
          '--norestore',
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
          ...['--convert-to', form, '--outdir', join(folder, out)],
          ...files,
        ],
        { timeout: 120_000 },
      );
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'foresheet-'));
      const files: string[] = [];
      for (const [i, { name, document, model, scenario, table }] of cases.entries()) {
        const book = bookOf(await jobWith(document, model, scenario, table));
        books.set(name, book);
        files.push(join(folder, `${i}.xlsx`));
        writeFileSync(files[i] ?? '', await writeXlsx(unsolved(book, model.lines.length)));
      }
      // It computes tables that have no values as it opens a file of its own, and leaves those of Excel's as they came.
      await office('ods', 'own', files);
      const own = cases.map((_, i) => join(folder, 'own', `${i}.ods`));
      await office('xlsx', 'out', own);
    }, 150_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(cases.map(({ name }, i) => [name, i] as const))('%s comes to the same', async (name, i) => {
      const { document, model, scenario } = cases[i] as (typeof cases)[number];
      const { sheets } = await readXlsx(new Uint8Array(readFileSync(join(folder, 'out', `${i}.xlsx`))));
      const place = document.scenarios.findIndex(({ id }) => id === scenario);
      const rows = books.get(name)?.sheets[place]?.rows ?? [];
      const ours = tableNumbers(rows, model.lines.length);
      const theirs = rows.flatMap((row, r) =>
        r > model.lines.length && typeof row[2]?.value === 'number' && row[2].formula === undefined
          ? [row.slice(3).map((_cell, c) => Number(sheets[place]?.rows[r]?.[c + 3]))]
          : [],
      );
      expect(ours.flat().length).toBeGreaterThan(9);
      const near = (value: number) => expect.closeTo(value, 11 - Math.ceil(Math.log10(1 + Math.abs(value))));
      expect(theirs).toEqual(ours.map((row) => row.map(near)));
    });
  });
}
