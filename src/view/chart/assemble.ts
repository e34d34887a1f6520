import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js';
import { figuresBeside } from '../../document/charts.ts';
import { withLooks } from '../../document/looks.ts';
import type { Row } from '../../engine/rowValues.ts';
import { publisherOf } from '../../i18n/figureWords.ts';
import { term } from '../../i18n/terms.ts';
import { coarseStep } from '../../model/coarse.ts';
import { PER_YEAR, periodName, periodText } from '../../model/periods.ts';
import type { Unit } from '../../model/units.ts';
import type { App } from '../../state/app.ts';
import { actualsOf } from '../../state/insight/actuals.ts';
import { watchRows } from '../../state/insight/answer.ts';
import { lineName } from '../../state/insight/cells.ts';
import { chartName } from '../../state/insight/chartName.ts';
import { unitOf } from './axes.ts';
import type { ChartData, Curve, Scale } from './data.ts';
import { dotsFor, figuresFor, type Marks, marksBeside, ofLine, targetsFor } from './figureMarks.ts';
import { scaleFor } from './lineScale.ts';
import { chartUntil, spansOf } from './span.ts';
import { axisOf, knownUntil } from './timeAxis.ts';

/** What draws a fan, once there are futures. */
const [fan, setFan] = createSignal<typeof import('./fan.ts')>();
/** What piles lines up, once a chart asks for it. */
const [pile, setPile] = createSignal<typeof import('./shaping.ts')>();

