import { createEffect, createMemo, onMount, Show } from 'solid-js';
import { type CellRef, sameCell } from '../../model/content.ts';
import { useApp } from '../../state/app.ts';

/**
 * The input of the cell with the cursor. It is there, empty and unseen, before anything is typed, so that the first key
 * is kept whatever input method makes it; once something is typed it covers the cell.
 */
export function CellInput(props: { cell: CellRef | undefined; label: string; problem: string | undefined }) {
  const { editor, t } = useApp();
  let input!: HTMLInputElement;
  const draft = createMemo(() => {
    const current = editor.draft();
    return current && sameCell(current.cell, props.cell) ? current : undefined;
  });
  createEffect(() => {
    const text = draft()?.text ?? '';
    if (input.value !== text) input.value = text;
  });
  const mode = createMemo(() => draft()?.mode);
  createEffect(() => {
    if (mode() === 'edit' && document.activeElement === input) {
      input.setSelectionRange(input.value.length, input.value.length);
      input.scrollLeft = input.scrollWidth;
    }
  });
  onMount(() => {
    // A sheet that has the focus hands it to the cell that the cursor has come to.
    if (editor.holdsFocus) input.focus({ preventScroll: true });
  });
  const message = createMemo(() => {
    const refusal = editor.refusal();
    if (refusal) return refusal === 'long' ? t().sheet.long : t().sheet.readonly;
    return draft() ? undefined : props.problem;
  });

  return (
    <>
      <input
        ref={input}
        class="cell-input"
        classList={{ editing: draft() !== undefined }}
        aria-label={props.label}
        aria-readonly={props.cell ? undefined : 'true'}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        // A tap selects; the keyboard of a phone opens when the cell is edited.
        inputMode={draft() ? 'text' : 'none'}
        onInput={(event) => {
          if (!props.cell) input.value = '';
          editor.type(event.currentTarget.value);
        }}
        onBlur={(event) => {
          const next = event.relatedTarget;
          if (next instanceof Element && next.closest('.formula-bar')) return;
          if (draft()) editor.commit();
        }}
      />
      <Show when={message()}>
        {(text) => (
          <span class="cell-message" role="alert">
            {text()}
          </span>
        )}
      </Show>
    </>
  );
}
