import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import { CHARTS } from '../../i18n/charts.ts';
import { useApp } from '../../state/app.ts';
import { chartName } from '../../state/insight/chartName.ts';
import { duplicateChart, followCharts, moveChart, removeChart, renameChart } from '../../state/structure/charts.ts';
import type { Anchor, Begin, MenuItems } from '../menus/items.ts';
import { MenuAt } from '../menus/MenuAt.tsx';
import { TabName } from '../tabs/TabName.tsx';
import { watchTabs } from '../tabs/tabHands.ts';
import '../tabs/tabs.css';

/** What is done with the tabs of the charts: their menu, names in place, their order, and scrolling to the one in view. */
export default function ChartTools(props: {
  /** What scrolls, with the tabs within. */
  tabs: HTMLElement;
  keys: readonly string[];
  inView: string;
}) {
  const app = useApp();
  const { workspace, editor, say, lang } = app;
  const t = () => CHARTS[lang()].tabs;
  const [menu, setMenu] = createSignal<{ readonly key: string; readonly at: Anchor; readonly begin: Begin }>();
  const [naming, setNaming] = createSignal<HTMLElement>();
  const [said, setSaid] = createSignal('');
  const tabOf = (key: string) => props.tabs.querySelector<HTMLElement>(`[data-tab="${CSS.escape(key)}"]`);
  const nameOf = (key: string) => {
    const at = props.keys.indexOf(key);
    const chart = workspace.model().charts[at];
    return chart ? say(chartName(app, chart)) : '';
  };
  createEffect(
    on(
      () => [props.inView, props.keys],
      () => tabOf(props.inView)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    ),
  );

  const startNaming = (key: string) => {
    const tab = tabOf(key);
    if (!tab || !editor.commit()) return;
    tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    setNaming(tab);
  };
  const endNaming = (name: string | undefined) => {
    const key = naming()?.dataset.tab ?? '';
    const focused = props.tabs.parentElement?.contains(document.activeElement);
    setNaming(undefined);
    if (name !== undefined) renameChart(app, key, name);
    if (focused) tabOf(key)?.focus({ preventScroll: true });
  };
  /** A tab that goes, or to another place, takes the focus with it: it stays with its tab, or the one in view. */
  const keeping = (key: string, act: () => void) => {
    const focused = document.activeElement?.closest('.chart-tabs, .menu') !== null;
    act();
    if (focused) (tabOf(key) ?? tabOf(props.inView))?.focus({ preventScroll: true });
  };
  const move = (key: string, to: number) =>
    keeping(key, () => {
      if (moveChart(app, key, to)) setSaid(t().moved(nameOf(key), to + 1, props.keys.length));
    });

  onMount(() => onCleanup(followCharts(app)));
  onMount(() =>
    watchTabs({
      tabs: props.tabs,
      list: props.tabs,
      end: undefined,
      first: 0,
      ready: () => true,
      ids: () => props.keys,
      move,
      name: startNaming,
      askAt: (key, at) => setMenu({ key, at, begin: at instanceof HTMLElement ? 'first' : 'none' }),
      others: { Delete: (key) => keeping(key, () => removeChart(app, key)) },
    }),
  );

  const items = (): MenuItems => {
    const { key = '' } = menu() ?? {};
    const at = props.keys.indexOf(key);
    const kept = (act: () => void) => () => keeping(key, act);
    return [
      [
        { label: t().rename, run: () => startNaming(key), hint: 'F2' },
        { label: t().duplicate, run: kept(() => duplicateChart(app, key)) },
        {
          label: t().left,
          run: () => move(key, at - 1),
          disabled: at <= 0,
          hint: 'Alt+Shift+←',
        },
        {
          label: t().right,
          run: () => move(key, at + 1),
          disabled: at === props.keys.length - 1,
          hint: 'Alt+Shift+→',
        },
      ],
      [{ label: t().remove, run: kept(() => removeChart(app, key)), hint: 'Delete' }],
    ];
  };
  return (
    <>
      <Show when={props.keys.includes(props.inView)}>
        <button
          type="button"
          class="chart-tab-more chart-tab-menu"
          aria-haspopup="menu"
          aria-label={t().menu}
          title={t().menu}
          onClick={(event) =>
            setMenu({ key: props.inView, at: event.currentTarget, begin: event.detail === 0 ? 'first' : 'none' })
          }
        >
          ⋯
        </button>
      </Show>
      <Show when={naming()} keyed>
        {(tab) => (
          <TabName
            tab={tab}
            label={t().name}
            name={nameOf(tab.dataset.tab ?? '')}
            needed={t().nameNeeded}
            scrolled={props.tabs.scrollLeft}
            onEnd={endNaming}
          />
        )}
      </Show>
      <MenuAt
        at={menu()?.at}
        items={items()}
        label={t().menuOf(nameOf(menu()?.key ?? ''))}
        begin={menu()?.begin ?? 'none'}
        onClose={() => setMenu(undefined)}
      />
      <p class="visually-hidden" role="status">
        {said()}
      </p>
    </>
  );
}
