import type { CellRef, Content } from '../model/content.ts';
import type { Known } from '../model/figure.ts';
import type { Model, Overrides } from '../model/model.ts';
import type { Text } from '../model/text.ts';

/** A named set of overrides over the base. A shipped name has both languages, one that a person gave has one. */
export interface Scenario {
  readonly id: string;
  readonly name: Text | string;
  readonly note: Text | string;
  readonly overrides: Overrides;
}

/** What a person looks at: not part of undo. */
export interface View {
  readonly scenario: string;
  /** The line that is charted. */
  readonly line: string;
  readonly known: Known;
}

/** What a person chose; every value is computed from it. */
export interface Document {
  readonly format: 1;
  readonly model: { readonly id: string; readonly version: number };
  /** The first one is the base, from which the others inherit. */
  readonly scenarios: readonly Scenario[];
  readonly view: View;
}

/** The document with which a model opens: its shipped scenarios and its first chart. */
export function newDocument(model: Model): Document {
  return {
    format: 1,
    model: { id: model.id, version: model.version },
    scenarios: model.scenarios,
    view: {
      scenario: model.scenarios[0]?.id ?? 'base',
      line: model.charts[0]?.line ?? '',
      known: model.known[0] ?? 'latest',
    },
  };
}

export const overrideIn = (overrides: Overrides, line: string, slot: CellRef['slot']): Content | undefined =>
  overrides[line]?.[slot];

/** The override that a cell holds itself, undefined where it inherits. */
export function overrideAt(document: Document, cell: CellRef): Content | undefined {
  const scenario = document.scenarios.find(({ id }) => id === cell.scenario);
  return scenario && overrideIn(scenario.overrides, cell.line, cell.slot);
}
