import type { BookCells } from '../xlsx/cells.ts';
import { parse } from './formula.ts';
import type { SheetGrid } from './grid.ts';
import { isCell, type Node, Unmapped } from './node.ts';
import { dayOf } from './periodCells.ts';
import type { Names } from './scope.ts';
import { sourceKey } from './types.ts';

type Simple = number | string | undefined;
/** How far a chain of headers may reach. */
const DEEPEST = 1_100;

const serialOf = (year: number, month: number, day: number, from1904: boolean): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 25_569 - (from1904 ? 1462 : 0);

/**
 * What heads and labels come to where the file stores no values: chains of `=C3+1`, `EDATE`, references and texts that are
 * joined. All else stays unknown, and is computed by the engine.
 */
export class SimpleValues {
  readonly #known = new Map<string, Simple>();
  #depth = 0;

  constructor(
    readonly book: BookCells,
    readonly grids: readonly SheetGrid[],
    readonly names: Names,
  ) {}

  at(sheet: number, row: number, column: number): Simple {
    const cell = this.grids[sheet]?.at(row, column);
    if (!cell) return undefined;
    if (cell.value !== undefined || cell.formula === undefined)
      return typeof cell.value === 'number' || typeof cell.value === 'string' ? cell.value : undefined;
    const key = sourceKey({ sheet, row, column });
    if (this.#known.has(key)) return this.#known.get(key);
    this.#known.set(key, undefined);
    if (this.#depth > DEEPEST) return undefined;
    this.#depth++;
    let found: Simple;
    try {
      found = this.#of(parse(cell.formula, this.names.scope(sheet, row, column)));
    } catch (error) {
      if (!(error instanceof Unmapped)) throw error;
    }
    this.#depth--;
    this.#known.set(key, found);
    return found;
  }

  #of(node: Node): Simple {
    switch (node.kind) {
      case 'literal':
        if (node.text.startsWith('"')) return node.text.slice(1, -1).replaceAll('""', '"');
        return /^[\d.]+$/.test(node.text) ? Number(node.text) : undefined;
      case 'area':
        return isCell(node.area) ? this.at(node.sheet, node.area.row, node.area.column) : undefined;
      case 'group':
        return node.of.length === 1 && node.of[0] ? this.#of(node.of[0]) : undefined;
      case 'single':
        return this.#of(node.of);
      case 'binary':
        return this.#binary(node.sign, this.#of(node.left), this.#of(node.right));
      case 'call':
        return this.#call(
          node.name,
          node.given.map((one) => this.#of(one)),
        );
      default:
        return undefined;
    }
  }

  #binary(sign: string, left: Simple, right: Simple): Simple {
    if (left === undefined || right === undefined) return undefined;
    if (sign === '&') return `${left}${right}`;
    if (typeof left !== 'number' || typeof right !== 'number') return undefined;
    if (sign === '+') return left + right;
    if (sign === '-') return left - right;
    return sign === '*' ? left * right : undefined;
  }

  #call(name: string, given: readonly Simple[]): Simple {
    const numbers = given.filter((one) => typeof one === 'number');
    if (numbers.length < given.length) return undefined;
    const [a = 0, b = 0, c = 0] = numbers;
    const { from1904 } = this.book;
    const { year, month, day } = dayOf(a, from1904);
    switch (name) {
      case 'DATE':
        return serialOf(a, b, c, from1904);
      case 'YEAR':
        return year;
      case 'MONTH':
        return month;
      case 'EDATE': {
        const last = dayOf(serialOf(year, month + b + 1, 0, from1904), from1904).day;
        return serialOf(year, month + b, Math.min(day, last), from1904);
      }
      case 'EOMONTH':
        return serialOf(year, month + b + 1, 0, from1904);
      default:
        return undefined;
    }
  }
}
