import { columnName } from '../../model/address.ts';
import type { Step } from '../../model/periods.ts';
import { type Axis, periodBy } from '../reading/axis.ts';
import { farYears, isFarYear } from '../reading/farYears.ts';
import { type DecimalSign, guessDecimal, plainText } from '../reading/numbers.ts';
import type { Delimiter } from './delimiters.ts';
import { firstRecords, guessDelimiter } from './dialect.ts';
import { decode, guessEncoding, NotInEncoding } from './encoding.ts';
import type { Encoding } from './encodings.ts';
import { unescapeCell, unmarked } from './escape.ts';
import type { Gathering } from './gather.ts';
import { doubledPeriods, findHeader, interpretedIn, namedRole, type Role, stepOfRoles } from './header.ts';
import { type Layout, layOut } from './layout.ts';
import { Pivot, type Turned } from './pivot.ts';
import { findRegions, type Region } from './regions.ts';
import type { Shape } from './shape.ts';
import { bareUnit } from './unitsRow.ts';

/** The part of a file from which it is told how to read it, in bytes. */
export const SAMPLE_BYTES = 256 * 1024;

/** Records from which it is told how a file is read. */
const LOOKED_AT = 500;

/** Records that are shown. */
export const SHOWN = 50;

/** What a person said of how a file is to be read; what is left out is found out. */
export interface Choices {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly sign?: DecimalSign;
  /** 0-based record; -1 for none. */
  readonly header?: number;
  /** What columns hold, by their 0-based place. */
  readonly roles?: Readonly<Record<number, Role>>;
  /** Which of several tables, 0-based. */
  readonly table?: number;
  /** The period that the first cell of an axis means, where it only counts. */
  readonly start?: number;
  /** Whether the text is a sheet of a workbook. */
  readonly workbook?: boolean;
  /** How values of several days of a month become one. */
  readonly gather?: Gathering['by'];
  /** Whether all that stands below is of one table, also where another seems to begin. */
  readonly oneTable?: boolean;
  /** The record with which the table begins, 0-based, where it stands further on than what is looked at first. */
  readonly begin?: number;
}

/** A column by its letters and what heads it. */
export interface ColumnName {
  readonly letters: string;
  readonly head: string;
}

/** A period that heads several columns, of which one is taken. */
export interface DoubledPeriod {
  readonly period: number;
  readonly taken: ColumnName;
  readonly left: readonly ColumnName[];
}

/** One of several tables: what it is called, and where it stands. */
export interface TableChoice {
  readonly name: string;
  /** In A1: from its first cell on; to its last one where the end is known. */
  readonly place: string;
}

/** How a file is read, and its first records. */
export interface TablePreview {
  readonly encoding: Encoding;
  /** Some text that is more than ASCII in each encoding that makes sense; a person is asked where there is doubt. */
  readonly readings: readonly { readonly encoding: Encoding; readonly sample: string }[];
  readonly encodingDoubt: boolean;
  readonly delimiter: Delimiter;
  readonly sign: DecimalSign;
  readonly signDoubt: boolean;
  readonly signExample?: string;
  /** The tables that there are, where they are several, and the one that is taken. */
  readonly tables: readonly TableChoice[];
  readonly table: number;
  /** 0-based among all records; -1 for none. */
  readonly header: number;
  readonly roles: readonly Role[];
  /** The periods that head columns, whatever is taken of them. */
  readonly periods: readonly (number | undefined)[];
  readonly shape: Shape;
  /** The step of the periods. */
  readonly step: Step;
  /** The first records of the table, from `shape.from` on. */
  readonly records: readonly (readonly string[])[];
  /** The first rows as they are taken, where periods go down. */
  readonly turned?: Pick<Turned, 'header' | 'roles'> & { readonly rows: readonly (readonly string[])[] };
  /** Periods that had to be interpreted, as they stand in the header. */
  readonly interpreted: readonly { readonly text: string; readonly period: number }[];
  /** Periods that head several columns. */
  readonly doubled: readonly DoubledPeriod[];
  /** Heads, or periods of rows, that are years before those of a model, with where they stand. */
  readonly far: readonly { readonly text: string; readonly place: string }[];
  /** What only counts, as it is written, and the period that it is taken for until a person says it. */
  readonly start?: { readonly written: string; readonly period: number };
  /** Whether the periods are days, of which several lie in a month: their values become one. */
  readonly isDaily: boolean;
  /** Columns in which something stands and that are left out. */
  readonly leftOut: readonly ColumnName[];
  /** Columns of flags, which are kept in the notes of lines. */
  readonly flags: readonly ColumnName[];
  /** Whether cells where values belong begin with an equals sign. */
  readonly hasFormulas: boolean;
}

