import { power } from '../functions/adapt.ts';
import { CONFIG } from '../hyperformula.ts';
import { OP, type Tape } from './tape.ts';

/** Lanes that are calculated at once: registers of as many stay near the processor. */
const BLOCK = 256;

/** A difference of less than this part of a number is none (`CONFIG.precisionEpsilon`). */
const EPSILON = CONFIG.precisionEpsilon as number;
const NEAR = 1 + EPSILON;

/** 0, 1 or -1, as the engine compares numbers. */
const order = (a: number, b: number): number => {
  if (b >= 0 && a * NEAR >= b && a <= b * NEAR) return 0;
  if (b <= 0 && a * NEAR <= b && a >= b * NEAR) return 0;
  return a > b ? 1 : -1;
};

/**
 * The results of a tape for settings of its inputs. What is no number, an error or an empty text, is NaN.
 * @param settings by input, its value in each of `count` settings
 * @returns by result, its value in each setting
 */
export function run(tape: Tape, settings: Float64Array, count: number): Float64Array {
  const results = new Float64Array(tape.results.length * count);
  const block = Math.min(BLOCK, count);
  const registers = new Float64Array(tape.registers * block);
  inBlocks(tape, registers, { settings, count, block }, (begin, lanes) => {
    calculate(tape, registers, block, lanes);
    tape.results.forEach((register, i) => {
      results.set(registers.subarray(register * block, register * block + lanes), i * count + begin);
    });
  });
  return results;
}

interface Blocks {
  /** By input, its value in each of `count` settings. */
  readonly settings: Float64Array;
  readonly count: number;
  /** Settings at once. */
  readonly block: number;
}

/** Goes through settings block by block, with constants and inputs in their registers. */
export function inBlocks(
  { inputs, constants }: Tape,
  registers: Float64Array,
  { settings, count, block }: Blocks,
  each: (begin: number, lanes: number) => void,
): void {
  constants.forEach((value, i) => {
    registers.fill(value, (inputs + i) * block, (inputs + i + 1) * block);
  });
  for (let begin = 0; begin < count; begin += block) {
    const lanes = Math.min(block, count - begin);
    for (let input = 0; input < inputs; input++)
      registers.set(settings.subarray(input * count + begin, input * count + begin + lanes), input * block);
    each(begin, lanes);
  }
}

