import { createVirtualizer, defaultRangeExtractor } from '@tanstack/solid-virtual';
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, untrack } from 'solid-js';
import { columnName, FIRST_PERIOD_COLUMN } from '../../model/address.ts';
import { years } from '../../model/model.ts';
import { useApp } from '../../state/app.ts';
import { GridRow } from './GridRow.tsx';
import { editKey, readyKey } from './keys.ts';
import { createPointer } from './pointer.ts';
import './grid.css';

/** Heights in px, as the style sheet has them. */
const ROW = 28;
const HEADING_ROW = 36;
const HEAD = 44;

/** The sheet of the scenario in view: the ARIA grid pattern, rows drawn as they come into sight. */
export function Grid() {
  const app = useApp();
  const { workspace, editor } = app;
  let scroller!: HTMLDivElement;
  const [height, setHeight] = createSignal(ROW * 10);
  const periods = createMemo(() => years(workspace.model().periods));
  const lines = createMemo(() => workspace.model().lines);

  const rows = createVirtualizer({
    get count() {
      return lines().length;
    },
    getScrollElement: () => scroller,
    estimateSize: (i) => (lines()[i]?.kind === 'heading' && i > 0 ? HEADING_ROW : ROW),
    overscan: 8,
    scrollPaddingStart: HEAD,
    // The row with the cursor stays in the document, so that the focus is not lost by scrolling.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const active = untrack(editor.selection).active.line;
      return shown.includes(active) || active >= range.count ? shown : [...shown, active].sort((a, b) => a - b);
    },
  });
  createEffect(on(lines, () => rows.measure(), { defer: true }));

  onMount(() => {
    const track = (event: FocusEvent) => {
      editor.holdsFocus = scroller.contains(event.target as Node);
    };
    document.addEventListener('focusin', track);
    const sizes = new ResizeObserver(() => setHeight(scroller.clientHeight));
    sizes.observe(scroller);
    onCleanup(() => {
      document.removeEventListener('focusin', track);
      sizes.disconnect();
    });
  });

  const focusCursor = () => scroller.querySelector<HTMLInputElement>('.cell-input')?.focus({ preventScroll: true });
  /** Brings a column into sight beside the sticky ones. */
  const showColumn = (column: number) => {
    if (column < FIRST_PERIOD_COLUMN - 1) return;
    const cell = scroller.querySelector<HTMLElement>(`.grid-head [aria-colindex="${column + 1}"]`);
    if (!cell) return;
    const sticky = scroller.querySelector<HTMLElement>('.grid-head .col-label')?.getBoundingClientRect().right ?? 0;
    const box = cell.getBoundingClientRect();
    const right = scroller.getBoundingClientRect().left + scroller.clientWidth;
    if (box.left < sticky) scroller.scrollLeft -= sticky - box.left;
    else if (box.right > right) scroller.scrollLeft += box.right - right;
  };
  createEffect(
    on(
      () => editor.selection().active,
      ({ line, column }) => {
        rows.scrollToIndex(line);
        showColumn(column);
        if (editor.holdsFocus) focusCursor();
      },
      { defer: true },
    ),
  );
  createEffect(on(editor.focusRequests, () => focusCursor(), { defer: true }));

  const onKeyDown = (event: KeyboardEvent) => {
    const page = { rows: Math.max(1, Math.floor((height() - HEAD) / ROW) - 1) };
    const used = editor.draft() ? editKey(event, editor) : readyKey(event, editor, page);
    if (used) {
      event.preventDefault();
      event.stopPropagation();
      if (!editor.draft()) focusCursor();
    }
  };
  const pointer = createPointer(editor, focusCursor);

  return (
    <div
      ref={scroller}
      class="grid-scroll"
      role="grid"
      aria-label={app.t().sheet.grid}
      aria-rowcount={lines().length + 1}
      aria-colcount={periods().length + FIRST_PERIOD_COLUMN}
      aria-multiselectable="true"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      <div class="grid-head" role="row" aria-rowindex={1}>
        <div class="gutter" aria-hidden="true" />
        <HeadCell class="col-label" column={0} text={app.t().sheet.label} />
        <HeadCell class="col-unit" column={1} text={app.t().sheet.unit} />
        <HeadCell class="col-value" column={2} text={app.t().sheet.value} />
        <For each={periods()}>
          {(year, i) => (
            <HeadCell
              class={`col-year${year === workspace.model().observedUntil ? ' observed-end' : ''}`}
              column={FIRST_PERIOD_COLUMN + i()}
              text={String(year)}
            />
          )}
        </For>
      </div>
      <div class="grid-body" role="rowgroup" style={{ height: `${rows.getTotalSize()}px` }}>
        <For each={rows.getVirtualItems()}>
          {(item) => <GridRow index={item.index} top={item.start} height={item.size} periods={periods()} />}
        </For>
      </div>
    </div>
  );
}

/** A header with its column's letter, as formulas name it. */
function HeadCell(props: { class: string; column: number; text: string }) {
  const { editor } = useApp();
  const current = () => editor.selection().active.column === props.column;
  return (
    <div class={props.class} classList={{ current: current() }} role="columnheader" aria-colindex={props.column + 1}>
      <span class="letter" aria-hidden="true">
        {columnName(props.column)}
      </span>
      <span class="head-text">{props.text}</span>
    </div>
  );
}