/** The last records that are looked at: a table that begins in them could not be told. */
const UNSURE = 3;

/** Characters of a cell that are shown. */
const CELL = 120;

/** Up to three lines that hold more than ASCII, by which a person tells encodings apart. */
function sampleOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, 2_000).filter((line) => /\P{ASCII}/u.test(line));
  return lines
    .slice(0, 3)
    .map((line) => line.slice(0, 80))
    .join('\n');
}

/** The text of the first bytes, which may end within a character. */
function textOf(bytes: Uint8Array, encoding: Encoding, whole: boolean): string {
  if (whole) return decode(bytes, encoding);
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  return text.replace(/^\uFEFF/, '');
}

/**
 * How a file is to be read, from its first bytes and from what a person said of it.
 * @param whole whether these are all its bytes
 * @param odd bytes from further on that were not what the first ones promised
 */
export function makePreview(bytes: Uint8Array, whole: boolean, choices: Choices, odd?: Uint8Array): TablePreview {
  const guess = guessEncoding(odd ?? bytes, whole && !odd);
  const encoding = choices.encoding ?? (guess.readings[0] as Encoding);
  const sample = (one: Encoding) => sampleOf(lenient(odd ?? bytes, one, whole && !odd));
  const readings = guess.readings.map((one) => ({ encoding: one, sample: sample(one) }));
  const text = lenient(bytes, encoding, whole);
  const delimiter = choices.delimiter ?? guessDelimiter(text);
  const begin = choices.begin ?? 0;
  const all = firstRecords(text, delimiter, LOOKED_AT, begin);
  // The last record of a part may be broken off.
  const some = whole || all.length === begin + LOOKED_AT ? all : all.slice(0, -1);
  const records = choices.workbook ? some.map((cells) => cells.map((cell) => unescapeCell(unmarked(cell)))) : some;
  const regions = regionsFrom(records, begin);
  const table = Math.min(choices.table ?? 0, regions.length - 1);
  const { from, until, columns, header: found } = regions[table] as Region;
  const header = choices.header ?? found;
  const isOutside = (column: number) => regions.length > 1 && (column < columns[0] || column > columns[1]);
  const layout = layOut(records, {
    header,
    from,
    ...(until === undefined ? {} : { until }),
    outside: isOutside,
    roles: choices.roles ?? {},
    start: choices.start,
  });
  const { roles, axis } = layout;
  const rows = records.slice(Math.max(header + 1, from), until);
  const heads = records[header] ?? [];
  const decimal = guessDecimal(valuesIn(rows, roles), delimiter);
  const sign = choices.sign ?? decimal.sign;
  const isDaily =
    axis?.reading.as === 'day' && isCrowded(layout.shape.down ? columnOf(rows, roles.indexOf('time')) : heads, axis);
  const isSeen = whole && all.length < begin + LOOKED_AT;
  const laid: Shape = isSeen || choices.oneTable ? layout.shape : { ...layout.shape, seen: records.length - UNSURE };
  const shape: Shape = isDaily
    ? {
        ...laid,
        gather: {
          by: choices.gather ?? 'line',
          sign,
          ...(layout.shape.down ? {} : { of: daysOf(heads, axis, roles) }),
        },
      }
    : laid;
  const far = farIn(records, { header, from, until }, roles);
  const cut = (some: readonly (readonly string[])[]) => some.map((cells) => cells.map((cell) => cell.slice(0, CELL)));
  const turned = shape.down && turn(rows, { roles, shape }, heads);
  const doubled = axis && !layout.shape.down ? doubledPeriods(heads, axis) : new Map<number, number>();
  const periods = shape.down ? [] : (axis?.periods.map((period, i) => period ?? doubled.get(i)) ?? []);
  const name = (column: number): ColumnName => ({ letters: columnName(column), head: plainText(heads[column] ?? '') });
  const twice = new Set(doubled.values());
  const isTold = (column: number) =>
    twice.has(periods[column] ?? Number.NaN) ||
    isOutside(column) ||
    far.some(({ column: at }) => at === column) ||
    shape.flags?.[column] !== undefined;
  return {
    encoding,
    readings,
    encodingDoubt: (guess.doubt || odd !== undefined) && choices.encoding === undefined,
    delimiter,
    sign,
    signDoubt: decimal.doubt && choices.sign === undefined,
    ...(decimal.example === undefined ? {} : { signExample: decimal.example }),
    tables: regions.length > 1 ? regions.map((region) => choiceOf(records, region)) : [],
    table,
    header,
    roles,
    periods,
    shape,
    step: turned ? stepOfRoles(turned.roles) : stepOfRoles(roles),
    records: cut(records.slice(from, until).slice(0, SHOWN)),
    ...(turned
      ? { turned: { header: turned.header, roles: turned.roles, rows: cut(turned.rows.map(({ cells }) => cells)) } }
      : {}),
    interpreted: axis && !shape.down ? interpretedIn(heads, axis, roles) : [],
    doubled: isDaily ? [] : doubledIn(periods, doubled, roles, name),
    far: far.map(({ text, place }) => ({ text, place })),
    ...(axis?.start ? { start: { written: axis.start.written, period: axis.start.period } } : {}),
    isDaily,
    leftOut: leftOut(rows, roles, isTold).map(name),
    flags: Object.keys(shape.flags ?? {}).map((column) => name(Number(column))),
    hasFormulas: [...valuesIn(rows, roles)].some((cell) => /^\s*[=＝]/.test(cell)),
  };
}

