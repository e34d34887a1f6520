import { createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Catalog } from '../../../src/catalog.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { DICTIONARIES } from '../../../src/i18n/index.ts';
import { type CellRef, MAX_CELL_LENGTH } from '../../../src/model/content.ts';
import type { Model } from '../../../src/model/model.ts';
import type { Lang, Text } from '../../../src/model/text.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { scenarioName } from '../../../src/state/insight/cells.ts';
import { differencesOf } from '../../../src/state/insight/differences.ts';
import { before, changeInWords } from '../../../src/state/insight/lastChange.ts';
import { createViewMode } from '../../../src/state/page/viewMode.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import {
  addScenario,
  duplicate,
  giveReason,
  namedUsers,
  promote,
  remove,
  rename,
  reset,
  resetCell,
  takeFrom,
} from '../../../src/state/structure/scenarios.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { waitFor } from '../../fixtures/waitFor.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const CATALOG: Catalog = {
  seeds: SEEDS,
  first: RESOLVED[0] as Model,
  entries: RESOLVED,
  load: async () => RESOLVED[0] as Model,
};
const GROWTH: CellRef = { scenario: 'base', line: 'gd_growth', slot: 'value' };

/** What is done by a part that is loaded for it takes a busy machine longer than a test waits otherwise. */

/** What the actions need of the app, on the first shipped model. */
function open(lang: Lang = 'en') {
  return createRoot((dispose) => {
    onTestFinished(dispose);
    const workspace = new Workspace(CATALOG, createEngine(inProcess));
    const editor = new Editor(workspace);
    const say = (text: Text | string) => (typeof text === 'string' ? text : text[lang]);
    return {
      workspace,
      editor,
      lang: () => lang,
      t: () => DICTIONARIES[lang],
      say,
      viewMode: createViewMode(workspace, editor),
    };
  });
}
type Opened = ReturnType<typeof open>;
const find = ({ workspace }: Opened, id: string) => workspace.document().scenarios.find((one) => one.id === id);
const ids = ({ workspace }: Opened) => workspace.document().scenarios.map(({ id }) => id);
const set = ({ workspace }: Opened, cell: CellRef, content: number | { formula: string }) =>
  workspace.dispatch({ kind: 'cells', edits: [{ ...cell, content }] });
const words = (app: Opened) => {
  const old = before(app);
  return old && changeInWords(app, old);
};

describe('scenarios at hand', () => {
  it('are made, shown and undone; an id that was given once does not come again while it could be redone', () => {
    const app = open();
    addScenario(app);
    expect(app.workspace.scenarioId).toBe('s1');
    expect(scenarioName(app, 's1')).toBe('Scenario 5');
    app.workspace.undo();
    expect(ids(app)).toEqual(['base', 'levers', 'decoupling', 'required']);
    app.workspace.redo();
    remove(app, 's1');
    addScenario(app, 'decoupling');
    expect(app.workspace.scenarioId).toBe('s2');
    expect(app.workspace.scenario.overrides).toEqual({ gd_shock_on: { value: 1 } });
  });

  it('have a name in both languages until a person gives them one', () => {
    const app = open('zh');
    addScenario(app);
    expect(scenarioName(app, 's1')).toBe('情景5');
    expect(rename(app, 's1', 'Scenario 5')).toBe(false);
    expect(rename(app, 's1', '乐观')).toBe(true);
    duplicate(app, 's1');
    expect(scenarioName(app, 's2')).toBe('乐观（2）');
    expect(rename(app, 's2', ' ')).toBe(true);
    expect(scenarioName(app, 's2')).toBe('情景7');
  });

  it('that are deleted leave the one before them in view, and the way back until something else is done', () => {
    const app = open();
    set(app, GROWTH, { formula: '={levers!gd_growth}' });
    expect(namedUsers(app, 'levers')).toEqual(['Trend growth (Base)']);
    app.workspace.dispatch({ kind: 'view', view: { scenario: 'decoupling' } });
    remove(app, 'decoupling');
    expect(app.workspace.scenarioId).toBe('levers');
    expect(app.workspace.notices.shown()).toEqual({ kind: 'said', text: '“Decoupling” was deleted.', undo: true });
    set(app, GROWTH, 0.2);
    expect(app.workspace.notices.shown()).toBeUndefined();
    remove(app, 'base');
    expect(ids(app)[0]).toBe('base');
  });

  it('take what is being typed along before they change, a formula among it', async () => {
    const app = open();
    const cell = { ...GROWTH, scenario: 'decoupling' };
    const typed = () => find(app, 'decoupling')?.overrides.gd_growth;
    app.editor.jump(cell);
    app.editor.type('20%');
    addScenario(app, 'decoupling');
    expect(app.workspace.scenario.overrides.gd_growth).toEqual({ value: 0.2 });
    for (const [text, act] of [
      ['=0.1+0.1', () => duplicate(app, 'decoupling')],
      ['=0.1+0.2', () => takeFrom(app, 'levers', 'decoupling')],
      ['=0.1+0.3', () => promote(app, 'required')],
      ['=0.1+0.4', () => remove(app, 'decoupling')],
    ] as const) {
      const steps = app.workspace.history().past.length;
      app.editor.jump(cell);
      app.editor.type(text);
      act();
      await waitFor(() => expect(app.workspace.history().past).toHaveLength(steps + 2));
      app.workspace.undo();
      expect(typed()).toEqual({ value: { formula: text } });
      app.workspace.redo();
    }
    expect(find(app, 's2')?.overrides.gd_growth).toEqual({ value: { formula: '=0.1+0.1' } });
    expect(find(app, 'levers')?.overrides.gd_growth).toEqual({ value: { formula: '=0.1+0.2' } });
    expect(typed()).toBeUndefined();
  });

  it('wait where what is being typed is refused, and leave it there with the reason', () => {
    const app = open();
    app.editor.jump({ ...GROWTH, scenario: 'decoupling' });
    app.editor.type('x'.repeat(MAX_CELL_LENGTH + 1));
    const before = app.workspace.document();
    remove(app, 'decoupling');
    promote(app, 'required');
    takeFrom(app, 'decoupling', 'levers');
    addScenario(app);
    expect(app.workspace.document()).toBe(before);
    expect(app.workspace.notices.shown()).toBeUndefined();
    expect(app.editor.refusal()).toBe('long');
    expect(app.editor.draft()).toBeDefined();
  });

  it('tell what they set against what they would inherit, in the order of the sheet', () => {
    const app = open();
    set(app, { ...GROWTH, scenario: 'decoupling' }, 0.26);
    set(app, { scenario: 'decoupling', line: 'gd_scale', slot: 2026 }, { formula: '={gd_scale@prev}*1.1' });
    giveReason(app, { ...GROWTH, scenario: 'decoupling' }, 'The plan’s own path');
    const scenario = app.workspace.document().scenarios.find(({ id }) => id === 'decoupling');
    if (!scenario) throw new Error('there is no such scenario');
    const told = differencesOf(app, scenario).told.map(({ line, before, after, reason }) => [
      line.id,
      before,
      after,
      reason,
    ]);
    expect(told).toEqual([
      ['gd_scale', '=G3*(1+H4)*H66/G66', '=G3*1.1', undefined],
      ['gd_growth', '15.3%', '26.0%', 'The plan’s own path'],
      ['gd_shock_on', '0', '1', undefined],
    ]);
  });

  it('tell two numbers apart that would read the same', () => {
    const app = open();
    set(app, { ...GROWTH, scenario: 'decoupling' }, 0.15304);
    expect(words(app)).toBe('Trend growth: 15.3% → 15.304%, in “Decoupling”');
  });

  it('are reset by the cell with its reason, and as wholes with the way back', () => {
    const app = open();
    const cell = { ...GROWTH, scenario: 'decoupling' };
    set(app, cell, 0.26);
    giveReason(app, cell, 'why');
    for (const act of [() => app.editor.clear(), () => resetCell(app, cell)]) {
      app.editor.jump(cell);
      act();
      expect(find(app, 'decoupling')?.reasons).toBeUndefined();
      app.workspace.undo();
      expect(find(app, 'decoupling')).toMatchObject({
        overrides: { gd_growth: { value: 0.26 } },
        reasons: { gd_growth: { value: 'why' } },
      });
    }
    resetCell(app, cell);
    expect(find(app, 'decoupling')?.reasons).toBeUndefined();
    expect(app.workspace.notices.shown()).toBeUndefined();
    reset(app, 'levers');
    expect(app.workspace.notices.shown()).toMatchObject({ text: '4 cells of “All levers on” were reset.', undo: true });
    takeFrom(app, 'levers', 'decoupling');
    expect(app.workspace.notices.shown()).toMatchObject({ undo: true });
    takeFrom(app, 'levers', 'decoupling');
    expect(app.workspace.notices.shown()).toMatchObject({ undo: false });
  });
});

