import { createMemo, For, Show, Suspense } from 'solid-js';
import { chartKey, lookAt } from '../../document/charts.ts';
import { useApp } from '../../state/app.ts';
import { chartName } from '../../state/insight/chartName.ts';
import { lazyView } from '../lazyView.tsx';
import { tabByKey } from '../tabs/tabKeys.ts';
import './chartHead.css';

/** What is done with tabs beyond showing their charts. */
const ChartTools = lazyView(() => import('./ChartTools.tsx'));

/** The charts of the model as tabs. */
export function ChartTabs() {
  const app = useApp();
  const { workspace, t, say } = app;
  let tabs!: HTMLDivElement;
  const charts = createMemo(() => new Map(workspace.model().charts.map((chart) => [chartKey(chart), chart])));
  const keys = createMemo<readonly string[]>((before) => {
    const now = [...charts().keys()];
    return now.join() === before.join() ? before : now;
  }, []);
  const inView = () => chartKey(workspace.chart());
  const name = (key: string) => say(chartName(app, charts().get(key) ?? { line: '' }));
  const show = (key: string) => {
    const chart = charts().get(key);
    if (chart) workspace.dispatch({ kind: 'view', view: lookAt(chart) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = tabByKey(event, keys(), inView());
    if (key === undefined) return;
    event.preventDefault();
    show(key);
    tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  return (
    <div class="chart-tabs">
      <div
        ref={tabs}
        class="chart-tab-list"
        role="tablist"
        tabIndex={-1}
        aria-label={t().chart.tabs}
        onKeyDown={onKeyDown}
      >
        <For each={keys()}>
          {(key) => (
            <button
              type="button"
              role="tab"
              class="chart-tab"
              data-tab={key}
              aria-selected={key === inView()}
              aria-controls="chart-box"
              tabIndex={key === inView() || (!charts().has(inView()) && key === keys()[0]) ? 0 : -1}
              title={name(key)}
              onClick={() => show(key)}
            >
              <span class="chart-tab-name">{name(key)}</span>
            </button>
          )}
        </For>
      </div>
      {/* Behind what comes with the first touch of the page: it stays in its place, and leads to the same dialog. */}
      <button
        type="button"
        class="chart-tab-more"
        aria-label={t().chart.create}
        title={t().chart.create}
        onClick={() => app.editor.commitThen(() => app.dialogs.show({ name: 'chart', isNew: true }))}
      >
        +
      </button>
      <Show when={app.hasInteracted()}>
        <Suspense>
          <ChartTools tabs={tabs} keys={keys()} inView={inView()} />
        </Suspense>
      </Show>
    </div>
  );
}
