import { FIRST_PERIOD_COLUMN, HEADER_ROWS, slotColumn, VALUE_COLUMN } from '../model/address.ts';
import { type CellRef, MAX_CELL_LENGTH } from '../model/content.ts';
import { slotCount } from '../model/model.ts';

import { bareValue, DetailedCellError, errorCode, type HyperFormula, unknownName } from './hyperformula.ts';
import { cellAt, type Layout } from './layout.ts';
import type { Block, CellNote, ErrorCode, RowRef, Summary, Values } from './port.ts';
import { type Address, keyOf } from './writes.ts';

/** A cell whose content the engine could not take, or has not been able to take yet. */
export type RefusedContent = Extract<ErrorCode, 'array' | 'complex' | 'unloaded'>;

export const truthNote = (holds: boolean): CellNote => ({ kind: 'text', text: holds ? 'TRUE' : 'FALSE' });

/** The values of a workbook as they are handed out. */
export class WorkbookValues {
  constructor(
    readonly hf: HyperFormula,
    readonly layout: Layout,
    readonly refused: ReadonlyMap<string, RefusedContent>,
  ) {}

  /** How many periods there are. */
  get count(): number {
    return slotCount(this.layout.periods) - 1;
  }

  /** The scalar and the periods of each row, and what stands where there is no number. */
  rows(rows: readonly RowRef[]): Values {
    const width = slotCount(this.layout.periods);
    const values = new Float64Array(rows.length * width).fill(Number.NaN);
    const notes: [number, CellNote][] = [];
    rows.forEach(({ scenario, line }, r) => {
      const index = this.layout.indexOf(line);
      const sheet = this.layout.scenarioIds.indexOf(scenario);
      if (index === undefined || sheet < 0) return;
      for (let i = 0; i < width; i++) {
        const address = { sheet, row: index + HEADER_ROWS, col: i === 0 ? VALUE_COLUMN : FIRST_PERIOD_COLUMN + i - 1 };
        const value = this.hf.getCellValue(address);
        // Rounded to 16 digits what is below 1E-292 would be no number.
        if (typeof value === 'number')
          values[r * width + i] = Number.isNaN(value) ? Number(bareValue(this.hf, address)) : value;
        // Most places of a scalar's row are empty: a note for each would cost more than all the values.
        else if (value !== null && value !== '') notes.push([r * width + i, this.note(value, address)]);
      }
    });
    return { periods: this.layout.periods, values, notes };
  }

  /** Sum and counts of a block's cells. */
  summary({ scenario, lines, columns }: Block): Summary {
    const sheet = this.layout.scenarioIds.indexOf(scenario);
    let sum = 0;
    let numbers = 0;
    let filled = 0;
    for (let line = lines[0]; sheet >= 0 && line <= lines[1]; line++)
      for (let col = columns[0]; col <= columns[1]; col++) {
        const value = this.hf.getCellValue({ sheet, row: line + HEADER_ROWS, col });
        if (value !== null && value !== '') filled++;
        if (typeof value !== 'number') continue;
        sum += value;
        numbers++;
      }
    return { sum, numbers, filled };
  }

  /** What stands in a cell that holds no number. */
  note(value: unknown, address: Address): CellNote {
    if (typeof value === 'boolean') return truthNote(value);
    if (!(value instanceof DetailedCellError)) return { kind: 'text', text: String(value).slice(0, MAX_CELL_LENGTH) };
    const refusal = this.refused.get(keyOf(address));
    const root = value.address === undefined ? undefined : this.#rootOf(value.address);
    const detail = unknownName(value);
    return {
      kind: 'error',
      code: refusal ?? (root && this.#refusalOf(root)) ?? errorCode(value),
      ...(root ? { root } : {}),
      ...(detail ? { detail } : {}),
    };
  }

  #refusalOf(cell: CellRef): RefusedContent | undefined {
    const sheet = this.layout.scenarioIds.indexOf(cell.scenario);
    const line = this.layout.indexOf(cell.line);
    if (line === undefined || sheet < 0) return undefined;
    return this.refused.get(keyOf({ sheet, row: line + HEADER_ROWS, col: slotColumn(cell.slot, this.layout.periods) }));
  }

  /** The cell that an error began in, from the address that HyperFormula gives (`Base!G3`). */
  #rootOf(text: string): CellRef | undefined {
    const address = this.hf.simpleCellAddressFromString(text, 0);
    if (!address) return undefined;
    const scenario = this.layout.scenarioIds[address.sheet];
    return scenario === undefined ? undefined : cellAt(this.layout, scenario, address.col, address.row - HEADER_ROWS);
  }
}
