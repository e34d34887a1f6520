import { type Content, isFormula } from '../model/content.ts';
import type { Overrides } from '../model/model.ts';
import type { CellEdit } from './change.ts';
import type { Document } from './document.ts';
import { slotOf } from './scenarioList.ts';

/** What a line or a scenario holds is never changed in place, and a large sheet has much of it: each is read once. */
const known = new WeakMap<object, boolean>();
/** The lines with formulas, by the overrides that were looked through. */
export const knownLines = new WeakMap<Overrides, ReadonlySet<string>>();

/** Whether any cell of a line is overridden by a formula. */
function holdsFormula(slots: Readonly<Record<string, Content>>): boolean {
  let found = known.get(slots);
  if (found === undefined) {
    found = Object.values(slots).some(isFormula);
    known.set(slots, found);
  }
  return found;
}

/** The lines in which a scenario holds formulas. */
export function formulaLines(overrides: Overrides): ReadonlySet<string> {
  let found = knownLines.get(overrides);
  if (!found) {
    found = new Set(Object.entries(overrides).flatMap(([line, slots]) => (holdsFormula(slots) ? [line] : [])));
    knownLines.set(overrides, found);
  }
  return found;
}

/** The formulas that the scenarios hold themselves. */
export const ownFormulas = ({ scenarios }: Pick<Document, 'scenarios'>): CellEdit[] =>
  scenarios.flatMap(({ id, overrides }) =>
    [...formulaLines(overrides)].flatMap((line) =>
      Object.entries(overrides[line] ?? {})
        .filter(([, content]) => isFormula(content))
        .map(([slot, content]) => ({ scenario: id, line, slot: slotOf(slot), content })),
    ),
  );
