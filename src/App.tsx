import { createEffect, createMemo, lazy, onMount, Show, Suspense } from 'solid-js';
import { useApp } from './state/app.ts';
import { pageKey } from './state/commands/keys.ts';
import { createAnswer, createExchange } from './state/insight/answer.ts';
import { FormulaBar } from './view/grid/FormulaBar.tsx';
import { Grid } from './view/grid/Grid.tsx';
import { ScenarioTabs } from './view/grid/ScenarioTabs.tsx';
import { StatusBar } from './view/grid/StatusBar.tsx';
import { lazyView } from './view/lazyView.tsx';
import { listen } from './view/listen.ts';
import { AnswerPanel } from './view/panels/AnswerPanel.tsx';
import { Assumptions } from './view/panels/Assumptions.tsx';
import { ChartPanel } from './view/panels/ChartPanel.tsx';
import { Header } from './view/panels/Header.tsx';
import { Inspector } from './view/panels/Inspector.tsx';
import { LinkPreview } from './view/panels/LinkPreview.tsx';
import { NoticeBar } from './view/panels/NoticeBar.tsx';
import { goRound } from './view/regions.ts';

const Compare = lazyView(
  () => import('./view/compare/Compare.tsx'),
  ({ viewMode }) => viewMode.compare(false),
);
const WhatIf = lazyView(
  () => import('./view/whatIf/WhatIf.tsx'),
  ({ viewMode }) => viewMode.place() === 'whatIf' && viewMode.stand('sheet'),
);
// Where it can't be loaded, what is on screen tells all the same.
const Undone = lazy(() => import('./view/grid/Undone.tsx').catch(() => ({ default: () => null })));
const Troubles = lazy(() => import('./view/grid/Troubles.tsx').catch(() => ({ default: () => null })));
const GrowthBar = lazyView(() => import('./view/grid/GrowthBar.tsx'));
const TransactionLog = lazyView(() => import('./view/debug/TransactionLog.tsx'));

const isDebug = new URLSearchParams(location.search).has('debug');

/** The layout of the screen. */
export function App() {
  const app = useApp();
  const { viewMode, t, hasInteracted, workspace, setAnswered } = app;
  const exchange = createExchange(app);
  const answer = createAnswer(app, exchange);
  // In a turn of its own: what is asked for then can't come before the answer, on whatever machine.
  createEffect(() => answer.ready() && workspace.rows.revision() > 0 && setTimeout(setAnswered));
  /** What was chosen in the comparison is there again when it comes back. */
  const compared = createMemo<boolean>((before) => before || viewMode.comparing(), false);
  const asked = createMemo<boolean>((before) => before || viewMode.place() === 'whatIf', false);

  // Loaded when nobody waits for anything any more, so that the browser's own command prints the report.
  const prepare = () => import('./view/report/watch.tsx').then((part) => part.watchPrinting(app), Boolean);
  createEffect(() => answer.ready() && hasInteracted() && setTimeout(prepare, 3000));

  createEffect(() => {
    if (!app.isAnswered() || !workspace.document().whatIf?.uncertain || app.futures()) return;
    import('./state/whatIf/futures.ts').then(
      (part) => part.futuresOf(app),
      () => workspace.say(() => t().sheet.reload),
    );
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (pageKey(event, app)) event.preventDefault();
  };
  onMount(() => listen(document, 'keydown', onKeyDown));

  viewMode.toRegion.after.onAsk(() => goRound(1, app.editor.sheetFocus.ask));
  viewMode.toRegion.before.onAsk(() => goRound(-1, app.editor.sheetFocus.ask));

  // A field outside the sheet takes what is typed in it as it loses the focus.
  workspace.onLeave(() =>
    document.querySelector<HTMLInputElement>(':is(input, textarea):focus:not(.cell-input)')?.blur(),
  );

  return (
    <div class="app">
      <Header />
      <NoticeBar />
      <LinkPreview />
      <main class="main">
        <AnswerPanel answer={answer} />
        <ChartPanel exchange={exchange} ready={app.isAnswered()} />
        <Assumptions />
        <section class="panel sheet" aria-label={t().sheet.grid}>
          <FormulaBar />
          <div class="sheet-place">
            <div
              id="sheet-panel"
              class="sheet-panel"
              role="tabpanel"
              aria-label={t().sheet.grid}
              inert={viewMode.place() !== 'sheet'}
            >
              <Grid />
            </div>
            <Show when={compared()}>
              <Suspense>
                <Compare />
              </Suspense>
            </Show>
            <Show when={asked()}>
              <Suspense>
                <WhatIf />
              </Suspense>
            </Show>
            <Show when={workspace.rows.growth()}>
              <Suspense>
                <GrowthBar />
              </Suspense>
            </Show>
            <Show when={hasInteracted() && app.isAnswered()}>
              <Suspense>
                <Undone />
                <Troubles />
              </Suspense>
            </Show>
          </div>
          <div class="sheet-foot">
            <ScenarioTabs />
            <StatusBar />
          </div>
        </section>
        <Inspector />
      </main>
      <Show when={isDebug}>
        <Suspense>
          <TransactionLog />
        </Suspense>
      </Show>
    </div>
  );
}
