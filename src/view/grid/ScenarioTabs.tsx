import { createMemo, For, Show, Suspense } from 'solid-js';
import { countSet } from '../../document/document.ts';
import { withLooks } from '../../document/looks.ts';
import { useApp } from '../../state/app.ts';
import { lazyView } from '../lazyView.tsx';
import { ScenarioSign } from '../ScenarioSign.tsx';
import { createSettled } from '../settled.ts';
import { tabByKey } from '../tabs/tabKeys.ts';
import { BridgeButton } from './BridgeButton.tsx';

/** What is done with tabs beyond showing their scenarios. */
const TabTools = lazyView(() => import('./TabTools.tsx'));
const ViewSwitches = lazyView(() => import('./ViewSwitches.tsx'));

/** The scenarios as tabs of the sheet. */
export function ScenarioTabs() {
  const { workspace, editor, viewMode, t, say, isAnswered } = useApp();
  let tabs!: HTMLDivElement;
  let list!: HTMLDivElement;
  const ids = createMemo(() => workspace.scenarioNames().map(({ id }) => id));
  const named = createMemo(() => new Map(withLooks(workspace.scenarioNames()).map((one) => [one.id, one])));
  // Counted late: so what is settled is the document, and not the counts, which would be worked out at once.
  const settled = createSettled(workspace.document);
  const counts = createMemo(() =>
    settled().scenarios.map((one) => countSet({ document: settled(), model: workspace.model() }, one)),
  );
  const show = (id: string) => {
    if (editor.pointing.show(id)) return;
    if (!editor.commit()) return;
    // What is asked of one scenario is asked of another by its tab; the tab in view leads back to its sheet.
    if (viewMode.comparing() || id === workspace.scenarioId) viewMode.stand('sheet');
    workspace.dispatch({ kind: 'view', view: { scenario: id } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const id = tabByKey(event, ids(), workspace.scenarioId);
    if (id === undefined) return;
    event.preventDefault();
    show(id);
    list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  return (
    <>
      <div ref={tabs} class="tabs">
        <div
          ref={list}
          class="tab-list"
          role="tablist"
          tabIndex={-1}
          aria-label={t().sheet.scenarios}
          onKeyDown={onKeyDown}
        >
          <For each={ids()}>
            {(id, i) => {
              const scenario = () => named().get(id);
              const current = () => id === workspace.scenarioId;
              const count = () => counts()[i()] ?? 0;
              // With a description of its own the tab no longer tells its title, which is said here as well.
              const told = () => `${count() > 0 ? t().sheet.overrides(count()) : ''} ${say(scenario()?.note ?? '')}`;
              return (
                <button
                  type="button"
                  role="tab"
                  class="tab"
                  data-tab={id}
                  aria-selected={current()}
                  aria-controls="sheet-panel"
                  aria-describedby={`told-${id}`}
                  tabIndex={current() ? 0 : -1}
                  title={say(scenario()?.note ?? '')}
                  // The button of its menu comes between two tabs.
                  style={{ order: 2 * i() }}
                  // While a formula can take a reference, its field keeps the focus.
                  onMouseDown={(event) => editor.pointing.ready && event.preventDefault()}
                  onClick={() => show(id)}
                >
                  <ScenarioSign look={scenario()} />
                  <span class="tab-name">{say(scenario()?.name ?? '')}</span>
                  <span class="tab-count" aria-hidden="true">
                    {count() || ''}
                  </span>
                  <span id={`told-${id}`} hidden>
                    {told()}
                  </span>
                </button>
              );
            }}
          </For>
        </div>
        <Show when={isAnswered()}>
          <Suspense>
            <TabTools tabs={tabs} list={list} />
          </Suspense>
        </Show>
      </div>
      <Show when={isAnswered()}>
        <Suspense>
          <ViewSwitches />
        </Suspense>
      </Show>
      <BridgeButton />
    </>
  );
}
