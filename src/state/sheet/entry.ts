import { parseEntry } from '../../document/entry.ts';
import { NO_UNIT } from '../../document/undecided.ts';
import { type Claim, toNotation } from '../../engine/convert.ts';
import { closeBrackets } from '../../formula/scan.ts';
import { type CellRef, type Content, isFormula } from '../../model/content.ts';
import type { Workspace } from '../document/workspace.ts';

/** A pasted text in the unit of a cell's line, which may have none yet, a formula as that cell reads it. */
export function entryFor(
  workspace: Pick<Workspace, 'layout'>,
  cell: CellRef,
  text: string,
  claim?: Claim,
): Content | undefined {
  const layout = workspace.layout();
  const line = layout.lines[layout.indexOf(cell.line) ?? -1];
  const content = parseEntry(text, line && line.kind !== 'heading' ? line.unit : NO_UNIT);
  return isFormula(content) ? { formula: toNotation(layout, content.formula, cell, claim) } : content;
}

/** The same for a text that was typed: the brackets of a formula that were left open at its end are closed. */
export function typedEntry(
  workspace: Pick<Workspace, 'layout'>,
  cell: CellRef,
  text: string,
  claim?: Claim,
): Content | undefined {
  const isFormulaText = /^[=＝]/.test(text.trim());
  return entryFor(workspace, cell, isFormulaText ? closeBrackets(text.trim()) : text, claim);
}
