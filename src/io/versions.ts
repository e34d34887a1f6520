import { idIn, KEYS } from './kept.ts';
import type { Store } from './store.ts';

const DAY = 86_400_000;

/** Versions that stay whatever their age, and days of which one stays beside them. */
export const NEWEST = 50;
export const DAYS = 60;

/**
 * The versions that go: all of the newest stay, and of those before the last of each day, for so many days. Times are ms
 * since 1970, in order, the oldest first.
 */
export function thinned(times: readonly number[]): number[] {
  const older = times.slice(0, Math.max(0, times.length - NEWEST));
  const lastOfDay = new Map(older.map((at) => [Math.floor(at / DAY), at]));
  const stay = new Set([...lastOfDay.values()].slice(-DAYS));
  return older.filter((at) => !stay.has(at));
}

/** When the versions of a document were taken, the oldest first. @throws StoreFailed */
export const versionTimes = async (store: Store, id: string): Promise<readonly number[]> =>
  (await store.keys(KEYS.versions(id))).map((key) => Number(idIn(key)));

/** The text of a version; undefined where there is none. @throws StoreFailed */
export const readVersion = async (store: Store, id: string, at: number): Promise<unknown> =>
  (await store.read([KEYS.version(id, at)]))[0];

/** Keeps a version after all others, and lets go of those that are too many. `at`: now. @throws StoreFailed */
export async function keepVersion(store: Store, id: string, at: number, text: string): Promise<void> {
  const before = await versionTimes(store, id);
  const time = Math.max(at, (before.at(-1) ?? 0) + 1);
  const gone = thinned([...before, time]).map((old) => [KEYS.version(id, old), undefined] as const);
  await store.change([], () => ({ ...Object.fromEntries(gone), [KEYS.version(id, time)]: text }));
}
