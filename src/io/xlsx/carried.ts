import { crc32 } from '../crc.ts';

/**
 * A workbook that was made here carries its document in a hidden sheet: properties and parts of one's own are dropped by
 * other programs as they save, sheets are not.
 */

/** Stands in the first cell of the sheet's second row. */
export const CARRIED = 'foresheet.document';
/** The form of that sheet. */
export const CARRIED_FORMAT = 1;

/** Characters of a piece. Excel takes 32,767 in a cell. */
const PIECE = 30_000;
/** Around a piece: with them no program takes it for a number or a formula, or drops spaces at its ends. */
const EDGE = '|';

/** What a file can't hold as it is, and what would be taken for an escape in it. */
const UNSAFE = /[\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** JSON without line breaks as the texts of cells. */
export function piecesOf(json: string): string[] {
  const safe = json.replace(UNSAFE, escaped);
  const pieces: string[] = [];
  for (let from = 0; from < safe.length; ) {
    let to = Math.min(safe.length, from + PIECE);
    // A pair stays together.
    if (/[\ud800-\udbff]/.test(safe[to - 1] ?? '')) to--;
    pieces.push(EDGE + safe.slice(from, to) + EDGE);
    from = to;
  }
  return pieces;
}

/** The JSON of such cells; undefined where one of them is no piece. */
export function joined(pieces: readonly unknown[]): string | undefined {
  const bare = pieces.map((piece) =>
    typeof piece === 'string' && piece.length > 1 && piece.startsWith(EDGE) && piece.endsWith(EDGE)
      ? piece.slice(1, -1)
      : undefined,
  );
  return bare.includes(undefined) ? undefined : bare.join('');
}

/** The sum by which a text that came back is known to be whole. */
export const sumOf = (json: string): string =>
  crc32(new TextEncoder().encode(json.replace(UNSAFE, escaped)))
    .toString(16)
    .padStart(8, '0');
