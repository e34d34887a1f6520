import type { Line } from '../../model/line.ts';
import type { AnswerSpec, Model } from '../../model/model.ts';
import { isOneOf, type Periods, periodIn, stepOf } from '../../model/periods.ts';

/**
 * A model without what it names of lines and figures that are gone: the app passes that over, and a file of it could not be
 * opened again.
 * @param figures the ids of those that are there
 */
export function standingIn(model: Model, figures: ReadonlySet<string>): Model {
  const byId = new Map(model.lines.map((line) => [line.id, line]));
  const lines = model.lines.map((line) => cited(line, figures));
  const holds = (id: string): boolean => (byId.get(id) ?? { kind: 'heading' }).kind !== 'heading';
  return {
    ...model,
    lines: lines.some((line, i) => line !== model.lines[i]) ? lines : model.lines,
    charts: model.charts
      .filter(({ line }) => holds(line))
      .map((chart) =>
        chart.beside?.every(holds) === false ? { ...chart, beside: chart.beside.filter(holds) } : chart,
      ),
    warnings: model.warnings.filter(({ check, at }) => holds(check) && holds(at)),
    answer: answerOf(model.answer, holds, figures, model.periods),
    exchange: byId.get(model.exchange)?.kind === 'input' ? model.exchange : '',
  };
}

function cited(line: Line, figures: ReadonlySet<string>): Line {
  if (line.kind !== 'input') return line;
  const { figure, take, range, ...rest } = line;
  const isFigure = figure === undefined || figures.has(figure);
  const isBasis = range?.basis?.every((id) => figures.has(id)) ?? true;
  if (isFigure && isBasis) return line;
  const basis = range?.basis?.filter((id) => figures.has(id)) ?? [];
  const { basis: _, ...plain } = range ?? { low: 0, high: 0, step: 0, rationale: { en: '', zh: '' } };
  return {
    ...rest,
    ...(isFigure && figure !== undefined ? { figure, ...(take ? { take } : {}) } : {}),
    ...(range ? { range: basis.length > 0 ? { ...plain, basis } : plain } : {}),
  };
}

const isIn = (text: string, periods: Periods): boolean => {
  const ordinal = periodIn(text, stepOf(periods));
  return ordinal !== undefined && isOneOf(ordinal, periods);
};

/** The answer as far as it can be given; clauses that name what is gone are not said, and the standard answer is. */
function answerOf(
  answer: AnswerSpec,
  holds: (id: string) => boolean,
  figures: ReadonlySet<string>,
  periods: Periods,
): AnswerSpec {
  const { line, target, terms, clauses } = answer;
  if (!holds(line)) return { line: '', terms: {}, clauses: [] };
  const isCell = (cell: string): boolean => {
    const [id = '', period] = cell.split('@');
    return holds(id) && (period === undefined || isIn(period.toUpperCase(), periods));
  };
  const isThere = (cell: string | undefined, figure: string | undefined): boolean =>
    (cell === undefined || isCell(cell)) && (figure === undefined || figures.has(figure));
  const isWhole =
    Object.values(terms).every((term) =>
      'cell' in term ? isThere(term.cell, undefined) : isThere(undefined, term.figure),
    ) && clauses.every(({ when = [] }) => when.every(({ cell, figure }) => isThere(cell, figure)));
  return {
    line,
    ...(target !== undefined && figures.has(target) ? { target } : {}),
    ...(isWhole ? { terms, clauses } : { terms: {}, clauses: [] }),
  };
}
