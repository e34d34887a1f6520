import { MISSING } from '../../i18n/format.ts';
import { PICTURE } from '../../i18n/picture.ts';
import type { Lang } from '../../model/text.ts';
import { STROKE, scenarioGlyph } from '../chart/glyphs.ts';
import { type ChartTheme, curveColour } from '../chart/theme.ts';
import type { PictureContent, ToldScenario } from './content.ts';
import { drawChart } from './drawChart.ts';
import { type Cut, Flow } from './flow.ts';

/** Pixels of the picture for each CSS pixel: sharp on every screen and in print. */
const PIXELS = 2;
/** CSS px */
const WIDTH = 1200;
const MARGIN = 40;
const CHART_HEIGHT = 440;
const LINE = 20;

/** A picture of the chart with all that is needed to read it alone: what it answers, whence, as known when, and where. */
export function paintPicture(
  content: PictureContent,
  theme: ChartTheme,
  lang: Lang,
  address: string,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d', { alpha: false });
  if (!ctx) throw new Error('the browser has no canvas');
  const t = PICTURE[lang];
  const width = WIDTH - 2 * MARGIN;
  const flow = new Flow(ctx, theme.fontFamily, MARGIN, width, MARGIN - 8);
  const cut = (size: number, line: number, colour: string, strong = false): Cut => ({ size, line, colour, strong });
  const small = cut(13, 20, theme.muted);

  flow.text(content.known, small, { beside: 'right' });
  flow.text(content.model, cut(13, 20, theme.muted, true));
  flow.space(8);
  flow.text(content.answer, cut(22, 32, theme.ink, true));
  flow.space(4);
  flow.text(content.about, small);
  for (const warning of content.warnings) flow.text(warning, cut(13, 20, theme.target));
  flow.space(16);
  flow.rule(theme.line);
  flow.space(14);
  flow.text(content.line, cut(15, 22, theme.ink, true));
  flow.space(6);
  const drawn = drawChart(content.drawn, { ...theme, fontSize: 13 }, { width, height: CHART_HEIGHT }, PIXELS);
  flow.block(drawn.height, (to, left, top) => to.drawImage(drawn.canvas, left, top, width, drawn.height));
  flow.space(10);
  flow.text(content.legend, cut(12, 18, theme.muted));
  flow.text(content.credits, cut(12, 18, theme.muted));
  flow.space(14);
  flow.rule(theme.line);
  flow.space(12);
  if (content.lines.length > 0) {
    flow.text(t.lines(content.scenario), cut(13, 20, theme.muted, true));
    flow.space(4);
    for (const { curve, name, values, unit } of content.lines) {
      const told = values.flatMap((value, i) =>
        value === MISSING ? [] : [t.at(value, content.chart.periodName(content.lineYears[i] ?? 0), unit)],
      );
      tell(flow, { curve, name, values: told.length > 0 ? `${told.join(t.values)}${t.in(unit)}` : '' }, theme);
    }
    if (content.moreLines > 0) flow.text(t.more(content.moreLines), small, { indent: 20 });
    flow.space(10);
  }
  flow.text(t.scenarios, cut(13, 20, theme.muted, true));
  flow.space(4);
  for (const scenario of content.scenarios) tellScenario(flow, scenario, theme);
  flow.text(content.more, small, { indent: 20 });
  flow.space(10);
  flow.rule(theme.line);
  flow.space(10);
  flow.text(t.by, cut(12, 18, theme.muted, true), { beside: 'right' });
  flow.text(address, cut(12, 18, theme.accent));

  const height = Math.ceil(flow.y + MARGIN - 16);
  canvas.width = WIDTH * PIXELS;
  canvas.height = height * PIXELS;
  ctx.scale(PIXELS, PIXELS);
  ctx.fillStyle = theme.surface;
  ctx.fillRect(0, 0, WIDTH, height);
  flow.draw(ctx);
  drawn.letGo();
  return canvas;
}

/** A scenario by its marker, its name and values, and below them what it sets. */
function tellScenario(flow: Flow, scenario: ToldScenario, theme: ChartTheme): void {
  tell(flow, scenario, theme);
  flow.text(scenario.settings, { size: 13, line: LINE, colour: theme.muted }, { indent: 20 });
  flow.space(6);
}

/** A curve by its marker, what it is called, and its values. */
function tell(flow: Flow, { curve, name, values }: Omit<ToldScenario, 'settings'>, theme: ChartTheme): void {
  flow.block(0, (ctx, left, top) => {
    if (!curve) return;
    ctx.translate(left + 6, top + LINE / 2);
    ctx.fillStyle = ctx.strokeStyle = curveColour(theme, curve);
    if (curve.beside) ctx.stroke(new Path2D(STROKE));
    else ctx.fill(new Path2D(scenarioGlyph(curve.marker)));
  });
  const bold: Cut = { size: 13, line: LINE, colour: theme.ink, strong: true };
  const indent = 20 + flow.widthOf(name, bold) + 12;
  flow.text(values, { ...bold, strong: false }, { indent, beside: true });
  flow.text(name, bold, { indent: 20 });
}
