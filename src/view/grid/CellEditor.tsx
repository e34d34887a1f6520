import { createEffect, createMemo, on, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { Painted } from './formula/lazy.ts';
import { createLineBreaks, linesOf, roomOf } from './lines.ts';
import type { Rect } from './rect.ts';

/** The id of the element of a cell, by 0-based line and column. */
export const cellId = (line: number, column: number): string => `cell-${line}-${column}`;

/**
 * The field to which the sheet's keys go. It holds the focus, empty and unseen, before anything is typed, so that the
 * first key is kept whatever input method makes it, and covers its cell once something is typed. It stays while the
 * cursor moves, so that moving costs neither blur nor focus; assistive technology follows `aria-activedescendant`.
 */
export function CellEditor(props: { box: Rect | undefined; ref: (input: HTMLTextAreaElement) => void }) {
  const app = useApp();
  const { editor, t } = app;
  let input!: HTMLTextAreaElement;
  const lineBreaks = createLineBreaks(app);
  const active = () => editor.selection().active;
  createEffect(() => {
    const text = editor.draft()?.text ?? '';
    if (input.value !== text) input.value = text;
  });
  createEffect(
    on(
      createMemo(() => editor.draft()?.mode),
      (mode) => {
        if (mode !== 'edit' || document.activeElement !== input) return;
        input.setSelectionRange(input.value.length, input.value.length);
        input.scrollLeft = input.scrollWidth;
        input.scrollTop = input.scrollHeight;
      },
    ),
  );
  const rows = createMemo(() => linesOf(editor.draft()?.text ?? ''));
  const tall = createMemo(() => rows() > 1);
  createEffect(
    on(tall, (grown) => {
      if (grown) input.style.maxWidth = `${roomOf(input)}px`;
      else if (!editor.pointing.active()) input.style.maxWidth = '';
    }),
  );
  createEffect(() => {
    const { box } = props;
    if (!box) return;
    input.style.transform = `translate(${box.left}px, ${box.top}px)`;
    input.style.setProperty('--cell-width', `${box.width}px`);
    input.style.minHeight = `${box.height}px`;
  });

  return (
    <>
      <Show when={editor.pointing.active() && !editor.pointing.away()}>
        <Painted field={input} box={props.box} />
      </Show>
      <textarea
        ref={(element) => {
          input = element;
          props.ref(element);
        }}
        class="cell-input"
        // On another scenario's sheet, where a formula points, its cell is not there.
        classList={{ editing: editor.draft() !== undefined && !editor.pointing.away(), tall: tall() }}
        rows={rows()}
        aria-label={t().sheet.editor}
        aria-controls="scenario-sheet"
        aria-activedescendant={editor.draft() ? undefined : cellId(active().line, active().column)}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        // A tap selects; the keyboard of a phone opens when the cell is edited.
        inputMode={editor.draft() ? 'text' : 'none'}
        onKeyDown={lineBreaks.onKeyDown}
        onKeyUp={lineBreaks.onKeyUp}
        onFocusIn={lineBreaks.onFocusIn}
        onBeforeInput={lineBreaks.onBeforeInput}
        onInput={(event) => {
          editor.type(event.currentTarget.value);
          if (!editor.draft()) input.value = '';
        }}
        onFocus={() => editor.pointing.attach(input)}
        onBlur={(event) => {
          // The name box is not to be given its address while somebody types over it.
          app.workspace.picture.show();
          editor.leaving = false;
          const next = event.relatedTarget;
          // A dialog gives the focus back, and what is typed goes on.
          if (next instanceof Element && next.closest('.formula-bar, dialog')) return;
          editor.commit();
        }}
      />
    </>
  );
}
