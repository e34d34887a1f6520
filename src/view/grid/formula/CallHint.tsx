import { createMemo, For, Show } from 'solid-js';
import { parameterOf } from '../../../formula/call.ts';
import { useApp } from '../../../state/app.ts';
import type { Aids } from '../../../state/sheet/aids.ts';

export const HINT_ID = 'formula-arguments';

/** The arguments of the function at the caret: optional ones in brackets, the one being typed emphasised. */
export function CallHint(props: { aids: Aids }) {
  const { t } = useApp();
  return (
    <Show when={props.aids.call()}>
      {(call) => {
        const current = createMemo(() =>
          parameterOf(call().argument, call().info.parameters.length, call().info.repeats),
        );
        return (
          <div id={HINT_ID} class="call-hint" role="note" aria-label={t().formula.arguments}>
            <p class="call-signature">
              {call().name}(
              <For each={call().info.parameters}>
                {(parameter, i) => (
                  <>
                    {i() > 0 ? ', ' : ''}
                    <span
                      classList={{ current: i() === current() }}
                      aria-current={i() === current() ? 'true' : undefined}
                    >
                      {parameter.optional ? `[${parameter.name}]` : parameter.name}
                    </span>
                  </>
                )}
              </For>
              {call().info.repeats > 0 ? ', …' : ''})
            </p>
            <Show when={call().info.summary}>{(summary) => <p class="call-summary">{summary()}</p>}</Show>
          </div>
        );
      }}
    </Show>
  );
}
