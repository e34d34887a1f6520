import { type ChartData, heights, markX } from './data.ts';
import { DIAMOND } from './glyphs.ts';
import { headWords } from './head.ts';
import { DOT, font, glyph, NARROW, type Plot, scaleOf, text, vertical } from './plot.ts';
import { isValue } from './reading.ts';
import { choosePlace, type LabelBox, type Stroke, shorten } from './spread.ts';
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
/** How many of the places of a label lie at its diamond. */
const NEAR = 17;

/** Places of a label, best first: over the diamond in lanes 14 px apart, then beside it, then under it, then further away. */
function places(x: number, y: number, [width, height]: Size, within: LabelBox, scale: number): LabelBox[] {
  const box = (wanted: number, middle: number): LabelBox => {
    const left = Math.max(within.left, Math.min(wanted, within.right - width));
    return { left, right: left + width, top: middle - height / 2, bottom: middle + height / 2 };
  };
  /** What a label of several lines is higher than one of one. */
  const more = (height - LABEL_HEIGHT * scale) / 2;
  const lanes = Array.from({ length: LANES.all }, (_, i) => (18 + LABEL_HEIGHT * i) * scale + more);
  const along = (middle: number) => [box(x - width / 2, middle), box(x + 6 - width, middle), box(x - 6, middle)];
  return [
    box(x + 6 - width, y - 18 * scale - more),
    box(x - width - 10, y),
    ...lanes.slice(0, LANES.near).flatMap((rise) => along(y - rise)),
    box(x + 10, y),
    box(x + 6, y + 16 * scale + more),
    box(x - width / 2, y + 18 * scale + more),
    // Under the diamond a label stands on the dotted line that leads to its year.
    ...lanes.flatMap((drop) => along(y + drop)),
    ...lanes.slice(LANES.near).flatMap((rise) => along(y - rise)),
  ];
}

type Size = readonly [width: number, height: number];

/** Where a label may be parted: behind a comma, and before what is said in brackets. */
const PARTS = /(?<=, |，)|(?= \(|（)/;

/** A label in as few lines as have room. */
export function inLines(label: string, room: number, widthOf: (words: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const part of label.split(PARTS)) {
    const longer = (lines.at(-1) ?? '') + part;
    if (lines.length > 0 && widthOf(longer.trim()) <= room) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.map((line) => shorten(line.trim(), room, widthOf));
}

/** How a label may stand: in a narrow chart also on two lines of as like a length as can be, and on more, nearer to its diamond. */
function shapes(label: string, room: number, widthOf: (words: string) => number, isNarrow: boolean) {
  if (!isNarrow) return [inLines(label, room, widthOf)];
  const widest = (lines: readonly string[]): number => Math.max(...lines.map((line) => widthOf(line.trim())));
  const parts = label.split(PARTS);
  const halves = parts.slice(1).map((_, i) => widest([parts.slice(0, i + 1).join(''), parts.slice(i + 1).join('')]));
  const rooms = [room, ...[Math.min(...halves), widest(parts)].filter((width) => width < room)];
  return rooms.map((width) => inLines(label, width, widthOf));
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
  const strokes = curveLines(plot, data);
  // Over the plot there is room beside the words that stand there.
  const within: LabelBox = { left: plot.left + 4, right: plot.right, top: 0, bottom: plot.bottom - 2 };
  const room = within.right - within.left;
  const isNarrow = plot.width < NARROW && !data.isSmall;
  ctx.font = font(theme);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const height = LABEL_HEIGHT * scaleOf(theme);
  const widthOf = (words: string) => Math.ceil(ctx.measureText(words).width);
  const labels = targets.flatMap(({ target, x, y }) => {
    // Without room for all of it, on however many lines, it goes without the name of its line; in a narrow chart, where that is
    // told below, it stands with it or not at all.
    for (const label of isNarrow ? [target.label] : [target.label, target.plain ?? target.label]) {
      const tried = shapes(label, room, widthOf, isNarrow).map((lines) => {
        const size: Size = [Math.max(...lines.map(widthOf)), lines.length * height];
        return places(x, y, size, within, scaleOf(theme)).map((box) => ({ lines, box }));
      });
      const candidates = [...tried.flatMap((all) => all.slice(0, NEAR)), ...tried.flatMap((all) => all.slice(NEAR))];
      const boxes = candidates.map(({ box }) => box);
      const index = choosePlace(boxes, within, taken, strokes, held.get(target.figure));
      const chosen = candidates[index];
      if (!chosen) continue;
      const { box } = chosen;
      held.set(target.figure, index);
      taken.push(box);
      // A label in a higher lane hangs on its target's line, where another label would seem to belong to that target.
      if (box.bottom < y - 16) {
        vertical(plot, x, y - 6, box.bottom, theme.target, DOTTED);
        taken.push({ left: x - 2, top: box.bottom, right: x + 2, bottom: y - 6 });
      }
      return [chosen];
    }
    return [];
  });
  for (const { lines, box } of labels)
    for (const [i, line] of lines.entries())
      text(plot, theme, line, box.left, box.top + (i + 0.5) * height, theme.target);
  // Of two in one place that of the line that leads the chart is seen.
  for (const { target, x, y } of [...targets].reverse())
    glyph(plot, theme, DIAMOND, x, y, markColour(theme, data, target.line, theme.target));
}
