import fc from 'fast-check';
import { createRoot } from 'solid-js';
import { expect, it, onTestFinished } from 'vitest';
import type { Catalog } from '../../src/catalog.ts';
import { createEngine } from '../../src/engine/client.ts';
import type { EngineRequest } from '../../src/engine/requests.ts';
import type { Connect } from '../../src/engine/transport.ts';
import type { Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { Workspace } from '../../src/state/document/workspace.ts';
import { inProcess } from '../fixtures/inProcess.ts';
import { LINES, PERIODS, SCENARIOS } from '../fixtures/small.ts';
import { RESOLVED, SEEDS } from '../models/shipped.ts';
import { runs } from '../runs.ts';

const MODEL: Model = {
  ...(RESOLVED[0] as Model),
  lines: LINES,
  periods: PERIODS,
  scenarios: SCENARIOS as Model['scenarios'],
};
const CATALOG: Catalog = { seeds: SEEDS, first: MODEL, entries: RESOLVED, load: async () => MODEL };

/** A workspace, with what reaches its engine. */
function open() {
  return createRoot((dispose) => {
    const kinds: EngineRequest['kind'][] = [];
    const connect: Connect = (...on) => {
      const { send, stop } = inProcess(...on);
      return {
        send: (id, request) => {
          kinds.push(request.kind);
          send(id, request);
        },
        stop,
      };
    };
    const engine = createEngine(connect);
    onTestFinished(() => {
      engine.dispose();
      dispose();
    });
    return { kinds, workspace: new Workspace(CATALOG, engine) };
  });
}
const own = (number: number): Line => ({
  kind: 'series',
  id: `own_${number}`,
  label: { en: '', zh: '' },
  unit: 'index',
  formula: `=${number}`,
});
const builds = (kinds: readonly string[]) => kinds.filter((kind) => kind === 'build').length;

it('steps of structure that are undone at once cost two builds, whatever their number, and leave the right values', async () => {
  const { kinds, workspace } = open();
  await workspace.engine.functions();
  for (let i = 1; i <= 16; i++) {
    workspace.dispatch({ kind: 'structure', parts: { lines: [...workspace.model().lines, own(i)] } });
    await workspace.engine.functions();
  }
  kinds.length = 0;
  for (let i = 0; i < 15; i++) workspace.undo();
  const rows = [1, 2].map((number) => ({ scenario: workspace.base.id, line: `own_${number}` }));
  const { values } = await workspace.engine.read(rows);
  expect(builds(kinds)).toBe(2);
  expect(values[1]).toBe(1);
  expect(values.at(-1)).toBeNaN();
  expect(workspace.engine.isBehind).toBe(false);
});

it('whatever is done in whatever haste, values are those of the document in the end', async () => {
  const step = fc.constantFrom('line', 'cell', 'undo', 'redo', 'wait', 'many' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      const [hasty, slow] = [open(), open()];
      let count = 0;
      for (const one of steps) {
        count++;
        for (const { workspace } of [hasty, slow]) {
          const edit = { scenario: workspace.base.id, line: 'growth', slot: 'value' as const, content: count / 100 };
          if (one === 'undo') workspace.undo();
          else if (one === 'redo') workspace.redo();
          else if (one === 'cell') workspace.dispatch({ kind: 'cells', edits: [edit] });
          else if (one !== 'wait') {
            const { scenarios } = workspace.document();
            const [base] = scenarios;
            const lines = [...workspace.model().lines, own(count)];
            const held = base && { ...base, overrides: { ...base.overrides, growth: { value: count / 50 } } };
            const parts = one === 'line' || !held ? { lines } : { scenarios: [held, ...scenarios.slice(1)] };
            workspace.dispatch({ kind: 'structure', parts });
          }
        }
        if (one === 'wait') await hasty.workspace.engine.functions();
        await slow.workspace.engine.functions();
      }
      const rows = hasty.workspace.model().lines.map(({ id }) => ({ scenario: hasty.workspace.base.id, line: id }));
      const [fast, right] = await Promise.all([hasty, slow].map(({ workspace }) => workspace.engine.read(rows)));
      expect(fast?.values).toEqual(right?.values);
    }),
    runs(30, 600),
  );
});
