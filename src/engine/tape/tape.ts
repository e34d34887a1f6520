import type { Address } from '../writes.ts';

/**
 * What a tape can do, each for all lanes of a block: a lane is one setting of the inputs. A lane that holds NaN is an error,
 * which every operation passes on unless it says otherwise; truths are 1 and 0.
 */
export const OP = {
  add: 0,
  subtract: 1,
  multiply: 2,
  divide: 3,
  power: 4,
  negate: 5,
  equal: 6,
  unequal: 7,
  less: 8,
  atMost: 9,
  greater: 10,
  atLeast: 11,
  /** Condition, then what holds where it is no 0, then what else: an error counts only in the one that is chosen. */
  choose: 12,
  /** Pairs of a value and a mask: what is masked is left out, an error too. */
  sum: 13,
  least: 14,
  most: 15,
  /** Pairs as before: how many are numbers. Errors are none, and end nothing. */
  count: 16,
  all: 17,
  any: 18,
  not: 19,
  /** A place from 1, then what stands there; `detail` is 1 where place 0 is the only one. */
  pick: 20,
  /** The second value where the first is no error. */
  keep: 21,
  /** Whether it is no error. */
  isNumber: 22,
  /** A function of numbers; `detail` is its place among the tape's. */
  call: 23,
  /** The same of a function that takes errors too. */
  callWithErrors: 24,
  /** As those above, of values none of which is masked. */
  sumOf: 25,
  leastOf: 26,
  mostOf: 27,
} as const;
export type Operation = (typeof OP)[keyof typeof OP];

/** A number for numbers; NaN for what is an error. */
export type Calculation = (...numbers: number[]) => number;

/** The formulas between some inputs and some results, as operations over registers. */
export interface Tape {
  /** For each operation: which, the register it writes, a detail, how many it reads, and those. */
  readonly code: Int32Array;
  /** The first registers are the inputs; these follow them. */
  readonly inputs: number;
  readonly constants: Float64Array;
  readonly registers: number;
  /** The register of each result. */
  readonly results: Int32Array;
  readonly calls: readonly Calculation[];
  /** Whether NaN may stand where the workbook holds a number, which it alone can tell. */
  readonly isVague: boolean;
}

/** A formula, or a part of one, that a tape can't hold; `what`: the function or sign. */
export class Unsupported extends Error {
  /** The cell of the formula, once it is known. */
  at: Address | undefined;

  constructor(readonly what: string) {
    super(`no tape has ${what}`);
    this.name = 'Unsupported';
  }
}
