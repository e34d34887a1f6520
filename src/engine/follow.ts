import type { CellRef, Slot } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { periodsAt } from '../model/model.ts';
import { type At, isMany, printReference } from '../model/notation.ts';
import { type Step, stepOf } from '../model/periods.ts';
import type { Layout } from './layout.ts';
import { isRelative, mapReferences } from './shift.ts';

/** Which period of a line a reference of a cell means; undefined for none, or for many. */
function slotOf(at: At, cell: CellRef, layout: Layout, line: Line): Slot | undefined {
  const found = isMany(at) || at.kind === 'input' ? [] : periodsAt(at, cell.slot, layout.periods, line);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The formula of a cell after other cells were moved by a cut: references to these follow them. `moved` tells where a
 * cell went. The ends of a range stay, as a range that is not moved as a whole does.
 */
export function followMoves(
  layout: Layout,
  formula: string,
  cell: CellRef,
  moved: (cell: CellRef) => CellRef | undefined,
): string {
  return mapReferences(formula, (ref, inRange) => {
    const line = ref.kind === 'line' ? layout.lines[layout.indexOf(ref.id) ?? -1] : undefined;
    if (ref.kind !== 'line' || !line || inRange) return undefined;
    const slot = isScalar(line) ? 'value' : hasPeriods(line) ? slotOf(ref.at, cell, layout, line) : undefined;
    const to = slot === undefined ? undefined : moved({ scenario: ref.scenario ?? cell.scenario, line: ref.id, slot });
    if (!to) return undefined;
    const scenario = to.scenario === cell.scenario ? {} : { scenario: to.scenario };
    return printReference({
      kind: 'line',
      ...scenario,
      id: to.line,
      at: atOf(!isScalar(line) && isRelative(ref.at), cell.slot, to.slot, stepOf(layout.periods)),
    });
  });
}

/** A period as it was meant: counted from the cell's own where it was so before, else fixed, as a name is. */
function atOf(counted: boolean, from: Slot, to: Slot, step: Step): At {
  if (to === 'value') return { kind: 'same' };
  if (!counted || from === 'value') return { kind: 'period', period: to, step };
  return to === from ? { kind: 'same' } : { kind: 'lag', by: to - from };
}
