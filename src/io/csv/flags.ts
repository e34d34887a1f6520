import { type DecimalSign, plainText, readNumber } from '../reading/numbers.ts';

/**
 * A number with what a statistics office says of it behind it: b, p, e, and others of one letter, up to three of them; the
 * commonest without a space too. Marks of footnotes say as much.
 */
const FLAGGED = /^(.*\d)(?:\s+\(?([bcdefinprsuz]{1,3})\)?|([efpr])|\s*((?:[*†‡#①-⑳⓪¹²³⁰-⁹]+|\[\d{1,2}\])))$/;

/** Stands between a number and its flag where that stood in a column of its own. No file has it. */
const BESIDE = '\u2063';

/** The flag that says a missing value: `: c`. */
const MISSING = /^:\s*([a-z]{1,2})$/;

/** A value with the flag that stands in a column beside it. */
export const withFlag = (cell: string, flag: string): string =>
  flag.trim() === '' || cell.trim() === '' || /^\s*[=＝]/.test(cell)
    ? cell
    : `${cell}${BESIDE}${flag.trim().slice(0, 20)}`;

/** The number and its flags, as both are written; undefined where none stand behind it. */
export function splitFlags(
  cell: string,
  sign: DecimalSign,
): { readonly number: string; readonly flags: string } | undefined {
  const at = cell.indexOf(BESIDE);
  if (at >= 0) {
    const number = cell.slice(0, at);
    const own = splitFlags(number, sign);
    const flags = cell.slice(at + 1);
    return { number: own?.number ?? number, flags: own ? `${own.flags} ${flags}` : flags };
  }
  const [, number, letters, letter, mark] = FLAGGED.exec(plainText(cell)) ?? [];
  const flags = letters ?? letter ?? mark;
  return number && flags && readNumber(number, sign) ? { number, flags } : undefined;
}

/** The flag behind the mark of a missing value. */
export const flagOfMissing = (cell: string): string | undefined => MISSING.exec(plainText(cell))?.[1];

export const isFlagged = (cell: string): boolean =>
  splitFlags(cell, '.') !== undefined || splitFlags(cell, ',') !== undefined;

/** Heads of columns of flags. */
const FLAG_HEAD = /\bflags?\b|_flags?$|^obs[_ ]?status$|标注|标志$/i;
export const isFlagHead = (head: string): boolean => FLAG_HEAD.test(head.trim());
/** What stands in such a column, where its head does not say it. */
export const isFlag = (cell: string): boolean => /^[bcdefinprsuz]{1,3}$/.test(cell.trim());
