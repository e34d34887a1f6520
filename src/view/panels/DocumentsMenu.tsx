import { useApp } from '../../state/app.ts';

/** The name of the document that is open, what has become of the last change, and the way to the others. */
export function DocumentsMenu() {
  const { keeping, dialogs, preview, t } = useApp();
  const name = () => keeping.name() || t().keeping.untitled;
  return (
    <div class="document">
      <button
        type="button"
        class="document-name"
        aria-label={t().keeping.documents(name())}
        title={name()}
        onClick={() => dialogs.show({ name: 'documents' })}
      >
        {name()}
      </button>
      <span class="document-state" aria-live="off" title={t().keeping.where}>
        {preview.active() ? t().keeping.preview : t().keeping.states[keeping.saving()]}
      </span>
    </div>
  );
}
