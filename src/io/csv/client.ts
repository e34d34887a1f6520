import { WorkerClient } from '../../rpc/client.ts';
import type { CsvReply, CsvRequest, Failure } from './protocol.ts';

/** The reader of tables was stopped by a person, broke down, or could not be loaded. */
export class ReaderStopped extends Error {
  constructor(readonly reason: 'cancelled' | 'crash' | 'load') {
    super({ cancelled: 'the reading was cancelled', crash: 'the reader broke down', load: 'no reader runs' }[reason]);
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

/** The reader of tables in its worker. One that was stopped begins anew with the next file. */
export class TableReader {
  readonly #worker = new WorkerClient<CsvRequest, CsvReply>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'tables' }),
    (why) => new ReaderStopped(why),
  );

  /** Begins to load the worker, so that the first file finds it there. */
  start(): void {
    this.#worker.start();
  }

  /** @throws NotReadable, ReaderStopped */
  async ask(request: CsvRequest, progress?: (share: number) => void): Promise<CsvReply> {
    const reply = await this.#worker.ask(request, { progress });
    if (reply.failure) throw new NotReadable(reply.failure);
    return reply;
  }

  /** Stops whatever is under way, at once. */
  cancel(): void {
    this.#worker.stop(new ReaderStopped('cancelled'));
  }
}
