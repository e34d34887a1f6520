import { ordinalOf, PER_YEAR, periodText } from '../../model/periods.ts';
import { type AxisReading, dayBy, periodBy } from '../reading/axis.ts';
import { Gatherer, type Gathering } from './gather.ts';
import { isPlainValue, type Role } from './header.ts';
import { type Parts, partIn, timeColumn, type Within } from './parts.ts';
import { Tally } from './told.ts';

/** Where the cells of a row stood that was turned. */
export interface Origin {
  /** The column of its values; where parts of years go across, that of each place. */
  readonly column: number;
  readonly columns?: readonly number[];
  /** The first of its cells that holds a value, and of each from there on the record in which it stands. */
  readonly offset: number;
  readonly records: readonly number[];
  /** The records of cells that stand in another one. */
  readonly others?: ReadonlyMap<number, number>;
}

/** A row of a table of periods down the rows, turned: a cell a period. */
export interface TurnedRow {
  readonly line: number;
  readonly record: number;
  readonly cells: readonly string[];
  readonly source: Origin;
}

/** Where a cell of a turned row stood, 0-based. */
export const originOf = ({ offset, records, others, column, columns }: Origin, at: number) => ({
  record: others?.get(at - offset) ?? records[at - offset] ?? -1,
  column: columns?.[at - offset] ?? column,
});

export interface Turned {
  readonly header: readonly string[];
  readonly roles: readonly Role[];
  readonly rows: readonly TurnedRow[];
  /** Periods by the records in which they stand. */
  readonly periods: readonly (number | undefined)[];
}

const WORDS = ['id', 'label', 'unit', 'scenario', 'variable', 'region', 'model'] as const;

/** Rows of one thing, to be a row a column of values. */
interface Group {
  readonly line: number;
  readonly record: number;
  readonly names: readonly string[];
  /** By the place of each period: the record that named it first. */
  records: number[];
  readonly drafts: readonly Draft[];
}

interface Draft {
  readonly column: number;
  /** What it is called, then a cell a period. */
  readonly cells: string[];
  others?: Map<number, number>;
  /** Where days become months: by the place of each month its days, with what stands there. */
  days?: Map<number, DayCell[]>;
}

interface DayCell {
  readonly day: number;
  readonly cell: string;
}

/** How names and values of several columns are joined. */
export const JOINT = ' – ';

const NO_PERIOD = -1;

/** Turns a table whose periods go down the rows, row by row as they come. */
export class Pivot {
  readonly #names: readonly number[];
  readonly #values: readonly number[];
  readonly #time: number;
  readonly #hasUnits: boolean;
  /** Cells before those of periods. */
  readonly #offset: number;
  readonly #groups = new Map<string, Group>();
  #last: Group | undefined;
  readonly #places = new Map<number, number>();
  readonly #known = new Map<string, number>();
  readonly #at: (number | undefined)[] = [];
  /** The columns of places, where parts of years go across. */
  readonly #columns: number[] = [];
  /** Rows whose period cannot be read, and values of which an earlier row has one already. */
  readonly noPeriod = new Tally();
  /** Where days become months. */
  readonly gatherer: Gatherer | undefined;
  readonly twice = new Tally();

  /** @param units what stands in the record of units, by columns */
  constructor(
    readonly roles: readonly Role[],
    readonly header: readonly string[],
    readonly units: readonly string[],
    readonly how: {
      readonly reading: AxisReading;
      readonly parts?: Parts;
      readonly within?: Within;
      readonly gather?: Gathering;
    },
  ) {
    this.gatherer = how.gather && new Gatherer(how.gather);
    this.#names = roles.flatMap((role, i) => (WORDS.some((word) => word === role) ? [i] : []));
    this.#values = roles.flatMap((role, i) => (role === 'value' ? [i] : []));
    this.#time = timeColumn(roles, how.within);
    this.#hasUnits = units.some((unit) => unit !== '') && !roles.includes('unit');
    this.#offset = this.#names.length + (this.#hasUnits ? 2 : 1);
  }

