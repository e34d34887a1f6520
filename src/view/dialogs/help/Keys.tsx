import { For } from 'solid-js';
import { COMMAND_TEXTS, type CommandTitle } from '../../../i18n/commands.ts';
import { type App, useApp, useTexts } from '../../../state/app.ts';
import { type CommandGroup, GROUPS } from '../../../state/commands/command.ts';
import { COMMANDS } from '../../../state/commands/index.ts';
import { isMac, keyText } from '../../menus/keyText.ts';
import { Frame } from '../kit/Frame.tsx';
import type { DialogProps } from '../kit/props.ts';

/** A line of the help: what is done, and by which keys. */
interface Row {
  readonly title: CommandTitle;
  readonly keys: readonly string[];
}

/** The commands of a group that have keys; those that share a title are one row. */
function rowsOf(group: CommandGroup, app: App): Row[] {
  const rows = new Map<string, string[]>();
  for (const { group: own, title, keys, applies } of COMMANDS)
    if (own === group && keys && applies?.(app) !== false) rows.set(title, [...(rows.get(title) ?? []), ...keys]);
  return [...rows].map(([title, keys]) => ({ title: title as CommandTitle, keys: together(keys) }));
}

/** The four arrows, held with the same modifiers, as one: `Mod+Arrows`. */
function together(keys: readonly string[]): readonly string[] {
  const arrows = new Set(keys.map((own) => own.replace(/Arrow(Up|Down|Left|Right)$/, 'Arrows')));
  return keys.length === 4 && arrows.size === 1 ? [...arrows] : keys;
}

/** The keys, as the list of commands has them. */
export default function Keys(props: DialogProps) {
  const app = useApp();
  const texts = useTexts(COMMAND_TEXTS);
  return (
    <Frame title={texts().keyboard.title} wide onClose={props.onClose}>
      <p>{texts().keyboard.leaving}</p>
      <div class="key-groups">
        <For each={GROUPS.map((group) => ({ group, rows: rowsOf(group, app) }))}>
          {({ group, rows }) => (
            <section class="key-group">
              <h3>{texts().groups[group]}</h3>
              <dl>
                <For each={rows}>
                  {(row) => (
                    <div class="key-row">
                      <dt>{texts().titles[row.title]}</dt>
                      <dd>
                        <For each={row.keys}>{(keys) => <kbd>{keyText(keys, texts().keys, isMac())}</kbd>}</For>
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Frame>
  );
}
