import type { Figure } from './figure.ts';
import type { Input } from './line.ts';
import { fromFigureUnit, type Unit, unitSpec } from './units.ts';

/** Whether a line in a unit can take a figure: the same unit, or percent of another kind. */
export const canTake = (unit: Unit, figure: Figure): boolean =>
  unitSpec(unit).form === 'plain' ? figure.unit === unit : unitSpec(figure.unit).form === unitSpec(unit).form;

/** What an input takes of its figure, in the line's stored unit; undefined where the figure is in another. */
export function taken({ unit, take }: Pick<Input, 'unit' | 'take'>, figure: Figure): number | undefined {
  if (take === 'year') return Number(figure.period.slice(-4));
  return canTake(unit, figure) ? fromFigureUnit(figure.value, figure.unit) : undefined;
}
