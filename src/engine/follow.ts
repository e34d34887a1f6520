import type { CellRef, Slot } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { countedAt, fixedAt, periodsAt } from '../model/model.ts';
import { type At, isMany, printReference } from '../model/notation.ts';
import type { Layout } from './layout.ts';
import { isRelative, mapReferences } from './shift.ts';

/** Which period of a line a reference of a cell means; undefined for none, or for many. */
function slotOf(at: At, cell: CellRef, layout: Layout, line: Line): Slot | undefined {
  const from = lineIn(layout, cell.line);
  const found = isMany(at) || at.kind === 'input' ? [] : periodsAt(at, cell.slot, layout.periods, { line, from });
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
    const line = ref.kind === 'line' ? lineIn(layout, ref.id) : undefined;
    if (ref.kind !== 'line' || !line || inRange) return undefined;
    const slot = isScalar(line) ? 'value' : hasPeriods(line) ? slotOf(ref.at, cell, layout, line) : undefined;
    const to = slot === undefined ? undefined : moved({ scenario: ref.scenario ?? cell.scenario, line: ref.id, slot });
    if (!to) return undefined;
    const scenario = to.scenario === cell.scenario ? {} : { scenario: to.scenario };
    return printReference({
      kind: 'line',
      ...scenario,
      id: to.line,
      at: atOf(layout, !isScalar(line) && isRelative(ref.at), cell, to),
    });
  });
}

/** A period as it was meant: counted from the cell's own where it was so before, else fixed, as a name is. */
function atOf(layout: Layout, counted: boolean, cell: CellRef, to: CellRef): At {
  const { periods } = layout;
  if (to.slot === 'value') return { kind: 'same' };
  const line = lineIn(layout, to.line);
  if (!counted || cell.slot === 'value') return fixedAt(line, to.slot, periods);
  return countedAt({ line, from: lineIn(layout, cell.line) }, cell.slot, to.slot, periods);
}

const lineIn = (layout: Layout, id: string): Line | undefined => layout.lines[layout.indexOf(id) ?? -1];
