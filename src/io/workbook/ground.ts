import { columnName } from '../../model/address.ts';
import type { Slot } from '../../model/content.ts';
import type { MeasuredLine } from '../../model/line.ts';
import { countedAt, fixedAt, stepBetween } from '../../model/model.ts';
import { type At, printReference } from '../../model/notation.ts';
import { LONGER, PER_YEAR, type Periods, placeOf, stepOf } from '../../model/periods.ts';
import type { BookCell, BookCells } from '../xlsx/cells.ts';
import { type AxisSlots, type Draft, type Place, slotOf } from './draft.ts';
import { keyOf, type SheetGrid } from './grid.ts';

/** The cell in which a formula stands. */
export type Own = Pick<Spot, 'draft' | 'slot'>;

/** A cell of the model that a cell of the file became. */
export interface Spot {
  readonly draft: Draft;
  readonly slot: Slot;
}

/** Where everything stands, once the lines are in order. */
export class Ground {
  constructor(
    readonly book: BookCells,
    readonly grids: readonly SheetGrid[],
    readonly places: readonly ReadonlyMap<number, Place>[],
    readonly slots: AxisSlots,
    readonly periods: Periods,
    /** Heads of columns that are the years of the model: formulas name them as such, and there is no line of them. */
    readonly calendar: ReadonlySet<Draft>,
    /** All lines in their order. */
    readonly lines: readonly Draft[],
  ) {}

  spot(sheet: number, row: number, column: number): Spot | undefined {
    const place = this.places[sheet]?.get(keyOf(row, column));
    const slot = place && slotOf(place, this.slots);
    if (!place || slot === undefined) return undefined;
    return place.draft.index < 0 && !this.calendar.has(place.draft) ? undefined : { draft: place.draft, slot };
  }

  cell(sheet: number, row: number, column: number): BookCell | undefined {
    return this.grids[sheet]?.at(row, column);
  }

  /** As people write it: `Sheet!B5`. */
  address(sheet: number, row: number, column: number): string {
    return `${this.book.sheets[sheet]?.name ?? ''}!${columnName(column)}${row + 1}`;
  }

  /** What says how long the periods of a line to be are: longer than the model's, where its axis is. */
  stepped({ axis }: Draft): Pick<MeasuredLine, 'step'> {
    const step = LONGER.find((one) => one === axis?.step && one !== stepOf(this.periods));
    return step ? { step } : {};
  }

  /**
   * How a formula in a slot names a spot.
   * @param isFixed whether its period stays as it is in copies
   * @param inRange an end of a range, which counts columns
   */
  reference({ draft, slot }: Spot, own: Own, isFixed: boolean, inRange = false): string {
    const at = this.#at(draft, slot, own, isFixed, inRange);
    if (this.calendar.has(draft)) return printReference({ kind: 'calendar', part: 'year', at });
    return printReference({ kind: 'line', id: draft.id, at });
  }

  #at(draft: Draft, slot: Slot, { slot: own, draft: from }: Own, isFixed: boolean, inRange: boolean): At {
    if (slot === 'value') return { kind: 'same' };
    const step = stepOf(this.periods);
    const between = { line: this.stepped(draft), from: this.stepped(from) };
    const by = own === 'value' ? 0 : placeOf(slot, this.periods) - placeOf(own, this.periods);
    if (own === 'value' || isFixed || Math.abs(by) > 999)
      return inRange ? { kind: 'period', period: slot, step } : fixedAt(between.line, slot, this.periods);
    if (!inRange && stepBetween(between, this.periods)) return countedAt(between, own, slot, this.periods);
    // Where the axis leaves periods out, so many columns are no whole years.
    const whole = this.periods.list ? 1 : PER_YEAR[step];
    if (whole > 1 && by !== 0 && by % whole === 0) return { kind: 'years', by: by / whole };
    return { kind: 'lag', by };
  }
}
