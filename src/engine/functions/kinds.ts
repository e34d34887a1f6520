import {
  type Ast,
  any,
  type CellError,
  define,
  ErrorType,
  fail,
  isError,
  isRange,
  number,
  type Result,
  scalar,
  valuesOf,
} from './define.ts';

const page = (name: string, id: string) => `https://support.microsoft.com/office/${name}-function-${id}`;

const BY_ERROR: Readonly<Partial<Record<ErrorType, number>>> = {
  [ErrorType.DIV_BY_ZERO]: 2,
  [ErrorType.VALUE]: 3,
  [ErrorType.REF]: 4,
  [ErrorType.NAME]: 5,
  [ErrorType.NUM]: 6,
  [ErrorType.NA]: 7,
  [ErrorType.SPILL]: 9,
};
const TEXT = 2;
const TRUTH = 4;
const ERROR = 16;
const ARRAY = 64;

function kindOf(held: Result): number {
  if (isRange(held)) return held.numberOfElements() > 1 ? ARRAY : kindOf(valuesOf(held)[0] ?? 0);
  if (isError(held)) return ERROR;
  return typeof held === 'string' ? TEXT : typeof held === 'boolean' ? TRUTH : 1;
}

const parity = (name: string, id: string, summary: string, rest: 0 | 1) =>
  define({
    name,
    summary,
    source: page(name.toLowerCase(), id),
    parameters: [number('number')],
    calculate: (x: number) => Math.abs(Math.trunc(x)) % 2 === rest,
  });

const REFERENCES: ReadonlySet<string> = new Set(['CELL_REFERENCE', 'CELL_RANGE', 'COLUMN_RANGE', 'ROW_RANGE']);
const isReference = (ast: Ast): boolean => {
  const { type, expression } = ast as unknown as { readonly type: string; readonly expression?: Ast };
  return expression ? isReference(expression) : REFERENCES.has(type);
};

export const KINDS = [
  define({
    name: 'ERROR.TYPE',
    summary: 'The number of an error.',
    source: page('error-type', '10958677-7c8d-44f7-ae77-b9a9ee6eefaa'),
    parameters: [scalar('error_val')],
    calculate: (held: CellError) => (isError(held) ? (BY_ERROR[held.type] ?? fail.na()) : fail.na()),
  }),
  define({
    name: 'TYPE',
    summary: 'The number of the kind of a value: 1 number, 2 text, 4 truth, 16 error, 64 array.',
    source: page('type', '45b4e688-4bc3-48b3-a105-ffa892995899'),
    parameters: [any('value')],
    evaluate: (args, state, plugin) => {
      const [ast] = args;
      return ast && args.length === 1 ? kindOf(plugin.evaluate(ast, state)) : fail.na();
    },
  }),
  define({
    name: 'ISREF',
    summary: 'Whether a value is a reference.',
    source: page('is-functions', '0f2d7971-6019-40a0-a171-f2d869135665').replace('-function-', '-'),
    parameters: [any('value')],
    evaluate: (args) => {
      const [ast] = args;
      return ast && args.length === 1 ? isReference(ast) : fail.na();
    },
  }),
  parity('ISEVEN', 'aa15929a-d77b-4fbb-92f4-2f479af55356', 'Whether a number is even, its fraction cut off.', 0),
  parity('ISODD', '1208a56d-4f10-4f44-a5fc-648cafd6c07a', 'Whether a number is odd, its fraction cut off.', 1),
];
