import type { ChartKind } from '../../model/model.ts';
import type { Unit } from '../../model/units.ts';
import type { WithWorkspace } from '../../state/document/workspace.ts';

/** Lines of a chart by the axis on which they stand: those of the first unit, of a second one, and of further ones, which have none. */
export interface Axes {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly out: readonly string[];
}

/** The unit of a line; undefined where there is no such line. */
export const unitOf = ({ workspace }: WithWorkspace, id: string): Unit | undefined => {
  const line = workspace.line(id);
  return line && line.kind !== 'heading' ? line.unit : undefined;
};

/** Whether lines are added up, for which they have one unit. */
export const isStacked = (as: ChartKind | undefined): boolean => as === 'bars' || as === 'areas' || as === 'share';

/** `lines`: in their order; the first one has the axis on the left. */
export function axesOf(app: WithWorkspace, lines: readonly string[], as?: ChartKind): Axes {
  const units = [...new Set(lines.flatMap((id) => unitOf(app, id) ?? []))];
  const on = (unit: Unit | undefined) => lines.filter((id) => unitOf(app, id) === unit);
  const [first, second, ...rest] = units;
  const others: readonly (Unit | undefined)[] = isStacked(as) ? units.slice(1) : rest;
  return {
    left: on(first),
    right: isStacked(as) || second === undefined ? [] : on(second),
    out: lines.filter((id) => others.includes(unitOf(app, id))),
  };
}
