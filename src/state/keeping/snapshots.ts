import { KEYS } from '../../io/kept.ts';
import { type Store, StoreFailed, type Writes } from '../../io/store.ts';
import { keepVersion, readVersion, versionTimes } from '../../io/versions.ts';

/** ms without a change after which a version is taken, and ms of work after which one is taken anyway. */
export const PAUSE = 30_000;
export const WORK = 300_000;

/** A state of a document that is in no version yet. `text`: its saved form, made when it is wanted. */
export interface Due {
  readonly id: string;
  readonly text: () => string;
}

/** A saved form without the view, which is its last part: looking elsewhere is no version. */
export const contentOf = (text: string): string => text.slice(0, text.lastIndexOf(',"view":'));

/** Takes a version of a document at each pause in the work on it. */
export class Snapshots {
  #due: Due | undefined;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly store: Store) {}

  /** The document changed. */
  changed(due: Due): void {
    if (this.#due && this.#due.id !== due.id) void this.take();
    const now = Date.now();
    if (!this.#due) this.#since = now;
    this.#due = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.take(), Math.max(0, Math.min(PAUSE, this.#since + WORK - now)));
  }

  /** Takes a version now, where something has changed since the last one. */
  async take(): Promise<void> {
    clearTimeout(this.#timer);
    const due = this.#due;
    this.#due = undefined;
    if (!due) return;
    try {
      const text = due.text();
      const last = (await versionTimes(this.store, due.id)).at(-1);
      const before = last === undefined ? undefined : await readVersion(this.store, due.id, last);
      if (typeof before === 'string' && contentOf(before) === contentOf(text)) return;
      await keepVersion(this.store, due.id, Date.now(), text);
    } catch (error) {
      if (!(error instanceof StoreFailed)) throw error;
      // The document itself comes first, and says so where there is no room: the next change tries again.
      this.#due ??= due;
    }
  }

  /** What to write when the page goes. */
  leaving(): Writes {
    const due = this.#due;
    this.#due = undefined;
    clearTimeout(this.#timer);
    return due ? { [KEYS.version(due.id, Date.now())]: due.text() } : {};
  }
}
