import { createSignal, For, onCleanup } from 'solid-js';
import type { Disagreement } from '../../engine/port.ts';
import { TRANSACTIONS } from '../../i18n/transactions.ts';
import { download } from '../../io/download.ts';
import { useApp } from '../../state/app.ts';
import { keepLog, type Logged, MOST_LOGGED } from '../../state/document/log.ts';
import { Button } from '../Button.tsx';
import './transactionLog.css';

/** What has happened to the document, for a report of a fault: there with `?debug` in the address. */
export default function TransactionLog() {
  const { workspace, lang } = useApp();
  const t = () => TRANSACTIONS[lang()];
  const { kept, stop } = keepLog(workspace.gateway);
  onCleanup(stop);
  const [differing, setDiffering] = createSignal<readonly Disagreement[]>([]);
  workspace.engine.onDisagreement((one) => setDiffering((before) => [one, ...before].slice(0, MOST_LOGGED)));
  const file = () => JSON.stringify(differing().length > 0 ? [...kept(), { differing: differing() }] : kept(), null, 1);
  const what = ({ change, count }: Logged): string => {
    if (change?.kind === 'view') return JSON.stringify(change.view);
    if (change?.kind !== 'cells') return change?.parts.join(', ') ?? '';
    const [edit] = change.edits;
    const name = edit ? `${edit.scenario}!${edit.line}@${edit.slot}` : '';
    return `${name} = ${JSON.stringify(edit?.content ?? null)}${count === 1 ? '' : `, ${t().cells(count ?? 0)}`}`;
  };
  return (
    <details class="transaction-log">
      <summary>{t().title(kept().length)}</summary>
      <Button text={t().download} onClick={() => download(file(), 'foresheet-transactions.json')} />
      <For each={differing()}>
        {({ row, place, shown, held }) => <p>{t().differs(`${row.scenario}!${row.line}[${place}]`, shown, held)}</p>}
      </For>
      <ol>
        <For each={kept()}>
          {(one) => (
            <li>
              <span class="at">{(one.at / 1000).toFixed(2)} s</span>
              <span>{t().events[one.event]}</span>
              <span class="muted">{what(one)}</span>
            </li>
          )}
        </For>
      </ol>
    </details>
  );
}
