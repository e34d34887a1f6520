import type { Wanted } from './arguments.ts';
import { placesOf } from './grid.ts';
import type { Ground, Own, Spot } from './ground.ts';
import { type Fixed, type Reference, Unmapped } from './node.ts';
import { blockOf, type Item, type Stretch, stretchesOf } from './stretches.ts';

/** Stretches that a formula may list; beyond them nobody could read it, and the engine not take it. */
const MOST_STRETCHES = 250;
/** Cells of a range that are looked at. */
const MOST_CELLS = 40_000;

/** A range as it stands in a formula of the model. */
export interface Ranged {
  readonly text: string;
  /** Cells of the model in it. */
  readonly spots: readonly Spot[];
}

const keyOfArea = ({ sheet, area }: Reference): string =>
  `${sheet}!${area.row}:${area.column}:${area.lastRow}:${area.lastColumn}`;

const isSpot = (item: Item): item is Spot => item !== undefined && 'draft' in item;

/** Writes ranges of the file by the lines of the model. */
export class Ranges {
  readonly #items = new Map<string, Item[][]>();
  readonly #written = new Map<string, Ranged>();

  constructor(readonly ground: Ground) {}

  /** @throws Unmapped where its cells can't be put together */
  write(of: Reference, own: Own, wanted: Wanted): Ranged {
    const { from, to } = of;
    const { as, isTolerant, isShapeless, blank } = wanted;
    const key = [
      keyOfArea(of),
      from.row,
      from.column,
      to.row,
      to.column,
      own.slot,
      own.draft.axis?.step,
      as,
      isTolerant,
      isShapeless,
      blank,
    ].join();
    const known = this.#written.get(key);
    if (known) return known;
    const found = this.#write(of, own, wanted);
    this.#written.set(key, found);
    return found;
  }

