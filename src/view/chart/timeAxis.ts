import { type Figure, periodOfFigure } from '../../model/figure.ts';
import type { Rollup } from '../../model/line.ts';
import type { Model } from '../../model/model.ts';
import { inStep, ordinalOf, periodsOf, type Step, yearEnding, yearOf } from '../../model/periods.ts';
import type { App } from '../../state/app.ts';

/** What the chart goes over: the model's periods, or the years that they make. */
export interface TimeAxis {
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

export function axisOf(
  { periods, observedUntil }: Model,
  years: readonly number[] | undefined,
  by: Rollup | undefined,
): TimeAxis {
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

/**
 * The first period that was not over at the date of knowledge begins the projection, unless a person moved the boundary.
 * Figures that ship say nothing of a model of one's own.
 */
export function knownUntil(app: App, { step, last, observedUntil }: TimeAxis): number {
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
