import { FIRST_PERIOD_COLUMN, HEADER_ROWS, VALUE_COLUMN } from '../../model/address.ts';
import { type CellRef, sameCell } from '../../model/content.ts';
import { slotCount } from '../../model/model.ts';
import type { RowRef, Values } from '../port.ts';
import { truthNote } from '../reading.ts';
import type { Workbook } from '../workbook.ts';
import type { Address } from '../writes.ts';
import { Formulas } from './formulas.ts';
import { type SheetTape, sheetTape } from './question.ts';
import { run } from './run.ts';
import { Unsupported } from './tape.ts';

interface Ready {
  readonly workbook: Workbook;
  readonly rows: readonly RowRef[];
  readonly cell: CellRef;
  /** None: what depends on the cell is none that a tape can hold. */
  readonly made?: SheetTape;
  /** The rows as the workbook gave them, of which only the results change. */
  readonly values: Values;
}

/**
 * What a number that is typed or dragged again and again makes of the rows in sight, before the workbook has calculated
 * it. The workbook follows once the hand rests, and must agree.
 */
export class Hand {
  #ready: Ready | undefined;

  /** Whether what there is to know of a cell is known. */
  isReady(workbook: Workbook, rows: readonly RowRef[], cell: CellRef): boolean {
    const ready = this.#ready;
    return ready?.workbook === workbook && ready.rows === rows && sameCell(ready.cell, cell);
  }

  /** Makes ready for other numbers in a cell. Another cell must not change meanwhile. */
  aim(workbook: Workbook, rows: readonly RowRef[], cell: CellRef): void {
    const values = workbook.read(rows);
    this.#ready = { workbook, rows, cell, values };
    try {
      const made = workbook.look((hf, address) => {
        const at = address(cell);
        if (!at) throw new Unsupported('a cell that is not there');
        return sheetTape(hf, at, addressesOf(rows, values, address));
      });
      this.#ready = { workbook, rows, cell, values, made };
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
    }
  }

  forget(): void {
    this.#ready = undefined;
  }

  /** The rows with another number in the cell; undefined where only the workbook can tell what stands there. */
  with(number: number): Values | undefined {
    const { workbook, made, values: before } = this.#ready ?? {};
    if (!workbook || !made || !before) return undefined;
    const { tape, places, blanks, truths } = made;
    // The workbook holds no -0.
    const found = run(tape, Float64Array.of(number + 0), 1);
    const empty = new Set(blanks.filter((_, i) => found[places.length + i] === 1));
    const shown = workbook.look((hf) => new Formulas(hf).shown);
    const values = Float64Array.from(before.values);
    const notes = new Map(before.notes);
    for (const [i, place] of places.entries()) {
      const value = found[i] as number;
      // Which error stands there, the workbook alone tells.
      if (Number.isNaN(value) && !empty.has(place)) return undefined;
      const isTruth = truths.has(place);
      values[place] = isTruth || empty.has(place) ? Number.NaN : shown(value);
      if (isTruth) notes.set(place, truthNote(value !== 0));
      else notes.delete(place);
    }
    return { periods: before.periods, values, notes: [...notes] };
  }
}

/** The addresses of the cells of rows, in the places of their values; undefined for rows that are not there. */
function addressesOf(
  rows: readonly RowRef[],
  { periods }: Values,
  address: (cell: CellRef) => Address | undefined,
): (Address | undefined)[] {
  const width = slotCount(periods);
  return rows.flatMap(({ scenario, line }) => {
    const at = address({ scenario, line, slot: 'value' });
    return Array.from({ length: width }, (_, i) => {
      const col = i === 0 ? VALUE_COLUMN : FIRST_PERIOD_COLUMN + i - 1;
      return at && at.row >= HEADER_ROWS ? { ...at, col } : undefined;
    });
  });
}
