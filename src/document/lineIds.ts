import { type Line, numbered, numberOf } from '../model/line.ts';

const lastNumbers = new WeakMap<readonly Line[], number>();

/** The largest number that an id of a person's own lines has. */
export function lastNumber(lines: readonly Line[]): number {
  let last = lastNumbers.get(lines);
  if (last === undefined) {
    last = lines.reduce((most, { id }) => Math.max(most, numberOf(id) ?? 0), 0);
    lastNumbers.set(lines, last);
  }
  return last;
}

/** An id for a line of a person's own: never derived from its label, and never one that was given before. */
export const freshId = (lines: readonly Line[]): string => numbered(lastNumber(lines) + 1);

/** The id that the line of a row has or, below the last line, is going to have. */
export const idAt = (lines: readonly Line[], row: number): string =>
  lines[row]?.id ?? numbered(lastNumber(lines) + 1 + row - lines.length);
