import { type FormulaPart, type Reference, tryParse } from '../model/notation.ts';

/** A formula as a tree, as far as units need it. `from` and `to`: its stretch of the formula. */
export type Node = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'number'; readonly value: number }
  /** A reference; `last`: the one at the other end of a range. */
  | { readonly kind: 'ref'; readonly ref: Reference; readonly last?: Reference }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'binary'; readonly op: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'sign' | 'percent'; readonly of: Node }
  /** A text, a name, an array, or what is left out between two commas. */
  | { readonly kind: 'other' }
);

type Token = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'sign' | 'name' | 'number' | 'other'; readonly text: string }
  | { readonly kind: 'ref'; readonly ref: Reference }
);

const TOKEN =
  /\s+|(?<number>(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)|(?<other>"(?:[^"]|"")*"|\{[^}]*\}|#[A-Z/0!?]+)|(?<name>[\p{L}_][\p{L}\p{N}_.]*)|(?<sign><>|<=|>=|[-+*/^&=<>%(),;:])/giuy;

function tokensOf(parts: readonly FormulaPart[]): Token[] | undefined {
  const tokens: Token[] = [];
  for (const part of parts) {
    if ('ref' in part) {
      tokens.push({ kind: 'ref', ref: part.ref, from: part.offset, to: part.offset + part.source.length });
      continue;
    }
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < part.text.length) {
      const from = part.offset + TOKEN.lastIndex;
      const found = TOKEN.exec(part.text);
      if (!found?.groups) return undefined;
      for (const kind of ['number', 'other', 'name', 'sign'] as const) {
        const text = found.groups[kind];
        if (text !== undefined) tokens.push({ kind, text, from, to: from + text.length });
      }
    }
  }
  return tokens;
}

/** From the loosest to the tightest; a sign before a number binds tighter than any of them, as in Excel. */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['=', '<>', '<', '>', '<=', '>=']),
  new Set(['&']),
  new Set(['+', '-']),
  new Set(['*', '/']),
  new Set(['^']),
];

/** Longer and deeper formulas are read by nobody, and the stack could not follow them. */
const LONGEST = 2000;
const DEEPEST = 200;

class NotRead extends Error {}

class Parser {
  #at = 0;
  #depth = 0;

  constructor(readonly tokens: readonly Token[]) {}

  whole(): Node {
    const node = this.#level(0);
    if (this.#at < this.tokens.length) throw new NotRead();
    return node;
  }

  #sign(...signs: string[]): Token | undefined {
    const token = this.tokens[this.#at];
    return token?.kind === 'sign' && signs.includes(token.text) ? token : undefined;
  }

  #take(...signs: string[]): Token | undefined {
    const token = this.#sign(...signs);
    if (token) this.#at++;
    return token;
  }

  #level(level: number): Node {
    const signs = LEVELS[level];
    if (!signs) return this.#signed();
    let left = this.#level(level + 1);
    for (let op = this.#take(...signs); op; op = this.#take(...signs)) {
      const right = this.#level(level + 1);
      left = { kind: 'binary', op: op.kind === 'sign' ? op.text : '', left, right, from: left.from, to: right.to };
    }
    return left;
  }

  #signed(): Node {
    const sign = this.#take('-', '+');
    if (sign) {
      if (++this.#depth > DEEPEST) throw new NotRead();
      const of = this.#signed();
      this.#depth--;
      return { kind: 'sign', of, from: sign.from, to: of.to };
    }
    let node = this.#operand();
    for (let percent = this.#take('%'); percent; percent = this.#take('%'))
      node = { kind: 'percent', of: node, from: node.from, to: percent.to };
    return node;
  }

  #operand(): Node {
    const token = this.tokens[this.#at++];
    if (!token || ++this.#depth > DEEPEST) throw new NotRead();
    const node = this.#operandOf(token);
    this.#depth--;
    return node;
  }

  #operandOf(token: Token): Node {
    const { from, to } = token;
    if (token.kind === 'ref') {
      if (!this.#take(':')) return { kind: 'ref', ref: token.ref, from, to };
      const last = this.tokens[this.#at++];
      if (last?.kind !== 'ref') throw new NotRead();
      return { kind: 'ref', ref: token.ref, last: last.ref, from, to: last.to };
    }
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text), from, to };
    if (token.kind === 'other') return { kind: 'other', from, to };
    if (token.kind === 'name') {
      if (!this.#take('(')) return { kind: 'other', from, to };
      const args = this.#args();
      return { kind: 'call', name: token.text.toUpperCase().replace(/^_XLFN\./, ''), args, from, to: this.#end };
    }
    if (token.text !== '(') throw new NotRead();
    const inner = this.#level(0);
    if (!this.#take(')')) throw new NotRead();
    return { ...inner, from, to: this.#end };
  }

  get #end(): number {
    return this.tokens[this.#at - 1]?.to ?? 0;
  }

  #args(): Node[] {
    if (this.#take(')')) return [];
    const args: Node[] = [];
    for (;;) {
      args.push(this.#sign(',', ';', ')') ? { kind: 'other', from: this.#end, to: this.#end } : this.#level(0));
      if (this.#take(')')) return args;
      if (!this.#take(',', ';')) throw new NotRead();
    }
  }
}

/** A formula as a tree; undefined for what cannot be read here, of which nothing is said. */
export function parseExpression(formula: string): Node | undefined {
  const parts = tryParse(formula);
  const tokens = parts && tokensOf(parts);
  const [first] = tokens ?? [];
  if (first?.kind !== 'sign' || first.text !== '=' || !tokens || tokens.length > LONGEST) return undefined;
  try {
    return new Parser(tokens.slice(1)).whole();
  } catch (error) {
    if (error instanceof NotRead) return undefined;
    throw error;
  }
}

/** The ids of the lines that a tree names one by one. */
export function linesIn(node: Node): string[] {
  switch (node.kind) {
    case 'ref':
      return node.ref.kind === 'line' ? [node.ref.id] : [];
    case 'call':
      return node.args.flatMap(linesIn);
    case 'binary':
      return [...linesIn(node.left), ...linesIn(node.right)];
    case 'sign':
    case 'percent':
      return linesIn(node.of);
    default:
      return [];
  }
}

/** The number that a tree of literals comes to; undefined where it names anything. */
export function constantOf(node: Node): number | undefined {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'percent') {
    const of = constantOf(node.of);
    return of === undefined ? undefined : of / 100;
  }
  // Of a sign only the size matters here.
  if (node.kind === 'sign') return constantOf(node.of);
  if (node.kind !== 'binary') return undefined;
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  if (left === undefined || right === undefined) return undefined;
  if (node.op === '*') return left * right;
  if (node.op === '/') return left / right;
  if (node.op === '^') return left ** right;
  return node.op === '+' ? left + right : undefined;
}
