import type { Overrides } from '../model/model.ts';
import { knownLines } from './ownFormulas.ts';

function less(lines: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  const left = new Set(lines);
  for (const id of gone) left.delete(id);
  return left;
}

/**
 * Overrides made of others, with formulas in the same lines but for some that are gone: they need not be looked for
 * again.
 */
export function knownFrom(before: Overrides, after: Overrides, gone: readonly string[] = []): Overrides {
  const found = knownLines.get(before);
  if (found) knownLines.set(after, gone.some((id) => found.has(id)) ? less(found, gone) : found);
  return after;
}
