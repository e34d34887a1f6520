import { isSafe } from '../io/xlsx/xml.ts';
import { EXCEL_FUNCTIONS } from './functions.ts';
import { calledBy, type Kind, placed, type Token, tokensOf } from './tokens.ts';

/** Excel's limits of a formula: its characters, those of a text in it, and how deep brackets may stand in one another. */
const MOST_CHARACTERS = 8192;
const MOST_TEXT = 255;
const MOST_DEPTH = 64;

/** Excel keeps the names that LET and LAMBDA give with a prefix. */
const PARAMETER = '_xlpm.';

/** The names that a formula gives to values of its own, in small letters. */
function ownNames(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { token, near, call, argument } of placed(tokens)) {
    const isGiven = call === 'LAMBDA' || (call === 'LET' && argument % 2 === 0);
    const before = near(-1)?.kind;
    const isAlone = (before === 'call' || before === 'comma') && near(1)?.kind === 'comma';
    if (token.kind === 'operand' && isGiven && isAlone) names.add(token.text.toLowerCase());
  }
  return names;
}

interface Call {
  readonly least: number;
  readonly most: number;
  commas: number;
}
/** A bracket that belongs to no function holds one value. */
const BRACKET = { least: 1, most: 1 };

/** What may come next: an argument or nothing, a value, an address of the sheet that was named, or what follows a value. */
type Next = 'argument' | 'value' | 'address' | 'sign';

/** Reads a formula from its first to its last token. */
class Reader {
  text = '';
  #next: Next = 'value';
  readonly #open: Call[] = [];

  constructor(readonly names: ReadonlySet<string>) {}

  /** Whether the formula may end here. */
  get complete(): boolean {
    return this.#open.length === 0 && this.#next === 'sign';
  }

  /** Takes a token of a kind; false where it can't stand here. */
  take(kind: Kind, token: string): boolean {
    if (kind === 'call') return this.#begin(token);
    const isOwn = kind === 'operand' && this.names.has(token.toLowerCase());
    this.text += isOwn ? `${PARAMETER}${token}` : token;
    const before = this.#next;
    switch (kind) {
      case 'space':
        return before !== 'address';
      case 'sheet':
        return this.#then('address', before === 'value' || before === 'argument');
      case 'operand':
        return this.#then('sign', before !== 'sign');
      case 'text':
      case 'constant':
        return this.#then('sign', (before === 'value' || before === 'argument') && token.length <= MOST_TEXT + 2);
      case 'sign':
        return this.#then('value', before !== 'address');
      case 'binary':
        return this.#then('value', before === 'sign');
      case 'percent':
        return before === 'sign';
      case 'open':
        return this.#nest(BRACKET);
      case 'comma':
        return this.#comma();
      case 'close':
        return this.#close();
    }
  }

  #then(next: Next, allowed: boolean): boolean {
    this.#next = next;
    return allowed;
  }

  #begin(token: string): boolean {
    const name = token.slice(0, -1).trimEnd();
    if (this.names.has(name.toLowerCase())) {
      this.text += `${PARAMETER}${name}(`;
      return this.#nest({ least: 0, most: 253 });
    }
    const known = EXCEL_FUNCTIONS.get(name.toUpperCase());
    this.text += `${known?.name}(`;
    return known !== undefined && this.#nest(known);
  }

  #nest({ least, most }: Pick<Call, 'least' | 'most'>): boolean {
    const allowed = (this.#next === 'value' || this.#next === 'argument') && this.#open.length < MOST_DEPTH;
    this.#open.push({ least, most, commas: 0 });
    return this.#then('argument', allowed);
  }

  #comma(): boolean {
    const call = this.#open.at(-1);
    if (call) call.commas++;
    const allowed = call !== undefined && (this.#next === 'sign' || this.#next === 'argument');
    return this.#then('argument', allowed);
  }

  #close(): boolean {
    const call = this.#open.pop();
    const before = this.#next;
    if (!call || (before !== 'sign' && before !== 'argument')) return false;
    const given = before === 'argument' && call.commas === 0 ? 0 : call.commas + 1;
    return this.#then('sign', given >= call.least && given <= call.most);
  }
}

