import type { CellEdit } from '../document/change.ts';
import type { Document } from '../document/document.ts';
import { type Content, isFormula } from '../model/content.ts';

/** Which lines of a scenario hold formulas. What a line holds is never changed in place, and a large sheet has many. */
const known = new WeakMap<object, boolean>();

/** Whether any cell of a line is overridden by a formula. */
export function holdsFormula(slots: Readonly<Record<string, Content>> | undefined): boolean {
  if (!slots) return false;
  const before = known.get(slots);
  if (before !== undefined) return before;
  const found = Object.values(slots).some(isFormula);
  known.set(slots, found);
  return found;
}

/** The formulas that the scenarios hold themselves. */
export const ownFormulas = ({ scenarios }: Pick<Document, 'scenarios'>): CellEdit[] =>
  scenarios.flatMap(({ id, overrides }) =>
    Object.entries(overrides).flatMap(([line, slots]) =>
      holdsFormula(slots)
        ? Object.entries(slots)
            .filter(([, content]) => isFormula(content))
            .map(([slot, content]) => ({ scenario: id, line, slot: slot === 'value' ? slot : Number(slot), content }))
        : [],
    ),
  );
