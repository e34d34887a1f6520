import { For, Show } from 'solid-js';
import { formatDate } from '../../i18n/format.ts';
import { MONEY_LABELS } from '../../i18n/money.ts';
import type { Lang } from '../../model/text.ts';
import { useApp } from '../../state/app.ts';
import { undo } from '../../state/commands/editing.ts';
import { moneyOf, moneysOf } from '../../state/insight/answer.ts';
import { Dialogs } from '../dialogs/Dialogs.tsx';
import type { MenuItems } from '../menus/items.ts';
import { MenuButton } from '../menus/MenuButton.tsx';
import { SelectField } from '../Select.tsx';
import { DocumentsMenu } from './DocumentsMenu.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { ImportButton } from './ImportButton.tsx';
import { ModelsMenu } from './ModelsMenu.tsx';
import { ShareButton } from './ShareButton.tsx';

/** What the whole page is about, and how it is read. */
export function Header() {
  const app = useApp();
  const { workspace, preferences, t, say, lang } = app;
  return (
    <header class="header">
      <h1 class="brand">
        <img src="./icon.svg" alt="" width="20" height="20" />
        {t().appName}
      </h1>
      <ModelsMenu />
      <DocumentsMenu />
      <div class="button-group">
        <StepButton name={t().header.undo} disabled={workspace.history().past.length === 0} onClick={() => undo(app)} />
        <StepButton
          name={t().header.redo}
          mirrored
          disabled={workspace.history().future.length === 0}
          onClick={() => workspace.redo()}
        />
      </div>
      <div class="spacer" />
      <Show when={workspace.model().known.length > 1}>
        <SelectField
          name={t().header.knownAsOf}
          named
          options={workspace.model().known}
          text={(known) => (known === 'latest' ? t().header.latest : formatDate(known, lang()))}
          value={workspace.view.known}
          onChange={(known) => workspace.dispatch({ kind: 'view', view: { known } })}
        />
      </Show>
      <Show when={moneysOf(workspace).length > 0}>
        <SelectField
          name={t().header.units}
          options={moneysOf(workspace)}
          text={(money) => say(MONEY_LABELS[money])}
          value={moneyOf(app)}
          onChange={preferences.setMoney}
        />
      </Show>
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

const HELP: MenuItems = [['guide', 'keyboard', 'methods', 'about']];

/** Each language by its own name. */
const LANGUAGES: readonly (readonly [Lang, string])[] = [
  ['en', 'English'],
  ['zh', '中文'],
];

/** One step back, or, mirrored, forth. */
function StepButton(props: { name: string; mirrored?: boolean; disabled: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      class="button"
      disabled={props.disabled}
      aria-label={props.name}
      onClick={() => props.onClick()}
    >
      <svg class="icon" classList={{ mirrored: props.mirrored }} viewBox="0 0 16 16" aria-hidden="true">
        <path d="M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
      <span class="button-text">{props.name}</span>
    </button>
  );
}
