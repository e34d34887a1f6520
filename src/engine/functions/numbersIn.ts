import {
  type Ast,
  type CellError,
  type Evaluator,
  fail,
  isError,
  isRange,
  numbersOf,
  type Range,
  type Result,
  type State,
  valuesOf,
} from './define.ts';
import { isCell } from './references.ts';
import { numberOfText } from './textNumber.ts';

/** Whether what an argument came to is of cells: texts and truths among them are left out. */
export const isOfCells = (ast: Ast, held: Result, state: State, plugin: Evaluator): boolean =>
  isRange(held) || isCell(ast, (node) => plugin.evaluate(node, state));

/** Whether an argument is left blank, as the second of `PRODUCT(2,)`; an empty cell is not. */
export const isBlank = (ast: Ast): boolean => String(ast.type) === 'EMPTY';

/** A value that is written among arguments as a number: truths and texts of numbers are taken for one, a blank for 0. */
function written(ast: Ast, held: Result): number[] | CellError {
  const [one] = valuesOf(held);
  if (isError(one)) return one;
  if (typeof one === 'number' || typeof one === 'boolean') return [Number(one)];
  if (typeof one !== 'string') return isBlank(ast) ? [0] : [];
  const number = numberOfText(one);
  return number === undefined ? fail.value() : [number];
}

/** The numbers of arguments: of cells the numbers alone, of what is written all that can be taken for one. */
export function numbersIn(args: readonly Ast[], state: State, plugin: Evaluator): number[] | CellError {
  if (args.length === 0) return fail.arguments();
  const numbers: number[] = [];
  for (const ast of args) {
    const held = plugin.evaluate(ast, state);
    const found = isOfCells(ast, held, state, plugin) ? numbersOf(held) : written(ast, held);
    if (isError(found)) return found;
    for (const one of found) numbers.push(one);
  }
  return numbers;
}

/** The pairs of two ranges of the same size; one that is not of two numbers is left out, as in Excel. */
export function pairsIn(a: Range, b: Range): (readonly [number, number])[] | CellError {
  const [ones, others] = [valuesOf(a), valuesOf(b)];
  if (ones.length !== others.length) return fail.na();
  const found: (readonly [number, number])[] = [];
  for (const [i, one] of ones.entries()) {
    const other = others[i];
    if (isError(one)) return one;
    if (isError(other)) return other;
    if (typeof one === 'number' && typeof other === 'number') found.push([one, other]);
  }
  return found;
}
