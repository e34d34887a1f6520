import { untrack } from 'solid-js';
import { type Document, isAsShipped, sameDocument } from '../../document/document.ts';
import type { Opened } from '../../document/transaction.ts';
import { bringBack, readKept } from '../../io/documents.ts';
import type { Info } from '../../io/kept.ts';
import { type StoreEvent, StoreFailed } from '../../io/store.ts';
import type { Model } from '../../model/model.ts';
import { linkIn, pagePath } from '../page/page.ts';
import { DocumentLock, firstLock } from './documentLock.ts';
import { fileRescues } from './filing.ts';
import { Following } from './following.ts';
import { hadHeld, remember, rememberHeld } from './lastSession.ts';
import { openKept } from './opening.ts';
import type { Ports } from './ports.ts';
import { dropRescue, isLight, outdateRescue, rescue, saveOf } from './rescue.ts';
import type { NotKept } from './saveStatus.ts';
import { type Kept, recordOf, type SaveJob, Saves, textOf } from './saves.ts';
import { firstInfo, ownName, type Seen } from './seen.ts';
import { Snapshots } from './snapshots.ts';

/** ms in which a page that only looks whether a document is free has let go of it. */
const LOOKING = 100;

/** ms after which a page that still runs is not left: one that is kept to be shown again stands still. */
const STAYING = 500;

/** What was opened before the keeper was there. `info`: of a kept document; `unsaved`: the store may not have it, but these states. */
export interface Begun {
  readonly opened: Opened;
  readonly info?: Info | undefined;
  readonly unsaved?: readonly string[] | undefined;
}

/** A link in the address is of what was shared: with a change it is of something else, and would come back with a reload. */
function leaveLink(): void {
  const at = globalThis.location;
  if (at && linkIn(at)) history.replaceState(null, '', pagePath(at));
}

/**
 * Saves the open document after each change, and keeps pages that show the same one apart: one holds it, the others read.
 * Who finds a newer revision in the store than it knows keeps its own state as a copy.
 */
export class Keeper {
  readonly snapshots: Snapshots;
  readonly #saves: Saves;
  /** Whose document it is: one that is shown again goes on where it was. */
  readonly #whose = new WeakMap<Document, Kept>();
  #kept: Kept | undefined;
  #opened: Opened;
  /** The document as it was seen last, and as the store has it. */
  #last: Document;
  #shipped: Model;
  #clean: Document | undefined;
  readonly #following: Following;
  #staying: ReturnType<typeof setTimeout> | undefined;
  /** What was rescued at the last visit, as it was opened. */
  #rescued: Document | undefined;

