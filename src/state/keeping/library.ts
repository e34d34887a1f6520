import type { Document } from '../../document/document.ts';
import { bringBack, duplicate, forget, type Listed, listKept, rename, trash } from '../../io/documents.ts';
import { freshKey } from '../../io/freshKey.ts';
import { KEYS, NAME_LENGTH, setAsideFrom } from '../../io/kept.ts';
import { StoreFailed } from '../../io/store.ts';
import { readVersion, versionTimes } from '../../io/versions.ts';
import type { WithEditor } from '../sheet/editor.ts';
import type { Keeper } from './keeper.ts';
import type { Keeping } from './keeping.ts';
import { restoreText } from './restoring.ts';

/** ms that a list waits for the store. */
const PATIENCE = 5_000;

/** What a person does with documents as wholes. */
export class Library {
  constructor(
    readonly app: WithEditor & { readonly keeping: Keeping },
    readonly keeper: Keeper,
  ) {}

  /** All documents that are kept, as they are now. @throws StoreFailed, also where the store does not answer */
  list(): Promise<Listed> {
    const silence = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new StoreFailed('closed', 'no answer')), PATIENCE),
    );
    return Promise.race([this.#list(), silence]);
  }

  async #list(): Promise<Listed> {
    await this.keeper.settle();
    await this.keeper.fileRescues();
    return listKept(this.#store);
  }

  /** Told when another page changes the list. @returns the way to stop */
  onList(listener: () => void): () => void {
    return this.keeper.ports.tabs.listen((word) => (word.kind === 'listed' || word.kind === 'saved') && listener());
  }

  /** What the store holds of a document, whatever it is, also of one that was set aside. @throws StoreFailed */
  async textOf(id: string): Promise<string | undefined> {
    const [text, aside] = await this.#store.read([KEYS.text(id), KEYS.setAside(id)]);
    const data = text ?? setAsideFrom(aside)?.data;
    return data === undefined || typeof data === 'string' ? data : JSON.stringify(data, null, 2);
  }

  async open(id: string): Promise<boolean> {
    this.app.editor.leave();
    return this.keeper.open(id);
  }

  /** A new document of a shipped model; it is kept from its first change on. */
  async create(model: string): Promise<void> {
    this.app.editor.leave();
    await this.keeper.settle();
    await this.app.workspace.open(model);
  }

  /** @throws StoreFailed */
  async duplicate(id: string, name: string): Promise<void> {
    await this.keeper.settle();
    const copy = { id: freshKey(), name: this.keeper.ports.copyName(name), createdAt: Date.now() };
    await duplicate(this.#store, id, copy);
    this.keeper.listed();
  }

  /** @throws StoreFailed */
  async rename(id: string, typed: string): Promise<void> {
    const name = typed.trim().slice(0, NAME_LENGTH);
    await rename(this.#store, id, name);
    if (id === this.app.keeping.id()) this.keeper.named(name);
    this.keeper.listed();
  }

  /** Puts a document where it can be brought back from. If it is open, the last one before it opens. @throws StoreFailed */
  async remove(id: string): Promise<void> {
    await this.keeper.settle();
    await trash(this.#store, id, Date.now());
    if (id === this.app.keeping.id()) {
      const [next] = (await listKept(this.#store)).documents;
      if (!next || !(await this.open(next.id))) await this.create(this.app.workspace.catalog.first.id);
    }
    this.keeper.listed();
  }

  /** @throws StoreFailed */
  async bringBack(id: string): Promise<void> {
    await bringBack(this.#store, id);
    this.keeper.listed();
  }

  /** @throws StoreFailed */
  async forget(aside: string): Promise<void> {
    await forget(this.#store, aside);
    this.keeper.listed();
  }

  /** When versions of the open document were taken, the newest first. @throws StoreFailed */
  async versions(): Promise<readonly number[]> {
    const id = this.app.keeping.id();
    return id === undefined ? [] : [...(await versionTimes(this.#store, id))].reverse();
  }

  /**
   * The open document as it was. One of another version of its model brings the lines and years of that, so that it
   * shows the numbers that it showed then.
   * @throws StoreFailed, NotADocument, NotYetKnown, ModelNotLoaded
   */
  async version(at: number): Promise<Document> {
    const { catalog, shipped } = this.app.workspace;
    const text = await readVersion(this.#store, this.app.keeping.id() ?? '', at);
    const open = shipped();
    const { model, document } = await restoreText(catalog, text, open);
    if (model === open) return document;
    return { ...document, lines: document.lines ?? model.lines, periods: document.periods ?? model.periods };
  }

  /** Makes an older state the newest one: a change like any other, before which what is there is kept as a version. */
  async goBack({
    lines,
    periods,
    observedUntil,
    figures,
    sources,
    charts,
    whatIf,
    scenarios,
  }: Document): Promise<void> {
    this.app.editor.leave();
    await this.keeper.snapshots.take();
    const parts = { lines, periods, observedUntil, figures, sources, charts, whatIf, scenarios };
    this.app.workspace.dispatch({ kind: 'structure', parts });
  }

  get #store() {
    return this.keeper.ports.store;
  }
}
