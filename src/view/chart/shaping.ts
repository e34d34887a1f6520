import { CHARTS } from '../../i18n/charts.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { ChartSpec } from '../../model/model.ts';
import type { App } from '../../state/app.ts';
import { lineName } from '../../state/insight/cells.ts';
import { axesOf, isStacked } from './axes.ts';
import { type ChartData, type Curve, curveOf, type Ground, type Scale, without } from './data.ts';
import { logScale } from './logScale.ts';
import { type Parts, withPanels } from './panels.ts';
import { isValue } from './reading.ts';
import { withSecond } from './second.ts';
import { apart, BAR_WIDTH, COLOURS, drawBar, isSeveral, partsOf, piled, roomOf } from './stack.ts';

const HUNDRED = 100;

/** A chart with what could not be drawn as it was asked for. */
interface Tried {
  readonly chart: ChartData;
  readonly problems: readonly string[];
}

/** The first value that is none to work with, and in how many periods there is one. */
function unfit(data: ChartData, curves: readonly Curve[], isFit: (value: number) => boolean) {
  const found = curves.flatMap(({ name, values }) =>
    values.flatMap((value, i) => (isValue(value) && !isFit(value) ? [{ name, period: data.years[i] ?? 0 }] : [])),
  );
  const [first] = found;
  return first && { name: first.name, period: data.periodName(first.period), count: found.length };
}

/** Each line as a curve of its own, in the scenario in view. */
const several = (app: App, data: ChartData, { line }: ChartSpec): ChartData => ({
  ...data,
  curves: partsOf(app, data, line).map(({ beside: _, ...curve }, i): Curve => {
    return {
      ...curve,
      id: `line ${i}`,
      place: i,
      colour: (i % COLOURS) + 1,
      marker: i,
      inView: false,
      dimmed: false,
      ofLine: true,
    };
  }),
});

/** An index of 100 in the first period in which every curve has a value above 0. */
function indexed(app: App, data: ChartData): Tried {
  const t = CHARTS[app.lang()];
  const { curves, years } = data;
  const isAbove = (curve: Curve, i: number) => (curve.values[i] ?? 0) > 0;
  const from = years.findIndex((_, i) => curves.every((curve) => isAbove(curve, i)));
  const lacks = curves.find((curve) => !isAbove(curve, 0))?.name ?? '';
  if (from < 0) return { chart: data, problems: [t.noIndex(lacks)] };
  const base = data.periodText(years[from] ?? 0);
  const scaled = (curve: Curve) => HUNDRED / (curve.values[from] ?? Number.NaN);
  const lead = curves.find(({ inView }) => inView) ?? curves[0];
  const raised = <T extends { readonly y: number; readonly line?: string }>(mark: T): T => {
    const curve = curveOf(data, mark.line) ?? lead;
    return { ...mark, y: curve ? mark.y * scaled(curve) : Number.NaN };
  };
  const format = (value: number): string => formatNumber(value, app.lang(), 1);
  return {
    chart: {
      ...data,
      curves: curves.map((curve) => ({
        ...curve,
        values: curve.values.map((value) => (isValue(value) ? value * scaled(curve) : null)),
      })),
      dots: data.dots.map(raised),
      targets: data.targets.map(raised),
      unit: `${base} = ${HUNDRED}`,
      formatTick: (value) => formatNumber(value, app.lang(), 0),
      formatValue: format,
      formatWhole: format,
    },
    problems: from > 0 ? [t.laterIndex(base, lacks)] : [],
  };
}

/** The change of each value on that of a year before, in percent. */
function changed(app: App, data: ChartData): Tried {
  const t = CHARTS[app.lang()];
  const places = new Map(data.years.map((year, i) => [year, i]));
  let left = 0;
  const curves = data.curves.map((curve): Curve => {
    const values = curve.values.map((value, i) => {
      const before = curve.values[places.get((data.years[i] ?? 0) - data.perYear) ?? -1];
      if (!isValue(value) || !isValue(before)) return null;
      if (before > 0) return (value / before - 1) * HUNDRED;
      left += 1;
      return null;
    });
    return { ...curve, values };
  });
  const format = (value: number): string => formatNumber(value, app.lang(), 1);
  const marks = data.dots.length + data.targets.length;
  return {
    chart: {
      ...data,
      curves,
      dots: [],
      targets: [],
      unit: t.change,
      formatTick: (value) => formatNumber(value, app.lang(), 2, true, 0),
      formatValue: format,
      formatWhole: format,
    },
    problems: [...(left > 0 ? [t.noChange(left)] : []), ...(marks > 0 ? [t.noMarks(marks)] : [])],
  };
}

