import { type ChartData, type Curve, heights } from './data.ts';
import { scenarioGlyph } from './glyphs.ts';
import { font, glyph, NARROW, type Plot, strengthOf, text } from './plot.ts';
import { isValue } from './reading.ts';
import { shorten, spread } from './spread.ts';
import { type ChartTheme, curveColour } from './theme.ts';

/** px between the centres of two names. */
const APART = 14;
/** px from the end of a line to its name: the marker and a short leader. */
const INDENT = 18;
/** px between two markers on one line. */
const SPARSE = 170;
/** px that a marker along a line keeps from targets and observed figures. */
const CLEAR = 14;

/** Width to the right of the plot that holds the names, px. It depends on names only: it holds still in a drag. */
export function nameMargin(ctx: CanvasRenderingContext2D, data: ChartData, theme: ChartTheme, width: number): number {
  let widest = 0;
  // Always the strong cut: the margin stays when another scenario comes into view.
  ctx.font = font(theme, true);
  for (const curve of data.curves)
    if (isNamed(curve, data)) widest = Math.max(widest, ctx.measureText(curve.name).width);
  if (widest === 0) return 16;
  return INDENT + Math.ceil(Math.min(widest, width < NARROW ? width * 0.25 : Math.min(220, width * 0.25))) + 2;
}

/** The place in `values` of the last one that is not a gap, or -1. */
function lastPlace(curve: Curve): number {
  return heights(curve).findLastIndex(isValue);
}

/** A companion that ends early has no end to name: the readout and the table name it. */
const isNamed = (curve: Curve, data: ChartData): boolean => !curve.beside || lastPlace(curve) === data.years.length - 1;

/** A marker at the end of each line, and on wide charts a few along it, each scenario at other years. */
export function drawMarkers(plot: Plot, data: ChartData, theme: ChartTheme): void {
  const perYear = (plot.right - plot.left) / Math.max(1, data.years.length - 1);
  const every = Math.max(3, Math.round(SPARSE / perYear));
  const figures = [
    ...data.targets.map((target) => [plot.x(target.year), plot.y(target.y)] as const),
    ...data.dots.map((dot) => [plot.x(dot.x), plot.y(dot.y)] as const),
  ];
  for (const curve of [...data.curves].sort((a, b) => Number(a.inView) - Number(b.inView))) {
    if (curve.beside) continue;
    const last = lastPlace(curve);
    heights(curve).forEach((value, index) => {
      if (!isValue(value)) return;
      const year = data.years[index] ?? 0;
      const along = plot.width >= NARROW && year > data.knownUntil && last - index >= 2;
      if (index !== last && !(along && (last - index - 1 - curve.place) % every === 0)) return;
      if (index !== last && figures.some(([x, y]) => Math.hypot(x - plot.x(year), y - plot.y(value)) < CLEAR)) return;
      plot.ctx.globalAlpha = strengthOf(curve);
      glyph(plot, theme, scenarioGlyph(curve.marker), plot.x(year), plot.y(value), curveColour(theme, curve));
      plot.ctx.globalAlpha = 1;
    });
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
}

/**
 * The name of each line at its end, moved apart where ends meet and then led to by a thin line.
 * @returns where those of the scenarios stand
 */
export function drawNames(plot: Plot, data: ChartData, theme: ChartTheme): Label[] {
  const { ctx } = plot;
  const all = data.curves.flatMap((curve) => {
    const last = lastPlace(curve);
    const value = heights(curve)[last];
    return !isValue(value) || !isNamed(curve, data)
      ? []
      : [{ curve, x: plot.x(data.years[last] ?? 0), y: plot.y(value) }];
  });
  const ends = fitting(all, Math.floor((plot.bottom - plot.top) / APART));
  const centres = spread(
    ends.map((end) => end.y),
    APART,
    plot.top - 2,
    plot.bottom - APART / 2,
  );
  const left = plot.right + INDENT;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const labels: Label[] = [];
  ends.forEach(({ curve, x, y }, index) => {
    const centre = centres[index] ?? y;
    if (Math.abs(centre - y) > 2 || x < plot.right - 1) {
      ctx.lineWidth = 1;
      ctx.globalAlpha = strengthOf(curve);
      ctx.strokeStyle = curveColour(theme, curve);
      // Dots where the line ends early: it must not seem to go on.
      ctx.setLineDash(x < plot.right - 1 ? [1, 3] : []);
      ctx.beginPath();
      ctx.moveTo(x + 6, y);
      ctx.lineTo(Math.max(x, plot.right) + 7, y);
      ctx.lineTo(left - 4, centre);
      ctx.stroke();
      ctx.globalAlpha = 1;
      ctx.setLineDash([]);
    }
    ctx.font = font(theme, curve.inView && !curve.beside);
    const name = shorten(curve.name, plot.width - left, (words) => ctx.measureText(words).width);
    text(plot, theme, name, left, centre, curve.beside || curve.dimmed ? theme.muted : theme.ink);
    if (!curve.beside)
      labels.push({ id: curve.id, name: curve.name, x: left, y: centre, width: ctx.measureText(name).width });
  });
  return labels;
}
