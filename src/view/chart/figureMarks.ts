import { figuresBeside } from '../../document/charts.ts';
import { bounded, citation, figurePeriod } from '../../i18n/figureWords.ts';
import { term } from '../../i18n/terms.ts';
import { type Figure, isKnown, periodOfFigure, positionOnAxis } from '../../model/figure.ts';
import type { ChartSpec } from '../../model/model.ts';
import { periodName, pointIn } from '../../model/periods.ts';
import { fromFigureUnit, type Unit, unitSpec } from '../../model/units.ts';
import type { App } from '../../state/app.ts';
import { lineName } from '../../state/insight/cells.ts';
import type { Dot, Scale, TargetMark } from './data.ts';
import type { TimeAxis } from './timeAxis.ts';

/** The figures of seeds that belong beside a chart, in its line's unit. */
export function figuresFor(app: App, spec: ChartSpec, unit: Unit): Figure[] {
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
  return source ? citation(source, figure.reported, app.lang()) : figure.source;
}

export function dotsFor(app: App, spec: ChartSpec, figures: readonly Figure[], scale: Scale, axis: TimeAxis): Dot[] {
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
        label: texts.chart.dot(
          figurePeriod(figure.period, app.lang()),
          bounded(scale.words(y), figure, app.lang()),
          asides,
        ),
      },
    ];
  });
}

/** One target a period: the newest that was known, else the one that was set later, which is said. */
export function targetsFor(
  app: App,
  spec: ChartSpec,
  figures: readonly Figure[],
  scale: Scale,
  axis: TimeAxis,
): TargetMark[] {
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
  // In Chinese no amount stands without its unit.
  const said = app.lang() === 'zh' ? scale.words : scale.tick;
  return [...byPeriod].map(([year, figure]) => {
    const y = fromFigureUnit(figure.value, figure.unit) * scale.factor;
    const label = isKnown(figure, known) ? app.t().chart.targetLabel : app.t().chart.targetLater;
    return { year, y, figure: figure.id, label: label(said(y), periodName(year, step, app.lang())) };
  });
}

/** Figures and targets of a chart. */
export interface Marks {
  readonly dots: readonly Dot[];
  readonly targets: readonly TargetMark[];
}

/** Those of lines that stand beside the one that leads a chart, each with the name of its line, and no figure that is drawn already. */
export function marksBeside(
  app: App,
  lines: readonly string[],
  drawn: readonly Figure[],
  scaleOf: (line: string) => Scale,
  axisFor: (line: string) => TimeAxis,
): Marks {
  const { workspace } = app;
  const charts = [...workspace.model().charts, ...workspace.shipped().charts];
  const taken = new Set(drawn.map(({ id }) => id));
  const all = lines.map((id): Marks => {
    const line = workspace.line(id);
    if (!line || line.kind === 'heading') return { dots: [], targets: [] };
    const spec: ChartSpec = { line: id, ...figuresBeside(charts, id) };
    const figures = figuresFor(app, spec, line.unit).filter((figure) => !taken.has(figure.id));
    for (const figure of figures) taken.add(figure.id);
    const [scale, axis] = [scaleOf(id), axisFor(id)];
    return ofLine(
      { dots: dotsFor(app, spec, figures, scale, axis), targets: targetsFor(app, spec, figures, scale, axis) },
      id,
      lineName(app, id),
      app.t().chart.of,
    );
  });
  return { dots: all.flatMap(({ dots }) => dots), targets: all.flatMap(({ targets }) => targets) };
}

/** Marks as those of a line, which is named where others have some too. */
export function ofLine(
  { dots, targets }: Marks,
  line: string,
  name: string,
  of: (line: string, words: string) => string,
): Marks {
  const told = <T extends { readonly label: string }>(mark: T) => ({
    ...mark,
    line,
    label: of(name, mark.label),
    plain: mark.label,
  });
  return { dots: dots.map(told), targets: targets.map(told) };
}