function logarithmic(app: App, data: ChartData): Tried {
  const t = CHARTS[app.lang()];
  const found = unfit(data, data.curves, (value) => value > 0);
  if (found) return { chart: data, problems: [t.noLog(found.name, found.period, found.count)] };
  if ([...data.dots, ...data.targets].some(({ y }) => y <= 0)) return { chart: data, problems: [t.noLogMarks] };
  return { chart: { ...data, scale: logScale }, problems: [] };
}

const isBar = ({ beside, right }: Curve): boolean => !beside && !right;

/** Bars of each period beside each other. */
function grouped(plot: Ground, data: ChartData, colour: (curve: Curve) => string): void {
  const curves = data.curves.filter(isBar);
  const all = Math.max(curves.length, roomOf(plot, data) * BAR_WIDTH);
  const width = all / curves.length;
  curves.forEach((curve, at) => {
    plot.ctx.fillStyle = plot.ctx.strokeStyle = colour(curve);
    curve.values.forEach((value, i) => {
      if (!isValue(value)) return;
      const [zero, end] = [plot.y(0), plot.y(value)];
      const left = plot.x(data.years[i] ?? 0) - all / 2 + at * width;
      const box = [left, Math.min(zero, end), Math.max(1, width - 1), Math.abs(end - zero)] as const;
      drawBar(plot.ctx, data, data.years[i] ?? 0, box);
    });
  });
}

/** Curves as bars, each of which has a place of its own in its period. They have no dots. */
function onBars(data: ChartData): ChartData {
  const bars = data.curves.filter(isBar);
  const all = apart(data) * BAR_WIDTH;
  const curves = data.curves.map(({ actual: _, ...curve }): Curve => {
    const at = bars.findIndex(({ id }) => id === curve.id);
    return at < 0 ? curve : { ...curve, shift: all * ((at + 0.5) / bars.length - 0.5) };
  });
  return { ...data, curves, bare: true, margin: all / 2, paint: grouped };
}

/**
 * A chart as it asks to be drawn; undefined where it asks for nothing. What can't be drawn so is drawn as near to it as
 * can be, and told.
 */
export function shaped(
  app: App,
  whole: ChartData,
  spec: ChartSpec,
  parts: Parts & { readonly scaleOf: (line: string) => Scale },
): ChartData | undefined {
  if (spec.split) return withPanels(app, whole, spec, parts, (data, one) => shaped(app, data, one, parts) ?? data);
  const t = CHARTS[app.lang()];
  const { as = 'lines', show, log } = spec;
  const problems: string[] = [];
  // Units do not matter to an index and to changes, which nothing that is stacked is drawn as.
  const isOfUnits = !show || isStacked(as);
  const { right, out } = axesOf(app, [spec.line, ...(spec.beside ?? [])], as);
  const lost = isOfUnits ? out : [];
  const data = without(whole, lost);
  if (lost.length > 0)
    problems.push(
      t.leftOut(
        lost.map((id) => lineName(app, id)),
        isStacked(as),
      ),
    );
  const below = as === 'share' ? unfit(data, partsOf(app, data, spec.line), (value) => value >= 0) : undefined;
  if (below) problems.push(t.noShare(below.name, below.period, below.count));
  const pile = piled(app, data, below ? { ...spec, as: 'areas' } : spec);
  if (pile) {
    const marks = data.dots.length + data.targets.length;
    if (marks > 0) problems.push(t.noMarksStacked(marks));
    if (show) problems.push(t.stacked);
    if (log) problems.push(t.evenBars);
    return { ...pile, shaped: true, problems };
  }
  const take = ({ chart, problems: found }: Tried): ChartData => {
    problems.push(...found);
    return chart;
  };
  const isBars = as === 'grouped' || as === 'bars';
  let chart = isSeveral(spec) ? several(app, data, spec) : data;
  if (show) chart = take(show === 'index' ? indexed(app, chart) : changed(app, chart));
  const [second] = isOfUnits ? right : [];
  if (second !== undefined) chart = withSecond(app, chart, right, parts.scaleOf(second));
  if (log && chart.second) problems.push(t.evenTwo);
  else if (log && isBars) problems.push(t.evenBars);
  else if (log) chart = take(logarithmic(app, chart));
  if (isBars) chart = onBars(chart);
  const isPlain = !isSeveral(spec) && !show && !isBars && !chart.second;
  return chart === whole && problems.length === 0 ? undefined : { ...chart, shaped: !isPlain, problems };
}
