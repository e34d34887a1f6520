import { type Accessor, createSignal } from 'solid-js';
import type { Change } from '../../document/change.ts';
import type { Transaction, TransactionEvent } from '../../document/transaction.ts';
import type { Gateway } from './gateway.ts';

/** So many transactions are kept to be looked at. */
export const MOST_LOGGED = 200;

/** Cells of a change that are named; of more, their number tells enough. */
const MOST_NAMED = 20;

/** A transaction as it is told of: when, in ms since the page began, by what, and what of the document. */
export interface Logged {
  readonly at: number;
  readonly event: TransactionEvent;
  readonly model: string;
  readonly gesture?: string;
  readonly change?:
    | Exclude<Change, { kind: 'structure' }>
    | { readonly kind: 'structure'; readonly parts: readonly string[] };
  /** Cells, where it is of cells. */
  readonly count?: number;
  /** Steps that can be undone and redone after it. */
  readonly steps: readonly [past: number, future: number];
}

function logged({ event, change, step, state }: Transaction): Logged {
  const { past, future } = state.history;
  const told = { at: Math.round(performance.now()), event, model: state.document.model.id };
  const rest = { ...(step?.gesture ? { gesture: step.gesture } : {}), steps: [past.length, future.length] as const };
  if (change?.kind === 'cells') {
    const edits = change.edits.slice(0, MOST_NAMED);
    return { ...told, change: { kind: 'cells', edits }, count: change.edits.length, ...rest };
  }
  if (change?.kind === 'structure')
    return { ...told, change: { kind: 'structure', parts: Object.keys(change.parts) }, ...rest };
  return { ...told, ...(change ? { change } : {}), ...rest };
}

/** From now on keeps the last transactions, the newest first. @returns what was kept, and the way to stop */
export function keepLog(gateway: Gateway): { readonly kept: Accessor<readonly Logged[]>; readonly stop: () => void } {
  const [kept, setKept] = createSignal<readonly Logged[]>([]);
  const stop = gateway.listen((transaction) =>
    setKept((before) => [logged(transaction), ...before.slice(0, MOST_LOGGED - 1)]),
  );
  return { kept, stop };
}
