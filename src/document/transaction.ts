import type { Model } from '../model/model.ts';
import { applyChange, type Change } from './change.ts';
import type { Document } from './document.ts';
import { type History, heldBack, NO_HISTORY, record, redo, type Step, undo, withoutLast } from './history.ts';
import type { Selected } from './selection.ts';

/** A document as it was opened, with the model that it is of, as that ships. */
export interface Opened {
  readonly model: Model;
  readonly document: Document;
}

/** What stands: the open document, and the way that led to it. */
export interface State {
  /** By this object it is known whether another document was opened meanwhile. */
  readonly opened: Opened;
  readonly document: Document;
  readonly history: History;
}

/** What is to happen. */
export type TransactionSpec =
  | {
      /** `hold`: formulas that stopped the engine are put back as text, in the step that brought them. */
      readonly event: 'edit' | 'hold';
      readonly change: Change;
      /** The document that it was made of, where that took a while: it is refused where another one stands. */
      readonly start?: Document | undefined;
      /** Edits of one gesture are one step of undo. */
      readonly gesture?: string | undefined;
      /** What was selected: an undo comes back to it. */
      readonly selection?: Selected | undefined;
    }
  /** Looking somewhere else: no step of the history. */
  | { readonly event: 'look'; readonly change: Change & { readonly kind: 'view' } }
  /** `refuse`: the last step is taken back and can't be done again, since the engine could not follow it. */
  | { readonly event: 'undo' | 'redo' | 'refuse' }
  | {
      readonly event: 'open';
      readonly opened: Opened;
      readonly history?: History | undefined;
      /** It is the open document, in a newer state. */
      readonly isSame?: boolean;
    };

export type TransactionEvent = TransactionSpec['event'];

/** Everything that happens to a document, as a value: from what, by what, to what. */
export interface Transaction {
  readonly start: State;
  readonly state: State;
  readonly event: TransactionEvent;
  /** What was applied to the document; undefined where another one was opened. */
  readonly change?: Change;
  /** It is the same document, in a newer state, that was opened. */
  readonly isSame?: boolean;
  /** The step that was recorded, taken back or done again. */
  readonly step?: Step;
}

/** What a transaction leads to; undefined where there is nothing to undo or to redo. */
export function transact(start: State, spec: TransactionSpec): Transaction | undefined {
  if (spec.event === 'open') {
    const { event, opened, history = NO_HISTORY, isSame = false } = spec;
    return { start, event, isSame, state: { opened, document: opened.document, history } };
  }
  if (!('change' in spec)) {
    const { event } = spec;
    const found = event === 'redo' ? redo(start.history) : undo(start.history);
    if (!found) return undefined;
    const { step } = found;
    const change = event === 'redo' ? step.change : step.inverse;
    const { document } = applyChange(start.document, change);
    const history = event === 'refuse' ? withoutLast(start.history) : found.history;
    return { start, event, change, step, state: { ...start, document, history } };
  }
  const { document, inverse } = applyChange(start.document, spec.change);
  if (spec.event === 'look') return { start, event: 'look', change: spec.change, state: { ...start, document } };
  const { event, change, gesture, selection } = spec;
  const step = { change, inverse, ...(gesture ? { gesture } : {}), ...(selection ? { selection } : {}) };
  const history = (event === 'hold' ? heldBack : record)(start.history, step);
  return { start, event, change, step, state: { ...start, document, history } };
}
