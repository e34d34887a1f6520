import { createEffect, createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Catalog } from '../../../src/catalog.ts';
import { newDocument } from '../../../src/document/document.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { EngineService } from '../../../src/engine/service.ts';
import { LIMITS } from '../../../src/engine/size.ts';
import type { Connect, Transport } from '../../../src/engine/transport.ts';
import type { CellRef } from '../../../src/model/content.ts';
import type { Line } from '../../../src/model/line.ts';
import type { Model } from '../../../src/model/model.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { numberIn, slotIndex } from '../../../src/state/insight/cells.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const CATALOG: Catalog = {
  seeds: SEEDS,
  first: RESOLVED[0] as Model,
  entries: RESOLVED,
  load: async (id) => {
    const model = RESOLVED.find((m) => m.id === id);
    if (!model) throw new Error(id);
    return model;
  },
};
const GROWTH: CellRef = { scenario: 'base', line: 'gd_growth', slot: 'value' };

/** A workspace on the shipped models, and a way to wait for a value that the engine brings. */
function open(connect: Connect = inProcess, catalog = CATALOG) {
  return createRoot((dispose) => {
    onTestFinished(dispose);
    const workspace = new Workspace(catalog, createEngine(connect));
    const row = (scenario: string, line: string) => workspace.rows.watch(scenario, line);
    const scale = { base: row('base', 'gd_scale'), levers: row('levers', 'gd_scale') };
    const at2025 = (id: 'base' | 'levers') => numberIn(scale[id](), slotIndex({ slot: 2025 }, workspace));
    const settled = (id: 'base' | 'levers', value: number) =>
      expect.poll(() => at2025(id), { interval: 1 }).toBeCloseTo(value, 2);
    return { workspace, settled };
  });
}

