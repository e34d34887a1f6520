import { type Ast, type Evaluator, fail, type Result, type State } from './define.ts';

/** A formula as the engine has read it. */
export interface Node {
  readonly type: string;
  readonly expressionName?: string;
  readonly procedureName?: string;
  readonly args?: readonly (Node | readonly Node[])[];
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

/** A function that a formula makes: the names of its arguments, and what it computes of them. */
export class Lambda {
  constructor(
    readonly names: readonly string[],
    readonly body: Node,
  ) {}
}
export type Held = Result | Lambda;

/** What stands for a value that is there already: the engine gives what a number's node holds. */
const holding = (value: Held): Node => ({ type: 'NUMBER', value });
export const heldIn = (node: Node): unknown => (node.type === 'NUMBER' ? node.value : undefined);

export const nameOf = (node: Node): string | undefined =>
  node.type === 'NAMED_EXPRESSION' ? node.expressionName?.toLowerCase() : undefined;

type Names = ReadonlyMap<string, Held>;

/** The names that a call gives to values of its own, which hide those outside of it. */
function ownNames({ procedureName, args = [] }: Node): string[] {
  const given = args as readonly Node[];
  if (procedureName === 'LET')
    return given.filter((_, i) => i % 2 === 0 && i < given.length - 1).flatMap((node) => nameOf(node) ?? []);
  return procedureName === 'LAMBDA' ? given.slice(0, -1).flatMap((node) => nameOf(node) ?? []) : [];
}

/** A formula with names in it put for values. */
export function withNames(node: Node, names: Names): Node {
  // Of a number nothing is to be put, and what stands for a value may hold anything.
  if (node.type === 'NUMBER') return node;
  const own = nameOf(node);
  if (own !== undefined) {
    const found = names.get(own);
    return found === undefined ? node : holding(found);
  }
  const hidden = node.type === 'FUNCTION_CALL' ? ownNames(node) : [];
  const inside = hidden.length === 0 ? names : new Map([...names].filter(([name]) => !hidden.includes(name)));
  const put = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(put);
    return typeof part === 'object' && part !== null && 'type' in part ? withNames(part as Node, inside) : part;
  };
  const copy: Record<string, unknown> = { ...node };
  for (const part of ['left', 'right', 'expression', 'args', 'value'] as const)
    if (typeof node[part] === 'object') copy[part] = put(node[part]);
  const made = node.type === 'FUNCTION_CALL' ? names.get((node.procedureName ?? '').toLowerCase()) : undefined;
  if (made instanceof Lambda)
    return {
      ...copy,
      type: 'FUNCTION_CALL',
      procedureName: 'CALL.LAMBDA',
      args: [holding(made), ...((node.args ?? []).map(put) as Node[])],
    };
  return copy as Node;
}

/** The function that an argument makes; undefined where it makes none. */
export function lambdaOf(node: Node): Lambda | undefined {
  const held = heldIn(node);
  if (held instanceof Lambda) return held;
  if (node.type !== 'FUNCTION_CALL' || node.procedureName !== 'LAMBDA') return undefined;
  const args = (node.args ?? []) as Node[];
  const names = args.slice(0, -1).map(nameOf);
  const body = args.at(-1);
  return body && names.every((name) => name !== undefined) ? new Lambda(names as string[], body) : undefined;
}

/** Calls of functions that call others, before it is given up. */
const DEEPEST = 200;
let depth = 0;

export function call({ names, body }: Lambda, given: readonly Held[], state: State, plugin: Evaluator): Result {
  if (given.length !== names.length) return fail.value();
  if (depth > DEEPEST) return fail.num();
  depth++;
  try {
    return plugin.evaluate(
      withNames(body, new Map(names.map((name, i) => [name, given[i] as Held]))) as unknown as Ast,
      state,
    );
  } finally {
    depth--;
  }
}
