import { serve } from '../../rpc/serve.ts';
import { liveBook } from '../workbook/live.ts';
import { type BookCells, readBook } from './cells.ts';
import { XlsxProblem } from './problem.ts';
import { readXlsx, type SheetTable } from './read.ts';
import type { LiveRequest, ReadReply, ReadRequest } from './reading.ts';
import { blockTexts, factsOf, sheetText } from './sheetText.ts';

/**
 * The module worker in which a workbook is read and kept: however large or broken it is, the page goes on meanwhile, and
 * only what is wanted crosses over.
 */
let sheets: readonly SheetTable[] = [];
let book: BookCells | undefined;

/** Reads a workbook twice: what people read in its cells, and what a model is made of. @throws XlsxProblem */
async function read(bytes: Uint8Array<ArrayBuffer>): Promise<ReadReply> {
  const tables = await readXlsx(bytes, { entries: true });
  ({ sheets } = tables);
  book = await readBook(bytes).catch((error: unknown) => {
    // Too many cells for a model, or a file of OpenDocument; a sheet of it can be taken as a table.
    if (error instanceof XlsxProblem && ['large', 'ods'].includes(error.fault)) return undefined;
    throw error;
  });
  const facts = sheets.map((sheet, i) => factsOf(sheet, book?.sheets[i]?.cells));
  return { sheets: facts, ...(tables.carries ? { carries: true } : {}) };
}

/** The workbook stays, where its formulas are beyond us: a sheet of it can be taken as a table. @throws XlsxProblem */
function asModel({ name, choices, known }: LiveRequest): ReadReply {
  if (!book) throw new XlsxProblem('large');
  const functions = new Set(known);
  try {
    return { book: liveBook(book, name, choices, (one) => functions.has(one)) };
  } catch (error) {
    console.error(error);
    throw new XlsxProblem('damaged', String(error));
  }
}

async function answer(request: ReadRequest): Promise<ReadReply> {
  if ('bytes' in request) return read(request.bytes);
  if ('live' in request) return asModel(request.live);
  const place = 'sheet' in request ? request.sheet : request.cells.sheet;
  const sheet = sheets[place];
  if ('cells' in request) return { texts: sheet ? blockTexts(sheet, request.cells, book?.sheets[place]?.cells) : [] };
  return { text: new Blob(sheet ? [...sheetText(sheet)] : []) };
}

serve<ReadRequest, ReadReply>(async (request) => {
  try {
    return await answer(request);
  } catch (error) {
    if (error instanceof XlsxProblem) return { fault: error.fault, part: error.part };
    throw error;
  }
});
