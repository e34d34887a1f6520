import { type ChartData, type Curve, heights, type PointOf } from './data.ts';
import { scenarioGlyph } from './glyphs.ts';
import { font, glyph, NARROW, type Plot, scaleOf, text } from './plot.ts';
import { formatted, isValue } from './reading.ts';
import { rightWidth } from './rightAxis.ts';
import { shorten, spread } from './spread.ts';
import { type ChartTheme, curveColour } from './theme.ts';

/** px between the centres of two names. */
const APART = 14;
/** px from the end of a line to its name: the marker and a short leader. */
const INDENT = 18;
/** px between a name and the value behind it. */
const VALUE_GAP = 6;
/** Of the width of the chart, what names take at most; and px. */
const ROOM = { narrow: 0.3, wide: 0.25, most: 240 };

/**
 * Width to the right of the plot that holds the names and the values behind them, px. It depends on names and the axis
 * only: it holds still in a drag.
 */
export function nameMargin(
  ctx: CanvasRenderingContext2D,
  data: ChartData,
  theme: ChartTheme,
  width: number,
  ends: readonly number[],
): number {
  const named = data.isSmall ? [] : data.curves.filter((curve) => isNamed(curve, data));
  if (named.length === 0) return 16;
  let widest = 0;
  // Always the strong cut: the margin stays when another scenario comes into view.
  ctx.font = font(theme, true);
  for (const curve of named) widest = Math.max(widest, ctx.measureText(curve.name).width);
  const { second } = data;
  // An end of an axis is a round number: in 万 it has fewer digits than what lies before it.
  const rough = (list: readonly number[]) => list.flatMap((end) => [end, (end * 8) / 9]);
  const told = [
    ...rough(ends).map(data.formatValue),
    ...rough(second?.ends ?? []).map((end) => second?.formatValue(end) ?? ''),
  ];
  const values = told.map((words) => ctx.measureText(words).width);
  const wanted = widest + VALUE_GAP + Math.max(...values);
  return (
    rightWidth(ctx, data, theme) +
    INDENT +
    Math.ceil(
      Math.min(wanted, width < NARROW ? width * ROOM.narrow : Math.min(ROOM.most * scaleOf(theme), width * ROOM.wide)),
    ) +
    2
  );
}

/** The place in `values` of the last one that is not a gap, or -1. */
function lastPlace(curve: Curve): number {
  return heights(curve).findLastIndex(isValue);
}

/** A companion that ends early has no end to name: the readout and the table name it. */
const isNamed = (curve: Curve, data: ChartData): boolean => !curve.beside || lastPlace(curve) === data.years.length - 1;

/** A marker at the end of each line. */
export function drawMarkers(plot: Plot, data: ChartData, theme: ChartTheme): void {
  for (const curve of [...data.curves].sort((a, b) => Number(a.inView) - Number(b.inView))) {
    const last = lastPlace(curve);
    const value = heights(curve)[last];
    if (curve.beside || !isValue(value)) continue;
    glyph(
      plot,
      theme,
      scenarioGlyph(curve.marker),
      plot.x((data.years[last] ?? 0) + (curve.shift ?? 0)),
      plot.y(value),
      curveColour(theme, curve),
    );
  }
}

/** As many of the names as there is room for, in their order: that of the curve in view before the others. */
function fitting<T extends { readonly curve: Curve }>(ends: readonly T[], room: number): readonly T[] {
  const last = [...ends].sort((a, b) => Number(b.curve.inView) - Number(a.curve.inView)).slice(Math.max(1, room));
  return ends.filter((end) => !last.includes(end));
}

/** Where a scenario's name stands: its left edge, its middle and its width, in CSS pixels of the canvas. */
export interface Label {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The value behind it, where a cell holds it, with the left edge and the width of its text. */
  readonly value?: PointOf & { readonly text: string; readonly x: number; readonly width: number };
}

/**
 * The name of each line at its end with its last value, moved apart where ends meet and then led to by a thin line.
 * A small chart has them behind its title. @returns where those of the scenarios stand
 */
export function drawNames(plot: Plot, data: ChartData, theme: ChartTheme): Label[] {
  if (data.isSmall) return [];
  const { ctx } = plot;
  const all = data.curves.flatMap((curve) => {
    const last = lastPlace(curve);
    const value = heights(curve)[last];
    return !isValue(value) || !isNamed(curve, data)
      ? []
      : [
          {
            curve,
            year: data.years[last] ?? 0,
            value: formatted(data, curve, last),
            x: plot.x((data.years[last] ?? 0) + (curve.shift ?? 0)),
            y: plot.y(value),
          },
        ];
  });
  const apart = APART * scaleOf(theme);
  const ends = fitting(all, Math.floor((plot.bottom - plot.top) / apart));
  const centres = spread(
    ends.map((end) => end.y),
    apart,
    plot.top - 2,
    plot.bottom - apart / 2,
  );
  const left = plot.right + rightWidth(ctx, data, theme) + INDENT;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const labels: Label[] = [];
  ends.forEach(({ curve, year, value, x, y }, index) => {
    const centre = centres[index] ?? y;
    if (Math.abs(centre - y) > 2 || x < plot.right - 1) {
      ctx.lineWidth = 1;
      ctx.strokeStyle = curveColour(theme, curve);
      // Dots where the line ends early: it must not seem to go on.
      ctx.setLineDash(x < plot.right - 1 ? [1, 3] : []);
      ctx.beginPath();
      ctx.moveTo(x + 6, y);
      ctx.lineTo(Math.max(x, plot.right) + 7, y);
      ctx.lineTo(left - 4, centre);
      ctx.stroke();
      ctx.setLineDash([]);
    }
    ctx.font = font(theme, curve.inView && !curve.beside);
    const measure = (words: string) => ctx.measureText(words).width;
    const name = shorten(curve.name, plot.width - left - VALUE_GAP - measure(value), measure);
    const colour = curve.beside || curve.dimmed ? theme.muted : theme.ink;
    const behind = measure(name) + VALUE_GAP;
    text(plot, theme, name, left, centre, colour);
    text(plot, theme, value, left + behind, centre, colour);
    const number = { curve, year, text: value, x: left + behind, width: measure(value) };
    labels.push({
      id: curve.id,
      name: curve.beside ? '' : curve.name,
      x: left,
      y: centre,
      width: behind,
      ...(curve.of ? { value: number } : {}),
    });
  });
  return labels;
}
