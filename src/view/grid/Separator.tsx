import { Show } from 'solid-js';
import { boxes } from '../../document/selection.ts';
import { COLUMNS } from '../../i18n/columns.ts';
import { useApp } from '../../state/app.ts';
import { BESIDE, widestIn } from '../../state/sheet/fit.ts';
import { MAX_WIDTH, MIN_WIDTH } from '../../state/sheet/widths.ts';
import type { Columns } from './columns.ts';
import { createMeasure } from './textWidth.ts';
import './separator.css';

/** px by which an arrow key moves an edge. */
const STEP = 8;

/** The edge of a column: drawn by pointer and by arrow keys, double click and Enter fit what stands in the column. */
export default function Separator(props: { column: number; text: string; current: boolean; columns: Columns }) {
  const app = useApp();
  const { widths, workspace, editor, lang } = app;
  const texts = () => COLUMNS[lang()];
  let element!: HTMLDivElement;
  let from: { readonly x: number; readonly width: number } | undefined;

  /** This column, or all that are selected from top to bottom where it is one of them. */
  const columns = (): number[] => {
    const whole = boxes(editor.selection()).filter(({ top, bottom }) => top === 0 && bottom === editor.lastLine);
    const holds = whole.some(({ left, right }) => props.column >= left && props.column <= right);
    if (!holds) return [props.column];
    return whole
      .flatMap(({ left, right }) => Array.from({ length: right - left + 1 }, (_, i) => left + i))
      .filter((column) => props.columns.width(column) > 0);
  };
  const draw = (width: number, keep: boolean, list = columns()) =>
    widths.draw(workspace.shipped().id, list.map(props.columns.name), width, keep);

  // Headings are set bold; the others are no wider.
  const measure = () =>
    createMeasure(element.closest('[role="grid"]') ?? element, props.columns.textWidth, props.column === 0 ? 600 : 400);
  const fitWidest = async () => {
    for (const column of columns()) {
      const width = await widestIn(app, column, measure()).catch(() => undefined);
      if (width === undefined) return;
      draw(Math.ceil(width) + (column === 0 ? BESIDE.label : BESIDE.text), true, [column]);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The sheet would move its cursor.
    event.stopPropagation();
    const width = props.columns.width(props.column);
    const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: MIN_WIDTH, End: MAX_WIDTH }[event.key];
    if (to !== undefined) draw(to, true);
    else if (event.key === 'Enter') void fitWidest();
    else if (event.key === 'Escape') editor.focus();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Show when={props.column === editor.lastColumn}>
        <button
          type="button"
          class="more-periods"
          aria-label={texts().more}
          title={texts().more}
          tabIndex={-1}
          // The header would be selected.
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => editor.commitThen(() => app.dialogs.show({ name: 'periods' }))}
        >
          +
        </button>
      </Show>
      <div
        ref={element}
        class="column-edge"
        role="separator"
        aria-orientation="vertical"
        aria-label={texts().width(props.text)}
        aria-valuenow={Math.round(props.columns.width(props.column))}
        aria-valuemin={MIN_WIDTH}
        aria-valuemax={MAX_WIDTH}
        title={texts().hint}
        tabIndex={props.current ? 0 : -1}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          // The header would be selected.
          event.preventDefault();
          event.stopPropagation();
          element.setPointerCapture(event.pointerId);
          from = { x: event.clientX, width: props.columns.width(props.column) };
        }}
        onPointerMove={(event) => {
          if (from) draw(from.width + event.clientX - from.x, false);
        }}
        onPointerUp={(event) => {
          event.stopPropagation();
          if (from && event.clientX !== from.x) draw(from.width + event.clientX - from.x, true);
          from = undefined;
        }}
        onPointerCancel={() => {
          from = undefined;
        }}
        onDblClick={(event) => {
          event.stopPropagation();
          void fitWidest();
        }}
      />
    </>
  );
}
