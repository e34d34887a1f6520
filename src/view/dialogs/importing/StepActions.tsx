import { Show } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { useTexts } from '../../../state/app.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import { Button } from '../../Button.tsx';

/** The buttons of a step of the import: back, leave it, and on where there is a next step. */
export function StepActions(props: {
  importer: Importer;
  onCancel: () => void;
  next?: { readonly label: string; readonly disabled: boolean; readonly go: () => void };
}) {
  const t = useTexts(IMPORTING);
  return (
    <div class="dialog-actions">
      <Button text={t().back} onClick={() => props.importer.back()} />
      <Button text={t().cancel} onClick={() => props.onCancel()} />
      <Show when={props.next}>
        {(next) => (
          <Button class="button primary" disabled={next().disabled} text={next().label} onClick={() => next().go()} />
        )}
      </Show>
    </div>
  );
}
