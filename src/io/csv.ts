import Papa from 'papaparse';

/** One record of a CSV file, with the 1-based line of the file on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A line break of any kind, once: CR LF counts by its LF. */
const LINE_BREAK = /\n|\r(?!\n)/g;

/**
 * Reads a CSV with a header row (RFC 4180, comma).
 * @throws Error with the line number, for a ragged row or a quote that is not closed.
 */
export function parseCsvRows(file: string): CsvRow[] {
  const text = file.replace(/^\uFEFF/, '');
  const breaks = [...text.matchAll(LINE_BREAK)].map((match) => match.index);
  const rows: CsvRow[] = [];
  let header: string[] | undefined;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step({ data, errors, meta }) {
      const problem = errors[0];
      if (problem) throw new Error(`line ${line}: ${problem.message}`);
      const start = line;
      while ((breaks[line - 1] ?? Number.POSITIVE_INFINITY) < meta.cursor) line++;
      if (data.length === 1 && data[0] === '') return;
      if (!header) {
        header = data;
        return;
      }
      if (data.length !== header.length)
        throw new Error(`line ${start}: ${data.length} cells where the header has ${header.length}`);
      rows.push({ line: start, cells: Object.fromEntries(header.map((name, i) => [name, data[i] ?? ''])) });
    },
  });
  return rows;
}

export type LineBreak = '\n' | '\r' | '\r\n';

/** What is wrong with the quotes of a record: one is never closed, or more follows where one was. */
export interface QuoteProblem {
  /** 0-based among all records of the text. */
  readonly record: number;
  readonly kind: 'open' | 'stray';
}

/** Some records that follow each other. */
export interface Batch {
  readonly records: readonly string[][];
  readonly problems: readonly QuoteProblem[];
  /** Up to where the text has been read. */
  readonly read: number;
}

/** Characters that are parsed in one go: a few thousand records, some milliseconds. */
const BATCH = 1 << 20;

/**
 * Every record of a text as its cells, batch by batch; an empty line is a record of one empty cell, and a last line break
 * begins none.
 * @param next is handed each batch; `false` ends the reading
 * @param size characters of a batch; a record that is longer is read whole
 */
export function parseRecords(
  text: string,
  delimiter: string,
  newline: LineBreak,
  next: (batch: Batch) => boolean,
  size = BATCH,
): void {
  let before = 0;
  let start = 0;
  let length = size;
  while (start < text.length) {
    const end = start + length;
    const isLast = end >= text.length;
    const parsed = new Papa.Parser({ delimiter, newline }).parse(text.slice(start, end), start, !isLast) as Parsed;
    const { data, errors, meta } = parsed;
    if (data.length === 0 && !isLast) {
      length *= 2;
      continue;
    }
    if (isLast && isBlank(data.at(-1)) && text.endsWith(newline)) data.pop();
    // What is said of the record that a batch breaks off is not yet true.
    const problems = errors
      .filter(({ row = 0 }) => row < data.length)
      .map(({ row = 0, code }): QuoteProblem => {
        return { record: before + row, kind: code === 'MissingQuotes' ? 'open' : 'stray' };
      });
    before += data.length;
    start = isLast ? text.length : meta.cursor;
    length = size;
    if (!next({ records: data, problems, read: start })) return;
  }
}

type Parsed = Papa.ParseResult<string[]>;
const isBlank = (record: readonly string[] | undefined): boolean => record?.length === 1 && record[0] === '';
