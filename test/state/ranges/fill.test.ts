import fc from 'fast-check';
import { createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { boxOf, inBox, placesOf } from '../../../src/document/selection.ts';
import { createEngine } from '../../../src/engine/client.ts';
import type { Line } from '../../../src/model/line.ts';
import type { Model } from '../../../src/model/model.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { continued, drawnTo, fillDraft, fillRuns, fillSelection, fillTo } from '../../../src/state/ranges/fill.ts';
import { gestureOf } from '../../../src/state/ranges/gesture.ts';
import { Jobs } from '../../../src/state/ranges/jobs.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import { waitFor } from '../../fixtures/waitFor.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const SOURCE = { top: 4, bottom: 5, left: 4, right: 6 };

describe('a fill', () => {
  it('reaches each place that the drag adds, once, from the line or column that it goes along', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.nat(10), (line, column) => {
        const target = drawnTo(SOURCE, { line, column });
        const filled = [...fillRuns(SOURCE, target)].flatMap(({ to }) => to);
        expect(filled.length).toBe(placesOf(target).length - placesOf(SOURCE).length);
        expect(new Set(filled.map((p) => `${p.line},${p.column}`)).size).toBe(filled.length);
        expect(filled.every((p) => inBox(p, target) && !inBox(p, SOURCE))).toBe(true);
      }),
    );
  });

  it('counts from the far end when it goes up or back', () => {
    const [first] = fillRuns(SOURCE, { ...SOURCE, left: 2 });
    expect(first?.from.map((p) => p.column)).toEqual([6, 5, 4]);
    expect(first?.to.map((p) => p.column)).toEqual([3, 2]);
  });
});

describe('a series of numbers', () => {
  it('goes on by its step, without binary noise', () => {
    expect(continued([0.153, 0.154], 3)).toEqual([0.155, 0.156, 0.157]);
    expect(continued([3, 2], 4)).toEqual([1, 0, -1, -2]);
    expect(continued([5, 5, 5], 2)).toEqual([5, 5]);
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: -1e3, max: 1e3 }),
        fc.integer({ min: 2, max: 6 }),
        (start, step, n) => {
          const numbers = Array.from({ length: n }, (_, i) => start + i * step);
          expect(continued(numbers, 2)).toEqual([start + n * step, start + (n + 1) * step]);
        },
      ),
    );
  });

  it('follows the nearest line where its steps differ', () => {
    expect(continued([1, 2, 4], 1)[0]).toBeCloseTo(5.3333, 3);
  });
});

describe('a fill of 20,000 cells', () => {
  const LINES = Array.from({ length: 1000 }, (_, i): Line => {
    return { id: `own_${i}`, label: { en: '', zh: '' }, kind: 'input', perPeriod: true, unit: 'firms', value: 1 };
  });
  const MODEL: Model = { ...(RESOLVED[0] as Model), lines: LINES, periods: { first: 2022, last: 2041 } };
  const FIRST = { line: 0, column: 3 };
  const LAST = { line: 999, column: 22 };

  /** A sheet with its first line typed in and all of it selected, whose engine has nothing to say. */
  function open() {
    return createRoot((dispose) => {
      const catalog = { seeds: SEEDS, first: MODEL, entries: RESOLVED, load: async () => MODEL };
      const workspace = new Workspace(
        catalog,
        createEngine(() => ({ send: () => {}, stop: () => {} })),
      );
      onTestFinished(() => {
        workspace.engine.dispose();
        dispose();
      });
      const [scenario, line] = [workspace.scenarioId, 'own_0'];
      workspace.dispatch({ kind: 'cells', edits: [{ scenario, line, slot: 2022, content: 5 }] });
      const editor = new Editor(workspace);
      editor.selectRange({ from: FIRST, to: LAST }, FIRST);
      return { workspace, editor, jobs: new Jobs() };
    });
  }
  type Opened = ReturnType<typeof open>;
  const SOURCE_LINE = boxOf({ from: FIRST, to: { line: 0, column: 22 } });
  const ways: readonly (readonly [string, (app: Opened) => void, last: number])[] = [
    ['Ctrl+D', ({ editor, jobs }) => fillSelection(editor, jobs, 'down', gestureOf(editor)), 5],
    ['the handle', ({ editor, jobs }) => fillTo(editor, jobs, SOURCE_LINE, boxOf({ from: FIRST, to: LAST })), 5],
    [
      'Ctrl+Enter',
      ({ editor, jobs }) => {
        editor.type('7');
        fillDraft(editor, jobs);
      },
      7,
    ],
  ];

  it.each(ways)('by %s lets others in, is one step, and can be called off', async (_, fill, value) => {
    const app = open();
    const { workspace, jobs } = app;
    const steps = () => workspace.history().past.length;
    fill(app);
    jobs.cancel();
    await jobs.run('fill', async () => {});
    expect(steps()).toBe(1);
    fill(app);
    // It did not keep the thread until all was done.
    expect(steps()).toBe(1);
    await waitFor(() => expect(steps()).toBe(2));
    expect(workspace.effective({ scenario: workspace.scenarioId, line: 'own_999', slot: 2022 }).content).toBe(value);
    expect(Object.keys(workspace.base.overrides)).toHaveLength(1000);
    workspace.undo();
    expect(Object.keys(workspace.base.overrides)).toEqual(['own_0']);
  });
});

describe('what is typed over a selection by Ctrl+Enter', () => {
  /** An editor on the shipped model with two years of a line selected. */
  function typing(text: string) {
    return createRoot((dispose) => {
      const [model] = RESOLVED as [Model];
      const catalog = { seeds: SEEDS, first: model, entries: RESOLVED, load: async () => model };
      const workspace = new Workspace(
        catalog,
        createEngine(() => ({ send: () => {}, stop: () => {} })),
      );
      onTestFinished(() => {
        workspace.engine.dispose();
        dispose();
      });
      const editor = new Editor(workspace);
      editor.jump({ scenario: 'base', line: 'gd_scale', slot: 2025 });
      const { active } = editor.selection();
      editor.selectRange({ from: active, to: { ...active, column: active.column + 1 } }, active);
      editor.begin('enter', text);
      return { workspace, editor };
    });
  }

  it('has the brackets of a formula closed, as by Enter', async () => {
    const { workspace, editor } = typing('=SUM(1,2');
    await fillDraft(editor, new Jobs());
    expect(workspace.base.overrides.gd_scale).toEqual({
      2025: { formula: '=SUM(1,2)' },
      2026: { formula: '=SUM(1,2)' },
    });
    expect(editor.draft()).toBeUndefined();
  });

  it('stays where it is refused, with the reason', async () => {
    const { workspace, editor } = typing('7');
    workspace.isReadOnly = () => true;
    await fillDraft(editor, new Jobs());
    expect(editor.draft()?.text).toBe('7');
    expect(editor.refusal()).toBe('elsewhere');
    expect(workspace.base.overrides.gd_scale).toBeUndefined();
  });
});
