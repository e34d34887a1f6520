import type { Area, BookCells } from '../xlsx/cells.ts';
import { ARRAY, calledAs, simplified, VALUE, type Wanted, wantedBy } from './arguments.ts';
import type { Needs } from './draft.ts';
import { parse } from './formula.ts';
import { keyOf, placesOf, type SheetGrid } from './grid.ts';
import { isCell, type Node, type Reference, Unmapped } from './node.ts';
import { isWhole, type Names } from './scope.ts';
import type { Source } from './types.ts';

/** A formula of the file: as a tree, or why it is none. */
export interface Formula {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** As the file writes it. */
  readonly text: string;
  readonly node: Node | Unmapped;
  /** Of an array formula: which cell of the array stands here, from 1, and of how many. */
  readonly array?: { readonly row: number; readonly column: number; readonly isOne: boolean };
}

/** Areas of which every cell is looked at; larger ones name no cell by itself. */
const MOST = 20_000;

/** All formulas of a workbook, and the cells to which they refer. */
export class Formulas implements Needs {
  readonly all: Formula[] = [];
  #singles: Set<number>[] = [];
  #texts: Set<number>[] = [];
  #blanks: Set<number>[] = [];
  #covered: Set<number>[] = [];
  #vertical: Set<number>[] = [];
  /** Sheets to which each sheet refers. */
  readonly sheets = new Map<number, Set<number>>();
  readonly #seen = new Set<string>();

  constructor(
    readonly book: BookCells,
    readonly grids: readonly SheetGrid[],
    readonly names: Names,
  ) {
    for (const [sheet, { cells }] of book.sheets.entries())
      for (const cell of cells) {
        if (cell.formula === undefined) continue;
        if (cell.isTable && cell.array) {
          for (const [row, column] of placesOf(cell.array))
            this.all.push({ sheet, row, column, text: 'TABLE()', node: new Unmapped('table', 'TABLE') });
          continue;
        }
        const node = this.#parsed(cell.formula, sheet, cell.row, cell.column);
        if (!cell.array) {
          this.all.push({ sheet, row: cell.row, column: cell.column, text: cell.formula, node });
          continue;
        }
        const { array } = cell;
        for (const [row, column] of placesOf(array)) {
          const place = { row: row - array.row + 1, column: column - array.column + 1, isOne: isCell(array) };
          this.all.push({ sheet, row, column, text: cell.formula, node, array: place });
        }
      }
    this.look();
  }

