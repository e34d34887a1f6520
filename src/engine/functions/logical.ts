import {
  type Ast,
  any,
  type CellError,
  define,
  EmptyValue,
  type Evaluator,
  fail,
  isError,
  type State,
  valuesOf,
} from './define.ts';
import { isBlank, isOfCells } from './numbersIn.ts';
import { truthOf } from './truth.ts';

/**
 * The truths among arguments: in cells texts are left out, and what is empty anywhere; a text that is written must name
 * one, and an argument that is left blank is false.
 */
function truthsIn(args: readonly Ast[], state: State, plugin: Evaluator): boolean[] | CellError {
  if (args.length === 0) return fail.arguments();
  const truths: boolean[] = [];
  for (const ast of args) {
    const given = plugin.evaluate(ast, state);
    for (const held of valuesOf(given)) {
      if (held === EmptyValue ? !isBlank(ast) : typeof held === 'string' && isOfCells(ast, given, state, plugin))
        continue;
      const truth = truthOf(held);
      if (isError(truth)) return truth;
      truths.push(truth);
    }
  }
  return truths.length === 0 ? fail.value() : truths;
}

const over = (name: string, summary: string, of: (truths: readonly boolean[]) => boolean) =>
  define({
    name,
    summary,
    // https://support.microsoft.com/office/and-function-5f19b2e8-e1df-4408-897a-ce285a19e9d9
    parameters: [any('logical1')],
    repeats: 1,
    evaluate: (args, state, plugin) => {
      const truths = truthsIn(args, state, plugin);
      return isError(truths) ? truths : of(truths);
    },
  });

export const LOGICAL = [
  over('AND', 'Whether all are true.', (truths) => truths.every(Boolean)),
  over('OR', 'Whether any is true.', (truths) => truths.some(Boolean)),
  over('XOR', 'Whether an odd number of them is true.', (truths) => truths.filter(Boolean).length % 2 === 1),
];
