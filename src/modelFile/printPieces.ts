import { placeKey } from './formulas.ts';
import type { Called } from './read.ts';
import { Quoted, type Tree } from './writer.ts';

/** A formula with the pieces by which it was written, where it still is what they make; undefined for any other. */
export function calledIn(pieces: Called | undefined, id: string, key: string, plain: string): Quoted | undefined {
  const found = pieces?.written.get(placeKey(['lines', id, key]));
  return found && found.plain.replace(/^=/, '') === plain ? new Quoted(found.text) : undefined;
}

/** The pieces of a file's own. */
export const ownPieces = (own: NonNullable<Called['own']>): Tree =>
  Object.fromEntries(
    Object.entries(own).map(([name, { takes, formula }]) => [name, { takes, formula: new Quoted(String(formula)) }]),
  );
