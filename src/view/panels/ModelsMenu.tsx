import { createSignal } from 'solid-js';
import { headed } from '../../i18n/format.ts';
import { type App, useApp } from '../../state/app.ts';
import type { MenuItems, Search } from '../menus/items.ts';
import { MenuButton } from '../menus/MenuButton.tsx';

/** The name of the model that is open, as its menu shows it. */
export function modelName({ workspace, say }: Pick<App, 'workspace' | 'say'>): string {
  const { id, name } = workspace.own() ?? workspace.model();
  return say(workspace.catalog.entries.find((entry) => entry.id === id)?.name ?? name);
}

/** The model that is open, and the way to all others: a new one, those that ship, the documents of this browser. */
export function ModelsMenu() {
  const app = useApp();
  const { editor, t, lang } = app;
  const [items, setItems] = createSignal<() => MenuItems>(() => []);
  const [search, setSearch] = createSignal<Search>();
  const name = () => modelName(app);
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
      label={headed(t().header.models, name(), lang())}
      class="select model-select"
      items={items()()}
      search={search()}
      onOpen={load}
    >
      {name()}
    </MenuButton>
  );
}
