import { onCleanup } from 'solid-js';
import { listen } from '../listen.ts';
import { watchDrag } from './tabDrag.ts';

/** The tab that is meant by an event within it. */
const hit = (event: Event) => (event.target as Element).closest<HTMLElement>('[role="tab"]');

/**
 * What hands do with tabs beyond showing them, within a reactive owner: a drag and Alt+Shift+arrows move one, F2 and a
 * double click name it, a right click and the menu key ask for its menu. Tabs carry their ids as `data-tab`.
 */
export function watchTabs({
  tabs,
  list,
  end,
  first,
  ready,
  ids,
  move,
  name,
  askAt,
  others = {},
}: {
  /** What scrolls, and the list within; it may be the same. */
  readonly tabs: HTMLElement;
  readonly list: HTMLElement;
  /** What lies over the right end of the tabs. */
  readonly end: HTMLElement | undefined;
  /** How many tabs at the beginning stay where they are. */
  readonly first: number;
  /** Whether a press is for the tab, and not for what is being typed. */
  readonly ready: () => boolean;
  readonly ids: () => readonly string[];
  /** Given a tab and its new 0-based place. */
  readonly move: (id: string, to: number) => void;
  readonly name: (id: string) => void;
  /** Asked for the menu of a tab: by key at the tab itself, else where the pointer is. */
  readonly askAt: (id: string, at: HTMLElement | { readonly x: number; readonly y: number }) => void;
  /** What other keys do. */
  readonly others?: Readonly<Record<string, (id: string) => void>>;
}): void {
  onCleanup(watchDrag({ tabs, list, end, first, ready, move }));
  listen(list, 'keydown', (event: KeyboardEvent) => {
    const tab = hit(event);
    const id = tab?.dataset.tab;
    if (!tab || id === undefined) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.altKey && event.shiftKey && step !== undefined) move(id, ids().indexOf(id) + step);
    else if (event.key === 'F2') name(id);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) askAt(id, tab);
    else if (Object.hasOwn(others, event.key)) others[event.key]?.(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  listen(list, 'contextmenu', (event: MouseEvent) => {
    const id = hit(event)?.dataset.tab;
    if (id === undefined) return;
    event.preventDefault();
    askAt(id, { x: event.clientX, y: event.clientY });
  });
  listen(list, 'dblclick', (event: MouseEvent) => {
    const id = hit(event)?.dataset.tab;
    if (id !== undefined && ready()) name(id);
  });
}
