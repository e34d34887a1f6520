import type { CellEdit } from '../../document/change.ts';
import type { Document } from '../../document/document.ts';
import type { Ceiling } from '../../engine/port.ts';
import { CEILING, growthOf, passes, type Size, type SizedContents } from '../../engine/size.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Line } from '../../model/line.ts';
import type { Model } from '../../model/model.ts';
import type { Words } from '../page/words.ts';
import { atOnce, type Steps } from '../ranges/slices.ts';

/** What a workbook holds, and what it has told of its size. */
export interface SizedWorkbook {
  readonly engine: { readonly size: Size };
  readonly model: () => Pick<Model, 'lines' | 'periods'>;
  readonly document: () => Pick<Document, 'scenarios'>;
  readonly line: (id: string) => Line | undefined;
}

/** Where the workbook has its contents from. */
function heldBy(workspace: SizedWorkbook): SizedContents {
  const { lines, periods } = workspace.model();
  const { scenarios } = workspace.document();
  const { without } = workspace.engine.size;
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario.overrides]));
  return {
    lines,
    periods,
    // Those that are not computed count once they are.
    scenarios: [...byId.keys()].filter((id, i) => i === 0 || !without?.includes(id)),
    lookUp: (scenario, line, slot) => byId.get(scenario)?.[line]?.[slot],
    touches: (scenario, line) => byId.get(scenario)?.[line] !== undefined,
  };
}

const NOTHING: Size = { formulas: 0, typed: 0, lines: 0 };

/** The ceiling that a workbook passes when it grows, as far as it has told its size; left out: one that holds nothing. */
export function passedBy(growth: Size, { size }: { readonly size: Size } = { size: NOTHING }): Ceiling | undefined {
  const grown = {
    formulas: size.formulas + growth.formulas,
    typed: size.typed + growth.typed,
    lines: size.lines + growth.lines,
  };
  const of = passes(grown);
  return of && { cells: grown[of], ceiling: CEILING[of], of };
}

/** The same for edits, in steps. Far from a ceiling their number alone tells that they fit. */
export function* passedSteps(workspace: SizedWorkbook, edits: readonly CellEdit[]): Steps<Ceiling | undefined> {
  const scenarios = workspace.document().scenarios.length;
  const most = { formulas: edits.length * scenarios, typed: edits.length, lines: 0 };
  if (!passedBy(most, workspace.engine)) return undefined;
  return passedBy(yield* growthOf(heldBy(workspace), edits, (id) => workspace.line(id)), workspace.engine);
}

/** The ceiling that edits would take the workbook past; undefined where they fit. */
export const passed = (workspace: SizedWorkbook, edits: readonly CellEdit[]): Ceiling | undefined =>
  atOnce(passedSteps(workspace, edits));

/** A ceiling that would be passed, with both numbers. */
export const ceilingSentence = ({ t, lang }: Pick<Words, 't' | 'lang'>, { cells, ceiling, of }: Ceiling): string =>
  t().notices.ceiling(formatNumber(cells, lang(), 0), formatNumber(ceiling, lang(), 0), of);
