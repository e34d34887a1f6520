import { createMemo, createSignal, For, Show, untrack } from 'solid-js';
import { countSet } from '../../document/document.ts';
import { withLooks } from '../../document/looks.ts';
import { COMPARE } from '../../i18n/compare.ts';
import { useApp } from '../../state/app.ts';
import { cellName } from '../../state/insight/cells.ts';
import { differencesOf, type First, type OverrideDifference } from '../../state/insight/differences.ts';
import { reset, resetCell } from '../../state/structure/scenarios.ts';
import { Button } from '../Button.tsx';
import { ScenarioSign } from '../ScenarioSign.tsx';
import { createSettled } from '../settled.ts';

/** How many cells of a scenario are listed at first, and how many more each time that they are asked for. */
const LISTED = 40;
const MORE = 400;

/** What each scenario sets against what it would inherit, and why; each a jump, each with its way back. */
export function ChangeList(props: { on: boolean; scenarios: readonly string[] }) {
  const { lang } = useApp();
  return (
    <section class="changes" aria-label={COMPARE[lang()].changes}>
      <h3 class="changes-title">{COMPARE[lang()].changes}</h3>
      <Show when={props.on}>
        <For each={props.scenarios}>{(id) => <Changes id={id} />}</For>
      </Show>
    </section>
  );
}

function Changes(props: { id: string }) {
  const app = useApp();
  const { workspace, dialogs, say, lang } = app;
  const t = () => COMPARE[lang()];
  const [most, setMost] = createSignal(LISTED);
  const scenario = createMemo(() => withLooks(workspace.document().scenarios).find(({ id }) => id === props.id));
  // What is settled is worked out at once: so it is no more than that there is something to tell.
  const settled = createSettled(() => [scenario(), workspace.document(), workspace.model(), lang()]);
  const found = createMemo((): First<OverrideDifference> => {
    const [many] = [most(), settled()];
    const one = untrack(scenario);
    return one ? untrack(() => differencesOf(app, one, many, MORE)) : { told: [], rest: 0 };
  });
  const isBase = () => props.id === workspace.base.id;
  return (
    <Show when={scenario()}>
      {(one) => (
        <section class="changes-of" aria-label={say(one().name)}>
          <h4 class="changes-head">
            <ScenarioSign look={one()} />
            <span class="tab-name">{say(one().name)}</span>
          </h4>
          <p class="changes-ways">
            <Show when={!isBase()}>
              <Button
                class="link"
                text={app.t().sheet.bridge}
                onClick={() => dialogs.show({ name: 'bridge', to: props.id })}
              />
            </Show>
            <Show when={countSet(workspace.openModel, one()) > 1}>
              <Button class="link" text={t().resetAll} onClick={() => reset(app, props.id)} />
            </Show>
          </p>
          <Show when={found().told.length === 0}>
            <p class="muted">{isBase() ? t().nothingInBase : t().nothing}</p>
          </Show>
          <ul>
            <For each={found().told}>{(difference) => <Change difference={difference} />}</For>
          </ul>
          <Show when={found().rest > 0}>
            <Button class="link" text={t().more(found().rest)} onClick={() => setMost(most() + MORE)} />
          </Show>
        </section>
      )}
    </Show>
  );
}

function Change(props: { difference: OverrideDifference }) {
  const app = useApp();
  const { editor, lang } = app;
  const t = () => COMPARE[lang()];
  const name = () => cellName(app, props.difference.cell);
  return (
    <li class="change">
      <Button class="link" text={name()} onClick={() => editor.show(props.difference.cell)} />
      <span class="change-pair">
        {props.difference.before} <span aria-hidden="true">→</span> <b>{props.difference.after}</b>
      </span>
      <Button
        class="link change-reset"
        label={t().resetCell(name())}
        text={t().reset}
        onClick={() => resetCell(app, props.difference.cell)}
      />
      <Show when={props.difference.reason}>{(reason) => <p class="muted">{reason()}</p>}</Show>
    </li>
  );
}
