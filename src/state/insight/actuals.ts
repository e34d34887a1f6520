import { cellPeriods } from '../../model/coarse.ts';
import { hasPeriods } from '../../model/line.ts';
import { yearOf } from '../../model/periods.ts';
import type { Workspace } from '../document/workspace.ts';

/**
 * The periods in which a line of a person's own holds a number that is typed as actual: up to the boundary, and no setting of a
 * scenario. `byYear`: the years of which every cell of the line holds one.
 */
export function actualsOf(workspace: Workspace, scenario: string, id: string, byYear = false): ReadonlySet<number> {
  const line = workspace.line(id);
  const { periods, observedUntil } = workspace.model();
  if (!line || !hasPeriods(line) || !workspace.isOwn(line) || ('range' in line && line.range)) return new Set();
  const isActual = (slot: number): boolean => {
    if (slot > observedUntil) return false;
    const { content, from } = workspace.effective({ scenario, line: id, slot });
    if (typeof content !== 'number') return false;
    // What an input has in all of its periods is a rate that is assumed.
    if (from === 'line') return line.kind === 'series';
    return from === 'base' || scenario === workspace.base.id;
  };
  const cells = cellPeriods(line, periods);
  const held = new Set(cells.filter(isActual));
  if (!byYear || held.size === 0) return held;
  const lacking = new Set(cells.filter((slot) => !held.has(slot)).map((slot) => yearOf(slot, periods)));
  return new Set([...held].map((slot) => yearOf(slot, periods)).filter((year) => !lacking.has(year)));
}
