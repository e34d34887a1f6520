import type { Ceiling } from '../../engine/port.ts';
import { CEILING, passes, type Size } from '../../engine/size.ts';
import type { Workspace } from './workspace.ts';

const NOTHING: Size = { formulas: 0, typed: 0, lines: 0 };

/**
 * Whether new lines find room beside what is there; undefined where they do, else of what there would be too much. The
 * one place in which an import asks for the ceilings of the workbook. `workspace`: left out for a model of their own.
 */
export function noRoom(wanted: Size, workspace?: Pick<Workspace, 'engine'>): Ceiling | undefined {
  const there = workspace?.engine.size ?? NOTHING;
  const all: Size = {
    formulas: there.formulas + wanted.formulas,
    typed: there.typed + wanted.typed,
    lines: there.lines + wanted.lines,
  };
  const of = passes(all);
  return of && { of, cells: all[of], ceiling: CEILING[of] };
}
