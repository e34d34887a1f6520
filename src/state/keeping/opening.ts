import type { Catalog } from '../../catalog.ts';
import { newDocument } from '../../document/document.ts';
import type { Restored } from '../../document/restoring.ts';
import { NotADocument, NotYetKnown } from '../../document/saved.ts';
import { listKept, readKept, setAside } from '../../io/documents.ts';
import type { Info } from '../../io/kept.ts';
import { openStore } from '../../io/storage.ts';
import type { Store } from '../../io/store.ts';
import { lockFirst, releaseFirst } from './documentLock.ts';
import { rescueFrom, setRescueAside } from './filing.ts';
import type { LastSession, RestoredSession } from './lastSession.ts';
import { adopt } from './rescue.ts';
import { restoreText } from './restoring.ts';
import type { KeepingNotice } from './saveStatus.ts';

/** Openings that did not come to their first values, after which a document is not opened by itself any more. */
const ATTEMPTS = 2;
/** ms of an opening that say nothing of the document. */
const IMPATIENT = 1_500;
const UNFINISHED = 'foresheet.unfinished';

/** Counts an opening as begun. @returns how many of this document have not been finished before */
function begin(id: string): number {
  try {
    const [before, count] = (sessionStorage.getItem(UNFINISHED) ?? '').split(' ');
    const unfinished = before === id ? Number(count) || 0 : 0;
    sessionStorage.setItem(UNFINISHED, `${id} ${unfinished + 1}`);
    // Whoever leaves as soon as that has not waited for it.
    const begun = performance.now();
    const onLeave = () => {
      const isUnderWay = sessionStorage.getItem(UNFINISHED) !== null && performance.now() - begun < IMPATIENT;
      if (isUnderWay) sessionStorage.setItem(UNFINISHED, `${id} ${unfinished}`);
    };
    addEventListener('pagehide', onLeave, { once: true });
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

/** What is opened at the start, or what has to be said where that can't be. */
async function openFirst(store: Store, catalog: Catalog, info: Info, text: unknown): Promise<RestoredSession> {
  const { id, name } = info;
  if (begin(id) >= ATTEMPTS) {
    finish();
    return { notice: { kind: 'unfinished', id, name } };
  }
  const opened = await openKept(store, catalog, info, text).catch((error: unknown) => {
    finish();
    throw error;
  });
  if ('document' in opened) return { opened, info };
  finish();
  return { notice: opened };
}

/** What was left before the store had it; where it can't be read, only that it was set aside. */
async function openRescued(store: Store, catalog: Catalog, id: string, text: string): Promise<RestoredSession> {
  const rescue = rescueFrom(text);
  try {
    if (rescue?.info.id !== id) throw new NotADocument('', 'this is no rescued document');
    const opened = await restoreText(catalog, rescue.text);
    if (begin(id) >= ATTEMPTS) {
      finish();
      return { notice: { kind: 'unfinished', id, name: rescue.info.name } };
    }
    adopt(opened.document, rescue);
    return { opened, info: rescue.info, unsaved: [...rescue.own, rescue.save] };
  } catch (error) {
    if (error instanceof NotADocument) {
      const name = rescue?.info.name ?? '';
      return { notice: { kind: 'setAside', id: setRescueAside(store, id, text, error.message), name } };
    }
    // Of a newer version, or its model not loaded: it is as good as it was, and nothing older is shown in its place.
    const kind = error instanceof NotYetKnown ? 'newer' : 'notLoaded';
    return { notice: { kind, id, name: rescue?.info.name ?? '' } };
  }
}

/** The document that was changed last, where the one that was open is there no longer. */
async function openNewest(store: Store, catalog: Catalog): Promise<RestoredSession> {
  const [newest] = (await listKept(store)).documents;
  const found = newest && (await readKept(store, newest.id));
  const first = found && (await openFirst(store, catalog, found.info, found.text));
  return first?.opened ? { ...first, notice: { kind: 'missing' } } : { notice: { kind: 'missing' } };
}

/** ms after which it is said that the page waits for the store, and after which that it does not answer. */
const SOON = 150;
const LONG = 4_000;
/** ms between two attempts to read what could not be read. */
const AGAIN = 1_000;

/** What a person sees while what was open is on its way: nothing else is shown in its place. */
export interface Waiting {
  /** `opening`: it is being read; `silent`: the store does not answer; `failed`: it could not be read, and is tried again. */
  readonly tell: (what: 'opening' | 'silent' | 'failed') => void;
  /** Resolved when the person rather goes on without it. */
  readonly left: Promise<'left'>;
}

/** Reads until it has been read, or the person leaves it. */
async function readPatiently<T>(read: () => Promise<T>, { tell, left }: Waiting): Promise<T | 'left'> {
  let isFailing = false;
  const timers = [
    setTimeout(() => isFailing || tell('opening'), SOON),
    setTimeout(() => isFailing || tell('silent'), LONG),
  ];
  try {
    for (;;) {
      try {
        return await Promise.race([read(), left]);
      } catch {
        isFailing = true;
        tell('failed');
        if (await Promise.race([new Promise((resolve) => setTimeout(resolve, AGAIN)), left])) return 'left';
      }
    }
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

/** What was open last, as it is now. Never fails, and never shows something else as long as that may still come. */
export async function reopen(last: LastSession, catalog: Catalog, waiting: Waiting): Promise<RestoredSession> {
  const store = openStore();
  if (last.kind === 'model') {
    const { load, entries } = catalog;
    const model = entries.some(({ id }) => id === last.id) ? await load(last.id).catch(() => undefined) : undefined;
    return model ? { opened: { model, document: newDocument(model) } } : {};
  }
  lockFirst(navigator.locks as LockManager | undefined, last.id);
  const first = await openLast(store, last, catalog, waiting);
  if (first.info?.id !== last.id) releaseFirst();
  return first;
}

async function openLast(store: Store, last: LastSession, catalog: Catalog, waiting: Waiting): Promise<RestoredSession> {
  // What was rescued needs no store: where that has it already, or something newer, the next save finds out.
  const rescued = last.rescued === undefined ? {} : await openRescued(store, catalog, last.id, last.rescued);
  if (rescued.opened || (rescued.notice && rescued.notice.kind !== 'setAside')) return rescued;
  const first = await readPatiently(async () => {
    const found = await readKept(store, last.id);
    if (!found || found.info.trashedAt !== undefined) return openNewest(store, catalog);
    return openFirst(store, catalog, found.info, found.text);
  }, waiting);
  if (first === 'left') return rescued;
  // That it was set aside says why it is missing.
  return rescued.notice && (first.notice?.kind ?? 'missing') === 'missing' ? { ...first, ...rescued } : first;
}
