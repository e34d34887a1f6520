import { type Axis, axisValues } from '../../analysis/dataTable.ts';
import { hasCell } from '../../model/coarse.ts';
import type { CellRef } from '../../model/content.ts';
import { hasPeriods, type Input } from '../../model/line.ts';
import type { Asked, TableInput } from '../../model/whatIf.ts';
import type { Workspace } from '../document/workspace.ts';
import { isResult } from '../insight/cells.ts';

/** Whether a line has a cell in a slot. */
function hasSlot(workspace: Workspace, { line, slot }: Asked): boolean {
  const found = workspace.line(line);
  if (!found || found.kind === 'heading') return false;
  if (slot === 'value') return !hasPeriods(found);
  return hasPeriods(found) && hasCell(found, slot, workspace.model().periods);
}

/** Whether a result is there to be asked about. */
export const isResultThere = (workspace: Workspace, asked: Asked): boolean =>
  isResult(workspace.line(asked.line)) && hasSlot(workspace, asked);

/** The input of a cell that can be given numbers. */
export function inputThere(workspace: Workspace, asked: Asked): Input | undefined {
  const line = workspace.line(asked.line);
  return line?.kind === 'input' && hasSlot(workspace, asked) ? line : undefined;
}

/** The cell in the scenario in view. */
export const inView = (workspace: Workspace, { line, slot }: Asked): CellRef => ({
  scenario: workspace.scenarioId,
  line,
  slot,
});

/** An input of a table in the scenario in view, with the numbers that it is given. */
export const axisOf = (workspace: Workspace, input: TableInput): Axis => ({
  cell: inView(workspace, input),
  values: axisValues(input, inputThere(workspace, input)?.unit ?? ''),
});
