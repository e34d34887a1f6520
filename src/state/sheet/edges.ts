import type { Place } from '../../document/selection.ts';
import type { Cursor } from './cursor.ts';

/** From `start` by `step` to the edge of the filled run, or over the gap to the next filled place, or to the end. */
function edge(start: number, step: number, end: number, filled: (at: number) => boolean): number {
  if (step === 0 || start === end) return start;
  let at = start + step;
  if (filled(start) && filled(at)) {
    while (at !== end && filled(at + step)) at += step;
    return at;
  }
  while (at !== end && !filled(at)) at += step;
  return at;
}

/** Where Ctrl with an arrow leads from a place: up or down by `lines`, or left or right by `columns`. */
export function edgeFrom(cursor: Cursor, { line, column }: Place, lines: number, columns: number): Place {
  const filled = (place: Place) => place.column < 2 || cursor.holdsContent(place);
  return {
    line: edge(line, lines, lines < 0 ? 0 : Math.max(line, cursor.lastLine), (at) => filled({ line: at, column })),
    column: edge(column, columns, columns < 0 ? 0 : cursor.lastColumn, (at) => filled({ line, column: at })),
  };
}
