import type { Row } from '../../engine/rowValues.ts';
import { FIRST_PERIOD_COLUMN, VALUE_COLUMN } from '../../model/address.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import { unitSpec } from '../../model/units.ts';
import { watchValues } from '../document/values.ts';
import { cellText } from '../insight/cells.ts';
import { rowByYear, yearText } from '../insight/yearRows.ts';
import type { Words } from '../page/words.ts';
import { inSlices, type Steps } from '../ranges/slices.ts';
import type { WithEditor } from './editor.ts';

/** px that stand beside the text of a cell: its padding, and the mark and the gap before a label. */
export const BESIDE = { text: 20, label: 46 };

/** The longest of texts by `measure`, which need not draw them. */
function* widest(texts: Iterable<string>, measure: (text: string) => number): Steps<number> {
  let width = 0;
  for (const text of texts) {
    if (text !== '') width = Math.max(width, measure(text));
    yield;
  }
  return width;
}

/** What stands in a column of values, line by line. */
function* shownIn(app: WithEditor & Words, column: number, lines: readonly Line[], rows: readonly (Row | undefined)[]) {
  const place = column === VALUE_COLUMN ? 0 : column - FIRST_PERIOD_COLUMN + 1;
  const { editor, workspace } = app;
  const fold = editor.foldAt({ column });
  const { periods } = workspace.model();
  for (const [i, line] of lines.entries()) {
    const row = rows[i];
    if (fold && row && line.kind !== 'heading' && hasPeriods(line)) {
      const byYear = rowByYear(row, line, periods);
      const at = byYear.years.findIndex(({ year }) => year === fold.year(column));
      yield editor.formulas() ? editor.textAt({ line: i, column }) : yearText(app, line, byYear, at + 1);
    }
    const cell = editor.cellAt({ line: i, column });
    if (cell)
      yield editor.formulas()
        ? editor.source(cell)
        : cellText(app, line, rows[i], place, app.workspace.effective(cell).content);
  }
}

/** The width of the longest text in a column, over all lines, px. @throws EngineStopped */
export async function widestIn(
  app: WithEditor & Words,
  column: number,
  measure: (text: string) => number,
): Promise<number> {
  const { workspace } = app;
  const { lines } = workspace.model();
  const scenario = workspace.scenarioId;
  const texts = (list: Iterable<string>) => inSlices(widest(list, measure)).then((width) => width ?? 0);
  if (column === 0) return texts(lines.map(({ label }) => app.say(label)));
  if (column < VALUE_COLUMN) {
    const units = new Set(lines.flatMap((line) => (line.kind === 'heading' ? [] : [line.unit])));
    return texts([...units].map((unit) => app.say(unitSpec(unit).label)));
  }
  const ids = lines.map(({ id }) => id);
  return texts(shownIn(app, column, lines, await watchValues(workspace, scenario, ids)));
}
