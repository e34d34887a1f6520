import {
  type Ast,
  any,
  define,
  EmptyValue,
  type Evaluator,
  fail,
  isError,
  isRange,
  many,
  page,
  type Result,
  rowsOf,
  type Scalar,
  SimpleRangeValue,
  type State,
} from './define.ts';

/** A formula as the engine has read it. */
interface Node {
  readonly type: string;
  readonly expressionName?: string;
  readonly procedureName?: string;
  readonly args?: readonly (Node | readonly Node[])[];
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

/** A function that a formula makes: the names of its arguments, and what it computes of them. */
class Lambda {
  constructor(
    readonly names: readonly string[],
    readonly body: Node,
  ) {}
}
type Held = Result | Lambda;

/** What stands for a value that is there already: the engine gives what a number's node holds. */
const holding = (value: Held): Node => ({ type: 'NUMBER', value });
const heldIn = (node: Node): unknown => (node.type === 'NUMBER' ? node.value : undefined);

const nameOf = (node: Node): string | undefined =>
  node.type === 'NAMED_EXPRESSION' ? node.expressionName?.toLowerCase() : undefined;

type Names = ReadonlyMap<string, Held>;

/** The names that a call gives to values of its own, which hide those outside of it. */
function ownNames({ procedureName, args = [] }: Node): string[] {
  const given = args as readonly Node[];
  if (procedureName === 'LET')
    return given.filter((_, i) => i % 2 === 0 && i < given.length - 1).flatMap((node) => nameOf(node) ?? []);
  return procedureName === 'LAMBDA' ? given.slice(0, -1).flatMap((node) => nameOf(node) ?? []) : [];
}

/** A formula with names in it put for values. */
function withNames(node: Node, names: Names): Node {
  const own = nameOf(node);
  if (own !== undefined) {
    const found = names.get(own);
    return found === undefined ? node : holding(found);
  }
  const hidden = node.type === 'FUNCTION_CALL' ? ownNames(node) : [];
  const inside = hidden.length === 0 ? names : new Map([...names].filter(([name]) => !hidden.includes(name)));
  const put = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(put);
    return typeof part === 'object' && part !== null && 'type' in part ? withNames(part as Node, inside) : part;
  };
  const copy: Record<string, unknown> = { ...node };
  for (const part of ['left', 'right', 'expression', 'args', 'value'] as const)
    if (typeof node[part] === 'object' && !isRange(node[part]) && !(node[part] instanceof Lambda))
      copy[part] = put(node[part]);
  const made = node.type === 'FUNCTION_CALL' ? names.get((node.procedureName ?? '').toLowerCase()) : undefined;
  if (made instanceof Lambda)
    return {
      ...copy,
      type: 'FUNCTION_CALL',
      procedureName: 'CALL.LAMBDA',
      args: [holding(made), ...((node.args ?? []).map(put) as Node[])],
    };
  return copy as Node;
}

/** The function that an argument makes; undefined where it makes none. */
function lambdaOf(node: Node): Lambda | undefined {
  const held = heldIn(node);
  if (held instanceof Lambda) return held;
  if (node.type !== 'FUNCTION_CALL' || node.procedureName !== 'LAMBDA') return undefined;
  const args = (node.args ?? []) as Node[];
  const names = args.slice(0, -1).map(nameOf);
  const body = args.at(-1);
  return body && names.every((name) => name !== undefined) ? new Lambda(names as string[], body) : undefined;
}

/** Calls of functions that call others, before it is given up. */
const DEEPEST = 200;
let depth = 0;

function call({ names, body }: Lambda, given: readonly Held[], state: State, plugin: Evaluator): Result {
  if (given.length !== names.length) return fail.value();
  if (depth > DEEPEST) return fail.num();
  depth++;
  try {
    return plugin.evaluate(
      withNames(body, new Map(names.map((name, i) => [name, given[i] as Held]))) as unknown as Ast,
      state,
    );
  } finally {
    depth--;
  }
}

const single = (result: Result): Scalar => {
  if (!isRange(result)) return result;
  const [[first = EmptyValue] = []] = rowsOf(result);
  return result.numberOfElements() === 1 ? first : fail.value();
};

const range = (rows: readonly (readonly Scalar[])[]): Result =>
  SimpleRangeValue.onlyValues(rows.map((row) => [...row]));

type Method = (args: readonly Node[], state: State, plugin: Evaluator) => Result;
/** A function whose last argument is a function. The others are evaluated; the first error among them is the result. */
const higher =
  (
    least: number,
    most: number,
    takes: (given: number) => number,
    run: (given: readonly Result[], of: (...given: Result[]) => Result) => Result,
  ): Method =>
  (args, state, plugin) => {
    const last = args.at(-1);
    const lambda = last && lambdaOf(last);
    if (args.length < least || args.length > most) return fail.arguments();
    if (!lambda || lambda.names.length !== takes(args.length - 1)) return fail.value();
    const given = args.slice(0, -1).map((node) => plugin.evaluate(node as unknown as Ast, state));
    const error = given.find(isError);
    return error ?? run(given, (...values) => call(lambda, values, state, plugin));
  };

