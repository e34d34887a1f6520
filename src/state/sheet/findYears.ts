import { normalised } from '../../engine/match.ts';
import type { FindQuery } from '../../engine/port.ts';
import { slotColumn, VALUE_COLUMN } from '../../model/address.ts';
import { hasPeriods } from '../../model/line.ts';
import { watchValues } from '../document/values.ts';
import { rowByYear, yearText } from '../insight/yearRows.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from './editor.ts';

/**
 * What is found in lines while they are looked at by year: of the hits those in names and single values, and years by what
 * they show, which the engine does not know.
 * @param hits places as line times columns, and column, in order
 * @throws EngineStopped
 */
export async function hitsByYear(
  app: WithEditor & Words,
  { text, formulas }: FindQuery,
  scenario: string,
  [from, to]: readonly [line: number, end: number],
  columns: number,
  hits: readonly number[],
): Promise<number[]> {
  const { workspace, editor } = app;
  const { lines, periods } = workspace.model();
  const shown = lines
    .slice(from, to)
    .flatMap((line, i) => (line.kind !== 'heading' && hasPeriods(line) ? [{ line, at: from + i }] : []));
  const rows = await watchValues(
    workspace,
    scenario,
    shown.map(({ line }) => line.id),
  );
  const found = hits.filter((place) => place % columns <= VALUE_COLUMN);
  for (const [i, { line, at }] of shown.entries()) {
    const row = rows[i];
    if (!row) continue;
    const byYear = rowByYear(row, line, periods);
    for (const [j, { last }] of byYear.years.entries()) {
      const column = slotColumn(last, periods);
      const told = normalised(formulas ? editor.textAt({ line: at, column }) : yearText(app, line, byYear, j + 1));
      if (told.includes(text) || told.replaceAll(',', '').includes(text)) found.push(at * columns + column);
    }
  }
  return found.sort((a, b) => a - b);
}
