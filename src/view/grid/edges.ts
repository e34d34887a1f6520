import type { Editor } from '../../state/editor.ts';
import type { Place } from '../../state/selection.ts';

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

/** Where Ctrl with an up or down arrow leads. */
export function lineEdge(editor: Editor, { line, column }: Place, step: number): number {
  const end = step < 0 ? 0 : editor.workspace.model().lines.length - 1;
  return edge(line, step, end, (at) => column < 2 || editor.holdsContent({ line: at, column }));
}

/** Where Ctrl with a left or right arrow leads. */
export function columnEdge(editor: Editor, { line, column }: Place, step: number): number {
  const end = step < 0 ? 0 : editor.lastColumn;
  return edge(column, step, end, (at) => at < 2 || editor.holdsContent({ line, column: at }));
}
