import type { ChartData } from './data.ts';
import { headMiddle } from './head.ts';
import { font, type Plot, text } from './plot.ts';
import type { ChartTheme } from './theme.ts';

/** px from the plot to the numbers, and the widths in which their room grows, so that it does not shift with every digit. */
const GAP = 12;
const ROUND = 12;
/** px */
const TICK = 4;

/** Width of the axis on the right with its numbers, px; 0 where there is none. */
export function rightWidth(ctx: CanvasRenderingContext2D, { second }: ChartData, theme: ChartTheme): number {
  if (!second) return 0;
  ctx.font = font(theme);
  const widths = (second.ticks ?? []).map((tick) => ctx.measureText(tick.text).width);
  return GAP + ROUND * Math.ceil(Math.max(ROUND, ...widths) / ROUND);
}

/** The numbers of the axis on the right, beside the gridlines of the left one, and its unit over them. */
export function drawRightAxis(plot: Plot, data: ChartData, theme: ChartTheme): void {
  const { ctx } = plot;
  const { second } = data;
  if (!second) return;
  const width = rightWidth(ctx, data, theme);
  ctx.font = font(theme);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'right';
  ctx.fillStyle = theme.muted;
  const unit = ctx.measureText(second.unit).width;
  ctx.fillText(
    second.unit,
    Math.min(plot.width, Math.max(plot.right + width, plot.right + GAP + unit)),
    headMiddle(theme),
  );
  for (const { at, text: words } of second.ticks ?? []) {
    const y = Math.round(plot.y(at) - 0.5) + 0.5;
    ctx.lineWidth = 1;
    ctx.strokeStyle = theme.muted;
    ctx.beginPath();
    ctx.moveTo(plot.right, y);
    ctx.lineTo(plot.right + TICK, y);
    ctx.stroke();
    text(plot, theme, words, plot.right + width, y, theme.muted);
  }
}
