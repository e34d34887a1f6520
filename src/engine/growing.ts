import { namedIn } from '../document/needs.ts';
import type { Line } from '../model/line.ts';
import type { Ceiling, Growth, WorkbookSpec } from './port.ts';
import type { Limits } from './size.ts';

/** References to other scenarios in the notation: `{fast!scale}`. */
const ELSEWHERE = /\{([^{}!]+)!/g;

/**
 * The lines, each after those that its formulas name, as far as they don't go round: a line that is filled in before what it
 * needs would be computed again with each of them.
 */
function inOrder(lines: readonly Line[]): readonly number[] {
  const rows = new Map(lines.map(({ id }, row) => [id, row]));
  const needs = (line: Line): number[] => {
    const formulas =
      line.kind === 'series' ? [line.formula, line.first ?? ''] : line.kind === 'result' ? [line.formula] : [];
    return formulas.flatMap((formula) => [...namedIn(formula, lines, rows)]).map((id) => rows.get(id) ?? -1);
  };
  const order: number[] = [];
  const seen = new Set<number>();
  for (let first = 0; first < lines.length; first++) {
    const way: { readonly row: number; readonly rest: number[] }[] = [];
    const enter = (row: number) => {
      const line = lines[row];
      if (!line || seen.has(row)) return;
      seen.add(row);
      way.push({ row, rest: needs(line) });
    };
    enter(first);
    for (let last = way.at(-1); last; last = way.at(-1)) {
      const next = last.rest.pop();
      if (next !== undefined) enter(next);
      else {
        order.push(last.row);
        way.pop();
      }
    }
  }
  return order;
}

type Each = NonNullable<Ceiling['each']>;

/** What is asked of the workbook that is filled in. */
export interface Filled {
  readonly spec: Pick<WorkbookSpec, 'lines' | 'scenarios' | 'view' | 'isWhole'>;
  /** What a scenario would hold. */
  readonly sizes: ReadonlyMap<string, { readonly formulas: number }>;
  readonly limits: Limits;
  /** Fills in a line of a scenario. */
  readonly fill: (scenario: string, row: number) => void;
}

/**
 * A large workbook on its way: the base and the scenario in view are filled in first, then those that are asked for or
 * watched, as far as all of them have room together. Lines are filled in one after another, so that edits come in between.
 */
export class Growing {
  readonly #scenarios: readonly string[];
  readonly #order: readonly number[];
  /** By scenario, how many lines of the order are there, and which. */
  readonly #filled = new Map<string, { count: number; readonly rows: Set<number> }>();
  /** By scenario, the others that its formulas name. */
  readonly #named = new Map<string, Set<string>>();
  /** Those that were asked for once. */
  readonly #asked = new Set<string>();
  view: string;

  constructor(readonly filled: Filled) {
    const { lines, scenarios, view, isWhole } = filled.spec;
    this.#scenarios = scenarios.map(({ id }) => id);
    this.#order = inOrder(lines);
    this.view = view ?? '';
    if (isWhole) for (const one of this.#scenarios) this.#asked.add(one);
  }

  has(scenario: string, row: number): boolean {
    return this.#filled.get(scenario)?.rows.has(row) ?? false;
  }

  /** Takes note of the scenarios that a formula names. */
  note(scenario: string, formula: string): void {
    if (!formula.includes('!')) return;
    for (const [, other = ''] of formula.matchAll(ELSEWHERE))
      if (other !== scenario && this.#scenarios.includes(other))
        this.#named.set(scenario, (this.#named.get(scenario) ?? new Set()).add(other));
  }

  /** The scenarios that are not there, with all that their values come from. */
  get without(): readonly string[] {
    return this.#scenarios.filter((scenario) => !this.#isThere(scenario));
  }

  /** How many formulas are there. */
  get formulas(): number {
    return total(this.#eachOf([...this.#filled.keys()]));
  }

  /** What is answered to who asks for values of scenarios that are not there: that it is later, or that they have no room. */
  lacks(scenarios: readonly string[]): { readonly isLater: true } | { readonly ceiling: Ceiling } | undefined {
    const missing = this.without.filter((one) => scenarios.includes(one));
    if (missing.length === 0) return undefined;
    const each = this.#with(missing);
    const [cells, ceiling] = [total(each), this.#ceiling];
    if (cells > ceiling) return { ceiling: { cells, ceiling, of: 'formulas', each } };
    for (const one of missing) this.#asked.add(one);
    return { isLater: true };
  }

  /**
   * The scenario that is filled in next; undefined where all is there that is wanted and has room.
   * @param watched the scenarios of which rows are watched
   */
  next(watched: Iterable<string>): string | undefined {
    const wanted = [this.#scenarios[0] ?? '', this.view, ...this.#asked, ...watched];
    return wanted.find(
      (one) => this.#scenarios.includes(one) && !this.#isThere(one) && (this.#fits(one) || this.isTight(one)),
    );
  }

  /** Whether a scenario is the one in view, and has room if all others but the base make it. */
  isTight(scenario: string): boolean {
    return (
      scenario === this.view && !this.#fits(scenario) && total(this.#eachOf(this.#needs(scenario))) <= this.#ceiling
    );
  }

  /** Fills in lines of a scenario, for a stretch or to its end. */
  grow(scenario: string, most = this.filled.limits.stretch): Growth {
    const end = performance.now() + most;
    const parts = this.#needs(scenario).filter((one) => !this.#isFilled(one));
    do {
      const part = parts.find((one) => !this.#isFilled(one));
      if (part === undefined) break;
      const state = this.#filled.get(part) ?? { count: 0, rows: new Set() };
      this.#filled.set(part, state);
      const row = this.#order[state.count++] ?? -1;
      state.rows.add(row);
      this.filled.fill(part, row);
      // What it names is known once it is filled in.
      for (const one of this.#needs(scenario)) if (!parts.includes(one) && !this.#isFilled(one)) parts.push(one);
    } while (performance.now() < end);
    if (this.#isThere(scenario)) this.#asked.delete(scenario);
    const done = parts.reduce((sum, one) => sum + (this.#filled.get(one)?.count ?? 0), 0);
    return { scenario, done, all: parts.length * this.#order.length };
  }

  get #ceiling(): number {
    return this.filled.limits.ceiling.formulas;
  }

  #isFilled(scenario: string): boolean {
    return this.#filled.get(scenario)?.count === this.#order.length;
  }

  #isThere(scenario: string): boolean {
    return this.#needs(scenario).every((one) => this.#isFilled(one));
  }

  /** A scenario with the base and all that their formulas name, directly and through others. */
  #needs(scenario: string): readonly string[] {
    const found = new Set<string>();
    const waiting = [scenario, this.#scenarios[0] ?? scenario];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(...(this.#named.get(next) ?? []));
    }
    return [...found];
  }

  #eachOf(scenarios: readonly string[]): Each {
    return scenarios.map((one) => [one, this.filled.sizes.get(one)?.formulas ?? 0] as const);
  }

  /** Those that are there and some more, with all that they need, each with its formulas. */
  #with(scenarios: readonly string[]): Each {
    const all = new Set([...this.#filled.keys(), ...scenarios.flatMap((one) => this.#needs(one))]);
    return this.#eachOf(this.#scenarios.filter((one) => all.has(one)));
  }

  #fits(scenario: string): boolean {
    return total(this.#with([scenario])) <= this.#ceiling;
  }
}

const total = (each: Each): number => each.reduce((sum, [, formulas]) => sum + formulas, 0);
