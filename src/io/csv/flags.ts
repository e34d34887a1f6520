import { type DecimalSign, plainText, readNumber } from '../reading/numbers.ts';

/** A number with what a statistics office says of it behind it: b, p, e, and others of one letter, up to three of them. */
const FLAGGED = /^(.*\d)\s+\(?([bcdefinprsuz]{1,3})\)?$/;

/** The number and its flags, as both are written; undefined where none stand behind it. */
export function splitFlags(
  cell: string,
  sign: DecimalSign,
): { readonly number: string; readonly flags: string } | undefined {
  const [, number, flags] = FLAGGED.exec(plainText(cell)) ?? [];
  return number && flags && readNumber(number, sign) ? { number, flags } : undefined;
}

export const isFlagged = (cell: string): boolean =>
  splitFlags(cell, '.') !== undefined || splitFlags(cell, ',') !== undefined;
