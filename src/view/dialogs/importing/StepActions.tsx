import { Show } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { useApp } from '../../../state/app.ts';
import type { Importer } from '../../../state/importing/importer.ts';

/** The buttons of a step of the import: back, leave it, and on where there is a next step. */
export function StepActions(props: {
  importer: Importer;
  onCancel: () => void;
  next?: { readonly label: string; readonly disabled: boolean; readonly go: () => void };
}) {
  const { lang } = useApp();
  const t = () => IMPORTING[lang()];
  return (
    <div class="dialog-actions">
      <button type="button" class="button" onClick={() => props.importer.back()}>
        {t().back}
      </button>
      <button type="button" class="button" onClick={() => props.onCancel()}>
        {t().cancel}
      </button>
      <Show when={props.next}>
        {(next) => (
          <button type="button" class="button primary" disabled={next().disabled} onClick={() => next().go()}>
            {next().label}
          </button>
        )}
      </Show>
    </div>
  );
}
