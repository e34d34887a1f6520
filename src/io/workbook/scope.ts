import type { Area, BookCells, BookTable, DefinedName } from '../xlsx/cells.ts';
import { type Fixed, type Node, nodesOf, parse, type Scope, Unmapped } from './formula.ts';

const FIXED: Fixed = { row: true, column: true };
/** How deep names may lie in names. */
const DEEPEST = 20;

const folded = (name: string): string => name.toLowerCase();

/** What the names, tables and sheets of a workbook mean in formulas. */
export class Names {
  readonly #sheets: ReadonlyMap<string, number>;
  readonly #tables = new Map<string, { readonly table: BookTable; readonly sheet: number }>();
  /** By name; those of a sheet with its place before them. */
  readonly #names = new Map<string, DefinedName>();
  #depth = 0;

  constructor(readonly book: BookCells) {
    this.#sheets = new Map(book.sheets.map(({ name }, i) => [folded(name), i]));
    for (const [sheet, { tables }] of book.sheets.entries())
      for (const table of tables) this.#tables.set(folded(table.name), { table, sheet });
    for (const one of book.names) this.#names.set(`${one.sheet ?? ''}!${folded(one.name)}`, one);
  }

  /** What a formula in a cell of a sheet can name. */
  scope(own: number, row: number, column: number): Scope {
    return {
      own,
      sheet: (name) => {
        const place = this.#sheets.get(folded(name));
        if (place === undefined) throw new Unmapped('name', name);
        return place;
      },
      name: (name, sheet) => this.#meaning(name, sheet ?? own, own, row, column),
      structured: (text) => this.#structured(text, own, row, column),
    };
  }

  /** The defined names that are a single cell, with where it is. */
  *cells(): Iterable<readonly [name: string, sheet: number, area: Area]> {
    for (const { name, sheet, formula } of this.book.names) {
      try {
        const node = parse(formula, this.scope(sheet ?? 0, 0, 0));
        if (node.kind === 'area') yield [name, node.sheet, node.area];
      } catch (error) {
        if (!(error instanceof Unmapped)) throw error;
      }
    }
  }

  #meaning(name: string, sheet: number, own: number, row: number, column: number): Node {
    const known = this.#names.get(`${sheet}!${folded(name)}`) ?? this.#names.get(`!${folded(name)}`);
    if (!known) {
      const table = this.#tables.get(folded(name));
      if (table) return this.#area(table.sheet, bodyOf(table.table));
      throw new Unmapped('name', name);
    }
    if (++this.#depth > DEEPEST) {
      this.#depth = 0;
      throw new Unmapped('name', name);
    }
    const node = parse(known.formula.replace(/^=/, ''), this.scope(known.sheet ?? own, row, column));
    this.#depth--;
    for (const one of nodesOf(node)) {
      const isMoving = one.kind === 'area' && !(one.from.row && one.from.column && one.to.row && one.to.column);
      // What a name means that moves depends on the cell in which it was defined.
      if (isMoving && !isWhole(one.area)) throw new Unmapped('name', name);
    }
    return node.kind === 'area' || node.kind === 'literal' ? node : { kind: 'group', of: [node] };
  }

  #area(sheet: number, area: Area, isRelative = false): Node {
    const fixed = isRelative ? { row: false, column: true } : FIXED;
    return { kind: 'area', sheet, area, from: fixed, to: fixed };
  }

  /** `Table[Column]`, `Table[[#This Row],[Column]]`, `[@Column]`. */
  #structured(text: string, own: number, row: number, column: number): Node {
    const open = text.indexOf('[');
    const named = text.slice(0, open);
    const found = named === '' ? this.#around(own, row, column) : this.#tables.get(folded(named));
    if (!found) throw new Unmapped('table', text);
    const { table, sheet } = found;
    const inner = text.slice(open + 1, -1).trim();
    const bodies = inner.startsWith('@') ? ['#This Row', ...split(inner.slice(1))] : split(inner);
    const items = bodies.filter((one) => one.startsWith('#')).map((one) => one.toLowerCase());
    const columns = bodies.filter((one) => !one.startsWith('#') && one !== '');
    const body = bodyOf(table);
    let [first, last] = [body.column, body.lastColumn];
    if (columns.length > 0) {
      const places = columns.map((one) => table.columns.findIndex((name) => folded(name) === folded(unescaped(one))));
      if (places.includes(-1)) throw new Unmapped('table', text);
      first = body.column + Math.min(...places);
      last = body.column + Math.max(...places);
    }
    const rows = (from: number, to: number): Node =>
      this.#area(sheet, { row: from, lastRow: to, column: first, lastColumn: last });
    if (items.includes('#this row')) {
      if (row < body.row || row > body.lastRow) throw new Unmapped('table', text);
      return this.#area(sheet, { row, lastRow: row, column: first, lastColumn: last }, true);
    }
    const { area } = table;
    if (items.includes('#all')) return rows(area.row, area.lastRow);
    const [heads, totals, data] = ['#headers', '#totals', '#data'].map((item) => items.includes(item));
    if (!heads && !totals) return rows(body.row, body.lastRow);
    if (heads && totals) throw new Unmapped('table', text);
    if (heads) return rows(area.row, data ? body.lastRow : area.row + table.headerRows - 1);
    return rows(data ? body.row : body.lastRow + 1, area.lastRow);
  }

  #around(own: number, row: number, column: number) {
    for (const found of this.#tables.values()) {
      const { area } = found.table;
      const isIn = row >= area.row && row <= area.lastRow && column >= area.column && column <= area.lastColumn;
      if (found.sheet === own && isIn) return found;
    }
    return undefined;
  }
}

const bodyOf = ({ area, headerRows, totalRows }: BookTable): Area => ({
  ...area,
  row: area.row + headerRows,
  lastRow: area.lastRow - totalRows,
});

/** Whether it goes through all rows or columns. */
export const isWhole = ({ row, column, lastRow, lastColumn }: Area): boolean =>
  (row === 0 && lastRow >= 1_048_575) || (column === 0 && lastColumn >= 16_383);

const unescaped = (name: string): string => name.replace(/'(.)/g, '$1').replace(/\s+/g, ' ');

/** The names and items between brackets: `[#This Row],[Price]`, `[Price]:[Quantity]`, or one without brackets. */
function split(inner: string): string[] {
  if (!inner.startsWith('[')) return [inner.trim()];
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (let i = 0; i < inner.length; i++) {
    const sign = inner[i] ?? '';
    if (sign === "'" && depth > 0) part += sign + (inner[++i] ?? '');
    else if (sign === '[' && depth++ === 0) part = '';
    else if (sign === ']' && --depth === 0) parts.push(part.trim());
    else if (depth > 0) part += sign;
  }
  return parts;
}
