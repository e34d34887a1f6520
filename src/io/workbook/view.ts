import type { BookCell } from '../xlsx/cells.ts';
import type { Doubles } from './doubles.ts';
import type { SheetGrid } from './grid.ts';
import { type TimeCell, timeOf } from './periodCells.ts';
import type { SimpleValues } from './simple.ts';

/** A sheet along its rows or down its columns: lines, and the positions in them. */
export class View {
  readonly #positions = new Map<number, number[]>();

  constructor(
    readonly grid: SheetGrid,
    readonly isAcross: boolean,
    readonly simple: SimpleValues,
    readonly doubles: Doubles,
  ) {
    for (const [row, columns] of grid.rows)
      for (const column of columns) {
        const [line, position] = isAcross ? [row, column] : [column, row];
        const known = this.#positions.get(line);
        if (known) known.push(position);
        else this.#positions.set(line, [position]);
      }
  }

  lines(): number[] {
    return [...this.#positions.keys()].sort((a, b) => a - b);
  }

  /** Filled positions of a line, in order. */
  positions(line: number): readonly number[] {
    return this.#positions.get(line) ?? [];
  }

  /** Row and column of a place. */
  place(line: number, position: number): readonly [row: number, column: number] {
    return this.isAcross ? [line, position] : [position, line];
  }

  cell(line: number, position: number): BookCell | undefined {
    return this.grid.at(...this.place(line, position));
  }

  /** The value, also where it is none that the file stores. */
  value(line: number, position: number): BookCell['value'] {
    const cell = this.cell(line, position);
    return cell?.value ?? (cell?.formula === undefined ? undefined : this.#simple(line, position));
  }

  #simple(line: number, position: number): number | string | undefined {
    return this.simple.at(this.grid.place, ...this.place(line, position));
  }

  text(line: number, position: number): string {
    const value = this.value(line, position);
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  }

  /** Whether a number, a truth, or a formula that may give one stands there. */
  isNumeric(line: number, position: number): boolean {
    const cell = this.cell(line, position);
    return cell !== undefined && typeof this.value(line, position) !== 'string';
  }

  time(line: number, position: number): TimeCell | undefined {
    return timeOf(this.grid, this.cell(line, position), this.value(line, position));
  }
}
