import { PER_YEAR, periodText } from '../../model/periods.ts';
import { type AxisReading, periodBy } from '../reading/axis.ts';
import { isPlainValue, type Role } from './header.ts';
import type { Parts } from './layout.ts';
import { Tally } from './told.ts';

/** A row of a table of periods down the rows, turned: a cell a period, each with the record in which it stands. */
export interface TurnedRow {
  readonly line: number;
  readonly record: number;
  readonly cells: readonly string[];
  /** The column of its values, and of each of `cells` the record in which it stands; -1 for none. */
  readonly source: { readonly column: number; readonly records: readonly number[] };
}

export interface Turned {
  readonly header: readonly string[];
  readonly roles: readonly Role[];
  readonly rows: readonly TurnedRow[];
  /** Periods by the records in which they stand. */
  readonly periods: ReadonlyMap<number, number>;
}

const WORDS = ['id', 'label', 'unit', 'scenario', 'variable', 'region', 'model'] as const;

interface Draft {
  readonly line: number;
  readonly record: number;
  readonly column: number;
  readonly names: readonly string[];
  readonly cells: string[];
  readonly records: number[];
}

/** How names and values of several columns are joined. */
export const JOINT = ' – ';

/** Turns a table whose periods go down the rows, row by row as they come. */
export class Pivot {
  readonly #names: readonly number[];
  readonly #values: readonly number[];
  readonly #time: number;
  readonly #groups = new Map<string, Draft[]>();
  readonly #drafts: Draft[] = [];
  readonly #places = new Map<number, number>();
  readonly #known = new Map<string, number | undefined>();
  readonly #at = new Map<number, number>();
  /** Rows whose period cannot be read, and values of which an earlier row has one already. */
  readonly noPeriod = new Tally();
  readonly twice = new Tally();

  /** @param units what stands in the record of units, by columns */
  constructor(
    readonly roles: readonly Role[],
    readonly header: readonly string[],
    readonly units: readonly string[],
    readonly how: { readonly reading: AxisReading; readonly parts?: Parts },
  ) {
    this.#names = roles.flatMap((role, i) => (WORDS.some((word) => word === role) ? [i] : []));
    this.#values = roles.flatMap((role, i) => (role === 'value' ? [i] : []));
    this.#time = roles.indexOf('time');
  }

  /** @returns whether the row says of which period it is, or holds no value */
  take(cells: readonly string[], line: number, record: number): boolean {
    const period = this.#period(cells[this.#time] ?? '');
    if (period === undefined) {
      if (!this.#values.some((column) => (cells[column] ?? '') !== '')) return false;
      this.noPeriod.add(record, this.#time);
      return true;
    }
    this.#at.set(record, period);
    const drafts = this.#of(cells, line, record);
    for (const [i, column] of this.#values.entries()) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      const place = this.#place(this.#inStep(period, column));
      const draft = drafts[this.how.parts ? 0 : i] as Draft;
      if (draft.cells[place] !== undefined) this.twice.add(record, column);
      else {
        draft.cells[place] = cell;
        draft.records[place] = record;
      }
    }
    return true;
  }

  #period(text: string): number | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    const period = periodBy(text, this.how.reading);
    this.#known.set(text, period);
    return period;
  }

  #inStep(period: number, column: number): number {
    const { parts } = this.how;
    return parts ? PER_YEAR[parts.step] * period + (parts.of[column] ?? 0) : period;
  }

  #place(period: number): number {
    const known = this.#places.get(period);
    if (known !== undefined) return known;
    this.#places.set(period, this.#places.size);
    return this.#places.size - 1;
  }

  /** The rows to be of what a row is of, one a column of values. */
  #of(cells: readonly string[], line: number, record: number): readonly Draft[] {
    let key = '';
    for (const column of this.#names) key += `${cells[column] ?? ''}\u0001`;
    const known = this.#groups.get(key);
    if (known) return known;
    const names = this.#names.map((column) => cells[column] ?? '');
    const columns = this.how.parts ? this.#values.slice(0, 1) : this.#values;
    const made = columns.map((column): Draft => ({ line, record, column, names, cells: [], records: [] }));
    this.#groups.set(key, made);
    this.#drafts.push(...made);
    return made;
  }

  finish(): Turned {
    const step = this.how.parts?.step ?? this.how.reading.step;
    const periods = [...this.#places].sort((a, b) => a[0] - b[0]);
    const heads = this.#names.map((column) => this.header[column] ?? '');
    const hasUnits = this.units.some((unit) => unit !== '') && !this.roles.includes('unit');
    const before = [...heads, '', ...(hasUnits ? [''] : [])];
    const roles = this.#names.map((column) => this.roles[column] as Role);
    return {
      header: [...before, ...periods.map(([period]) => periodText(period, step))],
      roles: [...roles, 'label', ...(hasUnits ? ['unit' as const] : []), ...periods.map(([period]) => period)],
      rows: this.#drafts
        .filter(({ cells }) => cells.length > 0)
        .map(({ line, record, column, names, cells, records }) => ({
          line,
          record,
          cells: [
            ...names,
            this.#valueName(column, names),
            ...(hasUnits ? [this.units[column] ?? ''] : []),
            ...periods.map(([, place]) => cells[place] ?? ''),
          ],
          source: { column, records: [...before.map(() => -1), ...periods.map(([, place]) => records[place] ?? -1)] },
        })),
      periods: this.#at,
    };
  }

  /** What the head of a column of values adds to what the rows are called; a lone one called Value adds nothing. */
  #valueName(column: number, names: readonly string[]): string {
    const head = this.header[column] ?? '';
    const isNamed = this.#names.some(
      (at, i) => (this.roles[at] === 'label' || this.roles[at] === 'variable') && names[i],
    );
    return (this.#values.length === 1 || this.how.parts) && (this.how.parts || isPlainValue(head)) && isNamed
      ? ''
      : head;
  }
}
