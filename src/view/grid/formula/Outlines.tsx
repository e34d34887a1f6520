import { createMemo, For } from 'solid-js';
import type { Place } from '../../../document/selection.ts';
import type { ColouredBlock } from '../../../formula/colours.ts';
import { useApp } from '../../../state/app.ts';
import type { Aids } from '../../../state/sheet/aids.ts';
import type { Rect } from '../rect.ts';

/** The cells that the formula names, on the sheet in view, each block in the colour of its reference. */
export function Outlines(props: { aids: Aids; boxOf: (place: Place) => Rect | undefined }) {
  const { workspace } = useApp();
  const shown = createMemo(() =>
    props.aids.colouring().blocks.filter(({ scenario }) => scenario === workspace.scenarioId),
  );
  return (
    <For each={shown()}>
      {(block) => {
        const box = createMemo(() => around(block, props.boxOf));
        return (
          <div
            class={`reference-outline ref-${block.colour}`}
            aria-hidden="true"
            style={{
              display: box() ? 'block' : 'none',
              transform: `translate(${box()?.left ?? 0}px, ${box()?.top ?? 0}px)`,
              width: `${box()?.width ?? 0}px`,
              height: `${box()?.height ?? 0}px`,
            }}
          />
        );
      }}
    </For>
  );
}

function around({ lines, columns }: ColouredBlock, boxOf: (place: Place) => Rect | undefined): Rect | undefined {
  const first = boxOf({ line: lines[0], column: columns[0] });
  const last = boxOf({ line: lines[1], column: columns[1] });
  if (!first || !last) return undefined;
  const { left, top } = first;
  return { left, top, width: last.left + last.width - left, height: last.top + last.height - top };
}
