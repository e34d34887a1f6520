import type { BookCell, BookCells, SheetCells } from '../../io/xlsx/cells.ts';
import { columnName } from '../../model/address.ts';
import type { Slot } from '../../model/content.ts';
import { LABEL, UNIT } from '../carried.ts';
import { steadyText } from '../digest.ts';
import type { Carried, Followed } from './carriedIn.ts';

/** The cells of a sheet by row and column. */
export class Grid {
  readonly #rows = new Map<number, Map<number, BookCell>>();

  constructor(readonly sheet: SheetCells) {
    for (const cell of sheet.cells) {
      const row = this.#rows.get(cell.row);
      if (row) row.set(cell.column, cell);
      else this.#rows.set(cell.row, new Map([[cell.column, cell]]));
    }
  }

  at(row: number, column: number | undefined): BookCell | undefined {
    return column === undefined ? undefined : this.#rows.get(row)?.get(column);
  }

  row(row: number): Iterable<BookCell> {
    return this.#rows.get(row)?.values() ?? [];
  }

  /** The rows in which something stands, from top to bottom. */
  get rows(): number[] {
    return [...this.#rows.keys()].sort((a, b) => a - b);
  }
}

/** Whether a cell shows nothing. */
export const isEmpty = (cell: BookCell | undefined): boolean =>
  cell === undefined || (cell.formula === undefined && (cell.value === undefined || cell.value === ''));

/** The text that a cell shows as a name or a unit. */
export const shownText = (cell: BookCell | undefined): string =>
  typeof cell?.value === 'object' || cell?.value === undefined ? '' : steadyText(String(cell.value));

export const addressIn = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** Where the lines and columns of a document stand in a sheet of its workbook. */
export interface Places {
  /** The place of the sheet in the file. */
  readonly sheet: number;
  readonly name: string;
  readonly grid: Grid;
  /** The row of the heads. */
  readonly head: number;
  /** Rows of lines by id; those that were taken out are not there. */
  readonly rows: ReadonlyMap<string, number>;
  /** Lines by row. */
  readonly lines: ReadonlyMap<number, string>;
  /** Columns by `LABEL`, `UNIT`, `RESTS` and the keys of slots. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns of the file by those keys. */
  readonly keys: ReadonlyMap<number, string>;
  /** Whether a row belongs to a table below the lines, which is made anew for each file. */
  readonly isOfTable: (row: number) => boolean;
}

const inverse = <K, V>(map: ReadonlyMap<K, V>): Map<V, K> => new Map([...map].map(([key, value]) => [value, key]));

/** The sheet to which most references lead. */
function sheetOf(followed: readonly Followed[]): number | 'gone' | undefined {
  const counts = new Map<number, number>();
  for (const one of followed) if (typeof one === 'object') counts.set(one.sheet, (counts.get(one.sheet) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best) return best[0];
  return followed.includes('gone') ? 'gone' : undefined;
}

/**
 * Where a scenario's sheet has its lines and columns; `gone` where it was taken out. References that became values are
 * taken for what they were made as.
 */
export function placesOf(carried: Carried, scenario: number, book: BookCells): Places | 'gone' {
  const columnRefs = [...carried.columns].map(([key, refs]) => [key, refs[scenario]] as const);
  const lineRefs = [...carried.lines].map(([id, { labels }]) => [id, labels[scenario]] as const);
  const found = sheetOf([...columnRefs, ...lineRefs].map(([, one]) => one));
  if (found === 'gone') return 'gone';
  const sheet = found ?? book.sheets.findIndex(({ name }) => name === carried.scenarios[scenario]?.name);
  const cells = book.sheets[sheet];
  if (!cells) return 'gone';
  const isThere = (one: Followed): one is Exclude<Followed, 'gone' | undefined> =>
    typeof one === 'object' && one.sheet === sheet;
  const isBare = found === undefined;
  const columns = new Map(
    columnRefs.flatMap(([key, one], i) =>
      isThere(one) ? [[key, one.column] as const] : isBare ? [[key, i] as const] : [],
    ),
  );
  const rows = new Map(
    lineRefs.flatMap(([id, one], i) =>
      isThere(one) ? [[id, one.row] as const] : isBare ? [[id, i + 1] as const] : [],
    ),
  );
  const heads = columnRefs.map(([, one]) => one).filter(isThere);
  const tables = carried.tables.flatMap(([from, to]) =>
    isThere(from) && isThere(to) ? [[from.row, to.row] as const] : [],
  );
  return {
    sheet,
    name: cells.name,
    grid: new Grid(cells),
    head: heads[0]?.row ?? 0,
    rows,
    lines: inverse(rows),
    columns,
    keys: inverse(columns),
    isOfTable: (row) => tables.some(([from, to]) => row >= from && row <= to),
  };
}

/** Whether a sheet has the heads and the names of another one in its places: it is a copy of it, made in the spreadsheet. */
export function copyOf(places: Places, sheet: number, cells: SheetCells): Places | undefined {
  const grid = new Grid(cells);
  const label = places.columns.get(LABEL);
  const isSame = (row: number, column: number | undefined) =>
    shownText(grid.at(row, column)) === shownText(places.grid.at(row, column));
  const heads = [...places.columns.values()].every((column) => isSame(places.head, column));
  const names = [...places.rows.values()];
  if (!heads || names.length === 0 || !names.every((row) => isSame(row, label))) return undefined;
  return { ...places, sheet, name: cells.name, grid };
}

/** A row of the file in which a line stands that the document does not have yet. */
export interface NewRow {
  readonly row: number;
  /** The line of the document above it; undefined where none is. */
  readonly above: string | undefined;
  readonly label: string;
}

/** The rows of a sheet that are none of its lines and in which something stands in its columns. */
export function newRows(places: Places, slots: ReadonlyMap<string, Slot>): NewRow[] {
  const { grid, head, lines, columns, isOfTable } = places;
  const meant = [...columns]
    .filter(([key]) => key === LABEL || key === UNIT || slots.has(key))
    .map(([, column]) => column);
  const found: NewRow[] = [];
  let above: string | undefined;
  for (const row of grid.rows) {
    const line = lines.get(row);
    if (line !== undefined) above = line;
    else if (row > head && !isOfTable(row) && meant.some((column) => !isEmpty(grid.at(row, column))))
      found.push({ row, above, label: shownText(grid.at(row, columns.get(LABEL))) });
  }
  return found;
}
