import type { Area } from '../xlsx/cells.ts';
import type { KeptWhy } from './types.ts';

/** Which parts of an address stay as they are in copies. */
export interface Fixed {
  readonly row: boolean;
  readonly column: boolean;
}

/** Cells of one sheet to which a formula refers. */
export interface Reference {
  readonly kind: 'area';
  readonly sheet: number;
  readonly area: Area;
  readonly from: Fixed;
  readonly to: Fixed;
}

/** A formula as a tree. What stands in brackets is a `group`; of several it is the union of references. */
export type Node =
  | Reference
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'unary'; readonly sign: string; readonly of: Node }
  | { readonly kind: 'percent'; readonly of: Node }
  | { readonly kind: 'group'; readonly of: readonly Node[] }
  /** From one reference that is computed to another. */
  | { readonly kind: 'span'; readonly from: Node; readonly to: Node }
  /** The one cell of a range that stands in the row or column of the formula. */
  | { readonly kind: 'single'; readonly of: Node };

/** A formula that can't be mapped, and why. */
export class Unmapped extends Error {
  constructor(
    readonly why: KeptWhy,
    readonly said: string,
  ) {
    super(`${why}: ${said}`);
    this.name = 'Unmapped';
  }
}

/** Whether an area is one cell. */
export const isCell = ({ row, column, lastRow, lastColumn }: Area): boolean => row === lastRow && column === lastColumn;

/** Each node of a tree, from the outermost. */
export function* nodesOf(node: Node): Iterable<Node> {
  yield node;
  switch (node.kind) {
    case 'call':
      for (const one of node.given) yield* nodesOf(one);
      break;
    case 'binary':
      yield* nodesOf(node.left);
      yield* nodesOf(node.right);
      break;
    case 'unary':
    case 'percent':
    case 'single':
      yield* nodesOf(node.of);
      break;
    case 'group':
      for (const one of node.of) yield* nodesOf(one);
      break;
    case 'span':
      yield* nodesOf(node.from);
      yield* nodesOf(node.to);
  }
}
