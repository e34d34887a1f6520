import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';

/** Rows that fill what is in sight of a table that scrolls, and those that come with each frame after. */
const FIRST = 16;
const NEXT = 12;

/** The rows of a table frame by frame: laid out at once, fifty rows of many columns would keep hands waiting. */
export function inFrames<T>(rows: Accessor<readonly T[]>): Accessor<readonly T[]> {
  const [count, setCount] = createSignal(FIRST);
  let frame = 0;
  const more = () => {
    setCount(count() + NEXT);
    if (count() < rows().length) frame = requestAnimationFrame(more);
  };
  createEffect(
    on(rows, (now) => {
      cancelAnimationFrame(frame);
      setCount(FIRST);
      if (now.length > FIRST) frame = requestAnimationFrame(more);
    }),
  );
  onCleanup(() => cancelAnimationFrame(frame));
  return () => rows().slice(0, count());
}
