import { shownNumber } from '../xlsx/formats.ts';
import type { Draft, Place } from './draft.ts';
import { keyOf, type SheetGrid } from './grid.ts';
import type { Source } from './types.ts';

/** What becomes of the cells of a sheet, as it is cut. */
export class SheetBuild {
  /** Where each cell stands in the model. */
  readonly places = new Map<number, Place>();
  /** Cells that were looked at: placed, or taken as labels. */
  readonly #used = new Set<number>();
  /** Heads that formulas make: what they come to was taken. */
  readonly heads: Source[] = [];
  /** Texts over groups of the same periods, which their lines bear. */
  readonly groups = new Set<number>();
  /** Texts that nothing names and that label nothing. */
  readonly texts: Source[] = [];
  readonly #merged = new Map<number, string>();

  constructor(readonly grid: SheetGrid) {
    for (const { row, column, lastRow, lastColumn } of grid.sheet.merged) {
      const { value } = grid.at(row, column) ?? {};
      // Whole areas of a sheet that were merged name nothing.
      const isName = typeof value === 'string' || typeof value === 'number';
      if (!isName || (lastRow - row + 1) * (lastColumn - column + 1) > 500) continue;
      for (let r = row; r <= lastRow; r++)
        for (let c = column; c <= lastColumn; c++)
          this.#merged.set(keyOf(r, c), String(value).replace(/\s+/g, ' ').trim());
    }
  }

  /** The text of the merged cells to which a cell belongs. */
  mergedText(row: number, column: number): string {
    return this.#merged.get(keyOf(row, column)) ?? '';
  }

  /** A number as its cell shows it; empty for all else. */
  shown(row: number, column: number): string {
    const cell = this.grid.at(row, column);
    if (typeof cell?.value !== 'number') return '';
    return shownNumber(Number(cell.value.toPrecision(6)), this.grid.form(cell), this.grid.book.from1904);
  }

  place(draft: Draft): void {
    for (const [at, [row, column]] of draft.cells) {
      const key = keyOf(row, column);
      if (this.places.has(key)) continue;
      this.places.set(key, { draft, at });
      this.#used.add(key);
    }
  }

  /** Marks a cell as looked at. @param text only where it is a text */
  use(row: number, column: number, text = false): void {
    const value = this.grid.at(row, column)?.value;
    if (!text || typeof value === 'string') this.#used.add(keyOf(row, column));
  }

  isUsed(row: number, column: number): boolean {
    return this.#used.has(keyOf(row, column));
  }
}
