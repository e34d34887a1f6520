import { createEffect, createSignal, type JSX, onCleanup, onMount } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { listen } from '../listen.ts';
import './inspectorSheet.css';

/** px by which it is drawn down before it goes. */
const DRAWN = 64;
/** px between the cell that it tells of and its upper edge. */
const AIR = 8;

/**
 * Over the lower half of a narrow page, which goes on being used above it. It takes the focus, and gives it back; Escape
 * closes it, and so does a draw downwards.
 */
export default function InspectorSheet(props: {
  close: string;
  label: string;
  onClose: () => void;
  children: JSX.Element;
}) {
  const { viewMode, editor } = useApp();
  let sheet!: HTMLDivElement;
  let before: Element | null = null;
  const [drawn, setDrawn] = createSignal(0);

  /** A cell that was tapped is not covered by what is told of it. */
  const uncover = () => {
    const cell = document.querySelector('.grid-scroll .cursor')?.getBoundingClientRect();
    const { top } = sheet.getBoundingClientRect();
    if (cell && cell.top < innerHeight && cell.bottom > top - AIR) scrollBy({ top: cell.bottom - top + AIR });
  };
  const take = () => {
    if (!sheet.contains(document.activeElement)) before = document.activeElement;
    sheet.scrollTop = 0;
    sheet.focus({ preventScroll: true });
    uncover();
  };
  const close = () => {
    if (sheet.contains(document.activeElement) && before instanceof HTMLElement) before.focus({ preventScroll: true });
    props.onClose();
  };
  onMount(() => {
    sheet.showPopover();
    take();
    // Told of by whoever heard the key and had nothing of its own to close.
    listen(document, 'keydown', (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) close();
    });
  });
  onCleanup(() => sheet.hidePopover());
  viewMode.inspect.onAsk(take);
  // What is typed has the room of the page.
  createEffect(() => editor.draft() && close());

  let from: number | undefined;
  const release = () => {
    from = undefined;
    if (drawn() > DRAWN) close();
    else setDrawn(0);
  };
  return (
    <div
      ref={sheet}
      popover="manual"
      class="inspector-sheet"
      role="dialog"
      aria-label={props.label}
      tabIndex={-1}
      style={{ translate: `0 ${drawn()}px` }}
    >
      <div
        class="inspector-sheet-head"
        onPointerDown={(event) => {
          if (event.target instanceof Element && event.target.closest('button')) return;
          from = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => from !== undefined && setDrawn(Math.max(0, event.clientY - from))}
        onPointerUp={release}
        onPointerCancel={release}
      >
        <button type="button" class="icon-button" aria-label={props.close} onClick={close}>
          <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3 3 10 10M13 3 3 13" fill="none" stroke="currentColor" stroke-width="1.5" />
          </svg>
        </button>
      </div>
      {props.children}
    </div>
  );
}
