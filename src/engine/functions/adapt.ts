import { type CellError, FunctionArgumentType, FunctionPlugin, HyperFormula, SimpleRangeValue } from 'hyperformula';
import { type Ast, bare, isError, isMany, manyCells, type Result, type Scalar, type State } from './define.ts';
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

export function adapt(interpreter: unknown): void {
  const it = interpreter as Interpreter;
  const { arithmeticHelper: arithmetic } = it;
  it.concatOp = (a, b) => {
    const [left, right] = [textOf(bare(a)), textOf(bare(b))];
    return isError(left) ? left : isError(right) ? right : left + right;
  };
  const { binaryRangeWrapper: binary, unaryRangeWrapper: unary } = it;
  it.binaryRangeWrapper = function (op, a, b, state) {
    return !state.arraysFlag && (isMany(a) || isMany(b)) ? manyCells() : binary.call(this, op, a, b, state);
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
