import { writeXlsx } from '../io/xlsx/write.ts';
import { bookOf } from './book.ts';
import type { ExcelJob } from './job.ts';

/** The module worker in which a document becomes the bytes of a workbook: the page goes on meanwhile. */
addEventListener('message', async ({ data }: MessageEvent<ExcelJob>) => {
  try {
    const bytes = await writeXlsx(bookOf(data));
    postMessage(bytes, { transfer: [bytes.buffer] });
  } catch (error) {
    reportError(error);
  }
});
