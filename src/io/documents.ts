import { type Info, idIn, infoFrom, KEYS, type SetAside, setAsideFrom, TRASH_DAYS } from './kept.ts';
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
  readonly info: Info;
  readonly text: string;
}

export const writesOf = ({ info, text }: ToKeep): Writes => ({
  [KEYS.info(info.id)]: info,
  [KEYS.text(info.id)]: text,
});

/**
 * Saves a document over its revision before `info.revision`, its text and its place in the list at once. The name is that
 * of the list, where there is one: it may have been given elsewhere. What was deleted elsewhere is back with it.
 * @throws NewerRevision where the store has another one than that; nothing is written then. StoreFailed
 */
export const keep = (store: Store, { info, text }: ToKeep): Promise<void> =>
  store.change([KEYS.info(info.id)], ([found]) => {
    const before = found === undefined ? undefined : infoFrom(info.id, found);
    if (before && before.revision !== info.revision - 1) throw new NewerRevision(before.revision);
    return writesOf({ info: before ? { ...info, name: before.name } : info, text });
  });

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
    const { trashedAt: _, ...copied } = infoFrom(id, info);
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
