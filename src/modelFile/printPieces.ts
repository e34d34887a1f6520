import { outsideQuotes } from '../model/notation.ts';
import { placeKey } from './formulas.ts';
import { GIVES_NAMES } from './pieces/expand.ts';
import type { Called } from './read.ts';
import { Quoted, type Tree } from './writer.ts';

/** A formula with the pieces by which it was written, where it still is what they make; undefined for any other. */
export function calledIn(pieces: Called | undefined, id: string, key: string, plain: string): Quoted | undefined {
  const found = pieces?.written.get(placeKey(['lines', id, key]));
  return found && found.plain.replace(/^=/, '') === plain ? new Quoted(found.text) : undefined;
}

/** A formula whose functions are in capitals: what is called in small letters in a file is a piece. */
export const inCapitals = (formula: string): string =>
  GIVES_NAMES.test(formula)
    ? formula
    : outsideQuotes(formula, (text) => text.replace(/(?<![\w.])[a-z][a-z0-9_.]*\(/g, (call) => call.toUpperCase()));

/** The pieces of a file's own. */
export const ownPieces = (own: NonNullable<Called['own']>): Tree =>
  Object.fromEntries(
    Object.entries(own).map(([name, { takes, formula }]) => [name, { takes, formula: new Quoted(String(formula)) }]),
  );
