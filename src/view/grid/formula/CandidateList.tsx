import { createEffect, For, on, Show } from 'solid-js';
import { useApp } from '../../../state/app.ts';
import type { Aids } from '../../../state/sheet/aids.ts';

export const LIST_ID = 'formula-candidates';
export const optionId = (index: number): string => `formula-candidate-${index}`;

/** The functions and names that the word at the caret can become. The focus stays in the field. */
export function CandidateList(props: { aids: Aids }) {
  const { t } = useApp();
  let list: HTMLDivElement | undefined;
  createEffect(
    on(
      () => [props.aids.chosen(), props.aids.candidates()] as const,
      ([chosen]) => list?.children[chosen]?.scrollIntoView({ block: 'nearest' }),
    ),
  );
  return (
    <Show when={props.aids.candidates().length > 0}>
      <div
        ref={(element) => {
          list = element;
        }}
        id={LIST_ID}
        class="candidates"
        role="listbox"
        aria-label={t().formula.candidates}
        // The field keeps the focus, also while the list is scrolled by its bar.
        onMouseDown={(event) => event.preventDefault()}
      >
        <For each={props.aids.candidates()}>
          {(candidate, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list go to the field, which keeps the focus.
            <div
              id={optionId(i())}
              class="candidate"
              role="option"
              tabIndex={-1}
              aria-selected={i() === props.aids.chosen()}
              onClick={() => props.aids.accept(candidate)}
            >
              <span class="candidate-kind" aria-hidden="true">
                {candidate.kind === 'function' ? 'ƒ' : ''}
              </span>
              <span class="candidate-name">{candidate.name}</span>
              <span class="candidate-note">{candidate.note}</span>
            </div>
          )}
        </For>
      </div>
    </Show>
  );
}
