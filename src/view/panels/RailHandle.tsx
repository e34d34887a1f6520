import { createSignal, onCleanup, onMount } from 'solid-js';
import { RAIL } from '../../i18n/rail.ts';
import { useTexts } from '../../state/app.ts';
import { listen } from '../listen.ts';
import './railHandle.css';

/** px that a key moves the handle by. */
const STEP = 24;
/** px that are left of either panel. */
const LEAST = 96;

/** Between assumptions and inspector: what one gives up the other gains, by a drag, the arrow keys or a double click. */
export default function RailHandle() {
  const t = useTexts(RAIL);
  let handle!: HTMLDivElement;
  const [shift, setShift] = createSignal(0);
  const [share, setShare] = createSignal(50);
  const panels = () => {
    const above = handle.parentElement;
    return { main: above?.parentElement, above, below: above?.parentElement?.querySelector('.inspector') };
  };
  const move = (wanted: number) => {
    const { main, above, below } = panels();
    if (!main || !above || !below) return;
    const [up, down] = [above.clientHeight - shift(), below.clientHeight + shift()];
    const now = Math.round(Math.min(Math.max(wanted, LEAST - up), down - LEAST));
    setShift(now);
    setShare(Math.round((100 * (up + now)) / (up + down)));
    main.style.setProperty('--rail-shift', `${now}px`);
  };
  // What was wide enough for it before may not be any more.
  onMount(() => listen(window, 'resize', () => move(shift())));
  onCleanup(() => panels().main?.style.removeProperty('--rail-shift'));
  let from: number | undefined;
  return (
    <div
      ref={handle}
      class="rail-handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t().handle}
      aria-valuenow={share()}
      tabIndex={0}
      title={t().handle}
      onPointerDown={(event) => {
        from = event.clientY - shift();
        handle.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => from !== undefined && move(event.clientY - from)}
      onPointerUp={() => {
        from = undefined;
      }}
      onPointerCancel={() => {
        from = undefined;
      }}
      onDblClick={() => move(0)}
      onKeyDown={(event) => {
        const by = { ArrowUp: -STEP, ArrowDown: STEP }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(shift() + by);
      }}
    />
  );
}
