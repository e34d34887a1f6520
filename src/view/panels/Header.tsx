import { For, Show } from 'solid-js';
import { formatDate } from '../../i18n/format.ts';
import { MONEY_LABELS, MONEYS, type Money } from '../../i18n/money.ts';
import type { Lang } from '../../model/text.ts';
import { useApp } from '../../state/app.ts';
import { Dialogs } from '../dialogs/Dialogs.tsx';
import type { MenuItems } from '../menus/items.ts';
import { MenuButton } from '../menus/MenuButton.tsx';
import { DocumentsMenu } from './DocumentsMenu.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { ImportButton } from './ImportButton.tsx';
import { ShareButton } from './ShareButton.tsx';

/** What the whole page is about, and how it is read. */
export function Header() {
  const { workspace, editor, preferences, t, say, lang } = useApp();
  const open = (id: string) => {
    editor.cancel();
    void workspace.open(id);
  };
  return (
    <header class="header">
      <h1 class="brand">
        <img src="./icon.svg" alt="" width="20" height="20" />
        {t().appName}
      </h1>
      <label class="field">
        <span class="visually-hidden">{t().header.model}</span>
        <select class="select model-select" onChange={(event) => open(event.currentTarget.value)}>
          <For each={workspace.catalog.entries}>
            {(model) => (
              <option value={model.id} selected={model.id === workspace.model().id}>
                {say(model.name)}
              </option>
            )}
          </For>
          <Show when={workspace.document().own}>
            {(own) => (
              <option value={own().id} selected>
                {say(own().name)}
              </option>
            )}
          </Show>
        </select>
      </label>
      <DocumentsMenu />
      <div class="button-group">
        <button
          type="button"
          class="button"
          disabled={workspace.history().past.length === 0}
          aria-label={t().header.undo}
          onClick={() => workspace.undo()}
        >
          <UndoIcon />
          <span class="button-text">{t().header.undo}</span>
        </button>
        <button
          type="button"
          class="button"
          disabled={workspace.history().future.length === 0}
          aria-label={t().header.redo}
          onClick={() => workspace.redo()}
        >
          <UndoIcon mirrored />
          <span class="button-text">{t().header.redo}</span>
        </button>
      </div>
      <div class="spacer" />
      <label class="field">
        <span class="field-label">{t().header.knownAsOf}</span>
        <select
          class="select"
          onChange={(event) => workspace.dispatch({ kind: 'view', view: { known: event.currentTarget.value } })}
        >
          <For each={workspace.model().known}>
            {(known) => (
              <option value={known} selected={known === workspace.view.known}>
                {known === 'latest' ? t().header.latest : formatDate(known, lang())}
              </option>
            )}
          </For>
        </select>
      </label>
      <label class="field">
        <span class="visually-hidden">{t().header.units}</span>
        <select class="select" onChange={(event) => preferences.setMoney(event.currentTarget.value as Money)}>
          <For each={MONEYS}>
            {(money) => (
              <option value={money} selected={money === preferences.money()}>
                {say(MONEY_LABELS[money])}
              </option>
            )}
          </For>
        </select>
      </label>
      <ImportButton />
      <ExportMenu />
      <ShareButton />
      <fieldset class="segments" aria-label={t().header.language}>
        <For each={LANGUAGES}>
          {([id, name]) => (
            <button
              type="button"
              class="segment"
              lang={id === 'zh' ? 'zh-CN' : 'en'}
              aria-pressed={lang() === id}
              onClick={() => preferences.setLang(id)}
            >
              {name}
            </button>
          )}
        </For>
      </fieldset>
      <MenuButton label={t().header.help} items={HELP} />
      <Dialogs />
    </header>
  );
}

const HELP: MenuItems = [['keyboard', 'methods', 'about']];

/** Each language by its own name. */
const LANGUAGES: readonly (readonly [Lang, string])[] = [
  ['en', 'English'],
  ['zh', '中文'],
];

function UndoIcon(props: { mirrored?: boolean }) {
  return (
    <svg class="icon" classList={{ mirrored: props.mirrored }} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}
