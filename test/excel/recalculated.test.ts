import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDocument } from '../../src/document/document.ts';
import { parseEntry } from '../../src/document/entry.ts';
import { bookOf } from '../../src/excel/book.ts';
import type { Book, BookCell } from '../../src/io/xlsx/book.ts';
import { readXlsx, type SheetTable } from '../../src/io/xlsx/read.ts';
import { writeXlsx } from '../../src/io/xlsx/write.ts';
import { excelJob } from '../fixtures/excel.ts';
import { subscriptions } from '../fixtures/subscriptions.ts';
import { RESOLVED } from '../models/shipped.ts';

/** LibreOffice without its window, where it is installed. */
function findOffice(): string | undefined {
  for (const command of ['soffice', 'libreoffice'])
    try {
      execFileSync(command, ['--version'], { stdio: 'ignore', timeout: 20_000 });
      return command;
    } catch {
      // Not by this name.
    }
  return undefined;
}

const OFFICE = findOffice();

/** The book without the results of its formulas: what comes back was computed by somebody else. */
const unsolved = (book: Book): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell): BookCell | undefined =>
        cell?.formula === undefined ? cell : { formula: cell.formula, look: cell.look },
      ),
    ),
  })),
});

/** Cells that came back with another value than ours. */
function differences(book: Book, sheets: readonly SheetTable[]): string[] {
  return book.sheets.flatMap(({ name, rows }, s) =>
    rows.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        if (!cell) return [];
        const text = sheets[s]?.rows[r]?.[c] ?? '';
        const ours = typeof cell.value === 'object' ? cell.value.error : (cell.value ?? '');
        const theirs = text.endsWith('%') ? parseEntry(text, 'percent') : text;
        const near =
          typeof ours === 'number' && text !== ''
            ? Math.abs(Number(theirs) - ours) <= 1e-12 * Math.abs(ours) + 1e-14
            : String(ours).toUpperCase() === text.toUpperCase();
        return near ? [] : [`${name} R${r + 1}C${c + 1} ${cell.formula ?? ''}: ${ours}, ${text} there`];
      }),
    ),
  );
}

if (OFFICE === undefined) {
  describe('the workbooks of the shipped models', () => {
    it('were not recalculated by another program: LibreOffice (soffice) is not installed here', async ({
      annotate,
    }) => {
      await annotate('Install LibreOffice Calc (libreoffice-calc-nogui) to have the values compared.');
      expect(OFFICE).toBeUndefined();
    });
  });
} else {
  describe('the workbooks of the shipped models, and of months by year, recalculated by LibreOffice', () => {
    const shipped = RESOLVED.map((model) => ({ id: model.id, book: bookOf(excelJob(newDocument(model), model)) }));
    const monthly = subscriptions();
    const byYear = bookOf({ ...excelJob(monthly.document, monthly.model), byYear: true });
    const books = [...shipped, { id: 'subscriptions', book: byYear }];
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'foresheet-'));
      const files = await Promise.all(
        books.map(async ({ id, book }) => {
          const file = join(folder, `${id}.xlsx`);
          writeFileSync(file, await writeXlsx(unsolved(book)));
          return file;
        }),
      );
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
      await promisify(execFile)(
        OFFICE,
        ['--headless', '--norestore', profile, '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), ...files],
        { timeout: 120_000 },
      );
    }, 150_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(books.map(({ id, book }) => [id, book] as const))('%s has the same values', async (id, book) => {
      const { sheets } = await readXlsx(new Uint8Array(readFileSync(join(folder, 'out', `${id}.xlsx`))));
      const formulas = book.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell?.formula !== undefined);
      expect(formulas.length).toBeGreaterThan(300);
      expect(differences(book, sheets)).toEqual([]);
    });
  });
}
