import { WorkerClient } from '../../rpc/client.ts';
import type { LiveBook, LiveChoices } from '../workbook/live.ts';
import { type XlsxFault, XlsxProblem } from './problem.ts';
import type { Block, SheetFacts } from './sheetText.ts';

/** How a workbook becomes a model. */
export interface LiveRequest {
  /** What the model is called. */
  readonly name: string;
  readonly choices: LiveChoices;
  /** The functions that can be computed, in capitals. */
  readonly known: readonly string[];
}

/**
 * What is asked of the worker: to read a workbook, and of the one that it read a sheet by its place, some cells of a sheet,
 * or all of it as a model.
 */
export type ReadRequest =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly sheet: number }
  | { readonly cells: Block }
  | { readonly live: LiveRequest };

/** What comes back from the worker: an error of our own does not survive the way. */
export type ReadReply =
  | { readonly sheets: readonly SheetFacts[]; readonly carries?: true }
  | { readonly text: Blob }
  | { readonly texts: readonly (readonly string[])[] }
  | { readonly book: LiveBook }
  | { readonly fault: XlsxFault; readonly part: string };

/** Larger files are refused before they are read into memory, bytes. */
export const MOST_XLSX_BYTES = 100 * 1024 * 1024;

/** A workbook that has been read, and stays with its worker until it is closed. */
export class OpenWorkbook {
  #closed: DOMException | undefined;

  private constructor(
    readonly worker: WorkerClient<ReadRequest, ReadReply>,
    /** Its worksheets in their order, empty ones too. */
    readonly sheets: readonly SheetFacts[],
    /** Whether it was made here, and carries the document from which. */
    readonly carries: boolean,
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
    const worker = new WorkerClient<ReadRequest, ReadReply>(
      () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'xlsx' }),
      // Out of memory, or a fault of ours.
      (why) => new XlsxProblem(why === 'crash' ? 'damaged' : 'reader'),
    );
    const giveUp = () => worker.stop(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      const reply = await worker.ask({ bytes }, { transfer: [bytes.buffer] });
      if ('fault' in reply) throw new XlsxProblem(reply.fault, reply.part);
      return 'sheets' in reply
        ? new OpenWorkbook(worker, reply.sheets, reply.carries ?? false)
        : new OpenWorkbook(worker, [], false);
    } catch (error) {
      worker.stop(error);
      throw error;
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  /**
   * The sheet at a place as the text of a CSV file: see `sheetText`.
   * @throws XlsxProblem where memory does not suffice; DOMException where the workbook was closed
   */
  async text(place: number): Promise<Blob> {
    if (this.#closed) throw this.#closed;
    const reply = await this.worker.ask({ sheet: place });
    return 'text' in reply ? reply.text : new Blob();
  }

  /** What a person reads in a block of cells, row by row. @throws DOMException where the workbook was closed */
  async cells(block: Block): Promise<readonly (readonly string[])[]> {
    if (this.#closed) throw this.#closed;
    const reply = await this.worker.ask({ cells: block });
    return 'texts' in reply ? reply.texts : [];
  }

  /**
   * The workbook as a model: see `liveBook`.
   * @throws XlsxProblem where it is too large or memory does not suffice; DOMException where the workbook was closed
   */
  async live(request: LiveRequest): Promise<LiveBook> {
    if (this.#closed) throw this.#closed;
    const reply = await this.worker.ask({ live: request });
    if ('book' in reply) return reply.book;
    throw new XlsxProblem('fault' in reply ? reply.fault : 'reader');
  }

  /** Lets the workbook go. */
  close(): void {
    this.#closed = new DOMException('the workbook was closed', 'AbortError');
    this.worker.stop(this.#closed);
  }
}
