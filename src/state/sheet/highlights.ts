import { type Accessor, createSignal } from 'solid-js';
import type { CellRef } from '../../model/content.ts';

/** Cells that are pointed out in the sheet, by the way in which they belong to the one under the cursor. */
export interface Highlighted {
  readonly feeds: readonly CellRef[];
  readonly fed: readonly CellRef[];
}

/** What is pointed out: for as long as a name of it is under the pointer, or until it is switched off. */
export interface Highlights {
  readonly shown: Accessor<Highlighted | undefined>;
  readonly show: (cells: Highlighted | undefined) => void;
  readonly pinned: Accessor<boolean>;
  readonly pin: (on: boolean) => void;
}

export function createHighlights(): Highlights {
  const [shown, show] = createSignal<Highlighted | undefined>();
  const [pinned, pin] = createSignal(false);
  return { shown, show: (cells) => show(() => cells), pinned, pin };
}
