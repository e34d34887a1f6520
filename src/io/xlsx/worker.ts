import { serve } from '../../rpc/serve.ts';
import { XlsxProblem } from './problem.ts';
import { readXlsx, type SheetTable } from './read.ts';
import type { ReadReply, ReadRequest } from './reading.ts';
import { factsOf, sheetText } from './sheetText.ts';

/**
 * The module worker in which a workbook is read and kept: however large or broken it is, the page goes on meanwhile, and
 * only the sheet that is wanted crosses over.
 */
let sheets: readonly SheetTable[] = [];

serve<ReadRequest, ReadReply>(async (request) => {
  if ('sheet' in request) {
    const sheet = sheets[request.sheet];
    return { text: new Blob(sheet ? [...sheetText(sheet)] : []) };
  }
  try {
    const read = await readXlsx(request.bytes, { entries: true });
    ({ sheets } = read);
    return { sheets: sheets.map(factsOf), ...(read.carries ? { carries: true } : {}) };
  } catch (error) {
    if (error instanceof XlsxProblem) return { fault: error.fault, part: error.part };
    throw error;
  }
});
