import { createSignal, Show, Suspense } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { Button } from '../Button.tsx';
import { chartName, createChartData } from '../chart/assemble.ts';
import { Chart } from '../chart/Chart.tsx';
import type { ChartData } from '../chart/data.ts';
import { lazyView } from '../lazyView.tsx';
import { SelectField } from '../Select.tsx';

const Awaited = lazyView(() => import('../chart/Awaited.tsx'));
const ReplayControl = lazyView(() => import('../chart/ReplayControl.tsx'));

/** The chart of one line with its sources; which line is chosen above it. */
export function ChartPanel(props: { exchange: () => number; ready: boolean }) {
  const app = useApp();
  const { workspace, dialogs, viewMode, t, lang } = app;
  const chart = createChartData(app, () => props.exchange());
  /** The chart on its way, while the last change is shown again. */
  const [moved, setMoved] = createSignal<ChartData>();
  const texts = () => ({
    chartData: t().chart.data,
    period: t().chart.steps[chart.step()],
    target: t().chart.target,
    kinds: { same: t().chart.observed, other: t().chart.otherDefinition, later: t().chart.reportedLater },
    readHint: t().chart.hint,
    notDrawn: t().chart.notDrawn,
  });
  return (
    <section class="panel chart-panel" aria-label={t().chart.region}>
      <div class="panel-title">
        <Show when={workspace.charted().length > 0}>
          <SelectField
            name={t().chart.line}
            class="select quiet"
            options={workspace.charted()}
            text={(line) => chartName(app, line)}
            value={workspace.view.line}
            onChange={(line) => workspace.dispatch({ kind: 'view', view: { line } })}
          />
        </Show>
        <Show when={workspace.charted().length > 0 && viewMode.years()?.can()}>
          <button
            type="button"
            class="button quiet"
            aria-pressed={viewMode.byYear()}
            onClick={viewMode.years()?.toggle}
          >
            {viewMode.years()?.name(lang())}
          </button>
        </Show>
        <span class="replay-place">
          <Show when={workspace.history().past.length > 0 && !viewMode.byYear() && !chart.data().paint}>
            <Suspense>
              <ReplayControl data={chart.data()} factorAt={chart.factorAt} show={setMoved} />
            </Suspense>
          </Show>
        </span>
        <Button class="button quiet" text={t().chart.figures} onClick={() => dialogs.show({ name: 'figures' })} />
      </div>
      <div class="chart-box">
        <Show when={workspace.charted().length > 0} fallback={<p class="muted">{t().chart.none}</p>}>
          <Chart
            data={moved() ?? chart.data()}
            texts={texts()}
            ready={props.ready && chart.ready()}
            picked={viewMode.picked()}
            onPick={app.hasInteracted() && !chart.data().paint ? viewMode.pick : undefined}
          />
        </Show>
      </div>
      <Show when={viewMode.byYear()}>
        <p class="chart-credits">{viewMode.years()?.note(workspace.view.line, lang())}</p>
      </Show>
      <Show when={workspace.rows.without().length > 0}>
        <Suspense>
          <Awaited />
        </Suspense>
      </Show>
      <p class="chart-credits">{t().chart.credits(chart.credits().definition, chart.credits().sources)}</p>
    </section>
  );
}
