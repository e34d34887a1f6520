import { createSignal } from 'solid-js';
import { boxes, inBox } from '../../document/selection.ts';
import type { App } from '../../state/app.ts';
import type { Editor } from '../../state/sheet/editor.ts';
import type { Anchor, Begin, MenuItem, MenuItems } from '../menus/items.ts';
import { cellId } from './CellEditor.tsx';
import { type Hit, hit, isEditing, selectHit } from './pointer.ts';

/** What is selected as the menu opens: cells, whole lines, whole columns, or the sheet. */
type Selected = 'cells' | 'lines' | 'columns' | 'all';

const CLIPBOARD: readonly MenuItem[] = ['cut', 'copy', 'paste', 'pasteValues'];
const FILLING: readonly MenuItem[] = ['fillDown', 'fillRight', 'reset'];
const LINES: readonly MenuItem[] = [
  'insertAbove',
  'insertBelow',
  'duplicateLines',
  'editLine',
  'deleteLines',
  'keepLines',
  'chartLines',
];

/** What the menu of lines holds. */
export const LINE_MENU: MenuItems = [
  ['insertAbove', 'insertBelow', 'duplicateLines'],
  ['editLine', 'moveLinesUp', 'moveLinesDown', 'deleteLines', 'keepLines'],
  ['actualUntil', 'chartLines', 'byYear', 'years', 'figures'],
];

/** The groups of the sheet's menu, by what is selected; what else the sheet learns to do with it is added here. */
export const SHEET_MENU: Readonly<Record<Selected, MenuItems>> = {
  cells: [
    CLIPBOARD,
    FILLING,
    LINES,
    ['setTarget', 'goalSeek', 'tracePrecedents', 'traceDependents'],
    ['selectLines', 'selectColumns'],
    ['showFormulas'],
  ],
  lines: [CLIPBOARD, FILLING, LINES, ['moveLinesUp', 'moveLinesDown'], ['showFormulas']],
  // In a sheet of a line or two these are a cell or a line as well.
  columns: [CLIPBOARD, FILLING, LINES, ['actualUntil', 'byYear', 'years', 'showFormulas']],
  all: [['copy'], ['reset'], LINES, ['showFormulas']],
};

/** ms that a finger rests until it counts as a long press, and px that it may move meanwhile. */
const LONG_PRESS = 500;
const STEADY = 10;

function selected(editor: Editor): Selected {
  const all = boxes(editor.selection());
  const lines = all.every(({ left, right }) => left === 0 && right === editor.lastColumn);
  const columns = all.every(({ top, bottom }) => top === 0 && bottom === editor.lastLine);
  if (lines && columns) return 'all';
  return lines ? 'lines' : columns ? 'columns' : 'cells';
}

/** Whether what was hit is selected already, all of it. */
function isSelected(editor: Editor, found: Hit): boolean {
  const end = { line: editor.lastLine, column: editor.lastColumn };
  const [line, column] = ['line' in found ? found.line : undefined, 'column' in found ? found.column : undefined];
  const first = { line: line ?? 0, column: column ?? 0 };
  const last = { line: line ?? end.line, column: column ?? end.column };
  return boxes(editor.selection()).some((box) => inBox(first, box) && inBox(last, box));
}

/** The menu of the sheet: by the right button, a long press, or the keys for menus. */
export function createSheetMenu({ editor }: Pick<App, 'editor'>, focus: () => void, firstLine: () => number) {
  const [open, setOpen] = createSignal<{ at: Anchor; begin: Begin; items: MenuItems }>();
  const onClose = () => setOpen(undefined);
  const openAt = (x: number, y: number, begin: Begin) =>
    setOpen({ at: { x, y }, begin, items: SHEET_MENU[selected(editor)] });
  /** @returns whether the press was the menu's; in a cell that is typed in it is the browser's. */
  const press = (target: EventTarget | null, x: number, y: number): boolean => {
    const found = hit(target);
    if (!found) return false;
    // A finger that rests is told of twice where the browser knows it too; a formula that points goes on.
    if (open() || editor.pointing.ready || !editor.commit()) return true;
    if (!isSelected(editor, found)) selectHit(editor, found, firstLine);
    focus();
    openAt(x, y, 'none');
    return true;
  };
  const byKey = () => {
    const { line, column } = editor.selection().active;
    const { left = 0, bottom = 0 } = document.getElementById(cellId(line, column))?.getBoundingClientRect() ?? {};
    openAt(left, bottom, 'first');
  };
  editor.menu.onAsk(byKey);

  let resting: ReturnType<typeof setTimeout> | undefined;
  let from = { clientX: 0, clientY: 0 };
  const lift = () => clearTimeout(resting);
  return {
    open,
    shown: () => ({ ...(open() ?? { at: undefined, begin: 'none' as const, items: [] }), onClose }),
    handlers: {
      onContextMenu: (event: MouseEvent) => {
        if (isEditing(event)) return;
        // One for the field came from the keyboard, whose keys for menus are a command.
        const byKeyboard = event.target instanceof Element && event.target.matches('.cell-input');
        if (byKeyboard || press(event.target, event.clientX, event.clientY)) event.preventDefault();
      },
      onTouchStart: (event: TouchEvent) => {
        lift();
        const [touch, other] = event.touches;
        if (!touch || other || isEditing(event)) return;
        from = touch;
        resting = setTimeout(() => press(event.target, from.clientX, from.clientY), LONG_PRESS);
      },
      onTouchMove: (event: TouchEvent) => {
        const [touch] = event.touches;
        if (touch && Math.hypot(touch.clientX - from.clientX, touch.clientY - from.clientY) > STEADY) lift();
      },
      onTouchEnd: lift,
      onTouchCancel: lift,
    },
  };
}
