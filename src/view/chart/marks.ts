import { type ChartData, type Dot, heights } from './data.ts';
import { BESIDE_POINT, scenarioGlyph } from './glyphs.ts';
import { HEAD_MIDDLE, headWords } from './head.ts';
import { DOT, glyph, HEAD, type Plot, strengthOf, vertical } from './plot.ts';
import { isValue } from './reading.ts';
import { targetsOn } from './targets.ts';
import { type ChartTheme, curveColour } from './theme.ts';

/** Opacity of ink over the years that are not known. */
const TINT = 0.02;

/** What lies under the lines: the tint of the years after `knownUntil` with its word, and the unit of the axis. */
export function drawGround(plot: Plot, data: ChartData, theme: ChartTheme): void {
  const { ctx } = plot;
  const from = Math.max(plot.left, plot.x(data.knownUntil));
  const [unit, projected] = headWords(plot, data, theme);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.fillStyle = theme.muted;
  ctx.fillText(data.unit, unit.left, HEAD_MIDDLE);
  if (projected) ctx.fillText(data.projectedLabel, projected.left, HEAD_MIDDLE);
  if (from >= plot.right) return;
  ctx.save();
  ctx.globalAlpha = TINT;
  ctx.fillStyle = theme.ink;
  ctx.fillRect(from, 0, plot.right - from, plot.bottom);
  ctx.restore();
}

/** Observed figures. Those of the line's own definition are joined; hollow ones never are. */
export function drawDots(plot: Plot, data: ChartData, theme: ChartTheme): void {
  const { ctx } = plot;
  const same = data.dots.filter((dot) => dot.kind === 'same').sort((a, b) => a.x - b.x);
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1.5;
  ctx.lineJoin = 'round';
  ctx.beginPath();
  for (const dot of same) ctx.lineTo(plot.x(dot.x), plot.y(dot.y));
  ctx.stroke();
  const targets = targetsOn(plot, data);
  for (const dot of data.dots) {
    const x = plot.x(dot.x);
    const y = plot.y(dot.y);
    const onTarget = targets.some((target) => Math.hypot(target.x - x, target.y - y) < 2 * DOT);
    drawDot(plot, theme, dot.kind, x, y, onTarget);
  }
  ctx.restore();
}

/** On a target a dot becomes a ring about the diamond: neither hides the other. */
function drawDot(plot: Plot, theme: ChartTheme, kind: Dot['kind'], x: number, y: number, onTarget: boolean): void {
  const { ctx } = plot;
  ctx.beginPath();
  ctx.arc(x, y, onTarget ? 2 * DOT : kind === 'same' ? DOT : DOT - 0.75, 0, 2 * Math.PI);
  ctx.fillStyle = kind === 'same' ? theme.ink : theme.surface;
  ctx.strokeStyle = kind === 'other' ? theme.muted : theme.ink;
  ctx.lineWidth = kind === 'same' && onTarget ? 2.5 : 1.5;
  if (!onTarget) ctx.fill();
  if (kind !== 'same' || onTarget) ctx.stroke();
}

/** The year being read: a hairline, and each curve's value marked on it. */
export function drawFocus(plot: Plot, data: ChartData, theme: ChartTheme, year: number): void {
  const index = data.years.indexOf(year);
  if (index < 0) return;
  const x = plot.x(year);
  vertical(plot, x, HEAD - 4, plot.bottom, theme.accent);
  for (const curve of data.curves) {
    const value = heights(curve)[index];
    if (!isValue(value)) continue;
    const shape = curve.beside ? BESIDE_POINT : scenarioGlyph(curve.marker);
    plot.ctx.globalAlpha = strengthOf(curve);
    glyph(plot, theme, shape, x, plot.y(value), curveColour(theme, curve));
    plot.ctx.globalAlpha = 1;
  }
}
