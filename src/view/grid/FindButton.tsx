import { createSignal, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { lazyView } from '../lazyView.tsx';

const FindBar = lazyView(
  () => import('./FindBar.tsx'),
  (_, { onClose }) => {
    onClose();
    return true;
  },
);

/** Opens the bar with which something is found in the sheet. */
export function FindButton() {
  const { editor, t } = useApp();
  const [open, setOpen] = createSignal(false);
  editor.finding.onAsk(() => setOpen(true));
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={t().sheet.find}
        aria-expanded={open()}
        title={`${t().sheet.find} (Ctrl+Shift+F)`}
        onClick={() => editor.askFind()}
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
      <Show when={open()}>
        <FindBar onClose={() => setOpen(false)} />
      </Show>
    </>
  );
}
