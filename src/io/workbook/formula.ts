import { columnIndex } from '../../model/address.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../xlsx/cellStream.ts';
import type { Area } from '../xlsx/cells.ts';
import { type Token, tokensOf } from './formulaTokens.ts';
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

/** What names in a formula mean. Each throws `Unmapped` for what it does not know. */
export interface Scope {
  /** The place of a sheet by its name. */
  sheet(name: string): number;
  /** The sheet, or the sheets from one to another, that stand before an address: `'[1]Other'!`. */
  name(name: string, sheet: number | undefined): Node;
  structured(text: string): Node;
  /** The sheet of the formula. */
  readonly own: number;
}

const BINDING: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** A number as formulas of ours write it, without exponent. */
const plainNumber = (text: string): string =>
  /e/i.test(text) ? Number(text).toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 17 }) : text;

class Parser {
  #next = 0;

  constructor(
    readonly tokens: readonly Token[],
    readonly scope: Scope,
  ) {}

  parse(): Node {
    const node = this.#expression(0);
    this.#blanks();
    if (this.#next < this.tokens.length) throw new Unmapped('syntax', this.tokens[this.#next]?.text ?? '');
    return node;
  }

  #peek(ahead = 0): Token | undefined {
    return this.tokens[this.#next + ahead];
  }

  #blanks(): boolean {
    const before = this.#next;
    while (this.#peek()?.kind === 'blank') this.#next++;
    return this.#next > before;
  }

  #take(sign: string): boolean {
    const before = this.#next;
    this.#blanks();
    if (this.#peek()?.kind === 'sign' && this.#peek()?.text === sign) {
      this.#next++;
      return true;
    }
    this.#next = before;
    return false;
  }

  #expression(least: number): Node {
    let left = this.#operand();
    for (;;) {
      this.#blanks();
      const token = this.#peek();
      const binding = token?.kind === 'sign' ? BINDING[token.text] : undefined;
      if (!token || binding === undefined || binding < least) return left;
      this.#next++;
      left = { kind: 'binary', sign: token.text, left, right: this.#expression(binding + 1) };
    }
  }

  #operand(): Node {
    this.#blanks();
    for (const sign of ['-', '+']) if (this.#take(sign)) return { kind: 'unary', sign, of: this.#operand() };
    if (this.#take('@')) return { kind: 'single', of: this.#operand() };
    let node = this.#intersection();
    while (this.#take('%')) node = { kind: 'percent', of: node };
    return node;
  }

  /** References with a blank between them: what they share. */
  #intersection(): Node {
    let node = this.#range();
    for (;;) {
      const before = this.#next;
      if (!this.#blanks() || !['cell', 'sheet', 'name', 'columns', 'rows'].includes(this.#peek()?.kind ?? '')) {
        this.#next = before;
        return node;
      }
      const other = this.#range();
      if (node.kind !== 'area' || other.kind !== 'area' || node.sheet !== other.sheet)
        throw new Unmapped('shape', 'intersection');
      const area = {
        row: Math.max(node.area.row, other.area.row),
        column: Math.max(node.area.column, other.area.column),
        lastRow: Math.min(node.area.lastRow, other.area.lastRow),
        lastColumn: Math.min(node.area.lastColumn, other.area.lastColumn),
      };
      if (area.row > area.lastRow || area.column > area.lastColumn) throw new Unmapped('shape', 'intersection');
      const isRow = node.area.row === node.area.lastRow;
      const [down, right]: readonly [Fixed, Fixed] = isRow ? [node.from, other.from] : [other.from, node.from];
      const fixed = { row: down.row, column: right.column };
      node = { ...node, area, from: fixed, to: fixed };
    }
  }

  #range(): Node {
    let node = this.#primary();
    while (this.#take(':')) {
      this.#blanks();
      const other = this.#primary(node.kind === 'area' ? node.sheet : undefined);
      node = joined(node, other);
    }
    return node;
  }

