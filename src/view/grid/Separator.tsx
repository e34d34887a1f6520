import { Show } from 'solid-js';
import { boxes } from '../../document/selection.ts';
import { COLUMNS } from '../../i18n/columns.ts';
import { useApp } from '../../state/app.ts';
import { BESIDE, widestIn } from '../../state/sheet/fit.ts';
import { ColumnEdge } from './ColumnEdge.tsx';
import type { Columns } from './columns.ts';
import { createMeasure } from './textWidth.ts';
import './separator.css';

/** The edge of a column of the sheet, and behind the last one the way to more periods. */
export default function Separator(props: { column: number; text: string; current: boolean; columns: Columns }) {
  const app = useApp();
  const { widths, workspace, editor, lang } = app;
  const texts = () => COLUMNS[lang()];
  let element!: HTMLDivElement;

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
      <ColumnEdge
        ref={(found) => {
          element = found;
        }}
        text={props.text}
        width={props.columns.width(props.column)}
        tabIndex={props.current ? 0 : -1}
        onDraw={draw}
        onFit={() => void fitWidest()}
        onLeave={() => editor.focus()}
      />
    </>
  );
}
