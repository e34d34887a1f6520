import { type Effective, effective, inheritsByReference, ownContent } from '../../document/contents.ts';
import type { Scenario } from '../../document/document.ts';
import { overrideIn } from '../../document/document.ts';
import { hasCell } from '../../model/coarse.ts';
import { type CellRef, type Content, isFormula, type Slot, sameContent } from '../../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../../model/line.ts';
import type { Periods } from '../../model/model.ts';
import { slotCount } from '../../model/model.ts';
import { placeOf } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import type { Uncertainty } from '../../model/whatIf.ts';
import { OWN_READING, readCell } from './cells.ts';

/** The document that a table is taken into, as plain data. */
export interface Target {
  readonly name: Text;
  readonly lines: readonly Line[];
  readonly periods: Periods;
  /** The first one is the base. */
  readonly scenarios: readonly Scenario[];
  /** The scenario in view. */
  readonly view: string;
  /** The region of each line by its id, where one is known. */
  readonly regions: Readonly<Record<string, string>>;
  /** Of every scenario every line: its scalar, then its periods; NaN where there is no number. */
  readonly values: Float64Array;
  /** By line how it may turn out. */
  readonly uncertain?: Readonly<Record<string, Uncertainty>>;
  /** Texts by their place in `values`. */
  readonly texts: readonly (readonly [number, string])[];
}

/** What a cell shows: a number, a text, or nothing. */
export type Shown = number | string | undefined;

/** Half a unit of the 15th digit, as which other programs round, some of them from an already rounded 16th. */
const KEPT = 6e-15;

/** The number that a text reads as beside a line. */
const numberIn = (text: string, line: Line | undefined): Content | undefined =>
  line && line.kind !== 'heading' ? readCell(text, OWN_READING(line.unit)) : undefined;

/** Looks up what the cells of a document hold. */
export class TargetCells {
  readonly #lines: ReadonlyMap<string, number>;
  readonly #scenarios: ReadonlyMap<string, number>;
  readonly #texts: ReadonlyMap<number, string>;
  readonly #base: Scenario | undefined;

  constructor(readonly target: Target) {
    this.#lines = new Map(target.lines.map(({ id }, i) => [id, i]));
    this.#scenarios = new Map(target.scenarios.map(({ id }, i) => [id, i]));
    this.#texts = new Map(target.texts);
    this.#base = target.scenarios[0];
  }

  line(id: string): Line | undefined {
    const at = this.#lines.get(id);
    return at === undefined ? undefined : this.target.lines[at];
  }

  /** Whether a line has a cell there at all. */
  has(line: Line, slot: Slot): boolean {
    if (slot === 'value') return isScalar(line);
    return hasPeriods(line) && hasCell(line, slot, this.target.periods);
  }

  /** What a cell holds, wherever it has it from. */
  content(cell: CellRef): Content | undefined {
    return this.#effective(cell)?.content;
  }

  #effective({ scenario, line, slot }: CellRef): Effective | undefined {
    const found = this.line(line);
    if (!found) return undefined;
    const { lookUp, base } = this.#looking;
    return effective(lookUp, base, found, { scenario, slot }, this.target.periods);
  }

  /** What a cell shows. */
  shown({ scenario, line, slot }: CellRef): Shown {
    const { periods, lines, values } = this.target;
    const width = slotCount(periods);
    const row = (this.#scenarios.get(scenario) ?? 0) * lines.length + (this.#lines.get(line) ?? 0);
    const at = row * width + (slot === 'value' ? 0 : 1 + placeOf(slot, periods));
    const value = values[at];
    return value === undefined || Number.isNaN(value) ? this.#texts.get(at) : value;
  }

  /**
   * Whether a cell says already what a table says of it: by its content or, unless `byContent`, its value; where it is
   * computed, in the 15 digits that other programs keep.
   */
  says(cell: CellRef, content: Content, byContent: boolean): boolean {
    const held = this.content(cell);
    if (sameContent(held, content)) return true;
    if (byContent || isFormula(content) || content === 'model') return false;
    const shown = this.shown(cell);
    if (typeof content !== 'number') return shown === content.text && isFormula(held);
    if (shown === content) return true;
    if (shown === undefined || !this.#computes(cell)) return false;
    if (typeof shown === 'string') return numberIn(shown, this.line(cell.line)) === content;
    return Math.abs(shown - content) <= KEPT * Math.abs(shown);
  }

  /** Whether another program has a formula there: it may round its number, and tell its text for one. */
  #computes(cell: CellRef): boolean {
    const found = this.#effective(cell);
    return !!found && (isFormula(found.content) || inheritsByReference(found, cell.scenario, this.#looking.base));
  }

  /** The override that makes a cell hold a content: none where it inherits it, `model` where its line has it. */
  override(cell: CellRef, content: Content): Content | undefined {
    const line = this.line(cell.line);
    if (!line) return content;
    const own = ownContent(line, cell.slot, this.target.periods);
    const { lookUp, base } = this.#looking;
    const inherited = cell.scenario === base ? undefined : lookUp(base, cell.line, cell.slot);
    if (inherited !== undefined && inherited !== 'model') {
      if (sameContent(inherited, content)) return undefined;
      return sameContent(own, content) ? 'model' : content;
    }
    return sameContent(own, content) ? undefined : content;
  }

  get #looking() {
    const { scenarios } = this.target;
    const lookUp = (scenario: string, line: string, slot: Slot) => {
      const found = scenarios[this.#scenarios.get(scenario) ?? -1];
      return found && overrideIn(found.overrides, line, slot);
    };
    return { lookUp, base: this.#base?.id ?? '' };
  }
}
