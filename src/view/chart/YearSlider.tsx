import type { JSX } from 'solid-js';
import type { ChartData, PointOf } from './data.ts';
import { pointRead } from './reading.ts';
import type { createReadingCursor } from './readingCursor.ts';

/**
 * What is drawn of a chart, as a slider over its years: reached by Tab, read with the arrow keys, Home and End, put away
 * with Escape. Enter leads to the cell of the value that is read.
 */
export function YearSlider(props: {
  data: ChartData;
  reading: ReturnType<typeof createReadingCursor>;
  class: string;
  /** The id of what says how it is read. */
  hint: string;
  ref: (element: HTMLDivElement) => void;
  onCell: ((point: PointOf) => void) | undefined;
  onClick?: (event: MouseEvent) => void;
  style?: JSX.CSSProperties;
  children: JSX.Element;
}) {
  return (
    <div
      ref={props.ref}
      class={props.class}
      role="slider"
      tabIndex={0}
      aria-label={props.data.title}
      aria-describedby={props.hint}
      aria-valuemin={props.data.years[0] ?? 0}
      aria-valuemax={props.data.years.at(-1) ?? 0}
      aria-valuenow={props.reading.cursor() ?? 0}
      aria-valuetext={props.reading.aloud()}
      style={props.style}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return props.reading.onKeyDown(event);
        const point = pointRead(props.data, props.reading.cursor());
        if (point) props.onCell?.(point);
      }}
      onClick={(event) => props.onClick?.(event)}
      onPointerDown={props.reading.onPointerDown}
      onFocus={props.reading.onFocus}
      onBlur={props.reading.putAway}
    >
      {props.children}
    </div>
  );
}
