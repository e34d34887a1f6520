import {
  CellError,
  EmptyValue,
  ErrorType,
  FunctionArgumentType,
  FunctionPlugin,
  type FunctionPluginDefinition,
  SimpleRangeValue,
} from 'hyperformula';
import { MAX_CELL_LENGTH } from '../../model/content.ts';

/** What one cell holds, or one argument. */
export type Scalar = number | string | boolean | CellError | typeof EmptyValue;
export type Range = SimpleRangeValue;
export { CellError, EmptyValue, ErrorType, SimpleRangeValue };

type Run = Parameters<FunctionPlugin['runFunction']>;
export type Ast = Run[0][number];
export type State = Run[1];
type Metadata = Run[2];
type Arguments = ReturnType<FunctionPlugin['evaluateArguments']>;
type HeldParameter = NonNullable<Metadata['parameters']>[number];

/** A parameter as people read it, with what it takes. */
export interface Parameter extends HeldParameter {
  readonly name: string;
}

const parameter =
  (argumentType: FunctionArgumentType) =>
  (name: string, more: Omit<HeldParameter, 'argumentType'> = {}): Parameter => ({ name, argumentType, ...more });

const { NUMBER, INTEGER, STRING, BOOLEAN, SCALAR, NOERROR, RANGE, ANY } = FunctionArgumentType;
export const number = parameter(NUMBER);
/** A number of which the fraction is cut off. */
export const whole = parameter(INTEGER);
export const text = parameter(STRING);
export const logical = parameter(BOOLEAN);
/** A single value, errors too. */
export const scalar = parameter(SCALAR);
/** A single value; an error is the result. */
export const value = parameter(NOERROR);
export const range = parameter(RANGE);
/** A single value or a range, as it comes. */
export const any = parameter(ANY);
export const optional = { optionalArg: true } as const;

export type Result = Scalar | Range;

// biome-ignore lint/suspicious/noExplicitAny: the engine hands over the arguments that the parameters declare.
export type Calculate = (...args: any[]) => Result;

/** A function of ours, or one of the engine's that is put right. */
export interface OwnFunction {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** What it does, in English. */
  readonly summary: string;
  /** Where it is defined; of those that are in every first visit it stands in a comment. */
  readonly source?: string;
  readonly parameters: readonly Parameter[];
  /** How many of the last parameters come again and again. */
  readonly repeats?: number;
  /** Its ranges come as single values. */
  readonly expands?: boolean;
  /** Its result may be many cells. By itself in a cell that is an error, or the first of them is shown. */
  readonly gives?: 'many' | 'first';
  readonly calculate?: Calculate;
  /** In place of `calculate`, for what needs its arguments unevaluated. */
  readonly evaluate?: (args: readonly Ast[], state: State, plugin: Evaluator) => Result;
}

/** What evaluates arguments. */
export interface Evaluator {
  evaluate(ast: Ast, state: State): Result;
  /** The formulas of the cells of a range, in reading order; none of one that is no part of a sheet. */
  formulasOf(area: Range): readonly unknown[];
}

export const define = (own: OwnFunction): OwnFunction => own;

/** Microsoft's page of a function. */
export const page = (name: string, id: string): string =>
  `https://support.microsoft.com/office/${name.toLowerCase()}-function-${id}`;

const error = (type: ErrorType) => (): CellError => new CellError(type);
/** The errors of a spreadsheet. */
export const fail = {
  value: error(ErrorType.VALUE),
  num: error(ErrorType.NUM),
  na: error(ErrorType.NA),
  ref: error(ErrorType.REF),
  /** A row or column is asked for that the range does not have. */
  outside: () => new CellError(ErrorType.REF, OUTSIDE),
  /** A text that no cell could hold: #VALUE!, as Excel has it. */
  long: () => new CellError(ErrorType.VALUE, TOO_LONG),
  div0: error(ErrorType.DIV_BY_ZERO),
  name: error(ErrorType.NAME),
  /** Too few arguments, or too many. */
  arguments: () => new CellError(ErrorType.NA, WRONG_COUNT),
} as const;

export const isError = (held: unknown): held is CellError => held instanceof CellError;
export const isRange = (held: unknown): held is Range => held instanceof SimpleRangeValue;

/** Whether an optional argument is left out, or blank. */
export const isOmitted = (held: unknown): held is undefined => held === undefined || held === EmptyValue;

/** Numbers with a form, such as dates, as the bare numbers that they are. */
export const bare = (held: unknown): Scalar =>
  typeof held === 'object' && held !== null && 'val' in held ? (held as { val: number }).val : (held as Scalar);

/** What the engine says of an array that is larger than its largest sheet, and of some other things. */
export const TOO_LARGE = 'Value too large.';
/** Says of an error that a place was asked for that a range does not have. */
export const OUTSIDE = 'Outside of the range.';
/** Says of an error that it stands for a text of too many characters. */
export const TOO_LONG = 'Text too long.';
export const isTooLong = (length: number): boolean => length > MAX_CELL_LENGTH;
/** Says of an error that an address was computed. */
export const COMPUTED_ADDRESS = 'Computed address.';
/** What it says of too few arguments, and of too many. */
export const WRONG_COUNT = 'Wrong number of arguments.';
/** Says of an error that it stands for many values, of which a cell holds one. */
export const MANY_CELLS = 'Many cells.';
export const manyCells = (): CellError => new CellError(ErrorType.VALUE, MANY_CELLS);
/** Whether something is several values that stand in no cells. */
export const isMany = (held: unknown): boolean =>
  held instanceof SimpleRangeValue && held.isAdHoc() && held.numberOfElements() > 1;

