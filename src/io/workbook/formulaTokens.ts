/** A stretch of a formula as a file writes it. */
export interface Token {
  readonly kind:
    | 'blank'
    | 'text'
    | 'number'
    | 'error'
    | 'array'
    | 'sheet'
    | 'cell'
    | 'columns'
    | 'rows'
    | 'structured'
    | 'call'
    | 'name'
    | 'sign';
  readonly text: string;
}

const NAME = '[\\p{L}_\\\\][\\p{L}\\p{M}\\p{N}_.\\\\?]*';
const END = '(?![\\p{L}\\p{N}_.(\\[!])';
const CELL = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}';

/** In the order in which they are tried. */
const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['blank', /\s+/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['error', /#(?:N\/A|REF!|DIV\/0!|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)/iy],
  ['array', /\{[^{}]*\}/y],
  // Quoted, or bare with the number of another file and a second sheet behind a colon.
  ['sheet', /'(?:[^']|'')*'!|(?:\[[^[\]]*\])?[\p{L}\p{N}_.\\]+(?::[\p{L}\p{N}_.\\]+)?!|\[\d+\]!/uy],
  ['columns', new RegExp(`\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}${END}`, 'uy')],
  ['rows', new RegExp(`\\$?\\d{1,7}:\\$?\\d{1,7}${END}`, 'uy')],
  ['cell', new RegExp(`${CELL}${END}`, 'uy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y],
  ['call', new RegExp(`${NAME}\\s*\\(`, 'uy')],
  ['structured', new RegExp(`(?:${NAME})?\\[`, 'uy')],
  ['name', new RegExp(NAME, 'uy')],
  ['sign', /<>|<=|>=|[-+*/^=%&(),:<>@#~]/y],
];

/** Where the bracket that opens before a place is closed; an apostrophe escapes the sign behind it. -1: nowhere. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === '[') depth++;
    else if (text[i] === ']' && --depth === 0) return i;
  }
  return -1;
}

/** Splits a formula, without `=`, into tokens that cover all of it; undefined where a sign belongs to none. */
export function tokensOf(formula: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length; ) {
    const token = tokenAt(formula, at);
    if (!token) return undefined;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

/** Which kinds a sign can begin; the patterns of letters are slow, and most tokens are signs and numbers. */
const BEGINS: readonly (readonly [RegExp, ReadonlySet<Token['kind']>])[] = [
  [/\s/, new Set(['blank'])],
  [/["]/, new Set(['text'])],
  [/[-+*/^=%&(),:<>@~]/, new Set(['sign'])],
  [/[\d.]/, new Set(['rows', 'number'])],
];

function tokenAt(formula: string, at: number): Token | undefined {
  const begin = formula[at] ?? '';
  const kinds = BEGINS.find(([form]) => form.test(begin))?.[1];
  for (const [kind, pattern] of PATTERNS) {
    if (kinds && !kinds.has(kind)) continue;
    pattern.lastIndex = at;
    const [text] = pattern.exec(formula) ?? [];
    if (text === undefined) continue;
    if (kind !== 'structured') return { kind, text };
    const end = closing(formula, at + text.length);
    return end < 0 ? undefined : { kind, text: formula.slice(at, end + 1) };
  }
  return undefined;
}
