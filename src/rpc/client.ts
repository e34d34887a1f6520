import { type Answered, type Breakdown, type Connection, connect } from './connection.ts';

interface Waiting<A> {
  readonly resolve: (reply: A) => void;
  readonly reject: (error: unknown) => void;
  readonly progress: ((share: number) => void) | undefined;
}

interface How {
  /** What of the request is given away, and not copied. */
  readonly transfer?: readonly Transferable[];
  /** Told the share that is done, of 1. */
  readonly progress?: ((share: number) => void) | undefined;
}

/** A worker that answers requests. It starts with the first one; one that was stopped begins anew with the next. */
export class WorkerClient<Q, A> {
  #connection: Connection<Q> | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting<A>>();

  /** @param failed the error with which what is under way ends where the worker breaks down */
  constructor(
    readonly worker: () => Worker,
    readonly failed: (why: Breakdown) => Error,
  ) {}

  /** Begins to load the worker, so that the first request finds it there. */
  start(): void {
    this.#connection ??= connect<Q, A>(
      this.worker,
      (answered) => this.#hear(answered),
      (why) => this.stop(this.failed(why)),
    );
  }

  ask(request: Q, { transfer = [], progress }: How = {}): Promise<A> {
    this.start();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
      this.#connection?.send({ id, request }, transfer);
    });
  }

  /** Stops the worker at once; what is under way ends with the error. */
  stop(error: unknown): void {
    this.#connection?.stop();
    this.#connection = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }

  #hear(answered: Answered<A>): void {
    const waiting = this.#waiting.get(answered.id);
    if ('progress' in answered) {
      waiting?.progress?.(answered.progress);
      return;
    }
    this.#waiting.delete(answered.id);
    waiting?.resolve(answered.reply);
  }
}
