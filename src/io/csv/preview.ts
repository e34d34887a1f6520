import { columnName } from '../../model/address.ts';
import type { Step } from '../../model/periods.ts';
import { type Axis, periodBy } from '../reading/axis.ts';
import { type DecimalSign, guessDecimal, plainText } from '../reading/numbers.ts';
import type { Delimiter } from './delimiters.ts';
import { firstRecords, guessDelimiter } from './dialect.ts';
import { decode, guessEncoding, NotInEncoding } from './encoding.ts';
import type { Encoding } from './encodings.ts';
import { unescapeCell, unmarked } from './escape.ts';
import { doubledYears, findHeader, interpretedIn, type Role, stepOfRoles } from './header.ts';
import { type Layout, layOut, type Shape } from './layout.ts';
import { Pivot, type Turned } from './pivot.ts';
import { findRegions, type Region } from './regions.ts';
import { bareUnit } from './unitsRow.ts';

/** The part of a file from which it is told how to read it, in bytes. */
export const SAMPLE_BYTES = 256 * 1024;

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
  readonly doubled: readonly string[];
  /** What only counts, as it is written, and the period that it is taken for until a person says it. */
  readonly start?: { readonly written: string; readonly period: number };
  /** Whether the periods are days, of which several lie in a month: only the first value of each is taken. */
  readonly isDaily: boolean;
  /** Columns in which something stands and that are left out, by their heads or letters. */
  readonly leftOut: readonly string[];
  /** Whether cells where values belong begin with an equals sign. */
  readonly hasFormulas: boolean;
}

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
  const all = firstRecords(text, delimiter, 500);
  // The last record of a part may be broken off.
  const some = whole || all.length === 500 ? all : all.slice(0, -1);
  const records = choices.workbook ? some.map((cells) => cells.map((cell) => unescapeCell(unmarked(cell)))) : some;
  const regions = findRegions(records);
  const table = Math.min(choices.table ?? 0, regions.length - 1);
  const { from, until, columns, header: found } = regions[table] as Region;
  const header = choices.header ?? (regions.length > 1 ? found : findHeader(records.slice(0, SHOWN)));
  const isOutside = (column: number) => regions.length > 1 && (column < columns[0] || column > columns[1]);
  const layout = layOut(records, {
    header,
    from,
    ...(until === undefined ? {} : { until }),
    outside: isOutside,
    roles: choices.roles ?? {},
    start: choices.start,
  });
  const { roles, shape, axis } = layout;
  const rows = records.slice(Math.max(header + 1, from), until);
  const heads = records[header] ?? [];
  const decimal = guessDecimal(valuesIn(rows, roles), delimiter);
  const cut = (some: readonly (readonly string[])[]) => some.map((cells) => cells.map((cell) => cell.slice(0, CELL)));
  const turned = shape.down && turn(rows, layout, heads);
  const doubled = axis && !shape.down ? doubledYears(heads, axis) : [];
  return {
    encoding,
    readings,
    encodingDoubt: (guess.doubt || odd !== undefined) && choices.encoding === undefined,
    delimiter,
    sign: choices.sign ?? decimal.sign,
    signDoubt: decimal.doubt && choices.sign === undefined,
    ...(decimal.example === undefined ? {} : { signExample: decimal.example }),
    tables: regions.length > 1 ? regions.map((region) => choiceOf(records, region)) : [],
    table,
    header,
    roles,
    periods: shape.down ? [] : (axis?.periods ?? []),
    shape,
    step: turned ? stepOfRoles(turned.roles) : stepOfRoles(roles),
    records: cut(records.slice(from, until).slice(0, SHOWN)),
    ...(turned
      ? { turned: { header: turned.header, roles: turned.roles, rows: cut(turned.rows.map(({ cells }) => cells)) } }
      : {}),
    interpreted: axis && !shape.down ? interpretedIn(heads, axis, roles) : [],
    doubled: doubled.map((place) => plainText(heads[place] ?? '')),
    ...(axis?.start ? { start: { written: axis.start.written, period: axis.start.period } } : {}),
    isDaily: axis?.reading.as === 'day' && isCrowded(shape.down ? columnOf(rows, roles.indexOf('time')) : heads, axis),
    leftOut: leftOut(rows, heads, roles, (column) => doubled.includes(column) || isOutside(column)),
    hasFormulas: [...valuesIn(rows, roles)].some((cell) => /^\s*[=＝]/.test(cell)),
  };
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
function turn(rows: Records, { roles, shape }: Layout, heads: readonly string[]): Turned | undefined {
  if (!shape.down) return undefined;
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== '')).slice(0, TURNED.sample);
  const units = shape.units ? (filled[0] ?? []).map(bareUnit) : [];
  const pivot = new Pivot(roles, heads, units, shape.down);
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
function leftOut(
  rows: Records,
  heads: readonly string[],
  roles: readonly Role[],
  isTold: (column: number) => boolean,
): string[] {
  return roles.flatMap((role, i) => {
    if (role !== 'none' || isTold(i)) return [];
    if (!rows.some((cells) => (cells[i] ?? '').trim() !== '')) return [];
    return [plainText(heads[i] ?? '') || columnName(i)];
  });
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
