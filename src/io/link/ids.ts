import { MAX_CELL_LENGTH } from '../../model/content.ts';
import { Damaged } from './bytes.ts';
import { type Codec, list, text, whole } from './codec.ts';

const ID = /^[a-z][a-z0-9_]{0,79}$/;
/** Names by which JavaScript reaches what is no data. */
const RESERVED = new Set(['constructor', 'prototype', 'tostring', 'valueof']);

const texts = list(text);

/** Ids that the shipped model does not have. */
export const newIds: Codec<readonly string[]> = {
  write: (to, ids) => texts.write(to, ids),
  read: (from) => {
    const ids = texts.read(from);
    if (!ids.every((id) => ID.test(id) && !RESERVED.has(id))) throw new Damaged('an id is none');
    return ids;
  },
};

/** Where a formula names a line: behind `{`, behind the scenario's `!`, and as the year of an input in `[`. */
const NAMED = /([{![])([a-z][a-z0-9_]*)/g;

/** The table of the lines that a link speaks of: those of the shipped model in its order, then the others. */
export class Ids {
  readonly #places: ReadonlyMap<string, number>;

  /** @throws Damaged where an id stands twice */
  constructor(readonly all: readonly string[]) {
    this.#places = new Map(all.map((id, i) => [id, i]));
    if (this.#places.size < all.length) throw new Damaged('an id stands twice');
  }

  /** @throws Error for an id that the writer forgot to collect */
  place(id: string): number {
    const place = this.#places.get(id);
    if (place === undefined) throw new Error(`the table has no line "${id}"`);
    return place;
  }

  /** @throws Damaged for a place beyond the table */
  at(place: number): string {
    const id = this.all[place];
    if (id === undefined) throw new Damaged('a line is unknown');
    return id;
  }

  /** A line's id as its place in the table. */
  readonly id: Codec<string> = {
    write: (to, id) => whole.write(to, this.place(id)),
    read: (from) => this.at(whole.read(from)),
  };

  /** A formula: the texts between the ids that it names, and the ids as places. Every text comes back as it is. */
  readonly formula: Codec<string> = {
    write: (to, formula) => {
      const named = [...formula.matchAll(NAMED)].filter(([, , id = '']) => this.#places.has(id));
      whole.write(to, named.length);
      let start = 0;
      for (const match of named) {
        const [, before = '', id = ''] = match;
        text.write(to, formula.slice(start, match.index + before.length));
        this.id.write(to, id);
        start = match.index + match[0].length;
      }
      text.write(to, formula.slice(start));
    },
    read: (from) => {
      let formula = '';
      for (let left = whole.read(from); left > 0; left--) {
        formula += text.read(from) + this.id.read(from);
        if (formula.length > MAX_CELL_LENGTH) throw new Damaged('a formula is too long');
      }
      return formula + text.read(from);
    },
  };
}
