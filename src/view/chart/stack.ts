import { CHARTS } from '../../i18n/charts.ts';
import type { ChartSpec } from '../../model/model.ts';
import type { App } from '../../state/app.ts';
import { lineName } from '../../state/insight/cells.ts';
import type { ChartData, Curve, Ground } from './data.ts';
import { isValue } from './reading.ts';

/** Opacity of an area below its edge, and of a bar. */
const AREA = 0.4;
const BAR = 0.75;
/** Of the room of a period, what its bar takes. */
export const BAR_WIDTH = 0.7;
export const COLOURS = 6;
const PERCENT = 100;

type Values = readonly (number | null)[];
const number = (value: number | null | undefined): number => (isValue(value) ? value : 0);

/** The sum of each period, null where no line has a value. */
const sums = (all: readonly Values[]): Values =>
  (all[0] ?? []).map((_, i) =>
    all.some((values) => isValue(values[i])) ? all.reduce((sum, values) => sum + number(values[i]), 0) : null,
  );

const isPile = ({ as = 'lines', beside = [] }: Partial<ChartSpec>): boolean =>
  (as === 'bars' || as === 'areas' || as === 'share') && beside.length > 0;

/** The lines of a chart in the scenario in view, the one that leads it first. */
export function partsOf(app: App, { curves }: ChartData, line: string): Curve[] {
  // Of small charts each is of a scenario of its own, in which what is drawn with its line is.
  const scenario = curves.find(({ beside }) => beside)?.of?.scenario ?? app.workspace.scenarioId;
  const lead = curves.find(({ id, beside }) => id === scenario && !beside) ?? curves[0];
  return lead ? [{ ...lead, name: lineName(app, line) }, ...curves.filter(({ beside }) => beside)] : [];
}

/** Lines that are drawn beside each other, none of them for the sake of another. */
export const isSeveral = ({ as, beside = [] }: Partial<ChartSpec>): boolean =>
  (as === 'curves' || as === 'grouped') && beside.length > 0;

/**
 * A chart of one line with others beside it, in the scenario in view, as a pile of all of them: each stands on those before it, and their sum is
 * told. Undefined where it is none. Figures and targets are of single lines, and stand on no pile.
 */
export function piled(app: App, data: ChartData, spec: ChartSpec): ChartData | undefined {
  const { line, as } = spec;
  const own = partsOf(app, data, line);
  const [lead] = own;
  if (!lead || !isPile(spec)) return undefined;
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
      ...(curve.of ? { of: curve.of } : {}),
      values: parts[i] ?? [],
      tops: sums(parts.slice(0, i + 1)).map((top, at) => (isValue(parts[i]?.[at]) ? top : null)),
    }),
  );
  const sum: Curve = {
    ...lead,
    name: CHARTS[app.lang()].total,
    dimmed: false,
    values: scaled(whole),
    tops: whole.map(() => null),
  };
  const format = (value: number): string => `${Math.round(value * 10) / 10}%`;
  return {
    ...data,
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
export const apart = ({ years }: Pick<ChartData, 'years'>): number => {
  const gaps = years.slice(1).map((year, i) => year - (years[i] as number));
  return gaps.length > 0 ? Math.min(...gaps) : 1;
};

/** px between the nearest periods. From one that is in sight: far outside the plot the drawing knows no places. */
export const roomOf = (plot: Ground, data: ChartData): number => {
  const [first = 0] = data.years;
  return plot.x(first + apart(data)) - plot.x(first);
};

/** A bar of a year: what is projected is paler, within an edge at full strength. `box`: left, top, width and height, px. */
export function drawBar(
  ctx: CanvasRenderingContext2D,
  { observedUntil }: ChartData,
  year: number,
  box: readonly [number, number, number, number],
): void {
  const isProjected = year > observedUntil;
  ctx.globalAlpha = isProjected ? BAR : 1;
  ctx.fillRect(...box);
  ctx.globalAlpha = 1;
  const [left, top, width, height] = box;
  if (!isProjected || width < 3 || height < 3) return;
  ctx.lineWidth = 1;
  ctx.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
}

function bars(plot: Ground, data: ChartData, colour: (curve: Curve) => string): void {
  const { ctx } = plot;
  const width = Math.max(1, roomOf(plot, data) * BAR_WIDTH);
  for (const { curve, from, to } of layers(data)) {
    ctx.fillStyle = ctx.strokeStyle = colour(curve);
    data.years.forEach((year, i) => {
      if (!isValue(to[i])) return;
      const [low, high] = [plot.y(number(from[i])), plot.y(number(to[i]))];
      drawBar(ctx, data, year, [plot.x(year) - width / 2, Math.min(low, high), width, Math.abs(high - low)]);
    });
  }
}
