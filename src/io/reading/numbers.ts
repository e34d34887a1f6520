/** Which sign stands before the decimals; the other one may group thousands. */
export type DecimalSign = '.' | ',';

/** The sign or code of a currency, as it stands at a number. */
export type Currency = 'yuan' | 'dollar' | 'other';

/** A number as it was written, as a decimal: `digits` times ten to the power of `exponent`, exactly. */
export interface Decimal {
  /** Sign, digits and a point. */
  readonly digits: string;
  readonly exponent: number;
  /** Whether it was written in hundredths: 15.3%. */
  readonly percent: boolean;
  readonly currency?: Currency;
}

/** The number nearest to a decimal times ten to the power of `shift`; undefined beyond what a number can hold. */
export function numberOf({ digits, exponent }: Decimal, shift = 0): number | undefined {
  const power = exponent + shift;
  const number = Number(power === 0 ? digits : `${digits}e${power}`);
  if (!Number.isFinite(number)) return undefined;
  return number === 0 ? 0 : number;
}

const ONLY_ASCII = /^[\x20-\x7e]*$/;

/**
 * Full-width letters, digits and signs, the minus sign and the spaces of typesetting as the keyboard's own. Superscripts
 * and circled digits stay what they are: 12² is no 122.
 */
export function plainText(text: string): string {
  if (ONLY_ASCII.test(text)) return text.trim();
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/[\u2212\u2010\u2011]/g, '-')
    .replaceAll('\uFFE5', '¥')
    .replaceAll('\uFFE1', '£')
    .trim();
}

