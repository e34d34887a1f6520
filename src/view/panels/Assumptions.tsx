import { createMemo, For, Show } from 'solid-js';
import type { Input, Line } from '../../model/line.ts';
import { useApp } from '../../state/app.ts';
import { AssumptionRow } from './AssumptionRow.tsx';

interface Group {
  readonly heading: Line | undefined;
  readonly inputs: readonly Input[];
}

/** The inputs that are judgements, under the headings of the sheet; one with a value for each period has no one slider. */
function groupsOf(lines: readonly Line[]): Group[] {
  const groups: { heading: Line | undefined; inputs: Input[] }[] = [{ heading: undefined, inputs: [] }];
  for (const line of lines) {
    if (line.kind === 'heading') groups.push({ heading: line, inputs: [] });
    else if (line.kind === 'input' && line.range && !line.perPeriod) groups.at(-1)?.inputs.push(line);
  }
  return groups.filter(({ inputs }) => inputs.length > 0);
}

/** Every assumption as a slider with its number. */
export function Assumptions() {
  const { workspace, t, say } = useApp();
  const groups = createMemo(() => groupsOf(workspace.model().lines));
  return (
    <section class="panel assumptions" aria-label={t().assumptions.region}>
      <h2 class="panel-title">{t().assumptions.region}</h2>
      <div class="panel-body">
        <For each={groups()} fallback={<p class="muted">{t().assumptions.empty}</p>}>
          {(group) => (
            <>
              <Show when={group.heading}>{(heading) => <h3 class="group-title">{say(heading().label)}</h3>}</Show>
              <For each={group.inputs}>{(input) => <AssumptionRow input={input} />}</For>
            </>
          )}
        </For>
      </div>
    </section>
  );
}
