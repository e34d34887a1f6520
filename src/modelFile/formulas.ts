import type { Periods } from '../model/periods.ts';
import type { Path } from './comments.ts';
import { type Expanded, NAME, Pieces } from './pieces/expand.ts';
import { brief } from './problems.ts';
import type { ModelFile } from './schema.ts';
import type { Parsed } from './yaml.ts';

const NAMED = /^[a-z][a-z0-9_]*$/;
/** What every piece knows. */
const KNOWN = ['now', 'step'];

export const placeKey = (path: Path): string => path.join('.');

/** The formulas of a file: as they are written, and without pieces. */
export class Formulas {
  /** By the place of each that calls pieces. */
  readonly written = new Map<string, { readonly text: string; readonly plain: string }>();
  readonly #expanded = new Map<string, Expanded>();
  readonly #pieces: Pieces;

  constructor(
    readonly parsed: Parsed,
    periods: Periods,
    pieces: ModelFile['pieces'] = {},
  ) {
    this.#pieces = new Pieces(periods);
    for (const [name, { takes, formula }] of Object.entries(pieces)) {
      const path = ['pieces', name];
      if (!NAMED.test(name) || this.#pieces.isNamed(name))
        parsed.at(path, { kind: 'pieceName', id: brief(name) }, 'key');
      for (const [i, one] of takes.entries())
        if (!NAMED.test(one)) parsed.at([...path, 'takes', i], { kind: 'slug', id: brief(one) });
        else if (takes.indexOf(one) < i) parsed.at([...path, 'takes', i], { kind: 'twice', key: brief(one) });
      const place = [...path, 'formula'];
      const plain = this.plain(place, String(formula)).replace(/^=/, '');
      for (const { index, 1: one = '' } of String(formula).matchAll(NAME))
        if (!takes.includes(one) && !KNOWN.includes(one))
          parsed.at(place, { kind: 'notGiven', key: one }, 'value', index);
      this.#pieces.define(name, { takes, formula: plain });
    }
  }

  /** A formula without pieces. What is wrong with a call is told at its place, and the formula is empty. */
  plain(path: Path, text: string): string {
    const expanded = this.#pieces.expand(text, (fault, offset) => this.parsed.at(path, fault, 'value', offset));
    if (!expanded) return '';
    if (expanded.formula !== text) {
      this.#expanded.set(placeKey(path), expanded);
      this.written.set(placeKey(path), { text, plain: expanded.formula });
    }
    return expanded.formula;
  }

  /** Where a letter of a formula without pieces comes from in what is written. */
  writtenAt = (path: Path, offset: number): number => this.#expanded.get(placeKey(path))?.writtenAt(offset) ?? offset;
}
