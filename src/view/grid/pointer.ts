import { type Place, samePlace } from '../../document/selection.ts';
import type { Editor } from '../../state/sheet/editor.ts';
import { followBeyond } from './beyond.ts';

/** What is under the pointer: a place (labels and units are places too), or the header of a line, of a column, of all. */
export type Hit =
  | ({ readonly on: 'place' } & Place)
  | { readonly on: 'line'; readonly line: number }
  | { readonly on: 'column'; readonly column: number }
  | { readonly on: 'all' };

export function hit(target: EventTarget | null): Hit | undefined {
  if (!(target instanceof Element)) return undefined;
  const row = target.closest('[aria-rowindex]');
  const line = Number(row?.getAttribute('aria-rowindex')) - 2;
  if (row && target.closest('.gutter')) return line < 0 ? { on: 'all' } : { on: 'line', line };
  const cell = target.closest('[aria-colindex]');
  const column = Number(cell?.getAttribute('aria-colindex')) - 1;
  if (!row || !cell) return undefined;
  return line < 0 ? { on: 'column', column } : { on: 'place', line, column };
}

/** Whether an event comes from the cell that is being typed in. */
export const isEditing = (event: Event): boolean =>
  event.target instanceof Element && event.target.classList.contains('editing');

/** Selects what was hit: Shift extends the range to it, Ctrl adds it. `firstLine`: the first one in sight. */
function select(editor: Editor, found: Hit, event: MouseEvent, firstLine: () => number): void {
  const keep = event.ctrlKey || event.metaKey;
  const { active, range } = editor.selection();
  switch (found.on) {
    case 'place':
      if (keep && !event.shiftKey) editor.add(found);
      else editor.select(found, event.shiftKey);
      break;
    case 'line': {
      const from = event.shiftKey ? range.from.line : found.line;
      const to = { line: found.line, column: editor.lastColumn };
      editor.selectRange(
        { from: { line: from, column: 0 }, to },
        event.shiftKey ? active : { line: from, column: 0 },
        keep,
      );
      break;
    }
    case 'column': {
      const from = event.shiftKey ? range.from.column : found.column;
      const to = { line: editor.lastLine, column: found.column };
      const start = event.shiftKey ? active : { line: firstLine(), column: from };
      editor.selectRange({ from: { line: 0, column: from }, to }, start, keep);
      break;
    }
    case 'all':
      editor.selectAll();
  }
}

/** Selects what was hit alone. */
export const selectHit = (editor: Editor, found: Hit, firstLine: () => number): void =>
  select(editor, found, new MouseEvent('click'), firstLine);

/** Draws the range on while the button is held. */
function drag(editor: Editor, begun: Hit['on'], found: Hit): void {
  const { range, active } = editor.selection();
  if (begun === 'place' && found.on === 'place') {
    if (found.line !== range.to.line || found.column !== range.to.column) editor.select(found, true);
  } else if (begun === 'line' && 'line' in found && found.line !== range.to.line) {
    editor.redraw({ from: range.from, to: { line: found.line, column: range.to.column } }, active);
  } else if (begun === 'column' && 'column' in found && found.column !== range.to.column) {
    editor.redraw({ from: range.from, to: { line: range.to.line, column: found.column } }, active);
  }
}

/** ms between the two taps of a double tap, at most; and after one before it is taken for a single one. */
const DOUBLE = 500;
const SINGLE = 300;

/**
 * Selecting by click, Shift+click, Ctrl+click and drag; editing by double click. A finger scrolls by drawing, so that it
 * selects by tap and edits by double tap, as on the tables of Excel and Google for phones; a single tap on what is
 * selected already opens no keyboard. `held`: whether the press under way has become something else; `onTap`: a place was tapped, once.
 */
export function createPointer(
  editor: Editor,
  focus: () => void,
  firstLine: () => number,
  held: () => boolean,
  onTap: () => void,
) {
  let dragging: Hit['on'] | undefined;
  /** A reference to a range is being drawn, and not a selection. */
  let pointing = false;
  /** The place that a finger tapped last, and when; `tapped`: the mouse events that come now are of that tap. */
  let last: { readonly line: number; readonly column: number; readonly time: number } | undefined;
  let tapped = false;
  let single: ReturnType<typeof setTimeout> | undefined;
  const tap = (event: PointerEvent, found: Hit) => {
    tapped = press(event, found);
    if (!tapped || found.on !== 'place' || pointing) return;
    const again = last && samePlace(last, found) && event.timeStamp - last.time < DOUBLE;
    last = again ? undefined : { line: found.line, column: found.column, time: event.timeStamp };
    if (!again) {
      single = setTimeout(onTap, SINGLE);
      return;
    }
    editor.begin('edit');
    focus();
  };
  const press = (event: MouseEvent, found: Hit): boolean => {
    pointing = found.on === 'place' && editor.pointing.pointAt(found, event.shiftKey);
    if (pointing) return true;
    if (!editor.commit()) return false;
    select(editor, found, event, firstLine);
    focus();
    return true;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      clearTimeout(single);
      pointing = false;
      tapped = false;
      const found = hit(event.target);
      if (event.button !== 0 || event.pointerType === 'touch' || isEditing(event) || !found) return;
      // The browser would otherwise take the focus from the cell that is about to get it.
      event.preventDefault();
      dragging = press(event, found) ? found.on : undefined;
      if (dragging === 'place' && event.currentTarget instanceof Element) followBeyond(editor, event.currentTarget);
    },
    // After a tap the browser would take the focus from the sheet, or from a formula, and so end it; so would the right button.
    onMouseDown: (event: MouseEvent) => {
      if ((pointing || tapped || event.button === 2) && !isEditing(event)) event.preventDefault();
    },
    onPointerMove: (event: PointerEvent) => {
      if (!dragging) return;
      if ((event.buttons & 1) === 0) {
        dragging = undefined;
        return;
      }
      const found = hit(event.target);
      if (found && pointing) {
        if (found.on === 'place') editor.pointing.drag(found);
      } else if (found) drag(editor, dragging, found);
    },
    onPointerUp: (event: PointerEvent) => {
      dragging = undefined;
      const found = hit(event.target);
      if (event.pointerType === 'touch' && !held() && !isEditing(event) && found) tap(event, found);
    },
    onPointerCancel: () => {
      dragging = undefined;
    },
    onDblClick: (event: MouseEvent) => {
      // Browsers call two quick taps near each other a double click, also on two cells.
      if (tapped || editor.draft() || hit(event.target)?.on !== 'place') return;
      editor.begin('edit');
      focus();
    },
  };
}
