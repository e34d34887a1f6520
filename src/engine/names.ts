/** A letter or digit of which no name of the engine's may be made. */
const OTHER = /(?![ -ʯ])[\p{L}\p{M}\p{N}]/gu;
/** What stands for one: a letter that the engine takes and no keyboard has, and the number of its character. */
const MARK = 'ʭ';
const MARKED = /ʭ([0-9a-f]{6})/g;

const marked = (sign: string): string => MARK + (sign.codePointAt(0) ?? 0).toString(16).padStart(6, '0');

/** A formula with names of any script as the engine's lexer takes them; texts, and sheets in quotes, stay. */
export const markNames = (formula: string): string =>
  formula
    .split(/("[^"]*"|'[^']*')/)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(OTHER, marked)))
    .join('');

/** The same as people write it. */
export const unmarkNames = (text: string): string =>
  text.replace(MARKED, (_, number: string) => String.fromCodePoint(Number.parseInt(number, 16)));
