import { createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Catalog, UnknownModel } from '../../../src/catalog.ts';
import { type Document, newDocument, type Scenario } from '../../../src/document/document.ts';
import { ModelNotLoaded } from '../../../src/document/restoring.ts';
import { checkSaved, NotADocument, NotYetKnown, save } from '../../../src/document/saved.ts';
import type { Saved } from '../../../src/document/schema.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { writesOf } from '../../../src/io/documents.ts';
import { writeDocument } from '../../../src/io/json.ts';
import { decodeLink, encodeLink } from '../../../src/io/link/link.ts';
import { readDocument } from '../../../src/io/readJson.ts';
import { keepVersion } from '../../../src/io/versions.ts';
import type { Model } from '../../../src/model/model.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { takeDocument } from '../../../src/state/importing/importing.ts';
import { Keeper } from '../../../src/state/keeping/keeper.ts';
import { Library } from '../../../src/state/keeping/library.ts';
import { restoreText } from '../../../src/state/keeping/restoring.ts';
import { createSaveStatus } from '../../../src/state/keeping/saveStatus.ts';
import { Tabs } from '../../../src/state/keeping/tabs.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { MemoryStore } from '../../fixtures/memoryStore.ts';
import { NEXT } from '../../fixtures/next.ts';
import { ownDocument } from '../../fixtures/own.ts';
import { RESOLVED, resolved, SEEDS } from '../../models/shipped.ts';

const OLD = resolved('guangdong');

/** An app whose first model has come to its second version. */
const CATALOG: Catalog = {
  seeds: SEEDS,
  first: NEXT,
  entries: RESOLVED,
  load: async (id, version) => {
    const found = [NEXT, ...RESOLVED].find((m) => m.id === id && (version ?? m.version) === m.version);
    if (!found) throw new UnknownModel(id, version);
    return found;
  },
};

/** A document that was made on the first version: levers that overlap by less than they do in the second. */
const fresh = newDocument(OLD);
const MADE: Document = {
  ...fresh,
  scenarios: fresh.scenarios.map(
    (scenario): Scenario => (scenario.id === 'levers' ? { ...scenario, name: 'Mine' } : scenario),
  ),
};

function app() {
  return createRoot((dispose) => {
    const workspace = new Workspace(CATALOG, createEngine(inProcess));
    onTestFinished(() => {
      workspace.engine.dispose();
      dispose();
    });
    const show = (model: Model, document: Document) => workspace.show(model, document);
    /** The scale of 2030 with all levers, as the sheet shows it. */
    const scale = async () => {
      const { periods, values } = await workspace.engine.read([{ scenario: 'levers', line: 'gd_scale' }]);
      return values[1 + 2030 - periods.first];
    };
    return { workspace, editor: new Editor(workspace), show, scale };
  });
}
type App = ReturnType<typeof app>;

/** An app that keeps what is open. */
function keeping() {
  const into = app();
  const { workspace, editor } = into;
  const store = new MemoryStore();
  const saveStatus = createSaveStatus(undefined);
  const tabs = new Tabs();
  onTestFinished(() => tabs.close());
  const keeper = new Keeper(
    { workspace, saveStatus, store, tabs, locks: undefined, isPaused: () => false, copyName: (name) => name },
    { opened: workspace.opened },
  );
  const library = new Library({ workspace, editor, keeping: { ...saveStatus, keeper: undefined as never } }, keeper);
  return { ...into, library, saveStatus, store };
}

/** Every way in which a document is opened. */
const WAYS: Readonly<Record<string, (into: App) => Promise<void>>> = {
  file: (into) => takeDocument(into, readDocument(writeDocument(save(MADE, OLD)))),
  link: async ({ show }) => {
    const brought = await decodeLink(await encodeLink(MADE, OLD, {}), CATALOG.load);
    if ('document' in brought) show(brought.shipped, brought.document);
  },
  store: async ({ show }) => {
    const { model, document } = await restoreText(CATALOG, JSON.stringify(save(MADE, OLD)));
    show(model, document);
  },
};

