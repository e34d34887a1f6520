import { parseRecords } from '../csv.ts';
import type { Delimiter } from './delimiters.ts';
import { decode } from './encoding.ts';
import type { Encoding } from './encodings.ts';
import { unescapeCell, unmarked } from './escape.ts';
import { withFlag } from './flags.ts';
import { type Gathered, Gatherer } from './gather.ts';
import { beginsTable, type Role } from './header.ts';
import { MOST_ROWS } from './limits.ts';
import { breaksWithin, evenBreaks } from './lineBreaks.ts';
import { timeColumn } from './parts.ts';
import { Pivot, type TurnedRow } from './pivot.ts';
import type { Shape } from './shape.ts';
import type { Told } from './told.ts';
import { bareUnit } from './unitsRow.ts';

/** How a whole file is read. */
export interface Settings {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly header: number;
  readonly roles: readonly Role[];
  /** A whole file with its periods across if left out. */
  readonly shape?: Shape;
  /** Only rows that hold this text, in a column or (`-1`) in any. */
  readonly filter?: { readonly column: number; readonly text: string };
  /**
   * Whether the text is a sheet of a workbook: a row is told by its place in it, and only where values belong is an
   * apostrophe the mark of a text.
   */
  readonly workbook?: boolean;
}

/** A row of a table with the 1-based line of the file on which it begins, and its 0-based place among all records. */
export interface TableRow {
  readonly line: number;
  readonly record: number;
  readonly cells: readonly string[];
  /** Where its cells stand in the file, where they were turned; else each in its own record and column. */
  readonly source?: TurnedRow['source'];
}

/** A row that was not taken: it has cells beyond the last column. */
export interface LongRow {
  readonly line: number;
  readonly cells: number;
}

export interface Table {
  readonly header: readonly string[];
  /** The 0-based record of the header; -1 for none. */
  readonly headerRecord: number;
  readonly roles: readonly Role[];
  /** What stands above the header, and below the last row that holds a value. */
  readonly notes: readonly string[];
  readonly footnotes: readonly string[];
  /** Of each column the unit that stands in a record of its own below the header; none where there is no such record. */
  readonly units: readonly string[];
  /** The rows that the filter lets through, at most `MOST_ROWS`. */
  readonly rows: readonly TableRow[];
  /** Whether there are more of them than are kept. */
  readonly isFull: boolean;
  /** All rows that the filter lets through. */
  readonly passed: number;
  /** All rows below the header. */
  readonly total: number;
  readonly long: { readonly count: number; readonly first: readonly LongRow[] };
  /** Rows whose period cannot be read, and values of a line and a period that an earlier row has; where periods go down. */
  readonly noPeriod: Told;
  readonly twice: Told;
  /** Whether it is a sheet of a workbook, in which a text is marked as one. */
  readonly isSheet: boolean;
  /** Values of several days that became one. */
  readonly gathered: Gathered;
  /** Another table that begins further down, with the record of its header, 0-based, and what heads it; nothing of it is taken. */
  readonly next?: { readonly record: number; readonly head: readonly string[] };
  /** Where periods go down: their column, 0-based, and the periods by their records. */
  readonly times?: { readonly column: number; readonly periods: readonly (number | undefined)[] };
}

const NOTHING_TOLD: Told = { count: 0, places: [] };

/** The quotes of a file make no sense from this line on. */
export class BrokenQuotes extends Error {
  constructor(
    readonly kind: 'open' | 'stray',
    /** 1-based line on which the record begins. */
    readonly line: number,
  ) {
    super(`line ${line}: ${kind === 'open' ? 'a quote is not closed' : 'text follows a closed quote'}`);
    this.name = 'BrokenQuotes';
  }
}

/** What stands in a record, one behind the other. */
const textOf = (cells: readonly string[]): string =>
  cells
    .filter((cell) => cell.trim() !== '')
    .map((cell) => unescapeCell(cell).trim())
    .join(' ');

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

/** Takes records one by one and sorts them into notes, header and rows. */
class Sorter {
  readonly notes: string[] = [];
  readonly rows: TableRow[] = [];
  readonly long: LongRow[] = [];
  header: readonly string[] = [];
  /** The header as it stands in the file. */
  #head: readonly string[] = [];
  passed = 0;
  total = 0;
  longs = 0;
  units: readonly string[] = [];
  /** Notes that may stand below a table of which the periods go down. */
  readonly footnotes: string[] = [];
  pivot: Pivot | undefined;
  readonly #gatherer: Gatherer | undefined;
  /** Of the columns of a month the others than the first, by that. */
  readonly #days = new Map<number, number[]>();
  next: Table['next'];
  #isBelowBlank = false;
  #record = 0;
  #line = 1;
  readonly #width: number;
  readonly #label: number;
  readonly #wanted: string;

