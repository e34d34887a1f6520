import type { ChartData, Curve } from './data.ts';
import { isValue } from './reading.ts';

/** The values of each curve of a chart at another time, in its order: one a year, null a gap. */
export type Past = readonly (readonly (number | null)[])[];

/** ms: a way from one to the other, and a rest at either end. */
export const WAY = 600;
export const REST = 450;
/** Without motion each end is shown for as long as it takes to read it. */
const STILL_REST = 1_200;
/** How often it goes back and forth. */
const ROUNDS = 2;

/** Slow at both ends. */
const ease = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/**
 * Where the chart is after so many ms: 0 as before the change, 1 as after it; undefined once it is over.
 * It goes back from after to before, rests, comes forth, rests, and all of it once more. `still`: in steps, and once.
 */
export function placeAt(ms: number, still: boolean): number | undefined {
  if (still) {
    if (ms < STILL_REST) return 0;
    return ms < 2 * STILL_REST ? 1 : undefined;
  }
  const round = 2 * (WAY + REST);
  if (ms >= ROUNDS * round) return undefined;
  const at = ms % round;
  if (at < WAY) return 1 - ease(at / WAY);
  if (at < WAY + REST) return 0;
  return ease(Math.min(1, (at - WAY - REST) / WAY));
}

function between(before: number | null | undefined, after: number | null | undefined, place: number): number | null {
  if (isValue(before) && isValue(after)) return before + (after - before) * place;
  // What is there at one end alone comes and goes in the middle.
  return (place < 0.5 ? before : after) ?? null;
}

/** The chart on its way from what it was (0) to what it is (1). Its axis holds both ends, so that it stands still. */
export function chartBetween(data: ChartData, past: Past, place: number): ChartData {
  const curves = data.curves.map((curve, i): Curve => {
    return { ...curve, values: curve.values.map((value, year) => between(past[i]?.[year], value, place)) };
  });
  const room = [...past.flat(), ...data.curves.flatMap(({ values }) => values)].filter(isValue);
  return { ...data, curves, room };
}