  /** Looks at what formulas refer to, but for those of some cells: what only names something needs nothing. */
  look(except: readonly Source[] = []): void {
    const sets = () => this.book.sheets.map(() => new Set<number>());
    [this.#singles, this.#texts, this.#blanks] = [sets(), sets(), sets()];
    [this.#covered, this.#vertical] = [sets(), sets()];
    this.sheets.clear();
    this.#seen.clear();
    const left = new Set(except.map(({ sheet, row, column }) => `${sheet}!${keyOf(row, column)}`));
    for (const { node, sheet, row, column, array } of this.all)
      if (!(node instanceof Unmapped) && !left.has(`${sheet}!${keyOf(row, column)}`))
        this.#walk(node, array ? ARRAY : VALUE, sheet, row, column);
  }

  #parsed(formula: string, sheet: number, row: number, column: number): Node | Unmapped {
    try {
      return simplified(parse(formula, this.names.scope(sheet, row, column)));
    } catch (error) {
      if (error instanceof Unmapped) return error;
      throw error;
    }
  }

  single(sheet: number, row: number, column: number): boolean {
    const key = keyOf(row, column);
    return (this.#singles[sheet]?.has(key) ?? false) || (this.#texts[sheet]?.has(key) ?? false);
  }

  /** Whether an empty cell counts as one: a text in its place would be something else. */
  blank(sheet: number, row: number, column: number): boolean {
    const key = keyOf(row, column);
    return (this.#singles[sheet]?.has(key) ?? false) || (this.#blanks[sheet]?.has(key) ?? false);
  }

  covered(sheet: number, row: number, column: number): boolean {
    return this.#covered[sheet]?.has(keyOf(row, column)) ?? false;
  }

  vertical(sheet: number, row: number, column: number): boolean {
    return this.#vertical[sheet]?.has(keyOf(row, column)) ?? false;
  }

  *singles(sheet: number): Iterable<readonly [number, number]> {
    for (const key of this.#singles[sheet] ?? []) yield [Math.floor(key / 16_384), key % 16_384];
  }

  #walk(node: Node, wanted: Wanted, sheet: number, row: number, column: number): void {
    const walk = (one: Node, how: Wanted) => this.#walk(one, how, sheet, row, column);
    switch (node.kind) {
      case 'area':
        this.#refer(node, wanted, sheet, row, column);
        break;
      case 'binary':
        for (const one of [node.left, node.right])
          walk(one, wanted.isArray ? { ...wanted, as: 'array', isTolerant: false } : VALUE);
        break;
      case 'unary':
      case 'percent':
        walk(node.of, wanted.isArray ? { ...wanted, as: 'array', isTolerant: false } : VALUE);
        break;
      case 'single':
        walk(node.of, VALUE);
        break;
      case 'group':
        for (const one of node.of) walk(one, wanted);
        break;
      case 'span':
        walk(node.from, { ...wanted, as: 'array' });
        walk(node.to, { ...wanted, as: 'array' });
        break;
      case 'call': {
        const isCounting = ['ROW', 'COLUMN', 'ROWS', 'COLUMNS'].includes(node.name);
        if (!isCounting)
          for (const [i, one] of node.given.entries())
            walk(one, wantedBy(calledAs(node.name, node.given), i, node.given.length, wanted));
      }
    }
  }

  #refer({ sheet, area }: Reference, wanted: Wanted, own: number, row: number, column: number): void {
    if (sheet !== own) {
      const others = this.sheets.get(own) ?? new Set<number>();
      this.sheets.set(own, others.add(sheet));
    }
    if (isCell(area)) {
      this.#singles[sheet]?.add(keyOf(area.row, area.column));
      return;
    }
    const grid = this.grids[sheet];
    if (!grid) return;
    if (wanted.as === 'value' && !wanted.isArray) {
      const one = beside(area, row, column);
      if (one) this.#singles[sheet]?.add(keyOf(...one));
      return;
    }
    const kind = `${sheet}!${area.row}:${area.column}:${area.lastRow}:${area.lastColumn}:${wanted.isTolerant}`;
    if (this.#seen.has(kind)) return;
    this.#seen.add(kind);
    const clipped = grid.clip(area);
    if ((clipped.lastRow - clipped.row + 1) * (clipped.lastColumn - clipped.column + 1) > MOST) return;
    const isDown = clipped.lastRow > clipped.row;
    const isLong = isWhole(area) ? longTexts(grid, clipped) : undefined;
    const looksAtTexts = (r: number, c: number) => !wanted.isTolerant && (isLong?.(r, c) ?? true);
    for (const [r, c] of placesOf(clipped)) {
      const key = keyOf(r, c);
      this.#covered[sheet]?.add(key);
      if (isDown) this.#vertical[sheet]?.add(key);
      if (looksAtTexts(r, c) && grid.at(r, c)) this.#texts[sheet]?.add(key);
      if (!wanted.isTolerant && !grid.at(r, c)) this.#blanks[sheet]?.add(key);
    }
  }
}

/** Texts one below the other from which on they are lines, where a whole column is looked through: written out in each formula they would be too long. */
const LONG = 40;
/** Texts of which no lines are made. */
const MOST_TEXTS = 2_000;

/** Which cells of whole columns are texts of a long list. */
function longTexts(
  grid: SheetGrid,
  { row, column, lastRow, lastColumn }: Area,
): (row: number, column: number) => boolean {
  const found = new Set<number>();
  for (let c = column; c <= lastColumn; c++) {
    let run: number[] = [];
    for (let r = row; r <= lastRow + 1; r++) {
      const cell = r <= lastRow ? grid.at(r, c) : undefined;
      if (typeof cell?.value === 'string' && cell.formula === undefined) run.push(keyOf(r, c));
      else {
        if (run.length >= LONG) for (const key of run) found.add(key);
        run = [];
      }
    }
  }
  return (r, c) => found.size <= MOST_TEXTS && found.has(keyOf(r, c));
}

/** The cell of a row or column that stands beside a formula; undefined where none does. */
export function beside(
  { row, column, lastRow, lastColumn }: Reference['area'],
  ownRow: number,
  ownColumn: number,
): readonly [row: number, column: number] | undefined {
  if (row === lastRow) return ownColumn >= column && ownColumn <= lastColumn ? [row, ownColumn] : undefined;
  if (column === lastColumn) return ownRow >= row && ownRow <= lastRow ? [ownRow, column] : undefined;
  return undefined;
}
