import { chartKey, distinct, freshChartId, lookAt } from '../../document/charts.ts';
import type { State } from '../../document/transaction.ts';
import { toldUnit } from '../../i18n/amounts.ts';
import { CHARTS } from '../../i18n/charts.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import type { ChartSpec } from '../../model/model.ts';
import type { Unit } from '../../model/units.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import { chartName } from '../insight/chartName.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { after, dispatch, selectedLines } from './lines.ts';

/**
 * What is done to the charts of a document. Each is one step of undo; what is looked at is none. Each returns whether something
 * was done.
 */

type Told = WithEditor & Words;

const chartsOf = ({ workspace }: Told): readonly ChartSpec[] => workspace.model().charts;
const placeOf = (app: Told, key: string): number => chartsOf(app).findIndex((one) => chartKey(one) === key);

const put = (app: Told, charts: readonly ChartSpec[]): boolean =>
  dispatch(app, { kind: 'structure', parts: { charts: distinct(charts) } });

const look = ({ workspace }: Told, chart: ChartSpec): boolean =>
  workspace.dispatch({ kind: 'view', view: lookAt(chart) });

/** A chart with a key that none of the others has. */
const own = (chart: ChartSpec, others: readonly ChartSpec[]): ChartSpec => {
  const { id: _, ...rest } = chart;
  return others.some((one) => chartKey(one) === chart.line) ? { ...rest, id: freshChartId(others) } : rest;
};

/** Puts a chart in at a place, and looks at it. */
function putIn(app: Told, chart: ChartSpec, at: number): boolean {
  const charts = chartsOf(app);
  const made = own(chart, charts);
  return put(app, charts.toSpliced(at, 0, made)) && look(app, made);
}

/** Puts a chart behind the one in view, and looks at it. */
export const addChart = after((app, chart: ChartSpec) => {
  const at = placeOf(app, chartKey(app.workspace.chart()));
  return putIn(app, chart, at < 0 ? chartsOf(app).length : at + 1);
});

/** Draws a chart in another way. `key`: which one; a line that was charted by itself becomes a chart. */
export const changeChart = after((app, chart: ChartSpec, key: string = chartKey(chart)) => {
  const at = placeOf(app, key);
  if (at < 0) return putIn(app, chart, chartsOf(app).length);
  const others = chartsOf(app).toSpliced(at, 1);
  const made = others.some((one) => chartKey(one) === chartKey(chart)) ? own(chart, others) : chart;
  return put(app, others.toSpliced(at, 0, made)) && (key === chartKey(made) || look(app, made));
});

/** Gives a chart another name; an empty one gives back the names of its lines. */
export const renameChart = after((app, key: string, name: string) => {
  const chart = chartsOf(app)[placeOf(app, key)];
  const typed = name.trim();
  if (!chart || typed === app.say(chartName(app, chart))) return false;
  const { title: _, ...rest } = chart;
  return changeChart(app, typed === '' ? rest : { ...rest, title: { en: typed, zh: typed } }, key);
});

/** Puts a copy of a chart behind it, and looks at that. */
export const duplicateChart = after((app, key: string) => {
  const at = placeOf(app, key);
  const chart = chartsOf(app)[at];
  if (!chart) return false;
  const { en, zh } = chartName(app, chart);
  return putIn(app, { ...chart, title: { en: CHARTS.en.tabs.copyOf(en), zh: CHARTS.zh.tabs.copyOf(zh) } }, at + 1);
});

/** Takes a chart out, which is told with an offer to undo it; its lines stay. Where it is in view, the next one is looked at. */
export const removeChart = after((app, key: string) => {
  const { workspace, say, lang } = app;
  const at = placeOf(app, key);
  const chart = chartsOf(app)[at];
  if (!chart) return false;
  const name = chartName(app, chart);
  const isInView = chartKey(workspace.chart()) === key;
  const left = chartsOf(app).toSpliced(at, 1);
  if (!put(app, left)) return false;
  const next = left[Math.min(at, left.length - 1)];
  if (isInView && next) look(app, next);
  workspace.say(() => CHARTS[lang()].tabs.removed(say(name)), true);
  return true;
});

/** From now on a chart that an undo or a redo brings back is looked at: what was done is seen. @returns the way to stop */
export const followCharts = ({ workspace }: WithWorkspace): (() => void) =>
  workspace.gateway.listen(({ event, start, state }) => {
    if (event !== 'undo' && event !== 'redo') return;
    const charts = ({ document, opened }: State) => document.charts ?? opened.model.charts;
    const before = new Set(charts(start).map(chartKey));
    const back = charts(state).find((chart) => !before.has(chartKey(chart)));
    if (back) workspace.dispatch({ kind: 'view', view: lookAt(back) });
  });

/** Moves a chart to another 0-based place. */
export const moveChart = after((app, key: string, to: number) => {
  const charts = chartsOf(app);
  const at = placeOf(app, key);
  const chart = charts[at];
  if (!chart || to < 0 || to >= charts.length || to === at) return false;
  return put(app, charts.toSpliced(at, 1).toSpliced(to, 0, chart));
});

const sameLines = (chart: ChartSpec, lines: readonly string[]): boolean =>
  [chart.line, ...(chart.beside ?? [])].join() === lines.join();

/**
 * Charts the selected lines: one by itself, several piled on one another. A chart that does so already is looked at, and so is a
 * line that leads no chart; else there is one more.
 */
export const chartSelected = after((app) => {
  const { workspace, say, lang } = app;
  const ids = selectedLines(app).filter((id) => hasPeriods(workspace.line(id) as Line));
  const [first, ...beside] = ids;
  const unitOf = (id = '') => {
    const line = workspace.line(id);
    return line && line.kind !== 'heading' ? line.unit : '';
  };
  const other = beside.find((id) => unitOf(id) !== unitOf(first));
  if (first === undefined || other !== undefined) {
    const said = (unit: Unit) => toldUnit(unit, lang()).label;
    const label = workspace.line(other ?? '')?.label ?? '';
    const [unit, otherUnit] = [unitOf(first), unitOf(other)];
    workspace.say(() => {
      const t = CHARTS[lang()];
      return first === undefined ? t.noPeriods : t.units(said(unit), said(otherUnit), say(label));
    });
    return false;
  }
  const charts = chartsOf(app);
  const isAlone = beside.length === 0;
  const alike = charts.find((one) =>
    isAlone ? one.line === first && (one.as ?? 'lines') === 'lines' : one.as === 'areas' && sameLines(one, ids),
  );
  if (alike) return look(app, alike);
  const led = charts.find((one) => chartKey(one) === first);
  if (isAlone && !led) return look(app, { line: first });
  const figures = led?.figures ? { figures: led.figures } : {};
  return putIn(app, { line: first, ...figures, ...(isAlone ? {} : { beside, as: 'areas' }) }, charts.length);
});
