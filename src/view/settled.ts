import { type Accessor, batch, createReaction, createSignal, onCleanup } from 'solid-js';
import { nextFrame, thisFrame } from './frames.ts';

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
 * A value that is told late, for what is said beside the sheet: an edit, and the frame that shows it, must not wait for it,
 * nor for its being worked out.
 * @param delay ms after which it follows what has changed until then; left out: it follows in the frame after, with all
 * others that do
 */
export function createSettled<T>(source: Accessor<T>, delay?: number): Accessor<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    if (delay === undefined) {
      if (waiting.size === 0) thisFrame(() => nextFrame(run));
      waiting.add(follow);
    } else timer ??= setTimeout(follow, delay);
  };
  const track = createReaction(wait);
  const look = (): T => {
    let found!: T;
    track(() => {
      found = source();
    });
    return found;
  };
  const [settled, settle] = createSignal(look());
  const follow = () => {
    timer = undefined;
    settle(look);
  };
  onCleanup(() => {
    clearTimeout(timer);
    waiting.delete(follow);
  });
  return settled;
}
