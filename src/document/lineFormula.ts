import { cellBy, cellPeriods, coarseStep } from '../model/coarse.ts';
import type { Line } from '../model/line.ts';
import type { Periods } from '../model/model.ts';
import { tryParse } from '../model/notation.ts';
import { PER_YEAR, stepOf } from '../model/periods.ts';
import type { Change } from './change.ts';
import type { Document, OpenModel } from './document.ts';

/** A line as it is edited in place: its label, its unit, its formula. Its id stays. */
export const replaceLine = ({ model }: OpenModel, line: Line): Change => ({
  kind: 'structure',
  parts: { lines: model.lines.map((old) => (old.id === line.id ? line : old)) },
});

/** The same with another number in the scalar of the base; undefined leaves what is there. */
export function withValue(
  { scenarios: all }: Pick<Document, 'scenarios'>,
  change: Change,
  line: string,
  value?: number,
): Change {
  if (value === undefined || change.kind !== 'structure') return change;
  const scenarios = all.map((one, i) =>
    i === 0 ? { ...one, overrides: { ...one.overrides, [line]: { ...one.overrides[line], value } } } : one,
  );
  return { ...change, parts: { ...change.parts, scenarios } };
}

/** By how many of a line's own periods a formula of it reaches back at most. */
export function reachOf(formula: string, line: Line, periods: Periods): number {
  const step = coarseStep(line, periods);
  const lags = (tryParse(formula) ?? []).map((part) => {
    const at = 'ref' in part && 'at' in part.ref ? part.ref.at : undefined;
    if (at?.kind === 'years') return -at.by * PER_YEAR[step ?? stepOf(periods)];
    return at?.kind === 'lag' || (at?.kind === 'end' && !step) ? -at.by : 0;
  });
  return Math.max(0, ...lags);
}

/**
 * One formula for a whole line. One that reaches back begins as late as it has to: the periods before it are empty, for
 * the numbers that it starts from. Undefined for lines that have no formula.
 */
export function setFormula(sheet: OpenModel, id: string, formula: string): Change | undefined {
  const line = sheet.model.lines.find((one) => one.id === id);
  if (line?.kind === 'result') return replaceLine(sheet, { ...line, formula });
  if (line?.kind !== 'series') return undefined;
  if (line.first !== undefined) return replaceLine(sheet, { ...line, formula });
  const { start: _, ...rest } = line;
  const { periods } = sheet.model;
  const back = reachOf(formula, line, periods);
  const [begin = periods.first] = cellPeriods(line, periods);
  return replaceLine(sheet, {
    ...rest,
    formula,
    ...(back > 0 ? { start: cellBy(begin, back, coarseStep(line, periods), periods) } : {}),
  });
}
