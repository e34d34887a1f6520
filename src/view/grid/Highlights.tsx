import { createMemo, For } from 'solid-js';
import type { Box } from '../../document/selection.ts';
import type { CellRef } from '../../model/content.ts';
import { useApp } from '../../state/app.ts';
import type { Rect } from './rect.ts';

/** Cells of one line that stand together, as one box of places. */
function runs(places: readonly { line: number; column: number }[]): Box[] {
  const found: Box[] = [];
  for (const { line, column } of places) {
    const last = found.at(-1);
    if (last && last.top === line && last.right === column - 1) found[found.length - 1] = { ...last, right: column };
    else found.push({ top: line, bottom: line, left: column, right: column });
  }
  return found;
}

/** The cells that feed the one under the cursor, and those that it feeds, outlined on the sheet in view. */
export default function Highlights(props: { measure: (places: Box) => Rect | undefined }) {
  const { editor, workspace, highlights } = useApp();
  const placed = (cells: readonly CellRef[] | undefined): Box[] =>
    runs(
      (cells ?? [])
        .filter(({ scenario }) => scenario === workspace.scenarioId)
        .flatMap((cell) => editor.placeOf(cell) ?? []),
    );
  const feeds = createMemo(() => placed(highlights.shown()?.feeds));
  const fed = createMemo(() => placed(highlights.shown()?.fed));
  const outline = (kind: 'feeds' | 'fed') => (places: Box) => {
    const box = createMemo(() => props.measure(places));
    return (
      <div
        class={`highlight ${kind}`}
        aria-hidden="true"
        style={{
          display: box() ? 'block' : 'none',
          transform: `translate(${box()?.left ?? 0}px, ${box()?.top ?? 0}px)`,
          width: `${box()?.width ?? 0}px`,
          height: `${box()?.height ?? 0}px`,
        }}
      />
    );
  };
  return (
    <>
      <For each={feeds()}>{outline('feeds')}</For>
      <For each={fed()}>{outline('fed')}</For>
    </>
  );
}
