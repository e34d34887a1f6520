import { type Effective, inheritsByReference } from '../document/contents.ts';
import { editableNumber, parseEntry } from '../document/entry.ts';
import { type CellRef, type Content, isFormula } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import { addressOf, type Layout, layOut, sheetName } from './layout.ts';
import { quoteSheet } from './sheets.ts';

/** What the formula bar shows of a cell: its raw content in A1, an inherited value as the reference that it is. */
export function sourceOf(layout: Layout, line: Line, cell: CellRef, found: Effective): string {
  const base = layout.scenarioIds[0] ?? '';
  if (inheritsByReference(found, cell.scenario, base))
    return `=${quoteSheet(sheetName(layout, base) ?? '')}!${addressOf(layout, cell)}`;
  const { content } = found;
  if (content === undefined || content === 'model' || line.kind === 'heading') return '';
  if (typeof content === 'number') return editableNumber(content, line.unit);
  if (isFormula(content)) return layOut(layout, content.formula, cell, true);
  // A text that would be read as something else is shown with the mark that made it text.
  return sameText(parseEntry(content.text, line.unit), content.text) ? content.text : `'${content.text}`;
}

const sameText = (content: Content | undefined, text: string): boolean =>
  typeof content === 'object' && 'text' in content && content.text === text;
