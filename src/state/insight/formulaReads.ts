import { formulaParts, rangeEndingAt, referredCells } from '../../analysis/trace.ts';
import type { CellRef } from '../../model/content.ts';
import { isMany } from '../../model/notation.ts';
import { shifted } from '../../model/periods.ts';
import type { Workspace } from '../document/workspace.ts';
import { tracedSheet } from './trace.ts';

/** The cells that the formula of a cell names one by one and in which nothing stands: there they are 0. */
export function emptiesReadBy(workspace: Workspace, cell: CellRef): CellRef[] {
  const sheet = tracedSheet(workspace);
  const parts = formulaParts(sheet.formula(cell) ?? '');
  const found = new Map<string, CellRef>();
  for (const [i, part] of parts.entries()) {
    if (!('ref' in part) || part.ref.kind !== 'line' || isMany(part.ref.at)) continue;
    const opensRange = rangeEndingAt(sheet, parts, i + 2, cell) !== undefined;
    const [named, ...others] = referredCells(sheet, part.ref, cell);
    if (!named || others.length > 0 || opensRange || rangeEndingAt(sheet, parts, i, cell)) continue;
    const { content } = workspace.effective(named);
    if (content === undefined || (typeof content === 'object' && 'text' in content && content.text === ''))
      found.set(`${named.scenario} ${named.line} ${named.slot}`, named);
  }
  return [...found.values()];
}

/**
 * The period before a cell's own, where the axis leaves some out between them, the cell's line goes on from there, and its
 * formula does not count the years.
 */
export function farBefore(workspace: Workspace, { slot, ...cell }: CellRef): number | undefined {
  const { periods } = workspace.model();
  if (!periods.list || slot === 'value') return undefined;
  const before = shifted(slot, -1, periods);
  if (slot - before <= 1 || before < periods.first) return undefined;
  const refs = formulaParts(tracedSheet(workspace).formula({ ...cell, slot }) ?? '').flatMap((part) =>
    'ref' in part ? [part.ref] : [],
  );
  const goesOn = refs.some((ref) => ref.kind === 'line' && ref.id === cell.line && ref.at.kind === 'lag');
  return goesOn && !refs.some(({ kind }) => kind === 'calendar') ? before : undefined;
}
