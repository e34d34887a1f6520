import { createEffect, createMemo, Show } from 'solid-js';
import { parseCellName } from '../../analysis/answer.ts';
import { parseA1 } from '../../model/address.ts';
import { cellOf } from '../../model/coarse.ts';
import type { Slot } from '../../model/content.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import { firstPeriod } from '../../model/model.ts';
import { inOtherStep, readPeriod, stepOf, stepOfOrdinal } from '../../model/periods.ts';
import { useApp } from '../../state/app.ts';
import { editKey } from '../../state/commands/keys.ts';
import { MenuButton } from '../menus/MenuButton.tsx';
import { FindButton } from './FindButton.tsx';
import { Painted } from './formula/lazy.ts';
import { createLineBreaks, linesOf } from './lines.ts';
import { LINE_MENU } from './sheetMenu.ts';

/** Name box and formula bar: where the cursor is, and what its cell holds; both can be typed in. */
export function FormulaBar() {
  const app = useApp();
  const { editor, workspace, t } = app;
  let bar!: HTMLTextAreaElement;
  const lineBreaks = createLineBreaks(app);
  let box!: HTMLInputElement;
  const source = createMemo(() => {
    const draft = editor.draft();
    if (draft) return draft.text;
    return editor.textAt(editor.selection().active);
  });
  /** An address in A1, a line's id, with a period if wanted (`gd_scale@2025`), or a period of this line. What is neither changes nothing. */
  const goTo = (text: string) => {
    const place = parseA1(text);
    const typed = text.trim().toLowerCase();
    const here = workspace.model().lines[editor.selection().active.line]?.id;
    const named = parseCellName(readPeriod(typed) ? `${here}@${typed}` : typed);
    const line = workspace.line(named.line);
    if (place && place.lineIndex >= 0) editor.select({ line: place.lineIndex, column: place.column });
    else if (line) {
      const slot = slotFor(line, named.slot);
      if (!editor.jump({ scenario: workspace.scenarioId, line: line.id, slot }))
        import('../../state/structure/periods.ts').then(
          (part) => part.refusePeriod(app, slot),
          () => editor.refuse('load'),
        );
    }
    box.value = editor.address;
    editor.focus();
  };
  /** Of a longer or a shorter period the one in which it ends. */
  const slotFor = (line: Line, slot: Slot): Slot => {
    const { periods } = workspace.model();
    if (slot === 'value') return hasPeriods(line) ? firstPeriod(line, periods) : slot;
    const period = inOtherStep(slot, { ...periods, step: stepOfOrdinal(slot) ?? 'year' }, stepOf(periods));
    return cellOf(line, period, periods) ?? period;
  };

  editor.nameFocus.onAsk(() => box.focus());
  // What somebody types in it stays where the cursor moves meanwhile, as at the end of a long paste.
  createEffect(() => {
    const { address } = editor;
    if (document.activeElement !== box) box.value = address;
  });

  return (
    <div class="formula-bar">
      <input
        ref={box}
        class="name-box"
        aria-label={t().sheet.nameBox}
        autocomplete="off"
        spellcheck={false}
        onFocus={() => box.select()}
        onBlur={() => {
          box.value = editor.address;
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') goTo(box.value);
          else if (event.key === 'Escape') editor.focus();
        }}
      />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <div
        class="formula-field"
        classList={{ tall: linesOf(source()) > 1 }}
        style={{ '--lines': String(linesOf(source())) }}
      >
        <Show when={editor.pointing.active()}>
          <Painted field={bar} />
        </Show>
        <textarea
          ref={bar}
          rows={1}
          class="formula-input"
          aria-label={t().sheet.formulaBar}
          value={source()}
          readOnly={!editor.takesText(editor.selection().active)}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onFocus={() => {
            editor.pointing.attach(bar);
            if (!editor.draft() && editor.takesText(editor.selection().active)) editor.begin('edit');
          }}
          onBeforeInput={lineBreaks.onBeforeInput}
          onKeyUp={lineBreaks.onKeyUp}
          onFocusIn={lineBreaks.onFocusIn}
          onInput={(event) => editor.type(event.currentTarget.value)}
          onKeyDown={(event) => {
            lineBreaks.onKeyDown();
            if (editKey(event, app, 'bar')) event.preventDefault();
          }}
          onBlur={(event) => {
            const next = event.relatedTarget;
            if (next instanceof Element && next.closest('.cell-input, dialog')) return;
            editor.commit();
          }}
        />
      </div>
      <FindButton />
      <MenuButton label={t().sheet.lines} items={LINE_MENU} />
    </div>
  );
}
