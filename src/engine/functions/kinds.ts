import {
  any,
  type CellError,
  define,
  ErrorType,
  fail,
  isError,
  isRange,
  page,
  type Result,
  scalar,
  valuesOf,
} from './define.ts';

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
      return ast && args.length === 1 ? kindOf(plugin.evaluate(ast, state)) : fail.arguments();
    },
  }),
];
