import {
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from 'chart.js';
import { type ChartData, type Curve, heights } from './data.ts';
import { drawnFrom, markRadii } from './gaps.ts';
import { drawDots, drawFocus, drawGround } from './marks.ts';
import { drawMarkers, drawNames, type Label, nameMargin } from './names.ts';
import { HEAD, NARROW, type Plot } from './plot.ts';
import { watchPointer } from './pointer.ts';
import { isValue, nearestYear } from './reading.ts';
import { type AxisExtent, periodAxis, valueAxis, yearTicks } from './scale.ts';
import { drawTargetLines, drawTargets } from './targets.ts';
import { type ChartTheme, curveColour } from './theme.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale);

/** A drawn chart. It draws at once and without animation, so it can follow a dragged slider frame by frame. */
export interface Drawing {
  update(data: ChartData): void;
  setTheme(theme: ChartTheme): void;
  /** Marks the year that is being read. */
  focusYear(year: number | undefined): void;
  /** Calls back when the pointer comes over another year, and with undefined when it leaves. */
  onHover(callback: (year: number | undefined) => void): void;
  /** Where a year lies, in CSS pixels from the left edge of the canvas. */
  xOf(year: number): number;
  /** Where the names of the scenarios stand, as they were drawn last. */
  labels(): readonly Label[];
  /** Takes the size of the canvas's parent, or the one that is given, px. */
  resize(size?: { readonly width: number; readonly height: number }): void;
  destroy(): void;
}

type Dataset = ChartDataset<'line', { x: number; y: number }[]>;

/**
 * Lines of the chart that make a curve, since they look different: up to the last observed period, and from it on. One line
 * that asks for the look of each stretch takes as long as all else of a drawing of many periods.
 */
const LINES = 2;

/** Opacity of the curves beside the one that is pointed out. */
const DIMMED = 0.2;
/** Letters of a year's label, and px that each one more of a month's takes. */
const YEAR_LETTERS = 4;
const LETTER = 8;
/** px between the left edges of two year labels. */
const YEARS_APART = { narrow: 44, wide: 40 };

/** The look of a curve: solid and 1.5 px where observed, else dashed and by its rank. */
function curveStyle(curve: Curve, theme: ChartTheme, { bare }: ChartData, isObserved: boolean): Omit<Dataset, 'data'> {
  return {
    hidden: !!bare,
    borderColor: curveColour(theme, curve),
    // The scenario in view is told by its width: paler lines of the others would fall under 3:1 on the ground.
    borderWidth: isObserved ? 1.5 : curve.beside ? 1 : curve.inView ? 2.5 : 1.5,
    borderDash: isObserved ? [] : curve.beside ? [2, 3] : [6, 4],
    borderJoinStyle: 'round',
    spanGaps: !!curve.joined,
    pointBorderWidth: 0,
    pointBackgroundColor: curveColour(theme, curve),
    // A smaller order is drawn later, so the curve in view lies on top.
    order: curve.inView && !curve.beside ? 0 : 1 + curve.place,
  };
}

/** The span of years: those of the curves, and further where a figure lies outside them. */
function yearAxis(data: ChartData): AxisExtent {
  const places = [...data.years, ...data.dots.map((dot) => dot.x)];
  return { ...periodAxis(places, data.margin), ticks: [] };
}

function valuesOf(data: ChartData): number[] {
  const values = data.curves.flatMap((curve) => heights(curve).filter(isValue));
  return [...values, ...(data.room ?? []), ...data.dots.map((dot) => dot.y), ...data.targets.map((target) => target.y)];
}

/** `pixels`: of the canvas for each CSS pixel; those of the screen if left out. */
export function createDrawing(canvas: HTMLCanvasElement, theme: ChartTheme, pixels?: number): Drawing {
  let shown: ChartData | undefined;
  let look = theme;
  let focused: number | undefined;
  let hover: (year: number | undefined) => void = () => {};
  let years: AxisExtent = { min: 0, max: 1, ticks: [] };
  let amounts: AxisExtent = { min: 0, max: 1, ticks: [] };
  /** The largest value that the axis names, by size. */
  const largest = () => Math.max(...amounts.ticks.map(Math.abs));
  /** Where the names of the scenarios stand. */
  let labels: readonly Label[] = [];
  /** Where each target's label stands, by figure. */
  const labelPlaces = new Map<string, number>();

  /** Runs our own drawing on the canvas and gives the context back as it was. */
  const paint = (chart: Chart, draw: (plot: Plot, data: ChartData) => void): void => {
    const { x, y } = chart.scales;
    if (!shown || !x || !y) return;
    const { left, right, top, bottom } = chart.chartArea;
    chart.ctx.save();
    draw(
      {
        ctx: chart.ctx,
        width: chart.width,
        left,
        right,
        top,
        bottom,
        x: (year) => x.getPixelForValue(year),
        y: (value) => y.getPixelForValue(value),
      },
      shown,
    );
    chart.ctx.restore();
  };

  const marks: Plugin<'line'> = {
    id: 'marks',
    beforeDraw: (chart) => paint(chart, (plot, data) => drawGround(plot, data, look)),
    beforeDatasetsDraw: (chart) =>
      paint(chart, (plot, data) => {
        data.paint?.(plot, data, (curve) => curveColour(look, curve));
        drawTargetLines(plot, data, look);
      }),
    beforeDatasetDraw: ({ ctx }, { index }) => {
      const curve = shown?.curves[Math.floor(index / LINES)];
      ctx.save();
      if (curve?.dimmed) ctx.globalAlpha = DIMMED;
    },
    afterDatasetDraw: ({ ctx }) => ctx.restore(),
    afterDatasetsDraw: (chart) =>
      paint(chart, (plot, data) => {
        drawMarkers(plot, data, look);
        if (focused !== undefined) drawFocus(plot, data, look, focused);
        drawDots(plot, data, look);
        drawTargets(plot, data, look, labelPlaces);
        labels = drawNames(plot, data, look);
      }),
  };

  const tickLook = {
    autoSkip: false,
    color: () => look.muted,
    font: () => ({ family: look.fontFamily, size: look.fontSize }),
  };
  const chart = new Chart<'line', { x: number; y: number }[]>(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: {
      animation: false,
      ...(pixels === undefined ? {} : { devicePixelRatio: pixels }),
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      // The points are already what the chart needs, sorted by year.
      parsing: false,
      normalized: true,
      layout: {
        autoPadding: false,
        padding: ({ chart: { ctx, width } }) => ({
          top: HEAD,
          right: shown ? nameMargin(ctx, shown, look, width) : 0,
          bottom: 0,
          left: 0,
        }),
      },
      scales: {
        x: {
          type: 'linear',
          bounds: 'data',
          grid: { drawOnChartArea: false, tickLength: 4, color: () => look.muted },
          border: { display: false },
          ticks: {
            ...tickLook,
            maxRotation: 0,
            padding: 4,
            callback: (value) => shown?.periodText(Number(value)) ?? '',
          },
          afterDataLimits: (axis) => Object.assign(axis, { min: years.min, max: years.max }),
          afterBuildTicks: (axis) => {
            const longer = Math.max(0, (shown?.periodText(Math.ceil(years.min)).length ?? 0) - YEAR_LETTERS);
            const apart = LETTER * longer + (axis.chart.width < NARROW ? YEARS_APART.narrow : YEARS_APART.wide);
            const perYear = shown?.perYear ?? 1;
            axis.ticks = yearTicks(years.min, years.max, axis.maxWidth, apart, perYear).map((value) => ({ value }));
          },
        },
        y: {
          type: 'linear',
          bounds: 'data',
          grid: { drawTicks: false, color: ({ tick }) => (tick?.value === 0 ? look.muted : look.line) },
          border: { display: false },
          ticks: { ...tickLook, padding: 8, callback: (value) => shown?.formatTick(Number(value), largest()) ?? '' },
          afterDataLimits: (axis) => Object.assign(axis, { min: amounts.min, max: amounts.max }),
          afterBuildTicks: (axis) => {
            axis.ticks = amounts.ticks.map((value) => ({ value }));
          },
          // In steps, so that the plot does not shift with every digit.
          afterFit: (axis) => {
            axis.width = Math.max(36, Math.ceil(axis.width / 12) * 12);
          },
        },
      },
    },
    plugins: [marks],
  });

  /** Puts the points of a curve from one place up to another into a line of the chart. */
  const put = (line: number, data: ChartData, curve: Curve, from: number, to: number): void => {
    const { datasets } = chart.data;
    const dataset: Dataset = datasets[line] ?? { data: [] };
    datasets[line] = dataset;
    dataset.pointRadius = markRadii(heights(curve).slice(from, to), !!curve.joined);
    if (dataset.data.length !== to - from)
      dataset.data = Array.from({ length: to - from }, () => ({ x: Number.NaN, y: Number.NaN }));
    dataset.data.forEach((point, i) => {
      point.x = data.years[from + i] ?? Number.NaN;
      const value = heights(curve)[from + i];
      // NaN is a gap.
      point.y = isValue(value) ? value : Number.NaN;
    });
  };
  /** Writes the data into the datasets that are there, and makes new ones only where the number of curves changed. */
  const write = (data: ChartData): void => {
    const { datasets } = chart.data;
    datasets.length = Math.min(datasets.length, LINES * data.curves.length);
    const until = data.years.findLastIndex((year) => year <= data.observedUntil);
    data.curves.forEach((curve, index) => {
      const [observed, projected] = [LINES * index, LINES * index + 1];
      put(observed, data, curve, 0, until + 1);
      put(projected, data, curve, drawnFrom(heights(curve), until, !!curve.joined), data.years.length);
      Object.assign(datasets[observed] ?? {}, curveStyle(curve, look, data, true));
      Object.assign(datasets[projected] ?? {}, curveStyle(curve, look, data, false));
    });
    years = yearAxis(data);
    amounts = valueAxis(valuesOf(data));
  };

  const stopPointer = watchPointer(
    canvas,
    (x) => shown && nearestYear(shown.years, chart.scales.x?.getValueForPixel(x) ?? Number.NaN),
    (year) => hover(year),
  );

  return {
    update(data) {
      shown = data;
      write(data);
      chart.update('none');
    },
    setTheme(next) {
      look = next;
      if (!shown) return;
      write(shown);
      chart.update('none');
    },
    focusYear(year) {
      if (year === focused) return;
      focused = year;
      chart.draw();
    },
    onHover(callback) {
      hover = callback;
    },
    labels: () => labels,
    xOf: (year) => chart.scales.x?.getPixelForValue(year) ?? Number.NaN,
    resize(size) {
      const { clientWidth, clientHeight } = canvas.parentElement ?? canvas;
      const { width, height } = size ?? { width: clientWidth, height: clientHeight };
      if (width === 0 || height === 0) return;
      labelPlaces.clear();
      chart.resize(width, height);
    },
    destroy() {
      stopPointer();
      chart.destroy();
    },
  };
}