  #write(of: Reference, own: Own, wanted: Wanted): Ranged {
    const items = this.#itemsOf(of, wanted);
    const spots = items.flat().filter(isSpot);
    return {
      text: wanted.as === 'list' ? this.#list(items, of, own, wanted) : this.#array(items, of, own, wanted),
      spots,
    };
  }

  /** Whether rows of a range are columns of the model. */
  isTurned(of: Reference, wanted: Wanted): boolean {
    const items = this.#itemsOf(of, wanted);
    const isRow = items.length === 1;
    const block = blockOf(this.ground, items, false);
    if (block && items.length > 1 && (items[0]?.length ?? 0) > 1) return block.isTurned;
    const stretches = stretchesOf(
      this.ground,
      items.length === 1 ? (items[0] ?? []) : items.map(([item]) => item),
      false,
    );
    return stretches.length === 1 && stretches[0]?.lies === (isRow ? 'down' : 'across');
  }

  #itemsOf(of: Reference, wanted: Wanted): Item[][] {
    const key = `${keyOfArea(of)} ${wanted.isTolerant}`;
    const known = this.#items.get(key);
    if (known) return known;
    const found = this.#read(of, wanted);
    this.#items.set(key, found);
    return found;
  }

  #read({ sheet, area }: Reference, wanted: Wanted): Item[][] {
    const grid = this.ground.grids[sheet];
    const clipped = grid?.clip(area) ?? area;
    const width = clipped.lastColumn - clipped.column + 1;
    if (width * (clipped.lastRow - clipped.row + 1) > MOST_CELLS)
      throw new Unmapped('wholeColumns', this.ground.address(sheet, clipped.row, clipped.column));
    const rows: Item[][] = [];
    for (const [row, column] of placesOf(clipped)) {
      if (column === clipped.column) rows.push([]);
      rows.at(-1)?.push(this.#item(sheet, row, column, wanted));
    }
    return rows;
  }

  #item(sheet: number, row: number, column: number, wanted: Wanted): Item {
    const spot = this.ground.spot(sheet, row, column);
    if (spot) return spot;
    const value = this.ground.cell(sheet, row, column)?.value;
    if (value === undefined && !this.ground.cell(sheet, row, column)) return undefined;
    if (typeof value === 'string') return wanted.isTolerant ? undefined : { text: quoted(value) };
    throw new Unmapped('leftOut', this.ground.address(sheet, row, column));
  }

  #list(items: readonly Item[][], of: Reference, own: Own, wanted: Wanted): string {
    // Empty cells count nowhere that takes a list.
    const block = blockOf(this.ground, items, wanted.isTolerant);
    if (block) return this.#between(block.from, block.to, of, own);
    const byRows = items.flatMap((row) => this.#stretches(row, wanted));
    const columns = (items[0] ?? []).map((_, i) => items.map((row) => row[i]));
    const byColumns = columns.flatMap((column) => this.#stretches(column, wanted));
    const best = byColumns.length < byRows.length ? byColumns : byRows;
    const filled = best.filter(({ from }) => from !== undefined);
    if (filled.length > MOST_STRETCHES) throw new Unmapped('shape', this.#said(of));
    return filled.map((stretch) => this.#stretch(stretch, of, own, wanted)).join(',');
  }

  #stretches(items: readonly Item[], { isTolerant }: Wanted): Stretch[] {
    return stretchesOf(this.ground, items, isTolerant);
  }

  #array(items: readonly Item[][], of: Reference, own: Own, wanted: Wanted): string {
    const width = items[0]?.length ?? 0;
    const isVector = items.length === 1 || width === 1;
    if (!isVector) {
      const block = blockOf(this.ground, items, false);
      if (block) {
        const text = this.#between(block.from, block.to, of, own);
        return block.isTurned && !wanted.isShapeless ? `TRANSPOSE(${text})` : text;
      }
      const rows = items.map((row) => this.#vector(row, 'across', of, own, wanted));
      const columns = Array.from({ length: width }, (_, i) =>
        this.#vector(
          items.map((row) => row[i]),
          'down',
          of,
          own,
          wanted,
        ),
      );
      const count = (list: readonly Vector[]) => list.reduce((sum, { stretches }) => sum + stretches, 0);
      const isDown = count(columns) <= count(rows);
      const best = isDown ? columns : rows;
      if (count(best) > MOST_STRETCHES) throw new Unmapped('shape', this.#said(of));
      return `${isDown ? 'HSTACK' : 'VSTACK'}(${best.map(({ text }) => text).join(',')})`;
    }
    const isAcross = items.length === 1;
    const list = isAcross ? (items[0] ?? []) : items.map(([item]) => item);
    const { text, stretches } = this.#vector(list, isAcross ? 'across' : 'down', of, own, wanted, wanted.isShapeless);
    if (stretches > MOST_STRETCHES) throw new Unmapped('shape', this.#said(of));
    return text;
  }

  /** A row or a column of cells, put together as it lies in the file; `isFree`: or as it lies in the model. */
  #vector(
    items: readonly Item[],
    lies: 'across' | 'down',
    of: Reference,
    own: Own,
    wanted: Wanted,
    isFree = false,
  ): Vector {
    // Where empty cells do not count, and it is the same in which order it lies, they are passed over.
    const stretches = stretchesOf(this.ground, items, isFree && wanted.isTolerant);
    if (stretches.length === 0) throw new Unmapped('shape', this.#said(of));
    const [only] = stretches;
    if (stretches.length === 1 && only) {
      if (!isSpot(only.from)) return { text: this.#constants(only, lies, wanted), stretches: 1, lies };
      const text = this.#stretch(only, of, own, wanted);
      const isTurned = only.lies !== 'both' && only.lies !== lies && !isFree;
      return { text: isTurned ? `TRANSPOSE(${text})` : text, stretches: 1, lies };
    }
    const texts = stretches.map((stretch) => {
      if (!isSpot(stretch.from)) return this.#constants(stretch, lies, wanted);
      const text = this.#stretch(stretch, of, own, wanted);
      return stretch.lies === 'both' || stretch.lies === lies ? text : `TRANSPOSE(${text})`;
    });
    return { text: `${lies === 'down' ? 'VSTACK' : 'HSTACK'}(${texts.join(',')})`, stretches: stretches.length, lies };
  }

  /** Empty cells that follow each other, and texts that are in no line. */
  #constants({ from, length }: Stretch, lies: 'across' | 'down', { blank }: Wanted): string {
    const text = from && 'text' in from ? from.text : blank;
    return length === 1 ? text : `EXPAND(${text},${lies === 'down' ? `${length},1` : `1,${length}`},${text})`;
  }

  #stretch({ from, to }: Stretch, of: Reference, own: Own, wanted: Wanted): string {
    if (!isSpot(from) || !isSpot(to)) return from && 'text' in from ? from.text : wanted.blank;
    return from === to
      ? this.ground.reference(from, own, this.#isFixed(from, of.from))
      : this.#between(from, to, of, own);
  }

  #between(from: Spot, to: Spot, of: Reference, own: Own): string {
    const { from: one, to: other } = of;
    if (from.draft === to.draft && from.slot === to.slot)
      return this.ground.reference(from, own, this.#isFixed(from, one));
    const year = this.#ofYear(from, to, of, own);
    if (year) return year;
    return `${this.ground.reference(from, own, this.#isFixed(from, one), true)}:${this.ground.reference(to, own, this.#isFixed(to, other), true)}`;
  }

  /** All periods of the year of the cell. */
  #ofYear({ draft, slot }: Spot, to: Spot, of: Reference, own: Own): string | undefined {
    const { step = 'year' } = this.ground.periods;
    const here = own.slot;
    if (draft !== to.draft || here === 'value' || slot === 'value' || to.slot === 'value' || step === 'year')
      return undefined;
    if (this.#isFixed(to, of.from) || this.#isFixed(to, of.to) || this.ground.calendar.has(draft)) return undefined;
    const whole = { half: 2, quarter: 4, month: 12 }[step];
    const isYear = slot % whole === 0 && to.slot === slot + whole - 1 && here >= slot && here <= to.slot;
    return isYear ? `{${draft.id}@year}` : undefined;
  }

  #isFixed({ draft }: Spot, fixed: Fixed): boolean {
    return draft.isAcross ? fixed.column : fixed.row;
  }

  #said({ sheet, area }: Reference): string {
    const { address } = this.ground;
    const from = address.call(this.ground, sheet, area.row, area.column);
    return `${from}:${address.call(this.ground, sheet, area.lastRow, area.lastColumn).split('!').at(-1)}`;
  }
}

interface Vector {
  readonly text: string;
  readonly stretches: number;
  readonly lies: 'across' | 'down';
}

/** A text as formulas write it. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
