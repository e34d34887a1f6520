import { type XlsxFault, XlsxProblem } from './problem.ts';
import type { SheetFacts } from './sheetText.ts';

/** What is asked of the worker: to read a workbook, or for one of its sheets by its place. */
export type ReadRequest = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly sheet: number };

/** What comes back from the worker: an error of our own does not survive the way. */
export type ReadReply =
  | { readonly sheets: readonly SheetFacts[] }
  | { readonly text: Blob }
  | { readonly fault: XlsxFault; readonly part: string };

/** Larger files are refused before they are read into memory, bytes. */
export const MOST_XLSX_BYTES = 100 * 1024 * 1024;

/** A workbook that has been read, and stays with its worker until it is closed. */
export class OpenWorkbook {
  readonly #closed = new AbortController();
  /** One answer at a time. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly worker: Worker,
    /** Its worksheets in their order, empty ones too. */
    readonly sheets: readonly SheetFacts[],
  ) {}

  /**
   * Reads a workbook in a worker of its own; cells of formulas by the values that were saved with them.
   * @throws XlsxProblem saying what is wrong with the file; the reason of `signal` where it is given up; what the browser
   *   throws for a file that it can't read
   */
  static async read(file: Blob, signal: AbortSignal): Promise<OpenWorkbook> {
    signal.throwIfAborted();
    if (file.size > MOST_XLSX_BYTES) throw new XlsxProblem('large');
    const bytes = new Uint8Array(await file.arrayBuffer());
    signal.throwIfAborted();
    const worker = started();
    try {
      const reply = await ask(worker, { bytes }, [bytes.buffer], signal);
      return new OpenWorkbook(worker, 'sheets' in reply ? reply.sheets : []);
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  /**
   * The sheet at a place as the text of a CSV file: see `sheetText`.
   * @throws XlsxProblem where memory does not suffice; DOMException where the workbook was closed
   */
  async text(place: number): Promise<Blob> {
    const { signal } = this.#closed;
    const asked = this.#last.then(() => ask(this.worker, { sheet: place }, [], signal));
    this.#last = asked.catch(() => {});
    const reply = await asked;
    return 'text' in reply ? reply.text : new Blob();
  }

  /** Lets the workbook go. */
  close(): void {
    this.worker.terminate();
    this.#closed.abort();
  }
}

/** @throws XlsxProblem where there are no workers */
function started(): Worker {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'xlsx' });
  } catch {
    throw new XlsxProblem('reader');
  }
}

function ask(worker: Worker, request: ReadRequest, transfer: Transferable[], signal: AbortSignal): Promise<ReadReply> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onmessage = ({ data }: MessageEvent<ReadReply>) =>
      'fault' in data ? reject(new XlsxProblem(data.fault, data.part)) : resolve(data);
    // Out of memory, or a fault of ours; a program that could not be loaded has no words.
    worker.onerror = (event) => reject(new XlsxProblem(event instanceof ErrorEvent ? 'damaged' : 'reader'));
    worker.postMessage(request, { transfer });
  });
}
