import { ErrorType } from 'hyperformula';
import {
  type Ast,
  any,
  CellError,
  COMPUTED_ADDRESS,
  define,
  fail,
  isError,
  isRange,
  many,
  number,
  page,
  type Result,
  rowsOf,
  type Scalar,
  SimpleRangeValue,
  type State,
} from './define.ts';

/** The part of the engine's tree that names cells. */
interface Cells {
  readonly type: string;
  readonly expression?: Cells;
  readonly reference?: { toSimpleCellAddress(from: unknown): { readonly row: number; readonly col: number } };
  readonly start?: Cells['reference'];
  readonly end?: Cells['reference'];
  readonly procedureName?: string;
}

/** First and last cell of what an argument names, 0-based; undefined where it names none. */
function placeOf(node: Cells, state: State) {
  if (node.type === 'PARENTHESES' && node.expression) return placeOf(node.expression, state);
  const from = node.reference ?? node.start;
  const to = node.reference ?? node.end;
  if (!from || !to) return undefined;
  return [from.toSimpleCellAddress(state.formulaAddress), to.toSimpleCellAddress(state.formulaAddress)] as const;
}

/** The rows or columns of a reference, of the cell itself where none is given. */
const numbered = (name: string, id: string, part: 'row' | 'col') =>
  define({
    name,
    summary: `The number of the ${part === 'row' ? 'row' : 'column'} of a reference; of many, all of them.`,
    source: page(name, id),
    parameters: [any('reference', { optionalArg: true })],
    gives: 'first',
    evaluate: (args: readonly Ast[], state: State) => {
      if (args.length > 1) return fail.arguments();
      const [node] = args as unknown as readonly Cells[];
      if (!node) return state.formulaAddress[part] + 1;
      const place = placeOf(node, state);
      if (!place) return fail.na();
      const [from, to] = place;
      const list = Array.from({ length: to[part] - from[part] + 1 }, (_, i) => from[part] + i + 1);
      if (list.length === 1) return list[0] ?? fail.ref();
      return SimpleRangeValue.onlyNumbers(part === 'row' ? list.map((one) => [one]) : [list]);
    },
  });

const REFERENCES: ReadonlySet<string> = new Set(['OFFSET', 'INDEX', 'REACH', 'SPAN']);

const asNumber = (held: Scalar): Scalar => {
  if (isError(held) || typeof held === 'number') return held;
  return typeof held === 'boolean' ? Number(held) : 0;
};

const parity = (name: string, id: string, wanted: number) =>
  define({
    name,
    summary: `Whether a number is ${wanted === 0 ? 'even' : 'odd'}; its fraction is cut off.`,
    source: page(name, id),
    parameters: [number('number')],
    calculate: (x: number) => Math.abs(Math.trunc(x) % 2) === wanted,
  });

export const INFORMATION = [
  // What it leads to where its address is written out is laid out before (`engine/spans.ts`).
  define({
    name: 'INDIRECT',
    summary: 'The cell or range of an address that is written in quotes.',
    source: page('indirect', '474b3a3a-8a26-4f44-b491-92b6306fa261'),
    parameters: [any('ref_text'), any('a1', { optionalArg: true })],
    evaluate: ([node], state, plugin) => {
      const given = node && plugin.evaluate(node, state);
      return isError(given) ? given : new CellError(ErrorType.REF, COMPUTED_ADDRESS);
    },
  }),
  numbered('ROW', '3a63b74a-c4d0-4093-b49a-e76eb49a6d8d', 'row'),
  numbered('COLUMN', '44e8c754-711c-4df3-9da4-47a55042554b', 'col'),
  define({
    name: 'ISREF',
    summary: 'Whether an argument is a reference.',
    source: 'https://support.microsoft.com/office/is-functions-0f2d7971-6019-40a0-a171-f2d869135665',
    parameters: [any('value')],
    evaluate: (args: readonly Ast[], state: State) => {
      const [node] = args as unknown as readonly Cells[];
      if (!node || args.length > 1) return fail.arguments();
      if (placeOf(node, state) || node.type === 'NAMED_EXPRESSION') return true;
      return node.procedureName !== undefined && REFERENCES.has(node.procedureName);
    },
  }),
  define({
    name: 'N',
    summary: 'A value as a number: a truth is 1 or 0, a text 0.',
    source: page('n', 'a624cad1-3635-4208-b54a-29733d1278c9'),
    parameters: [any('value')],
    // Of a range the first cell counts, of an array each value: SUMPRODUCT(N(D2:H2>20)) counts.
    calculate: (held: Result) => {
      if (!isRange(held)) return asNumber(held);
      const rows = rowsOf(held);
      return held.isAdHoc() ? many(rows.map((row) => row.map(asNumber))) : asNumber(rows[0]?.[0] ?? 0);
    },
  }),
  parity('ISEVEN', 'aa15929a-d77b-4fbb-92f4-2f479af55356', 0),
  parity('ISODD', '1208a56d-4f10-4f44-a5fc-648cafd6c07a', 1),
];
