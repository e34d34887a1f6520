import type { Content, Slot } from '../../model/content.ts';
import { DATE_UNIT, dateNumber, isDateUnit } from '../../model/dates.ts';
import type { LongerStep } from '../../model/periods.ts';
import { MAX_UNIT_LENGTH, type Unit } from '../../model/units.ts';
import { type DecimalSign, isNumberText } from '../reading/numbers.ts';
import { type FoundUnit, findUnit, splitLabel, unitInNote } from '../reading/units.ts';
import { ownShift, readCell } from './cells.ts';
import { unescapeCell } from './escape.ts';
import { flagOfMissing, splitFlags } from './flags.ts';
import { isSubannual, isWholeYear, namedRole, type Role } from './header.ts';
import { longerStep } from './lineStep.ts';
import { JOINT, originOf } from './pivot.ts';
import type { Table, TableRow } from './table.ts';
import { bareUnit, isUnitText } from './unitsRow.ts';

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
  /** How long the periods of its line are, where it says that they are longer than the columns. */
  readonly step: LongerStep | undefined;
  /** How its input may turn out, as it is written; empty where it does not say. */
  readonly distribution: string;
  readonly memory: string;
  /** Cells with what they hold and the column in which they stand, in the order of the columns. Read with `read`. */
  readonly cells: readonly (readonly [Slot, string, column: number])[];
}

const COLUMNS = [
  ...(['id', 'variable', 'scenario', 'region', 'model', 'unit', 'step'] as const),
  ...(['distribution', 'memory'] as const),
] as const;

type Column = (typeof COLUMNS)[number];

/** Understands the rows of one table. */
export class FactReader {
  readonly #columns: Readonly<Record<Column, number>>;
  readonly #labels: readonly number[];
  readonly #isName: boolean;
  readonly #values: readonly (readonly [Slot, number])[];
  readonly #unitAbove: string;

