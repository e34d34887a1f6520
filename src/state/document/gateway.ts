import { batch, untrack } from 'solid-js';
import { type State, type Transaction, type TransactionSpec, transact } from '../../document/transaction.ts';
import type { Ceiling } from '../../engine/port.ts';

/** Why something does not happen to the document. */
export type Refused =
  /** Another page holds the document. */
  | 'elsewhere'
  /** The workbook would hold more than it may. */
  | ({ readonly kind: 'ceiling' } & Ceiling);

/** Says why something may not happen; undefined where it may. */
export type Filter = (start: State, spec: TransactionSpec) => Refused | undefined;

/** Told of what has happened, before the next thing does. */
export type Listener = (transaction: Transaction) => void;

/** The one way to the document: all that happens to it is a transaction, which filters may refuse and listeners hear of. */
export class Gateway {
  readonly #filters: Filter[] = [];
  readonly #listeners = new Set<Listener>();
  readonly #refusals: ((why: Refused) => void)[] = [];
  readonly #waiting: Transaction[] = [];
  #state: State;
  #isTelling = false;

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  filter(filter: Filter): void {
    this.#filters.push(filter);
  }

  /** @returns the way to stop */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onRefused(listener: (why: Refused) => void): void {
    this.#refusals.push(listener);
  }

  /** Tells why something does not happen. */
  tellRefused(why: Refused): void {
    for (const tell of this.#refusals) tell(why);
  }

  /**
   * @returns whether it happened. What a filter refuses is told. Nothing happens where there is nothing to undo, and where
   * what took a while was made of a document that stands no longer: its maker makes it anew, or gives it up.
   */
  dispatch(spec: TransactionSpec): boolean {
    if ('start' in spec && spec.start && spec.start !== this.#state.document) return false;
    for (const filter of this.#filters) {
      const why = untrack(() => filter(this.#state, spec));
      if (why === undefined) continue;
      this.tellRefused(why);
      return false;
    }
    const transaction = transact(this.#state, spec);
    if (!transaction) return false;
    this.#state = transaction.state;
    this.#waiting.push(transaction);
    // What a listener dispatches is told once all have heard of what came before it.
    if (!this.#isTelling) this.#tell();
    return true;
  }

  #tell(): void {
    this.#isTelling = true;
    try {
      batch(() => {
        for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
          for (const listener of this.#listeners) {
            const transaction = next;
            untrack(() => listener(transaction));
          }
      });
    } finally {
      this.#isTelling = false;
    }
  }
}
