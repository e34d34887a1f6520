import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import { countSet } from '../../document/document.ts';
import { MOST_SCENARIOS } from '../../document/scenarios.ts';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import { useApp } from '../../state/app.ts';
import { scenarioName } from '../../state/insight/cells.ts';
import { addScenario, moveTo, rename } from '../../state/structure/scenarios.ts';
import { listen } from '../listen.ts';
import type { Anchor, Begin } from '../menus/items.ts';
import { MenuAt } from '../menus/MenuAt.tsx';
import { TabName } from './TabName.tsx';
import { watchDrag } from './tabDrag.ts';
import { newItems, tabItems } from './tabItems.ts';
import './tabs.css';

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
  const { workspace, editor, viewMode } = app;
  let end!: HTMLDivElement;
  const [menu, setMenu] = createSignal<TabMenu>();
  const t = () => SCENARIOS[app.lang()];
  const [naming, setNaming] = createSignal<HTMLElement>();
  const [said, setSaid] = createSignal('');
  const ids = () => workspace.scenarioNames().map(({ id }) => id);
  const tabOf = (id: string) => props.list.querySelector<HTMLElement>(`[data-scenario="${CSS.escape(id)}"]`);
  const hit = (event: Event) => (event.target as Element).closest<HTMLElement>('[role="tab"]');

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
    const id = naming()?.dataset.scenario;
    if (id === undefined) return;
    const focused = props.tabs.contains(document.activeElement);
    setNaming(undefined);
    if (name !== undefined) rename(app, id, name);
    if (focused) tabOf(id)?.focus({ preventScroll: true });
  };
  /** Tabs that come and go, or to another place, take the focus with them: it stays with its tab, or the one in view. */
  const keepFocus = (id: string) => {
    if (document.activeElement === document.body)
      (tabOf(id) ?? tabOf(workspace.scenarioId))?.focus({ preventScroll: true });
  };
  const create = (from: string | undefined) => addScenario(app, from, startNaming);
  const move = (id: string, to: number) => {
    const focused = document.activeElement === tabOf(id);
    if (!moveTo(app, id, to)) return;
    if (focused) tabOf(id)?.focus({ preventScroll: true });
    reveal(tabOf(id));
    setSaid(t().moved(scenarioName(app, id), ids().indexOf(id) + 1, ids().length));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const tab = hit(event);
    const id = tab?.dataset.scenario;
    if (!tab || id === undefined) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.altKey && event.shiftKey && step !== undefined) move(id, ids().indexOf(id) + step);
    else if (event.key === 'F2') startNaming(id);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      setMenu({ kind: 'tab', id, at: tab, begin: 'first' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onContextMenu = (event: MouseEvent) => {
    const id = hit(event)?.dataset.scenario;
    if (id === undefined) return;
    event.preventDefault();
    if (!menu()) setMenu({ kind: 'tab', id, at: { x: event.clientX, y: event.clientY }, begin: 'none' });
  };
  const onDoubleClick = (event: MouseEvent) => {
    const id = hit(event)?.dataset.scenario;
    if (id !== undefined && !editor.pointing.ready) startNaming(id);
  };
  const onWheel = (event: WheelEvent) => {
    if (event.deltaX !== 0 || event.ctrlKey) return;
    const before = props.tabs.scrollLeft;
    props.tabs.scrollLeft += event.deltaY;
    if (props.tabs.scrollLeft !== before) event.preventDefault();
  };
  onMount(() => {
    const { list, tabs } = props;
    onCleanup(watchDrag(tabs, list, end, () => !editor.pointing.ready, move));
    listen(list, 'keydown', onKeyDown);
    listen(list, 'contextmenu', onContextMenu);
    listen(list, 'dblclick', onDoubleClick);
    listen(tabs, 'wheel', onWheel, { passive: false });
  });

  /** Opens a menu at its button; a click that no pointer made came from the keyboard. */
  const ask = (kind: TabMenu['kind']) => (event: MouseEvent & { currentTarget: HTMLElement }) => {
    if (kind === 'new' && workspace.scenarioId === workspace.base.id) create(undefined);
    else
      setMenu({
        kind,
        id: workspace.scenarioId,
        at: event.currentTarget,
        begin: event.detail === 0 ? 'first' : 'none',
      });
  };
  const items = () => {
    const open = menu();
    if (!open) return [];
    if (open.kind === 'new') return newItems(app, create);
    const { id } = open;
    const kept = (run: () => void) => () => {
      run();
      keepFocus(id);
    };
    return tabItems(app, id, { name: startNaming, move }).map((group) =>
      group.map((item) => ({ ...item, run: kept(item.run) })),
    );
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
        <Show when={viewMode.years()?.can()}>
          <button
            type="button"
            class="tab"
            role="switch"
            aria-checked={viewMode.byYear()}
            onClick={viewMode.years()?.toggle}
          >
            {viewMode.years()?.name(app.lang())}
          </button>
        </Show>
        <button
          type="button"
          class="tab"
          aria-pressed={viewMode.comparing()}
          onClick={() => viewMode.compare(!viewMode.comparing())}
        >
          {t().compare}
        </button>
      </div>
      <Show when={naming()} keyed>
        {(tab) => <TabName tab={tab} name={scenarioName(app, tab.dataset.scenario ?? '')} onEnd={endNaming} />}
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