  constructor(
    readonly table: Table,
    readonly how: Understanding,
  ) {
    const { roles, notes, units } = table;
    const places = COLUMNS.map((name) => [name, roles.indexOf(name)]);
    this.#columns = Object.fromEntries(places);
    this.#labels = roles.flatMap((role, i) => (role === 'label' ? [i] : []));
    this.#isName = this.#labels.some((at) => namedRole(table.header[at] ?? '') === 'label');
    this.#values = roles.flatMap((role, i) => {
      const slot = slotOf(role);
      return slot === undefined ? [] : [[slot, i] as const];
    });
    const below = distinct(units.filter((unit, i) => unit !== '' && slotOf(roles[i]) !== undefined));
    const heads = this.#labels.map((at) => bareUnit(table.header[at] ?? ''));
    // Below the header, in a note, or in the corner: `$ m` above the names.
    const said = [...(below.length === 1 ? below : []), ...notes.map(unitOfNote), ...heads.filter(isUnitText)];
    this.#unitAbove = said.find((unit) => unit !== undefined) ?? '';
  }

  has(column: Column): boolean {
    return this.#columns[column] >= 0;
  }

  /** Every name that stands in a column. */
  names(column: Column | 'label'): readonly string[] {
    if (column === 'label')
      return this.#labels.length === 0 ? [] : distinct(this.table.rows.map((row) => this.#label(row)));
    const at = this.#columns[column];
    return at < 0 ? [] : distinct(this.table.rows.map(({ cells }) => unescapeCell(cells[at] ?? '').trim()));
  }

  /** Whether a row is of a part of the year and not of all of it, as the IAMC's column of that name says. */
  isSubannual({ cells }: TableRow): boolean {
    const at = this.#labels.find((column) => isSubannual(this.table.header[column] ?? ''));
    return at !== undefined && !isWholeYear(cells[at] ?? '');
  }

  /** What a row is called: by all columns that say it, joined. */
  #label({ cells }: TableRow): string {
    const [first, ...others] = this.#labels;
    if (first === undefined) return '';
    if (others.length === 0 && !isSubannual(this.table.header[first] ?? '')) return unescapeCell(cells[first] ?? '');
    const parts = this.#labels.map((at) => {
      const part = unescapeCell(cells[at] ?? '').trim();
      return isSubannual(this.table.header[at] ?? '') && isWholeYear(part) ? '' : part;
    });
    return parts.filter((part) => part !== '').join(JOINT);
  }

  /** Where a cell of a row stands in the file, 0-based. */
  place({ record, source }: TableRow, column: number): { readonly record: number; readonly column: number } {
    return source ? originOf(source, column) : { record, column };
  }

  /** The years that the columns hold, and whether there is one of scalars. */
  get slots(): readonly Slot[] {
    return this.#values.map(([slot]) => slot);
  }

  fact(row: TableRow): Fact {
    const text = (column: Column): string => {
      const cell = row.cells[this.#columns[column]];
      return cell === undefined ? '' : unescapeCell(cell);
    };
    const [name, variable] = [this.#label(row), text('variable')];
    // What is called so is the name; what only tells rows of one variable apart stands behind it.
    const whole = !this.#isName && variable !== '' && name !== '' ? `${variable}${JOINT}${name}` : name || variable;
    const column = text('unit').trim();
    const split = column === '' ? splitLabel(whole) : { label: whole, unit: '' };
    const written = column || split.unit;
    const cells = this.#values.flatMap(([slot, i]) => {
      const cell = row.cells[i];
      return cell === undefined || cell === '' ? [] : [[slot, unescapeCell(cell), i] as const];
    });
    const unitText = written || (cells.length > 0 && !areShares(cells) ? this.#unitAbove : '');
    return {
      row,
      named: {
        id: text('id').trim(),
        label: name,
        variable,
        scenario: text('scenario').trim(),
        region: text('region').trim(),
        model: text('model').trim(),
      },
      label: split.label,
      step: longerStep(text('step')),
      distribution: this.#pointed(text('distribution').trim()),
      memory: this.#pointed(text('memory').trim()),
      unitText,
      ...this.#unit(unitText, cells),
      cells,
    };
  }

  /** A text whose numbers have a point before their decimals, whatever those of the table have. */
  #pointed(text: string): string {
    return this.how.sign === ',' ? text.replace(/(\d),(?=\d)/g, '$1.') : text;
  }

  /** The number that a text of a workbook is; undefined for all else. */
  textNumber(cell: string): string | undefined {
    const text = this.table.isSheet && cell.startsWith("'") ? cell.slice(1) : '';
    return isNumberText(text) ? text : undefined;
  }

  /** What a cell of a row holds in a unit; `shift`: from what is written to what is stored. */
  read(cell: string, shift: number, unit: Unit = ''): Content | undefined {
    const reading = { sign: this.how.sign, shift, formulas: this.how.formulas };
    const content = readCell(cell, reading);
    if (typeof content !== 'object' || !('text' in content)) return content;
    const date = isDateUnit(unit) ? dateNumber(content.text) : undefined;
    if (date !== undefined) return date;
    const flagged = cell.startsWith("'") ? undefined : splitFlags(cell, this.how.sign);
    return flagged ? readCell(flagged.number, reading) : content;
  }

  /** What a statistics office says of a cell, behind its number or the mark that there is none. */
  flagOf(cell: string): string | undefined {
    const split = splitFlags(cell, this.how.sign);
    const missing = flagOfMissing(split?.number ?? cell);
    return split && missing ? `${missing} ${split.flags}` : (split?.flags ?? missing);
  }

  #unit(text: string, cells: Fact['cells']): Pick<Fact, 'unit' | 'isOwnUnit'> {
    if (text === '' && areDates(cells)) return { unit: { unit: DATE_UNIT, shift: 0 }, isOwnUnit: false };
    if (text === '') return { unit: areShares(cells) ? { unit: 'percent', shift: -2 } : undefined, isOwnUnit: false };
    const found = findUnit(text);
    if (found) return { unit: found, isOwnUnit: false };
    const chosen = Object.hasOwn(this.how.units, text) ? this.how.units[text] : undefined;
    const unit = chosen ?? asUnit(text);
    return { unit: { unit, shift: ownShift(unit) }, isOwnUnit: chosen === undefined };
  }
}

/** The unit that a note above a table gives to it: said to be one, or alone in the note. */
const unitOfNote = (note: string): string | undefined =>
  unitInNote(note) ?? (isUnitText(bareUnit(note)) ? bareUnit(note) : undefined);

/** What is written as a unit, as a unit: on one line, and no longer than one may be. */
export function asUnit(text: string): Unit {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > MAX_UNIT_LENGTH ? `${line.slice(0, MAX_UNIT_LENGTH - 1).trimEnd()}…` : line;
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Whether all numbers of a row bear a percent sign. */
const areShares = (cells: Fact['cells']): boolean =>
  cells.length > 0 && cells.every(([, cell]) => /\d\s*[%％]\s*$/.test(cell));

/** Whether all that a row holds are days, the year first. */
const areDates = (cells: Fact['cells']): boolean =>
  cells.length > 0 && cells.every(([, cell]) => dateNumber(cell) !== undefined);

const slotOf = (role: Role | undefined): Slot | undefined =>
  typeof role === 'number' || role === 'value' ? role : undefined;
