import { KEYS } from '../../io/kept.ts';
import { type Store, StoreFailed } from '../../io/store.ts';
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
      await this.#keep(due.id, due.text());
    } catch (error) {
      if (!(error instanceof StoreFailed)) throw error;
      // The document itself comes first, and says so where there is no room: the next change tries again.
      this.#due ??= due;
    }
  }

  /**
   * Takes a version of a document as the store has it, before it is changed: it may have been left since its last version
   * was taken, and a page that goes begins no writes.
   */
  async takeKept(id: string): Promise<void> {
    try {
      const [text] = await this.store.read([KEYS.text(id)]);
      if (typeof text === 'string') await this.#keep(id, text);
    } catch (error) {
      if (!(error instanceof StoreFailed)) throw error;
    }
  }

  async #keep(id: string, text: string): Promise<void> {
    const last = (await versionTimes(this.store, id)).at(-1);
    const before = last === undefined ? undefined : await readVersion(this.store, id, last);
    if (typeof before === 'string' && contentOf(before) === contentOf(text)) return;
    await keepVersion(this.store, id, Date.now(), text);
  }
}
