import { type Accessor, createRoot, createSignal } from 'solid-js';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Means } from '../../src/analysis/settings.ts';
import { deleteLines } from '../../src/document/lines.ts';
import { openBlank } from '../../src/state/structure/ownModels.ts';
import { createFutures } from '../../src/state/whatIf/futures.ts';
import { createLive } from '../../src/state/whatIf/live.ts';
import { createTable } from '../../src/state/whatIf/table.ts';
import { createTornado } from '../../src/state/whatIf/tornado.ts';
import { openCommandApp } from '../fixtures/commandApp.ts';
import { inProcess } from '../fixtures/inProcess.ts';
import { ownDocument } from '../fixtures/own.ts';

const within = <T>(make: () => T): T =>
  createRoot((dispose) => {
    onTestFinished(dispose);
    return make();
  });
const soon = <T>(look: () => T) => vi.waitFor(look, { interval: 2, timeout: 20_000 });
const ON = () => true;

function opened() {
  const app = openCommandApp();
  const { model, document } = ownDocument();
  app.workspace.show(model, document);
  return { app, workspace: app.workspace };
}

const SUM = { line: 'own_4', slot: 'value' } as const;
const CHIPS = { line: 'own_3', slot: 2024 } as const;
const grown = (rate: number, years = 4) => 100 * (1 + rate) ** years;

it('a tornado asks about what the answer speaks of, follows edits, and is kept as what was asked', async () => {
  const app = openCommandApp();
  const { workspace } = app;
  const { place, run, choose } = within(() => createTornado(app, ON, inProcess));
  expect(place()).toEqual({ line: 'gd_scale', slot: 2025 });
  const first = () => run.found()?.value;
  await soon(() => expect(first()?.now).toBeCloseTo(229.917, 2));
  expect(workspace.document().whatIf).toBeUndefined();
  const edit = { scenario: workspace.base.id, line: 'gd_growth', slot: 'value', content: 0.2 } as const;
  workspace.dispatch({ kind: 'cells', edits: [edit] });
  await soon(() => expect(first()?.now).toBeCloseTo(150 * 1.2 ** 3, 6));
  // The bars of growth itself are where they were; those of others have moved.
  expect(first()?.swings[0]).toMatchObject({ input: { line: 'gd_growth', now: 0.2 } });
  const line = workspace.line('gd_gap');
  if (line) choose(line, 2025);
  expect(workspace.document().whatIf).toEqual({ tornado: { line: 'gd_gap', slot: 2025 } });
  await soon(() => expect(run.found()?.question.result.line).toBe('gd_gap'));
  workspace.undo();
  expect(workspace.document().whatIf).toBeUndefined();
});

it('ranges that nobody has set are guesses, and those of a distribution go from P10 to P90', async () => {
  const { app, workspace } = opened();
  workspace.dispatch({ kind: 'structure', parts: { whatIf: { tornado: CHIPS } } });
  const { run } = within(() => createTornado(app, ON, inProcess));
  const swing = () => run.found()?.value.swings[0];
  await soon(() => expect(swing()?.input).toMatchObject({ line: 'own_2', basis: 'guess', low: 0.05, high: 0.2 }));
  // What stands outside of its range now, in this scenario.
  expect(swing()?.input.now).toBe(0.25);
  expect(swing()?.shown.map(({ y }) => y)).toEqual(
    [0.05, 0.0875, 0.125, 0.1625, 0.2].map((rate) => expect.closeTo(grown(rate), 8)),
  );
  const uncertain = { own_2: { shape: { kind: 'uniform', low: 0, high: 1 } } } as const;
  workspace.dispatch({ kind: 'structure', parts: { whatIf: { tornado: CHIPS, uncertain } } });
  await soon(() => expect(swing()?.input).toMatchObject({ basis: 'quantiles', low: 0.1, high: 0.9 }));
});

it('a line that is gone is told, and what was asked comes back with it', async () => {
  const { app, workspace } = opened();
  const table = { inputs: [{ line: 'own_2', slot: 'value', low: 0, high: 1, steps: 3 }], results: [SUM] } as const;
  workspace.dispatch({ kind: 'structure', parts: { whatIf: { tornado: SUM, table } } });
  const asked = within(() => ({ one: createTornado(app, ON, inProcess), many: createTable(app, ON, inProcess) }));
  await soon(() => expect(asked.one.run.found() && asked.many.run.found()).toBeDefined());
  const gone = deleteLines(workspace.openModel, ['own_4']);
  if (gone) workspace.dispatch(gone);
  expect([asked.one.isGone(), asked.many.fault()]).toEqual([true, { kind: 'goneResult', line: 'own_4' }]);
  expect(workspace.document().whatIf).toEqual({ tornado: SUM, table });
  workspace.undo();
  expect([asked.one.isGone(), asked.many.fault()]).toEqual([false, undefined]);
  await soon(() => expect(asked.one.run.found()?.value.now).toBeGreaterThan(0));
});