  constructor(
    readonly ports: Ports,
    { opened, info, unsaved }: Begun,
  ) {
    const { store, saveStatus } = ports;
    this.snapshots = new Snapshots(store);
    this.#saves = new Saves(store, {
      saved: (job, isNewest) => this.#saved(job, isNewest),
      newer: (job) => this.#copied(job),
      failed: (reason) => this.#failed(reason),
      done: () => {
        saveStatus.dismiss('full', 'closed', 'silent', 'fault');
        if (this.#kept && !this.#saves.has(this.#kept) && !this.#following.isReading) saveStatus.setSaving('saved');
      },
    });
    this.#last = opened.document;
    this.#opened = opened;
    this.#shipped = opened.model;
    this.#following = new Following({
      ports,
      kept: () => this.#kept,
      isClean: () => this.#last === this.#clean,
      isWaiting: (kept) => this.#saves.has(kept),
      settle: () => this.settle(),
      show: (kept, document, show) => this.#show(kept, document, show),
      named: (name) => this.named(name),
    });
    this.#rescued = unsaved && opened.document;
    if (info) this.#attach(this.#keptFrom(info, unsaved), opened.document);
    if (unsaved) {
      this.#clean = undefined;
      saveStatus.setSaving('saving');
      this.see({ opened, document: opened.document, shipped: opened.model });
    }
    store.onEvent((event) => void this.#storeChanged(event));
  }

  /** What is on screen has changed, or something else is on screen. */
  see(seen: Seen): void {
    untrack(() => this.#see(seen));
  }

  /** Saves all that waits. @returns whether it is all saved */
  settle(): Promise<boolean> {
    return this.#saves.settle();
  }

  /** The page may be gone after this call: what is not saved is rescued, and what is too large for that handed over. */
  leave(): void {
    const { unsaved } = this.#saves;
    const large = unsaved.filter((job) => !this.#rescue(job));
    const mine = large.filter(({ kept }) => kept.lock.isHeld);
    for (const { kept } of mine) outdateRescue(kept.id);
    if (mine.length === large.length) this.ports.store.rest();
    this.#saves.handOver(mine);
    rememberHeld(this.#kept?.lock.isHeld ? this.#kept.id : undefined);
    clearTimeout(this.#staying);
    this.#staying = setTimeout(() => this.comeBack(), STAYING);
  }

  /** The page is shown again, or was not left after all. */
  comeBack(): void {
    clearTimeout(this.#staying);
    this.ports.store.wake();
  }

  /** Whether something would be lost with the page: the store has not got it, and it is too large to be rescued. */
  get isAtRisk(): boolean {
    return this.ports.saveStatus.saving() === 'unsaved' || this.#saves.unsaved.some((job) => !this.#rescue(job));
  }

  /** Puts into the store what was rescued of documents that no page has open. */
  async fileRescues(): Promise<void> {
    const { store, locks, saveStatus, copyName, earlyId } = this.ports;
    const isMine = (id: string) =>
      id === this.#kept?.id || id === earlyId?.() || this.#saves.unsaved.some(({ kept }) => kept.id === id);
    for (const name of await fileRescues(store, locks, copyName, isMine)) saveStatus.notify({ kind: 'copied', name });
  }

  /** Opens a document of the store. @returns whether it is open now; what is wrong with it is told */
  async open(id: string): Promise<boolean> {
    const { workspace, store, saveStatus } = this.ports;
    if (id === this.#kept?.id) return true;
    await this.settle();
    await this.fileRescues();
    try {
      const found = await readKept(store, id);
      if (!found) return false;
      const opened = await openKept(store, workspace.catalog, found.info, found.text);
      if (!('document' in opened)) {
        saveStatus.notify(opened);
        this.listed();
        return false;
      }
      if (found.info.trashedAt !== undefined) await bringBack(store, id);
      this.#show(this.#keptFrom(found.info), opened.document, () => workspace.show(opened.model, opened.document));
      return true;
    } catch (error) {
      if (!(error instanceof StoreFailed)) throw error;
      this.#failed(error.reason);
      return false;
    }
  }

  /** Opens a document that the store does not have, under a name of its own. */
  begin(name: string, model: Model, document: Document): void {
    this.#whose.set(document, this.#keptFrom(firstInfo(name)));
    this.ports.workspace.show(model, document);
  }

  /** Goes on with a copy of what is on screen. */
  workOnCopy(): void {
    const { workspace, copyName } = this.ports;
    const document = workspace.document();
    const copy = this.#keptFrom(firstInfo(copyName(this.#kept?.name ?? '')));
    this.#attach(copy, document);
    this.#schedule({ kept: copy, document, shipped: workspace.shipped() });
  }

  /** Takes the document over from the page that holds it. */
  takeOver(): Promise<void> {
    return this.#following.takeOver();
  }

  /** The list has changed here: others look again. */
  listed(): void {
    this.ports.tabs.post({ kind: 'listed' });
  }

  /** The document that is open was given a name. */
  named(name: string): void {
    if (!this.#kept) return;
    this.#kept.name = name;
    this.ports.saveStatus.setName(name);
  }

  #see({ opened, document, shipped, info }: Seen): void {
    const isOther = opened !== this.#opened;
    this.#opened = opened;
    const known = this.#whose.get(document) ?? (isOther ? undefined : this.#kept);
    const kept =
      known ?? (isAsShipped(document, shipped) ? undefined : this.#keptFrom(info ?? firstInfo(ownName(document))));
    const isQuiet = !isOther && sameDocument(this.#last, document);
    // What was open before something was looked at: it is still what was open last.
    const isBack = document === this.#last;
    this.#last = document;
    this.#shipped = shipped;
    if (kept !== this.#kept || (isOther && !kept && !isBack)) this.#attach(kept, document);
    if (!kept) return;
    this.#whose.set(document, kept);
    // Back from what was looked at: the page that holds it may have gone on.
    if (this.#following.isReading && isOther)
      void (kept.lock.isHeld ? this.#following.gained(kept) : this.#following.follow());
    if (document !== this.#clean && !this.#following.isReading) this.#schedule({ kept, document, shipped }, isQuiet);
  }

  #keptFrom({ id, name, createdAt, changedAt, revision, saves = [] }: Info, own: readonly string[] = []): Kept {
    const lock = this.#lockOf(id, () => kept);
    const ready = Promise.resolve();
    const known = { id, name, createdAt, changedAt, revision, saves, own: new Set(own) };
    const kept: Kept = { ...known, lock, ready, isChanged: false };
    return kept;
  }

  #lockOf(id: string, kept: () => Kept): DocumentLock {
    const gained = () => void this.#following.gained(kept());
    const lost = () => void this.#lost(kept(), 'takenOver');
    const lock = firstLock(id) ?? new DocumentLock(this.ports.locks, id, { gained, lost });
    lock.told = { gained, lost };
    return lock;
  }

  /** From now on what is on screen is this document of the store, or none of it. */
  #attach(kept: Kept | undefined, document: Document): void {
    const { saveStatus, workspace } = this.ports;
    const before = this.#kept;
    if (before && before !== kept) {
      void this.snapshots.take();
      void this.#saves.flush().then(() => before.lock.letGo());
    }
    this.#kept = kept;
    this.#last = document;
    this.#following.read(undefined);
    saveStatus.setId(kept?.id);
    saveStatus.setName(kept?.name ?? '');
    saveStatus.setSaving(kept ? 'saved' : 'none');
    remember(kept ? { kind: 'document', id: kept.id } : { kind: 'model', id: workspace.shipped().id });
    if (!kept) return;
    // It was open before, and let go.
    if (kept.lock.isOver) kept.lock = this.#lockOf(kept.id, () => kept);
    this.#whose.set(document, kept);
    if (kept.revision > 0) this.#clean = document;
    kept.ready = kept.lock.take(LOOKING).then(async (isHeld) => {
      if (isHeld || (hadHeld(kept.id) && (await this.#following.comeBack(kept)))) return;
      await this.#lost(kept, 'elsewhere');
    });
  }

  #show(kept: Kept, document: Document, show: () => void): void {
    this.#whose.set(document, kept);
    this.#clean = document;
    show();
  }

  /** `isQuiet`: only what is looked at has changed. */
  #schedule(job: SaveJob, isQuiet = false): void {
    if (!isQuiet) {
      job.kept.changedAt = Date.now();
      leaveLink();
      this.ports.saveStatus.setSaving('saving');
      if (!job.kept.isChanged && job.kept.revision > 0) void this.snapshots.takeKept(job.kept.id);
      job.kept.isChanged = true;
      this.snapshots.changed({ id: job.kept.id, text: () => textOf(job) });
    }
    this.#saves.add(job);
    if (!isQuiet && isLight(job.document)) this.#rescue(job);
  }

  #rescue(job: SaveJob): boolean {
    return rescue(job.kept.id, job.document, () => {
      const { info, text, own } = recordOf(job);
      return { info, text, own: [...own] };
    });
  }

  #saved({ kept, document }: SaveJob, isNewest: boolean): void {
    // An older state may have been rescued, where this one was too large for that.
    if (this.#saves.has(kept)) dropRescue(kept.id, saveOf(document));
    else outdateRescue(kept.id);
    this.ports.tabs.post({ kind: 'saved', id: kept.id, revision: kept.revision });
    if (kept !== this.#kept) return;
    this.#clean = document;
    // It was in the store already, and another page has gone on from it.
    if (!isNewest) void this.#following.follow();
  }

  /** Somebody else has saved the document: this page goes on with a copy, and says so. */
  #copied(job: SaveJob): SaveJob {
    const { saveStatus, copyName } = this.ports;
    const copy = this.#keptFrom(firstInfo(copyName(job.kept.name)));
    const waiting = this.#saves.take(job.kept);
    if (job.kept === this.#kept) this.#attach(copy, this.#last);
    if (waiting) this.#saves.add({ ...waiting, kept: copy });
    const copied = { ...job, kept: copy };
    this.#rescue(waiting ? { ...waiting, kept: copy } : copied);
    outdateRescue(job.kept.id);
    saveStatus.notify({ kind: 'copied', name: copy.name });
    return copied;
  }

  #failed(reason: NotKept): void {
    if (this.#kept) this.ports.saveStatus.setSaving('unsaved');
    this.ports.saveStatus.notify({ kind: reason });
  }

  /** Another page holds the document. What is not saved yet here is kept as a copy; else this page reads. */
  async #lost(kept: Kept, kind: 'elsewhere' | 'takenOver'): Promise<void> {
    if (kept !== this.#kept) return;
    const job = this.#saves.take(kept);
    // What was rescued and is as it was then is the other page's to save.
    if (job && !(this.#rescued && sameDocument(this.#rescued, job.document))) {
      this.#saves.add(this.#copied(job));
      return;
    }
    this.#following.read({ kind });
    await this.#following.follow();
  }

  /** All that the browser kept may be gone, while what is open here is not. */
  async #storeChanged(event: StoreEvent): Promise<void> {
    const { store, saveStatus } = this.ports;
    const kept = this.#kept;
    if (event === 'newer') saveStatus.notify({ kind: 'updated' });
    if (event === 'newer' || !kept || kept.revision === 0 || this.#following.isReading) return;
    const found = await readKept(store, kept.id).catch(() => undefined);
    if (found || kept !== this.#kept) return;
    Object.assign(kept, { revision: 0, saves: [] });
    remember({ kind: 'document', id: kept.id });
    saveStatus.notify({ kind: 'cleared' });
    // Not what is only looked at.
    this.#schedule({ kept, document: this.#last, shipped: this.#shipped });
  }
}
