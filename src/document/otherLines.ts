import type { CellRef, Content } from '../model/content.ts';
import type { Document, Scenario } from './document.ts';
import type { Transaction } from './transaction.ts';

/** The lines of a scenario that hold other overrides than before. */
export interface OtherLines {
  readonly scenario: Scenario;
  readonly lines: readonly string[];
}

/**
 * Which lines hold other overrides, where documents are alike in all else that the workbook is built from; undefined
 * where it has to be built anew. What did not change is the same object, so that this costs a look at each line.
 */
export function otherLines(before: Document, after: Document): readonly OtherLines[] | undefined {
  if (before.lines !== after.lines || before.periods !== after.periods) return undefined;
  const [old, now] = [before.scenarios, after.scenarios];
  if (old.length !== now.length || now.some(({ id, name }, i) => old[i]?.id !== id || old[i]?.name !== name))
    return undefined;
  return now.flatMap((scenario, i) => {
    const overrides = old[i]?.overrides ?? {};
    if (overrides === scenario.overrides) return [];
    const changed = Object.keys(scenario.overrides).filter((line) => overrides[line] !== scenario.overrides[line]);
    const gone = Object.keys(overrides).filter((line) => scenario.overrides[line] === undefined);
    const lines = [...changed, ...gone];
    return lines.length > 0 ? [{ scenario, lines }] : [];
  });
}

/**
 * The cells that a transaction changed, those of the uppermost line where it changed many; none where the sheet itself is
 * another one. `order`: where a line stands.
 */
export function touched({ start, state, change }: Transaction, order: (line: string) => number | undefined): CellRef[] {
  if (change?.kind === 'cells') return [...change.edits];
  const [first] = otherLines(start.document, state.document) ?? [];
  if (!first) return [];
  const { scenario, lines } = first;
  const at = (line: string) => order(line) ?? Number.POSITIVE_INFINITY;
  const line = lines.reduce((top, one) => (at(one) < at(top) ? one : top));
  const slots = (of: Scenario | undefined): Readonly<Record<string, Content>> => of?.overrides[line] ?? {};
  const was = slots(start.document.scenarios.find(({ id }) => id === scenario.id));
  const is = slots(scenario);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((slot) => was[slot] !== is[slot])
    .map((slot) => ({ scenario: scenario.id, line, slot: slot === 'value' ? slot : Number(slot) }));
}
