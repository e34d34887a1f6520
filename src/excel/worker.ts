import { writeXlsx } from '../io/xlsx/write.ts';
import { serve } from '../rpc/serve.ts';
import { bookOf } from './book.ts';
import type { ExcelJob } from './job.ts';

/** The module worker in which a document becomes the bytes of a workbook: the page goes on meanwhile. */
serve(
  (job: ExcelJob) => writeXlsx(bookOf(job)),
  (bytes) => [bytes.buffer],
);
