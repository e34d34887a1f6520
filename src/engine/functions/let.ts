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
import { call, type Held, Lambda, lambdaOf, type Node, nameOf, withNames } from './lambda.ts';

const single = (result: Result): Scalar => {
  if (!isRange(result)) return result;
  const [[first = EmptyValue] = []] = rowsOf(result);
  return result.numberOfElements() === 1 ? first : fail.value();
};

const range = (rows: readonly (readonly Scalar[])[]): Result =>
  SimpleRangeValue.onlyValues(rows.map((row) => [...row]));

type Method = (args: readonly Node[], state: State, plugin: Evaluator) => Result;
/** A function whose last argument is a function. The others are evaluated; an error among them is a value like others. */
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
    return run(given, (...values) => call(lambda, values, state, plugin));
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
    evaluate: (args, state, plugin) => method(args as unknown as Node[], state, plugin),
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
    'Calls a function that LET names, or LAMBDA makes.',
    ['lambda', 'value1'],
    ([lambda, ...args], state, plugin) => {
      const made = lambda && lambdaOf(lambda);
      if (!made) return fail.value();
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
        const error = [rows, columns].find(isError);
        if (error) return error;
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