const own = (
  name: string,
  id: string,
  summary: string,
  parameters: readonly string[],
  method: Method,
  gives?: 'many',
) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: parameters.map((parameter) => any(parameter)),
    repeats: 1,
    ...(gives ? { gives } : {}),
    evaluate: (args, state, plugin) =>
      method(args as unknown as Node[], { ...state, arraysFlag: true } as State, plugin),
  });

export const LET_FUNCTIONS = [
  own(
    'LET',
    '34842dd8-b92b-4d3f-b325-b8b8f9908999',
    'Gives names to values and calculates with them.',
    ['name1', 'value1', 'calculation'],
    (args, state, plugin) => {
      if (args.length < 3 || args.length % 2 === 0) return fail.arguments();
      const names = new Map<string, Held>();
      const read = (node: Node | undefined): Held => {
        const placed = withNames(node as Node, names);
        return lambdaOf(placed) ?? plugin.evaluate(placed as unknown as Ast, state);
      };
      for (let i = 0; i + 1 < args.length; i += 2) {
        const name = nameOf(args[i] as Node);
        if (name === undefined) return fail.name();
        names.set(name, read(args[i + 1]));
      }
      const result = read(args.at(-1));
      return result instanceof Lambda ? fail.value() : result;
    },
  ),
  own(
    'LAMBDA',
    'bd212d27-1cd1-4321-a34a-ccbf254b8b67',
    'A function for MAP, REDUCE and others, and for LET.',
    ['parameter1', 'calculation'],
    () => fail.value(),
  ),
  own(
    'CALL.LAMBDA',
    'bd212d27-1cd1-4321-a34a-ccbf254b8b67',
    'Calls a function that LET names.',
    ['lambda', 'value1'],
    ([lambda, ...args], state, plugin) => {
      const made = lambda && heldIn(lambda);
      if (!(made instanceof Lambda)) return fail.value();
      return call(
        made,
        args.map((node) => lambdaOf(node) ?? plugin.evaluate(node as unknown as Ast, state)),
        state,
        plugin,
      );
    },
  ),
  own(
    'MAP',
    '48006093-f97c-47c1-bfcc-749263bb1f01',
    'A function of each cell.',
    ['array1', 'lambda'],
    higher(
      2,
      255,
      (given) => given,
      (given, of) => {
        const areas = given.map(rowsOf);
        const [height, width] = [
          Math.max(...areas.map((rows) => rows.length)),
          Math.max(...areas.map((rows) => rows[0]?.length ?? 0)),
        ];
        return many(
          Array.from({ length: height }, (_, r) =>
            Array.from({ length: width }, (__, c) => {
              const held = areas.map((rows) => rows[r]?.[c]);
              return held.includes(undefined) ? fail.na() : single(of(...(held as Scalar[])));
            }),
          ),
        );
      },
    ),
    'many',
  ),
  own(
    'REDUCE',
    '42e39910-b345-45f3-84b8-0642b568b7cb',
    'One value of all cells, step by step.',
    ['initial_value', 'array', 'lambda'],
    higher(
      3,
      3,
      () => 2,
      ([initial, array], of) =>
        rowsOf(array as Result)
          .flat()
          .reduce<Result>((so, held) => of(so, held), initial as Result),
    ),
  ),
  own(
    'SCAN',
    'd58dfd11-9969-4439-b2dc-e7062724de29',
    'What REDUCE comes to at each cell.',
    ['initial_value', 'array', 'lambda'],
    higher(
      3,
      3,
      () => 2,
      ([initial, array], of) => {
        let so = initial as Result;
        return many(
          rowsOf(array as Result).map((row) =>
            row.map((held) => {
              so = of(so, held);
              return single(so);
            }),
          ),
        );
      },
    ),
    'many',
  ),
  own(
    'BYROW',
    '2e04c677-78c8-4e6b-8c10-a4602f2602bb',
    'A function of each row.',
    ['array', 'lambda'],
    higher(
      2,
      2,
      () => 1,
      ([array], of) => many(rowsOf(array as Result).map((row) => [single(of(range([row])))])),
    ),
    'many',
  ),
  own(
    'BYCOL',
    '58463999-7de5-49ce-8f38-b7f7a2192bfb',
    'A function of each column.',
    ['array', 'lambda'],
    higher(
      2,
      2,
      () => 1,
      ([array], of) => {
        const rows = rowsOf(array as Result);
        return many([(rows[0] ?? []).map((_, c) => single(of(range(rows.map((row) => [row[c] as Scalar])))))]);
      },
    ),
    'many',
  ),
  own(
    'MAKEARRAY',
    'b80da5ad-b338-4149-a523-5b221da09097',
    'An array of which a function makes each cell.',
    ['rows', 'columns', 'lambda'],
    higher(
      3,
      3,
      () => 2,
      ([rows, columns], of) => {
        const [height, width] = [Math.trunc(Number(rows)), Math.trunc(Number(columns))];
        if (!(height >= 1 && width >= 1 && height * width <= 100_000)) return fail.value();
        return many(
          Array.from({ length: height }, (_, r) => Array.from({ length: width }, (__, c) => single(of(r + 1, c + 1)))),
        );
      },
    ),
    'many',
  ),
];
