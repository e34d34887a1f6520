/** A stretch of a formula that may name cells or lines; `other`: what stays as it was typed. */
export type LexerTokenKind = 'cell' | 'columns' | 'rows' | 'name' | 'other';

/** A token with its text and its place in what was split. */
export interface LexerToken {
  readonly kind: LexerTokenKind;
  readonly image: string;
  readonly offset: number;
}

/** The engine's names know no other letters; outside of quotes it takes no formula with them. */
const LETTER = 'A-Za-z\u00C0-\u02AF';
const NAME = `[${LETTER}0-9_.]`;
const SHEET = `(?:[${LETTER}0-9_]+!|'(?:[^'\\n\\r\u2028\u2029]|'')*'!)?`;
const COLUMN = `${SHEET}\\$?[A-Za-z]+`;
const ROW = `${SHEET}\\$?[0-9]+`;

/** In the order in which they are tried: that of the engine's own lexer, which reads what comes of it. */
const PATTERNS: readonly (readonly [LexerTokenKind, RegExp])[] = [
  ['other', /[ \t\n\r]+|<>|<=|>=|[-+*/^=%()&{},;:<>]/y],
  // The name of a function.
  ['other', new RegExp(`[${LETTER}]${NAME}*\\(`, 'y')],
  ['columns', new RegExp(`${COLUMN}:${COLUMN}`, 'y')],
  ['rows', new RegExp(`${ROW}:${ROW}`, 'y')],
  // A number, a text, an error.
  ['other', /(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|"(?:[^"]|"")*"|#[A-Za-z0-9/]+[?!]?/y],
  ['cell', new RegExp(`${SHEET}\\$?[A-Za-z]+\\$?[0-9]+(?!${NAME})`, 'y')],
  ['name', new RegExp(`[${LETTER}_]${NAME}*`, 'y')],
];

/** Splits a stretch of a formula into tokens that cover all of it; undefined where a character belongs to no formula. */
export function tokenize(text: string): readonly LexerToken[] | undefined {
  const tokens: LexerToken[] = [];
  for (let offset = 0; offset < text.length; ) {
    const token = tokenAt(text, offset);
    if (!token) return undefined;
    tokens.push(token);
    offset += token.image.length;
  }
  return tokens;
}

function tokenAt(text: string, offset: number): LexerToken | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = offset;
    const [image] = pattern.exec(text) ?? [];
    if (image !== undefined) return { kind, image, offset };
  }
  return undefined;
}
