import { replaceLine } from '../../document/lineFormula.ts';
import { isOwnLine } from '../../document/undecided.ts';
import { GUESSING } from '../../i18n/guessing.ts';
import { guessedRange } from '../../model/guess.ts';
import type { Input, InputRange, Line } from '../../model/line.ts';
import type { Workspace } from '../document/workspace.ts';

const GUESSES = (['halfToDouble', 'about'] as const).map((key) => ({ en: GUESSING.en[key], zh: GUESSING.zh[key] }));

/** Whether a range calls itself a guess: nobody has set it. */
export const isGuess = ({ rationale }: InputRange): boolean => GUESSES.some(({ en }) => en === rationale.en);

/** By model, line and unit, as long as the page shows its workspace. */
const guessed = new WeakMap<Workspace, Map<string, InputRange>>();

const contains = ({ low, high }: Pick<InputRange, 'low' | 'high'>, value: number): boolean =>
  value >= low && value <= high;

/**
 * Ranges of inputs that a person typed and gave none. A guess is no part of the document and changes nothing in it, until
 * a person takes it or sets another.
 */
export class Guesses {
  readonly #guessed: Map<string, InputRange>;

  constructor(readonly workspace: Workspace) {
    this.#guessed = guessed.get(workspace) ?? new Map();
    guessed.set(workspace, this.#guessed);
  }

  /** Whether its range is the person's to set. */
  isOwn(line: Line): boolean {
    return isOwnLine({ own: this.workspace.own() }, line);
  }

  /** The number that the base holds in an input of a person's own; undefined where it is a figure, or no number is there. */
  valueOf(line: Input): number | undefined {
    if (line.figure || line.perPeriod || !this.isOwn(line)) return undefined;
    const held = this.workspace.base.overrides[line.id]?.value ?? line.value;
    return typeof held === 'number' ? held : undefined;
  }

  /**
   * The range of an input: its own, else a guess. A guess stays while the number moves within it, so that a slider does not run
   * after its number: it is about the number that the line came with, else about the first one that was seen here. Undefined
   * where nothing can be guessed.
   */
  rangeOf(line: Line | undefined): InputRange | undefined {
    if (line?.kind !== 'input') return undefined;
    if (line.range) return line.range;
    const value = this.valueOf(line);
    if (value === undefined) return undefined;
    const key = `${this.workspace.model().id}\n${line.id}\n${line.unit}`;
    const before = this.#guessed.get(key);
    if (before && contains(before, value)) return before;
    const first = line.value === undefined ? undefined : guessedRange(line.value, line.unit);
    const found = first && contains(first, value) ? first : guessedRange(value, line.unit);
    if (!found) return undefined;
    const { isHalfToDouble, ...range } = found;
    const guess = { ...range, rationale: GUESSES[isHalfToDouble ? 0 : 1] as InputRange['rationale'] };
    this.#guessed.set(key, guess);
    return guess;
  }

  /** Gives an input its range. One step of undo. */
  setRange(line: Input, range: InputRange): boolean {
    return this.workspace.dispatch(replaceLine(this.workspace.openModel, { ...line, range }));
  }
}
