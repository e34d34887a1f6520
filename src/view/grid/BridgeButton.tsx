import { Show } from 'solid-js';
import { useApp } from '../../state/app.ts';

/** Asks why two scenarios differ, where there are two. */
export function BridgeButton() {
  const { workspace, dialogs, t } = useApp();
  return (
    <Show when={workspace.scenarioNames().length > 1}>
      <button type="button" class="button quiet bridge-button" onClick={() => dialogs.show({ name: 'bridge' })}>
        {t().sheet.bridge}
      </button>
    </Show>
  );
}
