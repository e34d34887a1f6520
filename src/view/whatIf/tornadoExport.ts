import type { Swing, Tornado } from '../../analysis/tornado.ts';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { BYTE_ORDER_MARK, writeRecord } from '../../io/csv/escape.ts';
import { download, fileName } from '../../io/download.ts';
import type { CellRef } from '../../model/content.ts';
import type { Input } from '../../model/line.ts';
import { unitSpec } from '../../model/units.ts';
import type { App } from '../../state/app.ts';
import { lineName, scenarioName } from '../../state/insight/cells.ts';
import type { ChartTheme } from '../chart/theme.ts';
import { lightTheme } from '../picture/picture.ts';
import { wrap } from '../picture/wrap.ts';
import { type Drawing, inUnit, type Mark, measuring, pngOf, svgOf } from './drawing.ts';
import { barred, type TornadoTexts, tornadoScale } from './tornadoTexts.ts';

export type TornadoForm = 'SVG' | 'PNG' | 'CSV';

/** px */
const WIDTH = 1000;
const MARGIN = 32;
const LABELS = 300;
const NUMBERS = 90;
const BAR = 16;
const LINE = 18;

function csvOf(app: App, { now, swings }: Tornado, texts: TornadoTexts, result: CellRef): string {
  const t = WHAT_IF[app.lang()].tornado;
  const { workspace } = app;
  const unitOf = (id: string): string => (workspace.line(id) as Input | undefined)?.unit ?? '';
  const label = (unit: string): string => unitSpec(unit).label[app.lang()];
  const unit = unitOf(result.line);
  const of = (value: number | undefined) => (value === undefined ? '' : inUnit(value, unit));
  const points = t.points.flatMap((point) => [`${point}: ${t.value}`, `${point}: ${t.bar}`]);
  const records = swings.map((swing: Swing) => {
    const own = unitOf(swing.input.line);
    const shown = t.points.flatMap((_, i) => {
      const place = swing.shown[i];
      return place ? [inUnit(place.x, own), of(place.y)] : ['', ''];
    });
    const said = texts.remarks(swing).join('; ');
    const name = lineName(app, swing.input.line);
    return [
      name,
      label(own),
      inUnit(swing.input.now, own),
      ...shown,
      of(swing.least?.y),
      of(swing.greatest?.y),
      of(swing.swing),
      said,
    ];
  });
  const head = [t.input, t.unit, t.now, ...points, t.minimum, t.maximum, t.swing, t.word];
  const title = [texts.name, label(unit), of(now), scenarioName(app, result.scenario)];
  return BYTE_ORDER_MARK + [title, head, ...records].map(writeRecord).join('');
}

function drawingOf(app: App, tornado: Tornado, texts: TornadoTexts, result: CellRef, theme: ChartTheme): Drawing {
  const t = WHAT_IF[app.lang()].tornado;
  const { now } = tornado;
  const measure = measuring(theme.fontFamily);
  const marks: Mark[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, colour: string, strong = false) => {
    for (const line of wrap(text, WIDTH - 2 * MARGIN, (one) => measure(one, size, strong))) {
      marks.push({ kind: 'text', x: MARGIN, y: y + size / 2, text: line, size, colour, strong });
      y += Math.round(size * 1.45);
    }
  };
  const title = t.title(texts.name, scenarioName(app, result.scenario));
  write(title, 20, theme.ink, true);
  if (!Number.isNaN(now)) write(t.about(texts.measure.say(now)), 13, theme.muted);
  y += 12;
  const left = MARGIN + LABELS + NUMBERS;
  const width = WIDTH - MARGIN - NUMBERS - left;
  const scale = tornadoScale(tornado);
  const at = (value: number) => left + (width * scale(value)) / 100;
  const top = y;
  for (const swing of barred(tornado)) {
    const { input, shown, least, greatest, side } = swing;
    const begin = y;
    const name = lineName(app, input.line);
    const labels = [
      ...wrap(name, LABELS - 12, (one) => measure(one, 13)).map((text) => [text, 13, theme.ink] as const),
      ...wrap(`${texts.range(input)}, ${texts.held(input)}`, LABELS - 12, (one) => measure(one, 12)).map(
        (text) => [text, 12, theme.muted] as const,
      ),
      ...texts
        .remarks(swing)
        .flatMap((said) => wrap(said, LABELS - 12, (one) => measure(one, 12)))
        .map((text) => [text, 12, theme.target] as const),
    ];
    for (const [text, size, colour] of labels) {
      marks.push({ kind: 'text', x: MARGIN, y: y + LINE / 2, text, size, colour });
      y += LINE;
    }
    const middle = (begin + y) / 2;
    const known = shown.filter((place) => !Number.isNaN(place.y));
    const ends = [shown[0]?.y ?? Number.NaN, shown.at(-1)?.y ?? Number.NaN] as const;
    if (least && greatest)
      marks.push({
        kind: 'line',
        from: [at(least.y), middle],
        to: [at(greatest.y), middle],
        colour: theme.dimmed,
        width: 2,
      });
    for (const [i, end] of ends.entries()) {
      if (Number.isNaN(end)) continue;
      const from = at(Number.isNaN(now) ? end : now);
      const x = Math.min(from, at(end));
      const half = side ? BAR / 2 : BAR;
      const look = i === 0 ? { fill: theme.surface, stroke: theme.accent } : { fill: theme.accent };
      const place = side && i === 1 ? middle : middle - BAR / 2;
      marks.push({ kind: 'rect', x, y: place, width: Math.abs(at(end) - from), height: half, ...look });
    }
    for (const place of known) marks.push({ kind: 'dot', x: at(place.y), y: middle, radius: 2.5, fill: theme.ink });
    const number = (x: number, value: number, anchor: 'start' | 'end') =>
      marks.push({ kind: 'text', x, y: middle, text: texts.y(value), size: 13, colour: theme.ink, anchor });
    number(left - 10, ends[0], 'end');
    number(left + width + 10, ends[1], 'start');
    y += 6;
    marks.push({ kind: 'line', from: [MARGIN, y], to: [WIDTH - MARGIN, y], colour: theme.line, width: 1 });
    y += 6;
  }
  if (!Number.isNaN(now))
    marks.push({ kind: 'line', from: [at(now), top], to: [at(now), y - 6], colour: theme.ink, width: 1 });
  y += 4;
  for (const note of [...texts.notes, t.ends]) write(note, 12, theme.muted);
  return {
    width: WIDTH,
    height: Math.ceil(y + MARGIN - 12),
    ground: theme.surface,
    font: theme.fontFamily,
    title,
    marks,
  };
}

/** Hands a tornado out as a picture or as a table. @throws Error where it can't be drawn */
export async function exportTornado(
  app: App,
  form: TornadoForm,
  tornado: Tornado,
  texts: TornadoTexts,
  result: CellRef,
): Promise<void> {
  const { workspace, say, lang } = app;
  const name = fileName([say(workspace.model().name), WHAT_IF[lang()].tabs.tornado, texts.name].join(' - '));
  if (form === 'CSV') {
    download(csvOf(app, tornado, texts, result), `${name}.csv`, 'text/csv');
    return;
  }
  const drawing = drawingOf(app, tornado, texts, result, lightTheme());
  if (form === 'SVG') download(svgOf(drawing), `${name}.svg`, 'image/svg+xml');
  else download(await pngOf(drawing), `${name}.png`, 'image/png');
}