/** Marks of footnotes behind a number: 1,234*, 56.7①, 89¹, 3 [2]. */
const FOOTNOTE = /\s*(?:[*†‡#①-⑳⓪¹²³⁰-⁹]+|\[\d{1,2}\])$/;

const CURRENCIES: Readonly<Record<string, Currency>> = {
  ...{ '¥': 'yuan', 'CN¥': 'yuan', RMB: 'yuan', CNY: 'yuan', $: 'dollar', US$: 'dollar', USD: 'dollar' },
  ...{ '€': 'other', '£': 'other', HK$: 'other', EUR: 'other', GBP: 'other', HKD: 'other', JPY: 'other' },
};
const CODES = String.raw`CN¥|US\$|HK\$|[$€£¥]|RMB|CNY|USD|EUR|GBP|HKD|JPY`;
const CURRENCY_BEFORE = new RegExp(`^(${CODES})\\s*`, 'i');
const CURRENCY_BEHIND = new RegExp(`\\s*(${CODES})$`, 'i');

/** What most cells hold: digits and a point, which need no further look. */
export const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

const GROUPED: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)?(?:\.\d*)?$/,
  ',': /^(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)?(?:,\d*)?$/,
};
const PARTS = /^([\d.,' ’]*\d[.,]?)(?:e([-+]?\d{1,3}))?$/i;

/** Thousands and decimals as English has them, and nothing around them. */
const ENGLISH = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** What stands at the end of a number that ends with no mark of a footnote and no currency. */
const ENDS = /[\d.,)%-]$/;

/** The digits of a number, and what stands around them, each at most once. */
interface Peeled {
  readonly body: string;
  readonly minus: '' | '-' | '+';
  readonly percent: boolean;
  readonly currency?: Currency;
}

/** Takes sign, brackets, currency and percent sign from around a number, in whatever order they stand there. */
function peel(text: string): Peeled {
  let body = text;
  let minus: Peeled['minus'] | undefined;
  let percent = false;
  let currency: string | undefined;
  for (let before = ''; body !== before; ) {
    before = body;
    const sign = minus === undefined ? body[0] : undefined;
    if (sign === '-' || sign === '+') {
      minus = sign;
      body = body.slice(1).trimStart();
    } else if (sign === '(' && body.endsWith(')')) {
      minus = '-';
      body = body.slice(1, -1).trim();
    } else if (minus === undefined && /[\dA-Z$€£¥] ?-$/i.test(body)) {
      minus = '-';
      body = body.slice(0, -1).trimEnd();
    } else if (!percent && body.endsWith('%')) {
      percent = true;
      body = body.slice(0, -1).trimEnd();
    } else if (currency === undefined && !(/^[\d.,]/.test(body) && ENDS.test(body))) {
      const found = CURRENCY_BEFORE.exec(body) ?? CURRENCY_BEHIND.exec(body);
      if (!found) break;
      currency = found[1]?.toUpperCase() ?? '';
      body = found.index === 0 ? body.slice(found[0].length) : body.slice(0, found.index);
    }
  }
  const known = currency === undefined ? undefined : CURRENCIES[currency];
  return { body, minus: minus ?? '', percent, ...(known ? { currency: known } : {}) };
}

/**
 * A cell as a number: sign, thousands in threes (grouped by the other sign, a space or an apostrophe), decimals,
 * exponent, percent sign. (1,234) and 1,234- are negative, as in accounts; a currency stands before or behind; the mark
 * of a footnote behind it is left out. Undefined where it is none.
 */
export function readNumber(cell: string, sign: DecimalSign): Decimal | undefined {
  if (PLAIN_NUMBER.test(cell) && (sign === '.' || !cell.includes('.')))
    return { digits: cell, exponent: 0, percent: false };
  if (sign === '.' && ENGLISH.test(cell)) return { digits: cell.replaceAll(',', ''), exponent: 0, percent: false };
  // What has no digit is not taken apart.
  if (!/[\d\uFF10-\uFF19]/.test(cell)) return undefined;
  const text = plainText(cell);
  const { body, minus, percent, currency } = peel(ENDS.test(text) ? text : text.replace(FOOTNOTE, ''));
  const match = PARTS.exec(body);
  if (!match || (percent && currency)) return undefined;
  const [, mantissa = '', exponent = '0'] = match;
  if (!GROUPED[sign].test(mantissa)) return undefined;
  const digits = mantissa.replace(sign === '.' ? /[, '’]/g : /[. '’]/g, '').replace(',', '.');
  const decimal = { digits: `${minus}${digits}`, exponent: Number(exponent), percent };
  if (Number.isNaN(Number(decimal.digits))) return undefined;
  return currency ? { ...decimal, currency } : decimal;
}

/** Whether a text of a workbook is a number that was kept as one: 20%, 1,234, 12; no code with noughts before it, and no name of a period. */
export const isNumberText = (text: string): boolean =>
  text.length <= 40 && !/^\s*[-+]?0\d/.test(text) && readNumber(text, '.') !== undefined;

/** What a cell says of the decimal sign: `either` is 1,234 or 1.234, a thousand or a fraction. */
type Evidence = DecimalSign | 'either' | undefined;

/** A sign that stands once, with three digits behind it and no nought before it, may be either. */
const UNCLEAR = /^(?!\D*0\d*[.,])[^.,]*\d[.,]\d{3}(?!\d)(?!e[-+]?\d)/i;

function evidenceOf(cell: string): Evidence {
  const [point, comma] = [cell.lastIndexOf('.'), cell.lastIndexOf(',')];
  if (point < 0 && comma < 0) return undefined;
  const last = point > comma ? '.' : ',';
  const other = last === '.' ? ',' : '.';
  const first = cell.indexOf(last);
  // What comes last stands before decimals, unless it stands there several times or thousands may end there.
  const isOnce = first === Math.max(point, comma);
  if (!isOnce) return readNumber(cell, other) && other;
  if (!readNumber(cell, last)) return Math.min(point, comma) < 0 && readNumber(cell, other) ? other : undefined;
  return UNCLEAR.test(cell) && Math.min(point, comma) < 0 && readNumber(cell, other) ? 'either' : last;
}

/** The decimal sign that the cells of a file speak for. */
export interface DecimalGuess {
  readonly sign: DecimalSign;
  /** Whether a person has to confirm it: nothing speaks for it alone, or some cells speak against it. */
  readonly doubt: boolean;
  /** A cell that is read in two ways. */
  readonly example?: string;
}

/** Gathers what cells say of their decimal sign, one cell after the other. */
export class DecimalEvidence {
  readonly #seen = { '.': 0, ',': 0 };
  readonly #unclear: Partial<Record<DecimalSign, string>> = {};

  /** @returns what this one says */
  add(cell: string): Evidence {
    const evidence = evidenceOf(plainText(cell));
    if (evidence === 'either') this.#unclear[/[,，]/.test(cell) ? ',' : '.'] ??= cell;
    else if (evidence) this.#seen[evidence]++;
    return evidence;
  }

  /** Whether some cells speak for the one sign and some for the other. */
  get isTorn(): boolean {
    return this.#seen['.'] > 0 && this.#seen[','] > 0;
  }

  /** @param delimiter of the table: a comma between the cells is seldom one before decimals */
  guess(delimiter: string): DecimalGuess {
    const [seen, unclear] = [this.#seen, this.#unclear];
    const prior: DecimalSign = delimiter === ';' ? ',' : '.';
    const sign = seen['.'] === seen[','] ? prior : seen['.'] > seen[','] ? '.' : ',';
    const clear = seen['.'] > 0 !== seen[','] > 0;
    const open = unclear[','] ?? (delimiter === ',' ? undefined : unclear['.']);
    const isOpen = seen['.'] + seen[','] === 0 && open !== undefined;
    const example = open ?? unclear['.'];
    return { sign, doubt: !clear && (isOpen || this.isTorn), ...(example === undefined ? {} : { example }) };
  }
}

export function guessDecimal(cells: Iterable<string>, delimiter: string): DecimalGuess {
  const evidence = new DecimalEvidence();
  for (const cell of cells) evidence.add(cell);
  return evidence.guess(delimiter);
}
