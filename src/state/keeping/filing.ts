import * as v from 'valibot';
import { NotADocument, parseSaved } from '../../document/saved.ts';
import { keep, NewerRevision } from '../../io/documents.ts';
import { freshKey } from '../../io/freshKey.ts';
import { type Info, KEYS, parseInfo, type SetAside } from '../../io/kept.ts';
import { type Store, StoreFailed } from '../../io/store.ts';
import { heldIds } from './documentLock.ts';
import { type Rescue, rescuedIds, rescuedText, takeRescue } from './rescue.ts';

const token = v.pipe(v.string(), v.maxLength(40));
const RescueSchema = v.object({ info: v.unknown(), text: v.string(), save: token, own: v.array(token) });

/** What was rescued, as it was written; undefined where that can't be read. */
export function rescueFrom(text: string): Rescue | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = v.safeParse(RescueSchema, data);
  const info = read.success ? parseInfo(read.output.info) : undefined;
  return read.success && info ? { ...read.output, info } : undefined;
}

/**
 * Moves what can't be read to where it stays as it is, and can be downloaded: at once, where the store answers.
 * @returns the id that it has there
 */
export function setRescueAside(store: Store, id: string, text: string, why: string): string {
  const at = Date.now();
  const aside: SetAside = { id: `rescued-${freshKey()}-${at}`, at, name: '', why, data: text };
  const done = () => takeRescue(id);
  // Else it stays where it is.
  store.change([], () => ({ [KEYS.setAside(aside.id)]: aside })).then(done, () => {});
  return aside.id;
}

/** What came of it. `copied`: its name, where somebody else had saved the document meanwhile. */
interface Filed {
  readonly copied?: string;
}

/** Rescues are put into the store before it is known in which language they are read. */
const englishName = (called: Info['called'] = ''): string => (typeof called === 'string' ? called : called.en);

/** Puts what was rescued of a document into the store, in the place where it belongs. @throws StoreFailed */
export async function fileRescue(store: Store, id: string, copyName: (name: string) => string): Promise<Filed> {
  const text = rescuedText(id);
  if (text === undefined) return {};
  const rescue = rescueFrom(text);
  if (!rescue || rescue.info.id !== id) {
    setRescueAside(store, id, text, 'this is no rescued document');
    return {};
  }
  try {
    parseSaved(rescue.text);
  } catch (error) {
    // What a newer version of the app left is its own to read.
    if (error instanceof NotADocument) setRescueAside(store, id, text, error.message);
    return {};
  }
  const record = { ...rescue, own: new Set(rescue.own) };
  // Its page may be there, and have rescued something newer meanwhile.
  const done = () => rescuedText(id) === text && takeRescue(id);
  try {
    await keep(store, record);
    done();
    return {};
  } catch (error) {
    if (!(error instanceof NewerRevision)) throw error;
    const { saves: _, ...rest } = rescue.info;
    const info: Info = { ...rest, id: freshKey(), name: copyName(rest.name || englishName(rest.called)), revision: 0 };
    await keep(store, { ...record, info });
    done();
    return { copied: info.name };
  }
}

/**
 * Puts all that was rescued into the store, but of documents that a page holds: it sees to them itself.
 * `isMine`: this page does, whether it holds them yet or not.
 * @returns the names of those that became copies
 */
export async function fileRescues(
  store: Store,
  locks: LockManager | undefined,
  copyName: (name: string) => string,
  isMine: (id: string) => boolean = () => false,
): Promise<readonly string[]> {
  const ids = rescuedIds().filter((id) => !isMine(id));
  if (ids.length === 0) return [];
  const held = await heldIds(locks, ids);
  const copied: string[] = [];
  for (const id of ids.filter((one) => !held.includes(one))) {
    try {
      const filed = await fileRescue(store, id, copyName);
      if (filed.copied !== undefined) copied.push(filed.copied);
    } catch (error) {
      // It stays where it is.
      if (!(error instanceof StoreFailed)) throw error;
    }
  }
  return copied;
}
