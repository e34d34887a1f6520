import { answerCell } from '../../analysis/answer.ts';
import type { CellRef, Slot } from '../../model/content.ts';
import { isKnown, periodOfFigure } from '../../model/figure.ts';
import { hasPeriods } from '../../model/line.ts';
import { stepOf } from '../../model/periods.ts';
import { fromFigureUnit } from '../../model/units.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { isResult } from './cells.ts';

/**
 * The cell under the cursor where it is derived, else the one of which the answer speaks; in a model without an answer of
 * its own the last of the charted line, or of its first derived line.
 */
export function startCell({ workspace, editor }: WithEditor): { line: string; slot: Slot } | undefined {
  const { cell } = editor;
  if (cell && isResult(workspace.line(cell.line))) return { line: cell.line, slot: cell.slot };
  const model = workspace.model();
  const line = [workspace.line(workspace.view.line), ...model.lines].find(isResult);
  const last = line && { line: line.id, slot: hasPeriods(line) ? model.periods.last : ('value' as const) };
  return answerCell(model) ?? last;
}

/**
 * The target for a cell of the answer's line: that of its year where one is known, else the answer's own, unless it is to be
 * `exactly` that of its year.
 */
export function targetFor(
  { workspace }: WithWorkspace,
  { line, slot }: Pick<CellRef, 'line' | 'slot'>,
  exactly = false,
): number | undefined {
  const { answer, charts, periods } = workspace.model();
  const step = stepOf(periods);
  const ownTarget = workspace
    .document()
    .figures?.find((one) => one.kind === 'target' && one.variable === line && periodOfFigure(one, step) === slot);
  if (ownTarget) return fromFigureUnit(ownTarget.value, ownTarget.unit);
  if (line !== answer.line || answer.target === undefined) return undefined;
  const figures = workspace.figures();
  const own = figures.get(answer.target);
  const beside = charts.find((chart) => chart.line === line)?.figures;
  const ofYear = [...figures.values()]
    .filter(
      (figure) =>
        figure.kind === 'target' &&
        figure.region === beside?.region &&
        figure.variable === beside.variable &&
        figure.definition === beside.definition &&
        periodOfFigure(figure, step) === slot &&
        figure.unit === own?.unit,
    )
    .sort((a, b) => a.reported.localeCompare(b.reported));
  // One that was set later is on the chart as well: it is what that period is to reach.
  const known = ofYear.findLast((figure) => isKnown(figure, workspace.view.known));
  const figure = own && periodOfFigure(own, step) === slot ? own : (known ?? ofYear[0] ?? (exactly ? undefined : own));
  return figure && fromFigureUnit(figure.value, figure.unit);
}
