import { createEffect, createMemo, createSignal, For, on, Show, Suspense } from 'solid-js';
import type { CellRef } from '../../model/content.ts';
import { useApp } from '../../state/app.ts';
import { isSet } from '../../state/insight/cells.ts';
import { lazyView } from '../lazyView.tsx';
import { AssumptionRow } from './AssumptionRow.tsx';
import { GroupTitle } from './GroupTitle.tsx';
import type { Guessing } from './guessing.tsx';

const RailHandle = lazyView(() => import('./RailHandle.tsx'));

/** Up to so many assumptions all groups are open; of more the first alone, so that all names are in reach. */
const FEW = 12;

/** Stands for the heading of what was changed, which has none in the sheet. */
const CHANGED = '';

interface Group {
  /** The id of its heading; undefined for what stands before the first. */
  readonly heading: string | undefined;
  readonly lines: readonly string[];
}

/** Every assumption as a slider with its number: what the scenario changed first, then by the headings of the sheet. */
export function Assumptions() {
  const app = useApp();
  const { workspace, t } = app;
  /** What guesses ranges of what a person typed; without it these are no sliders. */
  const [guessing, setGuessing] = createSignal<Guessing>();
  // What a link brings has its sliders at once; those of a first visit need no guess.
  const isGuessing = createMemo(() => app.hasInteracted() || (app.isAnswered() && workspace.own() !== undefined));
  createEffect(() => isGuessing() && import('./guessing.tsx').then((part) => setGuessing(part.guessing(app)), Boolean));
  /** A person's own lines become sliders with it, for which a page that scrolls keeps room. */
  const isAwaited = () => workspace.own() !== undefined && workspace.model().lines.length > 0 && !guessing();
  const inputs = createMemo(() => {
    const groups: { heading: string | undefined; lines: string[] }[] = [{ heading: undefined, lines: [] }];
    for (const line of workspace.model().lines) {
      if (line.kind === 'heading') groups.push({ heading: line.id, lines: [] });
      else if (line.kind === 'input' && !line.perPeriod && (line.range ?? guessing()?.rangeOf(line)))
        groups.at(-1)?.lines.push(line.id);
    }
    return groups.filter(({ lines }) => lines.length > 0);
  });
  const count = createMemo(() => inputs().reduce((sum, { lines }) => sum + lines.length, 0));
  const cellOf = (line: string): CellRef => ({ scenario: workspace.scenarioId, line, slot: 'value' });
  // As a scenario is opened: nothing leaves its place under the hand that changes it.
  const changed = createMemo(
    on([() => workspace.scenarioId, () => workspace.base.id, () => count() > FEW], ([scenario, base, isMuch]) =>
      isMuch && scenario !== base
        ? inputs().flatMap(({ lines }) => lines.filter((line) => isSet(workspace, cellOf(line))))
        : [],
    ),
  );
  const groups = createMemo((): readonly Group[] => {
    const first = changed();
    if (first.length === 0) return inputs();
    const rest = inputs().map((group) => ({ ...group, lines: group.lines.filter((line) => !first.includes(line)) }));
    return [{ heading: CHANGED, lines: first }, ...rest.filter(({ lines }) => lines.length > 0)];
  });
  /** What was folded or opened by hand. */
  const [folds, setFolds] = createSignal<Readonly<Record<string, boolean>>>({});
  const isOpen = ({ heading }: Group): boolean => {
    if (heading === undefined || heading === CHANGED) return true;
    const first = groups().find((group) => group.heading !== CHANGED);
    return folds()[heading] ?? (count() <= FEW || heading === first?.heading);
  };
  // By their ids: a row stays while it is dragged.
  const rows = createMemo(() =>
    groups().flatMap((group) => [
      ...(group.heading === undefined ? [] : [`${HEADING}${group.heading}`]),
      ...(isOpen(group) ? group.lines : []),
    ]),
  );
  return (
    <section class="panel assumptions" classList={{ awaited: isAwaited() }} aria-label={t().assumptions.region}>
      <h2 class="panel-title">{t().assumptions.region}</h2>
      <div class="panel-body">
        <For each={rows()} fallback={<p class="muted">{t().assumptions.empty}</p>}>
          {(row) => {
            if (!row.startsWith(HEADING)) return <AssumptionRow line={row} guessing={guessing()} />;
            const heading = row.slice(HEADING.length);
            const group = createMemo(() => groups().find((one) => one.heading === heading));
            return (
              <Show when={group()}>
                {(found) => (
                  <GroupTitle
                    heading={heading === CHANGED ? undefined : heading}
                    lines={found().lines}
                    open={isOpen(found())}
                    onToggle={() => setFolds({ ...folds(), [heading]: !isOpen(found()) })}
                  />
                )}
              </Show>
            );
          }}
        </For>
      </div>
      <Show when={app.isAnswered() && app.hasInteracted()}>
        <Suspense>
          <RailHandle />
        </Suspense>
      </Show>
    </section>
  );
}

/** No line's id has it. */
const HEADING = '# ';