async function shownOn(model: Model): Promise<number | undefined> {
  const into = app();
  into.show(model, { ...MADE, model: { id: model.id, version: model.version } });
  return into.scale();
}

describe('a document of an older version of its model', () => {
  it.each(Object.entries(WAYS))('shows the numbers that its maker saw, where it comes by %s', async (_, open) => {
    const into = app();
    await open(into);
    expect(into.workspace.document()).toEqual(MADE);
    expect(into.workspace.shipped()).toBe(OLD);
    const number = await into.scale();
    expect(number).toBe(await shownOn(OLD));
    // Else it would not show which version it is.
    expect(number).not.toBe(await shownOn(NEXT));
  });

  it('shows them too where it is a version of a document that is on the newest', async () => {
    const { workspace, scale, show, library, saveStatus, store } = keeping();
    await keepVersion(store, saveStatus.id() ?? '', 1, JSON.stringify(save(MADE, OLD)));
    const then = await library.version(1);
    await library.goBack(then);
    expect(await scale()).toBe(await shownOn(OLD));
    expect(workspace.document().model.version).toBe(NEXT.version);
    // One of the same version shares its lines with the model that is open: it is kept by their ids alone.
    const lines = [...OLD.lines].reverse();
    show(OLD, MADE);
    await keepVersion(store, saveStatus.id() ?? '', 2, JSON.stringify(save({ ...MADE, lines }, OLD)));
    const same = await library.version(2);
    expect(same.lines?.every((line, i) => line === lines[i])).toBe(true);
  });
});

describe('what can’t be restored', () => {
  const saved = checkSaved(save(MADE, OLD));
  const refusal = (what: Saved, catalog = CATALOG) =>
    takeDocument({ ...app(), workspace: new Workspace(catalog, createEngine(inProcess)) }, what).catch(
      (error: unknown) => error,
    );

  it('is told apart: unknown here, not loaded, and no document', async () => {
    const failing = { ...CATALOG, load: () => Promise.reject(new TypeError('Failed to fetch')) };
    expect(await refusal({ ...saved, model: { id: 'atlantis', version: 1 } })).toBeInstanceOf(NotYetKnown);
    expect(await refusal({ ...saved, model: { id: 'guangdong', version: 999 } })).toBeInstanceOf(NotYetKnown);
    expect(await refusal(saved, failing)).toBeInstanceOf(ModelNotLoaded);
    const { document, model } = ownDocument();
    const own = checkSaved(save(document, model));
    expect(await refusal({ ...own, model: { id: 'guangdong', version: 1 } })).toMatchObject({ path: 'model.id' });
    expect(await refusal({ ...saved, model: own.model })).toBeInstanceOf(NotADocument);
    expect(await refusal({ ...saved, lines: ['gd_scale', 'gd_gone'] })).toMatchObject({
      path: 'lines.1',
      fault: { kind: 'unknown', id: 'gd_gone' },
    });
  });

  it('is set aside where the store has it, and told: two lines of one id once left no engine, at every start', async () => {
    const { workspace, library, saveStatus, store } = keeping();
    const { document, model } = ownDocument();
    const own = checkSaved(save(document, model));
    const lines = own.own?.lines.map((line) => ({ ...line, id: line.id === 'own_3' ? 'own_2' : line.id }));
    const { lines: _, ...rest } = own;
    const text = JSON.stringify({ ...rest, own: { ...own.own, lines, charts: [] } });
    const info = { id: 'a', name: 'Chips', model: model.id, createdAt: 1, changedAt: 1, revision: 1 };
    await store.put(writesOf({ info, text, save: 'a', own: new Set() }));
    const before = workspace.document();
    expect(await library.open('a')).toBe(false);
    expect(saveStatus.notices()).toMatchObject([{ kind: 'setAside', name: 'Chips' }]);
    expect(workspace.document()).toBe(before);
    const { documents, setAside } = await library.list();
    expect(documents).toEqual([]);
    expect(setAside).toMatchObject([{ data: text, why: 'own.lines.2.id: the id "own_2" stands twice' }]);
  });
});
