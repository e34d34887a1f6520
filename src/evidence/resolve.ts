import type { Figure } from '../model/figure.ts';
import type { Input, Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import { fromFigureUnit, type Unit, unitSpec } from '../model/units.ts';

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

function resolveLine(line: Line, figures: ReadonlyMap<string, Figure>): Line {
  if (line.kind !== 'input' || line.figure === undefined) return line;
  const figure = figures.get(line.figure);
  if (!figure)
    throw new Error(`line "${line.id}" names the figure "${line.figure}", which seeds/figures.csv does not have`);
  return { ...line, value: valueFromFigure(line, figure) };
}

/**
 * The model with the value of each cited input filled in, converted to the line's stored unit.
 * @throws Error naming the line, for a figure that is unknown or in another unit.
 */
export function resolveModel(model: Model, figures: ReadonlyMap<string, Figure>): Model {
  const cited = [
    ...model.lines.flatMap((line) => (line.kind === 'input' ? (line.range?.basis ?? []) : [])),
    ...(model.answer.target ? [model.answer.target] : []),
    ...Object.values(model.answer.terms).flatMap((term) => ('figure' in term ? [term.figure] : [])),
  ];
  const unknown = cited.find((id) => !figures.has(id));
  if (unknown)
    throw new Error(`model "${model.id}" names the figure "${unknown}", which seeds/figures.csv does not have`);
  return { ...model, lines: model.lines.map((line) => resolveLine(line, figures)) };
}
