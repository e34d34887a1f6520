import { type Content, isFormula } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import type { Overrides } from '../model/model.ts';
import { type FormulaPart, printReference, type Reference, tryParse } from '../model/notation.ts';
import type { OpenModel, Scenario } from './document.ts';
import { knownFrom } from './knownFrom.ts';
import { formulaLines } from './ownFormulas.ts';

/** What a range can begin or end at: a line, or the years over the lines. */
type End = Extract<Reference, { kind: 'line' | 'calendar' }>;

/** A range of a formula, `{a}:{c}`: where its first end stands among the parts, the second being two further on. */
export interface Range {
  readonly at: number;
  readonly ends: readonly [End, End];
}

const isEnd = (part: FormulaPart | undefined): part is FormulaPart & { readonly ref: End } =>
  part !== undefined && 'ref' in part && (part.ref.kind === 'line' || part.ref.kind === 'calendar');

/** The ranges of a formula, each by its two ends. */
export function rangesIn(parts: readonly FormulaPart[]): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < parts.length - 2; at++) {
    const [from, between, to] = parts.slice(at, at + 3);
    if (!isEnd(from) || !isEnd(to) || !between || !('text' in between) || between.text.trim() !== ':') continue;
    found.push({ at, ends: [from.ref, to.ref] });
    at += 2;
  }
  return found;
}

