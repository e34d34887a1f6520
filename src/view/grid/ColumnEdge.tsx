import { COLUMNS } from '../../i18n/columns.ts';
import { useApp } from '../../state/app.ts';
import { MAX_WIDTH, MIN_WIDTH } from '../../state/sheet/widths.ts';
import './columnEdge.css';

/** px by which an arrow key moves an edge. */
const STEP = 8;

/** The edge of a column: drawn by pointer and by arrow keys, double click and Enter fit what stands in the column. */
export function ColumnEdge(props: {
  /** What the column is called. */
  text: string;
  width: number;
  tabIndex: number;
  ref?: (element: HTMLDivElement) => void;
  /** `keep`: it is drawn to its end. */
  onDraw: (width: number, keep: boolean) => void;
  onFit: () => void;
  onLeave?: () => void;
}) {
  const { lang } = useApp();
  let element!: HTMLDivElement;
  let from: { readonly x: number; readonly width: number } | undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    // What it stands in would move its cursor.
    event.stopPropagation();
    const { width } = props;
    const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: MIN_WIDTH, End: MAX_WIDTH }[event.key];
    if (to !== undefined) props.onDraw(to, true);
    else if (event.key === 'Enter') props.onFit();
    else if (event.key === 'Escape' && props.onLeave) props.onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={(found) => {
        element = found;
        props.ref?.(found);
      }}
      class="column-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={COLUMNS[lang()].width(props.text)}
      aria-valuenow={Math.round(props.width)}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      title={COLUMNS[lang()].hint}
      tabIndex={props.tabIndex}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // The header would be selected.
        event.preventDefault();
        event.stopPropagation();
        element.setPointerCapture(event.pointerId);
        from = { x: event.clientX, width: props.width };
      }}
      onPointerMove={(event) => {
        if (from) props.onDraw(from.width + event.clientX - from.x, false);
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        if (from && event.clientX !== from.x) props.onDraw(from.width + event.clientX - from.x, true);
        from = undefined;
      }}
      onPointerCancel={() => {
        from = undefined;
      }}
      onDblClick={(event) => {
        event.stopPropagation();
        props.onFit();
      }}
    />
  );
}
