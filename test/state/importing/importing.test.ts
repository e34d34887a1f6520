import { createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Catalog, UnknownModel } from '../../../src/catalog.ts';
import type { CellEdit } from '../../../src/document/change.ts';
import { countSet } from '../../../src/document/document.ts';
import { checkSaved, NotADocument, NotYetKnown, parseSaved, save } from '../../../src/document/saved.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { CEILING } from '../../../src/engine/size.ts';
import { Workbook } from '../../../src/engine/workbook.ts';
import type { Built } from '../../../src/io/csv/build.ts';
import { builtSize } from '../../../src/io/csv/sizeOf.ts';
import type { Line } from '../../../src/model/line.ts';
import type { Model } from '../../../src/model/model.ts';
import { periodsOf } from '../../../src/model/periods.ts';
import { passedBy } from '../../../src/state/document/ceiling.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { exportCsv } from '../../../src/state/exporting/exporting.ts';
import { targetOf } from '../../../src/state/exporting/tables.ts';
import { takeDocument, takeEdits, takeLines, takeModel } from '../../../src/state/importing/importing.ts';
import { cellMark } from '../../../src/state/insight/cells.ts';
import { createWords } from '../../../src/state/page/words.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import { reset } from '../../../src/state/structure/scenarios.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const CATALOG: Catalog = {
  seeds: SEEDS,
  first: RESOLVED[0] as Model,
  entries: RESOLVED,
  load: async (id, version) => {
    const model = RESOLVED.find((m) => m.id === id && (version ?? m.version) === m.version);
    if (!model) throw new UnknownModel(id);
    return model;
  },
};

const LARGE_LINES = Array.from({ length: 5_200 }, (_, i): Line => {
  const label = { en: `Own ${i}`, zh: `自有${i}` };
  return { id: `own_${i}`, label, kind: 'input', perPeriod: true, unit: 'firms', value: 1 };
});
/** As many cells as have room for more formulas than a workbook may hold. */
const LARGE: Model = { ...(RESOLVED[0] as Model), lines: LARGE_LINES, periods: { first: 2000, last: 2099 } };

/** `large`: a model whose engine has nothing to say. */
function open(large?: Model) {
  return createRoot((dispose) => {
    onTestFinished(dispose);
    const silent = () => ({ send: () => {}, stop: () => {} });
    const workspace = new Workspace(
      large ? { ...CATALOG, first: large } : CATALOG,
      createEngine(large ? silent : inProcess),
    );
    const editor = new Editor(workspace);
    return { workspace, editor, ...createWords(() => 'en') };
  });
}

/** A line of its own a year, as a table makes it. */
const BUILT: Built = {
  lines: [
    { kind: 'heading', id: 'own_1', label: { en: 'Own', zh: 'Own' } },
    { kind: 'input', id: 'own_2', label: { en: 'Robots', zh: 'Robots' }, unit: 'firms', perPeriod: true },
  ],
  sources: [2, 3],
  scenarios: [{ id: 'base', name: '', overrides: { own_2: { 2023: 5, 2024: 6 } } }],
  periods: { first: 2023, last: 2024 },
  texts: 0,
  formulas: 0,
  outside: 0,
  long: 0,
  told: {},
  unknownScenarios: [],
  flags: {},
  uncertain: {},
  faults: [],
};

