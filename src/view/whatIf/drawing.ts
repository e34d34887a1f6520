import { unitSpec } from '../../model/units.ts';

/** A picture as a list of marks, which becomes an SVG or a PNG alike. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string;
      readonly stroke?: string;
    }
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point; readonly colour: string; readonly width: number }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly radius: number; readonly fill: string }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Its middle. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly colour: string;
      readonly strong?: boolean;
      readonly anchor?: 'start' | 'middle' | 'end';
    };
export type Point = readonly [x: number, y: number];

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly font: string;
  readonly title: string;
  readonly marks: readonly Mark[];
}

/** Pixels of a PNG for each CSS pixel. */
const PIXELS = 2;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`);
const digits = (value: number): string => String(Number(value.toFixed(2)));

function markSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'rect':
      return `<rect x="${digits(mark.x)}" y="${digits(mark.y)}" width="${digits(mark.width)}" height="${digits(mark.height)}" fill="${mark.fill ?? 'none'}"${mark.stroke ? ` stroke="${mark.stroke}" stroke-width="2"` : ''}/>`;
    case 'line':
      return `<line x1="${digits(mark.from[0])}" y1="${digits(mark.from[1])}" x2="${digits(mark.to[0])}" y2="${digits(mark.to[1])}" stroke="${mark.colour}" stroke-width="${mark.width}"/>`;
    case 'dot':
      return `<circle cx="${digits(mark.x)}" cy="${digits(mark.y)}" r="${mark.radius}" fill="${mark.fill}"/>`;
    case 'text':
      return `<text x="${digits(mark.x)}" y="${digits(mark.y)}" dominant-baseline="central" text-anchor="${mark.anchor ?? 'start'}" font-size="${mark.size}"${mark.strong ? ' font-weight="600"' : ''} fill="${mark.colour}">${escaped(mark.text)}</text>`;
  }
}

export const svgOf = ({ width, height, ground, font, title, marks }: Drawing): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(font)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...marks.map(markSvg),
    '</svg>\n',
  ].join('');

function paint(ctx: CanvasRenderingContext2D, mark: Mark, font: string): void {
  switch (mark.kind) {
    case 'rect':
      if (mark.fill) {
        ctx.fillStyle = mark.fill;
        ctx.fillRect(mark.x, mark.y, mark.width, mark.height);
      }
      if (mark.stroke) {
        ctx.strokeStyle = mark.stroke;
        ctx.lineWidth = 2;
        ctx.strokeRect(mark.x, mark.y, mark.width, mark.height);
      }
      break;
    case 'line':
      ctx.strokeStyle = mark.colour;
      ctx.lineWidth = mark.width;
      ctx.beginPath();
      ctx.moveTo(...mark.from);
      ctx.lineTo(...mark.to);
      ctx.stroke();
      break;
    case 'dot':
      ctx.fillStyle = mark.fill;
      ctx.beginPath();
      ctx.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
      ctx.fill();
      break;
    case 'text':
      ctx.font = `${mark.strong ? 600 : 400} ${mark.size}px ${font}`;
      ctx.fillStyle = mark.colour;
      ctx.textAlign = mark.anchor === 'middle' ? 'center' : (mark.anchor ?? 'start');
      ctx.textBaseline = 'middle';
      ctx.fillText(mark.text, mark.x, mark.y);
  }
}

/** @throws Error where it can't be drawn */
export async function pngOf({ width, height, ground, font, marks }: Drawing): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width * PIXELS;
  canvas.height = height * PIXELS;
  const ctx = canvas.getContext('2d', { alpha: false });
  if (!ctx) throw new Error('the browser has no canvas');
  ctx.scale(PIXELS, PIXELS);
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, width, height);
  for (const mark of marks) paint(ctx, mark, font);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new Error('the picture has no size that the browser could draw');
  return png;
}

/** How wide a text is in a font. */
export function measuring(font: string): (text: string, size: number, strong?: boolean) => number {
  const ctx = document.createElement('canvas').getContext('2d');
  return (text, size, strong = false) => {
    if (!ctx) return text.length * size * 0.6;
    ctx.font = `${strong ? 600 : 400} ${size}px ${font}`;
    return ctx.measureText(text).width;
  };
}

/** A part of a colour over another one; both as the browser computes them. */
export function mixed(colour: string, ground: string, part: number): string {
  const of = (one: string) => (one.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  const under = of(ground);
  return `rgb(${of(colour).map((value, i) => Math.round(value * part + (under[i] ?? 0) * (1 - part)))})`;
}

/** A number of a table in the unit that stands beside it, with all its digits; empty where there is none. */
export const inUnit = (value: number, unit: string): string =>
  Number.isNaN(value) ? '' : String(unitSpec(unit).form === 'plain' ? value : Number((value * 100).toPrecision(15)));
