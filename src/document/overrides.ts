import { type CellRef, sameContent } from '../model/content.ts';
import type { Change } from './change.ts';
import type { Sheet } from './lineFormula.ts';
import { holding, patched } from './reasons.ts';
import { cellsOf, edited, find, isBase, PROSE, start } from './scenarioList.ts';

/** Which of a scenario's cells are meant. */
export type Cells = (line: string, slot: string) => boolean;

/**
 * A scenario that takes over what another overrides, each cell with its reason. Its own overrides in other cells stay;
 * where `cells` are named they become as they are in the other, so that one which inherits there inherits here too.
 */
export function copyOverrides({ document }: Sheet, to: string, from: string, cells?: Cells): Change | undefined {
  const source = find(document, from);
  if (!source || from === to) return undefined;
  const base = isBase(document, to);
  return edited(document, to, (scenario) => {
    const meant = (line: string, slot: string) => !cells || cells(line, slot);
    const given = [...cellsOf(source.overrides)].filter(([line, slot]) => meant(line, slot));
    const dropped = cells
      ? [...cellsOf(scenario.overrides)]
          .filter(([line, slot]) => meant(line, slot) && source.overrides[line]?.[slot] === undefined)
          .map(([line, slot]) => [line, slot, undefined] as const)
      : [];
    // What gives a cell back to its line has nothing to do in the base.
    const taken = isBase(document, from) ? given.map(([line, slot]) => [line, slot, undefined] as const) : given;
    const overrides = [...taken, ...dropped].map(
      ([line, slot, content]) => [line, slot, base && content === 'model' ? undefined : content] as const,
    );
    const changed = overrides.filter(
      ([line, slot, content]) => !sameContent(content, scenario.overrides[line]?.[slot]),
    );
    if (changed.length === 0) return scenario;
    const reasons = overrides.map(
      ([line, slot, content]) =>
        [line, slot, content === undefined ? undefined : source.reasons?.[line]?.[slot]] as const,
    );
    return holding(scenario, patched(scenario.overrides, overrides), patched(scenario.reasons ?? {}, reasons));
  });
}

/** A scenario's cells, all or some, reset to what they inherit, in the base to the line's own; their reasons go with them. */
export const resetScenario = ({ document }: Sheet, id: string, cells: Cells = () => true): Change | undefined =>
  edited(document, id, (scenario) => {
    const gone = [...cellsOf(scenario.overrides)]
      .filter(([line, slot]) => cells(line, slot))
      .map(([line, slot]) => [line, slot, undefined] as const);
    if (gone.length === 0) return scenario;
    return holding(scenario, patched(scenario.overrides, gone), patched(scenario.reasons ?? {}, gone));
  });

/** Why a cell is overridden; an empty text takes the reason away. */
export const setReason = ({ document }: Sheet, cell: CellRef, text: string): Change | undefined =>
  edited(document, cell.scenario, (scenario) => {
    const reason = start(text.trim(), PROSE) || undefined;
    const { line, slot } = cell;
    if (scenario.reasons?.[line]?.[slot] === reason) return scenario;
    const reasons = patched(scenario.reasons ?? {}, [[line, String(slot), reason]]);
    return holding(scenario, scenario.overrides, reasons);
  });
