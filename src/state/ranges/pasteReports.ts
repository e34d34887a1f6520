import type { Accessor } from 'solid-js';
import { overrideAt } from '../../document/document.ts';
import type { Transaction } from '../../document/transaction.ts';
import type { BlockReading } from '../../io/reading/amounts.ts';
import type { CellRef } from '../../model/content.ts';
import { signal } from '../page/signal.ts';
import type { Editor } from '../sheet/editor.ts';
import type { Gesture } from './gesture.ts';
import type { Assumed, PasteReport } from './textSource.ts';

/** A paste that can be made again in another reading. */
export interface PasteMade extends Pick<Gesture, 'boxes' | 'scenario'> {
  readonly text: string;
}

/** What is told of the last paste, as long as it is so. */
export class PasteReports {
  readonly #shown = signal<PasteReport | undefined>(undefined);
  readonly shown: Accessor<PasteReport | undefined> = this.#shown;
  #made: PasteMade | undefined;
  /** The place among the unread cells of the one that was shown last; -1 where none was. */
  readonly #at = signal(-1);

  constructor(
    readonly editor: Editor,
    readonly pasteAgain: (made: PasteMade, reading: BlockReading) => void,
  ) {
    editor.workspace.gateway.listen((transaction) => this.#hear(transaction));
  }

  /** Tells of a paste where there is something to tell. */
  tell(report: PasteReport, made: PasteMade): void {
    this.#made = made;
    this.#at.set(-1);
    this.#shown.set(report.unread > 0 || report.assumed.length > 0 ? report : undefined);
  }

  dismiss(): void {
    this.#shown.set(undefined);
  }

  /** Whether one of the cells that were not read was shown. */
  hasShown(): boolean {
    return this.#at() >= 0;
  }

  /** Shows the first cell that was not read, then the next one. */
  showNext(): void {
    const cells = this.shown()?.cells ?? [];
    const at = (this.#at() + 1) % Math.max(1, cells.length);
    const next = cells[at];
    if (!next) return;
    this.#at.set(at);
    this.editor.show(next);
  }

  /** Takes the paste back and makes it again in the other reading: together one step. */
  readOtherwise({ other }: Assumed): void {
    const made = this.#made;
    if (!made || !this.editor.workspace.undo()) return;
    this.pasteAgain(made, other);
    this.editor.focus();
  }

  /** What was done after a paste stays, so its reading does too; cells that were mended need no look any more. */
  #hear({ start, state, event }: Transaction): void {
    const report = this.shown();
    if (!report || (start.history === state.history && event !== 'open')) return;
    const holdsText = (cell: CellRef) => {
      const content = overrideAt(state.document, cell);
      return typeof content === 'object' && 'text' in content;
    };
    const cells = report.cells.filter(holdsText);
    this.#at.set(report.cells.slice(0, this.#at() + 1).filter(holdsText).length - 1);
    const isAnother = event === 'open' || cells.length === 0;
    const unread = report.unread - report.cells.length + cells.length;
    this.#shown.set(isAnother ? undefined : { ...report, unread, cells, assumed: [] });
  }
}
