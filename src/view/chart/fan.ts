import { FAN_PARTS } from '../../engine/port.ts';
import { FUTURES, runsText } from '../../i18n/futures.ts';
import type { ChartSpec } from '../../model/model.ts';
import type { App } from '../../state/app.ts';
import type { ChartData, Ground } from './data.ts';

/** Opacities of the bands, from the outermost in: they lie on one another. */
const BANDS = [0.1, 0.14, 0.2];
const PATH = 0.45;

/** What futures come to in the periods of the chart, in the unit shown. */
interface Fan {
  /** By part of `FAN_PARTS`, its values by period. */
  readonly quantiles: readonly (readonly number[])[];
  readonly paths: readonly (readonly number[])[];
  readonly years: readonly number[];
}

/**
 * A chart with the futures of its line in the scenario in view: bands of 50, 80 and 95 % of them under the curves, and some of
 * them whole where that is asked for. As it is where it shows no values by themselves, or years of shorter periods.
 */
export function fanned(
  app: App,
  data: ChartData,
  { as, show, split }: ChartSpec,
  factor: number,
): ChartData | undefined {
  const found = app.futures()?.found();
  const { charted, scenario } = found?.drawn ?? {};
  const [curve] = data.curves.filter(({ of }) => of?.scenario === scenario && of?.line === charted?.line);
  const isPlain = (as === undefined || as === 'lines') && !show && !split && !app.viewMode.byYear();
  if (!found || !charted || !curve || curve.right || !isPlain) return undefined;
  const { futures, drawn } = found;
  const all = drawn.question.results.length;
  const last = data.years.at(-1) ?? Number.NaN;
  const years = charted.slots.map(Number).filter((period) => period <= last);
  const at = years.map((_, i) => charted.begin + i);
  const parts = FAN_PARTS.length;
  const quantiles = FAN_PARTS.map((_, part) => at.map((i) => (futures.quantiles[i * parts + part] as number) * factor));
  const paths = app.futures()?.whole()
    ? Array.from({ length: futures.paths.length / all }, (_, path) =>
        at.map((i) => (futures.paths[path * all + i] as number) * factor),
      )
    : [];
  const fan: Fan = { quantiles, paths, years };
  const before = data.paint;
  return {
    ...data,
    ground: FUTURES[app.lang()].legend(runsText(futures.runs, app.lang())),
    room: [
      ...(data.room ?? []),
      ...[quantiles[0], quantiles.at(-1)].flatMap((ends) => ends?.filter(Number.isFinite) ?? []),
    ],
    paint: (ground, drawnData, colour) => {
      const own = drawnData.curves.find(({ id }) => id === curve.id);
      if (own) paint(ground, fan, colour(own));
      before?.(ground, drawnData, colour);
    },
  };
}

function paint({ ctx, x, y }: Ground, { quantiles, paths, years }: Fan, colour: string): void {
  const isThere = (values: readonly number[] | undefined) => (i: number) => Number.isFinite(values?.[i]);
  ctx.fillStyle = ctx.strokeStyle = colour;
  BANDS.forEach((opacity, band) => {
    const [low, high] = [quantiles[band], quantiles[quantiles.length - 1 - band]];
    const places = years.map((_, i) => i).filter(isThere(low));
    ctx.globalAlpha = opacity;
    ctx.beginPath();
    for (const i of places) ctx.lineTo(x(years[i] as number), y(high?.[i] as number));
    for (const i of places.toReversed()) ctx.lineTo(x(years[i] as number), y(low?.[i] as number));
    ctx.fill();
  });
  ctx.globalAlpha = PATH;
  ctx.lineWidth = 1;
  for (const path of paths) {
    ctx.beginPath();
    for (const i of years.map((_, i) => i).filter(isThere(path)))
      ctx.lineTo(x(years[i] as number), y(path[i] as number));
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}
