import type { App } from '../../state/app.ts';
import type { Editor } from '../../state/editor.ts';
import { isSingle, type Place } from '../../state/selection.ts';
import { columnEdge, lineEdge } from './edges.ts';

/** Rows that Page Up and Page Down move by, for the height of the sheet. */
export interface Page {
  readonly rows: number;
}

/** While a cell is being edited. @returns whether the key was used. */
export function editKey(event: KeyboardEvent, { editor, hands }: Pick<App, 'editor' | 'hands'>): boolean {
  const draft = editor.draft();
  if (!draft || isComposing(event)) return false;
  if (editor.pointing.key(event, (from, lines, columns) => far(editor, from, lines, columns))) return true;
  const commit = (move: () => void): boolean => {
    editor.commitAndMove(move);
    return true;
  };
  switch (event.key) {
    case 'Enter':
      if (event.ctrlKey || event.metaKey) hands.use((part) => part.fillDraft());
      else commit(() => editor.enter(event.shiftKey ? -1 : 1));
      return true;
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

/**
 * Whether a key belongs to an input method. Enter that commits a candidate does not commit the cell: Safari ends the
 * composition before that key, and tells of it only by the code 229.
 */
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Where Ctrl with an arrow leads. */
const far = (editor: Editor, from: Place, lines: number, columns: number): Place => ({
  line: lineEdge(editor, from, lines),
  column: columnEdge(editor, from, columns),
});

/** While cells are only selected. @returns whether the key was used. */
export function readyKey(event: KeyboardEvent, app: Pick<App, 'editor' | 'hands'>, page: Page): boolean {
  if (isComposing(event) || event.altKey) return false;
  const { editor, hands } = app;
  const { active, range } = editor.selection();
  const extend = event.shiftKey;
  if (event.ctrlKey || event.metaKey) return controlKey(event, app);
  const arrow = ARROWS[event.key];
  if (arrow) {
    editor.move(arrow[0], arrow[1], { extend });
    return true;
  }
  switch (event.key) {
    case 'Enter':
      editor.enter(extend ? -1 : 1);
      return true;
    case 'Tab':
      // At either end of the sheet Tab leaves it.
      if (isSingle(editor.selection()) && active.column === (extend ? 0 : editor.lastColumn)) return false;
      editor.move(0, extend ? -1 : 1, { run: true });
      return true;
    case 'Home':
      editor.select({ line: (extend ? range.to : active).line, column: 0 }, extend);
      return true;
    case 'End':
      editor.select({ line: (extend ? range.to : active).line, column: editor.lastColumn }, extend);
      return true;
    case 'PageUp':
    case 'PageDown':
      editor.move(event.key === 'PageUp' ? -page.rows : page.rows, 0, { extend });
      return true;
    case ' ':
      if (!extend) return false;
      editor.selectWhole('lines');
      return true;
    case 'F2':
      editor.begin('edit');
      return true;
    case 'Delete':
    case 'Backspace':
      editor.clear();
      return true;
    case 'Escape':
      hands.now?.clipboard.forget();
      return false;
    default:
      return false;
  }
}

/** With Ctrl. What is not named here stays the browser's: find, print, a new tab, and reload outside of a fill. */
function controlKey(event: KeyboardEvent, { editor, hands }: Pick<App, 'editor' | 'hands'>): boolean {
  const { active, range } = editor.selection();
  const extend = event.shiftKey;
  const start = extend ? range.to : active;
  const arrow = ARROWS[event.key];
  if (arrow) {
    const [lines, columns] = arrow;
    editor.select(far(editor, start, lines, columns), extend);
    return true;
  }
  if (event.key === 'Home' || event.key === 'End') {
    const home = event.key === 'Home';
    editor.select({ line: home ? 0 : editor.lastLine, column: home ? 0 : editor.lastColumn }, extend);
    return true;
  }
  if (event.code === 'Backquote' && !extend) {
    editor.toggleFormulas();
    return true;
  }
  // The paste that follows brings text alone, and does not tell that Shift was held.
  if (event.key.toLowerCase() === 'v') hands.use(({ clipboard }) => clipboard.pasteNext(extend));
  if (extend) return false;
  switch (event.key.toLowerCase()) {
    case 'a':
      editor.selectAll();
      return true;
    case ' ':
      editor.selectWhole('columns');
      return true;
    case 'g':
      editor.askName();
      return true;
    case 'd':
    case 'r':
      if (isSingle(editor.selection())) return false;
      hands.use((part) => part.fillSelection(event.key.toLowerCase() === 'd' ? 'down' : 'right'));
      return true;
    default:
      return false;
  }
}
