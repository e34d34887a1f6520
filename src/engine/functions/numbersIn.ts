import {
  type Ast,
  type CellError,
  type Evaluator,
  fail,
  isError,
  isRange,
  numbersOf,
  type Result,
  type State,
  valuesOf,
} from './define.ts';
import { numberOfText } from './textNumber.ts';

/** A value that is written among arguments as a number: truths and texts of numbers are taken for one. */
function written(held: Result): number[] | CellError {
  const [one] = valuesOf(held);
  if (isError(one)) return one;
  if (typeof one === 'number' || typeof one === 'boolean') return [Number(one)];
  if (typeof one !== 'string') return [0];
  const number = numberOfText(one);
  return number === undefined ? fail.value() : [number];
}

/** The numbers of arguments: of cells the numbers alone, of what is written all that can be taken for one. */
export function numbersIn(args: readonly Ast[], state: State, plugin: Evaluator): number[] | CellError {
  if (args.length === 0) return fail.na();
  const numbers: number[] = [];
  for (const ast of args) {
    const held = plugin.evaluate(ast, state);
    const found = isRange(held) || String(ast.type) === 'CELL_REFERENCE' ? numbersOf(held) : written(held);
    if (isError(found)) return found;
    for (const one of found) numbers.push(one);
  }
  return numbers;
}
