import { createSignal, lazy, onCleanup, onMount, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';

const FindBar = lazy(() => import('./FindBar.tsx'));

/** Opens the bar with which something is found in the sheet. Ctrl+F stays the browser's; this is Ctrl+Shift+F. */
export function FindButton() {
  const { editor, t } = useApp();
  const [asked, setAsked] = createSignal(0);
  const open = () => {
    if (editor.commit()) setAsked(asked() + 1);
  };
  onMount(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey && event.code === 'KeyF';
      if (!isAsked || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKeyDown);
    onCleanup(() => document.removeEventListener('keydown', onKeyDown));
  });
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={t().sheet.find}
        aria-expanded={asked() > 0}
        title={`${t().sheet.find} (Ctrl+Shift+F)`}
        onClick={open}
      >
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M10.5 10.5 14 14M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z"
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
          />
        </svg>
      </button>
      <Show when={asked() > 0}>
        <FindBar asked={asked()} onClose={() => setAsked(0)} />
      </Show>
    </>
  );
}
