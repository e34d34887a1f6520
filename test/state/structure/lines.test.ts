import { createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Catalog } from '../../../src/catalog.ts';
import { boxOf } from '../../../src/document/selection.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { type CellRef, MAX_CELL_LENGTH } from '../../../src/model/content.ts';
import type { Line } from '../../../src/model/line.ts';
import type { Model } from '../../../src/model/model.ts';
import { commandOf } from '../../../src/state/commands/index.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { createWords } from '../../../src/state/page/words.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import {
  addLine,
  changeLine,
  deleteSelected,
  duplicateSelected,
  moveSelected,
  useForLine,
} from '../../../src/state/structure/lines.ts';
import { changePeriods } from '../../../src/state/structure/periods.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { LINES, PERIODS, SCENARIOS } from '../../fixtures/small.ts';
import { waitFor } from '../../fixtures/waitFor.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const MODEL: Model = {
  ...(RESOLVED[0] as Model),
  lines: LINES,
  periods: PERIODS,
  scenarios: SCENARIOS as Model['scenarios'],
};
const CATALOG: Catalog = { seeds: SEEDS, first: MODEL, entries: RESOLVED, load: async () => MODEL };
const CELL: CellRef = { scenario: 'base', line: 'scale', slot: 2024 };
const HEADING: Line = { id: 'own', kind: 'heading', label: { en: 'Own', zh: '自有' } };

function open() {
  return createRoot((dispose) => {
    const engine = createEngine(inProcess);
    onTestFinished(() => {
      engine.dispose();
      dispose();
    });
    const workspace = new Workspace(CATALOG, engine);
    return { workspace, editor: new Editor(workspace), ...createWords(() => 'en') };
  });
}
type Opened = ReturnType<typeof open>;

const ACTIONS: readonly (readonly [string, (app: Opened) => unknown])[] = [
  ['a new line', (app) => addLine(app, 0, HEADING)],
  ['another name', (app) => changeLine(app, { ...(LINES[1] as Line), label: HEADING.label })],
  ['a copy', duplicateSelected],
  ['another place', (app) => moveSelected(app, -1)],
  ['a formula for all', (app) => useForLine(app, CELL)],
  ['other years', (app) => changePeriods(app, { first: PERIODS.first, last: PERIODS.last + 1 })],
  ['the end of the line', deleteSelected],
];

it.each(ACTIONS)('%s: a formula that is being typed in a line is taken first, and undo finds it', async (_, act) => {
  const app = open();
  app.editor.jump(CELL);
  app.editor.type('=7+1');
  act(app);
  await waitFor(() => expect(app.workspace.history().past).toHaveLength(2));
  app.workspace.undo();
  expect(app.workspace.base.overrides.scale?.[2024]).toEqual({ formula: '=7+1' });
  expect(app.workspace.model().lines).toBe(LINES);
});

it.each(ACTIONS)(
  '%s: where what is being typed is refused, it stays with the reason, and so do the lines',
  async (_, act) => {
    const app = open();
    app.workspace.dispatch({ kind: 'cells', edits: [{ ...CELL, content: { formula: '=7+1' } }] });
    const before = app.workspace.document();
    app.editor.jump(CELL);
    app.editor.type('x'.repeat(MAX_CELL_LENGTH + 1));
    await act(app);
    expect(app.workspace.document()).toBe(before);
    expect(app.workspace.notices.shown()).toBeUndefined();
    expect(app.editor.refusal()).toBe('long');
    expect(app.editor.draft()).toBeDefined();
  },
);

it.each(ACTIONS)(
  '%s: while another page holds the document nothing is done, and nobody is told that it was',
  async (_, act) => {
    const app = open();
    app.workspace.dispatch({ kind: 'cells', edits: [{ ...CELL, content: { formula: '=7+1' } }] });
    const before = app.workspace.document();
    app.editor.jump(CELL);
    const { active } = app.editor.selection();
    app.workspace.isReadOnly = () => true;
    await act(app);
    expect(app.workspace.document()).toBe(before);
    expect(app.workspace.notices.shown()).toBeUndefined();
    expect(app.editor.refusal()).toBe('elsewhere');
    expect(app.editor.selection().active).toEqual(active);
  },
);

describe('a sum over lines', () => {
  const { periods } = MODEL;
  const names = ['Exports', 'Wages', 'Rents', 'Taxes'];
  const label = (name: string) => ({ en: name, zh: name });
  const lines = [
    ...names.map((name): Line => {
      const id = name.toLowerCase();
      return { kind: 'input', id, label: label(name), unit: 'index', value: 1, perPeriod: true };
    }),
    { kind: 'series', id: 'sum', label: label('Total'), unit: 'index', formula: '=SUM({wages}:{rents})' } as Line,
  ];
  /** A page with these lines, the cursor in one of them. */
  const at = (line: number) => {
    const app = open();
    app.workspace.dispatch({ kind: 'structure', parts: { lines } });
    app.editor.jump({ scenario: 'base', line: lines[line]?.id ?? '', slot: periods.first });
    return app;
  };
  const shown = ({ workspace }: Opened) => workspace.notices.shown();

  it('that loses or gains a line by a move is named, with the way back', () => {
    const app = at(0);
    moveSelected(app, 1);
    expect(shown(app)).toEqual({ kind: 'said', text: '“Total” now takes in “Exports”.', undo: true });
    app.workspace.undo();
    expect(shown(app)).toBeUndefined();
    app.editor.jump({ scenario: 'base', line: 'rents', slot: periods.first });
    moveSelected(app, 1);
    expect(shown(app)).toMatchObject({ text: '“Total” no longer takes in “Rents”.', undo: true });
  });

  it('is not told of where its lines change places', () => {
    const app = at(2);
    moveSelected(app, -1);
    expect(app.workspace.model().lines.at(-1)).toMatchObject({
      formula: '=SUM({rents}:{wages})',
    });
    expect(shown(app)).toBeUndefined();
  });

  it('goes on where one of its lines is deleted, and is an error where all are', () => {
    const app = at(1);
    deleteSelected(app);
    expect(shown(app)).toMatchObject({ text: '“Wages” was deleted.' });
    app.editor.jump({ scenario: 'base', line: 'rents', slot: periods.first });
    deleteSelected(app);
    expect(shown(app)).toMatchObject({ text: '“Rents” was deleted. “Total” refers to it and shows an error now.' });
  });
});

it('a redo selects the lines that it moves, where they stand then', async () => {
  const app = openCommandApp();
  const { editor, workspace } = app;
  const ids = (from: number, to: number) =>
    workspace
      .model()
      .lines.slice(from, to + 1)
      .map(({ id }) => id);
  editor.selectRange({ from: { line: 3, column: 0 }, to: { line: 4, column: 2 } }, { line: 3, column: 0 });
  const moved = ids(3, 4);
  commandOf('moveLinesUp').run(app);
  await waitFor(() => expect(ids(2, 3)).toEqual(moved));
  commandOf('moveLinesUp').run(app);
  await waitFor(() => expect(ids(1, 2)).toEqual(moved));
  workspace.undo();
  workspace.undo();
  expect(boxOf(editor.selection().range)).toEqual({ top: 3, bottom: 4, left: 0, right: 2 });
  for (const top of [2, 1]) {
    workspace.redo();
    expect(ids(top, top + 1)).toEqual(moved);
    expect(boxOf(editor.selection().range)).toEqual({ top, bottom: top + 1, left: 0, right: 2 });
  }
});
