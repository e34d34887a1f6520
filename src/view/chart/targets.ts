import { type ChartData, heights, markX } from './data.ts';
import { DIAMOND } from './glyphs.ts';
import { headWords } from './head.ts';
import { DOT, font, glyph, type Plot, scaleOf, text, vertical } from './plot.ts';
import { isValue } from './reading.ts';
import { choosePlace, type LabelBox, type Stroke } from './spread.ts';
import { type ChartTheme, markColour } from './theme.ts';

/** px */
const LABEL_HEIGHT = 14;
const DOTTED = [1, 3];

/** Targets in sight, with their place on the canvas. */
export function targetsOn(plot: Plot, data: ChartData) {
  return data.targets
    .map((target) => ({ target, x: plot.x(markX(data, target.year, target.line)), y: plot.y(target.y) }))
    .filter(({ x, y }) => x >= plot.left - 1 && x <= plot.right + 1 && Number.isFinite(y));
}

export function drawTargetLines(plot: Plot, data: ChartData, theme: ChartTheme): void {
  for (const { x, y } of targetsOn(plot, data)) vertical(plot, x, plot.bottom, y, theme.target, DOTTED);
}

/** The curves, or the edges of their bars, as straight pieces, which labels would rather not cover. */
function curveLines(plot: Plot, data: ChartData): Stroke[][] {
  const zero = plot.y(0);
  return data.curves.map((curve) => {
    const values = heights(curve);
    if (data.bare && curve.shift !== undefined)
      return values.flatMap((value, i): Stroke[] => {
        const x = plot.x((data.years[i] ?? 0) + (curve.shift ?? 0));
        return isValue(value) ? [[x, plot.y(value), x, zero]] : [];
      });
    const strokes: Stroke[] = [];
    for (let i = 1; i < values.length; i += 1) {
      const [before, here] = [values[i - 1], values[i]];
      if (!isValue(before) || !isValue(here)) continue;
      strokes.push([plot.x(data.years[i - 1] ?? 0), plot.y(before), plot.x(data.years[i] ?? 0), plot.y(here)]);
    }
    return strokes;
  });
}

function around(x: number, y: number, radius: number): LabelBox {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** Lanes over a diamond, and further ones that are looked at where those are not free; under it as many as all of them. */
const LANES = { near: 4, all: 10 };

/** Places of a label, best first: over the diamond in lanes 14 px apart, then beside it, then under it, then further away. */
function places(x: number, y: number, width: number, within: LabelBox, scale: number): LabelBox[] {
  const box = (wanted: number, middle: number): LabelBox => {
    const left = Math.max(within.left, Math.min(wanted, within.right - width));
    const half = (LABEL_HEIGHT * scale) / 2;
    return { left, right: left + width, top: middle - half, bottom: middle + half };
  };
  const lanes = Array.from({ length: LANES.all }, (_, i) => (18 + LABEL_HEIGHT * i) * scale);
  const along = (middle: number) => [box(x - width / 2, middle), box(x + 6 - width, middle), box(x - 6, middle)];
  return [
    box(x + 6 - width, y - 18 * scale),
    box(x - width - 10, y),
    ...lanes.slice(0, LANES.near).flatMap((rise) => along(y - rise)),
    box(x + 10, y),
    box(x + 6, y + 16 * scale),
    box(x - width / 2, y + 18 * scale),
    // Under the diamond a label stands on the dotted line that leads to its year.
    ...lanes.flatMap((drop) => along(y + drop)),
    ...lanes.slice(LANES.near).flatMap((rise) => along(y - rise)),
  ];
}

/**
 * Diamonds and their labels. A label that would cover another label, a diamond or a dot is left out; it is still
 * read by hover and keyboard. `held` keeps each label's place from one frame to the next.
 */
export function drawTargets(plot: Plot, data: ChartData, theme: ChartTheme, held: Map<string, number>): void {
  const { ctx } = plot;
  const targets = targetsOn(plot, data);
  const taken = [
    ...targets.map(({ x, y }) => around(x, y, 6)),
    ...data.dots.map((dot) => around(plot.x(markX(data, dot.x, dot.line)), plot.y(dot.y), DOT + 2)),
    ...headWords(plot, data, theme).filter((box) => box !== undefined),
  ];
  const lines = curveLines(plot, data);
  // Over the plot there is room beside the words that stand there.
  const within: LabelBox = { left: plot.left + 4, right: plot.right, top: 0, bottom: plot.bottom - 2 };
  ctx.font = font(theme);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const labels = targets.flatMap(({ target, x, y }) => {
    const widthOf = (words: string) => Math.ceil(ctx.measureText(words).width);
    const isWide = widthOf(target.label) > within.right - within.left;
    const label = (isWide && target.plain) || target.label;
    const candidates = places(x, y, widthOf(label), within, scaleOf(theme));
    const index = choosePlace(candidates, within, taken, lines, held.get(target.figure));
    const box = candidates[index];
    if (!box) return [];
    held.set(target.figure, index);
    taken.push(box);
    // A label in a higher lane hangs on its target's line, where another label would seem to belong to that target.
    if (box.bottom < y - 16) {
      vertical(plot, x, y - 6, box.bottom, theme.target, DOTTED);
      taken.push({ left: x - 2, top: box.bottom, right: x + 2, bottom: y - 6 });
    }
    return [{ label, box }];
  });
  for (const { label, box } of labels) text(plot, theme, label, box.left, (box.top + box.bottom) / 2, theme.target);
  // Of two in one place that of the line that leads the chart is seen.
  for (const { target, x, y } of [...targets].reverse())
    glyph(plot, theme, DIAMOND, x, y, markColour(theme, data, target.line, theme.target));
}
