/**
 * Shapes as SVG paths about the origin, in px, for the canvas and for the page alike. The circle belongs to observed
 * figures and the diamond to targets, so no scenario has either.
 */
const SCENARIO_GLYPHS = [
  'M-3-3h6v6h-6z',
  'M0-4L4 3.2h-8z',
  'M-3.8-2L-2-3.8 0-1.8 2-3.8 3.8-2 1.8 0 3.8 2 2 3.8 0 1.8-2 3.8-3.8 2-1.8 0z',
  'M0 4L4-3.2h-8z',
  'M-1.2-4.2h2.4v3h3v2.4h-3v3h-2.4v-3h-3v-2.4h3z',
  'M-4.5-1.8h9v3.6h-9z',
] as const;

export const DIAMOND = 'M0-5L5 0 0 5-5 0z';
/** A companion curve has no marker: a stroke stands for it in a list, a point marks its value in the year being read. */
export const STROKE = 'M-5 0h10';
export const BESIDE_POINT = 'M-2-2h4v4h-4z';

export function scenarioGlyph(marker: number): string {
  return SCENARIO_GLYPHS[marker % SCENARIO_GLYPHS.length] ?? SCENARIO_GLYPHS[0];
}
