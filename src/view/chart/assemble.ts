import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js';
import { withLooks } from '../../document/looks.ts';
import type { Row } from '../../engine/rowValues.ts';
import { axisNumber, compactNumber, isCompact } from '../../i18n/compact.ts';
import { formatCell, formatDate, formatNumber } from '../../i18n/format.ts';
import { axisLabel, moneyFactor } from '../../i18n/money.ts';
import { term } from '../../i18n/terms.ts';
import { type Figure, isKnown, periodOfFigure, positionOnAxis } from '../../model/figure.ts';
import type { Rollup } from '../../model/line.ts';
import type { ChartSpec, Model } from '../../model/model.ts';
import {
  inStep,
  ordinalOf,
  PER_YEAR,
  periodName,
  periodsOf,
  periodText,
  pointIn,
  type Step,
  yearEnding,
  yearOf,
} from '../../model/periods.ts';
import { fromFigureUnit, type Unit, unitSpec } from '../../model/units.ts';
import type { App } from '../../state/app.ts';
import { moneyOf, watchRows } from '../../state/insight/answer.ts';
import { lineName } from '../../state/insight/cells.ts';
import type { ChartData, Curve, Dot, TargetMark } from './data.ts';

/** What piles lines up, once a chart asks for it. */
const [pile, setPile] = createSignal<typeof import('./stack.ts')>();

/** A charted line in words, with those that are piled on it. */
export const chartName = (app: App, line: string): string => pile()?.nameOf(app, line) ?? lineName(app, line);

/** How values of a line's unit are shown on the chart. */
interface Scale {
  readonly factor: number;
  readonly label: string;
  /** How a value is told in few letters: of an axis in the power of its largest one. */
  readonly tick: (value: number, largest?: number) => string;
  readonly value: (value: number) => string;
  /** As a cell shows it, where the chart has less room. */
  readonly whole?: (value: number) => string;
}

function scaleFor(app: App, unit: Unit, decimals: number | undefined, exchange: number): Scale {
  const lang = app.lang();
  const spec = unitSpec(unit);
  const short = (value: number) => formatNumber(value, lang, 2, true, 0);
  if (unit === 'bn yuan') {
    const money = moneyOf(app);
    const value = (v: number) => formatNumber(v, lang, Math.abs(v) >= 1000 ? 0 : 1);
    const whole = (v: number) => formatNumber(v, lang, 2);
    return { factor: moneyFactor(money, lang, exchange), label: axisLabel(money, lang), tick: short, value, whole };
  }
  if (spec.form === 'plain') {
    const whole = (v: number) => formatCell(v, unit, lang, decimals);
    const value = (v: number) => (isCompact(v, unit, lang) ? tick(v) : whole(v));
    const tick = (v: number, largest?: number) =>
      largest === undefined ? compactNumber(v, unit, lang, 2, 0) : axisNumber(v, largest, unit, lang);
    return { factor: 1, label: spec.label[lang], tick, value, whole };
  }
  return {
    factor: 100,
    label: spec.label[lang],
    tick: short,
    value: (v) => formatNumber(v, lang, decimals ?? spec.decimals),
  };
}

/** What the chart goes over: the model's periods, or the years that they make. */
interface Axis {
  readonly periods: readonly number[];
  readonly first: number;
  readonly last: number;
  readonly step: Step;
  readonly observedUntil: number;
  /** Whether a figure counts as much time as a point of the chart: that of a year is no month's, unless it is a stock. */
  readonly takes: (figure: Figure) => boolean;
  /** The year that the shorter period of a figure ends, where the chart is of years. */
  readonly ending: (figure: Figure) => number | undefined;
}

function axisOf({ periods, observedUntil }: Model, years: readonly number[] | undefined, by: Rollup | undefined): Axis {
  if (years) {
    const [first = 0, last = 0] = [years[0], years.at(-1)];
    const takes = ({ period }: Figure) => /^\d{4}$/.test(period) || by === 'last';
    const ending = ({ period }: Figure) => yearEnding(period, periods);
    return {
      periods: years,
      first,
      last,
      step: 'year',
      observedUntil: yearOf(observedUntil + 1, periods) - 1,
      takes,
      ending,
    };
  }
  const { first, last, step = 'year' } = periods;
  const takes = ({ period }: Figure) => step === 'year' || !/^\d{4}$/.test(period) || by === 'last';
  return { periods: periodsOf(periods), first, last, step, observedUntil, takes, ending: () => undefined };
}

