import type { Catalog } from '../../catalog.ts';
import { newDocument } from '../../document/document.ts';
import { checkSaved, NotADocument, NotYetKnown, save } from '../../document/saved.ts';
import { readKept, setAside } from '../../io/documents.ts';
import { type Info, KEYS, type SetAside } from '../../io/kept.ts';
import { openStore } from '../../io/storage.ts';
import type { Store } from '../../io/store.ts';
import type { KeepingNotice } from './keeping.ts';
import type { First, Last, Rescued } from './last.ts';
import { forgetRescued } from './memory.ts';
import { ModelNotLoaded, type Restored, restoreSaved, restoreText } from './restoring.ts';

/** ms that the first picture waits for the store. It is there in a few; a disk that sleeps must not keep the page blank. */
const PATIENCE = 150;

/** Openings that did not come to their first values, after which a document is not opened by itself any more. */
const ATTEMPTS = 2;
const UNFINISHED = 'foresheet.unfinished';

/** Counts an opening as begun. @returns how many of this document have not been finished before */
function begin(id: string): number {
  try {
    const [before, count] = (sessionStorage.getItem(UNFINISHED) ?? '').split(' ');
    const unfinished = before === id ? Number(count) || 0 : 0;
    sessionStorage.setItem(UNFINISHED, `${id} ${unfinished + 1}`);
    return unfinished;
  } catch {
    return 0;
  }
}

/** The first values stand: what was opened does no harm. */
export function finish(): void {
  try {
    sessionStorage.removeItem(UNFINISHED);
  } catch {
    // Without a store nothing was counted.
  }
}

/** A kept document; or what has to be said where it can't be opened. What is damaged is set aside as it is. */
export async function openKept(
  store: Store,
  catalog: Catalog,
  info: Info,
  text: unknown,
): Promise<Restored | KeepingNotice> {
  const { id, name } = info;
  try {
    return await restoreText(catalog, text);
  } catch (error) {
    if (error instanceof NotYetKnown) return { kind: 'newer', id, name };
    if (!(error instanceof NotADocument)) return { kind: 'notLoaded', id, name };
    const aside = await setAside(store, id, error.message, Date.now());
    return { kind: 'setAside', id: aside, name };
  }
}

const later = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));

/** What was left before it could be saved, with the revision that it goes on from; set aside where it can't be read. */
async function openRescued(
  store: Store,
  catalog: Catalog,
  text: string,
): Promise<(Restored & Pick<Rescued, 'revision' | 'own'>) | undefined> {
  try {
    const { document, revision, own } = JSON.parse(text) as Rescued;
    const saved = checkSaved(save(document, { ...catalog.first, lines: [] }));
    return { ...(await restoreSaved(catalog, saved)), revision, own };
  } catch (error) {
    if (error instanceof ModelNotLoaded) return undefined;
    const at = Date.now();
    const aside: SetAside = { id: `rescued-${at}`, at, name: '', why: String(error), data: text };
    await store.put({ [KEYS.setAside(aside.id)]: aside }).then(forgetRescued, () => {});
    return undefined;
  }
}

/** What was open last, as it is now. Never fails: where nothing can be read, the app opens as on a first visit. */
export async function reopen(last: Last, catalog: Catalog): Promise<First> {
  const store = openStore();
  const rescued = last.rescued === undefined ? undefined : await openRescued(store, catalog, last.rescued);
  if (rescued && last.kind === 'model') return { opened: rescued, isUnsaved: true };
  if (last.kind === 'model') {
    const { load, entries } = catalog;
    const model = entries.some(({ id }) => id === last.id) ? await load(last.id).catch(() => undefined) : undefined;
    return model ? { opened: { model, document: newDocument(model) } } : {};
  }
  const reading = readKept(store, last.id).catch(() => undefined);
  const found = await Promise.race([reading, later(PATIENCE, 'late' as const)]);
  if (rescued) {
    // It goes on from the save that it was opened from, or its page's own next one; where there is another, both are kept.
    const isKnown = ({ info }: { info: Info }) => info.revision === rescued.revision || info.revision === rescued.own;
    const info = found && found !== 'late' && isKnown(found) ? found.info : undefined;
    return { opened: rescued, isUnsaved: true, ...(info ? { info } : {}) };
  }
  if (found === 'late') return { late: last.id };
  if (!found || found.info.trashedAt !== undefined) return {};
  const { info, text } = found;
  if (begin(info.id) >= ATTEMPTS) {
    finish();
    return { notice: { kind: 'unfinished', id: info.id, name: info.name } };
  }
  const opened = await openKept(store, catalog, info, text).catch(() => undefined);
  if (!opened) return {};
  if ('document' in opened) return { opened, info };
  finish();
  return { notice: opened };
}