/** The tables from a record on, each with its header. */
function regionsFrom(records: Records, begin: number): readonly Region[] {
  const some = records.slice(begin);
  const regions = findRegions(some);
  return regions.map(({ from, until, header, ...region }) => {
    const found = regions.length > 1 ? header : findHeader(some.slice(0, SHOWN));
    return {
      ...region,
      from: from + begin,
      ...(until === undefined ? {} : { until: until + begin }),
      header: found < 0 ? -1 : found + begin,
    };
  });
}

const columnOf = (rows: Records, column: number): readonly string[] => rows.map((cells) => cells[column] ?? '');

/** Whether cells of an axis that differ name the same period. */
function isCrowded(cells: readonly string[], { reading }: Axis): boolean {
  const named = new Set(cells.filter((cell) => periodBy(cell, reading) !== undefined).map(plainText));
  return named.size > new Set([...named].map((cell) => periodBy(cell, reading))).size;
}

/** Rows that are turned to be shown, and those of them that are. */
const TURNED = { sample: 500, shown: 12 };

/** The first rows of a table whose periods go down, as they are taken. */
function turn(
  rows: Records,
  { roles, shape }: Pick<Layout, 'roles' | 'shape'>,
  heads: readonly string[],
): Turned | undefined {
  if (!shape.down) return undefined;
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== '')).slice(0, TURNED.sample);
  const units = shape.units ? (filled[0] ?? []).map(bareUnit) : [];
  const pivot = new Pivot(roles, heads, units, { ...shape.down, ...(shape.gather ? { gather: shape.gather } : {}) });
  for (const [i, cells] of filled.slice(shape.units ? 1 : 0).entries()) pivot.take(cells, i, i);
  const turned = pivot.finish();
  return { ...turned, rows: turned.rows.slice(0, TURNED.shown) };
}

type Records = readonly (readonly string[])[];

