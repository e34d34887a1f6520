import type { Editor, Place } from '../../state/editor.ts';
import { columnEdge, lineEdge } from './edges.ts';

/** Rows that Page Up and Page Down move by, for the height of the sheet. */
export interface Page {
  readonly rows: number;
}

/** While a cell is being edited. @returns whether the key was used. */
export function editKey(event: KeyboardEvent, editor: Editor): boolean {
  const draft = editor.draft();
  // Enter that commits a candidate of an input method does not commit the cell.
  if (!draft || event.isComposing) return false;
  if (editor.pointing.key(event, (from, lines, columns) => far(editor, from, lines, columns))) return true;
  const commit = (move: () => void): boolean => {
    editor.commitAndMove(move);
    return true;
  };
  switch (event.key) {
    case 'Enter':
      return commit(() => editor.enter(event.shiftKey ? -1 : 1));
    case 'Tab':
      return commit(() => editor.move(0, event.shiftKey ? -1 : 1, { run: true }));
    case 'Escape':
      editor.cancel();
      return true;
    case 'F2':
      editor.caret();
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (draft.mode === 'edit') return false;
      const [lines, columns] = ARROWS[event.key] ?? [0, 0];
      return commit(() => editor.move(lines, columns));
    }
    default:
      return false;
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where Ctrl with an arrow leads. */
const far = (editor: Editor, from: Place, lines: number, columns: number): Place => ({
  line: lineEdge(editor, from, lines),
  column: columnEdge(editor, from, columns),
});

/** While cells are only selected. @returns whether the key was used. */
export function readyKey(event: KeyboardEvent, editor: Editor, page: Page): boolean {
  if (event.isComposing || event.altKey) return false;
  const { active } = editor.selection();
  const extend = event.shiftKey;
  const control = event.ctrlKey || event.metaKey;
  const last = editor.workspace.model().lines.length - 1;
  const arrow = ARROWS[event.key];
  if (arrow) {
    const [lines, columns] = arrow;
    if (control) editor.select(far(editor, active, lines, columns), extend);
    else editor.move(lines, columns, { extend });
    return true;
  }
  switch (event.key) {
    case 'Enter':
      if (control) return false;
      editor.enter(extend ? -1 : 1);
      return true;
    case 'Tab':
      if (control) return false;
      // At either end of the sheet Tab leaves it.
      if (extend ? active.column === 0 : active.column === editor.lastColumn) return false;
      editor.move(0, extend ? -1 : 1, { run: true });
      return true;
    case 'Home':
      editor.select({ line: control ? 0 : active.line, column: 0 }, extend);
      return true;
    case 'End':
      editor.select({ line: control ? last : active.line, column: editor.lastColumn }, extend);
      return true;
    case 'PageUp':
    case 'PageDown':
      editor.move(event.key === 'PageUp' ? -page.rows : page.rows, 0, { extend });
      return true;
    case 'F2':
      editor.begin('edit');
      return true;
    case 'Delete':
    case 'Backspace':
      editor.clear();
      return true;
    case 'a':
    case 'A':
      if (!control) return false;
      editor.select({ line: 0, column: 0 });
      editor.select({ line: last, column: editor.lastColumn }, true);
      return true;
    default:
      return false;
  }
}
