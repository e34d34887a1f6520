import { type CellError, FunctionArgumentType, FunctionPlugin, HyperFormula, SimpleRangeValue } from 'hyperformula';
import {
  type Ast,
  bare,
  fail,
  isError,
  isMany,
  isRange,
  isTooLong,
  manyCells,
  type Result,
  type Scalar,
  type State,
} from './define.ts';
import { textOfNumber } from './numberText.ts';
import { withCells } from './references.ts';
import { numberOfText } from './textNumber.ts';

type Operator = (a: Scalar, b: Scalar) => Scalar;

/** What of the engine's interpreter is put right as it is made. Internals of 3.5.0. */
interface Interpreter {
  concatOp: Operator;
  binaryRangeWrapper(op: Operator, a: Result, b: Result, state: State): Result;
  unaryRangeWrapper(op: Operator, a: Result, state: State): Result;
  powerOp: Operator;
  readonly arithmeticHelper: {
    coerceToMaybeNumber(held: unknown): unknown;
    coerceStringToComplex(text: string): unknown;
    coerceScalarToNumberOrError(held: unknown): unknown;
    pow(a: number, b: number): unknown;
  };
}

/** A value as text, as `&` joins it. */
export function textOf(held: Scalar): string | CellError {
  if (isError(held) || typeof held === 'string') return held;
  if (typeof held === 'number') return textOfNumber(held);
  return typeof held === 'boolean' ? String(held).toUpperCase() : '';
}

/** A power; of a negative number the root of an odd degree is real, as in LibreOffice (Excel gives #NUM!). */
export function power(base: number, exponent: number): number {
  const root = 1 / exponent;
  const isOddRoot = base < 0 && Math.abs(root - Math.round(root)) < 1e-12 && Math.round(root) % 2 !== 0;
  return isOddRoot ? -((-base) ** exponent) : base ** exponent;
}

/**
 * A side of an operation that goes cell by cell. An error is one item for each item of the other side. The engine writes
 * its results into an array that stands in no cells, which LET may name again.
 */
function operand(held: Result): Result {
  if (isError(held)) return SimpleRangeValue.fromScalar(held);
  return isRange(held) && held.isAdHoc() ? SimpleRangeValue.onlyValues(held.data.map((row) => [...row])) : held;
}

export function adapt(interpreter: unknown): void {
  const it = interpreter as Interpreter;
  const { arithmeticHelper: arithmetic } = it;
  it.concatOp = (a, b) => {
    const [left, right] = [textOf(bare(a)), textOf(bare(b))];
    if (isError(left)) return left;
    if (isError(right)) return right;
    return isTooLong(left.length + right.length) ? fail.long() : left + right;
  };
  const { binaryRangeWrapper: binary, unaryRangeWrapper: unary } = it;
  it.binaryRangeWrapper = function (op, a, b, state) {
    if (!isRange(a) && !isRange(b)) return binary.call(this, op, a, b, state);
    if (!state.arraysFlag) return isMany(a) || isMany(b) ? manyCells() : binary.call(this, op, a, b, state);
    return binary.call(this, op, operand(a), operand(b), state);
  };
  it.unaryRangeWrapper = function (op, a, state) {
    return !state.arraysFlag && isMany(a) ? manyCells() : unary.call(this, op, a, state);
  };
  arithmetic.pow = (a, b) => power(Number(bare(a)), Number(bare(b)));
  const complex = arithmetic.coerceStringToComplex.bind(arithmetic);
  arithmetic.coerceStringToComplex = (text) => complex(text.replaceAll('E', 'e'));
  const known = arithmetic.coerceToMaybeNumber.bind(arithmetic);
  arithmetic.coerceToMaybeNumber = (held) => (typeof held === 'string' ? numberOfText(held) : known(held));
}

/** What sums, counts and compares all its arguments. */
interface Aggregating {
  evaluateAst(ast: Ast, state: State): Result;
  reduce(args: readonly Ast[], state: State, ...how: unknown[]): unknown;
}

/** The type of an argument that takes one value, and what comes as it. */
interface Coercing {
  coerceToType(held: unknown, type: { argumentType: FunctionArgumentType }, state: unknown): unknown;
}

