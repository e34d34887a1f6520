import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js';
import { createNarrow, textScale } from '../media.ts';

/** Lines of the largest text that stand in the room of the answer, of a model that ships and of a person's own. */
const LINES = { shipped: 2, own: 1 } as const;
const MOST = 2;
/** px of a line, as the style sheet has it, in text of the usual size. */
const LINE = 28;
/** Sizes of the text, as the style sheet has them: the last one has three lines where the others have two. */
const SIZES = [0, 1, 2] as const;

/**
 * Beside wide panels the answer keeps to its room, so that no number that gets longer moves the page: it is written smaller
 * before it takes a line more, and never gives one back while the document stands. A phone, which scrolls, has its own.
 * `length`: characters of the answer, none while it is awaited. `asked`: what else it is another answer for.
 */
export function keepToRoom(
  sentence: () => HTMLElement,
  { length, isOwn, asked }: { length: Accessor<number>; isOwn: Accessor<boolean>; asked: Accessor<string> },
): void {
  const isNarrow = createNarrow();
  const [width, setWidth] = createSignal(0);
  /** Counts the times it had more lines than there is room for: of as many letters some take a line more. */
  const [passed, setPassed] = createSignal(0);
  const most = (room: number): number => room * LINE * textScale() + 4;
  let [lines, before, isOld]: [number, string, boolean] = [LINES.shipped, '', false];
  onMount(() => {
    const sizes = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = sentence();
      setWidth(clientWidth);
      if (!isNarrow() && clientHeight > most(lines)) setPassed((count) => count + 1);
    });
    sizes.observe(sentence());
    onCleanup(() => sizes.disconnect());
  });
  const about = createMemo(() => `${isOwn()} ${asked()} ${width()} ${isNarrow()}`);
  const give = (room: number, size: number): HTMLElement => {
    const element = sentence();
    element.style.setProperty('--answer-lines', String(room));
    element.dataset.size = String(size);
    return element;
  };
  /** Asks for the layout of the page at once, which is dear: only where it is needed. */
  const fits = (room: number, size: number): boolean => give(room, size).clientHeight <= most(room);
  createEffect(
    on([length, about, passed], ([count, now]) => {
      // The answer of before stands until the new one comes, which may need less.
      if (now !== before || isOld) lines = isOwn() ? LINES.own : LINES.shipped;
      [isOld, before] = [now !== before, now];
      if (isNarrow() || count === 0) {
        give(lines, 0);
        return;
      }
      for (let room = lines; room <= MOST; room++)
        for (const size of room < MOST ? SIZES.slice(0, 2) : SIZES)
          if (fits(room, size)) {
            lines = room;
            return;
          }
    }),
  );
}
