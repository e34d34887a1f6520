import type { CellNote, RowRef, Values } from '../../engine/port.ts';
import { lookUpRows, type RowLookup } from '../../engine/rowLookup.ts';
import { cellIn, type Row } from '../../engine/rowValues.ts';
import type { Shown, Target } from '../../io/csv/target.ts';
import type { Standing } from '../../io/csv/write.ts';
import type { Slot } from '../../model/content.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import type { Periods } from '../../model/model.ts';
import { placeOf } from '../../model/periods.ts';
import { readScenarios } from '../document/everyScenario.ts';
import type { Workspace } from '../document/workspace.ts';
import { ERROR_SIGNS, figureOf } from '../insight/cells.ts';
import { rowByYear, type YearRow } from '../insight/yearRows.ts';

/** The region of each line by its id, where a figure of it or of its chart has one. */
export function regionsOf(workspace: Workspace): Record<string, string> {
  const { lines, charts } = workspace.model();
  const charted = charts.flatMap(({ line, figures }) => (figures?.region ? [[line, figures.region] as const] : []));
  const cited = lines.flatMap((line) => {
    const region = figureOf(workspace, line)?.region;
    return region ? [[line.id, region] as const] : [];
  });
  return Object.fromEntries([...charted, ...cited]);
}

function standing(shown: number | CellNote | undefined): Standing {
  // There is no minus before a zero.
  if (typeof shown !== 'object') return shown === 0 ? 0 : shown;
  return shown.kind === 'text' ? { text: shown.text } : { error: ERROR_SIGNS[shown.code] };
}

/** The values of every line in some scenarios, read at once. */
export class SheetValues {
  readonly #row: RowLookup;
  readonly #years = new Map<Row, YearRow>();

  private constructor(
    readonly values: Values,
    refs: readonly RowRef[],
  ) {
    this.#row = lookUpRows(refs, values);
  }

  /** Scenario by scenario, each with all lines in their order. @throws EngineStopped */
  static async read(workspace: Workspace, scenarios: readonly string[]): Promise<SheetValues> {
    const ids = workspace.model().lines.map(({ id }) => id);
    const refs = scenarios.flatMap((scenario) => ids.map((line) => ({ scenario, line })));
    return new SheetValues(await readScenarios(workspace, scenarios, ids), refs);
  }

  /** What a cell shows: its number, text or error. */
  at(scenario: string, line: Line, slot: Slot): Standing {
    const row = this.#row(scenario, line.id);
    return standing(row && cellIn(row, slot === 'value' ? 0 : 1 + placeOf(slot, this.values.periods)));
  }

  /** What a year of a line shows, which is made of its periods. */
  inYear(scenario: string, line: Line, year: number, periods: Periods): Standing {
    const row = line.kind === 'heading' ? undefined : this.#row(scenario, line.id);
    if (!row || line.kind === 'heading' || !hasPeriods(line)) return undefined;
    const known = this.#years.get(row) ?? rowByYear(row, line, periods);
    this.#years.set(row, known);
    return standing(cellIn(known, 1 + year - (known.years[0]?.year ?? year)));
  }

  /** The texts among them, by their place. */
  get texts(): (readonly [number, NonNullable<Extract<Shown, string>>])[] {
    return this.values.notes.flatMap(([place, note]) => (note.kind === 'text' ? [[place, note.text] as const] : []));
  }
}

/** The document as a table is compared with it. @throws EngineStopped */
export async function targetOf(workspace: Workspace): Promise<Target> {
  const { scenarios, whatIf } = workspace.document();
  const { name, lines, periods } = workspace.model();
  const read = await SheetValues.read(
    workspace,
    scenarios.map(({ id }) => id),
  );
  return {
    name,
    lines,
    periods,
    scenarios,
    view: workspace.scenarioId,
    regions: regionsOf(workspace),
    values: read.values.values,
    ...(whatIf?.uncertain ? { uncertain: whatIf.uncertain } : {}),
    texts: read.texts,
  };
}
