import type { CellNote, Values } from '../../engine/port.ts';
import type { Shown, Target } from '../../io/csv/target.ts';
import type { Standing } from '../../io/csv/write.ts';
import type { Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Workspace } from '../document/workspace.ts';
import { ERROR_SIGNS, figureOf } from '../insight/cells.ts';

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

/** The values of every line in some scenarios, read at once. */
export class SheetValues {
  readonly #notes: ReadonlyMap<number, CellNote>;
  readonly #rows: ReadonlyMap<string, number>;

  private constructor(
    readonly values: Values,
    readonly width: number,
    rows: readonly string[],
  ) {
    this.#notes = new Map(values.notes);
    this.#rows = new Map(rows.map((key, i) => [key, i]));
  }

  /** Scenario by scenario, each with all lines in their order. @throws EngineStopped */
  static async read({ engine, model }: Workspace, scenarios: readonly string[]): Promise<SheetValues> {
    const { lines, periods } = model();
    const rows = scenarios.flatMap((scenario) => lines.map((line) => ({ scenario, line: line.id })));
    const values = await engine.read(rows);
    const keys = rows.map(({ scenario, line }) => `${scenario}\n${line}`);
    return new SheetValues(values, periods.last - periods.first + 2, keys);
  }

  /** What a cell shows: its number, text or error. */
  at(scenario: string, line: Line, slot: Slot): Standing {
    const row = this.#rows.get(`${scenario}\n${line.id}`);
    if (row === undefined) return undefined;
    const place = row * this.width + (slot === 'value' ? 0 : 1 + slot - this.values.first);
    const value = this.values.values[place];
    if (value !== undefined && !Number.isNaN(value)) return value === 0 ? 0 : value;
    const note = this.#notes.get(place);
    if (!note) return undefined;
    return note.kind === 'text' ? { text: note.text } : { error: ERROR_SIGNS[note.code] };
  }

  /** The texts among them, by their place. */
  get texts(): (readonly [number, NonNullable<Extract<Shown, string>>])[] {
    return this.values.notes.flatMap(([place, note]) => (note.kind === 'text' ? [[place, note.text] as const] : []));
  }
}

/** The document as a table is compared with it. @throws EngineStopped */
export async function targetOf(workspace: Workspace): Promise<Target> {
  const { scenarios } = workspace.document();
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
    texts: read.texts,
  };
}
