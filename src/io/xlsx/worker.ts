import { XlsxProblem } from './problem.ts';
import { readXlsx, type SheetTable } from './read.ts';
import type { ReadReply, ReadRequest } from './reading.ts';
import { factsOf, sheetText } from './sheetText.ts';

/**
 * The module worker in which a workbook is read and kept: however large or broken it is, the page goes on meanwhile, and
 * only the sheet that is wanted crosses over.
 */
let sheets: readonly SheetTable[] = [];

async function answer(request: ReadRequest): Promise<ReadReply> {
  if ('sheet' in request) {
    const sheet = sheets[request.sheet];
    return { text: new Blob(sheet ? [...sheetText(sheet)] : []) };
  }
  ({ sheets } = await readXlsx(request.bytes, { entries: true }));
  return { sheets: sheets.map(factsOf) };
}

addEventListener('message', async ({ data }: MessageEvent<ReadRequest>) => {
  const reply = (one: ReadReply) => postMessage(one);
  try {
    reply(await answer(data));
  } catch (error) {
    // A fault of ours reaches the page as the worker's error.
    if (!(error instanceof XlsxProblem)) return reportError(error);
    reply({ fault: error.fault, part: error.part });
  }
});
