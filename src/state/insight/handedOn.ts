import { inputsFeeding } from '../../analysis/feeds.ts';
import type { CellRef } from '../../model/content.ts';
import { unitSpec } from '../../model/units.ts';
import type { Workspace } from '../document/workspace.ts';
import { isResult, numberIn, slotIndex } from './cells.ts';

/** Relative to the number, what rounding may leave between it and the assumption. */
const NOTHING = 1e-9;

/**
 * The one assumption whose number a derived cell hands on unchanged, as an average growth does where growth is constant;
 * undefined where the cell's number is its own, or none is known of it.
 */
export function assumptionBehind(workspace: Workspace, cell: CellRef): CellRef | undefined {
  const line = workspace.line(cell.line);
  const value = numberIn(workspace.rows.peek(cell.scenario, cell.line), slotIndex(cell, workspace));
  if (!isResult(line) || value === undefined) return undefined;
  const { lines, periods } = workspace.model();
  const { form } = unitSpec(line.unit);
  const same = inputsFeeding({ lines, periods, scenarios: workspace.document().scenarios }, cell).filter((from) => {
    const input = workspace.line(from.line);
    if (input?.kind !== 'input' || !input.range || unitSpec(input.unit).form !== form) return false;
    const { content } = workspace.effective(from);
    return typeof content === 'number' && Math.abs(content - value) <= NOTHING * Math.abs(value);
  });
  return same.length === 1 ? same[0] : undefined;
}