it('a table suggests the inputs that move the result most, and takes no range that is none', async () => {
  const { app, workspace } = opened();
  const table = within(() => createTable(app, ON, inProcess));
  await soon(() => expect(table.inputs()).toMatchObject([{ line: 'own_2', low: 0.05, high: 0.2 }]));
  expect(workspace.document().whatIf).toBeUndefined();
  const before = table.inputs();
  for (const part of [{ low: 0.2 }, { low: 0.5 }, { high: 0 }, { steps: 1 }, { steps: 2.5 }, { steps: 102 }])
    expect(table.setRange(0, part), JSON.stringify(part)).toBe(false);
  expect([table.inputs(), workspace.document().whatIf]).toEqual([before, undefined]);
  expect(table.setRange(0, { low: 0, high: 0.5, steps: 3 })).toBe(true);
  table.chooseResult(0, CHIPS);
  await soon(() =>
    expect([...(table.run.found()?.value.values[0] ?? [])]).toEqual(
      [0, 0.25, 0.5].map((rate) => expect.closeTo(grown(rate), 8)),
    ),
  );
  workspace.dispatch({
    kind: 'cells',
    edits: [{ scenario: 's1', line: 'own_2', slot: 'value', content: { text: 'much' } }],
  });
  await soon(() => expect(table.fault()).toEqual({ kind: 'text', line: 'own_2' }));
  workspace.undo();
  table.chooseInput(1, { line: 'own_2', slot: 'value' });
  expect(table.fault()).toEqual({ kind: 'same' });
});

it('a cell of a table becomes a scenario in one step', async () => {
  const { app, workspace } = opened();
  const table = within(() => createTable(app, ON, inProcess));
  await soon(() => expect(table.inputs()).toHaveLength(1));
  expect(table.take([0.4], { en: 'Growth 40 %', zh: '增速40%' })).toBe(true);
  expect(workspace.scenario).toMatchObject({
    name: { en: 'Growth 40 %', zh: '增速40%' },
    overrides: { own_2: { value: 0.4 } },
  });
  workspace.undo();
  expect(workspace.document().scenarios.map(({ id }) => id)).toEqual(['base', 's1']);
});

it('the target of a result is that of its own period alone', () => {
  const app = openCommandApp();
  const { targetOf } = within(() => createTable(app, () => false, inProcess));
  expect([2024, 2025, 2027].map((slot) => targetOf({ line: 'gd_scale', slot }))).toEqual([undefined, 300, 440]);
  expect(targetOf({ line: 'gd_firms', slot: 2025 })).toBeUndefined();
});

it('of questions that come while one is worked out the latest is next, and none is left behind', async () => {
  const { workspace } = openCommandApp();
  const asked: number[] = [];
  let finish: (() => void)[] = [];
  const [question, setQuestion] = createSignal<number | undefined>(1);
  const work = (q: number, _: Means) => {
    asked.push(q);
    return new Promise<number>((resolve) => finish.push(() => resolve(10 * q)));
  };
  const run = within(() => createLive(workspace, question as Accessor<number | undefined>, work, inProcess));
  for (const q of [2, 3, 4]) setQuestion(q);
  expect(asked).toEqual([1]);
  const done = () => {
    for (const one of finish.splice(0)) one();
  };
  done();
  await soon(() => expect(asked).toEqual([1, 4]));
  expect(run.found()).toEqual({ question: 1, value: 10 });
  done();
  await soon(() => expect(run.found()).toEqual({ question: 4, value: 40 }));
  expect(run.running()).toBe(false);
  setQuestion(5);
  run.cancel();
  done();
  await soon(() => expect(run.stopped()).toBe('cancelled'));
  expect(run.found()?.value).toBe(40);
  run.again();
  done();
  await soon(() => expect(run.found()?.value).toBe(50));
  finish = [];
  setQuestion(undefined);
  expect([run.found(), run.running()]).toEqual([undefined, false]);
});

it('in a model with nothing to compute there is nothing to ask', () => {
  const app = openCommandApp();
  openBlank(app, { name: 'Plan', periods: { first: 2026, last: 2030 } }, new Date(2026, 5, 1));
  const asked = within(() => ({ one: createTornado(app, ON, inProcess), many: createTable(app, ON, inProcess) }));
  expect([asked.one.place(), asked.many.table()]).toEqual([undefined, undefined]);
  expect(asked.many.chooseResult(0, SUM)).toBe(false);
});

it('the place of the sheet is taken by one of them at a time', () => {
  const { viewMode, editor } = openCommandApp();
  expect([viewMode.stand('whatIf'), viewMode.stand('whatIf'), viewMode.place()]).toEqual([true, false, 'whatIf']);
  // What closes the comparison alone leaves this.
  expect([viewMode.compare(false), viewMode.place()]).toEqual([false, 'whatIf']);
  expect([viewMode.compare(true), viewMode.comparing(), viewMode.place()]).toEqual([true, true, 'compare']);
  viewMode.stand('whatIf');
  editor.sheetFocus.ask();
  expect(viewMode.place()).toBe('sheet');
});

it('futures that come after the ranges are gone are not told: an undo while they are drawn takes them along', async () => {
  const app = openCommandApp();
  const { workspace } = app;
  const simulate = vi.spyOn(workspace.engine, 'simulate');
  const futures = within(() => createFutures(app));
  const gd_growth = { shape: { kind: 'uniform', low: 0, high: 1 } } as const;
  futures.vary({ gd_growth });
  await soon(() => expect(futures.found()).toBeDefined());
  const before = simulate.mock.results.length;
  futures.redraw({ seed: 7 });
  await soon(() => expect(simulate.mock.results.length).toBeGreaterThan(before));
  for (let i = 0; i < 2; i++) workspace.undo();
  expect(futures.found()).toBeUndefined();
  await Promise.all(simulate.mock.results.map(({ value }) => value));
  expect(futures.found()).toBeUndefined();
  // Asked again, they are there again.
  futures.vary({ gd_growth });
  await soon(() => expect(futures.found()).toBeDefined());
});
