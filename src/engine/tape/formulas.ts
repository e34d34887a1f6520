import { bare, type Scalar } from '../functions/define.ts';
import type { HyperFormula } from '../hyperformula.ts';
import type { Address } from '../writes.ts';

/** A formula as HyperFormula parsed it. */
export interface Node {
  readonly type: string;
  readonly left?: Node;
  readonly right?: Node;
  /** Of a number or a text what it is; of a sign what follows it. */
  readonly value?: unknown;
  readonly expression?: Node;
  readonly procedureName?: string;
  readonly expressionName?: string;
  readonly args?: readonly Node[];
  readonly reference?: Relative;
  readonly start?: Relative;
  readonly end?: Relative;
}
interface Relative {
  toSimpleCellAddress(from: Address): Address;
}

/** What HyperFormula holds for a cell. */
export type Vertex = object & {
  getCellValue?(): unknown;
  getFormula?(service: unknown): Node;
  getAddress?(service: unknown): Address;
  readonly array?: unknown;
};

interface Internals {
  readonly _dependencyGraph: {
    readonly graph: { adjacentNodes(vertex: Vertex): Iterable<Vertex>; hasNode(vertex: Vertex): boolean };
    readonly addressMapping: { getCell(address: Address): Vertex | undefined };
  };
  readonly _lazilyTransformingAstService: unknown;
  readonly _exporter: { cellValueRounding(value: number): number };
  readonly _evaluator: {
    readonly interpreter: {
      evaluateAst(node: Node, state: { formulaAddress: Address; arraysFlag: boolean }): unknown;
      readonly arithmeticHelper: {
        compare(a: unknown, b: unknown): number;
        coerceScalarToNumberOrError(held: unknown): unknown;
      };
      readonly namedExpressions: {
        nearestNamedExpression(name: string, sheet: number): { readonly address: Address } | undefined;
      };
    };
  };
}

/** A formula with the cell in which it stands, from which its references are counted. */
export interface Formula {
  readonly node: Node;
  readonly at: Address;
}

/** The formulas of a workbook and their order. Internals of HyperFormula 3.5.0: the version is pinned, and tests hold it. */
export class Formulas {
  readonly #of: Internals;

  constructor(hf: HyperFormula) {
    this.#of = hf as unknown as Internals;
  }

  vertex(address: Address): Vertex | undefined {
    return this.#of._dependencyGraph.addressMapping.getCell(address);
  }

  /** The formula of a cell; undefined where it holds a value, or nothing. */
  formula(vertex: Vertex): Formula | undefined {
    const service = this.#of._lazilyTransformingAstService;
    const [node, at] = [vertex.getFormula?.(service), vertex.getAddress?.(service)];
    return node && at && !('array' in vertex) ? { node, at } : undefined;
  }

  /** Some cells and all that is computed from them, directly or through others. */
  computedFrom(vertices: readonly Vertex[]): ReadonlySet<Vertex> {
    const { graph } = this.#of._dependencyGraph;
    const found = new Set(vertices);
    const open = [...vertices];
    for (let vertex = open.pop(); vertex; vertex = open.pop()) {
      if (!graph.hasNode(vertex)) continue;
      for (const next of graph.adjacentNodes(vertex)) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(next);
      }
    }
    return found;
  }

  /**
   * What a part of a formula comes to as the workbook stands, before it is rounded. `isMany`: as where many values are
   * taken; what is one value there is the same one everywhere.
   */
  evaluate({ node, at }: Formula, isMany = false): unknown {
    return this.#of._evaluator.interpreter.evaluateAst(node, { formulaAddress: at, arraysFlag: isMany });
  }

  value(vertex: Vertex | undefined): Scalar | undefined {
    const held = vertex?.getCellValue?.();
    return held === undefined ? undefined : bare(held);
  }

  /** A number as it is read out of the workbook: rounded, but for those so small that they would be lost. */
  readonly shown = (value: number): number => {
    const rounded = this.#of._exporter.cellValueRounding(value);
    return Number.isNaN(rounded) ? value : rounded;
  };

  named(name: string, sheet: number): Address | undefined {
    return this.#of._evaluator.interpreter.namedExpressions.nearestNamedExpression(name, sheet)?.address;
  }

  /** Below 0, 0 or above: which of two values comes first. */
  compare(a: Scalar, b: Scalar): number {
    return this.#of._evaluator.interpreter.arithmeticHelper.compare(a, b);
  }

  /** A value as a number; NaN for what is none. */
  number(held: Scalar): number {
    const found = bare(this.#of._evaluator.interpreter.arithmeticHelper.coerceScalarToNumberOrError(held));
    return typeof found === 'number' ? found : Number.NaN;
  }
}