/** A table by what stands above it, else by its first head. */
function choiceOf(records: Records, { from, until, columns: [first, last], header }: Region): TableChoice {
  const texts = records.slice(from, Math.max(header + 1, from + 1)).flatMap((cells) => cells.slice(first, last + 1));
  const end = until === undefined ? '' : `:${columnName(last)}${until}`;
  return {
    name: plainText(texts.find((cell) => cell.trim() !== '') ?? '').slice(0, CELL),
    place: `${columnName(first)}${from + 1}${end || `:${columnName(last)}`}`,
  };
}

/** Columns that hold something and of which nothing is taken. `isTold`: of some it is told otherwise. */
const leftOut = (rows: Records, roles: readonly Role[], isTold: (column: number) => boolean): number[] =>
  roles.flatMap((role, i) => {
    if (role !== 'none' || isTold(i)) return [];
    return rows.some((cells) => (cells[i] ?? '').trim() !== '') ? [i] : [];
  });

/** Periods that head several columns, with the one that is taken. */
function doubledIn(
  periods: readonly (number | undefined)[],
  doubled: ReadonlyMap<number, number>,
  roles: readonly Role[],
  name: (column: number) => ColumnName,
): DoubledPeriod[] {
  return [...new Set(doubled.values())].flatMap((period) => {
    const taken = roles.indexOf(period);
    if (taken < 0) return [];
    const left = periods.flatMap((one, i) => (one === period && i !== taken ? [name(i)] : []));
    return [{ period, taken: name(taken), left }];
  });
}

/** Of each column of a day the one by whose place its month is taken. */
function daysOf(heads: readonly string[], { reading }: Axis, roles: readonly Role[]): Record<number, number> {
  return Object.fromEntries(
    heads.flatMap((head, i) => {
      const period = periodBy(head, reading);
      const at = period === undefined ? -1 : roles.indexOf(period);
      return at < 0 || at === i ? [] : [[i, at] as const];
    }),
  );
}

/** Years down a column that is named so. */
function farDown(
  rows: Records,
  head: readonly string[] = [],
  header: number,
): { text: string; place: string; column: number }[] {
  const column = head.findIndex((cell) => namedRole(cell) === 'time');
  return rows.flatMap((cells, i) => {
    const text = column < 0 ? '' : plainText(cells[column] ?? '');
    return isFarYear(text) ? [{ text, place: `${columnName(column)}${header + i + 2}`, column }] : [];
  });
}

/** Heads, or periods down the first column of a table without any other, that are years before those of a model. */
function farIn(
  records: Records,
  { header, from, until }: { readonly header: number; readonly from: number; readonly until: number | undefined },
  roles: readonly Role[],
): { text: string; place: string; column: number }[] {
  const hasYears = roles.some((role) => typeof role === 'number');
  const seen =
    header >= 0
      ? [header]
      : records
          .slice(from, until)
          .slice(0, SHOWN)
          .map((_, i) => from + i);
  for (const record of seen) {
    const cells = records[record] ?? [];
    const heads = cells.map((cell, i) => (roles[i] === 'none' ? cell : ''));
    const found = farYears(heads, hasYears);
    if (found.length > 0)
      return found.map((column) => ({
        text: plainText(cells[column] ?? ''),
        place: `${columnName(column)}${record + 1}`,
        column,
      }));
  }
  return roles.includes('time') || hasYears
    ? []
    : farDown(records.slice(header + 1, until).slice(0, SHOWN), records[header], header);
}

/** What cannot be decoded is shown with replacement characters; reading the whole file will say where it stands. */
function lenient(bytes: Uint8Array, encoding: Encoding, whole: boolean): string {
  try {
    return textOf(bytes, encoding, whole);
  } catch (error) {
    if (!(error instanceof NotInEncoding)) throw error;
    return new TextDecoder(encoding).decode(bytes);
  }
}

/** The cells in which numbers belong; all of them where no column is named. */
function* valuesIn(records: readonly (readonly string[])[], roles: readonly Role[]): Iterable<string> {
  const holds = (role: Role | undefined) => typeof role === 'number' || role === 'value';
  const some = roles.some(holds);
  for (const cells of records) for (const [i, cell] of cells.entries()) if (!some || holds(roles[i])) yield cell;
}