/** The figures of seeds that belong beside a chart, in its line's unit. */
function figuresFor(app: App, spec: ChartSpec, unit: Unit): Figure[] {
  const wanted = spec.figures;
  const belongs = ({ region, variable }: Figure) =>
    // A person's figures on a line that declares none name the line.
    wanted ? region === wanted.region && variable === wanted.variable : variable === spec.line;
  const form = unitSpec(unit).form;
  return [...app.workspace.figures().values()].filter(
    (figure) => belongs(figure) && (form === 'plain' ? figure.unit === unit : unitSpec(figure.unit).form === form),
  );
}

function sourceText(app: App, figure: Figure): string {
  const source = app.workspace.sources().get(figure.source);
  return source ? `${source.publisher}, ${formatDate(figure.reported, app.lang())}` : figure.source;
}

function dotsFor(app: App, spec: ChartSpec, figures: readonly Figure[], scale: Scale, axis: Axis): Dot[] {
  const { known } = app.workspace.view;
  const { first, last, step } = axis;
  const texts = app.t();
  const placed = new Set<string>();
  return figures.flatMap((figure): Dot[] => {
    const at = positionOnAxis(figure);
    const x = !axis.takes(figure) ? undefined : at === undefined ? periodOfFigure(figure, step) : pointIn(at, step);
    if (figure.kind !== 'observed' && figure.kind !== 'estimate') return [];
    if (x === undefined || x < first || x > last) return [];
    const comparable = spec.figures === undefined || figure.definition === spec.figures.definition;
    const kind = !isKnown(figure, known) ? 'later' : comparable ? 'same' : 'other';
    const y = fromFigureUnit(figure.value, figure.unit) * scale.factor;
    const place = `${x} ${y} ${kind}`;
    if (placed.has(place)) return [];
    placed.add(place);
    const bound = texts.inspector.bounds[figure.bound];
    const asides = [
      term(figure.definition, app.lang()),
      ...(kind === 'later' ? [texts.chart.reportedLater] : []),
      ...(comparable ? [] : [texts.chart.otherDefinition]),
      sourceText(app, figure),
    ].filter((aside) => aside !== '');
    return [
      {
        x,
        y,
        kind,
        figure: figure.id,
        label: `${figure.period}: ${bound} ${scale.value(y)} (${asides.join('; ')})`.replace(':  ', ': '),
      },
    ];
  });
}

/** One target a period: the newest that was known, else the one that was set later, which is said. */
function targetsFor(app: App, spec: ChartSpec, figures: readonly Figure[], scale: Scale, axis: Axis): TargetMark[] {
  const { known } = app.workspace.view;
  const { first, last, step } = axis;
  const byPeriod = new Map<number, Figure>();
  for (const figure of figures) {
    const period = axis.takes(figure) ? (periodOfFigure(figure, step) ?? axis.ending(figure)) : undefined;
    if (figure.kind !== 'target' || period === undefined || period < first || period > last) continue;
    const before = byPeriod.get(period);
    const rank = (f: Figure) =>
      `${isKnown(f, known) ? 1 : 0}${f.definition === spec.figures?.definition ? 1 : 0}${f.reported}`;
    if (!before || rank(figure) > rank(before)) byPeriod.set(period, figure);
  }
  return [...byPeriod].map(([year, figure]) => {
    const y = fromFigureUnit(figure.value, figure.unit) * scale.factor;
    const label = isKnown(figure, known) ? app.t().chart.targetLabel : app.t().chart.targetLater;
    return { year, y, figure: figure.id, label: label(scale.tick(y), periodName(year, step, app.lang())) };
  });
}

/**
 * The first period that was not over at the date of knowledge begins the projection, unless a person moved the boundary.
 * Figures that ship say nothing of a model of one's own.
 */
function knownUntil(app: App, { step, last, observedUntil }: Axis): number {
  const { known } = app.workspace.view;
  const isOwn = app.workspace.own();
  if (app.workspace.document().observedUntil || (isOwn && known === 'latest')) return observedUntil;
  if (known !== 'latest')
    return Math.max(
      observedUntil,
      inStep(ordinalOf(Number(known.slice(0, 4)), Number(known.slice(5)), 'month'), 'month', step) - 1,
    );
  const reported = [...app.workspace.figures().values()]
    .filter((figure) => figure.kind === 'observed')
    .map((figure) => periodOfFigure(figure, step) ?? 0);
  return Math.min(last, Math.max(observedUntil, ...reported));
}

