import type { ChartData } from './data.ts';
import { font, headOf, type Plot } from './plot.ts';
import type { LabelBox } from './spread.ts';
import type { ChartTheme } from './theme.ts';

/** Where the words over the plot have their middle, px. */
export const headMiddle = (theme: ChartTheme): number => headOf(theme) / 2 - 2;

/** The place of the unit of the axis, and of the word for what is projected, where that has room beside it. */
export function headWords(plot: Plot, data: ChartData, theme: ChartTheme): readonly [LabelBox, LabelBox?] {
  const { ctx } = plot;
  ctx.font = font(theme);
  const at = (left: number, width: number): LabelBox => ({ left, top: 0, right: left + width, bottom: headOf(theme) });
  const unit = at(0, ctx.measureText(data.unit).width);
  const from = Math.max(plot.left, plot.x(data.knownUntil));
  const width = ctx.measureText(data.projectedLabel).width;
  const left = Math.max(unit.right + 12, Math.min(from + 8, plot.right - width));
  return from < plot.right && left + width <= plot.right ? [unit, at(left, width)] : [unit];
}