  #primary(sheet?: number): Node {
    this.#blanks();
    const token = this.#peek();
    if (!token) throw new Unmapped('syntax', '');
    this.#next++;
    const { kind, text } = token;
    switch (kind) {
      case 'number':
        return { kind: 'literal', text: plainNumber(text) };
      case 'text':
      case 'array':
      case 'error':
        return { kind: 'literal', text };
      case 'cell':
      case 'columns':
      case 'rows':
        return this.#address(token, sheet ?? this.scope.own);
      case 'sheet':
        return this.#sheeted(text);
      case 'structured':
        return this.scope.structured(text);
      case 'call':
        return this.#call(text);
      case 'name':
        return /^(?:true|false)$/i.test(text)
          ? { kind: 'literal', text: `${text.toUpperCase()}()` }
          : /^_xlpm\./.test(text)
            ? { kind: 'variable', name: text.slice(6) }
            : this.scope.name(text, undefined);
      case 'sign':
        if (text === '(') {
          const of = [this.#expression(0)];
          while (this.#take(',')) of.push(this.#expression(0));
          if (!this.#take(')')) throw new Unmapped('syntax', ')');
          return { kind: 'group', of };
        }
    }
    throw new Unmapped('syntax', text);
  }

  #address({ kind, text }: Token, sheet: number): Reference {
    if (kind === 'cell') {
      const [, fixedColumn, letters = '', fixedRow, digits] = CELL.exec(text) ?? [];
      const [row, column] = [Number(digits) - 1, columnIndex(letters)];
      if (row < 0 || row >= MOST_ROWS || column >= MOST_COLUMNS) throw new Unmapped('syntax', text);
      const fixed = { row: fixedRow === '$', column: fixedColumn === '$' };
      return { kind: 'area', sheet, area: { row, column, lastRow: row, lastColumn: column }, from: fixed, to: fixed };
    }
    const [one = '', other = ''] = text.split(':');
    const fixed = (end: string, isColumns: boolean): Fixed => {
      const isFixed = end.startsWith('$');
      return { row: isColumns || isFixed, column: !isColumns || isFixed };
    };
    const isColumns = kind === 'columns';
    const [a, b] = [one, other].map((end) => {
      const bare = end.replace('$', '');
      return isColumns ? columnIndex(bare) : Number(bare) - 1;
    }) as [number, number];
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const area = isColumns
      ? { row: 0, column: low, lastRow: MOST_ROWS - 1, lastColumn: high }
      : { row: low, column: 0, lastRow: high, lastColumn: MOST_COLUMNS - 1 };
    return {
      kind: 'area',
      sheet,
      area,
      from: fixed(a <= b ? one : other, isColumns),
      to: fixed(a <= b ? other : one, isColumns),
    };
  }

  /** An address or a name of another sheet, or of several. */
  #sheeted(prefix: string): Node {
    const name = prefix
      .slice(0, -1)
      .replace(/^'(.*)'$/s, '$1')
      .replaceAll("''", "'");
    const file = /^(?:.*[\\/])?\[([^\]]*)\]/.exec(name);
    if (file) throw new Unmapped('outside', file[1] ?? '');
    const token = this.#peek();
    if (!token) throw new Unmapped('syntax', prefix);
    if (token.kind === 'error') throw new Unmapped('syntax', token.text);
    this.#next++;
    const [first = '', last] = name.split(':');
    const from = this.scope.sheet(last === undefined ? name : first);
    if (last !== undefined) {
      if (token.kind !== 'cell') throw new Unmapped('shape', name);
      const to = this.scope.sheet(last);
      const end = this.#peek()?.text === ':' && this.#peek(1)?.kind === 'cell' ? this.#peek(1) : undefined;
      if (end) this.#next += 2;
      const of = Array.from({ length: to - from + 1 }, (_, i) => {
        const one = this.#address(token, from + i);
        return end ? joined(one, this.#address(end, from + i)) : one;
      });
      return { kind: 'group', of };
    }
    if (token.kind === 'cell' || token.kind === 'columns' || token.kind === 'rows') return this.#address(token, from);
    if (token.kind === 'name') return this.scope.name(token.text, from);
    throw new Unmapped('syntax', `${prefix}${token.text}`);
  }

  #call(open: string): Node {
    const name = open
      .slice(0, -1)
      .trim()
      .replace(/^(?:_xlfn\.|_xlws\.|_xludf\.)+/i, '')
      .toUpperCase();
    const given: Node[] = [];
    if (this.#take(')')) return { kind: 'call', name, given };
    do {
      this.#blanks();
      const token = this.#peek();
      const isMissing = token?.kind === 'sign' && (token.text === ',' || token.text === ')');
      given.push(isMissing ? { kind: 'missing' } : this.#expression(0));
    } while (this.#take(','));
    if (!this.#take(')')) throw new Unmapped('syntax', ')');
    if (name === 'SINGLE' && given[0]) return { kind: 'single', of: given[0] };
    return { kind: 'call', name, given };
  }
}

/** From one reference to another. */
function joined(from: Node, to: Node): Node {
  if (from.kind !== 'area' || to.kind !== 'area' || from.sheet !== to.sheet) return { kind: 'span', from, to };
  const [a, b] = [from.area, to.area];
  const isDown = a.row <= b.row;
  const isRight = a.column <= b.column;
  return {
    kind: 'area',
    sheet: from.sheet,
    area: {
      row: Math.min(a.row, b.row),
      column: Math.min(a.column, b.column),
      lastRow: Math.max(a.lastRow, b.lastRow),
      lastColumn: Math.max(a.lastColumn, b.lastColumn),
    },
    from: { row: (isDown ? from : to).from.row, column: (isRight ? from : to).from.column },
    to: { row: (isDown ? to : from).to.row, column: (isRight ? to : from).to.column },
  };
}

/** A formula of a file, without `=`, as a tree. @throws Unmapped */
export function parse(formula: string, scope: Scope): Node {
  const tokens = tokensOf(formula);
  if (!tokens) throw new Unmapped('syntax', formula.slice(0, 40));
  return new Parser(tokens, scope).parse();
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
