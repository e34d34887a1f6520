/**
 * The raw content of one cell, as a person chose it.
 * - a number: in the line's stored unit (a share is a fraction);
 * - `{ text }`: text, which a formula sees as text;
 * - `{ formula }`: starts with `=`, in the notation by line ids (`notation.ts`);
 * - `'model'`: gives the cell back to its line although the base overrides it.
 */
export type Content = number | { readonly text: string } | { readonly formula: string } | 'model';

/** Excel's limit for the text of one cell; longer text is refused at the cell. */
export const MAX_CELL_LENGTH = 32_767;

export const isFormula = (content: Content | undefined): content is { readonly formula: string } =>
  typeof content === 'object' && 'formula' in content;

export const sameContent = (a: Content | undefined, b: Content | undefined): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return Object.is(a, b);
  return 'formula' in a ? 'formula' in b && a.formula === b.formula : 'text' in b && a.text === b.text;
};

/** Which cell of a line: its scalar in column C, or the cell of one year. */
export type Slot = 'value' | number;

/** One cell of a document: a line's slot in a scenario. */
export interface CellRef {
  readonly scenario: string;
  readonly line: string;
  readonly slot: Slot;
}

export const sameCell = (a: CellRef | undefined, b: CellRef | undefined): boolean =>
  a !== undefined && b !== undefined && a.scenario === b.scenario && a.line === b.line && a.slot === b.slot;

/** A cell as a key of maps and sets. */
export const cellKey = ({ scenario, line, slot }: CellRef): string => `${scenario}\n${line}\n${slot}`;
