import { bare } from '../functions/define.ts';
import type { HyperFormula } from '../hyperformula.ts';
import type { Address } from '../writes.ts';
import { Assembler, type Slot } from './assembler.ts';
import { call } from './calls.ts';
import { Formulas, type Vertex } from './formulas.ts';
import { constant, type Held, isBlank, type Making, maskOf, numberOf } from './held.ts';
import { type Tape, Unsupported } from './tape.ts';
import { type Cells, cellsNamed, settled, translate } from './translate.ts';

/**
 * A tape from some cells that vary to some results: what lies between them alone, and what does not vary as the workbook
 * holds it. An input's own formula, as where it is inherited, is left out.
 * @throws Unsupported where a formula between them is none that a tape can hold
 */
export function questionTape(hf: HyperFormula, inputs: readonly Address[], results: readonly Address[]): Tape {
  return new Question(hf, inputs).tape(results);
}

/** What stands in the places of a sheet that vary with one of its cells. */
export interface SheetTape {
  readonly tape: Tape;
  /** The place of each result, then of each mask: not 0 where an empty text stands and the result is NaN. */
  readonly places: readonly number[];
  readonly blanks: readonly number[];
  /** The places of truths, which are 1 or 0. */
  readonly truths: ReadonlySet<number>;
}

/**
 * A tape from one cell that varies to those of some places that vary with it.
 * @throws Unsupported
 */
export function sheetTape(hf: HyperFormula, input: Address, at: readonly (Address | undefined)[]): SheetTape {
  return new Question(hf, [input]).sheet(at);
}

class Question {
  readonly #formulas: Formulas;
  readonly #assembler = new Assembler();
  readonly #done = new Map<Vertex, Held>();
  readonly #varying: ReadonlySet<Vertex>;
  readonly #cells: Cells;

  constructor(hf: HyperFormula, inputs: readonly Address[]) {
    this.#formulas = new Formulas(hf);
    const vertices = inputs.map((address) => this.#formulas.vertex(address));
    for (const vertex of vertices) {
      const slot = this.#assembler.input();
      if (vertex) this.#done.set(vertex, { kind: 'number', slot });
    }
    this.#varying = this.#formulas.computedFrom(vertices.filter((vertex) => vertex !== undefined));
    this.#cells = {
      varies: (address) => this.varies(address),
      at: (address) => this.#at(address),
    };
  }

  varies(address: Address): boolean {
    const vertex = this.#formulas.vertex(address);
    return vertex !== undefined && this.#varying.has(vertex);
  }

  tape(results: readonly Address[]): Tape {
    return this.#assembler.tape(
      results.map((address) => {
        const value = this.#result(address);
        // What holds no number whatever varies is none, and a truth is no number.
        const isNone = value.kind === 'truth' || (value.kind === 'constant' && typeof value.held !== 'number');
        return isNone ? this.#assembler.constant(Number.NaN) : numberOf(this.#making, value);
      }),
    );
  }

  sheet(at: readonly (Address | undefined)[]): SheetTape {
    const places: number[] = [];
    const blanks: number[] = [];
    const truths = new Set<number>();
    const results: Slot[] = [];
    const masks: Slot[] = [];
    for (const [place, address] of at.entries()) {
      if (!address || !this.varies(address)) continue;
      const value = this.#result(address);
      // What does not vary after all stays as it stands.
      if (value.kind === 'constant') continue;
      places.push(place);
      results.push(value.slot);
      if (value.kind === 'truth') truths.add(place);
      if (!isBlank(value)) continue;
      blanks.push(place);
      masks.push(maskOf(this.#making, value));
    }
    return { tape: this.#assembler.tape([...results, ...masks]), places, blanks, truths };
  }

  get #making(): Making {
    return { assembler: this.#assembler, formulas: this.#formulas };
  }

  /** A number, a truth, or what does not vary. @throws Unsupported where it is now one and now the other */
  #result(address: Address): Exclude<Held, { kind: 'mixed' }> {
    this.#reach(address);
    const value = this.#at(address);
    if (value.kind === 'mixed') throw told(new Unsupported('truths'), address);
    return value;
  }

  #at(address: Address): Held {
    const vertex = this.#formulas.vertex(address);
    const done = vertex && this.#done.get(vertex);
    if (done) return done;
    if (vertex && this.#varying.has(vertex)) throw new Unsupported('a circle');
    return constant(bare(this.#formulas.value(vertex)));
  }

  /** Translates a cell, and before it what it is computed from. A chain of thousands is no recursion. */
  #reach(result: Address): void {
    const assembler = this.#assembler;
    const open = [{ address: result, isOpened: false }];
    const opened = new Set<Vertex>();
    for (let next = open.at(-1); next; next = open.at(-1)) {
      const vertex = this.#formulas.vertex(next.address);
      if (!vertex || !this.#varying.has(vertex) || this.#done.has(vertex)) {
        open.pop();
        continue;
      }
      try {
        const formula = this.#formulas.formula(vertex);
        if (!formula) throw new Unsupported('arrays');
        const from = { assembler, formulas: this.#formulas, cells: this.#cells, call, known: new Map() };
        if (next.isOpened) {
          open.pop();
          opened.delete(vertex);
          this.#done.set(vertex, settled(translate(from, formula)));
          continue;
        }
        next.isOpened = true;
        opened.add(vertex);
        for (const address of cellsNamed(from, formula)) {
          const before = this.#formulas.vertex(address);
          if (!before || !this.#varying.has(before) || this.#done.has(before)) continue;
          if (opened.has(before)) throw new Unsupported('a circle');
          open.push({ address, isOpened: false });
        }
      } catch (error) {
        throw told(error, next.address);
      }
    }
  }
}

/** With the cell in whose formula it is. */
function told(error: unknown, at: Address): unknown {
  if (error instanceof Unsupported) error.at ??= at;
  return error;
}
