import type { Figure } from './figure.ts';
import type { Input } from './line.ts';
import { fromFigureUnit, type Unit, unitSpec } from './units.ts';

/** Whether a line in a unit can take a figure: the same unit, or percent of another kind. */
export const canTake = (unit: Unit, figure: Figure): boolean =>
  unitSpec(unit).form === 'plain' ? figure.unit === unit : unitSpec(figure.unit).form === unitSpec(unit).form;

/** The value that an input takes from its figure, in the line's stored unit. @throws Error for another unit */
export function valueFromFigure(line: Pick<Input, 'id' | 'unit' | 'take'>, figure: Figure): number {
  if (line.take === 'year') return Number(figure.period.slice(-4));
  if (!canTake(line.unit, figure))
    throw new Error(`line "${line.id}" in ${line.unit} can't take the figure "${figure.id}" in ${figure.unit}`);
  return fromFigureUnit(figure.value, figure.unit);
}
