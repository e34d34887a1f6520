import { type Accessor, createSignal } from 'solid-js';
import type { Slot } from '../../model/content.ts';
import type { Workspace } from '../document/workspace.ts';

/** A cell of whatever scenario is in view. */
export interface AskedCell {
  readonly line: string;
  readonly slot: Slot;
}

/** An input of a table, and the numbers that it is given: so many, from low to high. */
export interface AskedInput extends AskedCell {
  readonly low: number;
  readonly high: number;
  readonly steps: number;
}

/** What was asked: no result is kept. */
export interface Asked {
  readonly tornado?: AskedCell;
  readonly table?: { readonly inputs: readonly AskedInput[]; readonly results: readonly AskedCell[] };
}

const kept = new WeakMap<Workspace, ReturnType<typeof createSignal<Asked>>>();

function signalOf(workspace: Workspace) {
  const found = kept.get(workspace) ?? createSignal<Asked>({});
  kept.set(workspace, found);
  return found;
}

export const askedOf = (workspace: Workspace): Accessor<Asked> => signalOf(workspace)[0];

/** Asks something else, beside what was asked of the others. */
export function ask(workspace: Workspace, part: Asked): void {
  signalOf(workspace)[1]((before) => ({ ...before, ...part }));
}
