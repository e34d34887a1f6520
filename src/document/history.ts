import { cellKey } from '../model/content.ts';
import type { Change } from './change.ts';
import type { Selected } from './selection.ts';

export interface Step {
  readonly change: Change;
  readonly inverse: Change;
  /** Steps of one gesture (one drag of a slider) are one step of undo. */
  readonly gesture?: string;
  /** What was selected when it was made. */
  readonly selection?: Selected;
}

/** What can be undone and redone, newest last. Without limit. */
export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const NO_HISTORY: History = { past: [], future: [] };

const cells = (change: Change) => (change.kind === 'cells' ? change.edits : []);
/** Edits that bring or take reasons are a step of their own: what becomes of a reason depends on the edits between. */
const canJoin = ({ change, inverse }: Step): boolean =>
  change.kind === 'cells' && !cells(inverse).some((edit) => 'reason' in edit);

/** Two steps as one: the newer change over the older, the older inverse after the newer. */
function merge(older: Step, newer: Step): Step {
  const touched = new Set(cells(older.change).map((e) => `${e.scenario}/${e.line}/${e.slot}`));
  const fresh = cells(newer.inverse).filter((e) => !touched.has(`${e.scenario}/${e.line}/${e.slot}`));
  const again = cells(newer.change);
  const replaced = new Set(again.map((e) => `${e.scenario}/${e.line}/${e.slot}`));
  const kept = cells(older.change).filter((e) => !replaced.has(`${e.scenario}/${e.line}/${e.slot}`));
  return {
    change: { kind: 'cells', edits: [...kept, ...again] },
    inverse: { kind: 'cells', edits: [...fresh, ...cells(older.inverse)] },
    ...(newer.gesture === undefined ? {} : { gesture: newer.gesture }),
    ...(older.selection ? { selection: older.selection } : {}),
  };
}

/** The history after a step; what had been undone can no longer be redone. */
export function record(history: History, step: Step): History {
  const last = history.past.at(-1);
  const joins = last && step.gesture !== undefined && last.gesture === step.gesture && canJoin(last) && canJoin(step);
  const past = joins ? [...history.past.slice(0, -1), merge(last, step)] : [...history.past, step];
  return { past, future: [] };
}

/** The step to take back and the history after it; undefined where there is none. */
export function undo(history: History): { step: Step; history: History } | undefined {
  const step = history.past.at(-1);
  return step && { step, history: { past: history.past.slice(0, -1), future: [...history.future, step] } };
}

/** The step to do again and the history after it; undefined where there is none. */
export function redo(history: History): { step: Step; history: History } | undefined {
  const step = history.future.at(-1);
  return step && { step, history: { past: [...history.past, step], future: history.future.slice(0, -1) } };
}

/** The history without its last step, which is not to be done again. */
export const withoutLast = ({ past }: History): History => ({ past: past.slice(0, -1), future: [] });

/**
 * What was typed is put back as text, within the edit of cells that brought it: one undo takes back both, and one redo
 * brings the text with all else of the step. What no such edit brought is a step of its own.
 */
export function heldBack({ past, future }: History, { change, inverse }: Step): History {
  const keys = new Set(cells(change).map(cellKey));
  const brought = ({ change: made }: Step) => {
    const edited = new Set(cells(made).map(cellKey));
    return keys.size > 0 && [...keys].every((key) => edited.has(key));
  };
  const at = past.findLastIndex(brought);
  const step = past[at];
  if (!step) return { past: [...past, { change, inverse }], future };
  const edits = [...cells(step.change).filter((edit) => !keys.has(cellKey(edit))), ...cells(change)];
  return { past: past.with(at, { ...step, change: { kind: 'cells', edits } }), future };
}
