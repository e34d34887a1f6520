import { placeName } from '../../io/place.ts';

/** ms between looks whether a page has let go. */
const LOOK = 50;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const lockName = (id: string): string => `${placeName('foresheet')} ${id}`;

/** The documents that some page holds now. */
export async function heldIds(locks: LockManager | undefined, ids: readonly string[]): Promise<readonly string[]> {
  const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
  return ids.filter((id) => held.some(({ name }) => name === lockName(id)));
}

/** Tells which page of the browser holds a document: one at a time, and the next one when it closes. */
export class Hold {
  #release = () => {};
  #waiting = new AbortController();
  #isHeld = false;
  #isOver = false;

  /** `locks`: those of the browser; where it has none, every page holds what it opens. */
  constructor(
    readonly locks: LockManager | undefined,
    readonly id: string,
    /** It came to this page after it had waited; another page took it away. */
    readonly told: { readonly gained: () => void; readonly lost: () => void },
  ) {}

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /**
   * @param patience ms in which the page that holds it may let it go, as one does that is being loaded again
   * @returns whether this page holds it then; if not, it waits for it
   */
  async take(patience = 0): Promise<boolean> {
    const { locks } = this;
    if (!locks) {
      this.#isHeld = true;
      return true;
    }
    // Asked for again and again: a request that waits is not always answered when its time is over (WebKit).
    for (const until = performance.now() + patience; ; await pause(LOOK)) {
      if (await this.#takeNow(locks)) return true;
      if (performance.now() >= until || this.#isOver) break;
    }
    this.#wait(locks);
    return false;
  }

  /** @returns whether it was free, and is held now */
  #takeNow(locks: LockManager): Promise<boolean> {
    return new Promise((resolve) => {
      this.#request(locks, { ifAvailable: true }, () => resolve(true)).then((wasThere) => wasThere || resolve(false));
    });
  }

  /** Takes it away from the page that holds it. */
  steal(): Promise<void> {
    const { locks } = this;
    this.#waiting.abort();
    if (!locks || this.#isHeld || this.#isOver) return Promise.resolve();
    return new Promise((resolve) => void this.#request(locks, { steal: true }, resolve));
  }

  letGo(): void {
    this.#isOver = true;
    this.#waiting.abort();
    this.#release();
  }

  #wait(locks: LockManager): void {
    if (this.#isOver) return;
    this.#waiting = new AbortController();
    void this.#request(locks, { signal: this.#waiting.signal }, () => this.told.gained());
  }

  /** @returns when it is no longer held, whether it ever was */
  async #request(locks: LockManager, options: LockOptions, granted: () => void): Promise<boolean> {
    let wasHeld = false;
    try {
      await locks.request(lockName(this.id), options, (lock) => {
        if (!lock || this.#isOver) return undefined;
        wasHeld = true;
        this.#isHeld = true;
        return new Promise<void>((release) => {
          this.#release = release;
          granted();
        });
      });
    } catch (error) {
      // Where the browser lets nobody have locks, every page holds what it opens.
      if (error instanceof DOMException && error.name === 'SecurityError' && !this.#isOver) {
        this.#isHeld = true;
        granted();
        return true;
      }
      // Stolen, or no longer waited for.
      if (wasHeld && !this.#isOver) {
        this.#isHeld = false;
        this.told.lost();
        this.#wait(locks);
      }
    }
    return wasHeld;
  }
}
