import { createSignal, For, type JSX, Show } from 'solid-js';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { useApp } from '../../state/app.ts';
import { Button } from '../Button.tsx';
import { Futures } from './Futures.tsx';
import type { QuestionProps } from './props.ts';
import { Table } from './Table.tsx';
import { Tornado } from './Tornado.tsx';
import './whatIf.css';

/** A question and what shows its answer; `on`: whether it is looked at. */
interface Tab {
  readonly id: 'futures' | 'tornado' | 'table';
  readonly show: (props: QuestionProps) => JSX.Element;
}

const TABS: readonly Tab[] = [
  { id: 'futures', show: Futures },
  { id: 'tornado', show: Tornado },
  { id: 'table', show: Table },
];

/** Where the methods tell how it is computed. */
const METHOD = { futures: 'futures', tornado: 'tornado', table: 'data-table' } as const;

/** Questions of the kind "what if", in the place of the sheet; chart, answer and assumptions stay beside them. */
export default function WhatIf() {
  const { viewMode, lang } = useApp();
  const t = () => WHAT_IF[lang()];
  const [tab, setTab] = createSignal<Tab['id']>('futures');
  const on = () => viewMode.place() === 'whatIf';
  const start = () => (
    <Show when={TABS.length > 1}>
      <fieldset class="segments" aria-label={t().region}>
        <For each={TABS}>
          {({ id }) => (
            <button type="button" class="segment" aria-pressed={tab() === id} onClick={() => setTab(id)}>
              {t().tabs[id]}
            </button>
          )}
        </For>
      </fieldset>
    </Show>
  );
  const end = () => (
    <span class="what-if-end">
      <a href={`#methods/${METHOD[tab()]}`} target="_blank" rel="noopener">
        {t().method}
      </a>
      <Button class="link" text={t().back} onClick={() => viewMode.stand('sheet')} />
    </span>
  );
  return (
    <section class="what-if" classList={{ away: !on() }} aria-label={t().region} inert={!on()}>
      <For each={TABS}>
        {({ id, show: Question }) => (
          <Show when={tab() === id}>
            <Question on={on()} start={start()} end={end()} />
          </Show>
        )}
      </For>
    </section>
  );
}
