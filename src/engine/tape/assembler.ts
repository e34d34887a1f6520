import { type Calculation, OP, type Operation, type Tape, Unsupported } from './tape.ts';

/** A value while a tape is put together: the place of what makes it. */
export type Slot = number;

interface Step {
  readonly operation: Operation;
  readonly detail: number;
  readonly reads: readonly Slot[];
}

const INPUT = -1;
const CONSTANT = -2;

/** What is no operation: an input by its place, or a constant by its own. */
interface Given {
  readonly operation: typeof INPUT | typeof CONSTANT;
  readonly detail: number;
}

/** Operations for which an error is none. */
const PASS_OVER: ReadonlySet<number> = new Set([OP.count, OP.isNumber, OP.callWithErrors]);

/** Puts a tape together: equal expressions are one, what no result needs is left out, and registers are used again. */
export class Assembler {
  readonly #steps: (Step | Given)[] = [];
  readonly #known = new Map<string, Slot>();
  readonly #constants: number[] = [];
  readonly #calls: Calculation[] = [];
  readonly #callOf = new Map<Calculation, number>();
  #inputs = 0;
  #isVague = false;

  input(): Slot {
    return this.#push({ operation: INPUT, detail: this.#inputs++ });
  }

  constant(value: number): Slot {
    // One zero, and one NaN.
    const key = `c${value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const slot = this.#push({ operation: CONSTANT, detail: this.#constants.push(value === 0 ? 0 : value) - 1 });
    this.#known.set(key, slot);
    return slot;
  }

  add(operation: Operation, reads: readonly Slot[], detail = 0): Slot {
    const key = `${operation},${detail},${reads}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const slot = this.#push({ operation, detail, reads });
    this.#known.set(key, slot);
    return slot;
  }

  call(calculation: Calculation, reads: readonly Slot[], takesErrors = false): Slot {
    let place = this.#callOf.get(calculation);
    if (place === undefined) {
      place = this.#calls.push(calculation) - 1;
      this.#callOf.set(calculation, place);
    }
    return this.add(takesErrors ? OP.callWithErrors : OP.call, reads, place);
  }

  /** From now on an error may stand where the workbook has none: nothing may pass over it. */
  beVague(): void {
    this.#isVague = true;
  }

  #push(step: Step | Given): Slot {
    return this.#steps.push(step) - 1;
  }

  /** @throws Unsupported where an error that may be none is passed over */
  tape(results: readonly Slot[]): Tape {
    if (this.#isVague && this.#steps.some(({ operation }) => PASS_OVER.has(operation)))
      throw new Unsupported('an error that is passed over');
    /** By slot, the last step that reads it; -1: none does. */
    const last = new Int32Array(this.#steps.length).fill(-1);
    for (const slot of results) last[slot] = this.#steps.length;
    for (let i = this.#steps.length - 1; i >= 0; i--) {
      const step = this.#steps[i];
      if (step && 'reads' in step && (last[i] as number) >= 0)
        for (const slot of step.reads) if ((last[slot] as number) < 0) last[slot] = i;
    }
    const register = new Int32Array(this.#steps.length);
    let registers = this.#inputs + this.#constants.length;
    const free: number[] = [];
    const code: number[] = [];
    for (const [i, step] of this.#steps.entries()) {
      if (step.operation === INPUT) register[i] = step.detail;
      else if (step.operation === CONSTANT) register[i] = this.#inputs + step.detail;
      if (!('reads' in step) || (last[i] as number) < 0) continue;
      // What is read is kept apart from what is written: some operations read a lane again after they wrote it.
      const own = free.pop() ?? registers++;
      register[i] = own;
      code.push(step.operation, own, step.detail, step.reads.length);
      for (const slot of step.reads) code.push(register[slot] as number);
      for (const slot of new Set(step.reads)) {
        const read = this.#steps[slot];
        if (last[slot] === i && read && 'reads' in read) free.push(register[slot] as number);
      }
    }
    return {
      code: Int32Array.from(code),
      inputs: this.#inputs,
      constants: Float64Array.from(this.#constants),
      registers,
      results: Int32Array.from(results, (slot) => register[slot] as number),
      calls: this.#calls,
      isVague: this.#isVague,
    };
  }
}
