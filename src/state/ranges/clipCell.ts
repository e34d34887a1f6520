import { editableNumber } from '../../document/entry.ts';
import type { Place } from '../../document/selection.ts';
import { cellAt } from '../../engine/layout.ts';
import type { Row } from '../../engine/rowValues.ts';
import { MISSING } from '../../i18n/format.ts';
import { isAmount } from '../../io/reading/amounts.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import { cellText, numberIn, slotIndex } from '../insight/cells.ts';
import type { Words } from '../page/words.ts';
import { type ClipCell, excelDigits } from './clip.ts';
import { labelAt } from './pasteEdits.ts';

/** Whether a text has to say that it is one: pasted somewhere, it would be read as a number or a formula, or is empty. */
const needsApostrophe = (text: string): boolean => /^\s*(?:['=＝]|$)/.test(text) || isAmount(text);

/** A place as it is copied: numbers as their unit is typed, with all their digits. */
export function clipCell(app: WithWorkspace & Words, place: Place, scenario: string, row: Row | undefined): ClipCell {
  const { workspace } = app;
  const line = workspace.model().lines[place.line];
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