  constructor(
    readonly settings: Settings,
    readonly hasQuotes: boolean,
  ) {
    this.#width = settings.roles.length;
    this.#label = settings.roles.findIndex((role) => role === 'label' || role === 'variable' || role === 'time');
    if (settings.header < 0) this.#turn();
    this.#wanted = settings.filter?.text.trim().toLowerCase() ?? '';
    const { gather } = settings.shape ?? {};
    this.#gatherer = gather?.of && new Gatherer(gather);
    for (const [day, of] of Object.entries(gather?.of ?? {}))
      this.#days.set(of, [...(this.#days.get(of) ?? [of]), Number(day)]);
  }

  get gathered(): Gathered {
    return (this.pivot?.gatherer ?? this.#gatherer)?.told ?? {};
  }

  /** The line on which a record begins that is among the next ones; `record`: 0-based among all. */
  lineOf(next: readonly (readonly string[])[], record: number): number {
    const before = next.slice(0, record - this.#record);
    return before.reduce((line, cells) => line + 1 + breaksWithin(cells), this.#line);
  }

  take(cells: readonly string[]): void {
    const record = this.#record++;
    const { header, workbook, shape } = this.settings;
    const line = workbook ? record + 1 : this.#line;
    this.#line += 1 + (this.hasQuotes ? breaksWithin(cells) : 0);
    if (record < (shape?.from ?? 0) || record >= (shape?.until ?? Number.POSITIVE_INFINITY)) return;
    if (record === header) {
      this.#head = cells;
      this.header = workbook ? cells.map(unmarked) : cells;
      if (!shape?.units) this.#turn();
    } else if (record < header) this.#note(workbook ? cells.map(unmarked) : cells);
    else if (shape?.units && this.units.length === 0 && !isBlank(cells)) {
      this.units = cells.map((cell) => bareUnit(workbook ? unmarked(cell) : cell));
      this.#turn();
    } else this.#row(cells, line, record);
  }

  /** Where periods go down, rows are turned as they come. */
  #turn(): void {
    const { roles, shape } = this.settings;
    if (shape?.down)
      this.pivot = new Pivot(roles, this.header, this.units, {
        ...shape.down,
        ...(shape.gather ? { gather: shape.gather } : {}),
      });
  }

  /**
   * A row as it is taken: flags beside their numbers, the days of a month as one. Of a workbook an apostrophe is a mark in
   * values only.
   */
  #plain(cells: readonly string[]): readonly string[] {
    const { roles, workbook, shape } = this.settings;
    const holdsValue = (role: Role | undefined) => typeof role === 'number' || role === 'value';
    let plain = workbook ? cells.map((cell, i) => (holdsValue(roles[i]) ? cell : unmarked(cell))) : cells;
    if (this.#gatherer) plain = this.#joinDays(plain);
    for (const [flag, of] of Object.entries(shape?.flags ?? {})) {
      const cell = plain[of] ?? '';
      const joined = withFlag(cell, plain[Number(flag)] ?? '');
      if (joined !== cell) plain = plain.map((one, i) => (i === of ? joined : one));
    }
    return plain;
  }

  #joinDays(cells: readonly string[]): readonly string[] {
    const { roles } = this.settings;
    const said = (role: Role) => cells.filter((_, i) => roles[i] === role).join(' ');
    const joined = [...cells];
    for (const [of, columns] of this.#days)
      joined[of] =
        this.#gatherer?.take(
          columns.map((column) => cells[column] ?? '').filter((cell) => cell !== ''),
          [said('variable'), said('label')].filter((part) => part !== '').join(' '),
          said('unit'),
        ) ?? '';
    return joined;
  }

  #note(cells: readonly string[]): void {
    const text = textOf(cells);
    if (text !== '') this.notes.push(text);
  }

