import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/document/change.ts';
import { newDocument } from '../../src/document/document.ts';
import { restoreSaved } from '../../src/document/restoring.ts';
import { bookOf } from '../../src/excel/book.ts';
import { carriedIn } from '../../src/excel/returned/carriedIn.ts';
import { returnedFrom } from '../../src/excel/returned/returned.ts';
import { readBook } from '../../src/io/xlsx/cells.ts';
import { writeXlsx } from '../../src/io/xlsx/write.ts';
import type { Model } from '../../src/model/model.ts';
import { documents } from '../fixtures/documents.ts';
import { excelJob } from '../fixtures/excel.ts';
import { ownDocument } from '../fixtures/own.ts';
import { LINES, PERIODS } from '../fixtures/small.ts';
import { subscriptions } from '../fixtures/subscriptions.ts';
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
