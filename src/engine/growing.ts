import { namedIn } from '../document/needs.ts';
import type { Line } from '../model/line.ts';

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

/** Which lines of which scenarios of a large workbook are there: they are filled in one after another. */
export class Growing {
  readonly #order: readonly number[];
  /** By scenario, how many lines of the order are there, and which. */
  readonly #filled = new Map<string, { count: number; readonly rows: Set<number> }>();
  /** By scenario, the others that its formulas name. */
  readonly #named = new Map<string, Set<string>>();

  constructor(
    readonly lines: readonly Line[],
    readonly scenarios: readonly string[],
  ) {
    this.#order = inOrder(lines);
  }

  has(scenario: string, row: number): boolean {
    return this.#filled.get(scenario)?.rows.has(row) ?? false;
  }

  /** Whether anything of a scenario is there. */
  isBegun(scenario: string): boolean {
    return this.#filled.has(scenario);
  }

  #isFilled(scenario: string): boolean {
    return this.#filled.get(scenario)?.count === this.#order.length;
  }

  /** Takes note of the scenarios that a formula names. */
  note(scenario: string, formula: string): void {
    if (!formula.includes('!')) return;
    for (const [, other = ''] of formula.matchAll(ELSEWHERE)) {
      if (other === scenario || !this.scenarios.includes(other)) continue;
      this.#named.set(scenario, (this.#named.get(scenario) ?? new Set()).add(other));
    }
  }

  /** A scenario with the base and all that their formulas name, directly and through others; those that have to come first, first. */
  withNamed(scenario: string): readonly string[] {
    const found = new Set<string>();
    const waiting = [scenario, this.scenarios[0] ?? scenario];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(...(this.#named.get(next) ?? []));
    }
    return [...found];
  }

  /** Whether all that the values of a scenario come from is there. */
  isThere(scenario: string): boolean {
    return this.withNamed(scenario).every((one) => this.#isFilled(one));
  }

  /** What is not there. */
  get without(): readonly string[] {
    return this.scenarios.filter((scenario) => !this.isThere(scenario));
  }

  /** How far a scenario is, with what it needs. */
  of(scenario: string): { readonly done: number; readonly all: number } {
    const parts = this.withNamed(scenario);
    const done = parts.reduce((sum, one) => sum + (this.#filled.get(one)?.count ?? 0), 0);
    return { done, all: parts.length * this.#order.length };
  }

  /** The next line that is to be filled in for a scenario, which counts as filled in from now on. */
  next(scenario: string): { readonly scenario: string; readonly row: number } | undefined {
    const one = this.withNamed(scenario).find((part) => !this.#isFilled(part));
    if (one === undefined) return undefined;
    const filled = this.#filled.get(one) ?? { count: 0, rows: new Set() };
    this.#filled.set(one, filled);
    const row = this.#order[filled.count++];
    if (row === undefined) return undefined;
    filled.rows.add(row);
    return { scenario: one, row };
  }
}
