import { For, Show } from 'solid-js';
import { GUIDE, piecesOf } from '../../../i18n/guide.ts';
import { useApp } from '../../../state/app.ts';
import { Frame } from '../kit/Frame.tsx';
import type { DialogProps } from '../kit/props.ts';
import { TablesHelp } from './TablesHelp.tsx';
import './guide.css';

/** A first model from a blank one to a link, step by step, and which tables are read. */
export default function Guide(props: DialogProps) {
  const { lang } = useApp();
  const t = () => GUIDE[lang()];
  return (
    <Frame title={t().title} wide onClose={props.onClose}>
      <p class="muted">{t().about}</p>
      <For each={t().parts}>
        {(part) => (
          <section class="guide">
            <h3>{part.title}</h3>
            <ul>
              <For each={part.steps}>
                {(step) => (
                  <li>
                    <For each={piecesOf(step)}>
                      {({ text, typed }) => (
                        <Show when={typed} fallback={text}>
                          <code>{text}</code>
                        </Show>
                      )}
                    </For>
                  </li>
                )}
              </For>
            </ul>
            <Show when={part.head}>
              {(head) => (
                <table>
                  <thead>
                    <tr>
                      <For each={head()}>{(cell) => <th scope="col">{cell}</th>}</For>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={part.rows}>
                      {(row) => (
                        <tr>
                          <For each={row}>
                            {(cell) => (
                              <td>
                                <code>{cell}</code>
                              </td>
                            )}
                          </For>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              )}
            </Show>
          </section>
        )}
      </For>
      <section class="guide">
        <h3>{t().tables}</h3>
        <TablesHelp />
      </section>
    </Frame>
  );
}
