import { expect, it } from 'vitest';
import { deleteLines } from '../../../src/document/lines.ts';
import type { Line } from '../../../src/model/line.ts';
import { changeChart, chartSelected } from '../../../src/state/structure/charts.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';

const series = (id: string, unit = 'm3/day'): Line => ({
  kind: 'series',
  id,
  label: { en: id, zh: id },
  unit,
  formula: '=1',
});
const LINES = [series('own_1'), series('own_2'), series('own_3'), series('own_4', 'EUR')];

function open() {
  const app = openCommandApp();
  const shipped = app.workspace.model();
  app.workspace.dispatch({ kind: 'structure', parts: { lines: [...LINES, ...shipped.lines] } });
  const select = (top: number, bottom: number) =>
    app.editor.selectRange(
      { from: { line: top, column: 0 }, to: { line: bottom, column: 0 } },
      { line: top, column: 0 },
    );
  return { ...app, app, select, shipped };
}

it('selected lines are charted on one another, which is one step of undo, and a line by itself is one more, neither twice', () => {
  const { app, workspace, select } = open();
  select(0, 2);
  const past = workspace.history().past.length;
  expect(chartSelected(app)).toBe(true);
  expect(workspace.view.line).toBe('own_1');
  expect(workspace.model().charts.find(({ line }) => line === 'own_1')).toEqual({
    line: 'own_1',
    beside: ['own_2', 'own_3'],
    as: 'areas',
  });
  expect(workspace.history().past).toHaveLength(past + 1);
  select(0, 0);
  chartSelected(app);
  expect(workspace.chart()).toEqual({ id: 'chart-2', line: 'own_1' });
  expect(workspace.model().charts.find(({ line }) => line === 'own_1')).toMatchObject({ as: 'areas' });
  const before = workspace.history().past.length;
  select(0, 2);
  chartSelected(app);
  expect(workspace.chart()).toMatchObject({ line: 'own_1', as: 'areas' });
  expect(workspace.history().past).toHaveLength(before);
  workspace.undo();
  workspace.undo();
  expect(workspace.document().charts).toBeUndefined();
});

it('a chart of several lines goes on with the others where the first of them is deleted, and undo gives it back', () => {
  const { app, workspace, select } = open();
  select(0, 2);
  chartSelected(app);
  const before = workspace.model().charts;
  const change = deleteLines(workspace.openModel, ['own_1']);
  if (change) workspace.dispatch(change);
  expect(workspace.model().charts).toContainEqual({ line: 'own_2', beside: ['own_3'], as: 'areas' });
  expect(workspace.view.line).toBe('own_2');
  workspace.undo();
  expect(workspace.model().charts).toEqual(before);
  expect(workspace.view.line).toBe('own_1');
});

it('what could be charted before still can, a shipped line with its figures', () => {
  const { app, workspace, select, shipped } = open();
  const before = workspace.charted();
  select(0, 1);
  chartSelected(app);
  expect(workspace.charted()).toEqual(before);
  expect(workspace.model().charts).toEqual(expect.arrayContaining([...shipped.charts]));
});

it('lines of two units are told and not stacked', () => {
  const { app, workspace, select } = open();
  select(2, 3);
  expect(chartSelected(app)).toBe(false);
  expect(workspace.document().charts).toBeUndefined();
  expect(workspace.notices.shown()).toMatchObject({
    kind: 'said',
    text: 'Lines of one unit can be stacked: “own_4” is in EUR, the first one in m3/day. Nothing was changed.',
  });
});

it('a chart is drawn in another way in one step of undo, and stays what it was with its figures', () => {
  const { app, workspace } = open();
  const [first] = workspace.model().charts;
  const past = workspace.history().past.length;
  const title = { en: 'Both', zh: 'Both' };
  expect(changeChart(app, { ...first, line: first?.line ?? '', as: 'curves', show: 'index', title })).toBe(true);
  expect(workspace.model().charts[0]).toEqual({ ...first, as: 'curves', show: 'index', title });
  expect(workspace.history().past).toHaveLength(past + 1);
  workspace.undo();
  expect(workspace.model().charts[0]).toEqual(first);
});
