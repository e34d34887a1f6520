import { EmptyValue, isError, isRange, numbersTaken } from '../functions/define.ts';
import { ownFunctions } from '../functions/index.ts';
import type { Slot } from './assembler.ts';
import type { Formula, Node } from './formulas.ts';
import { type Held, isBlank, numberOf } from './held.ts';
import { type Calculation, Unsupported } from './tape.ts';
import { type Translating, varies } from './translate.ts';

/** Functions of numbers alone that are the language's own, as the engine has them. */
const PLAIN: Readonly<Record<string, Calculation>> = {
  ABS: Math.abs,
  EXP: Math.exp,
  LN: Math.log,
  LOG10: Math.log10,
  SQRT: Math.sqrt,
};

const names = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Functions of single values that give a number or an error, and for which an error among those is one. */
export const NUMERIC = names(
  `ACOS ACOSH ACOT ACOTH ASIN ASINH ATAN ATAN2 ATANH COMBIN COMBINA COS COSH DEGREES EFFECT ERF ERFC FACT FV GAMMA
  GAMMALN IPMT LOG NOMINAL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NORMDIST NORMINV NORMSDIST NORMSINV NPER PMT POWER
  PPMT PV RADIANS RATE ROUND ROUNDDOWN ROUNDUP RRI SIGN SIN SINH TAN TANH TRUNC`,
);

/** The same of functions that take ranges too: of texts, blanks and truths in them they make what the engine makes. */
export const ASKED = names(
  `AVERAGEIF AVERAGEIFS AVERAGEA COUNTA GEOMEAN HARMEAN HLOOKUP INTERCEPT IRR LARGE LOOKUP MATCH MAXIFS MEDIAN
  MINIFS MIRR NPV PERCENTILE PERCENTILE.INC PRODUCT QUARTILE QUARTILE.INC SLOPE SMALL STDEV STDEV.P STDEV.S STDEVP SUMIF
  SUMIFS SUMPRODUCT SUMSQ VAR VAR.P VAR.S VARP VLOOKUP XNPV`,
);

/** Functions that take each range by itself before they add it to what was there: written in, it would be added cell by cell. */
const BY_ITSELF = names('AVERAGEA STDEV STDEV.P STDEV.S STDEVP SUMSQ VAR VAR.P VAR.S VARP');

/** Functions for which an error is no error, or only where it is met. */
const SWALLOWS = names('AVERAGEIF AVERAGEIFS COUNTA HLOOKUP LOOKUP MATCH MAXIFS MINIFS SUMIF SUMIFS VLOOKUP');

/** A function of so many numbers as a calculation; undefined where it is none. */
export function numeric(name: string, count: number): Calculation | undefined {
  const own = ownFunctions().get(name);
  const plain = own ? undefined : PLAIN[name];
  if (plain) return count === 1 ? plain : undefined;
  const { calculate } = own ?? {};
  if (!own || !calculate || numbersTaken(own) !== count) return undefined;
  const known = made.get(calculate);
  if (known) return known;
  const calculation: Calculation = (...given) => {
    const found = calculate(...given);
    return typeof found === 'number' ? found : Number.NaN;
  };
  made.set(calculate, calculation);
  return calculation;
}
const made = new Map<unknown, Calculation>();

const numberNode = (value: number): Node => ({ type: 'NUMBER', value });
const nodeOf = (held: unknown): Node => {
  if (typeof held === 'number') return numberNode(held);
  if (typeof held === 'string') return { type: 'STRING', value: held };
  if (held === EmptyValue) return { type: 'EMPTY' };
  if (typeof held === 'boolean') return { type: 'FUNCTION_CALL', procedureName: held ? 'TRUE' : 'FALSE', args: [] };
  throw new Unsupported('an error in a range');
};

/**
 * A call as a calculation that asks the engine itself, with what varies written in as numbers. Slower than an operation,
 * and the same to the bit, since it is the same function.
 */
export function asked(
  from: Translating,
  { node, at }: Formula,
  held: (i: number) => Held,
  cells: (i: number) => Held[][] | undefined,
): Held {
  const name = node.procedureName ?? '';
  const { formulas } = from;
  const slots: Slot[] = [];
  const written: { value: number }[] = [];
  const hole = (value: Held): Node => {
    if (value.kind !== 'number' || isBlank(value)) throw new Unsupported(`${name} of what may be no number`);
    const found = { ...numberNode(0), value: 0 };
    slots.push(numberOf(from, value));
    written.push(found);
    return found;
  };
  const args = (node.args ?? []).map((arg, i): Node => {
    if (!varies(from, { node: arg, at })) {
      // Of many values where one is asked for the engine makes many, or an error: here it is one.
      const takesCells = arg.type === 'CELL_RANGE' && ASKED.has(name);
      if (!takesCells && isRange(formulas.evaluate({ node: arg, at }, true))) from.assembler.beVague();
      return arg;
    }
    if (arg.type !== 'CELL_RANGE') return hole(held(i));
    if (!ASKED.has(name)) throw new Unsupported(`${name} of a range`);
    if (i > 0 && BY_ITSELF.has(name)) throw new Unsupported(`${name} of several ranges`);
    const rows = cells(i) ?? [];
    const one = (value: Held): Node => {
      if (value.kind !== 'constant') return hole(value);
      if (isError(value.held)) throw new Unsupported('an error in a range');
      return nodeOf(value.held);
    };
    return { type: 'ARRAY', args: rows.map((row) => row.map(one)) as unknown as Node[] };
  });
  const call: Node = { ...node, args };
  const calculation: Calculation = (...given) => {
    for (const [i, value] of given.entries()) (written[i] as { value: number }).value = value;
    const found = formulas.evaluate({ node: call, at });
    const number = typeof found === 'object' && found !== null && 'val' in found ? found.val : found;
    return typeof number === 'number' ? number : Number.NaN;
  };
  const slot = from.assembler.call(calculation, slots);
  // An error that it would pass over is one here: the workbook says what it comes to, where nothing else passes over it.
  if (SWALLOWS.has(name)) from.assembler.beVague();
  return { kind: 'number', slot };
}
