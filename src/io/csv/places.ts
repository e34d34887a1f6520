import type { Stepped } from '../../model/coarse.ts';
import type { Slot } from '../../model/content.ts';
import type { AddressedPlace } from './addresses.ts';
import type { Fact } from './facts.ts';
import { originOf } from './pivot.ts';
import type { Table } from './table.ts';

interface Bearer {
  readonly line: string;
  readonly has: (slot: Slot) => boolean;
  readonly bears: Stepped;
}

/** What stands in the places of a file, by which its formulas name each other: cells of lines, and periods. */
export class Places {
  /** Lines by their records; where rows were turned, their cells by record and column. */
  readonly #rows = new Map<number, Bearer>();
  readonly #cells = new Map<string, AddressedPlace>();

  constructor(readonly table: Table) {}

  /** @param has whether the line has a cell in a slot at all @param bears how long its periods are */
  add({ row, cells }: Fact, line: string, has: (slot: Slot) => boolean, bears?: Stepped): void {
    const { source } = row;
    if (!source) this.#rows.set(row.record, { line, has, bears });
    else
      for (const [slot, , at] of cells) {
        const { record, column } = originOf(source, at);
        if (has(slot)) this.#cells.set(`${record} ${column}`, { line, slot, bears });
      }
  }

  /** @param record 0-based among all of the file @param column 0-based */
  at(record: number, column: number): AddressedPlace | undefined {
    const { roles, headerRecord, times } = this.table;
    if (times) {
      const period = column === times.column ? times.periods[record] : undefined;
      return period === undefined ? this.#cells.get(`${record} ${column}`) : { period };
    }
    const role = roles[column];
    const slot = typeof role === 'number' || role === 'value' ? role : undefined;
    if (slot === undefined) return undefined;
    const bearer = this.#rows.get(record);
    if (bearer) return bearer.has(slot) ? { line: bearer.line, slot, bears: bearer.bears } : undefined;
    return typeof slot === 'number' && record === headerRecord ? { period: slot } : undefined;
  }
}
