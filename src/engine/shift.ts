import { a1, slotColumn, VALUE_COLUMN } from '../model/address.ts';
import { childrenOf } from '../model/check.ts';
import { cellsBetween, coarseStep } from '../model/coarse.ts';
import type { CellRef } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { countedAt, fixedAt, lagOf, leadsTo, stepBetween } from '../model/model.ts';
import { type At, printReference, type Reference, tryParse } from '../model/notation.ts';
import { stepOf } from '../model/periods.ts';
import { type Layout, touchesColon } from './layout.ts';

type LineSlot = Pick<CellRef, 'line' | 'slot'>;
type LineReference = Extract<Reference, { kind: 'line' | 'children' }>;

/**
 * A formula with its references rewritten, but for those that `rewrite` gives nothing for; what does not follow the
 * notation stays as it is. `inRange`: the reference is an end of a range.
 */
export function mapReferences(
  formula: string,
  rewrite: (ref: Reference, inRange: boolean) => string | undefined,
): string {
  const parts = tryParse(formula);
  if (!parts) return formula;
  return parts
    .map((part, i) => ('text' in part ? part.text : (rewrite(part.ref, touchesColon(parts, i)) ?? part.source)))
    .join('');
}

/** Whether a period is counted from the cell's own. */
export const isRelative = (at: At): boolean =>
  at.kind === 'same' || at.kind === 'lag' || at.kind === 'years' || at.kind === 'end';
const lost = (address: string): string => printReference({ kind: 'lost', address });

/**
 * The formula of a cell as its copy in another cell holds it: what is shown without `$` moves along.
 *
 * - Periods: references are relative to the cell's own period or fixed, so nothing changes from one to another.
 * - Lines: a reference to a line's same period or a lag moves by as many lines as the cell did, as relative rows do;
 *   where no line with periods stands there, it becomes the address that it would have (`{?G7}`), an error of its cell.
 *   References with fixed periods (`$G$3`, `@all`, `@..`) and scalars, which go by name, stay; scalars that were typed with
 *   a row that is not fixed (`$C5`) move to that of another line.
 * - `{heading/*}` of lines with periods, shown as a block, becomes the block of the moved lines.
 */
export function shiftFormula(layout: Layout, formula: string, from: LineSlot, to: LineSlot): string {
  const distance = (layout.indexOf(to.line) ?? 0) - (layout.indexOf(from.line) ?? 0);
  if (distance === 0) return formula;
  const moved = (id: string, ref: LineReference): string => {
    const index = (layout.indexOf(id) ?? 0) + distance;
    const line = layout.lines[index];
    if (line && hasPeriods(line)) return printReference({ ...ref, kind: 'line', id: line.id });
    const { slot } = to;
    const lag = lagOf(ref.at, layout.periods);
    const column =
      slot === 'value' ? VALUE_COLUMN + lag : slotColumn(leadsTo(ref.at, slot, layout.periods), layout.periods);
    return lost(index < -1 || !(column >= 0) ? '#REF!' : a1(column, index));
  };
  return mapReferences(formula, (ref) => {
    if (ref.kind === 'line' && ref.at.kind === 'row') {
      const index = (layout.indexOf(ref.id) ?? 0) + distance;
      const line = layout.lines[index];
      if (line && isScalar(line)) return printReference({ ...ref, id: line.id });
      return lost(index < -1 ? '#REF!' : `$${a1(VALUE_COLUMN, index)}`);
    }
    if ((ref.kind !== 'line' && ref.kind !== 'children') || !isRelative(ref.at)) return undefined;
    const lines = ref.kind === 'children' ? (childrenOf(layout.lines, ref.id) ?? []) : [lineOf(layout, ref.id)];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last || !lines.every((line) => line && hasPeriods(line))) return undefined;
    if (first === last) return moved(first.id, ref);
    const { scenario: _, ...own } = ref;
    return `${moved(first.id, ref)}:${moved(last.id, own)}`;
  });
}

const lineOf = (layout: Layout, id: string) => layout.lines[layout.indexOf(id) ?? -1];

/**
 * The formula of a cell as another cell holds it after a cut: it means the same cells as before. Periods that were
 * relative to the old period are counted from the new one, or fixed where the new cell stands in no period.
 */
export function moveFormula(layout: Layout, formula: string, from: LineSlot, to: LineSlot): string {
  const { slot } = from;
  if (slot === 'value' || slot === to.slot) return formula;
  const { periods } = layout;
  const [old, own] = [lineOf(layout, from.line), lineOf(layout, to.line)];
  /** How the same period is named from the new cell; the ends of a range count columns. */
  const counted = (at: At, line: Line | undefined, inRange: boolean): At => {
    const step = inRange ? undefined : stepBetween({ line, from: old }, periods);
    const period = leadsTo(at, slot, periods, step);
    // What a line rolls up to stays that.
    if (step !== coarseStep(line, periods) && at.kind !== 'end' && line && to.slot !== 'value') {
      const by = cellsBetween(to.slot, period, step, periods);
      if (coarseStep(own, periods) === step && !Number.isNaN(by))
        return by === 0 ? { kind: 'same' } : { kind: 'lag', by };
      return at;
    }
    if (to.slot === 'value') return fixedAt(inRange ? undefined : line, period, periods);
    const found = countedAt(inRange ? {} : { line, from: own }, to.slot, period, periods);
    // What was none of the periods stays none of them.
    return 'by' in found && Number.isNaN(found.by) ? { kind: 'period', period, step: stepOf(periods) } : found;
  };
  return mapReferences(formula, (ref, inRange) => {
    if (ref.kind === 'lost') return undefined;
    if (ref.kind === 'calendar') {
      if (!isRelative(ref.at)) return undefined;
      return printReference({ ...ref, at: counted(ref.at, undefined, inRange) });
    }
    const line = ref.kind === 'line' ? lineOf(layout, ref.id) : childrenOf(layout.lines, ref.id)?.[0];
    if (!line || !hasPeriods(line)) return undefined;
    if (ref.at.kind === 'upto' && ref.kind === 'line') {
      const { scenario: _, ...own } = ref;
      return `${printReference({ ...ref, at: { kind: 'first' } })}:${printReference({ ...own, at: counted({ kind: 'same' }, line, true) })}`;
    }
    if (!isRelative(ref.at)) return undefined;
    return printReference({ ...ref, at: counted(ref.at, line, inRange) });
  });
}
