import type { Document } from '../../document/document.ts';
import { savedText, textsAhead } from '../../document/savedText.ts';
import { type KeptAs, keep, NewerRevision, type ToKeep, writesOf } from '../../io/documents.ts';
import { type Store, StoreFailed, type Writes } from '../../io/store.ts';
import type { Model } from '../../model/model.ts';
import { inSlices } from '../ranges/slices.ts';
import type { DocumentLock } from './documentLock.ts';
import { saveOf } from './rescue.ts';
import type { NotKept } from './saveStatus.ts';
import { modelInfo } from './seen.ts';

/** ms from a change to its saving: a drag is saved a few times a second, and nobody loses more than that. */
const DELAY = 250;
/** ms after which a save that failed is tried again, where no change comes before. */
const RETRY = 5_000;
/** ms without an answer of the store after which a save counts as failed, though it may still come. */
export const SILENCE = 10_000;
/** States of a document that are known as the page's own. */
const MOST_OWN = 50;

/** A document of the store that is open here, or was a moment ago. */
export interface Kept {
  readonly id: string;
  readonly createdAt: number;
  lock: DocumentLock;
  /** Until it is known which page holds it. */
  ready: Promise<unknown>;
  name: string;
  changedAt: number;
  /** Whether it was changed since it was opened. */
  isChanged: boolean;
  /** Of the save that this page knows; 0: never saved. */
  revision: number;
  saves: readonly string[];
  /** States that the store was asked to keep by this page, or by the one that it goes on from. */
  readonly own: Set<string>;
}

/** A state of a document that waits to be saved. */
export interface SaveJob {
  readonly kept: Kept;
  readonly document: Document;
  readonly shipped: Model;
}

/** The text of a document, as it is kept. */
export const textOf = ({ document, shipped }: Pick<SaveJob, 'document' | 'shipped'>): string =>
  savedText(document, shipped);

/** The state as it is kept, from the save on that is known now. */
export const recordOf = ({ kept, document, shipped }: SaveJob): ToKeep => ({
  text: textOf({ document, shipped }),
  info: {
    id: kept.id,
    name: kept.name,
    ...modelInfo(document, shipped),
    createdAt: kept.createdAt,
    changedAt: kept.changedAt,
    revision: kept.revision,
    saves: kept.saves,
  },
  save: saveOf(document),
  own: kept.own,
});

/** The state is on its way to the store from now on. */
function sent({ own }: Kept, save: string): void {
  own.add(save);
  const [oldest] = own;
  if (own.size > MOST_OWN && oldest !== undefined) own.delete(oldest);
}

/** What comes of saves. */
interface Told {
  /** `isNewest`: nobody has saved the document after this. */
  readonly saved: (job: SaveJob, isNewest: boolean) => void;
  /** Somebody else has saved the document: the job as it is to be saved instead. */
  readonly newer: (job: SaveJob) => SaveJob;
  readonly failed: (reason: NotKept) => void;
  /** All that waited is saved. */
  readonly done: () => void;
}

const SILENT = Symbol('silent');

/** What comes of it, or that nothing came in time. */
function within<T>(work: Promise<T>, patience: number): Promise<T | typeof SILENT> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof SILENT>((resolve) => {
    timer = setTimeout(() => resolve(SILENT), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Saves what waits a moment after it came, one at a time, of each document the newest state. */
export class Saves {
  readonly #jobs = new Map<Kept, SaveJob>();
  #saving: Promise<boolean> | undefined;
  #inFlight: SaveJob | undefined;
  /** A save that the store has not answered in time. */
  #unanswered: Promise<unknown> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly store: Store,
    readonly told: Told,
  ) {}

  has(kept: Kept): boolean {
    return this.#jobs.has(kept);
  }

  add(job: SaveJob): void {
    this.#jobs.set(job.kept, job);
    this.#timer ??= setTimeout(() => void this.flush(), DELAY);
  }

  /** Takes back what waits of a document. */
  take(kept: Kept): SaveJob | undefined {
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

  /** What is not saved yet, of each document its newest state: also that on its way to the store, which may not come there. */
  get unsaved(): readonly SaveJob[] {
    const under = this.#inFlight;
    return [...this.#jobs.values(), ...(under && !this.#jobs.has(under.kept) ? [under] : [])];
  }

  /** Asks the store at once to write these, since the page may go: without looking, so only for documents that it holds. */
  handOver(jobs: readonly SaveJob[]): void {
    const records = jobs.map(recordOf);
    const writes: Writes = Object.assign({}, ...records.map(writesOf));
    if (Object.keys(writes).length === 0) return;
    jobs.forEach(({ kept }, i) => {
      sent(kept, records[i]?.save ?? '');
    });
    // A page that stays saves them again, and finds that they are there.
    this.store.put(writes).catch(() => {});
  }

  async #saveAll(all: readonly Kept[]): Promise<boolean> {
    // One that may still come is not asked for twice.
    if (this.#unanswered && (await within(this.#unanswered, SILENCE)) === SILENT) return this.#failed('silent');
    for (const kept of all) {
      await kept.ready;
      const job = this.take(kept);
      if (!job) continue;
      this.#inFlight = job;
      const failure = await this.#save(job).catch((error: unknown) => {
        if (error instanceof StoreFailed) return error.reason;
        reportError(error);
        return 'fault' as const;
      });
      this.#inFlight = undefined;
      if (failure === undefined) continue;
      if (!this.#jobs.has(kept)) this.#jobs.set(kept, job);
      return this.#failed(failure);
    }
    this.told.done();
    return true;
  }

  #failed(reason: NotKept): false {
    this.told.failed(reason);
    this.#retry ??= setTimeout(() => void this.flush(), RETRY);
    return false;
  }

  /** @returns why it is not kept; undefined where it is @throws what goes wrong beside the store */
  async #save(job: SaveJob): Promise<NotKept | undefined> {
    await inSlices(textsAhead(job.document));
    const record = recordOf(job);
    sent(job.kept, record.save);
    const keeping = keep(this.store, record).then((as) => this.#saved(job, as));
    try {
      if ((await within(keeping, SILENCE)) !== SILENT) return undefined;
    } catch (error) {
      if (error instanceof NewerRevision) return this.#save(this.told.newer(job));
      throw error;
    }
    const ended = () => {
      this.#unanswered = undefined;
      if (this.#jobs.size === 0) this.told.done();
    };
    this.#unanswered = keeping.then(ended, ended);
    return 'silent';
  }

  #saved(job: SaveJob, { revision, saves, isNewest }: KeptAs): void {
    const { kept, document } = job;
    // Where another page has gone on from it, what is changed here goes on from what was known.
    if (isNewest && revision > kept.revision) Object.assign(kept, { revision, saves });
    if (this.#jobs.get(kept)?.document === document) this.#jobs.delete(kept);
    this.told.saved(job, isNewest);
  }
}
