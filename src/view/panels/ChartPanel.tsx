import { createMemo, createSignal, Show, Suspense } from 'solid-js';
import { chartKey } from '../../document/charts.ts';
import { cellOf } from '../../model/coarse.ts';
import { useApp } from '../../state/app.ts';
import { lineName } from '../../state/insight/cells.ts';
import { Button } from '../Button.tsx';
import { createChartData } from '../chart/assemble.ts';
import { ChartTabs } from '../chart/ChartTabs.tsx';
import type { ChartData, PointOf } from '../chart/data.ts';
import { legendOf } from '../chart/legend.ts';
import { lazyView } from '../lazyView.tsx';
import { createNarrow } from '../media.ts';
import { SelectField } from '../Select.tsx';
import { showCell } from '../showCell.ts';
// With the panel: what stands around the chart would move as the chart comes.
import '../chart/chart.css';

const Awaited = lazyView(() => import('../chart/Awaited.tsx'));
const Chart = lazyView(() => import('../chart/Chart.tsx'));
const Panels = lazyView(() => import('../chart/Panels.tsx'));
const ReplayControl = lazyView(() => import('../chart/ReplayControl.tsx'));

/** The chart of one line with its sources; which line is chosen above it. */
export function ChartPanel(props: { exchange: () => number; ready: boolean }) {
  const app = useApp();
  const { workspace, dialogs, viewMode, preferences, say, t, lang } = app;
  const isNarrow = createNarrow();
  const chart = createChartData(app, () => props.exchange());
  /** The chart on its way, while the last change is shown again. */
  const [moved, setMoved] = createSignal<ChartData>();
  const whole = () => moved() ?? chart.data();
  const inSight = createMemo(() => (moved() ? chart.inSight(whole()) : chart.shown()));
  /** The lines that lead no chart, one of which may be looked at by itself. */
  const others = createMemo(() => {
    const charts = new Set(workspace.model().charts.map(chartKey));
    return workspace.charted().filter((line) => !charts.has(line));
  });
  const hasLines = () => workspace.charted().length > 0;
  const isAlone = () => others().includes(chartKey(workspace.chart()));
  /** A value leads to its cell; of years that periods make there is none. */
  const onCell = () =>
    app.hasInteracted() && !viewMode.byYear()
      ? ({ curve, year }: PointOf) => {
          const { scenario = '', line = '' } = curve.of ?? {};
          const slot = cellOf(workspace.line(line), year, workspace.model().periods);
          if (slot !== undefined) showCell(app, { scenario, line, slot });
        }
      : undefined;
  const texts = () => ({
    chartData: t().chart.data,
    period: t().chart.steps[chart.step()],
    target: t().chart.target,
    kinds: { same: t().chart.observed, other: t().chart.otherDefinition, later: t().chart.reportedLater },
    readHint: t().chart.hint,
    notDrawn: t().chart.notDrawn,
  });
  /** What could not be drawn as it was asked for, and the note of the chart. */
  const said = () => [...(chart.data().problems ?? []), say(chart.spec().note ?? '')].filter(Boolean).join(' ');
  const legend = () => legendOf(chart.shown(), t().chart, isNarrow());
  const credits = () => t().chart.credits(chart.credits().definition, chart.credits().sources);
  return (
    <section class="panel chart-panel" aria-label={t().chart.region}>
      <div class="panel-title">
        <Show when={hasLines()}>
          <ChartTabs />
        </Show>
        <Show when={others().length > 0}>
          <SelectField
            name={t().chart.line}
            class="select quiet"
            options={isAlone() ? others() : ['', ...others()]}
            text={(line) => (line === '' ? t().chart.others : lineName(app, line))}
            value={isAlone() ? workspace.view.line : ''}
            onChange={(line) => line !== '' && workspace.dispatch({ kind: 'view', view: { line, chart: undefined } })}
          />
        </Show>
        <Show when={hasLines() && chart.spans().length > 1}>
          <SelectField
            name={t().chart.span}
            class="select quiet"
            options={chart.spans().map(({ span }) => span)}
            text={(span) => t().chart.spans[span](chart.spans().find((one) => one.span === span)?.year ?? 0)}
            value={chart.span()}
            onChange={preferences.setSpan}
          />
        </Show>
        <Show when={hasLines() && viewMode.years()?.can()}>
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
          <Show when={workspace.history().past.length > 0 && !viewMode.byYear() && !chart.data().shaped}>
            <Suspense>
              <ReplayControl data={chart.data()} factorAt={chart.factorAt} show={setMoved} />
            </Suspense>
          </Show>
        </span>
        <Show when={hasLines()}>
          <Button class="button quiet" text={t().chart.shape} onClick={() => dialogs.show({ name: 'chart' })} />
          <Button class="button quiet" text={t().chart.figures} onClick={() => dialogs.show({ name: 'figures' })} />
        </Show>
      </div>
      <div id="chart-box" class="chart-box">
        <Show when={hasLines()} fallback={<p class="chart-none">{t().chart.none}</p>}>
          <Show
            when={!inSight().panels}
            fallback={
              <Suspense>
                <Panels data={inSight()} whole={whole()} texts={texts()} onCell={onCell()} />
              </Suspense>
            }
          >
            {/* Who reads the answer waits for nothing of it. */}
            <Show when={props.ready}>
              <Suspense>
                <Chart
                  data={inSight()}
                  whole={whole()}
                  texts={texts()}
                  ready={chart.ready()}
                  picked={viewMode.picked()}
                  onCell={onCell()}
                  onPick={app.hasInteracted() && !chart.data().shaped ? viewMode.pick : undefined}
                />
              </Suspense>
            </Show>
          </Show>
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
      <Show when={said()}>{(words) => <p class="chart-credits chart-said">{words()}</p>}</Show>
      <Show when={legend().length > 0 || credits()} fallback={<div class="chart-end" />}>
        <p class="chart-credits" title={credits()}>
          <span class="chart-legend">{legend().join('\u2002')}</span>
          {credits()}
        </p>
      </Show>
    </section>
  );
}
