import { type DecimalSign, guessDecimal } from '../reading/numbers.ts';
import type { Delimiter } from './delimiters.ts';
import { firstRecords, guessDelimiter } from './dialect.ts';
import { decode, guessEncoding, NotInEncoding } from './encoding.ts';
import type { Encoding } from './encodings.ts';
import { unescapeCell, unmarked } from './escape.ts';
import { doubledYears, findHeader, interpretedYears, type Role, rolesOf } from './header.ts';

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
  /** Whether the text is a sheet of a workbook. */
  readonly workbook?: boolean;
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
  readonly header: number;
  readonly roles: readonly Role[];
  readonly records: readonly (readonly string[])[];
  /** Years that had to be interpreted, as they stand in the header. */
  readonly interpreted: readonly { readonly text: string; readonly year: number }[];
  readonly doubled: readonly string[];
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
  const header = choices.header ?? findHeader(records.slice(0, SHOWN));
  const heads = records[header] ?? [];
  const found = rolesOf(heads);
  const width = records.reduce((most, cells) => Math.max(most, cells.length), 0);
  const roles = Array.from({ length: width }, (_, i): Role => choices.roles?.[i] ?? found[i] ?? 'none');
  const decimal = guessDecimal(valuesIn(records.slice(header + 1), roles), delimiter);
  return {
    encoding,
    readings,
    encodingDoubt: (guess.doubt || odd !== undefined) && choices.encoding === undefined,
    delimiter,
    sign: choices.sign ?? decimal.sign,
    signDoubt: decimal.doubt && choices.sign === undefined,
    ...(decimal.example === undefined ? {} : { signExample: decimal.example }),
    header,
    roles,
    records: records.slice(0, SHOWN).map((cells) => cells.map((cell) => cell.slice(0, CELL))),
    interpreted: interpretedYears(heads, roles),
    doubled: doubledYears(heads, roles),
  };
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
