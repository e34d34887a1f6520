import { parseEntry } from '../../document/entry.ts';
import { toNotation } from '../../engine/convert.ts';
import { closeBrackets } from '../../formula/scan.ts';
import { type CellRef, type Content, isFormula } from '../../model/content.ts';
import type { Workspace } from '../document/workspace.ts';

/** A pasted text in the unit of a cell's line, a formula as that cell reads it. */
export function entryFor(workspace: Workspace, cell: CellRef, text: string): Content | undefined {
  const line = workspace.line(cell.line);
  if (!line || line.kind === 'heading') return undefined;
  const content = parseEntry(text, line.unit);
  return isFormula(content) ? { formula: toNotation(workspace.layout(), content.formula, cell) } : content;
}

/** The same for a text that was typed: the brackets of a formula that were left open at its end are closed. */
export function typedEntry(workspace: Workspace, cell: CellRef, text: string): Content | undefined {
  const isFormulaText = /^[=＝]/.test(text.trim());
  return entryFor(workspace, cell, isFormulaText ? closeBrackets(text.trim()) : text);
}
