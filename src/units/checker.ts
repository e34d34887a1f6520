import { tryParse } from '../model/notation.ts';
import type { Unit } from '../model/units.ts';
import { checkFormula } from './check.ts';
import { block, type Vocabulary } from './vocabulary.ts';

/** What is known of a formula: the lines that it names, and whether it clashes in the units that they had. */
interface Known {
  readonly lines: (vocabulary: Vocabulary) => readonly (Unit | undefined)[];
  units: string;
  clashes: boolean;
}

const MOST = 50_000;

/** The units of the lines that a formula names, in the order in which it does. */
function namedBy(formula: string): Known['lines'] {
  const refs = (tryParse(formula) ?? []).flatMap((part) => ('ref' in part ? [part.ref] : []));
  const ids = refs.flatMap((ref) => (ref.kind === 'line' || ref.kind === 'children' ? [ref] : []));
  const isRange = /\}\s*:\s*\{/.test(formula);
  return (vocabulary) => {
    const unitOf = (id: string) => {
      const line = vocabulary.byId.get(id);
      return line && line.kind !== 'heading' ? line.unit : undefined;
    };
    return ids.flatMap(({ kind, id }, i) => {
      const last = isRange ? ids[i + 1]?.id : undefined;
      const inside =
        kind === 'children' ? block(vocabulary, id) : last === undefined ? [] : block(vocabulary, id, last);
      return [unitOf(id), ...inside.map((line) => unitOf(line.id))];
    });
  };
}

/** Says which formulas clash, and follows again only those that changed, or whose lines changed their units. */
export class UnitChecker {
  readonly #known = new Map<string, Known>();
  /** How many formulas were followed. */
  followed = 0;

  clashes(formula: string, unit: Unit, vocabulary: Vocabulary): boolean {
    const key = `${unit}\n${formula}`;
    let known = this.#known.get(key);
    if (!known) {
      if (this.#known.size > MOST) this.#known.clear();
      known = { lines: namedBy(formula), units: '', clashes: false };
      this.#known.set(key, known);
    }
    const units = [vocabulary.step, ...known.lines(vocabulary).map((one) => one ?? '\u0000')].join('\n');
    if (known.units === units) return known.clashes;
    this.followed++;
    known.units = units;
    known.clashes = checkFormula(formula, unit, vocabulary) !== undefined;
    return known.clashes;
  }
}