  #row(cells: readonly string[], line: number, record: number): void {
    if (isBlank(cells)) {
      this.#isBelowBlank = true;
      return;
    }
    const mayBegin = this.#isBelowBlank;
    this.#isBelowBlank = false;
    if (this.#isHeaderAgain(cells)) return;
    if (
      mayBegin &&
      record >= (this.settings.shape?.seen ?? Number.POSITIVE_INFINITY) &&
      beginsTable(cells, this.settings.roles)
    )
      this.next ??= {
        record,
        head: cells
          .filter((cell) => cell.trim() !== '')
          .map(unmarked)
          .slice(0, 6),
      };
    if (this.next) return;
    this.total++;
    if (cells.length > this.#width && !isBlank(cells.slice(this.#width))) {
      this.longs++;
      if (this.long.length < 20) this.long.push({ line, cells: cells.length });
      return;
    }
    if (!this.#passes(cells)) return;
    this.passed++;
    if (this.pivot) {
      if (this.pivot.take(this.#plain(cells), line, record)) this.footnotes.length = 0;
      else this.footnotes.push(textOf(cells));
    } else if (this.rows.length < MOST_ROWS) this.rows.push({ line, record, cells: this.#plain(cells) });
  }

  /** Tables that were printed on several pages repeat their header. */
  #isHeaderAgain(cells: readonly string[]): boolean {
    const at = this.#label;
    if (at < 0 || cells[at] !== this.#head[at] || cells[at] === '') return false;
    return this.#head.every((cell, i) => cell === (cells[i] ?? ''));
  }

  #passes(cells: readonly string[]): boolean {
    if (this.#wanted === '') return true;
    const column = this.settings.filter?.column ?? -1;
    const holds = (cell: string | undefined) => cell?.toLowerCase().includes(this.#wanted) ?? false;
    return column < 0 ? cells.some(holds) : holds(cells[column]);
  }
}

/** Notes below a table: rows at its end that hold a text and neither value, unit nor id. */
function splitFootnotes(rows: TableRow[], roles: readonly Role[]): string[] {
  const means = (role: Role | undefined) => typeof role === 'number' || ['value', 'unit', 'id'].includes(String(role));
  const isNote = ({ cells }: TableRow) => cells.every((cell, i) => cell.trim() === '' || !means(roles[i]));
  let end = rows.length;
  while (end > 0 && isNote(rows[end - 1] as TableRow)) end--;
  // A table of labels alone has no notes.
  if (end === 0) return [];
  return rows.splice(end).map(({ cells }) => textOf(cells));
}

/**
 * Reads a whole file.
 * @param progress is told the share that has been read, of 1
 * @throws NotInEncoding, BrokenQuotes, each with its line
 */
export function readTable(bytes: Uint8Array, settings: Settings, progress: (share: number) => void): Table {
  const even = evenBreaks(decode(bytes, settings.encoding), settings.delimiter);
  const sorter = new Sorter(settings, even.text.includes('"'));
  let broken: BrokenQuotes | undefined;
  parseRecords(even.text, settings.delimiter, even.newline, ({ records, problems, read }) => {
    const [problem] = problems;
    if (problem) {
      broken = new BrokenQuotes(problem.kind, sorter.lineOf(records, problem.record));
      return false;
    }
    for (const cells of records) sorter.take(cells);
    progress(read / even.text.length);
    return true;
  });
  if (broken) throw broken;
  const turned = sorter.pivot?.finish();
  const rows: TableRow[] = turned ? turned.rows.slice(0, MOST_ROWS) : [...sorter.rows];
  const footnotes = turned ? sorter.footnotes : splitFootnotes(rows, settings.roles);
  const { noPeriod, twice } = sorter.pivot ?? {};
  return {
    header: turned?.header ?? sorter.header,
    headerRecord: settings.header,
    roles: turned?.roles ?? settings.roles,
    notes: sorter.notes,
    footnotes,
    units: turned ? [] : sorter.units,
    rows,
    isFull: (turned?.rows.length ?? sorter.passed) > MOST_ROWS,
    passed: sorter.passed - footnotes.length,
    total: sorter.total - footnotes.length,
    long: { count: sorter.longs, first: sorter.long },
    noPeriod: noPeriod?.told ?? NOTHING_TOLD,
    twice: twice?.told ?? NOTHING_TOLD,
    isSheet: settings.workbook ?? false,
    gathered: sorter.gathered,
    ...(sorter.next ? { next: sorter.next } : {}),
    ...(turned
      ? { times: { column: timeColumn(settings.roles, settings.shape?.down?.within), periods: turned.periods } }
      : {}),
  };
}
