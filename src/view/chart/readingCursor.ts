import { createMemo, createSignal } from 'solid-js';
import type { ChartData } from './data.ts';
import { firstReading, readAloud, readYear, stepYear } from './reading.ts';

/** The year that is read in a chart: under the pointer, or where the keyboard has come to. Its element is a slider over years. */
export function createReadingCursor(data: () => ChartData, slider: () => HTMLElement) {
  const [hovered, setHovered] = createSignal<number>();
  const [chosen, setChosen] = createSignal<number>();
  const [reading, setReading] = createSignal(false);
  const isThere = (year: number | undefined): year is number => year !== undefined && data().years.includes(year);
  const cursor = () => {
    const year = chosen();
    return isThere(year) ? year : firstReading(data());
  };
  const shown = createMemo(() => {
    const year = hovered() ?? (reading() ? cursor() : undefined);
    return isThere(year) ? readYear(data(), year) : undefined;
  });
  const aloud = createMemo(() => {
    const year = cursor();
    return year === undefined ? '' : readAloud(data(), readYear(data(), year));
  });
  const putAway = () => {
    setHovered(undefined);
    setReading(false);
  };
  return {
    shown,
    aloud,
    cursor,
    setHovered,
    putAway,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') {
        if (!shown()) return;
        putAway();
      } else {
        const year = stepYear(data().years, cursor(), event.key);
        if (year === undefined) return;
        setHovered(undefined);
        setChosen(year);
        setReading(true);
      }
      event.preventDefault();
      event.stopPropagation();
    },
    onPointerDown: (event: PointerEvent) => {
      setChosen(hovered());
      // A drag of the finger gives no focus by itself, and only losing the focus puts the readout away again.
      if (event.pointerType === 'touch') slider().focus({ preventScroll: true });
    },
    onFocus: () => setReading(slider().matches(':focus-visible')),
  };
}
