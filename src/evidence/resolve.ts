import type { Figure } from '../model/figure.ts';
import type { Input, Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import { taken } from '../model/taken.ts';

/** The value that an input takes from its figure, in the line's stored unit. @throws Error for another unit */
export function valueFromFigure(line: Pick<Input, 'id' | 'unit' | 'take'>, figure: Figure): number {
  const value = taken(line, figure);
  if (value === undefined)
    throw new Error(`line "${line.id}" in ${line.unit} can't take the figure "${figure.id}" in ${figure.unit}`);
  return value;
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