/** The chart of the line in view, following every edit, and where its figures come from. */
export function createChartData(app: App, exchange: Accessor<number>) {
  const { workspace } = app;
  const spec = workspace.chart;
  const line = createMemo(() => workspace.line(spec().line));
  const beside = createMemo(() => (spec().beside ?? []).filter((id) => workspace.line(id)));
  const scenarios = createMemo(() =>
    withLooks(workspace.scenarioNames()).map(({ id, name, colour, marker }) => {
      return { id, name: app.say(name), colour, marker };
    }),
  );
  const inView = createMemo(() => workspace.scenarioId);
  const wanted = createMemo(() => [
    ...scenarios().map(({ id }) => ({ scenario: id, line: spec().line })),
    ...(spec().split ? scenarios().map(({ id }) => id) : [inView()]).flatMap((scenario) =>
      beside().map((id) => ({ scenario, line: id })),
    ),
  ]);
  const row = watchRows(app.workspace, wanted);
  const scaleAt = (yuanPerDollar: number, shown = line()): Scale => {
    const measured: { unit: Unit; decimals?: number } = !shown || shown.kind === 'heading' ? { unit: 'index' } : shown;
    return scaleFor(app, measured.unit, measured.decimals, yuanPerDollar);
  };
  const scale = createMemo(() => scaleAt(exchange()));
  const scaleOf = (id: string): Scale => scaleAt(exchange(), workspace.line(id));
  const figures = createMemo(() => {
    const shown = line();
    return shown && shown.kind !== 'heading' ? figuresFor(app, spec(), shown.unit) : [];
  });
  const rollupOf = (id: string) => {
    const shown = workspace.line(id);
    return shown && shown.kind !== 'heading' ? app.viewMode.years()?.rollup(shown) : undefined;
  };
  /** What looks by year, where the chart is looked at so. */
  const byYear = () => (app.viewMode.byYear() ? app.viewMode.years() : undefined);
  const axisFor = (id: string) => axisOf(workspace.model(), byYear()?.years(), rollupOf(id));
  const axis = createMemo(() => axisFor(spec().line));
  const marks = createMemo((): Marks => {
    const [chart, own] = [spec(), figures()];
    const lead: Marks = {
      dots: dotsFor(app, chart, own, scale(), axis()),
      targets: targetsFor(app, chart, own, scale(), axis()),
    };
    if (beside().length === 0) return lead;
    const others = marksBeside(app, beside(), own, scaleOf, axisFor);
    if (others.dots.length + others.targets.length === 0) return lead;
    const isOneOfMany = chart.as !== undefined && chart.as !== 'lines';
    const first = isOneOfMany ? ofLine(lead, chart.line, lineName(app, chart.line), app.t().chart.of) : lead;
    return { dots: [...first.dots, ...others.dots], targets: [...first.targets, ...others.targets] };
  });
  const step = () => axis().step;
  const until = createMemo(() => knownUntil(app, axis()));

  const values = (found: Row | undefined, factor: number, id: string): (number | null)[] => {
    const shown = workspace.line(id);
    const own = found?.values.subarray(1) ?? [];
    const taken = (shown && shown.kind !== 'heading' && byYear()?.rolledUp(own, shown)) || own;
    return axis().periods.map((_, i) => {
      const value = taken[i];
      return value === undefined || !Number.isFinite(value * factor) ? null : value * factor;
    });
  };
  /** Typed, or of longer periods, each of which is a point at its end. */
  const isJoined = (id: string): boolean => {
    const found = workspace.line(id);
    return found?.kind === 'input' || coarseStep(found, workspace.model().periods) !== undefined;
  };
  const actual = (scenario: string, id: string): Pick<Curve, 'actual'> => {
    const held = actualsOf(workspace, scenario, id, byYear() !== undefined);
    return held.size > 0 ? { actual: axis().periods.map((period) => held.has(period)) } : {};
  };
  /** A line in every scenario. */
  const curvesOf = (id: string): Curve[] => {
    const picked = app.viewMode.picked();
    return scenarios().map((scenario, place) => ({
      ...scenario,
      place,
      inView: scenario.id === (picked ?? inView()),
      dimmed: picked !== undefined && scenario.id !== picked,
      of: { scenario: scenario.id, line: id },
      values: values(row(scenario.id, id), scaleOf(id).factor, id),
      joined: isJoined(id),
      ...actual(scenario.id, id),
    }));
  };
  const inScenario = (at: string): ChartData => {
    const picked = app.viewMode.picked();
    const lines: Curve[] = beside().map((id) => ({
      id,
      name: lineName(app, id),
      place: scenarios().findIndex((scenario) => scenario.id === at),
      colour: 1,
      marker: 0,
      inView: false,
      dimmed: picked !== undefined && picked !== at,
      beside: true,
      of: { scenario: at, line: id },
      values: values(row(at, id), scaleOf(id).factor, id),
      joined: isJoined(id),
      ...actual(at, id),
    }));
    return {
      title: app.t().chart.title(app.say(chartName(app, spec())), app.say(workspace.model().name)),
      years: axis().periods,
      perYear: PER_YEAR[step()],
      periodText: (period) => periodText(period, step()),
      periodName: (period) => periodName(period, step(), app.lang()),
      curves: [...curvesOf(spec().line), ...lines],
      ...marks(),
      observedUntil: axis().observedUntil,
      knownUntil: until(),
      projectedLabel: app.t().chart.projected,
      unit: scale().label,
      formatTick: scale().tick,
      formatValue: scale().value,
      formatWhole: scale().whole,
    };
  };
  const one = createMemo(() => inScenario(inView()));
  const asks = createMemo(() => {
    const { as, show, log, split, beside: others = [] } = spec();
    return !!(as || show || log || split) || others.some((id) => unitOf(app, id) !== unitOf(app, spec().line));
  });
  createEffect(() => {
    if (asks() && !pile()) import('./shaping.ts').then(setPile, () => workspace.say(() => app.t().sheet.reload));
  });
  const data = createMemo(
    () =>
      pile()?.shaped(app, one(), spec(), {
        scaleOf,
        inScenario,
        curvesOf,
        scenarios: scenarios().map(({ id }) => id),
      }) ?? one(),
  );
  createEffect(() => {
    if (app.futures() && !fan()) import('./fan.ts').then(setFan, () => workspace.say(() => app.t().sheet.reload));
  });
  /** What can be looked at of it, and what is: all where there is nothing of the kind that is asked for. */
  const spans = createMemo(() => spansOf(data()));
  const span = () => {
    const wanted = app.preferences.span() ?? spec().span ?? 'targets';
    return spans().some((one) => one.span === wanted) ? wanted : 'all';
  };
  /** What is in sight of a chart. */
  const inSight = (whole: ChartData) =>
    chartUntil(whole, spans().find((one) => one.span === span())?.until ?? Number.NaN);
  const shown = createMemo(() => {
    const seen = inSight(data());
    return fan()?.fanned(app, seen, spec(), scale().factor) ?? seen;
  });
  /** The line of sources under the chart. */
  const credits = createMemo(() => {
    const drawn = [...shown().dots, ...shown().targets];
    const charts = [...workspace.model().charts, ...workspace.shipped().charts];
    const others = beside().filter((id) => drawn.some(({ line: of }) => of === id));
    const definitions = [spec(), ...others.map((id) => figuresBeside(charts, id))].map(({ figures: wanted }) =>
      term(wanted?.definition ?? '', app.lang()),
    );
    const cited = drawn.map(({ figure }) => workspace.figures().get(figure)?.source ?? '');
    const publishers = [...new Set(cited)].map((id) => {
      const source = workspace.sources().get(id);
      return source ? publisherOf(source, app.lang()) : '';
    });
    return {
      sources: [...new Set(publishers.filter(Boolean))],
      definition: [...new Set(definitions.filter(Boolean))].join(app.lang() === 'zh' ? '；' : '; '),
    };
  });
  const ready = createMemo(() => row(inView(), spec().line) !== undefined && (!asks() || pile() !== undefined));
  /** By what stored values are multiplied to be shown, at a rate of yuan a dollar. */
  const factorAt = (yuanPerDollar: number): number => scaleAt(yuanPerDollar).factor;
  return { spec, data, shown, inSight, spans, span, credits, ready, factorAt, step };
}
