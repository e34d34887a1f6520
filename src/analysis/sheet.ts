import { type Effective, effective, inheritsByReference } from '../document/contents.ts';
import type { WorkbookSpec } from '../engine/port.ts';
import { type CellRef, isFormula } from '../model/content.ts';
import type { TracedSheet } from './trace.ts';

/** A sheet for tracing that also tells what each cell holds and where it has it from. */
export interface HeldSheet extends TracedSheet {
  readonly effective: (cell: CellRef) => Effective;
}

/** The sheet of a workbook that is not built, or not yet. */
export function heldSheet({ lines, periods, scenarios }: WorkbookSpec): HeldSheet {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const overrides = new Map(scenarios.map((scenario) => [scenario.id, scenario.overrides]));
  const [base] = scenarios;
  const held = (cell: CellRef): Effective => {
    const line = byId.get(cell.line);
    if (!line || !base) return { content: undefined, from: 'line' };
    return effective((scenario, id, slot) => overrides.get(scenario)?.[id]?.[slot], base.id, line, cell, periods);
  };
  return {
    lines,
    line: (id) => byId.get(id),
    periods,
    scenarios: scenarios.map(({ id }) => id),
    formula: (cell) => {
      const { content } = held(cell);
      return isFormula(content) ? content.formula : undefined;
    },
    inherits: (cell) => inheritsByReference(held(cell), cell.scenario, base?.id ?? ''),
    overridden: (scenario, line) =>
      base?.overrides[line] !== undefined || overrides.get(scenario)?.[line] !== undefined,
    effective: held,
  };
}
