import type { Accessor } from 'solid-js';
import { signal } from '../page/signal.ts';
import { inSlices, type Steps } from './slices.ts';

/** ms that a job takes before it is told of: what is over sooner needs no bar. */
const PATIENCE = 200;
/** ms between two words on how far it is. */
const PACE = 100;

/** What is being done to many cells at once, and how far it is; `all`: once it is known. */
export interface Progress {
  readonly kind: 'paste' | 'copy' | 'reset' | 'fill';
  readonly done: number;
  readonly all: number;
}

/** A person has called it off. */
class CalledOff extends Error {}
/** The sheet is no longer the one that it was begun on. */
class Overtaken extends Error {}

/** Work on many cells that lets keys, pointer and frames come in between, and can be called off. */
export class Job {
  #done = 0;
  #all = 0;

  constructor(
    readonly isWanted: () => boolean,
    readonly stands: () => boolean,
    readonly tell: (done: number, all: number) => void,
  ) {}

  /** How many cells there are to do, once it is known. */
  expect(all: number): void {
    this.#all = all;
  }

  /** That many cells are done. */
  did(cells: number): void {
    this.#done += cells;
  }

  /** Work a slice at a time. Where it is called off, it does not return, and what comes after it is not done. */
  async steps<T>(steps: Steps<T>): Promise<T> {
    const done = await inSlices(steps, () => {
      this.tell(this.#done, this.#all);
      return this.isWanted() && this.stands();
    });
    this.check();
    return done as T;
  }

  /** Ends here where it was called off or overtaken. */
  check(): void {
    if (!this.isWanted()) throw new CalledOff();
    if (!this.stands()) throw new Overtaken();
  }
}

/** The jobs of the sheet, one after the other. */
export class Jobs {
  readonly #progress = signal<Progress | undefined>(undefined);
  /** The job that is under way, where it takes long enough to be told of. */
  readonly progress: Accessor<Progress | undefined> = this.#progress;
  #running: Promise<unknown> = Promise.resolve();
  #wanted = 0;
  #begun = 0;
  #ended = 0;
  /** The last one that changes the sheet: a copy does not. */
  #changing = 0;

  /** `overtaken`: told of work that did nothing, since the sheet changed under it. */
  constructor(readonly overtaken: (kind: Progress['kind']) => void = () => {}) {}

  /** Whether a change is under way or waits, told of or not. */
  get areChanging(): boolean {
    return this.#changing > Math.max(this.#ended, this.#wanted);
  }

  /** Calls off what is under way and what waits for it. Nothing of it has been done then. @returns whether one was told of */
  cancel(): boolean {
    const wasRunning = this.progress() !== undefined;
    this.#wanted = this.#begun;
    this.#progress.set(undefined);
    return wasRunning;
  }

  /** Calls off a change that is under way, told of or not. @returns whether there was one */
  callOff(): boolean {
    const wasChanging = this.areChanging;
    if (wasChanging) this.cancel();
    return wasChanging;
  }

  /**
   * @param stands whether the sheet is still the one that the work was begun on
   * @returns what came of the work; undefined where it was called off, or overtaken, which is told
   */
  run<T>(
    kind: Progress['kind'],
    work: (job: Job) => Promise<T>,
    stands: () => boolean = () => true,
  ): Promise<T | undefined> {
    const number = ++this.#begun;
    if (kind !== 'copy') this.#changing = number;
    const isWanted = () => number > this.#wanted;
    const ready = this.#running
      .then(() => this.#carryOut(kind, isWanted, stands, work))
      .finally(() => {
        this.#ended = number;
      });
    this.#running = ready.catch(() => {});
    return ready;
  }

  async #carryOut<T>(
    kind: Progress['kind'],
    isWanted: () => boolean,
    stands: () => boolean,
    work: (job: Job) => Promise<T>,
  ) {
    let latest: Progress = { kind, done: 0, all: 0 };
    let isShown = false;
    let told = 0;
    const timer = setTimeout(() => {
      isShown = isWanted();
      if (isShown) this.#progress.set(latest);
    }, PATIENCE);
    const job = new Job(isWanted, stands, (done, all) => {
      latest = { kind, done, all };
      const now = performance.now();
      if (!isShown || !isWanted() || now - told < PACE) return;
      told = now;
      this.#progress.set(latest);
    });
    try {
      job.check();
      return await work(job);
    } catch (error) {
      if (error instanceof Overtaken) this.overtaken(kind);
      else if (!(error instanceof CalledOff)) throw error;
      return undefined;
    } finally {
      clearTimeout(timer);
      if (isWanted()) this.#progress.set(undefined);
    }
  }
}
