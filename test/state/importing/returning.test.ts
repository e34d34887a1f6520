import { createRoot } from 'solid-js';
import { expect, it, onTestFinished } from 'vitest';
import { loadCatalog } from '../../../src/catalog.ts';
import type { Change } from '../../../src/document/change.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { listKept } from '../../../src/io/documents.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { homeOf } from '../../../src/state/importing/homes.ts';
import { type Offer, pairsOf } from '../../../src/state/importing/returning.ts';
import { Keeper } from '../../../src/state/keeping/keeper.ts';
import { createSaveStatus } from '../../../src/state/keeping/saveStatus.ts';
import { Tabs } from '../../../src/state/keeping/tabs.ts';
import { LazyModule } from '../../../src/state/page/lazyModule.ts';
import { createWords } from '../../../src/state/page/words.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { MemoryStore } from '../../fixtures/memoryStore.ts';
import { ownDocument } from '../../fixtures/own.ts';

const CATALOG = loadCatalog();
const { model, document } = ownDocument();
const growth = (content: number): Change => ({
  kind: 'cells',
  edits: [{ scenario: 'base', line: 'own_2', slot: 'value', content }],
});

/** A page that keeps what is made on it. */
function page() {
  return createRoot((dispose) => {
    const workspace = new Workspace(CATALOG, createEngine(inProcess));
    const saveStatus = createSaveStatus(undefined);
    const store = new MemoryStore();
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
    const keeper = new Keeper(ports, { opened: workspace.opened });
    workspace.gateway.listen(({ state: { opened, document } }) =>
      keeper.see({ opened, document, shipped: opened.model }),
    );
    onTestFinished(() => {
      tabs.close();
      workspace.engine.dispose();
      dispose();
    });
    const keeping = {
      ...saveStatus,
      keeper: new LazyModule(
        async () => keeper,
        () => {},
      ),
    };
    return { workspace, editor: new Editor(workspace), keeping, kept: keeper, store };
  });
}

const isThis = (found: { document: unknown }) => JSON.stringify(found.document) === JSON.stringify(document);
const names = async ({ store }: ReturnType<typeof page>) =>
  (await listKept(store)).documents.map(({ name }) => name).sort();

it('a workbook of a document that is kept and not open goes on with that document, and makes no second one', async () => {
  const app = page();
  const { workspace, kept } = app;
  workspace.show(model, document);
  await kept.settle();
  await workspace.open('china');
  const home = await homeOf(app, model, isThis);
  expect(home).toMatchObject({ name: 'Chips', isSame: true });
  expect(await kept.open(home?.id ?? '')).toBe(true);
  workspace.dispatch(growth(0.3));
  await kept.settle();
  expect(await names(app)).toEqual(['Chips']);
});

it('one whose document has gone on since opens beside it, by a name that tells them apart', async () => {
  const app = page();
  const { workspace, kept } = app;
  workspace.show(model, document);
  workspace.dispatch(growth(0.2));
  const home = await homeOf(app, model, isThis);
  expect(home).toMatchObject({ name: 'Chips', isSame: false, names: ['Chips'] });
  kept.begin('Chips (from the workbook)', model, document);
  workspace.dispatch(growth(0.3));
  await kept.settle();
  expect(await names(app)).toEqual(['Chips', 'Chips (from the workbook)']);
  expect(app.keeping.name()).toBe('Chips (from the workbook)');
  expect(await kept.open(home?.id ?? '')).toBe(true);
  expect(workspace.base.overrides.own_2?.value).toBe(0.2);
});

it('says of a cell that came back what it held and what it holds', () => {
  const app = createWords(() => 'en');
  const cell = { scenario: 'base', line: 'own_2', slot: 'value' } as const;
  const first = { scenario: 's1', line: 'own_3', slot: 2021 } as const;
  const change: Change = {
    kind: 'cells',
    edits: [...(growth(0.125) as Extract<Change, { kind: 'cells' }>).edits, { ...first, content: 7 }],
  };
  const offer = { model, document, change, told: [], isOpen: true, home: undefined } satisfies Offer;
  const pairs = pairsOf(app, offer);
  const place = { sheet: '', address: '', said: '' };
  expect(pairs({ ...place, cell })).toEqual({ before: '10.0%', after: '12.5%' });
  expect(pairs({ ...place, cell: first })).toEqual({ before: '=D4*(1+$C$3)', after: '7.00 bn yuan' });
  expect(pairs(place)).toBeUndefined();
});
