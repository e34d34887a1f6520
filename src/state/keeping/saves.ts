import type { Document } from '../../document/document.ts';
import { savedText, textsAhead } from '../../document/savedText.ts';
import { keep, NewerRevision, type ToKeep, writesOf } from '../../io/documents.ts';
import type { Info } from '../../io/kept.ts';
import { type Store, StoreFailed, type Writes } from '../../io/store.ts';
import type { Model } from '../../model/model.ts';
import { inSlices } from '../slices.ts';
import type { Hold } from './hold.ts';

/** ms from a change to its saving: a drag is saved a few times a second, and nobody loses more than that. */
const DELAY = 250;
/** ms after which a save that failed is tried again, where no change comes before. */
const RETRY = 5_000;

/** A document of the store that is open here, or was a moment ago. */
export interface Kept {
  readonly id: string;
  readonly createdAt: number;
  readonly hold: Hold;
  /** Until it is known which page holds it. */
  ready: Promise<unknown>;
  name: string;
  changedAt: number;
  /** Of the save that this page knows; 0: never saved. */
  revision: number;
}

/** A state of a document that waits to be saved. */
export interface Job {
  readonly kept: Kept;
  readonly document: Document;
  readonly shipped: Model;
}

/** The text of a document, as it is kept. */
export const textOf = ({ document, shipped }: Pick<Job, 'document' | 'shipped'>): string =>
  savedText(document, shipped);

const recordOf = (job: Job): ToKeep => ({
  text: textOf(job),
  info: {
    id: job.kept.id,
    name: job.kept.name,
    model: job.shipped.id,
    ...(job.document.own ? { modelName: job.shipped.name } : {}),
    createdAt: job.kept.createdAt,
    changedAt: job.kept.changedAt,
    revision: job.kept.revision + 1,
  },
});

/** What comes of saves. */
interface Told {
  readonly saved: (job: Job) => void;
  /** It is on its way, and the page may not see its end. */
  readonly left: (info: Info) => void;
  /** Somebody else has saved the document: the job as it is to be saved instead. */
  readonly newer: (job: Job) => Job;
  readonly failed: (reason: StoreFailed['reason']) => void;
  /** All that waited is saved. */
  readonly done: () => void;
}

/** Saves what waits a moment after it came, one at a time, of each document the newest state. */
export class Saves {
  readonly #jobs = new Map<Kept, Job>();
  #saving: Promise<boolean> | undefined;
  #inFlight: Job | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly store: Store,
    readonly told: Told,
  ) {}

  has(kept: Kept): boolean {
    return this.#jobs.has(kept);
  }

  add(job: Job): void {
    this.#jobs.set(job.kept, job);
    this.#timer ??= setTimeout(() => void this.flush(), DELAY);
  }

  /** Takes back what waits of a document. */
  take(kept: Kept): Job | undefined {
    const job = this.#jobs.get(kept);
    this.#jobs.delete(kept);
    return job;
  }

  /** Saves now. @returns whether all that waited at the call is saved */
  flush(): Promise<boolean> {
    if (this.#saving) return this.#saving.then(() => this.flush());
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    this.#timer = undefined;
    this.#retry = undefined;
    if (this.#jobs.size === 0) return Promise.resolve(true);
    this.#saving = this.#saveAll([...this.#jobs.keys()]).finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** Saves until nothing waits. @returns whether it is all saved */
  async settle(): Promise<boolean> {
    while (this.#jobs.size > 0 || this.#saving) if (!(await this.flush())) return false;
    return true;
  }

  /**
   * Hands over at once what waits and what is under way, since the page may go: only of documents that it holds, and not
   * of `other`, which is kept in another way.
   * @returns what is not handed over
   */
  leave(more: Writes, other?: Kept): readonly Job[] {
    const under = this.#inFlight;
    const waiting = [...this.#jobs.values(), ...(under && !this.#jobs.has(under.kept) ? [under] : [])];
    const isMine = ({ kept }: Job) => kept.hold.isHeld && kept !== other;
    const mine = waiting.filter(isMine).map((job) => ({ job, record: recordOf(job) }));
    const writes = Object.assign({ ...more }, ...mine.map(({ record }) => writesOf(record)));
    const left = waiting.filter((job) => !isMine(job));
    if (Object.keys(writes).length === 0) return left;
    for (const { record } of mine) this.told.left(record.info);
    this.store.put(writes).then(
      () => {
        for (const { job, record } of mine) this.#saved(job, record);
      },
      // A page that stays tries again.
      () => {},
    );
    return left;
  }

  async #saveAll(all: readonly Kept[]): Promise<boolean> {
    for (const kept of all) {
      await kept.ready;
      const job = this.take(kept);
      if (!job) continue;
      this.#inFlight = job;
      const isSaved = await this.#save(job);
      this.#inFlight = undefined;
      if (isSaved) continue;
      if (!this.#jobs.has(kept)) this.#jobs.set(kept, job);
      this.#retry ??= setTimeout(() => void this.flush(), RETRY);
      return false;
    }
    this.told.done();
    return true;
  }

  async #save(job: Job): Promise<boolean> {
    await inSlices(textsAhead(job.document));
    const record = recordOf(job);
    try {
      await keep(this.store, record);
    } catch (error) {
      if (error instanceof NewerRevision) return this.#save(this.told.newer(job));
      if (!(error instanceof StoreFailed)) throw error;
      this.told.failed(error.reason);
      return false;
    }
    this.#saved(job, record);
    return true;
  }

  #saved(job: Job, { info }: ToKeep): void {
    const { kept, document } = job;
    kept.revision = Math.max(kept.revision, info.revision);
    if (this.#jobs.get(kept)?.document === document) this.#jobs.delete(kept);
    this.told.saved(job);
  }
}
