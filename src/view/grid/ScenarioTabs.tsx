import { For } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { BridgeButton } from './BridgeButton.tsx';

/** The scenarios as tabs of the sheet. */
export function ScenarioTabs() {
  const { workspace, editor, t, say } = useApp();
  let list!: HTMLDivElement;
  const show = (id: string) => {
    if (editor.pointing.show(id)) return;
    if (editor.commit()) workspace.dispatch({ kind: 'view', view: { scenario: id } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const ids = workspace.document().scenarios.map(({ id }) => id);
    const at = ids.indexOf(workspace.scenarioId);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: ids.length - 1 }[event.key];
    const id = to === undefined ? undefined : ids[(to + ids.length) % ids.length];
    if (id === undefined) return;
    event.preventDefault();
    show(id);
    list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  return (
    <>
      <div ref={list} class="tabs" role="tablist" tabIndex={-1} aria-label={t().sheet.scenarios} onKeyDown={onKeyDown}>
        <For each={workspace.scenarioNames()}>
          {(scenario, i) => {
            const current = () => scenario.id === workspace.scenarioId;
            return (
              <button
                type="button"
                role="tab"
                class="tab"
                aria-selected={current()}
                aria-controls="sheet-panel"
                tabIndex={current() ? 0 : -1}
                title={say(scenario.note)}
                // While a formula can take a reference, its field keeps the focus.
                onMouseDown={(event) => editor.pointing.ready && event.preventDefault()}
                onClick={() => show(scenario.id)}
              >
                <span class={`swatch swatch-${(i() % 6) + 1}`} aria-hidden="true" />
                {say(scenario.name)}
              </button>
            );
          }}
        </For>
      </div>
      <BridgeButton />
    </>
  );
}
