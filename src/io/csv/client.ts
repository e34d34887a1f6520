import type { CsvReply, CsvRequest, Failure } from './protocol.ts';

/** The reader of tables was stopped by a person, broke down, or could not be loaded. */
export class ReaderStopped extends Error {
  constructor(readonly reason: 'cancelled' | 'crash' | 'reader') {
    super({ cancelled: 'the reading was cancelled', crash: 'the reader broke down', reader: 'no reader runs' }[reason]);
    this.name = 'ReaderStopped';
  }
}

/** A file that could not be read, with the reason. */
export class NotReadable extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
    this.name = 'NotReadable';
  }
}

interface Waiting {
  readonly resolve: (reply: CsvReply) => void;
  readonly reject: (error: Error) => void;
  readonly progress: ((share: number) => void) | undefined;
}

type Message = { readonly id: number } & ({ readonly reply: CsvReply } | { readonly progress: number });

/** The reader of tables in its worker. One that was stopped begins anew with the next file. */
export class TableReader {
  #worker: Worker | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** Begins to load the worker, so that the first file finds it there. */
  start(): void {
    if (this.#worker) return;
    let worker: Worker;
    try {
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'tables' });
    } catch {
      // Told when it is asked for something.
      return;
    }
    worker.onmessage = ({ data }: MessageEvent<Message>) => this.#receive(data);
    // A program that could not be loaded has no words.
    worker.onerror = (event) => this.#stop(event instanceof ErrorEvent ? 'crash' : 'reader');
    worker.onmessageerror = () => this.#stop('crash');
    this.#worker = worker;
  }

  /** @throws NotReadable, ReaderStopped */
  async ask(request: CsvRequest, progress?: (share: number) => void): Promise<CsvReply> {
    this.start();
    if (!this.#worker) throw new ReaderStopped('reader');
    const id = this.#next++;
    const reply = await new Promise<CsvReply>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
      this.#worker?.postMessage({ id, request });
    });
    if (reply.failure) throw new NotReadable(reply.failure);
    return reply;
  }

  /** Stops whatever is under way, at once. */
  cancel(): void {
    this.#stop('cancelled');
  }

  #receive(message: Message): void {
    const waiting = this.#waiting.get(message.id);
    if ('progress' in message) {
      waiting?.progress?.(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    waiting?.resolve(message.reply);
  }

  #stop(reason: ReaderStopped['reason']): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new ReaderStopped(reason));
  }
}
