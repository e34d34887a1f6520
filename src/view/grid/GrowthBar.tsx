import { createSignal, onCleanup, Show } from 'solid-js';
import { formatNumber } from '../../i18n/format.ts';
import { GROWING } from '../../i18n/growing.ts';
import { useApp, useTexts } from '../../state/app.ts';
import { scenarioName } from '../../state/insight/cells.ts';
import './jobBar.css';

/** ms for which a large workbook is filled in before it is told of: what is over sooner needs no bar. */
const PATIENCE = 200;

/** Which scenario of a large workbook is being calculated, and how far it is. */
export default function GrowthBar() {
  const app = useApp();
  const { workspace, lang } = app;
  const t = useTexts(GROWING);
  const [isLong, setLong] = createSignal(false);
  const timer = setTimeout(() => setLong(true), PATIENCE);
  onCleanup(() => clearTimeout(timer));
  const name = (scenario: string) => scenarioName(app, scenario);
  return (
    <Show when={isLong() && workspace.rows.growth()}>
      {(growth) => (
        <div class="job-bar growth">
          <span role="status">{t().calculating(name(growth().scenario))}</span>
          <progress aria-label={t().calculating(name(growth().scenario))} max={growth().all} value={growth().done} />
          <span class="job-count">
            {t().part(formatNumber(Math.floor((100 * growth().done) / growth().all), lang(), 0))}
          </span>
        </div>
      )}
    </Show>
  );
}
