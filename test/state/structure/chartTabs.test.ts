import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { chartKey } from '../../../src/document/charts.ts';
import { checkSaved, parseData, restore, save } from '../../../src/document/saved.ts';
import { readBody, writeBody } from '../../../src/io/link/body.ts';
import { chartName } from '../../../src/state/insight/chartName.ts';
import {
  addChart,
  changeChart,
  duplicateChart,
  followCharts,
  moveChart,
  removeChart,
  renameChart,
} from '../../../src/state/structure/charts.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';

let app: ReturnType<typeof openCommandApp>;
const keys = () => app.workspace.model().charts.map(chartKey);
const names = () => app.workspace.model().charts.map((chart) => chartName(app, chart).en);
const inView = () => chartKey(app.workspace.chart());
const steps = () => app.workspace.history().past.length;

beforeEach(() => {
  app = openCommandApp();
});

it('two charts that one line leads are two tabs, each with its own declaration', () => {
  const [first] = app.workspace.model().charts;
  expect(addChart(app, { line: 'gd_scale', show: 'index' })).toBe(true);
  expect(inView()).toBe('chart-2');
  expect(app.workspace.chart()).toEqual({ id: 'chart-2', line: 'gd_scale', show: 'index' });
  expect(app.workspace.model().charts[0]).toEqual(first);
  expect(keys().slice(0, 2)).toEqual(['gd_scale', 'chart-2']);
  changeChart(app, { id: 'chart-2', line: 'gd_scale', show: 'change' });
  expect(app.workspace.model().charts[0]).toEqual(first);
  expect(app.workspace.chart().show).toBe('change');
});

it('a chart is renamed, copied, moved and removed, each in one step of undo', () => {
  const [before, shipped] = [keys(), names()];
  const start = steps();
  expect(renameChart(app, 'gd_firms', ' Firms ')).toBe(true);
  expect(names()[1]).toBe('Firms');
  expect(duplicateChart(app, 'gd_firms')).toBe(true);
  expect(names().slice(1, 3)).toEqual(['Firms', 'Firms (copy)']);
  expect(inView()).toBe(keys()[2]);
  expect(moveChart(app, inView(), 0)).toBe(true);
  expect(keys()[0]).toBe(inView());
  expect(removeChart(app, inView())).toBe(true);
  expect(keys()).toEqual(before);
  expect(inView()).toBe('gd_scale');
  expect(app.workspace.notices.shown()).toMatchObject({
    undo: true,
    text: 'The chart “Firms (copy)” was removed. Its lines stay in the sheet.',
  });
  expect(steps()).toBe(start + 4);
  app.workspace.undo();
  expect(names()[0]).toBe('Firms (copy)');
  expect(renameChart(app, 'gd_firms', '')).toBe(true);
  expect(names()[2]).toBe(shipped[1]);
});

it('what does nothing is no step: the same name, the same place, one that is not there', () => {
  const start = steps();
  expect(renameChart(app, 'gd_firms', names()[1] ?? '')).toBe(false);
  expect(moveChart(app, 'gd_scale', 0)).toBe(false);
  expect(moveChart(app, 'gd_scale', -1)).toBe(false);
  expect(removeChart(app, 'chart-9')).toBe(false);
  expect(steps()).toBe(start);
});

it('all of them may go: their lines can still be charted by themselves, and the answer stays', () => {
  const { charted } = app.workspace;
  const before = charted();
  for (const key of keys()) removeChart(app, key);
  expect(keys()).toEqual([]);
  expect(charted()).toEqual(before);
  expect(app.workspace.chart()).toEqual({ line: app.workspace.view.line });
});

it('a chart that begins with another line keeps its tab, and one whose line leads a chart already gets a key', () => {
  changeChart(app, { line: 'gd_firms', as: 'curves' }, 'gd_scale');
  expect(keys()[0]).toBe('chart-2');
  expect(keys()).toContain('gd_firms');
  expect(inView()).toBe('chart-2');
});

it('the chart in view and all others come back from what is kept and from a link', async () => {
  addChart(app, { line: 'gd_scale', show: 'index', title: { en: 'Index', zh: '指数' } });
  const { document, shipped } = app.workspace;
  const kept = restore(checkSaved(parseData(JSON.stringify(save(document(), shipped())))), shipped());
  expect(kept).toEqual(document());
  const brought = await readBody(writeBody(document(), shipped(), {}), async () => shipped());
  expect(brought?.document).toEqual(document());
});

it('two charts with one id are refused with their place, and an id of another form too', () => {
  addChart(app, { line: 'gd_scale' });
  const { document, shipped } = app.workspace;
  const kept = save(document(), shipped());
  const { charts = [], ...rest } = kept;
  const twice = { ...rest, charts: [...charts, ...charts.filter(({ id }) => id !== undefined)] };
  expect(() => checkSaved(twice)).toThrow('charts.');
  expect(() => checkSaved({ ...rest, charts: [{ id: '__proto__', line: 'gd_scale' }] })).toThrow(/charts\.0\.id/);
});

it('a chart that an undo or a redo brings back is looked at', () => {
  const stop = followCharts(app);
  onTestFinished(stop);
  removeChart(app, 'gd_firms');
  expect(inView()).toBe('gd_scale');
  app.workspace.undo();
  expect(inView()).toBe('gd_firms');
  addChart(app, { line: 'gd_scale', show: 'index' });
  app.workspace.undo();
  expect(keys()).not.toContain('chart-2');
  app.workspace.redo();
  expect(inView()).toBe('chart-2');
  // What brings back no chart leaves the one in view.
  renameChart(app, 'gd_firms', 'Firms');
  app.workspace.undo();
  expect(inView()).toBe('chart-2');
});
