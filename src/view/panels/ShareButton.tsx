import { type Component, createSignal, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { LazyModule } from '../../state/page/lazyModule.ts';

/** Opens the dialog with the link of what is on screen, which is loaded when it is first asked for. */
export function ShareButton() {
  const { workspace, t } = useApp();
  const [dialog, setDialog] = createSignal<Component<{ onClose: () => void }>>();
  const part = new LazyModule(
    () => import('../dialogs/documents/ShareDialog.tsx'),
    () => workspace.say(t().sheet.load),
  );
  const open = () => part.use(({ ShareDialog }) => setDialog(() => ShareDialog));
  return (
    <>
      <button type="button" class="button" aria-label={t().header.share} onClick={open}>
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M8 10V2M5 5l3-3 3 3M4 8H3v6h10V8h-1"
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
            stroke-linejoin="round"
          />
        </svg>
        <span class="button-text">{t().header.share}</span>
      </button>
      <Show when={dialog()} keyed>
        {(ShareDialog) => <ShareDialog onClose={() => setDialog(undefined)} />}
      </Show>
    </>
  );
}
