import { parseEntry } from '../../document/entry.ts';
import { NO_UNIT } from '../../document/undecided.ts';
import { type Claim, toNotation } from '../../engine/convert.ts';
import { closeBrackets } from '../../formula/scan.ts';
import { type CellRef, type Content, isFormula } from '../../model/content.ts';
import type { Unit } from '../../model/units.ts';
import type { Workspace } from '../document/workspace.ts';

/**
 * Reads amounts with their unit (€49, 3万家). It is loaded with what a person's first gesture brings; until then a text
 * stays a text.
 */
let readAmount: ((text: string, unit: Unit) => number | undefined) | undefined;
export const takeReader = (reader: typeof readAmount): void => {
  readAmount = reader;
};

/** A pasted text in the unit of a cell's line, which may have none yet, a formula as that cell reads it. */
export function entryFor(
  workspace: Pick<Workspace, 'layout'>,
  cell: CellRef,
  text: string,
  claim?: Claim,
): Content | undefined {
  const layout = workspace.layout();
  const line = layout.lines[layout.indexOf(cell.line) ?? -1];
  const unit = line && line.kind !== 'heading' ? line.unit : NO_UNIT;
  const content = parseEntry(text, unit);
  if (typeof content === 'object' && 'text' in content && content.text === text && /\d/.test(text))
    return readAmount?.(text, unit) ?? content;
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
