import { isSafe } from '../io/xlsx/xml.ts';
import { EXCEL_FUNCTIONS } from './functions.ts';

/** Excel's limits of a formula: its characters, those of a text in it, and how deep brackets may stand in one another. */
const MOST_CHARACTERS = 8192;
const MOST_TEXT = 255;
const MOST_DEPTH = 64;

/** What a formula is made of, best first: `LOG10(` is a function, `LOG10` an address. */
const KINDS = {
  space: /\s+/,
  text: /"(?:[^"]|"")*"/,
  sheet: /'(?:[^']|'')+'!|[A-Za-z_][A-Za-z0-9_.]*!/,
  call: /[A-Za-z_][A-Za-z0-9_.]*\s*\(/,
  operand: /\$?[A-Za-z]{1,3}\$?\d+(?![A-Za-z0-9_.])|(?![RrCc]{1,2}(?![A-Za-z0-9_.]))[A-Za-z_][A-Za-z0-9_.]*/,
  constant: /(?:\d+\.?\d*|\.\d+)(?:[Ee][-+]?\d+)?|\{[\x20-\x7e]*?\}|#(?:REF!|DIV\/0!|N\/A|NAME\?|NUM!|VALUE!)/,
  sign: /[-+]/,
  binary: /<=|>=|<>|[*/^&=<>:]/,
  percent: /%/,
  open: /\(/,
  close: /\)/,
  comma: /,/,
} as const satisfies Record<string, RegExp>;
type Kind = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as Kind[];
const TOKEN = new RegExp(NAMES.map((name) => `(${KINDS[name].source})`).join('|'), 'y');

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

  /** Whether the formula may end here. */
  get complete(): boolean {
    return this.#open.length === 0 && this.#next === 'sign';
  }

  /** Takes a token of a kind; false where it can't stand here. */
  take(kind: Kind, token: string): boolean {
    if (kind === 'call') return this.#begin(token);
    this.text += token;
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
    const known = EXCEL_FUNCTIONS.get(token.slice(0, -1).trimEnd().toUpperCase());
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
  const reader = new Reader();
  for (let at = 1; at < formula.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula);
    const kind = match && NAMES[match.findIndex((group, i) => i > 0 && group !== undefined) - 1];
    if (!kind || !reader.take(kind, match[0])) return undefined;
  }
  return reader.complete ? reader.text : undefined;
}
