import { For, Show } from 'solid-js';
import { formatDate } from '../../i18n/format.ts';
import { MONEY_LABELS } from '../../i18n/money.ts';
import type { Lang } from '../../model/text.ts';
import { useApp } from '../../state/app.ts';
import { moneyOf, moneysOf } from '../../state/insight/answer.ts';
import type { MenuItems } from '../menus/items.ts';
import { SelectField } from '../Select.tsx';

export const HELP: MenuItems = [['guide', 'keyboard', 'methods', 'about']];

/** By which date what is shown was known, where that makes a difference. */
export function KnownChoice() {
  const { workspace, t, lang } = useApp();
  return (
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
  );
}

/** The unit of money of chart and answer, where the model has money. `named`: what it is called is also seen. */
export function MoneyChoice(props: { named?: boolean }) {
  const app = useApp();
  const { workspace, preferences, t, say, lang } = app;
  return (
    <Show when={moneysOf(workspace, lang()).length > 1}>
      <SelectField
        name={t().header.units}
        named={props.named ?? false}
        options={moneysOf(workspace, lang())}
        text={(money) => say(MONEY_LABELS[money])}
        value={moneyOf(app)}
        onChange={preferences.setMoney}
      />
    </Show>
  );
}

/** Each language by its own name. */
const LANGUAGES: readonly (readonly [Lang, string])[] = [
  ['en', 'English'],
  ['zh', '中文'],
];

export function LanguageChoice() {
  const { preferences, t, lang } = useApp();
  return (
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
  );
}
