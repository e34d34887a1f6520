import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAYS, keepVersion, NEWEST, readVersion, thinned, versionTimes } from '../../src/io/versions.ts';
import { MemoryStore } from '../fixtures/memoryStore.ts';

const DAY = 86_400_000;

describe('versions', () => {
  it('keep the newest whatever their age, and the last of each day before them', () => {
    const times = fc
      .uniqueArray(fc.integer({ min: 0, max: 400 * DAY }), { maxLength: 300 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(times, (list) => {
        const gone = new Set(thinned(list));
        const stay = list.filter((at) => !gone.has(at));
        expect(list.slice(-NEWEST).every((at) => !gone.has(at))).toBe(true);
        expect(stay.length).toBeLessThanOrEqual(NEWEST + DAYS);
        const older = list.slice(0, -NEWEST);
        const days = [...new Set(older.map((at) => Math.floor(at / DAY)))].slice(-DAYS);
        const lasts = days.map((day) => older.filter((at) => Math.floor(at / DAY) === day).at(-1));
        expect(stay.slice(0, -NEWEST)).toEqual(lasts);
      }),
    );
  });

  it('are thinned as new ones come, each document by itself', async () => {
    const store = new MemoryStore();
    await keepVersion(store, 'other', 1, 'other');
    for (let i = 1; i <= NEWEST + 10; i++) await keepVersion(store, 'a', i, `text ${i}`);
    const times = await versionTimes(store, 'a');
    expect(times.length).toBe(NEWEST + 1);
    expect(times.at(-1)).toBe(NEWEST + 10);
    expect(times[0]).toBe(10);
    expect(await readVersion(store, 'a', 10)).toBe('text 10');
    expect(await versionTimes(store, 'other')).toEqual([1]);
  });
});
