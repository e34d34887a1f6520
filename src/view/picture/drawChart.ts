import type { ChartData, Curve } from '../chart/data.ts';
import { createDrawing } from '../chart/drawing.ts';
import { STROKE, scenarioGlyph } from '../chart/glyphs.ts';
import { alike, columnsOf, namesIn, toldBelow, toldBeside } from '../chart/panels.ts';
import { shorten } from '../chart/spread.ts';
import { type ChartTheme, curveColour } from '../chart/theme.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A chart on a canvas of its own. It is there until it is let go. */
export interface Drawn {
  readonly canvas: HTMLCanvasElement;
  /** CSS px: small charts in many rows take more than was asked for. */
  readonly height: number;
  readonly letGo: () => void;
}

/** A chart as it stands, in a size of its own. `pixels`: of the canvas for each CSS pixel. */
export function drawChart(chart: ChartData, theme: ChartTheme, size: Size, pixels: number): Drawn {
  if (chart.panels) return drawPanels(chart, theme, size, pixels);
  const canvas = document.createElement('canvas');
  const drawing = createDrawing(canvas, theme, pixels);
  drawing.resize(size);
  drawing.update(chart);
  return { canvas, height: size.height, letGo: () => drawing.destroy() };
}

/** px: a small chart's least width and height at this size of text, what parts it from the next, and the height of a line of text. */
const PANEL = { width: 200, height: 104, at: 13, gap: 16, text: 20 };
/** On paper, where letters are smaller than on a screen, they stand closer. */
const CLOSE = { width: 120, height: 104 };
/** px before a sign's middle, behind it, and behind the words that follow. */
const SIGN = { before: 6, behind: 8, apart: 14 };

type Named = readonly { readonly curve: Curve; readonly text: string }[];

/** Words behind the signs of their curves, in as many lines as they take. */
class Signs {
  readonly #places: { readonly curve: Curve; readonly text: string; readonly x: number; readonly line: number }[] = [];
  readonly lines: number;

  constructor(
    readonly ctx: CanvasRenderingContext2D,
    readonly theme: ChartTheme,
    named: Named,
    width: number,
  ) {
    ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
    let [x, line] = [0, 0];
    for (const { curve, text } of named) {
      const own = SIGN.before + SIGN.behind + ctx.measureText(text).width;
      if (x > 0 && x + own > width) [x, line] = [0, line + 1];
      this.#places.push({ curve, text, x, line });
      x += own + SIGN.apart;
    }
    this.lines = named.length > 0 ? line + 1 : 0;
  }

  draw(left: number, top: number, colour: string): void {
    const { ctx, theme } = this;
    ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
    for (const { curve, text, x, line } of this.#places) {
      const middle = top + (line + 0.5) * PANEL.text;
      ctx.save();
      ctx.translate(left + x + SIGN.before, middle);
      ctx.fillStyle = ctx.strokeStyle = curveColour(theme, curve);
      ctx.lineWidth = 1.5;
      if (curve.beside) ctx.stroke(new Path2D(STROKE));
      else ctx.fill(new Path2D(scenarioGlyph(curve.marker)));
      ctx.restore();
      ctx.fillStyle = colour;
      ctx.fillText(text, left + x + SIGN.before + SIGN.behind, middle);
    }
  }
}

/** Small charts beside each other, each below its title, and what their signs are below all of them. */
function drawPanels(chart: ChartData, theme: ChartTheme, size: Size, pixels: number): Drawn {
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('the browser has no canvas');
  const panels = alike(chart);
  const least = theme.fontSize < PANEL.at ? CLOSE : PANEL;
  const columns = columnsOf(panels.length, size.width, least.width);
  const rows = Math.ceil(panels.length / columns);
  const width = (size.width - (columns - 1) * PANEL.gap) / columns;
  const below = panels.map((panel) => new Signs(ctx, theme, toldBelow(panel), width));
  const head = PANEL.text * (1 + Math.max(...below.map(({ lines }) => lines)));
  const names = new Signs(
    ctx,
    theme,
    namesIn(chart).map((curve) => ({ curve, text: curve.name })),
    size.width,
  );
  const foot = names.lines * PANEL.text;
  const plot = Math.max(least.height, (size.height - foot - (rows - 1) * PANEL.gap) / rows - head);
  const height = rows * (head + plot) + (rows - 1) * PANEL.gap + foot;
  canvas.width = size.width * pixels;
  canvas.height = height * pixels;
  ctx.scale(pixels, pixels);
  ctx.textBaseline = 'middle';
  const measure = (text: string) => ctx.measureText(text).width;
  panels.forEach((panel, i) => {
    const left = (i % columns) * (width + PANEL.gap);
    const top = Math.floor(i / columns) * (head + plot + PANEL.gap);
    const { panels: _, ...alone } = panel;
    const drawn = drawChart(alone, theme, { width, height: plot }, pixels);
    ctx.drawImage(drawn.canvas, left, top + head, width, plot);
    drawn.letGo();
    ctx.font = `600 ${theme.fontSize}px ${theme.fontFamily}`;
    ctx.fillStyle = theme.ink;
    const beside = toldBeside(panel);
    const title = shorten(panel.title, width, measure);
    ctx.fillText(title, left, top + PANEL.text / 2);
    const from = measure(`${title} `);
    ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
    ctx.fillStyle = theme.muted;
    if (from + measure(beside) <= width) ctx.fillText(beside, left + from, top + PANEL.text / 2);
    below[i]?.draw(left, top + PANEL.text, theme.muted);
  });
  names.draw(0, height - foot, theme.ink);
  return { canvas, height, letGo: () => {} };
}
