import type { FormulaWord } from '../../analysis/words.ts';
import { CELL_FACTS } from '../../i18n/cellFacts.ts';
import { slotInText } from '../../model/periods.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import { cellName, lineName } from './cells.ts';

/** A range in words: "Exports to Wages, 2024". */
export function rangeName(
  app: WithWorkspace & Words,
  { first, last }: Extract<FormulaWord, { kind: 'range' }>,
): string {
  const { between } = CELL_FACTS[app.lang()];
  if (first.slot !== last.slot) return between(cellName(app, first), cellName(app, last));
  const lines = between(lineName(app, first.line), lineName(app, last.line));
  return first.slot === 'value' ? lines : app.t().sheet.cell(lines, slotInText(first.slot, app.lang()));
}
