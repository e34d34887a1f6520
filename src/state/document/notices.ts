import type { Accessor } from 'solid-js';
import type { Transaction } from '../../document/transaction.ts';
import type { Ceiling } from '../../engine/port.ts';
import type { CellRef } from '../../model/content.ts';
import { signal } from '../page/signal.ts';

/** Something that happened to the person's work and that they have to know. */
export type Notice =
  | { readonly kind: 'held'; readonly cells: readonly CellRef[] }
  | { readonly kind: 'restarted' }
  | ({ readonly kind: 'ceiling' } & Ceiling)
  /** What was done, in the reader's words; `undo`: with a button that takes it back; `isDone`: it warns of nothing. */
  | { readonly kind: 'said'; readonly text: string; readonly undo?: boolean; readonly isDone?: true }
  | { readonly kind: 'notLoaded' }
  | { readonly kind: 'broken' };

/** A notice whose text is that of the language of now, each time it is read. */
export const said = (told: () => string, more: { readonly undo: boolean; readonly isDone?: true }): Notice => ({
  kind: 'said',
  get text() {
    return told();
  },
  ...more,
});

/** What is told of the document, one notice at a time. */
export class Notices {
  readonly #shown = signal<Notice | undefined>(undefined);
  readonly shown: Accessor<Notice | undefined> = this.#shown;

  /** Tells it in place of what was told before. */
  notify(notice: Notice): void {
    this.#shown.set(notice);
  }

  dismiss(): void {
    this.#shown.set(undefined);
  }

  /** A notice that offers to take back what was done goes when something else is the last step. */
  hear({ start, state }: Transaction): void {
    const notice = this.shown();
    if (start.history !== state.history && notice?.kind === 'said' && notice.undo) this.dismiss();
  }
}
