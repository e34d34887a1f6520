import { EmptyValue, type Scalar } from '../functions/define.ts';
import type { Address } from '../writes.ts';
import type { Formula, Node } from './formulas.ts';
import { type Comparison, compared, constant, type Held, type Making, numberOf } from './held.ts';
import { OP, Unsupported } from './tape.ts';

/** What cells come to, and which vary. */
export interface Cells {
  /** What a cell comes to that was translated before, or does not vary. */
  readonly at: (address: Address) => Held;
  readonly varies: (address: Address) => boolean;
}

/** A formula on its way into a tape. */
export interface Translating extends Making {
  readonly cells: Cells;
  /** What a function's call comes to. */
  readonly call: (from: Translating, formula: Formula) => Held;
  /** Of parts of this one formula, whether they vary. */
  readonly known: Map<Node, boolean>;
}

const ARITHMETIC: Readonly<
  Record<string, typeof OP.add | typeof OP.subtract | typeof OP.multiply | typeof OP.divide | typeof OP.power>
> = {
  PLUS_OP: OP.add,
  MINUS_OP: OP.subtract,
  TIMES_OP: OP.multiply,
  DIV_OP: OP.divide,
  POWER_OP: OP.power,
};
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  EQUALS_OP: OP.equal,
  NOT_EQUAL_OP: OP.unequal,
  LESS_THAN_OP: OP.less,
  LESS_THAN_OR_EQUAL_OP: OP.atMost,
  GREATER_THAN_OP: OP.greater,
  GREATER_THAN_OR_EQUAL_OP: OP.atLeast,
};

/** The addresses of a range, row by row. */
export function rowsOfRange({ node, at }: Formula): Address[][] {
  const [from, to] = [node.start, node.end].map((end) => end?.toSimpleCellAddress(at));
  if (!from || !to) return [];
  return Array.from({ length: to.row - from.row + 1 }, (_, r) =>
    Array.from({ length: to.col - from.col + 1 }, (__, c) => ({
      sheet: from.sheet,
      row: from.row + r,
      col: from.col + c,
    })),
  );
}

/** The parts of which a formula, or a part of one, is made. */
export const partsOf = ({ left, right, value, expression, args = [] }: Node): Node[] => [
  ...[left, right, expression].filter((node) => node !== undefined),
  ...(typeof value === 'object' && value !== null && 'type' in value ? [value as Node] : []),
  ...args.flat(),
];

/** The cells that a formula names, some of them more than once. */
export function* cellsNamed(from: Making, { node, at }: Formula): Generator<Address> {
  if (node.type === 'CELL_REFERENCE' && node.reference) yield node.reference.toSimpleCellAddress(at);
  if (node.type === 'CELL_RANGE') yield* rowsOfRange({ node, at }).flat();
  if (node.type === 'COLUMN_RANGE' || node.type === 'ROW_RANGE') throw new Unsupported('whole rows and columns');
  if (node.type === 'NAMED_EXPRESSION') {
    const named = from.formulas.named(node.expressionName ?? '', at.sheet);
    if (named) yield named;
  }
  for (const child of partsOf(node)) yield* cellsNamed(from, { node: child, at });
}

/** Whether any of the cells that a formula names varies. */
export function varies(from: Translating, formula: Formula): boolean {
  const { node, at } = formula;
  const known = from.known.get(node);
  if (known !== undefined) return known;
  const children = partsOf(node);
  const found =
    children.length > 0
      ? children.map((child) => varies(from, { node: child, at })).some(Boolean)
      : [...cellsNamed(from, formula)].some((address) => from.cells.varies(address));
  from.known.set(node, found);
  return found;
}

/** A part of a formula that does not vary, as the workbook has it. @throws Unsupported where it is many values */
function fixed({ formulas }: Making, formula: Formula): Held {
  const found = formulas.evaluate(formula, true);
  const held = typeof found === 'object' && found !== null && 'val' in found ? found.val : found;
  if (typeof held === 'object' && held !== null && 'data' in held) throw new Unsupported('arrays');
  return constant(held as Scalar);
}

/** What a part of a formula comes to. @throws Unsupported */
export function translate(from: Translating, formula: Formula): Held {
  const { node, at } = formula;
  if (!varies(from, formula)) return fixed(from, formula);
  const part = (of: Node | undefined): Held => {
    if (!of) throw new Unsupported(node.type);
    if (of.type === 'CELL_RANGE') throw new Unsupported('arrays');
    return translate(from, { node: of, at });
  };
  const number = (of: Node | undefined) => numberOf(from, part(of));
  const { assembler, cells, formulas } = from;
  const operation = ARITHMETIC[node.type];
  if (operation !== undefined)
    return { kind: 'number', slot: assembler.add(operation, [number(node.left), number(node.right)]) };
  const comparison = COMPARISONS[node.type];
  if (comparison !== undefined) return compared(from, comparison, part(node.left), part(node.right));
  switch (node.type) {
    case 'CELL_REFERENCE':
      if (node.reference) return cells.at(node.reference.toSimpleCellAddress(at));
      break;
    case 'NAMED_EXPRESSION': {
      const named = formulas.named(node.expressionName ?? '', at.sheet);
      if (named) return cells.at(named);
      break;
    }
    case 'PARENTHESES':
      return part(node.expression);
    case 'PLUS_UNARY_OP':
      return part(node.value as Node);
    case 'MINUS_UNARY_OP':
      return { kind: 'number', slot: assembler.add(OP.negate, [number(node.value as Node)]) };
    case 'PERCENT_OP':
      return {
        kind: 'number',
        slot: assembler.add(OP.divide, [number(node.value as Node), assembler.constant(100)]),
      };
    case 'FUNCTION_CALL':
      return from.call(from, formula);
    case 'CELL_RANGE': {
      const [[only] = [], ...more] = rowsOfRange(formula);
      if (only && more.length === 0) return cells.at(only);
      break;
    }
  }
  throw new Unsupported(node.type === 'CONCATENATE_OP' ? '&' : node.type);
}

/** What a whole formula gives its cell: nothing is 0 there. */
export function settled(value: Held): Held {
  if (value.kind === 'constant') return value.held === EmptyValue ? constant(0) : value;
  return value.kind === 'mixed' && !value.isTruth ? { kind: 'number', slot: value.slot } : value;
}
