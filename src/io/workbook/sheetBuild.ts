import type { Draft, Place } from './draft.ts';
import { keyOf, type SheetGrid } from './grid.ts';
import type { Source } from './types.ts';

/** What becomes of the cells of a sheet, as it is cut. */
export class SheetBuild {
  /** Where each cell stands in the model. */
  readonly places = new Map<number, Place>();
  /** Cells that were looked at: placed, or taken as labels. */
  readonly #used = new Set<number>();
  /** Labels and heads that formulas make: what they come to was taken. */
  readonly labels: Source[] = [];
  readonly heads: Source[] = [];
  /** Texts that nothing names and that label nothing. */
  readonly texts: Source[] = [];
  readonly #merged = new Map<number, string>();

  constructor(readonly grid: SheetGrid) {
    for (const { row, column, lastRow, lastColumn } of grid.sheet.merged) {
      const text = grid.text(row, column);
      // Over lines: a label of several. Whole areas of a sheet that were merged are none.
      if (text === '' || lastRow === row || lastRow - row > 200 || lastColumn - column > 5) continue;
      for (let at = row; at <= lastRow; at++) this.#merged.set(keyOf(at, column), text);
    }
  }

  /** The text of the merged cells to which a cell belongs. */
  mergedText(row: number, column: number): string {
    return this.#merged.get(keyOf(row, column)) ?? '';
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
