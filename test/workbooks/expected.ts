import { gunzipSync } from 'node:zlib';

/** What LibreOffice computes for a cell; an error by its name: `#DIV/0!`. */
export type Value = number | string | boolean | { readonly error: string };

/** As `make.py` keeps it. */
export interface Expected {
  /** The inputs that are changed: sheet, address in A1, new value. */
  readonly inputs: readonly (readonly [sheet: string, address: string, value: number])[];
  /** By sheet and address, each cell with a formula: its value before, and after where it is another. */
  readonly sheets: Readonly<Record<string, Readonly<Record<string, readonly [before: Value, after?: Value]>>>>;
}

export const readExpected = (bytes: Uint8Array): Expected => JSON.parse(new TextDecoder().decode(gunzipSync(bytes)));

/** Ten digits of a number, and what is left of a difference that should be nothing. */
const NEAR = 1e-9;
export const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b)) || Math.max(Math.abs(a), Math.abs(b)) < NEAR;

export function isSame(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return isNear(a, b);
  if (typeof a === 'object' && typeof b === 'object') return a.error === b.error;
  return a === b;
}
