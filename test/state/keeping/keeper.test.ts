import { createRoot } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Catalog } from '../../../src/catalog.ts';
import { newDocument } from '../../../src/document/document.ts';
import { parseSaved, restore } from '../../../src/document/saved.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { listKept, readKept } from '../../../src/io/documents.ts';
import { KEYS } from '../../../src/io/kept.ts';
import { readVersion, versionTimes } from '../../../src/io/versions.ts';
import type { Content } from '../../../src/model/content.ts';
import type { Model } from '../../../src/model/model.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { DocumentLock, heldIds } from '../../../src/state/keeping/documentLock.ts';
import { fileRescues, rescueFrom } from '../../../src/state/keeping/filing.ts';
import { Keeper } from '../../../src/state/keeping/keeper.ts';
import { Library } from '../../../src/state/keeping/library.ts';
import { adopt, type Rescue } from '../../../src/state/keeping/rescue.ts';
import { createSaveStatus } from '../../../src/state/keeping/saveStatus.ts';
import { SILENCE } from '../../../src/state/keeping/saves.ts';
import { PAUSE, WORK } from '../../../src/state/keeping/snapshots.ts';
import { Tabs } from '../../../src/state/keeping/tabs.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { MemoryStore } from '../../fixtures/memoryStore.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const GUANGDONG = RESOLVED[0] as Model;
const CATALOG: Catalog = {
  seeds: SEEDS,
  first: GUANGDONG,
  entries: RESOLVED,
  load: async (id) => {
    const model = RESOLVED.find((one) => one.id === id);
    if (!model) throw new Error(id);
    return model;
  },
};

/**
 * A page of the app on a store, without locks: nothing but revisions keeps two pages apart. `rescued`: what it opens
 * with, as a page does that was loaded again.
 */
