import { createSignal } from 'solid-js';
import { useApp } from '../../state/app.ts';
import type { MenuItems, Search } from '../menus/items.ts';
import { MenuButton } from '../menus/MenuButton.tsx';

/** The model that is open, and the way to all others: a new one, those that ship, the documents of this browser. */
export function ModelsMenu() {
  const app = useApp();
  const { workspace, editor, t, say } = app;
  const [items, setItems] = createSignal<() => MenuItems>(() => []);
  const [search, setSearch] = createSignal<Search>();
  const name = () => {
    const { id, name } = workspace.own() ?? workspace.model();
    return say(workspace.catalog.entries.find((entry) => entry.id === id)?.name ?? name);
  };
  const load = () =>
    import('./modelItems.ts').then(
      (part) => {
        setSearch(part.searchOf(app));
        setItems(() => part.modelItems(app));
        return true;
      },
      () => {
        editor.refuse('load');
        return false;
      },
    );
  return (
    <MenuButton
      label={`${t().header.models}: ${name()}`}
      class="select model-select"
      items={items()()}
      search={search()}
      onOpen={load}
    >
      {name()}
    </MenuButton>
  );
}
