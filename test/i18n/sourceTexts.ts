import { parseSync } from 'vite';

/** Stands in a text for what is put into it. */
export const HOLE = '\u25a1';

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Text of a literal or a template, what is put into it as holes; undefined for any other node. */
function textOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join(HOLE);
}

function* within(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* within(one);
  else if (isNode(value)) {
    const text = textOf(value);
    if (text !== undefined) yield text;
    for (const [key, child] of Object.entries(value)) if (key !== 'quasis') yield* within(child);
  }
}

/** Every text that a source file writes out, in its order: also those within functions and conditions. */
export const textsIn = (path: string, source: string): string[] => [...within(parseSync(path, source).program)];
