import { type ChartData, heights } from './data.ts';
import { DIAMOND } from './glyphs.ts';
import { headWords } from './head.ts';
import { DOT, font, glyph, type Plot, text, vertical } from './plot.ts';
import { isValue } from './reading.ts';
import { choosePlace, type LabelBox, type Stroke } from './spread.ts';
import type { ChartTheme } from './theme.ts';

/** px */
const LABEL_HEIGHT = 14;
const DOTTED = [1, 3];

/** Targets in sight, with their place on the canvas. */
export function targetsOn(plot: Plot, data: ChartData) {
  return data.targets
    .map((target) => ({ target, x: plot.x(target.year), y: plot.y(target.y) }))
    .filter(({ x, y }) => x >= plot.left - 1 && x <= plot.right + 1 && Number.isFinite(y));
}

export function drawTargetLines(plot: Plot, data: ChartData, theme: ChartTheme): void {
  for (const { x, y } of targetsOn(plot, data)) vertical(plot, x, plot.bottom, y, theme.target, DOTTED);
}

/** The curves as straight pieces, which labels would rather not cover. */
function curveLines(plot: Plot, data: ChartData): Stroke[][] {
  return data.curves.map((curve) => {
    const values = heights(curve);
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

/** Places of a label, best first: over the diamond in lanes 14 px apart, then beside it, then under it. */
function places(x: number, y: number, width: number, within: LabelBox): LabelBox[] {
  const box = (wanted: number, middle: number): LabelBox => {
    const left = Math.max(within.left, Math.min(wanted, within.right - width));
    return { left, right: left + width, top: middle - LABEL_HEIGHT / 2, bottom: middle + LABEL_HEIGHT / 2 };
  };
  const lanes = [18, 32, 46, 60].map((rise) => y - rise);
  return [
    box(x + 6 - width, y - 18),
    box(x - width - 10, y),
    ...lanes.flatMap((middle) => [box(x - width / 2, middle), box(x + 6 - width, middle), box(x - 6, middle)]),
    box(x + 10, y),
    box(x + 6, y + 16),
    box(x - width / 2, y + 18),
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
    ...data.dots.map((dot) => around(plot.x(dot.x), plot.y(dot.y), DOT + 2)),
    ...headWords(plot, data, theme).filter((box) => box !== undefined),
  ];
  const lines = curveLines(plot, data);
  // Over the plot there is room beside the words that stand there.
  const within: LabelBox = { left: plot.left + 4, right: plot.right, top: 0, bottom: plot.bottom - 2 };
  ctx.font = font(theme);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const labels = targets.flatMap(({ target, x, y }) => {
    const candidates = places(x, y, Math.ceil(ctx.measureText(target.label).width), within);
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
    return [{ label: target.label, box }];
  });
  for (const { label, box } of labels) text(plot, theme, label, box.left, (box.top + box.bottom) / 2, theme.target);
  for (const { x, y } of targets) glyph(plot, theme, DIAMOND, x, y, theme.target);
}