/** An argument with its value, whether it may be passed over, and whether nothing stands there. */
type Given = readonly [held: Result, isIgnorable: boolean, isEmpty: boolean];
interface Evaluating {
  evaluateArguments(args: readonly Ast[], state: State, metadata: Metadata): readonly Given[];
}
interface Metadata {
  readonly parameters?: readonly { readonly argumentType: FunctionArgumentType }[];
  readonly repeatLastArgs?: number;
  readonly expandRanges?: boolean;
  enableArrayArithmeticForArguments?: boolean;
  /** Any error is an item of the array, also one that stands in no cell. */
  carriesErrors?: boolean;
}

/** The type of an argument at a place, of which the last ones may come again and again. */
function typeAt({ parameters = [], repeatLastArgs: repeats = 0 }: Metadata, at: number): string | undefined {
  const over = at - parameters.length;
  return parameters[over < 0 || repeats === 0 ? at : parameters.length - repeats + (over % repeats)]?.argumentType;
}

/** Of arguments that are taken as ranges, a single cell in error is one item like those of any range. */
function adaptErrors(): void {
  const plugin = FunctionPlugin.prototype as unknown as Evaluating;
  const evaluate = plugin.evaluateArguments;
  plugin.evaluateArguments = function (args, state, metadata) {
    const given = evaluate.call(this, args, state, metadata);
    if (metadata.expandRanges || !given.some(([held]) => isError(held))) return given;
    const isItem = (i: number) =>
      typeAt(metadata, i) === FunctionArgumentType.RANGE &&
      (metadata.carriesErrors || (args[i]?.type as string) === 'CELL_REFERENCE');
    return given.map((one, i) =>
      isError(one[0]) && isItem(i) ? [SimpleRangeValue.fromScalar(one[0]), one[1], one[2]] : one,
    );
  };
  for (const name of ['HSTACK', 'VSTACK']) {
    const metadata: Metadata | undefined = HyperFormula.getFunctionPlugin(name)?.implementedFunctions[name];
    if (metadata) metadata.carriesErrors = true;
  }
}

/**
 * From now on arguments are taken as Excel takes them: a number becomes a text of 15 digits, a fraction is cut off where
 * a whole number is wanted. And functions that take ranges calculate with them cell by cell, as in `SUM(A1:A3*2)`.
 */
export function adaptArguments(): void {
  const plugin = FunctionPlugin.prototype as unknown as Coercing;
  const coerce = plugin.coerceToType;
  plugin.coerceToType = function (held, type, state) {
    const { argumentType } = type;
    const takesRange = argumentType === FunctionArgumentType.RANGE || argumentType === FunctionArgumentType.ANY;
    if (!takesRange && isMany(held)) return manyCells();
    if (argumentType === FunctionArgumentType.STRING && !(held instanceof SimpleRangeValue)) return textOf(bare(held));
    if (argumentType === FunctionArgumentType.INTEGER) {
      const given = coerce.call(this, held, { argumentType: FunctionArgumentType.NUMBER }, state);
      const cut = typeof given === 'number' ? Math.trunc(given) : given;
      return coerce.call(this, cut, type, state);
    }
    const one = coerce.call(this, held, type, state);
    // Of cells the one in the formula's own column is taken, as in Excel before results could spill; there may be none.
    return one === undefined && held instanceof SimpleRangeValue ? manyCells() : one;
  };
  adaptErrors();
  const aggregating = HyperFormula.getFunctionPlugin('SUM')?.prototype as unknown as Aggregating;
  const { reduce } = aggregating;
  aggregating.reduce = function (args, state, ...how) {
    return reduce.call(
      this,
      withCells(args, (node) => this.evaluateAst(node, state)),
      state,
      ...how,
    );
  };
  const { RANGE, ANY } = FunctionArgumentType;
  for (const plugin of HyperFormula.getAllFunctionPlugins()) {
    if ('isOwn' in plugin) continue;
    for (const metadata of Object.values(plugin.implementedFunctions)) {
      const takesMany = metadata.parameters?.some(({ argumentType: type }) => type === RANGE || type === ANY);
      if (takesMany || metadata.expandRanges) metadata.enableArrayArithmeticForArguments = true;
    }
  }
}
