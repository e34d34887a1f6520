import type { CellValue, WorkbookSpec } from '../engine/port.ts';
import { type CellRef, sameCell } from '../model/content.ts';
import { brent, type Point } from './brent.ts';
import { inputsFeeding, leanSpec } from './feeds.ts';
import { rounded } from './rounding.ts';
import { heldSheet } from './sheet.ts';
import type { Trials } from './trial.ts';

export interface Goal {
  /** The cell that is to reach the value. */
  readonly result: CellRef;
  /** The input's cell that is to make it, in the same scenario. */
  readonly input: CellRef;
  /** In the result's stored unit. */
  readonly wanted: number;
  /** The bracket, in the input's stored unit. */
  readonly low: number;
  readonly high: number;
  /** What the input holds now; where several values would do, the one that is nearest to it is found. */
  readonly from: number | undefined;
  /** A value of the result as the reader sees it: a rounded input has to reach what reads the same. */
  readonly shown: (value: number) => string;
  /** How many places the point moves to the right where the input is shown: 2 for percent. */
  readonly places: number;
}

/** Values of inputs and results are in their stored units. */
export type Sought =
  /** `rounded` has the fewest digits with which the result still reads as wanted and does not fall short of it. */
  | {
      readonly kind: 'found';
      readonly x: number;
      readonly value: number;
      readonly rounded: number;
      readonly roundedValue: number;
    }
  /** No value between low and high does it; `nearest` comes nearest of those that were tried. */
  | {
      readonly kind: 'unreachable';
      readonly nearest: { readonly x: number; readonly value: number };
      readonly low: number;
      readonly high: number;
    }
  /** The result does not depend on the input, or not between low and high. */
  | { readonly kind: 'unrelated' }
  /** The result holds no number anywhere; `at`: where that began. */
  | { readonly kind: 'error'; readonly reading: CellValue; readonly at: CellRef };

/** Into how many steps the bracket is divided where its ends lie on one side. */
const SCAN = 32;

/** An input's value that makes a result reach a value. */
export async function goalSeek(
  trials: Trials,
  spec: WorkbookSpec,
  goal: Goal,
  signal: AbortSignal,
  onEvaluation: (count: number) => void = () => {},
): Promise<Sought> {
  if (!inputsFeeding(spec, goal.result).some((cell) => sameCell(cell, goal.input))) return { kind: 'unrelated' };
  const lean = leanSpec(spec, [goal.result], [goal.result.scenario]);
  const held = heldSheet(spec).effective(goal.input).content;
  const tried = typeof held === 'number' ? { cells: [{ ...goal.input, content: held }] } : undefined;
  const trial = await trials.open(lean, goal.result, signal, tried);
  let count = 0;
  const evaluate = async (places: readonly number[]): Promise<readonly CellValue[]> => {
    const readings = await trial.evaluate(places.map((x) => [{ ...goal.input, content: x }]));
    count += places.length;
    onEvaluation(count);
    return readings;
  };
  return new Seeker(goal, evaluate, trial.start.value).seek();
}

/** Goal seeking over any function: what it asks is the reading at each of some values of the input. `now`: the result as it stands. */
export class Seeker {
  /** Everything that was tried, by x. */
  readonly #tried = new Map<number, Point>();
  #failed: CellValue | undefined;

  constructor(
    readonly goal: Omit<Goal, 'input'>,
    readonly evaluate: (places: readonly number[]) => Promise<readonly CellValue[]>,
    readonly now?: number,
  ) {}

  async seek(): Promise<Sought> {
    const { low, high } = this.goal;
    const ends = await this.#points([low, high]);
    return (await this.#cross(ends)) ?? (await this.#scan(low, high)) ?? (await this.#closer()) ?? this.#nothing();
  }

  /** The result's distance from what is wanted. */
  async #distance(x: number): Promise<number | undefined> {
    return (await this.#points([x]))[0]?.y;
  }

  /** Those of some places at which the result is a number. */
  async #points(places: readonly number[]): Promise<Point[]> {
    const unknown = places.filter((x) => !this.#tried.has(x));
    const readings = unknown.length > 0 ? await this.evaluate(unknown) : [];
    for (const [i, x] of unknown.entries()) {
      const reading = readings[i] ?? { value: undefined, note: undefined };
      if (reading.value === undefined) this.#failed ??= reading;
      else this.#tried.set(x, { x, y: reading.value - this.goal.wanted });
    }
    return places.flatMap((x) => this.#tried.get(x) ?? []);
  }

  async #scan(low: number, high: number): Promise<Sought | undefined> {
    const step = (high - low) / SCAN;
    return this.#cross(
      await this.#points(Array.from({ length: SCAN + 1 }, (_, i) => (i === SCAN ? high : low + i * step))),
    );
  }

