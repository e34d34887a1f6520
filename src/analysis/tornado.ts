import type { WorkbookSpec } from '../engine/port.ts';
import type { CellRef } from '../model/content.ts';
import type { Input } from '../model/line.ts';
import { isWhole, unitSpec } from '../model/units.ts';
import { inputsFeeding } from './feeds.ts';
import { evaluateAll, heldNumbers, type Means } from './settings.ts';

/** How far an input goes: over its range, one that is guessed, or from the 10th to the 90th percentile of its distribution. */
export interface Spread {
  readonly low: number;
  readonly high: number;
  readonly basis: 'range' | 'guess' | 'quantiles';
}

/** An input that is varied while the others stay: one cell, or all cells of a line that feed the result, together. */
export interface Varied extends Spread {
  readonly line: string;
  readonly cells: readonly CellRef[];
  /** What the cells hold, and their mean, which goes over the range. */
  readonly held: readonly number[];
  readonly now: number;
  /** Whether the cells move by a share of what they hold, and not by as much each. */
  readonly inProportion: boolean;
  /** Whether it takes whole numbers alone. */
  readonly isWhole: boolean;
}

/** A value of the input, and what the result comes to there. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What an input does to a result over its range. */
export interface Shape {
  /** Five places over the range, fewer of whole numbers; y is NaN where the result holds no number. */
  readonly shown: readonly Place[];
  /** The least and the greatest result, wherever they lie; undefined where it is a number nowhere. */
  readonly least: Place | undefined;
  readonly greatest: Place | undefined;
  readonly swing: number;
  /** Whether it changes nothing, never turns, or turns on its way. */
  readonly way: 'flat' | 'monotone' | 'turning';
  /** Which extreme lies inside the range, beyond both ends. */
  readonly inside: 'greatest' | 'least' | 'both' | undefined;
  /** On which side of the present result both ends lie. */
  readonly side: 'above' | 'below' | undefined;
  /** How many of the places that were looked at hold no number, and how many there were. */
  readonly errors: number;
  readonly looked: number;
}

export interface Swing extends Shape {
  readonly input: Varied;
}

export interface Tornado {
  /** The result as it stands. */
  readonly now: number;
  /** The largest swing first. */
  readonly swings: readonly Swing[];
  /** Lines of inputs that feed it and are not varied: they have no range, or hold no number. */
  readonly fixed: readonly string[];
  readonly noNumber: readonly string[];
  /** For what only a workbook of its own could answer. */
  readonly without?: string;
}

/** Into how many steps a range is looked through: four of them make those that are shown. */
export const SCAN = 64;
/** Where each setting takes a workbook milliseconds. */
const SHOWN = 4;
/** Of the size of the results: less than that is the rounding of their last digits. */
const NOISE = 1e-11;

/** The places of an input over its range, in steps of the same width; the whole numbers among them, each once. */
export function placesOf(
  { low, high, isWhole: whole }: Pick<Varied, 'low' | 'high' | 'isWhole'>,
  steps: number,
): number[] {
  const places = Array.from({ length: steps + 1 }, (_, i) => (i === steps ? high : low + (i * (high - low)) / steps));
  return whole ? [...new Set(places.map(Math.round))] : places;
}

/** What a result does over places of an input, in their order. `now`: the result as it stands. */
export function shapeOf(places: readonly Place[], now: number): Shape {
  const known = places.filter(({ y }) => !Number.isNaN(y));
  const every = Math.max(1, (places.length - 1) / SHOWN);
  const count = Math.min(places.length, SHOWN + 1);
  const shown = Array.from({ length: count }, (_, i) => places[Math.round(i * every)] as Place);
  const told = { shown, errors: places.length - known.length, looked: places.length };
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last)
    return {
      ...told,
      least: undefined,
      greatest: undefined,
      swing: 0,
      way: 'flat',
      inside: undefined,
      side: undefined,
    };
  let [least, greatest] = [first, first];
  // The furthest that it rises, and falls, from any place to a later one.
  let [rise, fall] = [0, 0];
  for (const place of known) {
    if (place.y < least.y) least = place;
    if (place.y > greatest.y) greatest = place;
  }
  let [lowest, highest] = [first.y, first.y];
  for (const { y } of known) {
    lowest = Math.min(lowest, y);
    highest = Math.max(highest, y);
    rise = Math.max(rise, y - lowest);
    fall = Math.max(fall, highest - y);
  }
  const noise = NOISE * Math.max(Math.abs(least.y), Math.abs(greatest.y));
  const swing = greatest.y - least.y;
  const way = swing <= noise ? 'flat' : rise > noise && fall > noise ? 'turning' : 'monotone';
  const over = greatest.y > Math.max(first.y, last.y) + noise;
  const under = least.y < Math.min(first.y, last.y) - noise;
  const isAbove = Math.min(first.y, last.y) > now + noise;
  const isBelow = Math.max(first.y, last.y) < now - noise;
  return {
    ...told,
    least,
    greatest,
    swing,
    way,
    inside: over && under ? 'both' : over ? 'greatest' : under ? 'least' : undefined,
    side: way === 'flat' ? undefined : isAbove ? 'above' : isBelow ? 'below' : undefined,
  };
}

