/** Which sign stands before the decimals; the other one may group thousands. */
export type DecimalSign = '.' | ',';

/** A number as it was written, as a decimal: `digits` times ten to the power of `exponent`, exactly. */
export interface Decimal {
  /** Sign, digits and a point. */
  readonly digits: string;
  readonly exponent: number;
  /** Whether it was written in hundredths: 15.3%. */
  readonly percent: boolean;
}

/** The number nearest to a decimal times ten to the power of `shift`; undefined beyond what a number can hold. */
export function numberOf({ digits, exponent }: Decimal, shift = 0): number | undefined {
  const number = Number(`${digits}e${exponent + shift}`);
  return Number.isFinite(number) ? number : undefined;
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
    .trim();
}

/** Marks of footnotes behind a number: 1,234*, 56.7①, 89¹, 3 [2]. */
const FOOTNOTE = /\s*(?:[*†‡#①-⑳⓪¹²³⁰-⁹]+|\[\d{1,2}\])$/;
const CURRENCY = /^([-+]?)\s*(?:US\$|[¥$€£])\s*/;

const GROUPED: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)?(?:\.\d*)?$/,
  ',': /^(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)?(?:,\d*)?$/,
};
const PARTS = /^([-+]?)\s*([\d.,' ’]*\d[.,]?)(?:e([-+]?\d{1,3}))?\s*(%?)$/i;

/**
 * A cell as a number: sign, thousands in threes (grouped by the other sign, a space or an apostrophe), decimals,
 * exponent, percent sign; a currency's sign before it and the mark of a footnote behind it are left out, and (1,234) is
 * negative as in accounts. Undefined where it is none.
 */
export function readNumber(cell: string, sign: DecimalSign): Decimal | undefined {
  const text = plainText(cell).replace(FOOTNOTE, '').replace(CURRENCY, '$1');
  const owed = /^\((.*)\)$/.exec(text)?.[1];
  const match = PARTS.exec(owed ?? text);
  if (!match) return undefined;
  const [, minus = '', body = '', exponent = '0', percent] = match;
  if (!GROUPED[sign].test(body) || (owed !== undefined && minus !== '')) return undefined;
  const digits = body.replace(sign === '.' ? /[, '’]/g : /[. '’]/g, '').replace(',', '.');
  const decimal: Decimal = {
    digits: `${owed === undefined ? minus : '-'}${digits}`,
    exponent: Number(exponent),
    percent: percent === '%',
  };
  return Number.isNaN(Number(decimal.digits)) ? undefined : decimal;
}

/** What a cell says of the decimal sign: `either` is 1,234 or 1.234, a thousand or a fraction. */
type Evidence = DecimalSign | 'either' | undefined;

function evidenceOf(cell: string): Evidence {
  if (!/[.,]/.test(cell)) return undefined;
  const point = readNumber(cell, '.');
  const comma = readNumber(cell, ',');
  if (!point || !comma) return point ? '.' : comma ? ',' : undefined;
  // A group of thousands never begins with nought: 0.153 is a fraction.
  return /^\D*0\D*[.,]/.test(cell) ? (cell.includes('.') ? '.' : ',') : 'either';
}

/** The decimal sign that the cells of a file speak for. */
export interface DecimalGuess {
  readonly sign: DecimalSign;
  /** Whether a person has to confirm it: nothing speaks for it alone, or some cells speak against it. */
  readonly doubt: boolean;
  /** A cell that is read in two ways. */
  readonly example?: string;
}

/** @param delimiter of the file: a comma between the cells is seldom one before decimals */
export function guessDecimal(cells: Iterable<string>, delimiter: string): DecimalGuess {
  const seen = { '.': 0, ',': 0 };
  const unclear: Partial<Record<DecimalSign, string>> = {};
  for (const cell of cells) {
    const evidence = evidenceOf(plainText(cell));
    if (evidence === 'either') unclear[cell.includes(',') || cell.includes('，') ? ',' : '.'] ??= cell;
    else if (evidence) seen[evidence]++;
  }
  const prior: DecimalSign = delimiter === ';' ? ',' : '.';
  const sign = seen['.'] === seen[','] ? prior : seen['.'] > seen[','] ? '.' : ',';
  const clear = seen['.'] > 0 !== seen[','] > 0;
  const open = unclear[','] ?? (delimiter === ',' ? undefined : unclear['.']);
  const isOpen = seen['.'] + seen[','] === 0 && open !== undefined;
  const torn = seen['.'] > 0 && seen[','] > 0;
  const example = open ?? unclear['.'];
  return { sign, doubt: !clear && (isOpen || torn), ...(example === undefined ? {} : { example }) };
}