/** The values of a range in reading order, or the one value. */
export function valuesOf(held: Result | undefined): Scalar[] {
  if (held === undefined) return [];
  return isRange(held) ? held.valuesFromTopLeftCorner().map(bare) : [bare(held)];
}
/** The same by rows. */
export const rowsOf = (held: Result): Scalar[][] =>
  isRange(held) ? held.rawData().map((row) => row.map(bare)) : [[bare(held)]];

/** Rows of values, and what they are turned by a quarter. */
export type Rows = readonly (readonly Scalar[])[];
export const turned = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, c) => rows.map((row) => row[c] as T));

/** Rows as a result; none is an error, as where a filter finds nothing. */
export const many = (rows: Rows): Result =>
  rows.length === 0 || rows[0]?.length === 0 ? fail.value() : SimpleRangeValue.onlyValues(rows.map((row) => [...row]));

/** The numbers of a range; texts, truths and empty cells are left out. The first error ends it. */
export function numbersOf(held: Result): number[] | CellError {
  const numbers: number[] = [];
  for (const one of valuesOf(held)) {
    if (isError(one)) return one;
    if (typeof one === 'number') numbers.push(one);
  }
  return numbers;
}

/** One cell holds one value: many are an error that says so, or the first stands for all. */
function shownBy(result: Result, gives: OwnFunction['gives']): Result {
  if (!isMany(result)) return result;
  return gives === 'first' ? (rowsOf(result)[0]?.[0] ?? EmptyValue) : manyCells();
}

/** How many numbers a function takes, where it takes them of any size and nothing else; undefined for all others. */
export function numbersTaken({ parameters, repeats, expands, calculate }: OwnFunction): number | undefined {
  const isPlain = ({ argumentType, name: _, defaultValue: __, ...bounds }: Parameter) =>
    argumentType === NUMBER && Object.keys(bounds).length === 0;
  return calculate && !repeats && !expands && parameters.every(isPlain) ? parameters.length : undefined;
}

/** A class of the engine's that brings functions. */
export function pluginOf(
  functions: readonly OwnFunction[],
  made: (interpreter: unknown) => void = () => {},
): FunctionPluginDefinition {
  class Own extends FunctionPlugin implements Evaluator {
    static override implementedFunctions: Record<string, Metadata> = {};
    static override aliases: Record<string, string> = {};
    /** It sees to the arrays among its arguments itself. */
    static readonly isOwn = true;
    /** Arguments that were evaluated before the engine asks for them. */
    #evaluated: Arguments | undefined;
    constructor(...given: ConstructorParameters<typeof FunctionPlugin>) {
      super(...given);
      made(this.interpreter);
    }
    evaluate(ast: Ast, state: State): Result {
      return this.evaluateAst(ast, state) as Result;
    }
    protected override evaluateArguments(args: Ast[], state: State, metadata: Metadata): Arguments {
      const evaluated = this.#evaluated ?? super.evaluateArguments(args, state, metadata);
      this.#evaluated = undefined;
      return evaluated;
    }
    /** With plain numbers at once: the engine’s way from an argument to its type costs more than rounding does. */
    runNumbers(args: Ast[], state: State, name: string, calculate: Calculate): Result {
      const evaluated: Arguments = args.map((arg) => [
        this.evaluateAst(arg, state),
        false,
        (arg.type as string) === 'EMPTY',
      ]);
      const values = evaluated.map(([held]) => held);
      if (values.every((held) => typeof held === 'number')) return calculate(...values);
      this.#evaluated = evaluated;
      return this.runFunction(args, state, this.metadata(name), calculate as (...args: unknown[]) => Scalar) as Result;
    }
    formulasOf({ range: area }: Range): readonly unknown[] {
      const graph = this.dependencyGraph;
      const held = area ? [...area.addresses(graph)].map((address) => graph.getCell(address)) : [];
      return held.map((vertex) => (vertex as { readonly formula?: unknown } | undefined)?.formula);
    }
  }
  const methods = Own.prototype as unknown as Record<string, unknown>;
  for (const own of functions) {
    const { name, aliases = [], parameters, repeats, expands, gives, calculate, evaluate } = own;
    const count = numbersTaken(own);
    const takesMany =
      expands || evaluate || parameters.some(({ argumentType: type }) => type === RANGE || type === ANY);
    Own.implementedFunctions[name] = {
      method: name,
      parameters: parameters.map(({ name: _, ...held }) => held),
      ...(repeats ? { repeatLastArgs: repeats } : {}),
      ...(expands ? { expandRanges: true } : {}),
      ...(evaluate || gives ? { vectorizationForbidden: true } : {}),
    };
    for (const alias of aliases) Own.aliases[alias] = name;
    const settled = (result: Result, state: State) => (state.arraysFlag ? result : shownBy(result, gives));
    methods[name] = function (this: Own, ast: { args: Ast[] }, state: State) {
      if (calculate && ast.args.length === count)
        return settled(this.runNumbers(ast.args, state, name, calculate), state);
      // Its arguments are calculated cell by cell; whether its own result may be many cells is for the formula around it.
      const inner = takesMany ? { ...state, arraysFlag: true } : state;
      const result = evaluate
        ? evaluate(ast.args, inner, this)
        : this.runFunction(ast.args, inner, this.metadata(name), calculate as (...args: unknown[]) => Scalar);
      return settled(result as Result, state);
    };
  }
  return Own;
}
