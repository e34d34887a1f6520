import { createRoot } from 'solid-js';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Catalog } from '../../../src/catalog.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { type CellRef, MAX_CELL_LENGTH } from '../../../src/model/content.ts';
import type { Line } from '../../../src/model/line.ts';
import type { Model } from '../../../src/model/model.ts';
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
import { inProcess } from '../../fixtures/inProcess.ts';
import { LINES, PERIODS, SCENARIOS } from '../../fixtures/small.ts';
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
  await vi.waitFor(() => expect(app.workspace.history().past).toHaveLength(2));
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
