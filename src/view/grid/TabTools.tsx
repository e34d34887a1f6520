import { createEffect, createSignal, on, onMount, Show } from 'solid-js';
import { countSet } from '../../document/document.ts';
import { MOST_SCENARIOS } from '../../document/scenarioList.ts';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import { useApp } from '../../state/app.ts';
import { scenarioName } from '../../state/insight/cells.ts';
import { LazyModule } from '../../state/page/lazyModule.ts';
import { listen } from '../listen.ts';
import type { Anchor, Begin } from '../menus/items.ts';
import { MenuAt } from '../menus/MenuAt.tsx';
import { TabName } from '../tabs/TabName.tsx';
import { watchTabs } from '../tabs/tabHands.ts';
import '../tabs/tabs.css';

/** px: the width of the button of a tab's menu, as the style sheet has it. */
const MORE = 28;

/** A menu that is open: of a tab, or of what a new scenario is made from. */
interface TabMenu {
  readonly kind: 'tab' | 'new';
  readonly id: string;
  readonly at: Anchor;
  readonly begin: Begin;
}

/** What is done with the tabs of the scenarios: their menus, names in place, their order, and scrolling to them. */
export default function TabTools(props: {
  /** What scrolls, and the list of tabs within. */
  tabs: HTMLElement;
  list: HTMLElement;
}) {
  const app = useApp();
  const { workspace, editor } = app;
  let end!: HTMLDivElement;
  /** What is done to scenarios: nobody does it who only reads. */
  const actions = new LazyModule(
    () => import('./tabItems.ts'),
    () => workspace.say(() => app.t().sheet.load),
  );
  createEffect(() => app.hasInteracted() && actions.load());
  const [menu, setMenu] = createSignal<TabMenu>();
  const t = () => SCENARIOS[app.lang()];
  const [naming, setNaming] = createSignal<HTMLElement>();
  const [said, setSaid] = createSignal('');
  const ids = () => workspace.scenarioNames().map(({ id }) => id);
  const tabOf = (id: string) => props.list.querySelector<HTMLElement>(`[data-tab="${CSS.escape(id)}"]`);

  const reveal = (tab: HTMLElement | null) => {
    if (!tab) return;
    const { tabs } = props;
    // The button of its menu stands behind it, and those at the end lie over the tabs that scroll.
    const [left, right] = [tab.offsetLeft, tab.offsetLeft + tab.offsetWidth + MORE];
    const room = tabs.clientWidth - end.offsetWidth;
    if (left < tabs.scrollLeft || right - left > room) tabs.scrollLeft = left;
    else if (right > tabs.scrollLeft + room) tabs.scrollLeft = right - room;
  };
  createEffect(on([() => workspace.scenarioId, ids], ([id]) => reveal(tabOf(id))));

  const startNaming = (id: string) => {
    const tab = tabOf(id);
    if (!tab || !editor.commit()) return;
    reveal(tab);
    setNaming(tab);
  };
  const endNaming = (name: string | undefined) => {
    const id = naming()?.dataset.tab;
    if (id === undefined) return;
    const focused = props.tabs.contains(document.activeElement);
    setNaming(undefined);
    if (name !== undefined) actions.use((part) => void part.rename(app, id, name));
    if (focused) tabOf(id)?.focus({ preventScroll: true });
  };
  /** Tabs that come and go, or to another place, take the focus with them: it stays with its tab, or the one in view. */
  const keepFocus = (id: string) => {
    if (document.activeElement === document.body)
      (tabOf(id) ?? tabOf(workspace.scenarioId))?.focus({ preventScroll: true });
  };
  const create = (from: string | undefined) => actions.use((part) => void part.addScenario(app, from, startNaming));
  const open = (asked: TabMenu) => actions.use(() => void setMenu(asked));
  const move = (id: string, to: number) => {
    actions.use((part) => {
      const focused = document.activeElement === tabOf(id);
      if (!part.moveTo(app, id, to)) return;
      if (focused) tabOf(id)?.focus({ preventScroll: true });
      reveal(tabOf(id));
      setSaid(t().moved(scenarioName(app, id), ids().indexOf(id) + 1, ids().length));
    });
  };

  const onWheel = (event: WheelEvent) => {
    if (event.deltaX !== 0 || event.ctrlKey) return;
    const before = props.tabs.scrollLeft;
    props.tabs.scrollLeft += event.deltaY;
    if (props.tabs.scrollLeft !== before) event.preventDefault();
  };
  onMount(() => {
    const { list, tabs } = props;
    watchTabs({
      tabs,
      list,
      end,
      first: 1,
      ready: () => !editor.pointing.ready,
      ids,
      move,
      name: startNaming,
      askAt: (id, at) => {
        if (at instanceof HTMLElement) open({ kind: 'tab', id, at, begin: 'first' });
        else if (!menu()) open({ kind: 'tab', id, at, begin: 'none' });
      },
    });
    listen(tabs, 'wheel', onWheel, { passive: false });
  });

  /** Opens a menu at its button; a click that no pointer made came from the keyboard. */
  const ask = (kind: TabMenu['kind']) => (event: MouseEvent & { currentTarget: HTMLElement }) => {
    if (kind === 'new' && workspace.scenarioId === workspace.base.id) create(undefined);
    else
      open({
        kind,
        id: workspace.scenarioId,
        at: event.currentTarget,
        begin: event.detail === 0 ? 'first' : 'none',
      });
  };
  const items = () => {
    const asked = menu();
    const part = actions.now;
    if (!asked || !part) return [];
    if (asked.kind === 'new') return part.newItems(app, create);
    const { id } = asked;
    const kept = (run: () => void) => () => {
      run();
      keepFocus(id);
    };
    return part
      .tabItems(app, id, { name: startNaming, move })
      .map((group) => group.map((item) => ({ ...item, run: kept(item.run) })));
  };
  const label = () =>
    menu()?.kind === 'new' ? t().newFrom : t().menuOf(scenarioName(app, menu()?.id ?? workspace.scenarioId));
  const about = () => {
    const count = countSet(workspace.openModel, workspace.scenario);
    return count > 0 ? `${t().menu}\n${t().sets(scenarioName(app, workspace.scenarioId), count)}` : t().menu;
  };
  return (
    <>
      <button
        type="button"
        class="tab-more of-tab"
        aria-haspopup="menu"
        aria-label={t().menu}
        title={about()}
        style={{ order: 2 * ids().indexOf(workspace.scenarioId) + 1 }}
        onClick={ask('tab')}
      >
        ⋯
      </button>
      <div ref={end} class="tab-end">
        <button
          type="button"
          class="tab-more"
          aria-haspopup={workspace.scenarioId === workspace.base.id ? undefined : 'menu'}
          aria-label={t().create}
          title={ids().length < MOST_SCENARIOS ? t().create : t().tooMany(MOST_SCENARIOS)}
          disabled={ids().length >= MOST_SCENARIOS}
          onClick={ask('new')}
        >
          +
        </button>
      </div>
      <Show when={naming()} keyed>
        {(tab) => (
          <TabName
            tab={tab}
            label={t().name}
            name={scenarioName(app, tab.dataset.tab ?? '')}
            needed={t().nameNeeded}
            onEnd={endNaming}
          />
        )}
      </Show>
      <MenuAt
        at={menu()?.at}
        items={items()}
        label={label()}
        begin={menu()?.begin ?? 'none'}
        onClose={() => setMenu(undefined)}
      />
      <p class="visually-hidden" role="status">
        {said()}
      </p>
    </>
  );
}
