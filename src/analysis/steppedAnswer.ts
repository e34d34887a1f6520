import { cellOf, cellPeriods } from '../model/coarse.ts';
import { hasPeriods, type Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import { countOf, inOtherStep, PER_YEAR, periodAt, placeOf, stepOf, stepOfOrdinal } from '../model/periods.ts';
import { rollupOf } from '../model/rollup.ts';
import { TAKE } from '../model/years.ts';
import { type AnswerContext, composeAnswer, type Piece } from './answer.ts';

/**
 * The answer by clauses that name longer or shorter periods than the model has, say since it was given others. They tell of
 * the same time: of a longer period what its parts come to, of a shorter one the period in which it ends.
 * @param held the values of a line in the scenario in view, one a period; NaN where there is none
 */
export function steppedAnswer(
  { answer, lines, periods }: Pick<Model, 'answer' | 'lines' | 'periods'>,
  context: AnswerContext,
  held: (line: string) => ArrayLike<number>,
): Piece[] | undefined {
  const step = stepOf(periods);
  const ends = (slot: number) => inOtherStep(slot, { ...periods, step: stepOfOrdinal(slot) ?? step }, step);
  const valueAt = (line: Line | undefined, slot: number): number | undefined => {
    if (!line || line.kind === 'heading' || !hasPeriods(line)) return undefined;
    const { by } = rollupOf(line);
    const cells = cellPeriods(line, periods);
    const isLonger = cells.length < countOf(periods);
    const parts = PER_YEAR[step] / PER_YEAR[stepOfOrdinal(slot) ?? step];
    // Of what makes no sum or mean, and of a shorter period, the period in which it ends.
    const count = by === 'last' || by === 'none' ? 1 : Math.max(1, parts);
    const end = placeOf(ends(slot), periods) + 1;
    // Of what some parts are left out nothing can be said.
    if (periodAt(end - count, periods) !== ends(slot) - count + 1) return undefined;
    const at = (period: number) => held(line.id)[placeOf(period, periods)] ?? Number.NaN;
    const own = cells.filter((period) => period > ends(slot) - count && period <= ends(slot));
    // Within a longer period of the line, that one's value.
    const of = (isLonger && own.length === 0 ? [cellOf(line, ends(slot), periods) ?? Number.NaN] : own).map(at);
    const value = of.length === 1 ? of[0] : TAKE[by](of);
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
  const byId = new Map(lines.map((line) => [line.id, line]));
  const value: AnswerContext['value'] = (line, slot) =>
    slot === 'value' ? context.value(line, slot) : valueAt(byId.get(line), slot);
  return composeAnswer(answer, { ...context, value })?.map((piece) =>
    piece.cell && piece.cell.slot !== 'value'
      ? { ...piece, cell: { ...piece.cell, slot: ends(piece.cell.slot) } }
      : piece,
  );
}
