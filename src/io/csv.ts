import Papa from 'papaparse';

/** One record of a CSV file, with the 1-based line of the file on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A line break of any kind, once: CR LF counts by its LF. */
const LINE_BREAK = /\n|\r(?!\n)/g;

/**
 * Reads a CSV with a header row (RFC 4180, comma).
 * @throws Error with the line number, for a ragged row or a quote that is not closed.
 */
export function parseCsvRows(file: string): Row[] {
  const text = file.replace(/^\uFEFF/, '');
  const breaks = [...text.matchAll(LINE_BREAK)].map((match) => match.index);
  const rows: Row[] = [];
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
