import { placeName } from '../../io/place.ts';

/** ms between looks whether a page has let go. */
const LOOK = 50;

/**
 * ms in which a page that is being loaded again comes back to its document, before one that waited takes its place. One
 * that comes later gets it back all the same, as long as nothing was done with it.
 */
const COMING_BACK = 2_000;

/** ms after which a browser that says nothing of a lock to a page that is there counts as one that has none. */
const UNANSWERED = 3_000;

/** ms in which a page that is being loaded again has let go of its document. */
const PARTING = 1_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const lockName = (id: string): string => `${placeName('foresheet')} ${id}`;

/** The documents that some page holds now. */
export async function heldIds(locks: LockManager | undefined, ids: readonly string[]): Promise<readonly string[]> {
  const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
  return ids.filter((id) => held.some(({ name }) => name === lockName(id)));
}

/** Nobody listens yet. */
const NOBODY = { gained: () => {}, lost: () => {} };

/** The document that the page opens with. */
let first: DocumentLock | undefined;

/** Takes a document before the page can do anything with it, so that no page that waits for it comes before. */
export function lockFirst(locks: LockManager | undefined, id: string): void {
  first = new DocumentLock(locks, id, NOBODY);
  void first.take(PARTING);
}

/** @returns what was taken of it, once */
export function firstLock(id: string): DocumentLock | undefined {
  const lock = first?.id === id ? first : undefined;
  if (lock) first = undefined;
  return lock;
}

/** Lets go of what was taken and is not opened. */
export function releaseFirst(): void {
  first?.letGo();
  first = undefined;
}

/** Tells which page of the browser holds a document: one at a time, and the next one when it closes. */
export class DocumentLock {
  #release = () => {};
  #waiting = new AbortController();
  #isHeld = false;
  #isOver = false;
  #taking: Promise<void> | undefined;

  /** `locks`: those of the browser; where it has none, every page holds what it opens. */
  constructor(
    readonly locks: LockManager | undefined,
    readonly id: string,
    /** It came to this page after it had waited; another page took it away. */
    public told: { readonly gained: () => void; readonly lost: () => void },
  ) {}

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Whether it was let go: it is not taken again. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * @param patience ms in which the page that holds it may let it go, as one does that is being loaded again
   * @returns whether this page holds it then; if not, it waits for it
   */
  async take(patience = 0): Promise<boolean> {
    this.#taking ??= this.#take(patience);
    await this.#taking;
    return this.#isHeld;
  }

  async #take(patience: number): Promise<void> {
    const { locks } = this;
    if (!locks) {
      this.#isHeld = true;
      return;
    }
    // Asked for again and again: a request that waits is not always answered when its time is over (WebKit).
    for (const until = performance.now() + patience; ; await pause(LOOK)) {
      const isMine = await this.#takeNow(locks);
      if (isMine || this.#isOver) return;
      if (isMine === false && performance.now() >= until) break;
      if (performance.now() < until + UNANSWERED) continue;
      this.#isHeld = true;
      return;
    }
    void this.#wait(locks);
  }

  /** @returns whether it was free, and is held now; undefined where the browser does not say, as to a page that is left */
  #takeNow(locks: LockManager): Promise<boolean | undefined> {
    return new Promise((resolve) => {
      const over = (wasHeld: boolean) => wasHeld || resolve(false);
      this.#request(locks, { ifAvailable: true }, () => resolve(true)).then(over, () => resolve(undefined));
    });
  }

  /** Takes it from a page that gives it back, within so many ms. @returns whether this page holds it now */
  async takeBack(patience: number): Promise<boolean> {
    const { locks } = this;
    for (const until = performance.now() + patience; locks && performance.now() < until; await pause(LOOK)) {
      if (this.#isOver || this.#isHeld) break;
      if (await this.#takeNow(locks)) this.#waiting.abort();
    }
    return this.#isHeld;
  }

  /** Gives it back to the page that had it, and waits for it as before. */
  giveBack(): void {
    const { locks } = this;
    if (!locks || !this.#isHeld || this.#isOver) return;
    this.#isHeld = false;
    this.#release();
    void this.#wait(locks);
  }

  /** Takes it away from the page that holds it. */
  steal(): Promise<void> {
    const { locks } = this;
    this.#waiting.abort();
    if (!locks || this.#isHeld || this.#isOver) return Promise.resolve();
    return new Promise((resolve) => void this.#request(locks, { steal: true }, resolve).catch(() => {}));
  }

  letGo(): void {
    this.#isOver = true;
    this.#waiting.abort();
    this.#release();
  }

  /** Waits until the document is free, and is left so by the page that had it: that one may only be loaded again. */
  async #wait(locks: LockManager): Promise<void> {
    const waiting = new AbortController();
    const { signal } = waiting;
    this.#waiting = waiting;
    while (!this.#isOver && !signal.aborted) {
      const isFree = await locks.request(lockName(this.id), { signal }, () => true).catch(() => false);
      await pause(isFree ? COMING_BACK : LOOK);
      if (!isFree || signal.aborted || !(await this.#takeNow(locks))) continue;
      this.told.gained();
      return;
    }
  }

  /** @returns when it is no longer held, whether it ever was @throws where the browser answers with neither */
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
      if (!wasHeld) throw error;
      // Stolen.
      if (!this.#isOver) {
        this.#isHeld = false;
        this.told.lost();
        void this.#wait(locks);
      }
    }
    return wasHeld;
  }
}
