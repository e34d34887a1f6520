import type { Editor, Place } from '../../state/editor.ts';

/** The place in the sheet under an event. Labels and units are places too; the header is none. */
function placeOf(event: Event): Place | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const cell = event.target.closest('[aria-colindex]');
  const row = cell?.closest('[aria-rowindex]');
  const line = Number(row?.getAttribute('aria-rowindex')) - 2;
  return cell && line >= 0 ? { line, column: Number(cell.getAttribute('aria-colindex')) - 1 } : undefined;
}

const isEditing = (event: Event): boolean =>
  event.target instanceof HTMLInputElement && event.target.classList.contains('editing');

/** Selecting by click, Shift+click and drag; editing by double click. A finger selects by tap, so that it can scroll. */
export function createPointer(editor: Editor, focus: () => void) {
  let dragging = false;
  /** A reference to a range is being drawn. */
  let pointing = false;
  const select = (event: MouseEvent) => {
    const place = placeOf(event);
    if (!place) return;
    pointing = editor.pointing.pointAt(place, event.shiftKey);
    if (pointing || !editor.commit()) return;
    editor.select(place, event.shiftKey);
    focus();
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      pointing = false;
      if (event.button !== 0 || event.pointerType === 'touch' || isEditing(event) || !placeOf(event)) return;
      // The browser would otherwise take the focus from the cell that is about to get it.
      event.preventDefault();
      dragging = true;
      select(event);
    },
    // After a tap the browser would take the focus from the formula, and so end it.
    onMouseDown: (event: MouseEvent) => {
      if (pointing && !isEditing(event)) event.preventDefault();
    },
    onPointerMove: (event: PointerEvent) => {
      if (!dragging) return;
      if ((event.buttons & 1) === 0) {
        dragging = false;
        return;
      }
      const place = placeOf(event);
      if (pointing) {
        if (place) editor.pointing.drag(place);
        return;
      }
      const { active } = editor.selection();
      if (place && (place.line !== active.line || place.column !== active.column)) editor.select(place, true);
    },
    onPointerUp: (event: PointerEvent) => {
      dragging = false;
      if (event.pointerType === 'touch' && !isEditing(event)) select(event);
    },
    onPointerCancel: () => {
      dragging = false;
    },
    onDblClick: (event: MouseEvent) => {
      if (editor.draft() || !placeOf(event)) return;
      editor.begin('edit');
      focus();
    },
  };
}
