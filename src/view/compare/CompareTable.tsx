import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js';
import { withLooks } from '../../document/looks.ts';
import { COMPARE } from '../../i18n/compare.ts';
import { inSeries } from '../../i18n/format.ts';
import { useApp } from '../../state/app.ts';
import { stepName } from '../../state/insight/cells.ts';
import type { Comparison, ComparisonRow } from '../../state/insight/comparison.ts';
import { ColumnEdge } from '../grid/ColumnEdge.tsx';
import { textScale } from '../media.ts';
import { ScenarioSign } from '../ScenarioSign.tsx';
import { CompareRow } from './CompareRow.tsx';
import { createColumns } from './columns.ts';

/** As the style sheet has them in text of the usual size, px: a row, and the two of the head. */
const USUAL_ROW = 24;
const USUAL_HEAD = 52;
/** Rows drawn above and below those in sight. */
const BESIDE = 4;

/** Lines down and scenarios across, or years down for one line. Arrows lead through the values, Enter to the sheet. */
export function CompareTable(props: { comparison: Comparison }) {
  const app = useApp();
  const { workspace, viewMode, say, lang } = app;
  const t = () => COMPARE[lang()];
  const { comparison } = props;
  const rowHeight = USUAL_ROW * textScale();
  const headHeight = USUAL_HEAD * textScale();
  let scroller!: HTMLDivElement;
  const scenarios = createMemo(() => {
    const named = withLooks(workspace.scenarioNames());
    return comparison.scenarios().flatMap((id) => named.find((one) => one.id === id) ?? []);
  });
  const entries = createMemo((): readonly ComparisonRow[] => comparison.rows() ?? []);
  const [active, setActive] = createSignal({ row: 0, column: 0 });

  const [scrollTop, setScrollTop] = createSignal(0);
  const [height, setHeight] = createSignal(0);
  onMount(() => {
    const sizes = new ResizeObserver(() => setHeight(scroller.clientHeight));
    sizes.observe(scroller);
    onCleanup(() => sizes.disconnect());
  });
  /** The rows in sight and some beside them, and the one with the focus, wherever it is. */
  const drawn = createMemo((): readonly number[] => {
    const first = Math.max(0, Math.floor(scrollTop() / rowHeight) - BESIDE);
    const end = Math.min(entries().length, Math.ceil((scrollTop() + height()) / rowHeight) + BESIDE);
    const rows = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
    const { row } = active();
    if (row >= entries().length || rows.includes(row)) return rows;
    return row < first ? [row, ...rows] : [...rows, row];
  });
  const scrollTo = (row: number) => {
    const top = row * rowHeight;
    const room = scroller.clientHeight - headHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTop = top + rowHeight - room;
  };
  // Where the first value stands, once the rows are others.
  const firstRow = () =>
    Math.max(
      0,
      entries().findIndex(({ kind }) => kind === 'cells'),
    );
  createEffect(
    on([comparison.mode, comparison.line, () => entries().length], () => setActive({ row: firstRow(), column: 0 })),
  );

  /** The nearest row of values so many rows on; where there is none, the row itself. */
  const rowFrom = (row: number, by: number): number => {
    let at = Math.min(Math.max(row + by, 0), entries().length - 1);
    while (entries()[at]?.kind === 'heading') at += Math.sign(by);
    return entries()[at] ? at : row;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target as Element).closest('.compare-value')) return;
    const { row, column } = active();
    const last = scenarios().length - 1;
    const page = Math.max(1, Math.floor((scroller.clientHeight - headHeight) / rowHeight) - 1);
    const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      Home: [0, -last],
      End: [0, last],
      PageUp: [-page, 0],
      PageDown: [page, 0],
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const to = {
      row: step[0] === 0 ? row : rowFrom(row, step[0]),
      column: Math.min(Math.max(column + step[1], 0), last),
    };
    setActive(to);
    scrollTo(to.row);
    requestAnimationFrame(() =>
      scroller.querySelector<HTMLElement>(`[data-row="${to.row}"] [data-column="${to.column}"]`)?.focus(),
    );
  };
  /** The height of the rows that are not drawn before one, and after the last. */
  const gap = (index: number): number =>
    ((drawn()[index] ?? entries().length) - (drawn()[index - 1] ?? -1) - 1) * rowHeight;
  const none = () => {
    if (!comparison.rows()) return t().computing;
    return comparison.mode() === 'year' ? t().none : t().noneInLine;
  };
  const Sort = (sort: { column: 'name' | 'value' | 'difference'; scenario?: string; text: string; name: string }) => {
    const column = () => ({ column: sort.column, ...(sort.scenario === undefined ? {} : { scenario: sort.scenario }) });
    const sign = () => {
      const sorted = comparison.sorted(column());
      return sorted ? { ascending: ' ↑', descending: ' ↓' }[sorted] : '';
    };
    return (
      <button
        type="button"
        class="compare-sort"
        title={t().sortBy(sort.name)}
        onClick={() => comparison.sort(column())}
      >
        {sort.text}
        <span aria-hidden="true">{sign()}</span>
      </button>
    );
  };
  const columns = createColumns(app, comparison, { entries, drawn, scenarios });
  const firstName = () => (comparison.mode() === 'year' ? t().line : stepName(app));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the values within.
    <div ref={scroller} class="compare-scroll" onKeyDown={onKeyDown} onScroll={() => setScrollTop(scroller.scrollTop)}>
      <table
        class="compare-table"
        style={{ '--name': `${columns.name()}px` }}
        aria-label={t().table}
        aria-rowcount={entries().length + 2}
      >
        <colgroup>
          <col class="compare-name-column" />
          <col class="compare-unit-column" />
          <For each={scenarios()}>
            {({ id }, i) => (
              <>
                <col style={{ width: `${columns.numbers().get(id)?.value}px` }} />
                <Show when={i() > 0}>
                  <col style={{ width: `${columns.numbers().get(id)?.difference}px` }} />
                </Show>
              </>
            )}
          </For>
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" rowSpan={2} class="compare-name" aria-sort={comparison.sorted({ column: 'name' })}>
              <Sort column="name" text={firstName()} name={firstName()} />
              <ColumnEdge
                text={firstName()}
                width={columns.name()}
                tabIndex={0}
                onDraw={columns.draw}
                onFit={() => columns.draw(undefined)}
              />
            </th>
            <th scope="col" rowSpan={2} class="compare-unit">
              {t().unit}
            </th>
            <For each={scenarios()}>
              {(scenario, i) => (
                <th scope="colgroup" colSpan={i() === 0 ? 1 : 2} class="compare-scenario">
                  <button
                    type="button"
                    class="compare-pick"
                    aria-pressed={viewMode.picked() === scenario.id}
                    title={`${say(scenario.name)}\n${viewMode.picked() === scenario.id ? t().letGo : t().pick}`}
                    onClick={() => viewMode.pick(scenario.id)}
                  >
                    <ScenarioSign look={scenario} />
                    <span class="tab-name">{say(scenario.name)}</span>
                  </button>
                </th>
              )}
            </For>
          </tr>
          <tr aria-rowindex={2}>
            <For each={scenarios()}>
              {({ id, name }, i) => (
                <>
                  <th
                    scope="col"
                    class="compare-number"
                    aria-sort={comparison.sorted({ column: 'value', scenario: id })}
                  >
                    <Sort
                      column="value"
                      scenario={id}
                      text={t().value}
                      name={inSeries([say(name), t().value], lang())}
                    />
                  </th>
                  <Show when={i() > 0}>
                    <th
                      scope="col"
                      class="compare-number"
                      aria-sort={comparison.sorted({ column: 'difference', scenario: id })}
                    >
                      <Sort
                        column="difference"
                        scenario={id}
                        text={t().head[comparison.by()]}
                        name={inSeries([say(name), t().head[comparison.by()]], lang())}
                      />
                    </th>
                  </Show>
                </>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={drawn()}>
            {(row, i) => (
              <>
                <Space height={gap(i())} />
                <CompareRow
                  comparison={comparison}
                  entry={entries()[row]}
                  index={row}
                  scenarios={scenarios()}
                  active={active().row === row ? active().column : undefined}
                  onActive={(column) => setActive({ row, column })}
                />
              </>
            )}
          </For>
          <Space height={gap(drawn().length)} />
        </tbody>
      </table>
      <Show when={entries().length === 0}>
        <p class="compare-none">{none()}</p>
      </Show>
    </div>
  );
}

/** Stands for rows that are not drawn. */
function Space(props: { height: number }) {
  return (
    <Show when={props.height > 0}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without cells takes no focus. */}
      <tr class="compare-space" aria-hidden="true" style={{ height: `${props.height}px` }} />
    </Show>
  );
}
