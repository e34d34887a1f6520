import { type ChartData, type Dot, heights, markX } from './data.ts';
import { BESIDE_POINT, scenarioGlyph } from './glyphs.ts';
import { headMiddle, headWords } from './head.ts';
import { DOT, glyph, headOf, type Plot, vertical } from './plot.ts';
import { isValue } from './reading.ts';
import { targetsOn } from './targets.ts';
import { type ChartTheme, curveColour, markColour } from './theme.ts';

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
  ctx.fillText(data.unit, unit.left, headMiddle(theme));
  if (projected) ctx.fillText(data.projectedLabel, projected.left, headMiddle(theme));
  if (from >= plot.right) return;
  ctx.save();
  ctx.globalAlpha = TINT;
  ctx.fillStyle = theme.ink;
  ctx.fillRect(from, 0, plot.right - from, plot.bottom);
  ctx.restore();
}

/** px: radius of a figure's mark, in a small chart as well; the ring about one has twice as much. */
const radiusIn = ({ isSmall }: ChartData): number => (isSmall ? DOT - 1 : DOT);

/** Observed figures. Those of the definition of their line are joined; hollow ones never are. */
export function drawDots(plot: Plot, data: ChartData, theme: ChartTheme): void {
  const { ctx } = plot;
  const colourOf = ({ line }: Dot) => markColour(theme, data, line, theme.ink);
  const placed = data.dots
    .map((dot) => ({ dot, x: plot.x(markX(data, dot.x, dot.line)), y: plot.y(dot.y) }))
    .filter(({ y }) => Number.isFinite(y));
  ctx.save();
  ctx.lineWidth = 1.5;
  ctx.lineJoin = 'round';
  // Figures of bars stand on them, and are no line.
  const lines = data.bare ? [] : new Set(data.dots.map(({ line }) => line));
  for (const line of lines) {
    const same = placed.filter(({ dot }) => dot.kind === 'same' && dot.line === line).sort((a, b) => a.x - b.x);
    ctx.strokeStyle = markColour(theme, data, line, theme.ink);
    ctx.beginPath();
    for (const { x, y } of same) ctx.lineTo(x, y);
    ctx.stroke();
  }
  const [targets, radius] = [targetsOn(plot, data), radiusIn(data)];
  placed.forEach(({ dot, x, y }, i) => {
    const others = placed.slice(0, i).filter((one) => one.dot.line !== dot.line);
    const isRing = [...targets, ...others].some((one) => Math.hypot(one.x - x, one.y - y) < 2 * radius);
    drawDot(plot, theme, dot.kind, { x, y, radius }, colourOf(dot), isRing);
  });
  ctx.restore();
}

/** On a target, or on a figure of another line, a dot becomes a ring about it: neither hides the other. */
function drawDot(
  { ctx }: Plot,
  theme: ChartTheme,
  kind: Dot['kind'],
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  colour: string,
  isRing: boolean,
): void {
  ctx.beginPath();
  ctx.arc(x, y, isRing ? 2 * radius : kind === 'same' ? radius : radius - 0.75, 0, 2 * Math.PI);
  ctx.fillStyle = kind === 'same' ? colour : theme.surface;
  ctx.strokeStyle = kind === 'other' ? theme.muted : colour;
  ctx.lineWidth = kind === 'same' && isRing ? 2.5 : 1.5;
  if (!isRing) ctx.fill();
  // On a bar of its colour a filled one is told by its edge.
  if (kind === 'same' && !isRing) {
    ctx.lineWidth = 1;
    ctx.strokeStyle = theme.surface;
  }
  ctx.stroke();
}

/** Of the room of a period, the radius of its dot at most; and px at least. Where dots would be closer than `apart`, some are left out. */
const ACTUAL = { share: 0.3, least: 2, apart: 5 };

/** Dots on values that are typed as actual. Scenarios have them in common: each place is marked once. */
export function drawActuals(plot: Plot, data: ChartData, theme: ChartTheme): void {
  const { ctx } = plot;
  const [first = 0, next = first + 1] = data.years;
  const room = plot.x(next) - plot.x(first);
  const radius = Math.min(radiusIn(data), Math.max(ACTUAL.least, ACTUAL.share * room));
  const each = Math.max(1, Math.ceil(ACTUAL.apart / Math.max(room, 1)));
  const done = new Set<string>();
  ctx.save();
  ctx.lineWidth = 1;
  ctx.strokeStyle = theme.surface;
  for (const curve of data.curves) {
    const values = heights(curve);
    // The marker at the end of a line is left to be seen.
    const last = curve.beside ? values.length : values.findLastIndex(isValue);
    // Counted from the last one, which is where the forecast begins.
    const end = curve.actual?.lastIndexOf(true) ?? 0;
    ctx.fillStyle = curve.ofLine || curve.beside ? curveColour(theme, curve) : theme.ink;
    data.years.forEach((year, i) => {
      const value = values[i];
      if (!curve.actual?.[i] || !isValue(value) || i === last || (end - i) % each !== 0) return;
      const [x, y] = [plot.x(year), plot.y(value)];
      const place = `${Math.round(x)} ${Math.round(y)}`;
      if (done.has(place)) return;
      done.add(place);
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.fill();
      ctx.stroke();
    });
  }
  ctx.restore();
}

/** The year being read: a hairline, and each curve's value marked on it. */
export function drawFocus(plot: Plot, data: ChartData, theme: ChartTheme, year: number): void {
  const index = data.years.indexOf(year);
  if (index < 0) return;
  const x = plot.x(year);
  vertical(plot, x, headOf(theme) - 4, plot.bottom, theme.accent);
  for (const curve of data.curves) {
    const value = heights(curve)[index];
    if (!isValue(value)) continue;
    const shape = curve.beside ? BESIDE_POINT : scenarioGlyph(curve.marker);
    glyph(plot, theme, shape, plot.x(year + (curve.shift ?? 0)), plot.y(value), curveColour(theme, curve));
  }
}
