import { XlsxProblem } from './problem.ts';
import { type ReadOptions, readXlsx } from './read.ts';
import type { ReadReply } from './reading.ts';

/** The module worker in which a file is read: however large or broken it is, the page goes on meanwhile. */
addEventListener(
  'message',
  async ({ data }: MessageEvent<{ bytes: Uint8Array<ArrayBuffer>; options: ReadOptions }>) => {
    const reply = (answer: ReadReply) => postMessage(answer);
    try {
      reply({ tables: await readXlsx(data.bytes, data.options) });
    } catch (error) {
      // A fault of ours reaches the page as the worker's error.
      if (!(error instanceof XlsxProblem)) return reportError(error);
      reply({ fault: error.fault, part: error.part });
    }
  },
);
