import { createSignal, onCleanup, Show } from 'solid-js';
import { CEILING } from '../../engine/size.ts';
import { formatNumber } from '../../i18n/format.ts';
import { GROWING } from '../../i18n/growing.ts';
import { useApp, useTexts } from '../../state/app.ts';
import { scenarioName } from '../../state/insight/cells.ts';

/** ms after which it is told: what comes sooner needs no word. */
const PATIENCE = 200;

/** Which scenarios the chart does not draw: those that are still being calculated, or have no room beside the others. */
export default function Awaited() {
  const app = useApp();
  const { rows } = app.workspace;
  const t = useTexts(GROWING);
  const [isLong, setLong] = createSignal(false);
  const timer = setTimeout(() => setLong(true), PATIENCE);
  onCleanup(() => clearTimeout(timer));
  const names = () => rows.without().map((id) => scenarioName(app, id));
  const text = () =>
    rows.growth() ? t().awaited(names()) : t().left(names(), formatNumber(CEILING.formulas, app.lang(), 0));
  return (
    <Show when={isLong()}>
      <p class="chart-credits" role="status">
        {text()}
      </p>
    </Show>
  );
}
