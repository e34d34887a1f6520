import { describe, expect, it } from 'vitest';
import {
  bringBack,
  duplicate,
  keep,
  listKept,
  NewerRevision,
  purge,
  readKept,
  rename,
  setAside,
  trash,
} from '../../src/io/documents.ts';
import { type Info, infoFrom, KEYS, TRASH_DAYS } from '../../src/io/kept.ts';
import { StoreFailed } from '../../src/io/store.ts';
import { keepVersion, versionTimes } from '../../src/io/versions.ts';
import { MemoryStore } from '../fixtures/memoryStore.ts';

const DAY = 86_400_000;
const info = (id: string, revision: number, more: Partial<Info> = {}): Info => ({
  id,
  name: '',
  model: 'guangdong',
  createdAt: 1,
  changedAt: revision,
  revision,
  ...more,
});
/** Keeps a document as this revision of it, its text being its state. */
const save = (store: MemoryStore, id: string, revision: number, text = `${id} ${revision}`, more: Partial<Info> = {}) =>
  keep(store, {
    info: info(id, revision - 1, { changedAt: revision, ...more }),
    text,
    save: text.slice(0, 9),
    own: new Set(),
  });
/** Without the saves that it is known by. */
const plain = ({ saves: _, ...rest }: Info): Info => rest;

