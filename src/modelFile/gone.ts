import type { Scenario } from '../document/document.ts';
import { type Content, isFormula } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import { printReference, tryParse } from '../model/notation.ts';
import { goneIn, type Named } from './references.ts';

/** Formulas that name what is gone: an error of their cells in a sheet, and in a file a reason to refuse all of it. */
export class Gone {
  readonly #named: Named;

  constructor(
    readonly model: Pick<Model, 'lines' | 'periods'>,
    scenarios: readonly Scenario[],
  ) {
    this.#named = {
      lines: new Map(model.lines.map((line) => [line.id, line])),
      scenarios: new Set(scenarios.map(({ id }) => id)),
    };
  }

  /** A formula in which a name of what is gone is kept as one of nothing, `{?sales}`: the same error, and the same text. */
  formula(formula: string): string {
    const parts = tryParse(formula);
    if (!parts?.some((part) => 'ref' in part && goneIn(this.model, this.#named, part.ref))) return formula;
    return parts
      .map((part) => {
        if ('text' in part) return part.text;
        const isGone = goneIn(this.model, this.#named, part.ref) !== undefined;
        return isGone ? printReference({ kind: 'lost', address: part.source.slice(1, -1) }) : part.source;
      })
      .join('');
  }

  line = (line: Line): Line => {
    if (line.kind !== 'series' && line.kind !== 'result') return line;
    const formula = this.formula(line.formula);
    if (line.kind === 'result') return formula === line.formula ? line : { ...line, formula };
    const first = line.first === undefined ? undefined : this.formula(line.first);
    if (formula === line.formula && first === line.first) return line;
    return { ...line, formula, ...(first === undefined ? {} : { first }) };
  };

  scenario = (scenario: Scenario): Scenario => {
    const content = (one: Content): Content => (isFormula(one) ? { formula: this.formula(one.formula) } : one);
    const overrides = Object.fromEntries(
      Object.entries(scenario.overrides).map(([line, slots]) => [
        line,
        Object.fromEntries(Object.entries(slots).map(([slot, one]) => [slot, content(one)])),
      ]),
    );
    return { ...scenario, overrides };
  };
}
