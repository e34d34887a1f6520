import { numbered } from '../../model/line.ts';
import { CALENDAR } from '../../model/notation.ts';

/** Ids of lines as documents allow them, that are neither an address nor a word of the language. */
const VALID = /^[a-z][a-z0-9_]{0,79}$/;
const LOOKS_LIKE_ADDRESS = /^([a-z]{1,3}\d+|r\d*c\d*)$/;
const RESERVED = new Set(['constructor', 'prototype', 'tostring', 'valueof', ...CALENDAR]);

/** The id that a table gives to a line where it can bear it, else one that is free and says nothing. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const fits = VALID.test(wanted) && !LOOKS_LIKE_ADDRESS.test(wanted) && !RESERVED.has(wanted);
  if (fits && !taken.has(wanted)) return wanted;
  for (let n = taken.size + 1; ; n++) if (!taken.has(numbered(n))) return numbered(n);
}