  /** @returns whether the row says of which period it is, or holds no value */
  take(cells: readonly string[], line: number, record: number): boolean {
    const { within } = this.how;
    const year = this.#period(cells[this.#time] ?? '');
    const part = within && partIn(cells[within.column] ?? '', within.step);
    const isRead = year !== NO_PERIOD && (!within || part !== undefined);
    if (!isRead) {
      if (!this.#values.some((column) => (cells[column] ?? '') !== '')) return false;
      this.noPeriod.add(record, year === NO_PERIOD || !within ? this.#time : within.column);
      return true;
    }
    const period = within && part !== undefined ? ordinalOf(year, part, within.step) : year;
    this.#at[record] = period;
    const { parts } = this.how;
    const group = this.#group(cells, line, record);
    const own = parts ? 0 : this.#place(period, group, record);
    for (const [i, column] of this.#values.entries()) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      const place = parts ? this.#place(PER_YEAR[parts.step] * period + (parts.of[column] ?? 0), group, record) : own;
      if (parts) this.#columns[place] = column;
      const draft = group.drafts[parts ? 0 : i] as Draft;
      if (this.gatherer && !this.#takeDay(draft, place, cells[this.#time] ?? '', cell)) this.twice.add(record, column);
      else if (this.gatherer) continue;
      else if (draft.cells[this.#offset + place] !== undefined) this.twice.add(record, column);
      else {
        draft.cells[this.#offset + place] = cell;
        if (group.records[place] !== record)
          draft.others = (draft.others ?? new Map<number, number>()).set(place, record);
      }
    }
    return true;
  }

  /** Keeps what stands at a day. @returns whether it is the first that does */
  #takeDay(draft: Draft, place: number, text: string, cell: string): boolean {
    const day = dayBy(text, this.how.reading);
    draft.days ??= new Map();
    const known = draft.days.get(place) ?? [];
    if (known.some((one) => one.day === day)) return false;
    known.push({ day, cell });
    draft.days.set(place, known);
    draft.cells[this.#offset + place] ??= cell;
    return true;
  }

  /** The days of each month as one value. */
  #gather({ cells, days }: Draft, label: string, unit: string): void {
    for (const [place, all] of days ?? [])
      cells[this.#offset + place] =
        this.gatherer?.take(
          all.sort((a, b) => a.day - b.day).map(({ cell }) => cell),
          label,
          unit,
        ) ?? '';
  }

  #period(text: string): number {
    let period = this.#known.get(text);
    if (period === undefined) {
      period = periodBy(text, this.how.reading) ?? NO_PERIOD;
      this.#known.set(text, period);
    }
    return period;
  }

  #place(period: number, group: Group, record: number): number {
    let place = this.#places.get(period);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(period, place);
    }
    group.records[place] ??= record;
    return place;
  }

  /** What a row is of: most are of what the row before is of. */
  #group(cells: readonly string[], line: number, record: number): Group {
    const last = this.#last;
    if (last && this.#names.every((column, i) => (cells[column] ?? '') === last.names[i])) return last;
    let key = '';
    for (const column of this.#names) key += `${cells[column] ?? ''}\u0001`;
    const known = this.#groups.get(key);
    if (known) {
      this.#last = known;
      return known;
    }
    const names = this.#names.map((column) => cells[column] ?? '');
    const columns = this.how.parts ? this.#values.slice(0, 1) : this.#values;
    const drafts = columns.map((column): Draft => {
      const unit = this.#hasUnits ? [this.units[column] ?? ''] : [];
      return { column, cells: [...names, this.#valueName(column, names), ...unit] };
    });
    const group: Group = { line, record, names, records: [], drafts };
    this.#groups.set(key, group);
    this.#last = group;
    return group;
  }

  /** All rows in the order of the file, their periods one after another. */
  finish(): Turned {
    const step = this.how.parts?.step ?? this.how.within?.step ?? this.how.reading.step;
    const periods = [...this.#places.keys()].sort((a, b) => a - b);
    const order = periods.map((period) => this.#places.get(period) ?? 0);
    const isInOrder = order.every((place, i) => place === i);
    const offset = this.#offset;
    const rows: TurnedRow[] = [];
    const unitAt = this.#names.findIndex((column) => this.roles[column] === 'unit');
    for (const { line, record, records, drafts, names } of this.#groups.values()) {
      const ordered = isInOrder ? records : order.map((place) => records[place] ?? -1);
      for (const draft of drafts) {
        const { column, cells, others } = draft;
        if (cells.length === offset) continue;
        if (this.gatherer) {
          const head = this.header[column] ?? '';
          const said = [...names.filter((_, i) => i !== unitAt), head].filter((part) => part !== '');
          this.#gather(draft, said.join(JOINT), names[unitAt] ?? this.units[column] ?? '');
        }
        const turned = isInOrder
          ? cells
          : [...cells.slice(0, offset), ...order.map((place) => cells[offset + place] ?? '')];
        for (let i = offset; i < offset + periods.length; i++) turned[i] ??= '';
        const moved = others && new Map([...others].map(([place, at]) => [order.indexOf(place), at] as const));
        const columns = this.how.parts ? { columns: order.map((place) => this.#columns[place] ?? column) } : {};
        const source = { column, ...columns, offset, records: ordered, ...(moved ? { others: moved } : {}) };
        rows.push({ line, record, cells: turned, source });
      }
    }
    const heads = this.#names.map((column) => this.header[column] ?? '');
    const roles = this.#names.map((column) => this.roles[column] as Role);
    return {
      header: [...heads, '', ...(this.#hasUnits ? [''] : []), ...periods.map((period) => periodText(period, step))],
      roles: [...roles, 'label', ...(this.#hasUnits ? ['unit' as const] : []), ...periods],
      rows,
      periods: this.#at,
    };
  }

  /** What the head of a column of values adds to what the rows are called; a lone one called Value adds nothing. */
  #valueName(column: number, names: readonly string[]): string {
    const head = this.header[column] ?? '';
    const isName = (at: number) => this.roles[at] === 'label' || this.roles[at] === 'variable';
    const isNamed = this.#names.some((at, i) => isName(at) && names[i]);
    if (this.how.parts) return isNamed ? '' : (this.header[this.#time] ?? '');
    return this.#values.length === 1 && isPlainValue(head) && isNamed ? '' : head;
  }
}