describe('documents that are kept', () => {
  it('are saved over the revision that was known, with their place in the list in one transaction', async () => {
    const store = new MemoryStore();
    await save(store, 'a', 1);
    await save(store, 'a', 2);
    expect(store.writes).toBe(2);
    expect(await readKept(store, 'a')).toEqual({ info: info('a', 2, { saves: ['a 1', 'a 2'] }), text: 'a 2' });
  });

  it.each([1, 2, 4])('are never saved over a revision that is not known: %d on 2', async (revision) => {
    const store = new MemoryStore();
    await save(store, 'a', 1);
    await save(store, 'a', 2);
    await expect(save(store, 'a', revision, 'mine')).rejects.toEqual(new NewerRevision(2));
    expect((await readKept(store, 'a'))?.text).toBe('a 2');
  });

  it('are as they were where there is no room, text and list alike', async () => {
    const store = new MemoryStore();
    await save(store, 'a', 1);
    store.room = 200;
    await expect(save(store, 'a', 2, 'x'.repeat(1_000))).rejects.toEqual(new StoreFailed('full', undefined));
    expect(await readKept(store, 'a')).toEqual({ info: info('a', 1, { saves: ['a 1'] }), text: 'a 1' });
  });

  it('are kept once however often that is asked: a page whose save was not answered meets its own', async () => {
    const store = new MemoryStore();
    await save(store, 'a', 1);
    const second = { info: info('a', 1), text: 'second', save: 'second', own: new Set(['second']) };
    expect(await keep(store, second)).toMatchObject({ revision: 2, isNewest: true });
    expect(await keep(store, second)).toMatchObject({ revision: 2, isNewest: true });
    expect(store.records.get(KEYS.info('a'))).toMatchObject({ revision: 2, saves: ['a 1', 'second'] });
    // It goes on from what it had asked for, though it never heard that this was done.
    const third = { ...second, text: 'third', save: 'third' };
    expect(await keep(store, third)).toMatchObject({ revision: 3, isNewest: true });
    // And is no newer than what another page made of it.
    await save(store, 'a', 4);
    expect(await keep(store, third)).toMatchObject({ revision: 4, isNewest: false });
    expect((await readKept(store, 'a'))?.text).toBe('a 4');
    await expect(keep(store, { ...third, save: 'fourth' })).rejects.toEqual(new NewerRevision(4));
  });

  it('are listed by their last change, whatever is wrong with a place in the list', async () => {
    const store = new MemoryStore();
    await save(store, 'old', 1, 'x', { changedAt: 10 });
    await save(store, 'new', 1, 'x', { changedAt: 20 });
    await store.put({ [KEYS.info('odd')]: { id: 'odd', name: 7 }, [KEYS.text('odd')]: 'x' });
    const { documents } = await listKept(store);
    expect(documents.map(({ id }) => id)).toEqual(['new', 'old', 'odd']);
  });

  it('keep the name that they were given elsewhere', async () => {
    const store = new MemoryStore();
    await save(store, 'a', 1);
    await rename(store, 'a', 'Plan');
    await save(store, 'a', 2);
    expect((await readKept(store, 'a'))?.info).toMatchObject({ name: 'Plan', revision: 2 });
  });

  it('are deleted so that they can be brought back, and a save brings them back as well', async () => {
    const store = new MemoryStore();
    await save(store, 'a', 1);
    await trash(store, 'a', 100);
    expect((await listKept(store)).documents).toEqual([]);
    expect((await listKept(store)).trashed.map(plain)).toEqual([info('a', 1, { trashedAt: 100 })]);
    await bringBack(store, 'a');
    expect((await listKept(store)).documents.map(plain)).toEqual([info('a', 1)]);
    await trash(store, 'a', 100);
    await save(store, 'a', 2);
    expect((await listKept(store)).documents.map(plain)).toEqual([info('a', 2)]);
  });

  it('are gone for good, with their versions, only when they could be brought back for 30 days', async () => {
    const store = new MemoryStore();
    for (const id of ['a', 'ab', 'kept']) {
      await save(store, id, 1);
      await keepVersion(store, id, 5, 'then');
    }
    await trash(store, 'a', 1_000);
    await trash(store, 'ab', 1_000 + DAY);
    await purge(store, 1_000 + TRASH_DAYS * DAY);
    expect((await listKept(store)).trashed.map(({ id }) => id)).toEqual(['ab', 'a']);
    await purge(store, 1_001 + TRASH_DAYS * DAY);
    expect((await listKept(store)).trashed.map(({ id }) => id)).toEqual(['ab']);
    expect([...store.records.keys()].filter((key) => /\/a(\/|$)/.test(key))).toEqual([]);
    expect(await versionTimes(store, 'ab')).toEqual([5]);
    expect(await versionTimes(store, 'kept')).toEqual([5]);
  });

  it('are copied with an id and a name of their own, also from what was deleted', async () => {
    const store = new MemoryStore();
    await save(store, 'a', 7, 'text', { name: 'Plan' });
    await trash(store, 'a', 100);
    await duplicate(store, 'a', { id: 'b', name: 'Plan (copy)', createdAt: 50 });
    expect(await readKept(store, 'b')).toEqual({
      info: info('b', 1, { name: 'Plan (copy)', createdAt: 50, changedAt: 50 }),
      text: 'text',
    });
    await duplicate(store, 'nowhere', { id: 'c', name: '', createdAt: 50 });
    expect(await readKept(store, 'c')).toBeUndefined();
  });

  it('are set aside as they are where they can not be read, and never written over there', async () => {
    const store = new MemoryStore();
    for (const at of [10, 20]) {
      await save(store, 'a', 1, `damaged ${at}`, { name: 'Plan' });
      await setAside(store, 'a', 'why', at);
    }
    const { documents, setAside: aside } = await listKept(store);
    expect(documents).toEqual([]);
    expect(aside.map(({ name, data }) => [name, data])).toEqual([
      ['Plan', 'damaged 10'],
      ['Plan', 'damaged 20'],
    ]);
  });

  it.each([
    undefined,
    null,
    7,
    {},
    { ...info('a', 1), revision: -1 },
    { ...info('a', 1), createdAt: Number.NaN },
    info('b', 1),
  ])('stand in the list even where their place there is no such thing: %j', (data) => {
    expect(infoFrom('a', data)).toEqual({ id: 'a', name: '', model: '', createdAt: 0, changedAt: 0, revision: 0 });
  });
});