describe('what is taken over', () => {
  it('is one step of undo, however much it is', () => {
    const app = open();
    const { workspace } = app;
    const before = workspace.document();
    const lines = workspace.model().lines.filter(({ kind }) => kind === 'series');
    const edits = before.scenarios.flatMap(({ id: scenario }) =>
      lines.flatMap(({ id: line }) =>
        periodsOf(workspace.model().periods).map((slot): CellEdit => ({ scenario, line, slot, content: slot })),
      ),
    );
    expect(edits.length).toBeGreaterThan(1_000);
    takeEdits(app, edits);
    expect(workspace.history().past).toHaveLength(1);
    expect(workspace.effective({ scenario: 'base', line: 'gd_scale', slot: 2030 }).content).toBe(2030);
    workspace.undo();
    expect(workspace.document()).toEqual(before);
  });

  it('is nothing where the workbook would hold more than it may, and says so at the cell', () => {
    const app = open(LARGE);
    const before = app.workspace.document();
    const edits = LARGE_LINES.flatMap(({ id: line }) =>
      periodsOf(LARGE.periods).map((slot): CellEdit => ({ scenario: 'base', line, slot, content: { formula: '=1' } })),
    );
    expect(edits.length).toBeGreaterThan(CEILING.formulas);
    expect(takeEdits(app, edits)).toBe(false);
    expect(app.workspace.document()).toBe(before);
    expect(app.editor.refusal()).toMatchObject({ kind: 'ceiling', of: 'formulas' });
  });

  it('is nothing while another page holds the document, and says so', () => {
    const app = open();
    const before = app.workspace.document();
    app.workspace.isReadOnly = () => true;
    expect(takeEdits(app, [{ scenario: 'base', line: 'gd_growth', slot: 'value', content: 0.2 }])).toBe(false);
    expect(takeLines(app, BUILT, { file: 'robots.csv' })).toBe(false);
    expect(app.workspace.document()).toBe(before);
    expect(app.editor.refusal()).toBe('elsewhere');
  });

  it('joins the lines that are there, tells where it comes from, and goes in one step', () => {
    const app = open();
    const { workspace } = app;
    const before = workspace.document();
    takeLines(app, BUILT, { file: 'robots.csv' });
    expect(workspace.line('own_2')?.note).toEqual({
      en: 'Imported from robots.csv, row 3.',
      zh: '导入自robots.csv第3行。',
    });
    expect(workspace.effective({ scenario: 'levers', line: 'own_2', slot: 2024 })).toEqual({
      content: 6,
      from: 'base',
    });
    expect(workspace.history().past).toHaveLength(1);
    workspace.undo();
    expect(workspace.document()).toEqual({ ...before, lines: undefined });
  });

  it('says of its inputs how they may turn out, beside what is said of others, in the same step', () => {
    const app = open();
    const { workspace } = app;
    const normal = { shape: { kind: 'normal', deviation: 1 } } as const;
    const pert = { shape: { kind: 'pert', low: 0.1, high: 0.3 } } as const;
    const asked = () => workspace.document().whatIf?.uncertain;
    takeLines(app, { ...BUILT, uncertain: { own_2: normal } }, { file: 'robots.csv' });
    expect(asked()).toEqual({ own_2: normal });
    takeEdits(app, [], { gd_growth: pert });
    expect(asked()).toEqual({ own_2: normal, gd_growth: pert });
    const edit = { scenario: 'base', line: 'gd_growth', slot: 'value', content: 0.2 } as const;
    takeEdits(app, [edit], { gd_growth: normal });
    expect(workspace.effective(edit).content).toBe(0.2);
    expect(asked()).toEqual({ own_2: normal, gd_growth: normal });
    expect(workspace.history().past).toHaveLength(3);
    for (let step = 0; step < 3; step++) workspace.undo();
    expect(asked()).toBeUndefined();
    takeModel(app, { ...BUILT, uncertain: { own_2: normal } }, { file: 'robots.csv', name: 'Robots', notes: [] });
    expect(workspace.document().whatIf).toEqual({ uncertain: { own_2: normal } });
  });

  it('is the content of its lines: no edit of the base, and nothing that a reset of all of it takes away', () => {
    const app = open();
    const { workspace } = app;
    takeLines(app, BUILT, { file: 'robots.csv' });
    const cell = { scenario: 'base', line: 'own_2', slot: 2024 };
    const set = (scenario: string) =>
      workspace
        .document()
        .scenarios.flatMap((one) => (one.id === scenario ? [countSet(workspace.openModel, one)] : []));
    const shipped = set('levers')[0] ?? 0;
    workspace.dispatch({
      kind: 'cells',
      edits: [
        { scenario: 'base', line: 'gd_growth', slot: 'value', content: 0.2 },
        { ...cell, scenario: 'levers', content: 7 },
      ],
    });
    expect([cellMark(workspace, cell), cellMark(workspace, { ...cell, scenario: 'levers' })]).toEqual([
      'fact',
      'edited',
    ]);
    expect([set('base'), set('levers')]).toEqual([[1], [shipped + 1]]);
    for (const id of ['base', 'levers']) reset(app, id);
    expect([set('base'), set('levers')]).toEqual([[0], [0]]);
    expect(workspace.base.overrides).toEqual({ own_2: { 2023: 5, 2024: 6 } });
    expect(reset(app, 'base')).toBe(false);
    // Who names the line means what stands in it.
    expect(reset(app, 'base', (line) => line === 'own_2')).toBe(true);
    expect(workspace.base.overrides).toEqual({});
  });

  it('opens as a model of its own that can be kept and opened again', async () => {
    const app = open();
    const { workspace } = app;
    takeModel(app, BUILT, { file: 'robots.csv', name: 'Robots', notes: ['Robots', 'A note'] });
    expect(workspace.model()).toMatchObject({
      name: { en: 'Robots' },
      about: { en: 'A note\nImported from robots.csv.' },
      observedUntil: 2024,
    });
    expect(workspace.history().past).toEqual([]);
    const document = workspace.document();
    const text = JSON.stringify(save(document, workspace.shipped()));
    await workspace.open('china');
    await takeDocument(app, parseSaved(text));
    expect(workspace.document()).toEqual(document);
  });

  it('is refused where it is of a model that is not here, and nothing is touched', async () => {
    const app = open();
    const { workspace } = app;
    const saved = checkSaved(save(workspace.document(), workspace.shipped()));
    const of = (model: { id: string; version: number }) => ({ ...saved, model });
    await expect(takeDocument(app, of({ id: 'atlantis', version: 1 }))).rejects.toThrow(NotYetKnown);
    await expect(takeDocument(app, of({ id: 'guangdong', version: 999 }))).rejects.toThrow(NotYetKnown);
    const before = workspace.document();
    takeModel(app, BUILT, { file: 'robots.csv', name: 'Robots', notes: [] });
    const own = checkSaved(save(workspace.document(), workspace.shipped()));
    const stolen = { ...own, model: { id: 'guangdong', version: 1 } };
    await workspace.open('guangdong');
    await expect(takeDocument(app, stolen)).rejects.toThrow(NotADocument);
    expect(workspace.document()).toEqual(before);
  });

  it('has to find room beside what is there', async () => {
    const { workspace } = open();
    await expect.poll(() => workspace.engine.size.formulas, { interval: 1 }).toBeGreaterThan(0);
    const { formulas } = workspace.engine.size;
    const wanted = { lines: 1, typed: 14, formulas: CEILING.formulas - formulas };
    expect(passedBy(wanted, workspace.engine)).toBeUndefined();
    expect(passedBy({ ...wanted, formulas: wanted.formulas + 1 }, workspace.engine)).toMatchObject({
      of: 'formulas',
      ceiling: CEILING.formulas,
    });
    expect(passedBy({ lines: 1, typed: CEILING.typed, formulas: 0 })).toBeUndefined();
    expect(passedBy({ lines: 12_000, typed: 12_000, formulas: 0 })).toEqual({
      of: 'lines',
      cells: 12_000,
      ceiling: 11_999,
    });
  });

  it('is counted as the workbook counts it, or higher', () => {
    const lines = BUILT.lines.slice(1);
    const scenarios = [...BUILT.scenarios, { id: 's1', name: '', overrides: { own_2: { 2024: 7 } } }];
    const built = { ...BUILT, lines, scenarios };
    expect(builtSize(built, 2)).toEqual({ lines: 1, typed: 3, formulas: 2 });
    const spec = { lines, periods: BUILT.periods, scenarios: scenarios.map((s) => ({ ...s, note: '' })) };
    const { size } = new Workbook(spec);
    expect(size).toEqual({ lines: 1, typed: 3, formulas: 1 });
    const series: Line = { kind: 'series', id: 'own_3', label: { en: 'S', zh: 'S' }, unit: 'index', formula: '=1' };
    expect(builtSize({ ...BUILT, lines: [series] }, 3)).toEqual({ lines: 1, typed: 0, formulas: 6 });
  });
});

describe('what is handed out', () => {
  it('has errors as spreadsheets write them, and the values that the sheet shows', async () => {
    const app = open();
    const { workspace } = app;
    workspace.dispatch({
      kind: 'cells',
      edits: [{ scenario: 'base', line: 'gd_scale', slot: 2030, content: { formula: '=1/0' } }],
    });
    const { text } = await exportCsv(app, { extent: 'sheet', cells: 'values' });
    const row = text
      .split('\r\n')
      .find((line) => line.endsWith(',gd_scale'))
      ?.split(',');
    expect(row?.[3 + 2030 - 2022]).toBe('#DIV/0!');
    expect(row?.[3]).toBe('150');
    const target = await targetOf(workspace);
    const at = target.lines.findIndex(({ id }) => id === 'gd_scale') * (target.periods.last - target.periods.first + 2);
    expect(target.values[at + 1]).toBe(150);
    expect(target.regions).toMatchObject({ gd_scale: 'Guangdong', gd_target_2025: 'Guangdong' });
  });
});
