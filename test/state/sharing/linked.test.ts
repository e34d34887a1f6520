import fc from 'fast-check';
import { createRoot } from 'solid-js';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Catalog, UnknownModel } from '../../../src/catalog.ts';
import { type Document, newDocument, type Scenario } from '../../../src/document/document.ts';
import { createEngine } from '../../../src/engine/client.ts';
import type { Connect } from '../../../src/engine/transport.ts';
import { encodeLink } from '../../../src/io/link/link.ts';
import type { Line } from '../../../src/model/line.ts';
import type { Model } from '../../../src/model/model.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { createPreferences } from '../../../src/state/page/preferences.ts';
import { LinkOpener } from '../../../src/state/sharing/linked.ts';
import { createPreview } from '../../../src/state/sharing/preview.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import { NEXT } from '../../fixtures/next.ts';
import { RESOLVED, resolved, SEEDS } from '../../models/shipped.ts';
import { runs } from '../../runs.ts';

const OLD = resolved('guangdong');
const GROWTH = { scenario: 'base', line: 'gd_growth', slot: 'value' } as const;

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

/** No value is asked for here, so the engine is one that has not answered yet. */
const silent: Connect = () => ({ send: () => {}, stop: () => {} });

/** A link to a document of a model that holds one override of its base. */
async function linkTo(model: Model, growth: number, more: Partial<Document> = {}): Promise<string> {
  const fresh = newDocument(model);
  const [base, ...others] = fresh.scenarios as [Scenario, ...Scenario[]];
  const overrides = { [model.id === 'guangdong' ? 'gd_growth' : 'cn_growth']: { value: growth } };
  return encodeLink({ ...fresh, scenarios: [{ ...base, overrides }, ...others], ...more }, model, {
    lang: 'zh',
    money: 'bn US$',
  });
}

beforeEach(() => {
  // What the browser has and Node has not.
  const location = { hash: '', pathname: '/app/', search: '' };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', {
    replaceState: (_data: unknown, _title: string, url: string) => {
      location.hash = /#.*$/.exec(url)?.[0] ?? '';
    },
  });
  vi.stubGlobal('navigator', { language: 'fr-FR' });
  vi.stubGlobal('document', { documentElement: {} });
});

function open(first = '') {
  location.hash = first;
  return createRoot((dispose) => {
    onTestFinished(dispose);
    const workspace = new Workspace(CATALOG, createEngine(silent));
    const app = {
      workspace,
      editor: new Editor(workspace),
      preferences: createPreferences(),
      preview: createPreview(),
    };
    const follow = (link: string) => {
      location.hash = link;
      app.preview.follow(`http://localhost/${link}`);
    };
    const growth = () => workspace.effective(GROWTH).content;
    return { ...app, opener: new LinkOpener(app), follow, growth };
  });
}

