import type { Content, Slot } from '../../model/content.ts';
import { MAX_UNIT_LENGTH, type Unit } from '../../model/units.ts';
import type { DecimalSign } from '../reading/numbers.ts';
import { type FoundUnit, findUnit, splitLabel, unitInNote } from '../reading/units.ts';
import { ownShift, readCell } from './cells.ts';
import { unescapeCell } from './escape.ts';
import type { Role } from './header.ts';
import type { Table, TableRow } from './table.ts';

/** How the rows of a table are understood. */
export interface Understanding {
  readonly sign: DecimalSign;
  readonly formulas: boolean;
  /** For what is written as a unit and is none of ours: the unit that a person chose. */
  readonly units: Readonly<Record<string, Unit>>;
  /** Whether shares whose cells do not say it are written as fractions (0.153) and not as percent (15.3). */
  readonly fractions?: boolean;
}

/** What a row says it is of, as it is written there; empty where it does not say. */
export interface RowNames {
  readonly id: string;
  readonly label: string;
  readonly variable: string;
  readonly scenario: string;
  readonly region: string;
  readonly model: string;
}

/** A row of a table, understood. */
export interface Fact {
  readonly row: TableRow;
  readonly named: RowNames;
  /** Its label, else its variable; without the unit in its brackets where the unit stands there. */
  readonly label: string;
  /** As it is written: in its column, behind the label, or above the table. */
  readonly unitText: string;
  /** Undefined: the row has none. One that has no name of ours is itself, with the numbers as they are written. */
  readonly unit: FoundUnit | undefined;
  /** Whether the unit has no name of ours and nobody has chosen one. */
  readonly isOwnUnit: boolean;
  /** Cells with what they hold, in the order of the columns. Read with `read`. */
  readonly cells: readonly (readonly [Slot, string])[];
}

const COLUMNS = ['id', 'label', 'variable', 'scenario', 'region', 'model', 'unit'] as const;

/** Understands the rows of one table. */
export class FactReader {
  readonly #columns: Readonly<Record<(typeof COLUMNS)[number], number>>;
  readonly #values: readonly (readonly [Slot, number])[];
  readonly #unitAbove: string;

  constructor(
    readonly table: Table,
    readonly how: Understanding,
  ) {
    const { roles, notes } = table;
    const places = COLUMNS.map((name) => [name, roles.indexOf(name)]);
    this.#columns = Object.fromEntries(places);
    this.#values = roles.flatMap((role, i) => {
      const slot = slotOf(role);
      return slot === undefined ? [] : [[slot, i] as const];
    });
    this.#unitAbove = notes.map(unitInNote).find((unit) => unit !== undefined) ?? '';
  }

  has(column: (typeof COLUMNS)[number]): boolean {
    return this.#columns[column] >= 0;
  }

  /** Every name that stands in a column. */
  names(column: (typeof COLUMNS)[number]): readonly string[] {
    const at = this.#columns[column];
    return at < 0 ? [] : [...new Set(this.table.rows.map(({ cells }) => unescapeCell(cells[at] ?? '').trim()))];
  }

  /** The years that the columns hold, and whether there is one of scalars. */
  get slots(): readonly Slot[] {
    return this.#values.map(([slot]) => slot);
  }

  fact(row: TableRow): Fact {
    const text = (column: (typeof COLUMNS)[number]): string => {
      const cell = row.cells[this.#columns[column]];
      return cell === undefined ? '' : unescapeCell(cell);
    };
    const whole = text('label') || text('variable');
    const column = text('unit').trim();
    const split = column === '' ? splitLabel(whole) : { label: whole, unit: '' };
    const written = column || split.unit;
    const cells = this.#values.flatMap(([slot, i]) => {
      const cell = row.cells[i];
      return cell === undefined || cell === '' ? [] : [[slot, unescapeCell(cell)] as const];
    });
    const unitText = written || (cells.length > 0 && !areShares(cells) ? this.#unitAbove : '');
    return {
      row,
      named: {
        id: text('id').trim(),
        label: text('label'),
        variable: text('variable'),
        scenario: text('scenario').trim(),
        region: text('region').trim(),
        model: text('model').trim(),
      },
      label: split.label,
      unitText,
      ...this.#unit(unitText, cells),
      cells,
    };
  }

  /** What a cell of a row holds; `shift`: from what is written to what is stored. */
  read(cell: string, shift: number): Content | undefined {
    return readCell(cell, { sign: this.how.sign, shift, formulas: this.how.formulas });
  }

  #unit(text: string, cells: Fact['cells']): Pick<Fact, 'unit' | 'isOwnUnit'> {
    if (text === '') return { unit: areShares(cells) ? { unit: 'percent', shift: -2 } : undefined, isOwnUnit: false };
    const found = findUnit(text);
    if (found) return { unit: found, isOwnUnit: false };
    const chosen = Object.hasOwn(this.how.units, text) ? this.how.units[text] : undefined;
    const unit = chosen ?? asUnit(text);
    return { unit: { unit, shift: ownShift(unit) }, isOwnUnit: chosen === undefined };
  }
}

/** What is written as a unit, as a unit: on one line, and no longer than one may be. */
export function asUnit(text: string): Unit {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > MAX_UNIT_LENGTH ? `${line.slice(0, MAX_UNIT_LENGTH - 1).trimEnd()}…` : line;
}

/** Whether all numbers of a row bear a percent sign. */
const areShares = (cells: Fact['cells']): boolean =>
  cells.length > 0 && cells.every(([, cell]) => /\d\s*[%％]\s*$/.test(cell));

const slotOf = (role: Role | undefined): Slot | undefined =>
  typeof role === 'number' || role === 'value' ? role : undefined;