/** One block. What is not finite becomes an error, and -0 is 0, as after each part of a formula in the engine. */
export function calculate(
  { code, calls }: Pick<Tape, 'code' | 'calls'>,
  r: Float64Array,
  block: number,
  lanes: number,
): void {
  for (let at = 0; at < code.length; ) {
    const operation = code[at] as number;
    const to = (code[at + 1] as number) * block;
    const detail = code[at + 2] as number;
    const reads = code[at + 3] as number;
    const a = (code[at + 4] as number) * block;
    const b = reads > 1 ? (code[at + 5] as number) * block : 0;
    const first = at + 4;
    at = first + reads;
    switch (operation) {
      case OP.add:
        for (let i = 0; i < lanes; i++) {
          const left = r[a + i] as number;
          const sum = left + (r[b + i] as number);
          r[to + i] = sum - sum !== 0 ? Number.NaN : Math.abs(sum) < EPSILON * Math.abs(left) ? 0 : sum + 0;
        }
        break;
      case OP.subtract:
        for (let i = 0; i < lanes; i++) {
          const left = r[a + i] as number;
          const rest = left - (r[b + i] as number);
          r[to + i] = rest - rest !== 0 ? Number.NaN : Math.abs(rest) < EPSILON * Math.abs(left) ? 0 : rest + 0;
        }
        break;
      case OP.multiply:
        for (let i = 0; i < lanes; i++) {
          const product = (r[a + i] as number) * (r[b + i] as number);
          r[to + i] = product - product === 0 ? product + 0 : Number.NaN;
        }
        break;
      case OP.divide:
        for (let i = 0; i < lanes; i++) {
          const part = (r[a + i] as number) / (r[b + i] as number);
          r[to + i] = part - part === 0 ? part + 0 : Number.NaN;
        }
        break;
      case OP.power:
        for (let i = 0; i < lanes; i++) {
          const [base, exponent] = [r[a + i] as number, r[b + i] as number];
          // An error to the power of 0 would be 1.
          const found =
            base >= 0
              ? base ** exponent
              : Number.isNaN(base) || Number.isNaN(exponent)
                ? Number.NaN
                : power(base, exponent);
          r[to + i] = found - found === 0 ? found + 0 : Number.NaN;
        }
        break;
      case OP.negate:
        for (let i = 0; i < lanes; i++) r[to + i] = 0 - (r[a + i] as number);
        break;
      case OP.equal:
      case OP.unequal:
      case OP.less:
      case OP.atMost:
      case OP.greater:
      case OP.atLeast:
        compare(operation, r, to, a, b, lanes);
        break;
      case OP.choose: {
        const c = (code[first + 2] as number) * block;
        for (let i = 0; i < lanes; i++) {
          const asked = r[a + i] as number;
          const taken = (asked !== 0 ? r[b + i] : r[c + i]) as number;
          r[to + i] = Number.isNaN(asked) ? asked : taken;
        }
        break;
      }
      case OP.sum:
      case OP.least:
      case OP.most:
        fold(operation, { code, first, reads }, r, to, block, lanes);
        break;
      case OP.sumOf:
        r.fill(0, to, to + lanes);
        for (let read = first; read < at; read++) {
          const from = (code[read] as number) * block;
          for (let i = 0; i < lanes; i++) {
            const before = r[to + i] as number;
            const sum = before + (r[from + i] as number);
            r[to + i] = Math.abs(sum) < EPSILON * Math.abs(before) ? 0 : sum;
          }
        }
        for (let i = 0; i < lanes; i++) {
          const sum = r[to + i] as number;
          r[to + i] = sum - sum === 0 ? sum + 0 : Number.NaN;
        }
        break;
      case OP.leastOf:
      case OP.mostOf:
        // NaN stays NaN, and of what is finite the result is.
        r.copyWithin(to, a, a + lanes);
        for (let read = first + 1; read < at; read++) {
          const from = (code[read] as number) * block;
          if (operation === OP.leastOf)
            for (let i = 0; i < lanes; i++) r[to + i] = Math.min(r[to + i] as number, r[from + i] as number);
          else for (let i = 0; i < lanes; i++) r[to + i] = Math.max(r[to + i] as number, r[from + i] as number);
        }
        break;
      case OP.count:
        for (let i = 0; i < lanes; i++) {
          let found = 0;
          for (let read = first; read < at; read += 2) {
            const value = r[(code[read] as number) * block + i] as number;
            const mask = r[(code[read + 1] as number) * block + i];
            if (!Number.isNaN(value) && mask === 0) found++;
          }
          r[to + i] = found;
        }
        break;
      case OP.all:
      case OP.any:
        for (let i = 0; i < lanes; i++) {
          let [zeros, errors] = [0, 0];
          for (let read = first; read < at; read++) {
            const value = r[(code[read] as number) * block + i] as number;
            if (value === 0) zeros++;
            else if (Number.isNaN(value)) errors++;
          }
          const holds = operation === OP.all ? zeros === 0 : zeros < reads;
          r[to + i] = errors > 0 ? Number.NaN : holds ? 1 : 0;
        }
        break;
      case OP.not:
        for (let i = 0; i < lanes; i++) {
          const value = r[a + i] as number;
          r[to + i] = Number.isNaN(value) ? value : value === 0 ? 1 : 0;
        }
        break;
      case OP.pick:
        for (let i = 0; i < lanes; i++) {
          const asked = Math.trunc(r[a + i] as number);
          const place = asked === 0 && detail === 1 ? 1 : asked;
          r[to + i] =
            place >= 1 && place < reads ? (r[(code[first + place] as number) * block + i] as number) : Number.NaN;
        }
        break;
      case OP.keep:
        for (let i = 0; i < lanes; i++)
          r[to + i] = Number.isNaN(r[a + i] as number) ? Number.NaN : (r[b + i] as number);
        break;
      case OP.isNumber:
        for (let i = 0; i < lanes; i++) r[to + i] = Number.isNaN(r[a + i] as number) ? 0 : 1;
        break;
      case OP.call:
      case OP.callWithErrors: {
        const calculation = calls[detail];
        const given = Array.from<number>({ length: reads });
        for (let i = 0; calculation && i < lanes; i++) {
          let isError = false;
          for (let read = 0; read < reads; read++) {
            const value = r[(code[first + read] as number) * block + i] as number;
            isError ||= Number.isNaN(value);
            given[read] = value;
          }
          const found = isError && operation === OP.call ? Number.NaN : calculation(...given);
          r[to + i] = found - found === 0 ? found + 0 : Number.NaN;
        }
        break;
      }
    }
  }
}

function compare(operation: number, r: Float64Array, to: number, a: number, b: number, lanes: number): void {
  for (let i = 0; i < lanes; i++) {
    const [left, right] = [r[a + i] as number, r[b + i] as number];
    if (Number.isNaN(left) || Number.isNaN(right)) {
      r[to + i] = Number.NaN;
      continue;
    }
    const found = order(left, right);
    const holds =
      operation === OP.equal
        ? found === 0
        : operation === OP.unequal
          ? found !== 0
          : operation === OP.less
            ? found < 0
            : operation === OP.atMost
              ? found <= 0
              : operation === OP.greater
                ? found > 0
                : found >= 0;
    r[to + i] = holds ? 1 : 0;
  }
}

interface Reads {
  readonly code: Int32Array;
  readonly first: number;
  readonly reads: number;
}

/** A sum from the left, from 0; or the least or most of what there is, 0 where nothing is. */
function fold(
  operation: number,
  { code, first, reads }: Reads,
  r: Float64Array,
  to: number,
  block: number,
  lanes: number,
): void {
  const none = operation === OP.sum ? 0 : operation === OP.least ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  for (let i = 0; i < lanes; i++) {
    let found = none;
    let isError = false;
    for (let read = first; read < first + reads; read += 2) {
      const value = r[(code[read] as number) * block + i] as number;
      const mask = r[(code[read + 1] as number) * block + i] as number;
      if (Number.isNaN(mask) || (mask === 0 && Number.isNaN(value))) isError = true;
      if (mask !== 0) continue;
      if (operation === OP.least) found = Math.min(found, value);
      else if (operation === OP.most) found = Math.max(found, value);
      else {
        const sum = found + value;
        found = Math.abs(sum) < EPSILON * Math.abs(found) ? 0 : sum;
      }
    }
    if (operation !== OP.sum && !Number.isFinite(found)) found = 0;
    r[to + i] = isError || found - found !== 0 ? Number.NaN : found + 0;
  }
}