describe('the last change', () => {
  it('is told in words, whatever it was, also after undo and redo', async () => {
    const app = open();
    expect(words(app)).toBeUndefined();
    set(app, GROWTH, 0.26);
    expect(words(app)).toBe('Trend growth: 15.3% → 26.0%');
    set(app, GROWTH, 0.2);
    expect(words(app)).toBe('Trend growth: 26.0% → 20.0%');
    app.workspace.undo();
    expect(words(app)).toBe('Trend growth: 15.3% → 26.0%');
    app.workspace.redo();
    expect(words(app)).toBe('Trend growth: 26.0% → 20.0%');
    reset(app, 'levers');
    expect(words(app)).toBe('Lever: Computing power: 4.0 → 0.0 points, and 3 more cells, in “All levers on”');
    addScenario(app);
    expect(words(app)).toBe('New scenario “Scenario 5”');
    rename(app, 's1', 'Mine');
    expect(words(app)).toBe('“Scenario 5” renamed “Mine”');
    promote(app, 's1');
    await waitFor(() => expect(words(app)).toBe('“Mine” made the base'));
    remove(app, 'required');
    expect(words(app)).toBe('“Required path” deleted');
  });

  it('is computed beside the sheet, which keeps its own values', async () => {
    const app = open();
    set(app, GROWTH, 0.26);
    const old = before(app);
    if (!old) throw new Error('there is no step');
    const { lines, periods } = old.model;
    const rows = [{ scenario: 'base', line: 'gd_scale' }];
    const { engine } = app.workspace;
    const was = await engine.readOf({ lines, periods, scenarios: old.document.scenarios }, rows);
    const is = await engine.read(rows);
    expect([was.values[4], is.values[4]].map((value) => value?.toFixed(2))).toEqual(['229.92', '300.06']);
  });
});

describe('what is looked at', () => {
  it('brings the sheet back by whatever gives it the focus, and lets go of a scenario that is gone', () => {
    const app = open();
    app.viewMode.compare(true);
    app.viewMode.pick('levers');
    expect([app.viewMode.comparing(), app.viewMode.picked()]).toEqual([true, 'levers']);
    remove(app, 'levers');
    expect(app.viewMode.picked()).toBeUndefined();
    app.editor.show(GROWTH);
    expect(app.viewMode.comparing()).toBe(false);
    app.viewMode.pick('required');
    app.viewMode.pick('required');
    expect(app.viewMode.picked()).toBeUndefined();
  });
});