function page(store: MemoryStore, rescued?: Rescue) {
  return createRoot((dispose) => {
    const opened = rescued && { model: GUANGDONG, document: restore(parseSaved(rescued.text), GUANGDONG) };
    if (rescued && opened) adopt(opened.document, rescued);
    const workspace = new Workspace(CATALOG, createEngine(inProcess), false, opened);
    const set = (content: Content | undefined) =>
      workspace.dispatch({ kind: 'cells', edits: [{ scenario: 'base', line: 'gd_growth', slot: 'value', content }] });
    const saveStatus = createSaveStatus(undefined);
    const tabs = new Tabs();
    const ports = {
      workspace,
      saveStatus,
      store,
      tabs,
      locks: undefined,
      isPaused: () => false,
      copyName: (name: string) => `${name} (copy)`,
    };
    const keeper = new Keeper(ports, {
      opened: workspace.opened,
      info: rescued?.info,
      unsaved: rescued?.own,
    });
    workspace.gateway.listen(({ state: { opened, document } }) =>
      keeper.see({ opened, document, shipped: opened.model }),
    );
    onTestFinished(() => {
      tabs.close();
      workspace.engine.dispose();
      dispose();
    });
    /** So many cells of the years. */
    const setMany = (count: number) => {
      const lines = Array.from({ length: Math.ceil(count / 1_000) }, (_, i) => `gd_many_${i}x`);
      const slots = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`${1_000 + i}`, i]));
      const held = Object.fromEntries(lines.map((line) => [line, slots]));
      const [base, ...others] = workspace.document().scenarios;
      if (!base) return;
      const scenarios = [{ ...base, overrides: { ...base.overrides, ...held } }, ...others];
      workspace.dispatch({ kind: 'structure', parts: { scenarios } });
    };
    const growth = () => workspace.base.overrides.gd_growth?.value;
    const library = new Library(
      { workspace, editor: new Editor(workspace), keeping: { ...saveStatus, keeper: undefined as never } },
      keeper,
    );
    return { workspace, saveStatus, keeper, library, set, setMany, growth };
  });
}
/** What the page has beside its store. */
const local = new Map<string, string>();
/** A `Storage`, whose keys are its own properties as in a browser. */
const storageOf = (kept: Map<string, string>) =>
  new Proxy(
    {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
    {
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    },
  );
const rescuedNow = (): Rescue | undefined => {
  const [text] = [...local].flatMap(([key, value]) => (key.startsWith('foresheet.rescued ') ? [value] : []));
  return text === undefined ? undefined : rescueFrom(text);
};
const pause = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The page hears that it is left, and then hidden, and stays. */
async function hide(keeper: Keeper): Promise<void> {
  keeper.leave();
  void keeper.settle();
  await pause(600);
}

/** The growth that a document of the store holds. */
async function keptGrowth(store: MemoryStore, id: string | undefined): Promise<Content | undefined> {
  const text = (await readKept(store, id ?? ''))?.text;
  return restore(parseSaved(String(text)), GUANGDONG).scenarios[0]?.overrides.gd_growth?.value;
}
const names = async (store: MemoryStore) => (await listKept(store)).documents.map(({ name }) => name).sort();

describe('the keeper', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_700_000_000_000 });
    local.clear();
    vi.stubGlobal('localStorage', storageOf(local));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps nothing of a visit that only looks around, and everything from the first change on', async () => {
    const store = new MemoryStore();
    const { workspace, saveStatus, set } = page(store);
    workspace.dispatch({ kind: 'view', view: { scenario: 'levers' } });
    await pause(1_000);
    expect(store.writes).toBe(0);
    expect(saveStatus.saving()).toBe('none');
    set(0.2);
    expect(saveStatus.saving()).toBe('saving');
    await pause(300);
    expect(saveStatus.saving()).toBe('saved');
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.2);
  });

  it('saves a drag a few times and its end in any case', async () => {
    const store = new MemoryStore();
    const { saveStatus, set } = page(store);
    for (let i = 0; i <= 60; i++) {
      set(0.2 + i / 1_000);
      await pause(16);
    }
    await pause(300);
    expect(store.writes).toBeLessThan(7);
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.26);
  });

  it('keeps the document that was open when another model is chosen, and opens it again as it was', async () => {
    const store = new MemoryStore();
    const { workspace, saveStatus, library, set, growth } = page(store);
    set(0.2);
    const id = saveStatus.id() ?? '';
    await workspace.open('china');
    await pause(300);
    expect(saveStatus.id()).toBeUndefined();
    expect(await keptGrowth(store, id)).toBe(0.2);
    expect(await library.open(id)).toBe(true);
    expect(workspace.model().id).toBe('guangdong');
    expect(growth()).toBe(0.2);
    const { writes } = store;
    await pause(1_000);
    expect(store.writes).toBe(writes);
    set(0.3);
    await pause(300);
    expect(await names(store)).toEqual(['']);
    expect(await keptGrowth(store, id)).toBe(0.3);
  });

  it('overwrites nothing that another page saved: both states are kept, and the later page goes on with its own', async () => {
    const store = new MemoryStore();
    const [one, other] = [page(store), page(store)];
    one.set(0.2);
    await pause(300);
    const id = one.saveStatus.id() ?? '';
    await other.library.open(id);
    one.set(0.21);
    other.set(0.4);
    await pause(300);
    expect(other.saveStatus.notices()).toEqual([{ kind: 'copied', name: ' (copy)' }]);
    expect(await keptGrowth(store, id)).toBe(0.21);
    expect(other.saveStatus.id()).not.toBe(id);
    expect(await keptGrowth(store, other.saveStatus.id())).toBe(0.4);
    other.set(0.41);
    one.set(0.22);
    await pause(300);
    expect(await keptGrowth(store, id)).toBe(0.22);
    expect(await keptGrowth(store, other.saveStatus.id())).toBe(0.41);
    expect((await listKept(store)).documents.length).toBe(2);
  });

  it.each(['full', 'closed'] as const)(
    'says when the store is %s, keeps all on the page, and saves as soon as it can',
    async (kind) => {
      const store = new MemoryStore();
      const { saveStatus, set, growth } = page(store);
      set(0.2);
      await pause(300);
      if (kind === 'full') store.room = 100;
      else store.isClosed = true;
      set(0.3);
      await pause(300);
      expect(saveStatus.saving()).toBe('unsaved');
      expect(saveStatus.notices()).toEqual([{ kind }]);
      expect(growth()).toBe(0.3);
      store.room = Number.POSITIVE_INFINITY;
      store.isClosed = false;
      await pause(5_300);
      expect(saveStatus.saving()).toBe('saved');
      expect(saveStatus.notices()).toEqual([]);
      expect(await keptGrowth(store, saveStatus.id())).toBe(0.3);
    },
  );

  it.each([
    ['no JSON', '{'],
    ['no text', 7],
    ['another shape', '{"format":1}'],
    ['a key that JavaScript gives a meaning', '{"format":1,"__proto__":{"a":1}}'],
  ])('sets aside what it can not read (%s), says so, and leaves open what is open', async (_, data) => {
    const store = new MemoryStore();
    const { saveStatus, library, set, growth } = page(store);
    set(0.2);
    await pause(300);
    await store.put({ [KEYS.info('bad')]: { id: 'bad', name: 'Plan' }, [KEYS.text('bad')]: data });
    expect(await library.open('bad')).toBe(false);
    expect(saveStatus.notices()).toMatchObject([{ kind: 'setAside' }]);
    expect(growth()).toBe(0.2);
    const { documents, setAside } = await listKept(store);
    expect(documents.map(({ id }) => id)).toEqual([saveStatus.id()]);
    expect(setAside.map((one) => one.data)).toEqual([data]);
  });

  it('leaves what a newer version of the app made as it is', async () => {
    const store = new MemoryStore();
    const { saveStatus, library } = page(store);
    await store.put({ [KEYS.text('newer')]: '{"format":3}' });
    expect(await library.open('newer')).toBe(false);
    expect(saveStatus.notices()).toMatchObject([{ kind: 'newer', id: 'newer' }]);
    expect((await readKept(store, 'newer'))?.text).toBe('{"format":3}');
  });

  it('rescues what is not saved yet when the page goes, begins nothing then, and goes on where it stays', async () => {
    const store = new MemoryStore();
    const { saveStatus, keeper, set } = page(store);
    set(0.2);
    keeper.leave();
    void keeper.settle();
    await pause(300);
    expect(rescuedNow()?.text).toContain('"gd_growth":{"value":0.2}');
    expect(store.writes).toBe(0);
    await pause(300);
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.2);
    set(0.3);
    await pause(300);
    expect(saveStatus.notices()).toEqual([]);
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.3);
  });

  it('saves when it is shown again what was rescued as it was left', async () => {
    const store = new MemoryStore();
    const { saveStatus, keeper, set } = page(store);
    set(0.2);
    keeper.leave();
    keeper.comeBack();
    await pause(300);
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.2);
    expect(rescuedNow()).toBeUndefined();
  });

  it('takes a version of what was left without one before it is changed', async () => {
    const store = new MemoryStore();
    const { saveStatus, set } = page(store);
    set(0.2);
    await pause(300);
    const id = saveStatus.id() ?? '';
    expect(await versionTimes(store, id)).toEqual([]);
    const other = page(store);
    await other.library.open(id);
    expect(await versionTimes(store, id)).toEqual([]);
    other.set(0.3);
    other.set(0.4);
    await pause(300);
    const times = await versionTimes(store, id);
    expect(times.length).toBe(1);
    expect(await readVersion(store, id, times[0] ?? 0)).toContain('"gd_growth":{"value":0.2}');
  });

  it('rescues each edit until the store has it, and opens it again in its own document, never in a copy', async () => {
    const store = new MemoryStore();
    const { saveStatus, set } = page(store);
    set(0.2);
    const rescued = rescuedNow();
    expect(rescued?.info.id).toBe(saveStatus.id());
    await pause(300);
    expect(rescuedNow()).toBeUndefined();
    // The page was gone before it heard of its save; and before it saved at all.
    const again = page(store, rescued);
    set(0.3);
    const next = rescuedNow();
    const last = page(store, next);
    await pause(600);
    for (const one of [again, last]) {
      expect(one.saveStatus.notices()).toEqual([]);
      expect(one.saveStatus.id()).toBe(saveStatus.id());
    }
    expect(await names(store)).toEqual(['']);
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.3);
    expect(rescuedNow()).toBeUndefined();
  });

  it('hears of the page hiding right after it was left, and makes no copy of its own document', async () => {
    for (let i = 0; i < 10; i++) {
      const store = new MemoryStore();
      const { saveStatus, keeper, set } = page(store);
      set(0.2);
      await pause(300);
      set(0.21);
      await pause(i * 25);
      await hide(keeper);
      set(0.22);
      await hide(keeper);
      expect(saveStatus.notices()).toEqual([]);
      expect(await names(store)).toEqual(['']);
      expect(await keptGrowth(store, saveStatus.id())).toBe(0.22);
    }
  });

  it('makes no copy where a document that is too large to be rescued was handed over and is saved again', async () => {
    const store = new MemoryStore();
    const { workspace, saveStatus, keeper, set, setMany } = page(store);
    setMany(30_000);
    await pause(0);
    expect(keeper.isAtRisk).toBe(true);
    await hide(keeper);
    keeper.leave();
    await pause(1_000);
    expect(rescuedNow()).toBeUndefined();
    expect(keeper.isAtRisk).toBe(false);
    // A light state that was rescued is no longer there when a larger one that took its place is saved.
    set(0.2);
    workspace.undo();
    set(0.3);
    setMany(30_000);
    await pause(1_000);
    expect(rescuedNow()).toBeUndefined();
    expect(saveStatus.notices()).toEqual([]);
    expect(await names(store)).toEqual(['']);
  });

  it('puts what another page left into its document, and into a copy where that has gone on without it', async () => {
    const store = new MemoryStore();
    const [one, other] = [page(store), page(store)];
    one.set(0.2);
    await pause(300);
    const id = one.saveStatus.id() ?? '';
    one.set(0.3);
    const left = local.get(`foresheet.rescued ${id}`) ?? '';
    // It has not come to the store, and another page opens the document.
    await other.library.open(id);
    expect(other.growth()).toBe(0.3);
    expect(local.size).toBe(0);
    // The same once more, after that page has gone on: it is there already.
    other.set(0.4);
    await pause(300);
    local.set(`foresheet.rescued ${id}`, left);
    expect(await fileRescues(store, undefined, (name) => `${name} (copy)`)).toEqual([]);
    expect(await keptGrowth(store, id)).toBe(0.4);
    // Of a page that had opened it before, and knows nothing of that.
    local.set(`foresheet.rescued ${id}`, JSON.stringify({ ...JSON.parse(left), save: 'other', own: [] }));
    expect(await fileRescues(store, undefined, (name) => `${name} (copy)`)).toEqual(['Guangdong AI hub (copy)']);
    expect(await keptGrowth(store, id)).toBe(0.4);
    expect(await names(store)).toEqual(['', 'Guangdong AI hub (copy)']);
    expect(local.size).toBe(0);
  });

  it('sets aside what was rescued and can not be read, as it is', async () => {
    const store = new MemoryStore();
    local.set('foresheet.rescued bad', '{"info":{"id":"bad"},"text":7}');
    expect(await fileRescues(store, undefined, String)).toEqual([]);
    expect((await listKept(store)).setAside.map(({ data }) => data)).toEqual(['{"info":{"id":"bad"},"text":7}']);
    expect(local.size).toBe(0);
  });

  it('never puts what was rescued and is cut over what is good, and leaves a newer version’s to that', async () => {
    const store = new MemoryStore();
    const { saveStatus, set } = page(store);
    set(0.2);
    await pause(300);
    const id = saveStatus.id() ?? '';
    const info = (await readKept(store, id))?.info;
    const put = (text: string) => {
      const left = JSON.stringify({ info, text, save: 'other', own: [] });
      local.set(`foresheet.rescued ${id}`, left);
      return left;
    };
    const cut = put('{"format":1,"mod');
    expect(await fileRescues(store, undefined, String)).toEqual([]);
    expect((await listKept(store)).setAside.map(({ data }) => data)).toEqual([cut]);
    expect(local.size).toBe(0);
    const newer = put('{"format":99}');
    expect(await fileRescues(store, undefined, String)).toEqual([]);
    expect([...local.values()]).toEqual([newer]);
    expect(await keptGrowth(store, id)).toBe(0.2);
  });

  it('holds what it opens where the browser lets nobody have locks: it made copies of copies', async () => {
    const deny = () => Promise.reject(new DOMException('', 'SecurityError'));
    const locks = { request: deny, query: deny } as unknown as LockManager;
    const lock = new DocumentLock(locks, 'a', { gained: () => {}, lost: () => {} });
    expect(await lock.take()).toBe(true);
    expect(lock.isHeld).toBe(true);
    expect(await heldIds(locks, ['a'])).toEqual([]);
  });

  it('takes no answer, as to a page that is left, for no other page’s lock: it made copies of copies without end', async () => {
    let isLeft = true;
    const request = async (_: string, __: LockOptions, granted: LockGrantedCallback<unknown>) => {
      if (isLeft) throw new DOMException('', 'InvalidStateError');
      return granted({ name: '', mode: 'exclusive' });
    };
    const lock = new DocumentLock({ request } as unknown as LockManager, 'a', { gained: () => {}, lost: () => {} });
    const taking = lock.take();
    let taken: boolean | undefined;
    void taking.then((isMine) => {
      taken = isMine;
    });
    await pause(2_000);
    expect(taken).toBeUndefined();
    isLeft = false;
    await pause(100);
    expect(taken).toBe(true);
    // One that never answers has none, and nothing waits for it.
    isLeft = true;
    const other = new DocumentLock({ request } as unknown as LockManager, 'b', {
      gained: () => {},
      lost: () => {},
    }).take();
    await pause(4_000);
    expect(await other).toBe(true);
  });

  it('says when the store does not answer, and that it is saved when the answer comes after all', async () => {
    const store = new MemoryStore();
    const { saveStatus, set } = page(store);
    set(0.2);
    await pause(300);
    let answer = () => {};
    store.gate = new Promise((resolve) => {
      answer = resolve;
    });
    set(0.3);
    await pause(SILENCE + 300);
    expect(saveStatus.saving()).toBe('unsaved');
    expect(saveStatus.notices()).toEqual([{ kind: 'silent' }]);
    expect(rescuedNow()).toBeDefined();
    await pause(60_000);
    store.gate = undefined;
    answer();
    await pause(0);
    expect(saveStatus.saving()).toBe('saved');
    expect(saveStatus.notices()).toEqual([]);
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.3);
    expect(rescuedNow()).toBeUndefined();
  });

  it('tells of a fault of its own while it saves, which is never left at “Saving…”, and saves again', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const store = new MemoryStore();
    const { saveStatus, set } = page(store);
    store.fault = new RangeError('a fault');
    set(0.2);
    await pause(300);
    expect(saveStatus.saving()).toBe('unsaved');
    expect(saveStatus.notices()).toEqual([{ kind: 'fault' }]);
    expect(reported).toHaveBeenCalledOnce();
    await pause(5_300);
    expect(saveStatus.saving()).toBe('saved');
    expect(saveStatus.notices()).toEqual([]);
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.2);
  });

  it('keeps what is open again, and says so, when all that the browser kept is deleted meanwhile', async () => {
    const store = new MemoryStore();
    const { saveStatus, set } = page(store);
    set(0.2);
    await pause(300);
    store.clear();
    await pause(300);
    expect(saveStatus.notices()).toEqual([{ kind: 'cleared' }]);
    expect(saveStatus.saving()).toBe('saved');
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.2);
    set(0.3);
    await pause(300);
    expect(await keptGrowth(store, saveStatus.id())).toBe(0.3);
    expect(await names(store)).toEqual(['']);
  });

  it('takes a version at a pause and during long work, none where nothing changed, and goes back to one', async () => {
    const store = new MemoryStore();
    const { workspace, saveStatus, library, set, growth } = page(store);
    set(0.2);
    await pause(PAUSE + 100);
    const id = saveStatus.id() ?? '';
    expect((await versionTimes(store, id)).length).toBe(1);
    workspace.dispatch({ kind: 'view', view: { scenario: 'levers' } });
    set(0.3);
    set(0.2);
    await pause(PAUSE + 100);
    expect((await versionTimes(store, id)).length).toBe(1);
    for (let worked = 0; worked < WORK; worked += 10_000) {
      set(0.3 + worked / 1e9);
      await pause(10_000);
    }
    const [newest = 0, ...older] = await library.versions();
    expect(older.length).toBe(1);
    set(0.5);
    await library.goBack(await library.version(older[0] ?? 0));
    expect(growth()).toBe(0.2);
    workspace.undo();
    expect(growth()).toBe(0.5);
    await pause(300);
    const times = await versionTimes(store, id);
    expect(times.length).toBe(3);
    expect(times).toContain(newest);
    expect(await readVersion(store, id, times.at(-1) ?? 0)).toContain('"gd_growth":{"value":0.5}');
  });

  it('deletes the document that is open by opening the one before it, and brings it back', async () => {
    const store = new MemoryStore();
    const { workspace, saveStatus, library, set, growth } = page(store);
    set(0.2);
    await pause(300);
    const first = saveStatus.id() ?? '';
    await library.rename(first, ' Plan ');
    expect(saveStatus.name()).toBe('Plan');
    await library.create('guangdong');
    set(0.3);
    await pause(300);
    const second = saveStatus.id() ?? '';
    expect(second).not.toBe(first);
    await library.remove(second);
    expect(saveStatus.id()).toBe(first);
    expect(growth()).toBe(0.2);
    await library.remove(first);
    expect(saveStatus.id()).toBeUndefined();
    expect(workspace.document()).toEqual(newDocument(GUANGDONG));
    expect((await library.list()).trashed.length).toBe(2);
    await library.bringBack(first);
    await library.open(first);
    expect(saveStatus.name()).toBe('Plan');
    expect(growth()).toBe(0.2);
  });

  it('copies a document with what was typed a moment ago', async () => {
    const store = new MemoryStore();
    const { saveStatus, library, set } = page(store);
    set(0.2);
    await library.duplicate(saveStatus.id() ?? '', 'Plan');
    const { documents } = await library.list();
    const copy = documents.find(({ id }) => id !== saveStatus.id());
    expect(copy?.name).toBe('Plan (copy)');
    expect(await keptGrowth(store, copy?.id)).toBe(0.2);
  });
});
