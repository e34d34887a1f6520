import type { ChartSpec } from '../../model/model.ts';
import type { App } from '../../state/app.ts';
import { lineName } from '../../state/insight/cells.ts';
import type { ChartData, Curve, Ground } from './data.ts';
import { isValue } from './reading.ts';

/** Opacity of an area below its edge, and of a bar. */
const AREA = 0.4;
const BAR = 0.75;
/** Of the room of a period, what its bar takes. */
const BAR_WIDTH = 0.7;
const COLOURS = 6;
const PERCENT = 100;

type Values = readonly (number | null)[];
const number = (value: number | null | undefined): number => (isValue(value) ? value : 0);

/** The sum of each period, null where no line has a value. */
const sums = (all: readonly Values[]): Values =>
  (all[0] ?? []).map((_, i) =>
    all.some((values) => isValue(values[i])) ? all.reduce((sum, values) => sum + number(values[i]), 0) : null,
  );

const isPile = ({ as = 'lines', beside = [] }: Partial<ChartSpec>): boolean => as !== 'lines' && beside.length > 0;

/** The lines of a pile in words; undefined for a line that is charted alone. */
export function nameOf(app: App, line: string): string | undefined {
  const spec: Partial<ChartSpec> = app.workspace.model().charts.find((one) => one.line === line) ?? {};
  const ids = isPile(spec) ? [line, ...(spec.beside ?? [])] : [];
  return ids.map((id) => lineName(app, id)).join(app.lang() === 'zh' ? '、' : ', ') || undefined;
}

/**
 * A chart of one line with others beside it, in the scenario in view, as a pile of all of them: each stands on those before it, and their sum is
 * told. Undefined where it is none. Figures and targets are of one line, and stand on no pile.
 */
export function piled(app: App, data: ChartData, spec: ChartSpec): ChartData | undefined {
  const { line, as } = spec;
  const { workspace } = app;
  const lead = data.curves.find(({ id, beside }) => id === workspace.scenarioId && !beside) ?? data.curves[0];
  if (!lead || !isPile(spec)) return undefined;
  const others = data.curves.filter(({ beside }) => beside);
  const own = [{ ...lead, name: lineName(app, line) }, ...others];
  const whole = sums(own.map(({ values }) => values));
  const isShare = as === 'share';
  const scaled = (values: Values): Values =>
    isShare
      ? values.map((value, i) =>
          isValue(value) && number(whole[i]) !== 0 ? (value / number(whole[i])) * PERCENT : null,
        )
      : values;
  const parts = own.map(({ values }) => scaled(values));
  const curves = own.map(
    (curve, i): Curve => ({
      id: `pile ${i}`,
      name: curve.name,
      place: i,
      colour: (i % COLOURS) + 1,
      marker: i,
      inView: false,
      values: parts[i] ?? [],
      tops: sums(parts.slice(0, i + 1)).map((top, at) => (isValue(parts[i]?.[at]) ? top : null)),
    }),
  );
  const sum: Curve = {
    ...lead,
    name: app.t().sheet.sum,
    dimmed: false,
    values: scaled(whole),
    tops: whole.map(() => null),
  };
  const format = (value: number): string => `${Math.round(value * 10) / 10}%`;
  return {
    ...data,
    title: app.t().chart.title(nameOf(app, line) ?? '', app.say(workspace.model().name)),
    curves: [...curves, sum],
    dots: [],
    targets: [],
    ...(isShare ? { unit: '%', formatTick: (value: number) => `${value}`, formatValue: format } : {}),
    ...(as === 'bars' ? { margin: (apart(data) * BAR_WIDTH) / 2, bare: true } : {}),
    paint: as === 'bars' ? bars : areas,
  };
}

/** The piled curves with the heights on which each stands. */
function* layers(data: ChartData): Generator<{ curve: Curve; from: Values; to: Values }> {
  let from: Values = data.years.map(() => 0);
  for (const curve of data.curves) {
    const to = curve.tops ?? [];
    if (!to.some(isValue)) continue;
    yield { curve, from, to };
    from = from.map((below, i) => (isValue(to[i]) ? (to[i] ?? below) : below));
  }
}

function areas(plot: Ground, data: ChartData, colour: (curve: Curve) => string): void {
  const { ctx } = plot;
  for (const { curve, from, to } of layers(data)) {
    ctx.fillStyle = colour(curve);
    ctx.globalAlpha = AREA;
    data.years.forEach((year, i) => {
      const next = data.years[i + 1];
      if (next === undefined || !isValue(to[i]) || !isValue(to[i + 1])) return;
      ctx.beginPath();
      ctx.moveTo(plot.x(year), plot.y(number(from[i])));
      ctx.lineTo(plot.x(year), plot.y(number(to[i])));
      ctx.lineTo(plot.x(next), plot.y(number(to[i + 1])));
      ctx.lineTo(plot.x(next), plot.y(number(from[i + 1])));
      ctx.fill();
    });
  }
  ctx.globalAlpha = 1;
}

/** How far apart the periods are that are nearest to each other. */
const apart = ({ years }: Pick<ChartData, 'years'>): number => {
  const gaps = years.slice(1).map((year, i) => year - (years[i] as number));
  return gaps.length > 0 ? Math.min(...gaps) : 1;
};

function bars(plot: Ground, data: ChartData, colour: (curve: Curve) => string): void {
  const { ctx } = plot;
  const width = Math.max(1, (plot.x(apart(data)) - plot.x(0)) * BAR_WIDTH);
  for (const { curve, from, to } of layers(data)) {
    ctx.fillStyle = colour(curve);
    data.years.forEach((year, i) => {
      if (!isValue(to[i])) return;
      // What is projected is paler, as lines of it are dashed.
      ctx.globalAlpha = year <= data.observedUntil ? 1 : BAR;
      const [low, high] = [plot.y(number(from[i])), plot.y(number(to[i]))];
      ctx.fillRect(plot.x(year) - width / 2, Math.min(low, high), width, Math.abs(high - low));
    });
  }
  ctx.globalAlpha = 1;
}
