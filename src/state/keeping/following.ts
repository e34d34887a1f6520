import type { Document } from '../../document/document.ts';
import { readKept } from '../../io/documents.ts';
import { fileRescue } from './filing.ts';
import type { Ports } from './ports.ts';
import { restoreText } from './restoring.ts';
import type { KeepingNotice } from './saveStatus.ts';
import type { Kept } from './saves.ts';
import type { TabMessage } from './tabs.ts';

/** ms in which the page that holds a document has to give it over when it is asked to. */
const COURTESY = 1_000;

/** ms between looks for a save that was told of, and how many there are. */
const LOOK = 50;
const LOOKS = 20;

/** What it knows of the keeper. */
interface Keeping {
  readonly ports: Ports;
  readonly kept: () => Kept | undefined;
  /** Whether there is nothing of it that the store has not got. */
  readonly isClean: () => boolean;
  readonly isWaiting: (kept: Kept) => boolean;
  readonly settle: () => Promise<boolean>;
  readonly show: (kept: Kept, document: Document, show: () => void) => void;
  readonly named: (name: string) => void;
}

/** A page beside the one that holds the document: it reads only, shows what that one saves, and may take its place. */
export class Following {
  #isReading = false;
  /** The document that came to this page while it waited, and the revision that it had then. */
  #came: { readonly kept: Kept; readonly revision: number } | undefined;

  constructor(readonly keeping: Keeping) {
    keeping.ports.tabs.listen((word) => this.#hear(word));
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** Reads only, and tells so; or, with nothing to tell, no longer. */
  read(notice: (KeepingNotice & { kind: 'elsewhere' | 'takenOver' }) | undefined): void {
    const { saveStatus, workspace, isPaused } = this.keeping.ports;
    this.#isReading = notice !== undefined;
    saveStatus.dismiss('elsewhere', 'takenOver');
    workspace.isReadOnly = () => this.#isReading && !isPaused();
    if (!notice) return;
    saveStatus.notify(notice);
    saveStatus.setSaving('reading');
  }

  /**
   * Shows what the page that holds the document has saved; what is looked at stays. `revision`: one that it told of, which
   * may still be on its way where that page was closed.
   */
  async follow(revision = 0): Promise<void> {
    const { keeping } = this;
    const kept = keeping.kept();
    const { workspace, store, isPaused } = keeping.ports;
    if (!kept || isPaused()) return;
    let found = await readKept(store, kept.id).catch(() => undefined);
    for (let i = 0; i < LOOKS && found && found.info.revision < revision; i++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      found = await readKept(store, kept.id).catch(() => undefined);
    }
    if (!found || found.info.revision <= kept.revision) return;
    const opened = await restoreText(workspace.catalog, found.text).catch(() => undefined);
    const isOver = isPaused() || kept !== keeping.kept() || keeping.isWaiting(kept);
    if (!opened || isOver || found.info.revision <= kept.revision) return;
    const { revision: newest, saves = [] } = found.info;
    Object.assign(kept, { revision: newest, saves, isChanged: false });
    const isThere = opened.document.scenarios.some(({ id }) => id === workspace.view.scenario);
    const document = isThere ? { ...opened.document, view: workspace.view } : opened.document;
    keeping.show(kept, document, () => workspace.renew(opened.model, document));
  }

  /** The document has come to this page: it goes on from what was saved last. */
  async gained(kept: Kept): Promise<void> {
    const { store, saveStatus, copyName, isPaused } = this.keeping.ports;
    if (kept !== this.keeping.kept() || !this.#isReading || isPaused()) return;
    // The page that held it may have gone before its last edit was in the store.
    const { copied } = await fileRescue(store, kept.id, copyName).catch((): { copied?: string } => ({}));
    if (copied !== undefined) saveStatus.notify({ kind: 'copied', name: copied });
    await this.follow();
    if (kept !== this.keeping.kept()) return;
    this.read(undefined);
    saveStatus.setSaving('saved');
    this.#came = { kept, revision: kept.revision };
  }

  /** The page that is loaded again gets its document back from one that waited for it and has done nothing with it. */
  async comeBack(kept: Kept): Promise<boolean> {
    this.keeping.ports.tabs.post({ kind: 'back', id: kept.id });
    return kept.lock.takeBack(COURTESY);
  }

  #giveBack(kept: Kept): void {
    const { isClean, isWaiting } = this.keeping;
    const { kept: came, revision } = this.#came ?? {};
    if (kept !== came || kept.revision !== revision || !isClean() || isWaiting(kept)) return;
    this.#came = undefined;
    kept.lock.giveBack();
    this.read({ kind: 'elsewhere' });
  }

  /** Takes the document over from the page that holds it, which saves it first if it still can. */
  async takeOver(): Promise<void> {
    const kept = this.keeping.kept();
    if (!kept || !this.#isReading) return;
    const { tabs } = this.keeping.ports;
    const yielded = tabs.hear((word) => word.kind === 'yielded' && word.id === kept.id, COURTESY);
    tabs.post({ kind: 'yield', id: kept.id });
    await yielded;
    await kept.lock.steal();
    await this.gained(kept);
    // By hand: it is not given back.
    this.#came = undefined;
  }

  #hear(word: TabMessage): void {
    const { ports, kept: now, isClean, settle } = this.keeping;
    const kept = now();
    if (word.kind === 'listed') void this.#renamed();
    else if (!kept || word.id !== kept.id) return;
    else if (word.kind === 'saved') {
      // Also a page that has just come to hold it, and has changed nothing yet.
      const isIdle = this.#isReading || isClean();
      if (isIdle && word.revision > kept.revision) void this.follow(word.revision);
    } else if (word.kind === 'back') this.#giveBack(kept);
    else if (word.kind === 'yield' && kept.lock.isHeld)
      void settle().then(() => ports.tabs.post({ kind: 'yielded', id: kept.id }));
  }

  /** The name may have been given on another page. */
  async #renamed(): Promise<void> {
    const { ports, kept: now, named } = this.keeping;
    const kept = now();
    const found = kept && (await readKept(ports.store, kept.id).catch(() => undefined));
    if (found && kept === now()) named(found.info.name);
  }
}