describe('a link that is looked at', () => {
  it('is what nothing is kept of, from the first moment until the reader decides', async () => {
    const { preview, opener, growth } = open(await linkTo(NEXT, 0.26));
    expect(preview.active()).toBe(true);
    await expect.poll(growth).toBe(0.26);
    expect(preview.active()).toBe(true);
    opener.keep();
    expect(preview.active()).toBe(false);
    expect(growth()).toBe(0.26);
    expect(location.hash).toBe('');
  });

  it('lets an open page go on until it has been read: what is done and typed meanwhile is one’s own', async () => {
    const { workspace, editor, opener, preview, follow, growth } = open();
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.2 }] });
    follow(await linkTo(NEXT, 0.26));
    expect(preview.active()).toBe(false);
    editor.jump(GROWTH);
    editor.begin('enter');
    editor.type('31%');
    await expect.poll(growth).toBe(0.26);
    expect(preview.active()).toBe(true);
    opener.discard();
    expect(growth()).toBe(0.31);
  });

  it('is left by the browser’s Back, and not by an address of another kind', async () => {
    const { preview, follow, growth, opener } = open();
    const own = growth();
    follow(await linkTo(NEXT, 0.26));
    await expect.poll(growth).toBe(0.26);
    preview.follow('http://localhost/#methods/logistic');
    expect(opener.linked()).toBeDefined();
    preview.follow('http://localhost/');
    expect(growth()).toBe(own);
    expect(preview.active()).toBe(false);
  });

  it('leaves the address with what was shared of it: a reload brought the discarded link back', async () => {
    const { opener, growth, follow } = open();
    follow(await linkTo(NEXT, 0.26));
    await expect.poll(growth).toBe(0.26);
    history.replaceState(null, '', await linkTo(NEXT, 0.27));
    opener.discard();
    expect(growth()).not.toBe(0.26);
    expect(location.hash).toBe('');
  });

  it('gives back the very document, history and cell that were open, also after a second link', async () => {
    const { workspace, editor, opener, follow, growth, preview } = open();
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.2 }] });
    editor.select({ line: 5, column: 4 });
    const before = { document: workspace.document(), history: workspace.history() };
    follow(await linkTo(NEXT, 0.26));
    await expect.poll(growth).toBe(0.26);
    follow(await linkTo(resolved('china'), 0.3));
    await expect.poll(() => workspace.model().id).toBe('china');
    opener.discard();
    expect(workspace.document()).toBe(before.document);
    expect(workspace.history()).toBe(before.history);
    expect(editor.selection().active).toEqual({ line: 5, column: 4 });
    expect(preview.active()).toBe(false);
  });

  it('is read in the unit of its maker, and in their language where the reader has shown none', async () => {
    const { preferences, opener, growth } = open(await linkTo(NEXT, 0.26));
    await expect.poll(growth).toBe(0.26);
    expect([preferences.lang(), preferences.money()]).toEqual(['zh', 'bn US$']);
    opener.discard();
    expect(preferences.money()).toBe('yi yuan');
    preferences.setLang('en');
    preferences.lend({ money: 'yi yuan' });
    preferences.setMoney('bn yuan');
    expect(preferences.money()).toBe('bn yuan');
  });

  it('needs no decision where it holds what is open', async () => {
    const link = await linkTo(NEXT, 0.26, { view: { ...newDocument(NEXT).view, line: 'gd_firms' } });
    const { workspace, preview, opener } = open();
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.26 }] });
    const { history } = workspace;
    const before = history();
    location.hash = link;
    preview.follow(`http://localhost/${link}`);
    await expect.poll(preview.link).toBeUndefined();
    expect(opener.linked()).toBeUndefined();
    expect(workspace.view.line).toBe('gd_firms');
    expect(history()).toBe(before);
  });

  it('ends where another model is chosen, and nothing of it stays', async () => {
    const { workspace, preview, preferences, opener, growth } = open(await linkTo(NEXT, 0.26));
    await expect.poll(growth).toBe(0.26);
    await workspace.open('china');
    expect(preview.active()).toBe(false);
    expect(opener.linked()).toBeUndefined();
    expect(preferences.money()).toBe('yi yuan');
    expect(workspace.model().id).toBe('china');
  });
});

describe('a link of an older version of its model', () => {
  it('opens on the figures of then, says what has changed since, and opens on those of today when asked', async () => {
    const { workspace, opener, growth, preview } = open(await linkTo(OLD, 0.26));
    await expect.poll(growth).toBe(0.26);
    expect(workspace.document().model.version).toBe(1);
    const overlap = () => workspace.effective({ scenario: 'base', line: 'gd_overlap', slot: 'value' }).content;
    expect(overlap()).toBe(0.2);
    const since = opener.linked()?.since?.map(({ was, is }) => [was?.id, is?.id]);
    expect(since).toEqual([
      ['gd_overlap', 'gd_overlap'],
      [undefined, 'gd_added'],
      ['gd_held_passes', undefined],
    ]);
    opener.useToday();
    expect(workspace.document().model.version).toBe(2);
    expect([growth(), overlap()]).toEqual([0.26, 0.3]);
    expect(opener.linked()?.since).toBeUndefined();
    expect(opener.linked()?.differences.map(({ kind }) => kind)).toEqual(['cell']);
    expect(preview.active()).toBe(true);
    opener.discard();
    expect(growth()).toBe(0.153);
  });
});

