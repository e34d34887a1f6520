import { type Accessor, batch, createComputed, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js';

/** ms after a frame: what follows it has a frame of its own, which must not stand before the one of values that come. */
const PAUSE = 30;

/** What follows once the frame is drawn. */
const waiting = new Set<() => void>();
const run = () => {
  const all = [...waiting];
  waiting.clear();
  batch(() => {
    for (const follow of all) follow();
  });
};

/**
 * A value that is told late, for what is said beside the sheet: an edit, and the frame that shows it, must not wait for it.
 * It is worked out at once.
 * @param delay ms after which it follows what has changed until then; left out: it follows after the frame, with all others
 * that do
 */
export function createSettled<T>(source: Accessor<T>, delay?: number): Accessor<T> {
  const now = createMemo(source);
  const [settled, settle] = createSignal(untrack(now));
  const follow = () => {
    timer = undefined;
    settle(() => untrack(now));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    if (delay === undefined) {
      if (waiting.size === 0) requestAnimationFrame(() => setTimeout(run, PAUSE));
      waiting.add(follow);
    } else timer ??= setTimeout(follow, delay);
  };
  createComputed(on(now, wait, { defer: true }));
  onCleanup(() => {
    clearTimeout(timer);
    waiting.delete(follow);
  });
  return settled;
}
