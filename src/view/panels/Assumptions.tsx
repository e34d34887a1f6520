import { createEffect, createMemo, createSignal, For, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { AssumptionRow } from './AssumptionRow.tsx';
import type { Guessing } from './guessing.tsx';

/** Every assumption as a slider with its number, under the headings of the sheet. */
export function Assumptions() {
  const app = useApp();
  const { workspace, t, say } = app;
  /** What guesses ranges of what a person typed; without it these are no sliders. */
  const [guessing, setGuessing] = createSignal<Guessing>();
  // What a link brings has its sliders at once; those of a first visit need no guess.
  const isGuessing = createMemo(() => app.hasInteracted() || (app.isAnswered() && workspace.own() !== undefined));
  createEffect(() => isGuessing() && import('./guessing.tsx').then((part) => setGuessing(part.guessing(app)), Boolean));
  // By their ids: a row stays while it is dragged.
  const rows = createMemo(() => {
    let heading: string[] = [];
    return workspace.model().lines.flatMap((line) => {
      if (line.kind === 'heading') heading = [line.id];
      if (line.kind !== 'input' || line.perPeriod || !(line.range ?? guessing()?.rangeOf(line))) return [];
      return [...heading.splice(0), line.id];
    });
  });
  return (
    <section class="panel assumptions" aria-label={t().assumptions.region}>
      <h2 class="panel-title">{t().assumptions.region}</h2>
      <div class="panel-body">
        <For each={rows()} fallback={<p class="muted">{t().assumptions.empty}</p>}>
          {(id) => (
            <Show
              when={workspace.line(id)?.kind !== 'heading'}
              fallback={<h3 class="group-title">{say(workspace.line(id)?.label ?? '')}</h3>}
            >
              <AssumptionRow line={id} guessing={guessing()} />
            </Show>
          )}
        </For>
      </div>
    </section>
  );
}
