import type { Piece } from '../../analysis/answer.ts';

/** Text alone (`before`), or a number with the punctuation that must not be parted from it by a line break. */
export interface Unbroken {
  readonly before: string;
  readonly piece?: Piece;
  readonly after?: string;
}

const OPENING = /[(（“「]+$/;
// With the dash of a span of years: no line begins with it.
const CLOSING = /^[)）,，.。;；:：%”」、–—]+/;

/** Numbers with the brackets before and the punctuation after them; the text between stands alone. */
export function unbroken(pieces: readonly Piece[]): Unbroken[] {
  const isNumber = (piece: Piece | undefined) => piece?.cell !== undefined || piece?.figure !== undefined;
  const closing = (piece: Piece | undefined) => (isNumber(piece) ? '' : (CLOSING.exec(piece?.text ?? '')?.[0] ?? ''));
  const opening = (piece: Piece | undefined) => (isNumber(piece) ? '' : (OPENING.exec(piece?.text ?? '')?.[0] ?? ''));
  return pieces.map((piece, i): Unbroken => {
    const [last, next] = [pieces[i - 1], pieces[i + 1]];
    if (isNumber(piece)) return { before: opening(last), piece, after: closing(next) };
    const start = isNumber(last) ? closing(piece).length : 0;
    const end = isNumber(next) ? Math.max(start, piece.text.length - opening(piece).length) : undefined;
    return { before: piece.text.slice(start, end) };
  });
}