/** What the cells of an input hold where their mean is at a place. */
export const heldAt = (
  { held, now, inProportion }: Pick<Varied, 'held' | 'now' | 'inProportion'>,
  x: number,
): number[] =>
  // One cell holds the place itself, without the noise of a difference.
  held.length === 1 ? [x] : held.map((one) => (inProportion ? (one * x) / now : one + x - now));

/** The inputs that feed a result and have a range, with what they hold. */
async function variedInputs(
  spec: WorkbookSpec,
  result: CellRef,
  spreadOf: (line: Input, mean: number) => Spread | undefined,
  means: Means,
) {
  const cells = inputsFeeding(spec, result);
  const numbers = await heldNumbers(spec, cells, means);
  const lines = new Map(spec.lines.map((line) => [line.id, line]));
  const varied: Varied[] = [];
  const fixed: string[] = [];
  const noNumber: string[] = [];
  for (const line of new Set(cells.map((cell) => cell.line))) {
    const input = lines.get(line);
    if (input?.kind !== 'input') continue;
    const own = cells.flatMap((cell, i) => (cell.line === line ? [{ cell, held: numbers[i] as number }] : []));
    const filled = own.filter(({ held }) => !Number.isNaN(held));
    const held = filled.map((one) => one.held);
    const now = held.reduce((sum, one) => sum + one, 0) / held.length;
    const spread = held.length > 0 ? spreadOf(input, now) : undefined;
    if (held.length === 0) noNumber.push(line);
    else if (!spread || spread.low >= spread.high) fixed.push(line);
    else {
      const isAmount = unitSpec(input.unit).form === 'plain' && !isWhole(input.unit);
      const isOneSided = held.every((one) => one > 0) || held.every((one) => one < 0);
      varied.push({
        ...spread,
        line,
        cells: filled.map(({ cell }) => cell),
        held,
        now,
        inProportion: isAmount && isOneSided,
        isWhole: isWhole(input.unit),
      });
    }
  }
  return { varied, fixed, noNumber };
}

/**
 * How far each input that feeds a result moves it, alone, over its range.
 * @param spreadOf how far an input goes whose cells have a mean; undefined: nobody knows, and it stays as it is
 * @throws TrialStopped
 */
export async function tornado(
  spec: WorkbookSpec,
  result: CellRef,
  spreadOf: (line: Input, mean: number) => Spread | undefined,
  means: Means,
): Promise<Tornado> {
  const { varied, fixed, noNumber } = await variedInputs(spec, result, spreadOf, means);
  const cells = varied.flatMap((input) => input.cells);
  const held = varied.flatMap((input) => input.held);
  const places = varied.map((input) => placesOf(input, SCAN));
  const count = 1 + places.reduce((sum, { length }) => sum + length, 0);
  const settings = new Float64Array(cells.length * count);
  for (const [i, one] of held.entries()) settings.fill(one, i * count, (i + 1) * count);
  let [column, setting] = [0, 1];
  for (const [i, input] of varied.entries()) {
    for (const x of places[i] as number[]) {
      for (const [at, one] of heldAt(input, x).entries()) settings[(column + at) * count + setting] = one;
      setting++;
    }
    column += input.cells.length;
  }
  const { values, without } = await evaluateAll(spec, { inputs: cells, results: [result], settings, count }, means);
  const now = values[0] ?? Number.NaN;
  let from = 1;
  const swings = varied.map((input, i): Swing => {
    const own = places[i] as number[];
    const found = own.map((x, at) => ({ x, y: values[from + at] as number }));
    from += own.length;
    return { input, ...shapeOf(found, now) };
  });
  return {
    now,
    swings: swings.sort((a, b) => b.swing - a.swing),
    fixed,
    noNumber,
    ...(without === undefined ? {} : { without }),
  };
}
