import { CHARTS } from '../../i18n/charts.ts';
import type { ChartSpec } from '../../model/model.ts';
import type { App } from '../../state/app.ts';
import { lineName, scenarioName } from '../../state/insight/cells.ts';
import { axesOf, isStacked } from './axes.ts';
import { type ChartData, type Curve, heights, without } from './data.ts';
import { type ChartReading, isValue, MISSING, readYear } from './reading.ts';

/** Of what small charts are made. */
export interface Parts {
  readonly scenarios: readonly string[];
  /** The chart as it would be with another scenario in view. */
  readonly inScenario: (scenario: string) => ChartData;
  /** The curves of a line in every scenario. */
  readonly curvesOf: (line: string) => readonly Curve[];
}

/**
 * A chart as small ones, one a scenario or one a line, and what of it is left out. `shape` draws each as the chart asks.
 * Their axes are made one by `alike`, for which all lines have one unit.
 */
export function withPanels(
  app: App,
  whole: ChartData,
  spec: ChartSpec,
  parts: Parts,
  shape: (data: ChartData, spec: ChartSpec) => ChartData,
): ChartData {
  const t = CHARTS[app.lang()];
  const { split, as, show, beside = [] } = spec;
  const ids = [spec.line, ...beside].filter((id) => app.workspace.line(id));
  const isOfUnits = !show || isStacked(as);
  const { right, out } = axesOf(app, ids, as);
  const lost = isOfUnits ? [...right, ...out] : [];
  const kept = ids.filter((id) => !lost.includes(id));
  const { split: _, title: __, ...rest } = spec;
  const one: ChartSpec = { ...rest, beside: kept.slice(1) };
  const problems = lost.length > 0 ? [t.oneAxis([...new Set(lost)].map((id) => lineName(app, id)))] : [];
  const isOne = as === undefined || as === 'lines' || kept.length === 1;
  const panels =
    split === 'lines'
      ? kept.map((line): ChartData => {
          const isOf = (mark: { readonly line?: string }) => (mark.line ?? spec.line) === line;
          const data: ChartData = {
            ...whole,
            curves: parts.curvesOf(line),
            dots: whole.dots.filter(isOf).map(unnamed),
            targets: whole.targets.filter(isOf).map(unnamed),
          };
          return {
            ...shape(data, { ...one, as: as === 'grouped' ? as : 'lines', beside: [] }),
            title: lineName(app, line),
          };
        })
      : parts.scenarios.map((id): ChartData => {
          const data = without(parts.inScenario(id), lost);
          // By the names of the lines where there are several, else the scenario's own curve with what is drawn for its sake.
          const mine = data.curves.filter((curve) => curve.beside || !isOne || curve.id === id);
          return { ...shape({ ...data, curves: mine }, one), title: scenarioName(app, id) };
        });
  const told = panels.flatMap((panel) => panel.problems ?? []);
  const first = panels[0] ?? whole;
  const drawn = new Set(panels.flatMap(({ dots, targets }) => [...dots, ...targets].map(({ figure }) => figure)));
  const isDrawn = ({ figure }: { readonly figure: string }) => drawn.has(figure);
  return {
    ...whole,
    curves: panels.flatMap(({ title, curves }) =>
      curves.map((curve) => ({ ...curve, name: curves.length === 1 ? title : t.within(title, curve.name) })),
    ),
    dots: whole.dots.filter(isDrawn),
    targets: whole.targets.filter(isDrawn),
    unit: first.unit,
    formatTick: first.formatTick,
    formatValue: first.formatValue,
    formatWhole: first.formatWhole,
    panels: panels.map((panel) => ({ ...panel, isSmall: true })),
    shaped: true,
    problems: [...problems, ...new Set(told)],
  };
}

/** A mark in the chart of its line alone, whose title is that line. */
const unnamed = <T extends { readonly label: string; readonly plain?: string; readonly line?: string }>(mark: T) => {
  const { line: _, plain, ...rest } = mark;
  return { ...rest, label: plain ?? mark.label };
};

/** The small charts of a chart with the same axes: each has room for the values of all. */
export function alike({ panels = [] }: ChartData): readonly ChartData[] {
  const room = panels.flatMap(({ curves, dots, targets }) => [
    ...curves.flatMap((curve) => heights(curve).filter(isValue)),
    ...[...dots, ...targets].map(({ y }) => y),
  ]);
  return panels.map((panel) => ({ ...panel, room }));
}

/** What the curves of small charts are called, each once; those that the title of their chart names are not among them. */
export function namesIn({ panels = [] }: ChartData): readonly Curve[] {
  const titles = new Set(panels.map(({ title }) => title));
  const named = panels.flatMap(({ curves }) => curves.filter(({ name }) => !titles.has(name)));
  return [...new Map(named.map((curve) => [curve.name, curve])).values()];
}

/**
 * What a small chart holds in a year. Its last year where none is read, as lines are named at their ends. Of scenarios it is that
 * in view: of all of them there is no room.
 */
function valuesTold(panel: ChartData, year: number | undefined): ChartReading['values'] {
  if (year === undefined) return [];
  const { values } = readYear(panel, year);
  const inView = values.filter(({ curve }) => curve.inView && !curve.beside);
  const few = values.some(({ curve }) => curve.beside) ? values : inView;
  return (few.length > 0 ? few : values).filter(({ text }) => text !== MISSING);
}

/** The last year in which a small chart holds a value: that of its end, where none is read. */
const lastTold = (panel: ChartData): number | undefined =>
  panel.years.findLast((year) => valuesTold(panel, year).length > 0);

/** Behind the title of a small chart, where it holds one value: "2028: 347.9"; of several, which stand below it, the period. */
export function toldBeside(panel: ChartData, year: number | undefined = lastTold(panel)): string {
  const [one, ...more] = valuesTold(panel, year);
  if (!one || year === undefined) return '';
  return panel.periodText(year) + (more.length > 0 ? '' : `: ${one.text}`);
}

/** Below the title of a small chart, where it holds several values: each behind the sign of its line. */
export function toldBelow(panel: ChartData, year: number | undefined = lastTold(panel)): ChartReading['values'] {
  const values = valuesTold(panel, year);
  return values.length > 1 ? values : [];
}

/** How many small charts stand beside each other: as few rows as keep them readable. */
export const columnsOf = (count: number, width: number, least: number): number => {
  const most = Math.max(1, Math.floor(width / least));
  const rows = Math.ceil(count / most);
  return Math.max(1, Math.ceil(count / Math.max(1, rows)));
};
