/** px that a pointer moves before a press is a drag. */
const STEADY = 5;
/** px from either end of the tabs at which a drag scrolls them, and by how much in a frame. */
const EDGE = 28;
const SPEED = 6;

/**
 * Lets tabs be dragged to another place by mouse or pen. A finger scrolls them.
 * @returns the stop
 */
export function watchDrag({
  tabs,
  list,
  end,
  first,
  ready,
  move,
}: {
  /** What scrolls, and the list within; it may be the same. */
  readonly tabs: HTMLElement;
  readonly list: HTMLElement;
  /** What lies over the right end of the tabs. */
  readonly end: HTMLElement | undefined;
  /** How many tabs at the beginning stay where they are. */
  readonly first: number;
  readonly ready: () => boolean;
  /** Given the dragged tab and its new 0-based place. */
  readonly move: (id: string, to: number) => void;
}): () => void {
  const all = () => [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  let stop = () => {};

  const onPointerDown = (event: PointerEvent) => {
    const tab = (event.target as Element).closest<HTMLElement>('[role="tab"]');
    const id = tab?.dataset.tab;
    if (!tab || id === undefined || event.button !== 0 || event.pointerType === 'touch') return;
    if (all().indexOf(tab) < first || !ready()) return;
    stop();
    const start = event.clientX + tabs.scrollLeft;
    let x = event.clientX;
    let dragging = false;
    let frame = 0;
    /** Places between tabs, of the others: how many stand before the pointer. */
    const place = () => {
      const others = all().filter((other) => other !== tab);
      const before = others.filter((other) => {
        const { left, width } = other.getBoundingClientRect();
        return left + width / 2 < x;
      });
      return { to: Math.max(first, before.length), others };
    };
    const draw = () => {
      tab.style.transform = `translateX(${x + tabs.scrollLeft - start}px)`;
      const { to, others } = place();
      others.forEach((other, i) => {
        other.classList.toggle('drop-before', i === to);
        other.classList.toggle('drop-after', i === others.length - 1 && to > i);
      });
    };
    const scroll = () => {
      if (x < tabs.getBoundingClientRect().left + EDGE) tabs.scrollLeft -= SPEED;
      else if (x > (end?.getBoundingClientRect().left ?? tabs.getBoundingClientRect().right) - EDGE)
        tabs.scrollLeft += SPEED;
      draw();
      frame = requestAnimationFrame(scroll);
    };
    const onMove = (moved: PointerEvent) => {
      x = moved.clientX;
      if (dragging || Math.abs(x + tabs.scrollLeft - start) < STEADY) return;
      dragging = true;
      tab.classList.add('dragged');
      frame = requestAnimationFrame(scroll);
    };
    const onUp = () => {
      const to = dragging ? place().to : undefined;
      stop();
      if (to === undefined) return;
      // The click that follows a drag shows nothing.
      list.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => list.removeEventListener('click', swallow, true));
      move(id, to);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape' || !dragging) return;
      key.preventDefault();
      stop();
    };
    const held = new AbortController();
    stop = () => {
      held.abort();
      cancelAnimationFrame(frame);
      tab.style.transform = '';
      tab.classList.remove('dragged');
      for (const one of all()) one.classList.remove('drop-before', 'drop-after');
    };
    const { signal } = held;
    addEventListener('pointermove', onMove, { signal });
    addEventListener('pointerup', onUp, { signal });
    addEventListener('pointercancel', stop, { signal });
    addEventListener('keydown', onKey, { signal, capture: true });
  };
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  list.addEventListener('pointerdown', onPointerDown);
  return () => {
    stop();
    list.removeEventListener('pointerdown', onPointerDown);
  };
}
