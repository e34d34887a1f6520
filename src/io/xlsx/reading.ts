import { type XlsxFault, XlsxProblem } from './problem.ts';
import type { ReadOptions, WorkbookTables } from './read.ts';

/** What comes back from the worker: an error of our own does not survive the way. */
export type ReadReply = { readonly tables: WorkbookTables } | { readonly fault: XlsxFault; readonly part: string };

/** Larger files are refused before they are read into memory, bytes. */
export const MOST_BYTES = 100_000_000;

/**
 * The worksheets of a file, read in a worker of its own.
 * @throws XlsxProblem saying what is wrong with the file; the reason of `signal` where it is given up
 */
export async function readXlsxFile(
  file: Blob,
  options: ReadOptions & { readonly signal?: AbortSignal } = {},
): Promise<WorkbookTables> {
  const { signal, ...rest } = options;
  signal?.throwIfAborted();
  if (file.size > MOST_BYTES) throw new XlsxProblem('large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'xlsx' });
  try {
    return await new Promise<WorkbookTables>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onmessage = ({ data }: MessageEvent<ReadReply>) =>
        'tables' in data ? resolve(data.tables) : reject(new XlsxProblem(data.fault, data.part));
      // Out of memory, or a fault of ours.
      worker.onerror = () => reject(new XlsxProblem('damaged'));
      worker.postMessage({ bytes, options: rest }, { transfer: [bytes.buffer] });
    });
  } finally {
    worker.terminate();
  }
}
