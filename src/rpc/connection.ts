/** A request on its way to a worker. */
export interface Asked<Q> {
  readonly id: number;
  readonly request: Q;
}

/** What comes back of it: the share that is done, of 1, or at last the reply. */
export type Answered<A> = { readonly id: number } & ({ readonly reply: A } | { readonly progress: number });

/** `load`: there are no workers, or its program could not be loaded; `crash`: it broke down. */
export type Breakdown = 'load' | 'crash';

export interface Connection<Q> {
  /** `transfer`: what of the request is given away, and not copied. */
  send(asked: Asked<Q>, transfer?: readonly Transferable[]): void;
  stop(): void;
}

/** The way to a worker. `start` makes it: a build sees only `new Worker(new URL(…))` in the place where it stands. */
export function connect<Q, A>(
  start: () => Worker,
  hear: (answered: Answered<A>) => void,
  broken: (why: Breakdown) => void,
): Connection<Q> {
  let worker: Worker;
  try {
    worker = start();
  } catch {
    // Told once somebody listens.
    setTimeout(() => broken('load'));
    return { send: () => {}, stop: () => {} };
  }
  worker.onmessage = ({ data }: MessageEvent<Answered<A>>) => hear(data);
  // A program that could not be loaded has no words.
  worker.onerror = (event) => broken(event instanceof ErrorEvent ? 'crash' : 'load');
  worker.onmessageerror = () => broken('crash');
  return {
    send: (asked, transfer = []) => worker.postMessage(asked, { transfer: [...transfer] }),
    stop: () => worker.terminate(),
  };
}
