import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Vector = readonly [number, number, number];

const TOKENS = readFileSync('src/view/styles/tokens.css', 'utf8');
const THEMES = ['light', 'dark'] as const;

/** A colour of the house in one theme, as the screen takes it: red, green and blue from 0 to 1. */
function written(name: string, theme: (typeof THEMES)[number]): Vector {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(TOKENS);
  const text = found?.[THEMES.indexOf(theme) + 1];
  if (!text) throw new Error(`no colour ${name}`);
  const at = (place: number) => Number.parseInt(text.slice(place, place + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

/** As linear light. */
const lit = (colour: Vector): Vector =>
  colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Vector;
const token = (name: string, theme: (typeof THEMES)[number]): Vector => lit(written(name, theme));

const times = (rows: readonly Vector[], [x, y, z]: Vector): Vector =>
  rows.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Vector;

/** As WCAG 2 has it. */
function contrast(one: Vector, other: Vector): number {
  const light = ([r, g, b]: Vector) => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  const [low = 1, high = 1] = [light(one), light(other)].sort((a, b) => a - b);
  return high / low;
}

/** How a reader sees a colour: Machado, Oliveira and Fernandes 2009, each deficiency in full. */
const READERS: Readonly<Record<string, readonly Vector[]>> = {
  'without a deficiency': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'with protanopia': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'with deuteranopia': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'with tritanopia': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Oklab, in which 0.02 is about what is just seen. */
function lab(colour: Vector): Vector {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map((cone) => Math.cbrt(Math.max(0, cone))) as unknown as Vector,
  );
}
const apart = (one: Vector, other: Vector): number => Math.hypot(...one.map((part, i) => part - (other[i] ?? 0)));

/** Of a line on the chart, as WCAG 1.4.11 asks of graphics. */
const LEGIBLE = 3;
/** Five and seven times what is just seen: of any two lines, and of two that are made one after the other. */
const ANY = 0.1;
const NEIGHBOURS = 0.15;
const PLACES = [1, 2, 3, 4, 5, 6] as const;

describe.each(THEMES)('lines of the chart, %s', (theme) => {
  const [surface, ink] = [written('surface', theme), written('ink', theme)];
  /** Of the projected years: 2 % of ink. */
  const tint = surface.map((part, i) => part * 0.98 + (ink[i] ?? 0) * 0.02) as unknown as Vector;
  const lines = PLACES.map((place) => token(`scenario-${place}`, theme));

  it('stand out from the ground and from its tint, those that are not picked out too', () => {
    for (const line of [...lines, token('edge', theme), token('target', theme)])
      for (const ground of [surface, tint]) expect(contrast(line, lit(ground))).toBeGreaterThanOrEqual(LEGIBLE);
  });

  it.each(Object.entries(READERS))('are told from each other by a reader %s', (_, matrix) => {
    const seen = lines.map((line) => lab(times(matrix, line)));
    for (const [i, one] of seen.entries())
      for (const [j, other] of seen.entries())
        if (i < j) expect(apart(one, other), `${i + 1} and ${j + 1}`).toBeGreaterThan(j === i + 1 ? NEIGHBOURS : ANY);
  });
});