/**
 * A formula in A1 as Excel keeps it in a file, without its `=`: functions in capitals and with their prefix.
 * Undefined where Excel could not read it: it would take the whole file for damaged. That is so for what is no formula,
 * for functions that it does not have, for counts of arguments that it does not take, and beyond its limits.
 */
export function excelFormula(formula: string): string | undefined {
  if (formula.length > MOST_CHARACTERS || !formula.startsWith('=') || !isSafe(formula)) return undefined;
  const tokens = tokensOf(formula.slice(1));
  if (!tokens) return undefined;
  const reader = new Reader(ownNames(tokens));
  return tokens.every(({ kind, text }) => reader.take(kind, text)) && reader.complete ? reader.text : undefined;
}

/** Functions that take ranges as they are, in a formula that is no array formula too. */
const TAKE_RANGES: ReadonlySet<string> = new Set(
  `AGGREGATE AND AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS CHOOSE COLUMNS CONCAT CORREL COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS
  FORECAST FORECAST.LINEAR GEOMEAN GROWTH HARMEAN HLOOKUP INDEX INTERCEPT IRR LARGE LINEST LOGEST LOOKUP MATCH MAX MAXA
  MAXIFS MEDIAN MIN MINA MINIFS MIRR MODE MODE.SNGL NPV OFFSET OR PERCENTILE PERCENTILE.EXC PERCENTILE.INC PRODUCT QUARTILE
  QUARTILE.EXC QUARTILE.INC RANK RANK.AVG RANK.EQ ROWS RSQ SLOPE SMALL STDEV STDEV.P STDEV.S STDEVP SUBTOTAL SUM SUMIF
  SUMIFS SUMPRODUCT SUMSQ TEXTJOIN TREND VAR VAR.P VAR.S VARP VLOOKUP XIRR XLOOKUP XMATCH XNPV XOR`.split(/\s+/),
);
/** Functions whose result may be an array, or that go through one. */
const MAKE_ARRAYS: ReadonlySet<string> = new Set(
  `BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER FREQUENCY HSTACK LAMBDA LET MAKEARRAY MAP MINVERSE MMULT MODE.MULT
  MUNIT REDUCE SCAN SEQUENCE SORT SORTBY TAKE TEXTSPLIT TOCOL TOROW TRANSPOSE UNIQUE VSTACK WRAPCOLS WRAPROWS`.split(
    /\s+/,
  ),
);

/**
 * Whether a formula has to stand in the file as an array formula of its one cell: it calculates with ranges cell by cell,
 * as `SUM(D2:H2*2)` does, which Excel does in array formulas alone where a file does not say that it may.
 */
export function isArrayFormula(formula: string): boolean {
  for (const { token, near, call } of placed(tokensOf(formula.replace(/^=/, '')) ?? [])) {
    if (token.kind === 'call' && MAKE_ARRAYS.has(calledBy(token))) return true;
    const isArray = token.kind === 'constant' && token.text.startsWith('{');
    const isRange = token.text === ':' && token.kind === 'binary';
    if (!isArray && !isRange) continue;
    if (!TAKE_RANGES.has(call)) return true;
    // The sign of a range stands between its corners, of which the first may name a sheet.
    const first = isArray ? 0 : near(-2)?.kind === 'sheet' ? -2 : -1;
    const last = isArray ? 0 : near(1)?.kind === 'sheet' ? 2 : 1;
    if (isSign(near(first - 1)) || (near(last)?.kind !== 'call' && isSign(near(last + 1)))) return true;
  }
  return false;
}
const isSign = (token: Token | undefined): boolean =>
  token?.kind === 'sign' || token?.kind === 'binary' || token?.kind === 'percent';
