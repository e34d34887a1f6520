import { createRoot } from 'solid-js';
import { expect, it, onTestFinished } from 'vitest';
import { loadCatalog } from '../../../src/catalog.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { CeilingError } from '../../../src/engine/port.ts';
import { CEILING, LIMITS, type Limits } from '../../../src/engine/size.ts';
import { readScenarios } from '../../../src/state/document/everyScenario.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { inProcess, inProcessWithin } from '../../fixtures/inProcess.ts';

const open = (limits: Limits) =>
  createRoot((dispose) => {
    const engine = createEngine(inProcessWithin(limits));
    onTestFinished(() => {
      engine.dispose();
      dispose();
    });
    return new Workspace(loadCatalog(), engine);
  });

it('reads every scenario for a file, also where they have no room together', async () => {
  const whole = createEngine(inProcess);
  const { lines, periods, scenarios } = loadCatalog().first;
  await whole.build({ lines, periods, scenarios });
  const ids = lines.map(({ id }) => id);
  const names = scenarios.map(({ id }) => id);
  const wanted = await whole.read(names.flatMap((scenario) => ids.map((line) => ({ scenario, line }))));
  // The base and another scenario have room, and no third.
  const ceiling = { ...CEILING, formulas: Math.floor(whole.size.formulas * 0.6) };
  whole.dispose();
  const limits = { ...LIMITS, atOnce: 1, ceiling };
  const workspace = open(limits);
  await expect(
    workspace.engine.read(names.map((scenario) => ({ scenario, line: ids[1] ?? '' }))),
  ).rejects.toBeInstanceOf(CeilingError);
  const read = await readScenarios(workspace, names, ids, inProcessWithin(limits));
  expect(read.values).toEqual(wanted.values);
  expect(read.notes).toEqual(wanted.notes);
  expect(workspace.rows.growth()).toBeUndefined();
});

it('shows nothing of another scenario while one is not there, and its own values once it is', async () => {
  const workspace = open({ ...LIMITS, atOnce: 1, stretch: 0 });
  await createRoot(async (dispose) => {
    const [base, other] = workspace.document().scenarios.map(({ id }) => id) as [string, string];
    const row = workspace.rows.watch(base, 'gd_scale');
    await expect.poll(row).toBeDefined();
    expect(workspace.rows.lacks(other)).toBe(true);
    workspace.dispatch({ kind: 'view', view: { scenario: other } });
    const shown = workspace.rows.watch(other, 'gd_scale');
    expect(shown()).toBeUndefined();
    await expect.poll(shown).toBeDefined();
    expect(workspace.rows.lacks(other)).toBe(false);
    expect(shown()?.values).not.toEqual(row()?.values);
    dispose();
  });
});
