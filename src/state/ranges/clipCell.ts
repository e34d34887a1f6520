import { editableNumber } from '../../document/entry.ts';
import type { Place } from '../../document/selection.ts';
import { cellAt } from '../../engine/layout.ts';
import type { Row } from '../../engine/rowValues.ts';
import { MISSING } from '../../i18n/format.ts';
import { isAmount } from '../../io/reading/amounts.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import { cellText, numberIn, slotIndex } from '../insight/cells.ts';
import { rowByYear, yearText } from '../insight/yearRows.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { type ClipCell, excelDigits } from './clip.ts';
import { labelAt } from './pasteEdits.ts';

/** Whether a text has to say that it is one: pasted somewhere, it would be read as a number or a formula, or is empty. */
const needsApostrophe = (text: string): boolean => /^\s*(?:['=＝]|$)/.test(text) || isAmount(text);

/** A year as it is copied: its number with all its digits; an empty text where it has none. */
function yearCell(app: WithEditor & Words, line: Line | undefined, row: Row | undefined, year: number): ClipCell {
  const none = { cell: undefined, content: undefined, value: undefined, text: '', isText: false };
  if (!line || line.kind === 'heading' || !row) return none;
  const byYear = rowByYear(row, line, app.workspace.model().periods);
  const at = byYear.years.findIndex((one) => one.year === year);
  const number = numberIn(byYear, at + 1);
  if (number !== undefined) return { ...none, value: number, text: editableNumber(excelDigits(number), line.unit) };
  const shown = at < 0 || !hasPeriods(line) ? MISSING : yearText(app, line, byYear, at + 1);
  return shown === MISSING ? none : { ...none, value: { text: shown }, text: shown };
}

/** A place as it is copied: numbers as their unit is typed, with all their digits. */
export function clipCell(app: WithEditor & Words, place: Place, scenario: string, row: Row | undefined): ClipCell {
  const { workspace, editor } = app;
  const line = workspace.model().lines[place.line];
  const fold = editor.foldAt(place);
  if (fold) return yearCell(app, line, row, fold.year(place.column));
  const cell = cellAt(workspace.layout(), scenario, place.column, place.line);
  if (!cell || !line || line.kind === 'heading') {
    const text = labelAt(app, place) ?? '';
    return { cell: undefined, content: undefined, value: text === '' ? undefined : { text }, text, isText: false };
  }
  const { content } = workspace.effective(cell);
  const index = slotIndex(cell, workspace);
  const number = numberIn(row, index);
  if (number !== undefined)
    return { cell, content, value: number, text: editableNumber(excelDigits(number), line.unit), isText: false };
  const shown = cellText(app, line, row, index);
  const text = shown === MISSING ? '' : shown;
  const isError = row?.notes.get(index)?.kind === 'error';
  const isText = !isError && text !== '' && needsApostrophe(text);
  return { cell, content, value: { text }, text, isText };
}