const COLON = /\}\s*:\s*\{/;
/** Lines, and what is held in them, are never changed in place: each is looked at once. */
const ranged = new WeakMap<object, boolean>();

/** Whether a formula of a line, or one that a scenario holds in it, may have a range. */
export function isRanged(held: Line | Overrides[string]): boolean {
  let found = ranged.get(held);
  if (found === undefined) {
    // A line keeps its formulas as texts, overrides within their contents.
    found = Object.values(held).some((one: unknown) => {
      const formula = typeof one === 'object' && one !== null && 'formula' in one ? one.formula : one;
      return typeof formula === 'string' && COLON.test(formula);
    });
    ranged.set(held, found);
  }
  return found;
}

/** A line of formulas, or overrides, with each formula that may hold a range rewritten; the same object where none is. */
export function withLine(line: Line, rewrite: (formula: string) => string): Line {
  if ((line.kind !== 'series' && line.kind !== 'result') || !isRanged(line)) return line;
  const formula = rewrite(line.formula);
  if (line.kind === 'result') return formula === line.formula ? line : { ...line, formula };
  const first = line.first === undefined ? undefined : rewrite(line.first);
  if (formula === line.formula && first === line.first) return line;
  return { ...line, formula, ...(first === undefined ? {} : { first }) };
}

/** The same of what a scenario holds. */
export function withScenario(scenario: Scenario, rewrite: (formula: string) => string): Scenario {
  const { overrides } = scenario;
  const after: Record<string, Overrides[string]> = {};
  for (const line of formulaLines(overrides)) {
    const slots = overrides[line] ?? {};
    if (!isRanged(slots)) continue;
    const now = Object.entries(slots).map(([slot, content]): [string, Content] => {
      const formula = isFormula(content) ? rewrite(content.formula) : undefined;
      return [
        slot,
        formula === undefined || (isFormula(content) && formula === content.formula) ? content : { formula },
      ];
    });
    if (now.some(([slot, content]) => content !== slots[slot])) after[line] = Object.fromEntries(now);
  }
  if (Object.keys(after).length === 0) return scenario;
  return { ...scenario, overrides: knownFrom(overrides, { ...overrides, ...after }) };
}

/** Which lines have cells in a range: those of an end's column, or those of either end's. */
type Held = 'scalars' | 'years' | 'either';
const holds = (line: Line | undefined, held: Held): boolean =>
  line !== undefined && ((held !== 'years' && isScalar(line)) || (held !== 'scalars' && hasPeriods(line)));

/** Over the first line stands the line of years. */
const HEADER = -1;

/** For each place the nearest one from there on, and the nearest one up to there, that `isIn` takes. */
function nearest(length: number, isIn: (place: number) => boolean): { next: Int32Array; previous: Int32Array } {
  const [next, previous] = [new Int32Array(length), new Int32Array(length)];
  for (let i = 0, last = HEADER; i < length; i++) previous[i] = last = isIn(i) ? i : last;
  for (let i = length - 1, first = length; i >= 0; i--) next[i] = first = isIn(i) ? i : first;
  return { next, previous };
}

/** Lines that are arranged anew, and what becomes of ranges over them. */
class Arrangement {
  readonly #was: ReadonlyMap<string, number>;
  readonly #now: ReadonlyMap<string, number>;
  readonly #staying = new Map<Held, ReturnType<typeof nearest>>();

  constructor(
    readonly before: readonly Line[],
    readonly after: readonly Line[],
    readonly moved: ReadonlySet<string>,
  ) {
    this.#was = new Map(before.map(({ id }, i) => [id, i]));
    this.#now = new Map(after.map(({ id }, i) => [id, i]));
  }

  /** The formula with the ends that its ranges have now; the same text where they are the same. */
  rewrite(formula: string): string {
    const parts = tryParse(formula);
    const texts = parts?.map((part) => ('text' in part ? part.text : part.source));
    if (!parts || !texts) return formula;
    for (const { at, ends } of rangesIn(parts)) {
      const [from, to] = this.#ends(ends) ?? ends;
      if (from !== ends[0]) texts[at] = printReference(from);
      if (to !== ends[1]) texts[at + 2] = printReference(to);
    }
    return texts.join('');
  }

  /** The ends of a range after; undefined where none of its lines is left, and where it was broken before. */
  #ends(ends: Range['ends']): Range['ends'] | undefined {
    const [from, to] = ends.map((end) => (end.kind === 'calendar' ? HEADER : this.#was.get(end.id)));
    if (from === undefined || to === undefined) return undefined;
    const isDown = from <= to;
    const [top, bottom] = isDown ? ends : [ends[1], ends[0]];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const [upper, lower] = [this.#held(top, low), this.#held(bottom, high)];
    if (!upper || !lower) return undefined;
    let [first, last] = this.#core(low, high, upper === lower ? upper : 'either');
    if (first === undefined || last === undefined) return undefined;
    const isMember = (place: number): boolean => {
      const was = this.#was.get(this.after[place]?.id ?? '');
      return was !== undefined && was >= low && was <= high;
    };
    while (isMember(first - 1)) first--;
    while (isMember(last + 1)) last++;
    const found = this.#corners([top, bottom], [upper, lower], first, last);
    return found && (isDown ? found : [found[1], found[0]]);
  }

  /**
   * The first and the last line from `first` to `last` that have a cell in the columns of the ends. Where one end is a
   * scalar and the other a year, either can be the upper one; where only lines of one kind are left, both are of it.
   */
  #corners([top, bottom]: Range['ends'], [upper, lower]: readonly [Held, Held], first: number, last: number) {
    const ways = [[top, bottom, upper, lower] as const];
    if (upper !== lower && top.kind === 'line' && bottom.kind === 'line') {
      const [above, below] = [
        { ...top, at: bottom.at },
        { ...bottom, at: top.at },
      ];
      ways.push([above, below, lower, upper], [top, below, upper, upper], [above, bottom, lower, lower]);
    }
    const spans = ways.map(([one, other, high, low]): readonly [number, number] => {
      let [from, to] = [first, last];
      while (one.kind === 'line' && from <= last && !holds(this.after[from], high)) from++;
      while (other.kind === 'line' && to >= first && !holds(this.after[to], low)) to--;
      return [from, to];
    });
    const lengths = spans.map(([from, to]) => to - from);
    // The first two keep both columns.
    const longest = Math.max(...lengths.slice(0, 2));
    const at = lengths.indexOf(longest >= 0 ? longest : Math.max(...lengths));
    const [way, span] = [ways[at], spans[at]];
    if (!way || !span || span[0] > span[1]) return undefined;
    return [this.#end(way[0], span[0]), this.#end(way[1], span[1])] as const;
  }

  /** In which column an end stands; undefined for a heading, which has none. */
  #held(end: End, place: number): Held | undefined {
    const line = this.before[place];
    if (end.kind === 'calendar') return 'years';
    return line && line.kind !== 'heading' ? (isScalar(line) ? 'scalars' : 'years') : undefined;
  }

  #end(end: End, place: number): End {
    const id = this.after[place]?.id;
    return end.kind === 'calendar' || id === undefined || id === end.id ? end : { ...end, id };
  }

  /** From where to where the members span that stayed in their place; where none did, all that are left. */
  #core(low: number, high: number, held: Held): readonly [number | undefined, number | undefined] {
    let staying = this.#staying.get(held);
    if (!staying) {
      const stays = (line: Line | undefined) =>
        holds(line, held) && line !== undefined && this.#now.has(line.id) && !this.moved.has(line.id);
      staying = nearest(this.before.length, (i) => stays(this.before[i]));
      this.#staying.set(held, staying);
    }
    const now = (place: number | undefined) => this.#now.get(this.before[place ?? HEADER]?.id ?? '');
    const last = staying.previous[high] ?? HEADER;
    if (low === HEADER) return [HEADER, now(last) ?? HEADER];
    if (last >= low) return [now(staying.next[low]), now(last)];
    const places = this.before.slice(low, high + 1).filter((line) => holds(line, held) && this.#now.has(line.id));
    const left = places.map(({ id }) => this.#now.get(id) ?? 0);
    return left.length > 0 ? [Math.min(...left), Math.max(...left)] : [undefined, undefined];
  }
}

/**
 * Gives a formula the ranges that it has once lines stand as in `after`. Formulas without a range cost a look at their
 * text. @see rearranged
 */
export function rangesAfter(
  before: readonly Line[],
  after: readonly Line[],
  moved: ReadonlySet<string>,
): (formula: string) => string {
  let arrangement: Arrangement | undefined;
  return (formula) => {
    if (!COLON.test(formula)) return formula;
    arrangement ??= new Arrangement(before, after, moved);
    return arrangement.rewrite(formula);
  };
}

/**
 * Lines arranged anew, with every range of every formula, in lines and in what scenarios hold. A range is a set of
 * neighbours, and keeps its members as far as they are neighbours still:
 *
 * - Members that stayed where they were span a stretch, and all lines in it are members: one that was put inside joins,
 *   one before the first or behind the last does not.
 * - A member that was moved stays one where it touches that stretch, with nothing but members between. So the last line
 *   of a sum can be moved up, and the first down. Beyond another line it leaves.
 * - Where all members were moved the range goes with them.
 * - Its ends are the first and the last member that have a cell in its columns, which a heading has not. It is written
 *   from last to first where it was, with the scenario and the periods that each end had.
 * - Where no member is left it stays as it is, and names what is gone, as a reference to a single line does.
 *
 * @param moved the lines that left their place among the others, which keep their order
 * @returns the scenarios too where they hold ranges that have other ends now
 */
export function rearranged(
  { model, document }: OpenModel,
  lines: readonly Line[],
  moved: ReadonlySet<string>,
): { readonly lines: readonly Line[]; readonly scenarios?: readonly Scenario[] } {
  const rewrite = rangesAfter(model.lines, lines, moved);
  const scenarios = document.scenarios.map((scenario) => withScenario(scenario, rewrite));
  const isSame = scenarios.every((scenario, i) => scenario === document.scenarios[i]);
  return { lines: lines.map((line) => withLine(line, rewrite)), ...(isSame ? {} : { scenarios }) };
}
