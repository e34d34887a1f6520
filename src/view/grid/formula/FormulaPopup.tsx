import { createEffect, createMemo, createSignal, onCleanup, onMount, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { useApp } from '../../../state/app.ts';
import type { Aids } from '../../../state/sheet/aids.ts';
import { listen } from '../../listen.ts';
import { CallHint, HINT_ID } from './CallHint.tsx';
import { CandidateList, LIST_ID, optionId } from './CandidateList.tsx';
import { describeField } from './describeField.ts';

/** px that the list and the hint need; with less below the field they stand above it. */
const ROOM = 240;

/** What is shown at the field of a formula: the arguments of the function, and what the word can become. */
export function FormulaPopup(props: { aids: Aids }) {
  const { pointing } = useApp().editor;
  const open = createMemo(() => props.aids.candidates().length > 0);
  const hint = createMemo(() => props.aids.call() !== undefined);
  const field = createMemo(() => {
    const focused = pointing.field();
    return focused instanceof HTMLTextAreaElement ? focused : undefined;
  });
  const [place, setPlace] = createSignal<Readonly<Record<string, string>>>({});

  // Read when something may have moved, and not at every key: it lays the page out.
  const measure = () => {
    const anchor = pointing.away() ? document.querySelector('.formula-input') : field();
    if (!anchor) return;
    const { left, top, bottom } = anchor.getBoundingClientRect();
    const above = innerHeight - bottom < ROOM && top > innerHeight - bottom;
    setPlace({
      left: `${Math.max(0, Math.min(left, innerWidth - 320))}px`,
      ...(above
        ? { bottom: `${innerHeight - top + 2}px`, top: 'auto', 'max-height': `${top - 8}px` }
        : { top: `${bottom + 2}px`, bottom: 'auto', 'max-height': `${innerHeight - bottom - 8}px` }),
    });
  };
  createEffect(() => {
    if (open() || hint()) measure();
  });
  onMount(() => {
    listen(window, 'resize', measure);
    listen(document, 'scroll', measure, { capture: true, passive: true });
  });

  createEffect(() => {
    const element = field();
    if (!element) return;
    onCleanup(
      describeField(element, {
        // A field of several lines is a textbox and no combobox: it has no expanded state.
        'aria-autocomplete': 'list',
        ...(open() ? { 'aria-controls': LIST_ID, 'aria-activedescendant': optionId(props.aids.chosen()) } : {}),
        ...(hint() ? { 'aria-describedby': HINT_ID } : {}),
      }),
    );
  });

  return (
    <Show when={open() || hint()}>
      {/* Within the landmark, and in none of its panels, which would clip it. */}
      <Portal
        mount={document.querySelector('main') ?? document.body}
        ref={(box) => box.classList.add('formula-portal')}
      >
        <div class="formula-popup" style={place()}>
          <CallHint aids={props.aids} />
          <CandidateList aids={props.aids} />
        </div>
      </Portal>
    </Show>
  );
}
