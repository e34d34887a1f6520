import { batch, createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show, untrack } from 'solid-js';
import type { Box, Place } from '../../document/selection.ts';
import { FIRST_PERIOD_COLUMN } from '../../model/address.ts';
import { useApp } from '../../state/app.ts';
import { editKey, sheetKey } from '../../state/commands/keys.ts';
import { createCoarse, textScale } from '../media.ts';
import { MenuAt } from '../menus/MenuAt.tsx';
import { CellEditor } from './CellEditor.tsx';
import { CellMessage } from './CellMessage.tsx';
import { createClipboard } from './clipboard.ts';
import { createColumns } from './columns.ts';
import { FormulaAids } from './formula/lazy.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { createPointer } from './pointer.ts';
import type { Rect } from './rect.ts';
import { createRowsInSight, ROW } from './rowsInSight.ts';
import { createSheetMenu } from './sheetMenu.ts';
import './grid.css';
import { lazyView } from '../lazyView.tsx';

const FillHandle = lazyView(() => import('./FillHandle.tsx'));
const Highlights = lazyView(() => import('./Highlights.tsx'));

/** px of the header, as the style sheet has it, in text of the usual size. */
const HEAD = 36;

/** The sheet of the scenario in view: the ARIA grid pattern, rows drawn as they come into sight. */
export function Grid() {
  const app = useApp();
  const { editor } = app;
  let scroller!: HTMLDivElement;
  const isCoarse = createCoarse();
  const [scale, setScale] = createSignal(textScale());
  const rowHeight = () => Math.round((isCoarse() ? ROW.coarse : ROW.fine) * scale());
  const head = () => HEAD * scale();
  const [height, setHeight] = createSignal(ROW.fine * 10);
  const [width, setWidth] = createSignal(0);
  const [scrollLeft, setScrollLeft] = createSignal(0);
  const [scrollTop, setScrollTop] = createSignal(0);
  const columns = createColumns(app, { element: () => scroller, width, scrollLeft, scale });
  const { edges } = columns;
  const rows = createRowsInSight(app, { scrollTop, height: () => height() - head(), row: rowHeight });
  const { tops } = rows;

  onMount(() => {
    const sizes = new ResizeObserver(() => {
      const { clientHeight, clientWidth, scrollTop } = scroller;
      const { line } = editor.selection().active;
      const end = tops()[line + 1] ?? 0;
      const wasInSight = end > scrollTop && end <= scrollTop + height() - head();
      setScale(textScale());
      setHeight(clientHeight);
      setWidth(clientWidth);
      // An answer that gets longer takes room from the sheet, and must not take the cursor out of sight.
      if (wasInSight && end > scrollTop + clientHeight - head()) scroller.scrollTop = end - clientHeight + head();
    });
    sizes.observe(scroller);
    onCleanup(() => sizes.disconnect());
  });

  let input!: HTMLTextAreaElement;
  const focusCursor = () => {
    if (document.activeElement !== input) input.focus({ preventScroll: true });
  };
  /** Brings a column into sight beside the sticky ones. */
  const showColumn = (column: number) => {
    const [label, box] = [edges()[0], edges()[column]];
    if (!label || !box || column < FIRST_PERIOD_COLUMN - 1) return;
    const left = untrack(scrollLeft);
    if (box.left - left < label.right) scroller.scrollLeft = box.left - label.right;
    else if (box.right - left > width()) scroller.scrollLeft = box.right - width();
  };
  /** Brings a line into sight, unless it is: scrolling in vain costs a layout. */
  const showLine = (line: number) => {
    const [start = 0, end = 0] = tops().subarray(line, line + 2);
    const top = untrack(scrollTop);
    if (start < top) scroller.scrollTop = start;
    else if (end > top + height() - head()) scroller.scrollTop = end - height() + head();
  };
  /** Where places stand in the sheet's content. */
  const measure = ({ top, bottom, left, right }: Box): Rect | undefined => {
    const [start, end] = [tops()[top], tops()[bottom + 1]];
    const [first, last] = [edges()[left], edges()[editor.shownFor(right)]];
    if (start === undefined || end === undefined || !first || !last) return undefined;
    return { left: first.left, top: head() + start, width: last.right - first.left, height: end - start };
  };
  const boxOf = ({ line, column }: Place): Rect | undefined =>
    measure({ top: line, bottom: line, left: column, right: column });
  const editorBox = createMemo(() => boxOf(editor.selection().active));
  createEffect(
    on(
      () => editor.pointing.place() ?? editor.shown(),
      (place) => {
        if (!place) return;
        showLine(place.line);
        showColumn(place.column);
      },
      { defer: true },
    ),
  );
  editor.sheetFocus.onAsk(focusCursor);

  const onKeyDown = (event: KeyboardEvent) => {
    editor.page = Math.max(1, Math.floor((height() - head()) / rowHeight()) - 1);
    const used = editor.draft() ? editKey(event, app, 'cell') : sheetKey(event, app);
    if (used) {
      event.preventDefault();
      event.stopPropagation();
      // A key may have led elsewhere, as to the name box or the menu.
      if (!editor.draft() && !menu.open() && scroller.contains(document.activeElement)) focusCursor();
    }
  };
  const menu = createSheetMenu(app, focusCursor, rows.first);
  const pointer = createPointer(
    editor,
    focusCursor,
    rows.first,
    () => menu.open() !== undefined,
    app.viewMode.inspect.ask,
  );
  const clipboard = createClipboard(app);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the editor within, the pointer's the grid's.
    <div
      ref={scroller}
      class="grid-scroll"
      onKeyDown={onKeyDown}
      onScroll={() =>
        batch(() => {
          setScrollLeft(scroller.scrollLeft);
          setScrollTop(scroller.scrollTop);
        })
      }
      style={{
        '--row-height': `${rowHeight()}px`,
        '--gutter-width': `${columns.gutter()}px`,
        '--label-width': `${columns.width(0)}px`,
        '--unit-width': `${columns.width(1)}px`,
        '--value-width': `${columns.width(2)}px`,
        '--content-width': `${columns.total()}px`,
      }}
      {...pointer}
      {...clipboard}
      {...menu.handlers}
    >
      <div
        id="scenario-sheet"
        class="grid"
        classList={{ formulas: editor.formulas() }}
        role="grid"
        aria-label={app.t().sheet.grid}
        aria-rowcount={tops().length}
        aria-colcount={edges().length}
        aria-multiselectable="true"
      >
        <GridHead columns={columns} />
        <div class="grid-body" role="rowgroup" style={{ height: `${tops().at(-1) ?? 0}px` }}>
          <For each={rows.drawn()}>
            {(row) => (
              <GridRow
                index={row}
                top={tops()[row] ?? 0}
                height={(tops()[row + 1] ?? 0) - (tops()[row] ?? 0)}
                columns={columns}
              />
            )}
          </For>
        </div>
      </div>
      <Show when={editor.pointing.active()}>
        <FormulaAids boxOf={boxOf} />
      </Show>
      <CellEditor
        box={editorBox()}
        ref={(element) => {
          input = element;
        }}
      />
      <Show when={app.hasInteracted() && app.isAnswered()}>
        <FillHandle measure={measure} visibleFrom={scrollLeft() + (edges()[0]?.right ?? 0)} />
      </Show>
      <Show when={app.highlights.shown()}>
        <Highlights measure={measure} />
      </Show>
      <CellMessage
        box={editorBox()}
        top={scrollTop() + head()}
        right={scrollLeft() + width()}
        bottom={scrollTop() + height()}
      />
      <MenuAt {...menu.shown()} />
    </div>
  );
}
