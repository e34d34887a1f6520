/** What a formula is made of, best first: `LOG10(` is a function, `LOG10` an address. */
const KINDS = {
  space: /\s+/,
  text: /"(?:[^"]|"")*"/,
  sheet: /'(?:[^']|'')+'!|[A-Za-z_][A-Za-z0-9_.]*!/,
  call: /[\p{L}_][\p{L}\p{N}_.]*\s*\(/u,
  operand: /\$?[A-Za-z]{1,3}\$?\d+(?![\p{L}\p{N}_.])|(?![RrCc]{1,2}(?![\p{L}\p{N}_.]))[\p{L}_][\p{L}\p{N}_.]*/u,
  constant: /(?:\d+\.?\d*|\.\d+)(?:[Ee][-+]?\d+)?|\{[\x20-\x7e]*?\}|#(?:REF!|DIV\/0!|N\/A|NAME\?|NUM!|VALUE!)/,
  sign: /[-+]/,
  binary: /<=|>=|<>|[*/^&=<>:]/,
  percent: /%/,
  open: /\(/,
  close: /\)/,
  comma: /,/,
} as const satisfies Record<string, RegExp>;

export type Kind = keyof typeof KINDS;
export interface Token {
  readonly kind: Kind;
  readonly text: string;
}

const NAMES = Object.keys(KINDS) as Kind[];
const matching = (kinds: Readonly<Record<Kind, RegExp>>): RegExp =>
  new RegExp(NAMES.map((name) => `(${kinds[name].source})`).join('|'), 'uy');
const WRITTEN = matching(KINDS);
/** Other programs leave names of sheets bare that we quote. */
const READ = matching({ ...KINDS, sheet: /'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!/u });

/**
 * Splits a formula without its `=`; undefined where it holds what no formula of Excel does.
 * `token`: `READ` for one that stands in a file.
 */
function split(formula: string, token: RegExp): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(formula);
    const kind = match && NAMES[match.findIndex((group, i) => i > 0 && group !== undefined) - 1];
    if (!kind) return undefined;
    tokens.push({ kind, text: match[0] });
  }
  return tokens;
}

/** The tokens of a formula that is to be written to a file. */
export const tokensOf = (formula: string): readonly Token[] | undefined => split(formula, WRITTEN);
/** The tokens of a formula that stands in one. */
export const tokensRead = (formula: string): readonly Token[] | undefined => split(formula, READ);

/** The name of the function that a token calls, in capitals. */
export const calledBy = ({ text }: Token): string => text.slice(0, -1).trimEnd().toUpperCase();

/**
 * Tokens but for spaces, each with those near it (1: the next, -1: the one before), the call in whose brackets it stands
 * and the place of its argument there.
 */
export function* placed(tokens: readonly Token[]): Generator<{
  readonly token: Token;
  readonly near: (places: number) => Token | undefined;
  readonly call: string;
  readonly argument: number;
}> {
  const solid = tokens.filter(({ kind }) => kind !== 'space');
  const open: { readonly call: string; argument: number }[] = [];
  for (const [i, token] of solid.entries()) {
    const { call = '', argument = 0 } = open.at(-1) ?? {};
    yield { token, near: (places) => solid[i + places], call, argument };
    const inner = open.at(-1);
    if (token.kind === 'call') open.push({ call: calledBy(token), argument: 0 });
    else if (token.kind === 'open') open.push({ call: '', argument: 0 });
    else if (token.kind === 'close') open.pop();
    else if (token.kind === 'comma' && inner) inner.argument++;
  }
}
