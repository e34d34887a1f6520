import { type Ast, EmptyValue, isRange, type Result, SimpleRangeValue } from './define.ts';

/** The part of the engine's tree that says what an argument is. */
interface Node {
  readonly type: string;
  readonly expression?: Node;
  readonly procedureName?: string;
  readonly args?: readonly Node[];
}
type Evaluate = (node: Ast) => Result;

const MAKE_REFERENCES: ReadonlySet<string> = new Set(['CHOOSE', 'IF', 'INDEX', 'XLOOKUP']);
const isCells = (node: Node | undefined): boolean => node?.type === 'CELL_RANGE' || node?.type === 'CELL_REFERENCE';
const isIndirect = ({ type, procedureName = '' }: Node): boolean =>
  type === 'PARENTHESES' || (type === 'FUNCTION_CALL' && MAKE_REFERENCES.has(procedureName));

function chosen({ procedureName, args: [asked, ...branches] = [] }: Node, evaluate: Evaluate): Node | undefined {
  if (!asked || !branches.some((node) => node.type === 'CELL_REFERENCE' || isIndirect(node))) return undefined;
  const held = evaluate(asked as unknown as Ast);
  if (typeof held !== 'number' && typeof held !== 'boolean') return undefined;
  return procedureName === 'IF' ? branches[held ? 0 : 1] : branches[Math.trunc(Number(held)) - 1];
}

/**
 * Whether an argument comes to a cell and not to a value: the cell itself, in brackets too, or what INDEX, IF, CHOOSE or
 * XLOOKUP find. Of cells texts, truths and blanks are left out of sums and counts; of values they are taken.
 */
export function isCell(argument: Ast, evaluate: Evaluate): boolean {
  const node = argument as unknown as Node;
  if (node.type === 'CELL_REFERENCE') return true;
  if (!isIndirect(node)) return false;
  const { expression, procedureName, args = [] } = node;
  if (expression) return isCell(expression as unknown as Ast, evaluate);
  if (procedureName === 'INDEX') return isCells(args[0]);
  if (procedureName === 'XLOOKUP') return args.length === 3 && isCells(args[2]);
  const branch = chosen(node, evaluate);
  return branch !== undefined && isCell(branch as unknown as Ast, evaluate);
}

/** Arguments with the value of a cell that is found as a range of it and a blank: one cell the engine takes for its value. */
export const withCells = (args: readonly Ast[], evaluate: Evaluate): Ast[] =>
  args.map((arg) => {
    if (!isIndirect(arg as unknown as Node) || !isCell(arg, evaluate)) return arg;
    const held = evaluate(arg);
    const value = isRange(held) ? held : SimpleRangeValue.onlyValues([[held, EmptyValue]]);
    // The engine gives what a number's node holds.
    return { type: 'NUMBER', value } as unknown as Ast;
  });
