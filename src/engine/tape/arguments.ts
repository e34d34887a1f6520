import { bare, isRange, rowsOf } from '../functions/define.ts';
import type { Slot } from './assembler.ts';
import type { Formula, Node } from './formulas.ts';
import { constant, type Held, numberOf } from './held.ts';
import { Unsupported } from './tape.ts';
import { partsOf, rowsOfRange, type Translating, translate, varies } from './translate.ts';

/** The arguments of a call. */
export class Arguments {
  readonly nodes: readonly Node[];

  constructor(
    readonly from: Translating,
    readonly formula: Formula,
  ) {
    this.nodes = formula.node.args ?? [];
  }

  part(i: number): Formula {
    const node = this.nodes[i];
    if (!node) throw new Unsupported(`${this.formula.node.procedureName} without its arguments`);
    return { node, at: this.formula.at };
  }

  held(i: number): Held {
    return translate(this.from, this.part(i));
  }

  number(i: number): Slot {
    return numberOf(this.from, this.held(i));
  }

  /** The cells of an argument by rows; undefined where it is none or one value. */
  cells(i: number): Held[][] | undefined {
    const part = this.part(i);
    if (part.node.type === 'CELL_RANGE')
      return rowsOfRange(part).map((row) => row.map((address) => this.from.cells.at(address)));
    if (varies(this.from, part)) return undefined;
    const found = this.from.formulas.evaluate(part, true);
    return isRange(found) ? rowsOf(found).map((row) => row.map((held) => constant(bare(held)))) : undefined;
  }
}

/**
 * Whether INDEX is in it, which by place 0 gives all cells: of them a lane holds none. A place that MATCH found is never 0.
 */
export const mayBeMany = (node: Node): boolean => {
  const isFound = (part: Node) => part.procedureName === 'MATCH' || Number(part.value) >= 1;
  if (node.procedureName === 'INDEX' && !(node.args ?? []).slice(1).every(isFound)) return true;
  return partsOf(node).some(mayBeMany);
};
