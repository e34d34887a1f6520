import { type Info, idIn, infoFrom, KEYS, KNOWN_SAVES, type SetAside, setAsideFrom, TRASH_DAYS } from './kept.ts';
import type { Store, Writes } from './store.ts';

const DAY = 86_400_000;

/** Somebody else has saved the document meanwhile. */
export class NewerRevision extends Error {
  constructor(readonly revision: number) {
    super(`revision ${revision} is newer`);
    this.name = 'NewerRevision';
  }
}

/** A document as it is to be kept: the text of its saved form, and its place in the list. */
export interface ToKeep {
  /** `revision` and `saves`: of the save that it goes on from, as far as is known. */
  readonly info: Info;
  readonly text: string;
  /** The id of the state that is kept: to keep it twice is to keep it once. */
  readonly save: string;
  /** States of the same page that may have come to the store meanwhile: it goes on from them as well. */
  readonly own: ReadonlySet<string>;
}

/** Where a document stands once it is kept. `isNewest`: nobody has gone on from it. */
export interface KeptAs {
  readonly revision: number;
  readonly saves: readonly string[];
  readonly isNewest: boolean;
}

const NO_SAVES: readonly string[] = [];

/** What follows the save that is known. */
export const writesOf = ({ info, text, save }: ToKeep): Writes => ({
  [KEYS.info(info.id)]: {
    ...info,
    revision: info.revision + 1,
    saves: [...(info.saves ?? NO_SAVES), save].slice(-KNOWN_SAVES),
  },
  [KEYS.text(info.id)]: text,
});

/**
 * Saves a document over the revision that it goes on from, its text and its place in the list at once. One that is there
 * already is left as it is. The name is that of the list, where there is one: it may have been given elsewhere. What was
 * deleted elsewhere is back with it.
 * @throws NewerRevision where somebody else has saved meanwhile; nothing is written then. StoreFailed
 */
export async function keep(store: Store, record: ToKeep): Promise<KeptAs> {
  const { info, save, own } = record;
  let kept: KeptAs | undefined;
  await store.change([KEYS.info(info.id)], ([found]) => {
    const before = found === undefined ? undefined : infoFrom(info.id, found);
    const saves = before?.saves ?? NO_SAVES;
    const last = saves.at(-1);
    if (before && saves.includes(save)) {
      kept = { revision: before.revision, saves, isNewest: last === save };
      return {};
    }
    const isOwn = last !== undefined && own.has(last);
    if (before && before.revision !== info.revision && !isOwn) throw new NewerRevision(before.revision);
    const from = before ?? info;
    const next = { ...record, info: { ...info, name: from.name, revision: from.revision, saves } };
    kept = { revision: from.revision + 1, saves: [...saves, save].slice(-KNOWN_SAVES), isNewest: true };
    return writesOf(next);
  });
  return kept as KeptAs;
}

/** A document of the store; undefined where there is none. @throws StoreFailed */
export async function readKept(store: Store, id: string): Promise<{ info: Info; text: unknown } | undefined> {
  const [info, text] = await store.read([KEYS.info(id), KEYS.text(id)]);
  return text === undefined ? undefined : { info: infoFrom(id, info), text };
}

export interface Listed {
  /** Last changed first. */
  readonly documents: readonly Info[];
  /** Last deleted first. */
  readonly trashed: readonly Info[];
  readonly setAside: readonly SetAside[];
}

/** All that is kept. @throws StoreFailed */
export async function listKept(store: Store): Promise<Listed> {
  const [found, aside] = await Promise.all([store.list(KEYS.infos), store.list(KEYS.allSetAside)]);
  const infos = found.map(([key, value]) => infoFrom(idIn(key), value));
  return {
    documents: infos
      .filter(({ trashedAt }) => trashedAt === undefined)
      .sort((a, b) => b.changedAt - a.changedAt || a.id.localeCompare(b.id)),
    trashed: infos
      .filter(({ trashedAt }) => trashedAt !== undefined)
      .sort((a, b) => (b.trashedAt ?? 0) - (a.trashedAt ?? 0)),
    setAside: aside.flatMap(([, value]) => setAsideFrom(value) ?? []),
  };
}

/** Changes a document's place in the list alone; its revision stays, and one that is gone stays gone. @throws StoreFailed */
const relist = (store: Store, id: string, change: (info: Info) => Info): Promise<void> =>
  store.change([KEYS.info(id), KEYS.text(id)], ([info, text]) =>
    text === undefined ? {} : { [KEYS.info(id)]: change(infoFrom(id, info)) },
  );

export const rename = (store: Store, id: string, name: string): Promise<void> =>
  relist(store, id, (info) => ({ ...info, name }));

export const trash = (store: Store, id: string, at: number): Promise<void> =>
  relist(store, id, (info) => ({ ...info, trashedAt: at }));

export const bringBack = (store: Store, id: string): Promise<void> =>
  relist(store, id, ({ trashedAt: _, ...info }) => info);

/** The same document once more, with an id and a name of its own. @throws StoreFailed */
export async function duplicate(store: Store, id: string, as: Pick<Info, 'id' | 'name' | 'createdAt'>): Promise<void> {
  await store.change([KEYS.info(id), KEYS.text(id)], ([info, text]) => {
    if (text === undefined) return {};
    const { trashedAt: _, saves: __, ...copied } = infoFrom(id, info);
    return {
      [KEYS.info(as.id)]: { ...copied, ...as, changedAt: as.createdAt, revision: 1 },
      [KEYS.text(as.id)]: text,
    };
  });
}

/** Takes away for good, with their versions, what was deleted longer ago than it can be brought back. @throws StoreFailed */
export async function purge(store: Store, now: number): Promise<void> {
  const { trashed } = await listKept(store);
  for (const { id, trashedAt = now } of trashed) {
    if (now - trashedAt <= TRASH_DAYS * DAY) continue;
    const versions = await store.keys(KEYS.versions(id));
    await store.change([KEYS.info(id)], ([info]) => {
      // Brought back meanwhile.
      if (infoFrom(id, info).trashedAt !== trashedAt) return {};
      return Object.fromEntries([KEYS.info(id), KEYS.text(id), ...versions].map((key) => [key, undefined]));
    });
  }
}

/** Takes away for good what was set aside, with the versions of its document, where that is there no longer. @throws StoreFailed */
export async function forget(store: Store, aside: string): Promise<void> {
  const id = aside.replace(/-\d+$/, '');
  const versions = await store.keys(KEYS.versions(id));
  await store.change([KEYS.text(id)], ([text]) =>
    Object.fromEntries([KEYS.setAside(aside), ...(text === undefined ? versions : [])].map((key) => [key, undefined])),
  );
}

/**
 * Moves what can't be read as a document to where it stays as it is, and can be downloaded.
 * @returns the id by which it is found there @throws StoreFailed
 */
export async function setAside(store: Store, id: string, why: string, at: number): Promise<string> {
  // Nothing that was set aside before is ever overwritten.
  const aside = `${id}-${at}`;
  await store.change([KEYS.info(id), KEYS.text(id)], ([info, data]) => {
    if (data === undefined) return {};
    const record: SetAside = { id: aside, at, name: infoFrom(id, info).name, why, data };
    return { [KEYS.setAside(aside)]: record, [KEYS.info(id)]: undefined, [KEYS.text(id)]: undefined };
  });
  return aside;
}
