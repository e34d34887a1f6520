import {
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from 'chart.js';
import { type ChartData, type Curve, curveOf, heights, type PointOf } from './data.ts';
import { markRadii } from './gaps.ts';
import { drawActuals, drawDots, drawFocus, drawGround } from './marks.ts';
import { drawMarkers, drawNames, type Label, nameMargin } from './names.ts';
import { headOf, NARROW, type Plot, scaleOf } from './plot.ts';
import { watchPointer } from './pointer.ts';
import { isValue, nearestYear } from './reading.ts';
import { drawRightAxis } from './rightAxis.ts';
import { type AxisExtent, periodAxis, periodTicks, valueAxis } from './scale.ts';
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
  /** The value whose point lies at a place of the canvas, CSS pixels, or near it. */
  pointAt(x: number, y: number): PointOf | undefined;
  /** Where the names of the scenarios stand, as they were drawn last. */
  labels(): readonly Label[];
  /** Takes the size of the canvas's parent, or the one that is given, px. */
  resize(size?: { readonly width: number; readonly height: number }): void;
  destroy(): void;
}

type Dataset = ChartDataset<'line', { x: number; y: number }[]>;

/** px about a point in which it is met. */
const REACH = 12;
/** Letters of a year's label, and px that each one more of a month's takes. */
const YEAR_LETTERS = 4;
const LETTER = 8;
/** px between the left edges of two year labels. */
const YEARS_APART = { narrow: 44, wide: 40 };

/** The look of a curve. The one in view is told by its width: paler lines of the others would fall under 3:1 on the ground. */
function curveStyle(curve: Curve, theme: ChartTheme, { bare }: ChartData): Omit<Dataset, 'data'> {
  return {
    hidden: !!bare && !curve.right,
    borderColor: curveColour(theme, curve),
    borderWidth: curve.inView && !curve.beside ? 3 : 1.5,
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
  const values = data.curves.flatMap((curve) => (curve.right ? [] : heights(curve).filter(isValue)));
  const marks = [...data.dots, ...data.targets].filter(({ line }) => !data.second || !curveOf(data, line)?.right);
  return [...values, ...(data.room ?? []), ...marks.map(({ y }) => y)];
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
  const largest = () => Math.max(...amounts.ticks.map((tick) => Math.abs(valueAt(tick))));
  const heightOf = (value: number) => shown?.scale?.to(value) ?? value;
  const valueAt = (height: number) => shown?.scale?.from(height) ?? height;
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
        y: (value) => y.getPixelForValue(heightOf(value)),
      },
      shown,
    );
    chart.ctx.restore();
  };

  const marks: Plugin<'line'> = {
    id: 'marks',
    beforeDraw: (chart) =>
      paint(chart, (plot, data) => {
        drawGround(plot, data, look);
        drawRightAxis(plot, data, look);
      }),
    beforeDatasetsDraw: (chart) =>
      paint(chart, (plot, data) => {
        const { ctx, width, top, bottom } = plot;
        // What lies past the axis of values stays there, however far out it is.
        ctx.save();
        ctx.beginPath();
        ctx.rect(0, top, width, bottom - top);
        ctx.clip();
        data.paint?.(plot, data, (curve) => curveColour(look, curve));
        ctx.restore();
        drawTargetLines(plot, data, look);
      }),
    afterDatasetsDraw: (chart) =>
      paint(chart, (plot, data) => {
        drawMarkers(plot, data, look);
        if (focused !== undefined) drawFocus(plot, data, look, focused);
        drawActuals(plot, data, look);
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
          top: headOf(look),
          right: shown ? nameMargin(ctx, shown, look, width, [amounts.min, amounts.max].map(valueAt)) : 0,
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
            const year = axis.chart.width < NARROW ? YEARS_APART.narrow : YEARS_APART.wide;
            const apart = scaleOf(look) * (LETTER * longer + year);
            const perYear = shown?.perYear ?? 1;
            axis.ticks = periodTicks(shown?.years ?? [], years, axis.maxWidth, apart, perYear).map((value) => ({
              value,
            }));
          },
        },
        y: {
          type: 'linear',
          bounds: 'data',
          grid: { drawTicks: false, color: ({ tick }) => (tick?.value === 0 ? look.muted : look.line) },
          border: { display: false },
          ticks: {
            ...tickLook,
            padding: 8,
            callback: (value) => shown?.formatTick(valueAt(Number(value)), largest()) ?? '',
          },
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

  /** Writes the data into the datasets that are there, and makes new ones only where the number of curves changed. */
  const write = (asked: ChartData): void => {
    const left = (asked.scale?.axis ?? valueAxis)(valuesOf(asked));
    const placed = asked.second?.place(asked, left);
    const data = placed?.data ?? asked;
    amounts = placed?.left ?? left;
    shown = data;
    const { datasets } = chart.data;
    datasets.length = Math.min(datasets.length, data.curves.length);
    data.curves.forEach((curve, index) => {
      const dataset: Dataset = datasets[index] ?? { data: [] };
      datasets[index] = dataset;
      const values = heights(curve);
      dataset.pointRadius = markRadii(values, !!curve.joined);
      if (dataset.data.length !== data.years.length)
        dataset.data = data.years.map(() => ({ x: Number.NaN, y: Number.NaN }));
      dataset.data.forEach((point, i) => {
        point.x = data.years[i] ?? Number.NaN;
        const value = values[i];
        // NaN is a gap.
        point.y = isValue(value) ? heightOf(value) : Number.NaN;
      });
      Object.assign(dataset, curveStyle(curve, look, data));
    });
    years = yearAxis(data);
  };

  const stopPointer = watchPointer(
    canvas,
    (x) => shown && nearestYear(shown.years, chart.scales.x?.getValueForPixel(x) ?? Number.NaN),
    (year) => hover(year),
  );

  return {
    update(data) {
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
    pointAt(x, y) {
      const { x: across, y: up } = chart.scales;
      if (!shown || !across || !up) return undefined;
      const { years: all } = shown;
      const year = nearestYear(all, across.getValueForPixel(x) ?? Number.NaN) ?? Number.NaN;
      const near = shown.curves.flatMap((curve) => {
        const value = heights(curve)[all.indexOf(year)];
        if (!curve.of || !isValue(value)) return [];
        const far = Math.hypot(across.getPixelForValue(year) - x, up.getPixelForValue(heightOf(value)) - y);
        return far <= REACH ? [{ curve, year, far }] : [];
      });
      return near.sort((a, b) => a.far - b.far)[0];
    },
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