  /** Once more around the best place so far, where it is none of the ends: a narrow peak may reach what its feet do not. */
  async #closer(): Promise<Sought | undefined> {
    const points = [...this.#tried.values()].sort((a, b) => a.x - b.x);
    const [best] = this.#byDistance(points);
    const i = points.findIndex(({ x }) => x === best?.x);
    const [before, after] = [points[i - 1], points[i + 1]];
    return before && after ? this.#scan(before.x, after.x) : undefined;
  }

  /** The zero nearest to the present input, of those at which neighbours lie on either side or one lies on it. */
  async #cross(points: readonly Point[]): Promise<Sought | undefined> {
    // A result that is the same everywhere is not made by the input, even if it is what was wanted.
    if (points.every(({ y }) => y === points[0]?.y)) return undefined;
    const { from = (this.goal.low + this.goal.high) / 2 } = this.goal;
    const away = (x: number) => Math.abs(x - from);
    const on = points.filter(({ y }) => y === 0).map((point) => [point, point] as const);
    const across = points.flatMap((point, i) => {
      const next = points[i + 1];
      return next && point.y * next.y < 0 ? [[point, next] as const] : [];
    });
    const distance = ([a, b]: readonly [Point, Point]) => Math.min(away(a.x), away(b.x));
    for (const [a, b] of [...on, ...across].sort((one, other) => distance(one) - distance(other))) {
      const crossing =
        a === b ? ({ kind: 'zero', at: a, beyond: b } as const) : await brent((x) => this.#distance(x), a, b);
      if (crossing.kind === 'zero') return this.#found(crossing.at, crossing.beyond);
    }
    return undefined;
  }

  /** Of the two sides of a zero the one that does not fall short, coming from where the result stands. */
  async #found(at: Point, beyond: Point): Promise<Sought> {
    const { wanted, shown, places, low, high } = this.goal;
    const way = Math.sign(wanted - (this.now ?? wanted));
    const reaches = (y: number) => y * way >= 0;
    const point = !reaches(at.y) && reaches(beyond.y) ? beyond : at;
    const text = shown(wanted);
    let near: Point | undefined;
    for (const x of rounded(point.x, places)) {
      const y = x < low || x > high ? undefined : await this.#distance(x);
      if (y === undefined || shown(wanted + y) !== text) continue;
      if (reaches(y)) return this.#told(point, { x, y });
      near ??= { x, y };
    }
    return this.#told(point, near ?? point);
  }

  #told(point: Point, short: Point): Sought {
    const { wanted } = this.goal;
    const value = wanted + point.y;
    return { kind: 'found', x: point.x, value, rounded: short.x, roundedValue: wanted + short.y };
  }

  #nothing(): Sought {
    const { result, wanted, low, high } = this.goal;
    const points = [...this.#tried.values()];
    const [best] = this.#byDistance(points);
    if (!best) {
      const reading = this.#failed ?? { value: undefined, note: undefined };
      const root = reading.note?.kind === 'error' ? reading.note.root : undefined;
      return { kind: 'error', reading, at: root ?? result };
    }
    if (points.every(({ y }) => y === best.y)) return { kind: 'unrelated' };
    return { kind: 'unreachable', nearest: { x: best.x, value: wanted + best.y }, low, high };
  }

  #byDistance(points: readonly Point[]): Point[] {
    const { from = this.goal.low } = this.goal;
    return [...points].sort(
      (a, b) => Math.abs(a.y) - Math.abs(b.y) || Math.abs(a.x - from) - Math.abs(b.x - from) || a.x - b.x,
    );
  }
}