describe('the workspace', () => {
  it('opens on the first model, and brings its values', async () => {
    const { settled } = open();
    await settled('base', 229.92);
    await settled('levers', 260.28);
  });

  it('shows what is edited and what comes of it in one picture, and takes it back in one', async () => {
    const { workspace, settled } = open();
    await settled('base', 229.92);
    const drawn: (readonly [content: unknown, scale: string | undefined])[] = [];
    createRoot((dispose) => {
      onTestFinished(dispose);
      const row = workspace.rows.watch('base', 'gd_scale');
      const at2025 = () => numberIn(row(), slotIndex({ slot: 2025 }, workspace))?.toFixed(2);
      createEffect(() => drawn.push([workspace.effective(GROWTH).content, at2025()]));
    });
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.26 }] });
    expect(workspace.effective(GROWTH).content).toBe(0.26);
    expect(drawn).toHaveLength(1);
    await settled('base', 300.06);
    workspace.undo();
    expect(drawn).toHaveLength(2);
    await settled('base', 229.92);
    expect(drawn.slice(1)).toEqual([
      [0.26, '300.06'],
      [drawn[0]?.[0], '229.92'],
    ]);
  });

  it('builds anew for other lines and periods, keeps its numbers in their years meanwhile, and takes it back', async () => {
    const { workspace, settled } = open();
    await settled('base', 229.92);
    workspace.dispatch({ kind: 'structure', parts: { periods: { first: 2020, last: 2036 } } });
    expect(workspace.rows.peek('base', 'gd_scale')?.values[1 + 2025 - 2020]).toBeCloseTo(229.92, 2);
    workspace.undo();
    await settled('base', 229.92);
    expect(workspace.model()).toBe(workspace.shipped());
  });

  it('charts a line of the model where the charted one is taken back, and that one again when it is done again', () => {
    const { workspace } = open();
    const own = { kind: 'series', id: 'own_1', label: { en: '', zh: '' }, unit: 'index', formula: '' } as const;
    workspace.dispatch({ kind: 'structure', parts: { lines: [...workspace.model().lines, own] } });
    workspace.dispatch({ kind: 'view', view: { line: 'own_1' } });
    expect(workspace.view.line).toBe('own_1');
    workspace.undo();
    expect(workspace.view.line).toBe('gd_scale');
    workspace.redo();
    expect(workspace.view.line).toBe('own_1');
  });

  it('charts what is there once the lines of the model are gone', () => {
    const { workspace } = open();
    const label = { en: '', zh: '' };
    const yearly = { kind: 'input', id: 'own_1', label, unit: 'index', value: 1, perPeriod: true } as const;
    const series = { kind: 'series', id: 'own_2', label, unit: 'index', formula: '' } as const;
    const show = (lines: readonly Line[]) => workspace.dispatch({ kind: 'structure', parts: { lines } });
    show([yearly]);
    expect([workspace.charted(), workspace.view.line]).toEqual([['own_1'], 'own_1']);
    show([yearly, series]);
    expect([workspace.charted(), workspace.view.line]).toEqual([['own_2'], 'own_2']);
    show([]);
    expect([workspace.charted(), workspace.view.line]).toEqual([[], '']);
    for (let i = 0; i < 3; i++) workspace.undo();
    expect(workspace.view.line).toBe('gd_scale');
  });

  it('lets the line that is charted be chosen, whichever it is', () => {
    const { workspace } = open();
    workspace.dispatch({ kind: 'view', view: { line: 'gd_gap' } });
    expect(workspace.view.line).toBe('gd_gap');
    expect(workspace.charted()).toContain('gd_gap');
    workspace.dispatch({ kind: 'view', view: { line: 'gd_growth' } });
    expect(workspace.view.line).toBe('gd_scale');
  });

  it('carries a change to every scenario that inherits, and takes it back', async () => {
    const { workspace, settled } = open();
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.26 }] });
    await settled('base', 300.06);
    expect(workspace.inheritsByReference({ ...GROWTH, scenario: 'levers' })).toBe(true);
    expect(workspace.undo()).toBe(true);
    await settled('base', 229.92);
    workspace.redo();
    await settled('base', 300.06);
    expect(workspace.undo()).toBe(true);
    expect(workspace.undo()).toBe(false);
  });

  it('keeps the last value of a drag, and makes one step of it', async () => {
    const { workspace, settled } = open();
    for (let i = 0; i <= 20; i++)
      workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.2 + i / 100 }] }, { gesture: 'drag' });
    await settled('base', 150 * 1.4 ** 3);
    workspace.undo();
    await settled('base', 229.92);
    expect(workspace.history().past).toEqual([]);
  });

  it('starts the engine anew when it breaks down, with the same values and a word of it', async () => {
    let crash = () => {};
    const { workspace, settled } = open((onReply, onCrash) => {
      crash = onCrash;
      return inProcess(onReply, onCrash);
    });
    await settled('base', 229.92);
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.26 }] });
    crash();
    await settled('base', 300.06);
    expect(workspace.notices.shown()).toEqual({ kind: 'restarted' });
    workspace.notices.dismiss();
    // Also while nobody asks anything of it: the next formula is not taken for the culprit.
    crash();
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: { formula: '=0.2' } }] });
    await settled('base', 259.2);
    expect(workspace.notices.shown()).toEqual({ kind: 'restarted' });
  });

  it('starts it anew in the middle of a drag, of which the workbook has not taken the last numbers yet: none is lost', async () => {
    let crash = () => {};
    const services: EngineService[] = [];
    const { workspace, settled } = open((onReply, onCrash) => {
      crash = onCrash;
      // Every edit counts as slow, so that the rows in sight follow before the workbook does.
      const service = new EngineService(LIMITS, -1);
      services.push(service);
      let work = Promise.resolve();
      queueMicrotask(() => onReply(0, {}));
      const send: Transport['send'] = (id, request) => {
        work = work.then(async () => {
          await service.prepare(request);
          onReply(id, service.answer(request));
          await service.makeReady();
        });
      };
      return { send, stop: () => {} };
    });
    await settled('base', 229.92);
    for (const content of [0.2, 0.3, 0.26]) {
      workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content }] }, { gesture: 'slide' });
      await settled('base', 150 * (1 + content) ** 3);
    }
    expect(services[0]?.rest).toBe('behind');
    crash();
    await settled('base', 300.06);
    await expect.poll(() => services.length).toBe(2);
    await expect.poll(() => services[1]?.rest).toBeUndefined();
    await settled('base', 300.06);
    workspace.undo();
    await settled('base', 229.92);
    expect(workspace.history().past).toEqual([]);
  });

  it('puts a formula that stopped the engine back as text, and one undo takes both away', async () => {
    const { workspace, settled } = open((onReply, onCrash) => {
      const transport = inProcess(onReply, onCrash);
      return {
        ...transport,
        // The engine that meets this formula does not come back from it.
        send: (id, request) =>
          JSON.stringify(request).includes('=1+1+1') && request.kind === 'apply'
            ? onCrash()
            : transport.send(id, request),
      };
    });
    await settled('base', 229.92);
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: { formula: '=1+1+1' } }] });
    await expect.poll(() => workspace.notices.shown()?.kind).toBe('held');
    expect(workspace.effective(GROWTH).content).toEqual({ text: '=1+1+1' });
    workspace.undo();
    await settled('base', 229.92);
    expect(workspace.effective(GROWTH).from).toBe('line');
  });

  it('blames no formula where the engine can’t be started: all that was typed stays, and counts once it can', async () => {
    let isThere = false;
    let trials = 0;
    const connect: Connect = (onReply, onCrash) => {
      if (isThere) return inProcess(onReply, onCrash);
      trials += 1;
      setTimeout(() => {
        trials -= 1;
        onCrash();
      });
      return { send: () => {}, stop: () => {} };
    };
    const { workspace, settled } = open(connect);
    await expect.poll(workspace.notices.shown).toEqual({ kind: 'broken' });
    const content = { formula: '=13/50' };
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content }] });
    // Lines of other contents, and a workbook built anew.
    workspace.dispatch({
      kind: 'structure',
      parts: {
        scenarios: workspace
          .document()
          .scenarios.map((one) =>
            one.id === 'levers' ? { ...one, overrides: { gd_growth: { value: content } } } : one,
          ),
      },
    });
    workspace.dispatch({ kind: 'structure', parts: { periods: { first: 2020, last: 2036 } } });
    await expect.poll(() => trials).toBe(0);
    expect(workspace.notices.shown()).toEqual({ kind: 'broken' });
    for (const scenario of ['base', 'levers'])
      expect(workspace.effective({ ...GROWTH, scenario }).content).toEqual(content);
    isThere = true;
    workspace.undo();
    await settled('base', 300.06);
    expect(workspace.notices.shown()).toEqual({ kind: 'restarted' });
  });

  it('takes a structure that is too large back with what came after it, and calculates what stood before', async () => {
    const { workspace, settled } = open();
    await settled('base', 229.92);
    const before = workspace.document();
    const own = (i: number) => ({ kind: 'heading', id: `own_${i}`, label: { en: '', zh: '' } }) as const;
    const lines = [...workspace.model().lines, ...Array.from({ length: 12_000 }, (_, i) => own(i))];
    workspace.dispatch({ kind: 'structure', parts: { lines } });
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.26 }] });
    await expect.poll(() => workspace.notices.shown()?.kind).toBe('ceiling');
    expect(workspace.document().lines).toBe(before.lines);
    expect(workspace.history()).toEqual({ past: [], future: [] });
    await settled('base', 229.92);
  });

  it('opens the model that was asked for last, and none where another document was opened meanwhile', async () => {
    const brought = new Map<string, () => void>();
    const { workspace } = open(inProcess, {
      ...CATALOG,
      load: (id) => new Promise((resolve) => brought.set(id, () => resolve(CATALOG.load(id)))),
    });
    const model = () => workspace.document().model.id;
    const first = [workspace.open('china'), workspace.open('shanghai')];
    brought.get('shanghai')?.();
    brought.get('china')?.();
    await Promise.all(first);
    expect(model()).toBe('shanghai');
    const late = workspace.open('china');
    workspace.show(CATALOG.first, newDocument(CATALOG.first));
    brought.get('china')?.();
    await late;
    expect(model()).toBe(CATALOG.first.id);
  });

  it('opens another model with its own scenarios and an empty history, and keeps what is open where it can not', async () => {
    const { workspace } = open();
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.26 }] });
    await workspace.open('nowhere');
    expect(workspace.notices.shown()).toEqual({ kind: 'notLoaded' });
    expect(workspace.history().past.length).toBe(1);
    await workspace.open('china');
    expect(workspace.model().id).toBe('china');
    expect(workspace.document().scenarios.map(({ id }) => id)).toEqual(['base', 'slow', 'fast', 'low_ceiling']);
    expect(workspace.history().past).toEqual([]);
  });
});
