import { Show } from 'solid-js';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import { useApp } from '../../state/app.ts';

/** How the scenarios are looked at: by year, beside each other, by what might be. */
export default function ViewSwitches() {
  const app = useApp();
  const { viewMode } = app;
  const t = () => SCENARIOS[app.lang()];
  return (
    <div class="view-switches">
      <Show when={viewMode.years()?.can()}>
        <button
          type="button"
          class="button quiet"
          role="switch"
          aria-checked={viewMode.byYear()}
          onClick={viewMode.years()?.toggle}
        >
          {viewMode.years()?.name(app.lang())}
        </button>
      </Show>
      <button
        type="button"
        class="button quiet compare-switch"
        aria-pressed={viewMode.comparing()}
        onClick={() => viewMode.compare(!viewMode.comparing())}
      >
        {t().compare}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-pressed={viewMode.place() === 'whatIf'}
        onClick={() => viewMode.stand(viewMode.place() === 'whatIf' ? 'sheet' : 'whatIf')}
      >
        {t().whatIf}
      </button>
    </div>
  );
}
