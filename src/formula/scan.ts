/**
 * A stretch of a formula that is being typed. What it means is the engine's to say when the formula is taken; this is
 * enough to paint it and to help with it. `name`: also a function's name on its own, as long as no bracket follows.
 */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
}

export type TokenKind =
  | 'space'
  | 'text'
  | 'reference'
  | 'name'
  | 'function'
  | 'number'
  | 'braces'
  | 'operator'
  | 'separator'
  | 'open'
  | 'close'
  | 'other';

const SHEET = "(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_]*)!";
const CELL = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}';

/** In the order in which they are tried. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['text', /"(?:[^"]|"")*"?/y],
  ['reference', new RegExp(`(?:${SHEET})?${CELL}(?::${CELL})?(?![\\p{L}\\p{N}_.(!])`, 'uy')],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y],
  ['braces', /\{[^{}]*\}?/y],
  ['operator', /<=|>=|<>|[-+*/^&=<>:]/y],
  ['separator', /[,;]/y],
  ['open', /\(/y],
  ['close', /\)/y],
];

/** Longer formulas are typed without help: what they name would not be told apart, and every key would take long. */
const LONGEST = 4_000;

/** Splits a draft into tokens that cover all of it. */
export function scan(text: string): Token[] {
  if (text.length > LONGEST) return [{ kind: 'other', start: 0, end: text.length }];
  const tokens: Token[] = [];
  for (let start = 0; start < text.length; ) {
    const token = tokenAt(text, start);
    tokens.push(token);
    start = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { kind, start, end: pattern.lastIndex };
  }
  return { kind: 'other', start, end: start + 1 };
}

/** A formula with the brackets closed that were left open at its end. */
export function closeBrackets(text: string): string {
  const tokens = scan(text);
  const last = tokens.at(-1);
  const isOpenText = last?.kind === 'text' && !/^"(?:[^"]|"")*"$/.test(text.slice(last.start));
  if (isOpenText) return text;
  let open = 0;
  for (const { kind } of tokens) {
    if (kind === 'open') open++;
    else if (kind === 'close') open--;
    if (open < 0) return text;
  }
  return text + ')'.repeat(open);
}
