import type { ChartTheme } from './theme.ts';

/** The place to draw on: the area of the plot in CSS pixels, and where a year and a value lie in it. */
export interface Plot {
  readonly ctx: CanvasRenderingContext2D;
  /** Of the whole canvas. */
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
}

/** px of the text for which distances are given; they grow with it. */
const USUAL = 12;
export const scaleOf = ({ fontSize }: ChartTheme): number => fontSize / USUAL;

/** Height of the strip above the plot for the unit and the word over the projected years, px. */
export const headOf = (theme: ChartTheme): number => 24 * scaleOf(theme);
/** Radius of an observed figure, px. */
export const DOT = 4;
/** Below this width names are shortened and labels stand closer, px. */
export const NARROW = 480;

export function font(theme: ChartTheme, strong = false): string {
  return `${strong ? 600 : 400} ${theme.fontSize}px ${theme.fontFamily}`;
}

/** Text with an edge of the ground's colour, so that it stays legible where a line passes under it. */
export function text(plot: Plot, theme: ChartTheme, words: string, x: number, y: number, colour: string): void {
  const { ctx } = plot;
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = theme.surface;
  ctx.strokeText(words, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(words, x, y);
}

const paths = new Map<string, Path2D>();

function pathOf(shape: string): Path2D {
  const path = paths.get(shape) ?? new Path2D(shape);
  paths.set(shape, path);
  return path;
}

/** Fills a shape about (x, y), with an edge of the ground's colour. */
export function glyph(plot: Plot, theme: ChartTheme, shape: string, x: number, y: number, colour: string): void {
  const path = pathOf(shape);
  const { ctx } = plot;
  ctx.save();
  ctx.translate(x, y);
  ctx.lineJoin = 'miter';
  ctx.lineWidth = 2;
  ctx.strokeStyle = theme.surface;
  ctx.stroke(path);
  ctx.fillStyle = colour;
  ctx.fill(path);
  ctx.restore();
}

/** A hairline that covers one column of pixels. */
export function vertical(plot: Plot, x: number, from: number, to: number, colour: string, dash: number[] = []): void {
  const { ctx } = plot;
  const column = Math.round(x - 0.5) + 0.5;
  ctx.save();
  ctx.lineWidth = 1;
  ctx.strokeStyle = colour;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(column, from);
  ctx.lineTo(column, to);
  ctx.stroke();
  ctx.restore();
}
