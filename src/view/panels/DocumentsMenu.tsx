import { createSignal, Show, Suspense } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { calledAs } from '../../state/keeping/seen.ts';
import { lazyView } from '../lazyView.tsx';
import { modelName } from './ModelsMenu.tsx';

const DocumentName = lazyView(() => import('./DocumentName.tsx'));

/**
 * The name of the document that is open, what has become of the last change, and the way to the others. `isAlone`: its
 * model's name does not stand beside it.
 */
export function DocumentsMenu(props: { isAlone: boolean }) {
  const app = useApp();
  const { workspace, keeping, dialogs, preview, say, t } = app;
  // What is as it shipped is no document yet, and its model's name stands beside it.
  const name = () => {
    if (keeping.name() || keeping.id() === undefined) return keeping.name();
    return say(calledAs(workspace.document(), workspace.shipped()));
  };
  const [naming, setNaming] = createSignal(false);
  const canName = () => keeping.id() !== undefined && keeping.saving() !== 'reading' && !preview.active();
  const nameIt = () => setNaming(canName());
  const button = () => (
    <>
      <button
        type="button"
        class="button quiet document-name"
        aria-label={t().keeping.documents(name() || (props.isAlone ? modelName(app) : t().keeping.none))}
        title={name()}
        onClick={() => dialogs.show({ name: 'documents' })}
        onKeyDown={({ key }) => key === 'F2' && nameIt()}
      >
        {name() || (props.isAlone ? modelName(app) : t().keeping.list)}
      </button>
      <Show when={canName()}>
        <button
          type="button"
          class="icon-button document-rename"
          aria-label={t().keeping.rename}
          title={t().keeping.rename}
          onClick={nameIt}
        >
          <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m10.5 2.5 3 3-8 8-3.5.5.5-3.5z" fill="none" stroke="currentColor" stroke-width="1.5" />
          </svg>
        </button>
      </Show>
    </>
  );
  return (
    <div class="document">
      <Show when={naming()} fallback={button()}>
        <Suspense fallback={button()}>
          <DocumentName name={name()} onEnd={() => setNaming(false)} />
        </Suspense>
      </Show>
      <span class="document-state" aria-live="off" title={t().keeping.where}>
        {preview.active() ? t().keeping.preview : t().keeping.states[keeping.saving()]}
      </span>
    </div>
  );
}
