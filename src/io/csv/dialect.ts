import { parseRecords } from '../csv.ts';
import { DELIMITERS, type Delimiter } from './delimiters.ts';
import { evenBreaks } from './lineBreaks.ts';

/** The first records of a text, `most` of them at most from one on; those before it are empty ones. */
export function firstRecords(text: string, delimiter: Delimiter, most: number, from = 0): string[][] {
  const even = evenBreaks(text, delimiter);
  const records: string[][] = [];
  parseRecords(even.text, delimiter, even.newline, (batch) => {
    for (const record of batch.records)
      if (records.length < from + most) records.push(records.length < from ? [] : record);
    return records.length < from + most;
  });
  return records;
}

/** How regular a table is that a delimiter makes: the share of its records with the commonest number of cells, above one. */
function regularity(records: readonly (readonly string[])[]): number {
  const filled = records.filter((cells) => cells.some((cell) => cell !== ''));
  const counts = new Map<number, number>();
  for (const { length } of filled) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return filled.length === 0 ? 0 : Math.max(0, ...counts.values()) / filled.length;
}

/** Records that are looked at, and the text that they are sought in. */
const SAMPLE = { records: 50, characters: 1 << 16 };

/** The delimiter that makes the most regular table of a text; a comma where none makes any. */
export function guessDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE.characters);
  let best: Delimiter = ',';
  let share = 0;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const now = regularity(firstRecords(sample, delimiter, SAMPLE.records));
    if (now > share) [best, share] = [delimiter, now];
  }
  return best;
}