describe('a link that can’t be opened', () => {
  it('leaves what is open as it is, whatever it is', async () => {
    const { workspace, preview, opener, follow } = open();
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.2 }] });
    const before = { document: workspace.document(), history: workspace.history(), model: workspace.shipped() };
    const hashes = fc.oneof(fc.string(), fc.string({ unit: 'binary' })).map((rest) => `#1.${rest}`);
    await fc.assert(
      fc.asyncProperty(hashes, async (hash) => {
        follow(hash);
        await expect.poll(opener.problem, { interval: 1 }).toBe('damaged');
        expect(preview.active()).toBe(false);
        expect({ document: workspace.document(), history: workspace.history(), model: workspace.shipped() }).toEqual(
          before,
        );
        opener.dismiss();
        expect(preview.link()).toBeUndefined();
      }),
      runs(20, 1_000),
    );
    expect(workspace.document()).toBe(before.document);
  });

  it('is told where it was changed on its way; one that opens holds what was shared, and what was open comes back', async () => {
    const { workspace, preview, opener, follow, growth } = open();
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.2 }] });
    const before = { document: workspace.document(), history: workspace.history(), model: workspace.shipped() };
    const link = await linkTo(NEXT, 0.26);
    // A letter that is another one, is missing, is there twice, or stands where none did; or the end of it is gone.
    const changed = fc
      .tuple(
        fc.nat(link.length - 3),
        fc.constantFrom('replace', 'delete', 'double', 'insert', 'cut'),
        fc.string({ maxLength: 3 }),
      )
      .map(([i, how, by]) => {
        const [head, at, tail] = [link.slice(0, 2 + i), link.charAt(2 + i), link.slice(3 + i)];
        const middle = { replace: by, delete: '', double: at + at, insert: by + at, cut: '' }[how] ?? '';
        return how === 'cut' ? head : head + middle + tail;
      });
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(changed, async (hash) => {
        follow(hash);
        await expect.poll(() => opener.problem() ?? opener.linked() ?? !preview.link(), { interval: 1 }).toBeTruthy();
        if (opener.linked()) {
          opened++;
          expect(growth()).toBe(0.26);
          opener.discard();
        } else if (opener.problem()) opener.dismiss();
        expect({ document: workspace.document(), history: workspace.history(), model: workspace.shipped() }).toEqual(
          before,
        );
        expect(preview.link()).toBeUndefined();
      }),
      runs(20, 2_000),
    );
    expect(workspace.document()).toBe(before.document);
    expect(opened).toBeLessThan(runs(20, 2_000).numRuns);
  });

  it('ends the look at the one before, and gives back what was open', async () => {
    const { workspace, opener, follow, growth } = open();
    const before = workspace.document();
    follow(await linkTo(NEXT, 0.26));
    await expect.poll(growth).toBe(0.26);
    follow('#1.p.cut');
    await expect.poll(opener.problem).toBe('damaged');
    expect(workspace.document()).toBe(before);
    expect(opener.linked()).toBeUndefined();
  });

  it('is refused before the engine sees it where it holds more cells than a workbook takes', async () => {
    const own = (i: number): Line => ({
      kind: 'series',
      id: `own_${i}`,
      label: { en: '', zh: '' },
      unit: 'index',
      formula: '=1',
    });
    const lines = [...NEXT.lines, ...Array.from({ length: 5_000 }, (_, i) => own(i + 1))];
    const periods = { first: NEXT.periods.first, last: NEXT.periods.first + 63 };
    const link = await linkTo(NEXT, 0.26, { lines, periods });
    const { workspace, opener, follow } = open();
    const before = workspace.document();
    follow(link);
    await expect.poll(opener.problem).toBe('large');
    expect(workspace.document()).toBe(before);
  });
});
