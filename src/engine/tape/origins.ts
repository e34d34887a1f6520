import { calculate, inBlocks } from './run.ts';
import { OP, type Tape } from './tape.ts';

/** Lanes that are followed at once, each with all that its operations come to. */
const LANES = 128;

/** An operation of a tape that was made so that each one writes a place of its own. */
interface Step {
  readonly operation: number;
  readonly reads: readonly number[];
}

/**
 * Where it began that a result is no number: by setting the operation that made an error of what were none, or the place
 * of an error that does not vary; -1 where the result is a number.
 * @param settings by input, its value in each of `count` settings
 * @param result which of the tape's results
 */
export function originsOf(tape: Tape, settings: Float64Array, count: number, result: number): Int32Array {
  const given = tape.inputs + tape.constants.length;
  const { code, steps, last } = unfolded(tape, given, result);
  const origins = new Int32Array(count).fill(-1);
  const values = new Float64Array((given + steps.length) * LANES);
  inBlocks(tape, values, { settings, count, block: LANES }, (begin, lanes) => {
    calculate({ code, calls: tape.calls }, values, LANES, lanes);
    for (let lane = 0; lane < lanes; lane++) {
      const at = (place: number) => values[place * LANES + lane] as number;
      if (Number.isNaN(at(last))) origins[begin + lane] = originOf(last, given, steps, at);
    }
  });
  return origins;
}

/** The same operations, none of which writes where another one does. */
function unfolded(tape: Tape, given: number, result: number) {
  const code = Int32Array.from(tape.code);
  const written = Int32Array.from({ length: tape.registers }, (_, register) => register);
  const steps: Step[] = [];
  for (let at = 0; at < code.length; ) {
    const [first, reads] = [at + 4, code[at + 3] as number];
    for (let i = first; i < first + reads; i++) code[i] = written[code[i] as number] as number;
    const own = given + steps.length;
    written[code[at + 1] as number] = own;
    code[at + 1] = own;
    steps.push({ operation: code[at] as number, reads: [...code.subarray(first, first + reads)] });
    at = first + reads;
  }
  return { code, steps, last: written[tape.results[result] as number] as number };
}

/** Goes back from an error to what it was passed on from, in one lane. */
function originOf(last: number, given: number, steps: readonly Step[], at: (place: number) => number): number {
  const isError = (place: number | undefined) => place !== undefined && Number.isNaN(at(place));
  for (let place = last; ; ) {
    const step = steps[place - given];
    const from = step && readFrom(step, at, isError);
    if (from === undefined) return place;
    place = from;
  }
}

/** The place from which an operation has its error; undefined where it made it. */
function readFrom(
  { operation, reads }: Step,
  at: (place: number) => number,
  isError: (place: number | undefined) => boolean,
): number | undefined {
  switch (operation) {
    case OP.choose: {
      const [asked, then, otherwise] = reads as [number, number, number];
      if (isError(asked)) return asked;
      return at(asked) !== 0 ? then : otherwise;
    }
    case OP.pick: {
      const [asked = 0, ...values] = reads;
      if (isError(asked)) return asked;
      // Outside of what there is it is an error by itself.
      const taken = values[Math.max(1, Math.trunc(at(asked))) - 1];
      return isError(taken) ? taken : undefined;
    }
    case OP.sum:
    case OP.least:
    case OP.most: {
      for (let i = 0; i < reads.length; i += 2) {
        const [value, mask] = reads.slice(i, i + 2) as [number, number];
        if (isError(mask)) return mask;
        if (at(mask) === 0 && isError(value)) return value;
      }
      return undefined;
    }
    default:
      return reads.find(isError);
  }
}