/** The chart of the line in view, following every edit, and where its figures come from. */
export function createChartData(app: App, exchange: Accessor<number>) {
  const { workspace } = app;
  const spec = createMemo<ChartSpec>(
    () => workspace.model().charts.find(({ line }) => line === workspace.view.line) ?? { line: workspace.view.line },
  );
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
    ...beside().map((id) => ({ scenario: inView(), line: id })),
  ]);
  const row = watchRows(app.workspace, wanted);
  const scaleAt = (yuanPerDollar: number): Scale => {
    const shown = line();
    const measured: { unit: Unit; decimals?: number } = !shown || shown.kind === 'heading' ? { unit: 'index' } : shown;
    return scaleFor(app, measured.unit, measured.decimals, yuanPerDollar);
  };
  const scale = createMemo(() => scaleAt(exchange()));
  const figures = createMemo(() => {
    const shown = line();
    return shown && shown.kind !== 'heading' ? figuresFor(app, spec(), shown.unit) : [];
  });
  const rollup = createMemo(() => {
    const shown = line();
    return shown && shown.kind !== 'heading' ? app.viewMode.years()?.rollup(shown) : undefined;
  });
  /** What looks by year, where the chart is looked at so. */
  const byYear = () => (app.viewMode.byYear() ? app.viewMode.years() : undefined);
  const axis = createMemo(() => axisOf(workspace.model(), byYear()?.years(), rollup()));
  const dots = createMemo(() => dotsFor(app, spec(), figures(), scale(), axis()));
  const targets = createMemo(() => targetsFor(app, spec(), figures(), scale(), axis()));
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
  const isTyped = (id: string): boolean => workspace.line(id)?.kind === 'input';
  const one = createMemo((): ChartData => {
    const picked = app.viewMode.picked();
    const curves: Curve[] = scenarios().map((scenario, place) => ({
      ...scenario,
      place,
      inView: scenario.id === (picked ?? inView()),
      dimmed: picked !== undefined && scenario.id !== picked,
      values: values(row(scenario.id, spec().line), scale().factor, spec().line),
      joined: isTyped(spec().line),
    }));
    const lines: Curve[] = beside().map((id) => ({
      id,
      name: lineName(app, id),
      place: scenarios().findIndex((scenario) => scenario.id === inView()),
      colour: 1,
      marker: 0,
      inView: false,
      dimmed: picked !== undefined && picked !== inView(),
      beside: true,
      values: values(row(inView(), id), scale().factor, id),
      joined: isTyped(id),
    }));
    return {
      title: app.t().chart.title(lineName(app, spec().line), app.say(workspace.model().name)),
      years: axis().periods,
      perYear: PER_YEAR[step()],
      periodText: (period) => periodText(period, step()),
      periodName: (period) => periodName(period, step(), app.lang()),
      curves: [...curves, ...lines],
      dots: dots(),
      targets: targets(),
      observedUntil: axis().observedUntil,
      knownUntil: until(),
      projectedLabel: app.t().chart.projected,
      unit: scale().label,
      formatTick: scale().tick,
      formatValue: scale().value,
      formatWhole: scale().whole,
    };
  });
  createEffect(() => {
    if (spec().as && !pile()) import('./stack.ts').then(setPile, () => workspace.say(app.t().sheet.reload));
  });
  const data = createMemo(() => pile()?.piled(app, one(), spec()) ?? one());
  /** The line of sources under the chart. */
  const credits = createMemo(() => {
    const shown = [...dots(), ...targets()].map(({ figure }) => workspace.figures().get(figure)?.source ?? '');
    const publishers = [...new Set(shown)].map((id) => workspace.sources().get(id)?.publisher ?? '');
    return {
      sources: [...new Set(publishers.filter(Boolean))],
      definition: term(spec().figures?.definition ?? '', app.lang()),
    };
  });
  const ready = createMemo(() => row(inView(), spec().line) !== undefined);
  /** By what stored values are multiplied to be shown, at a rate of yuan a dollar. */
  const factorAt = (yuanPerDollar: number): number => scaleAt(yuanPerDollar).factor;
  return { data, credits, ready, factorAt, step };
}
