import { createMemo, createSignal, For, onMount, Show } from 'solid-js';
import type { Box } from '../../document/selection.ts';
import { VALUE_COLUMN } from '../../model/address.ts';
import { useApp } from '../../state/app.ts';
import { drawnTo, endOfRun, fillSource } from '../../state/ranges/fill.ts';
import type { RangeActions } from '../../state/ranges/rangeActions.ts';
import { JobBar } from './JobBar.tsx';
import { PasteBar } from './PasteBar.tsx';
import { hit } from './pointer.ts';
import type { Rect } from './rect.ts';

/** Where a box of places stands in the sheet's content, px. */
export type RectOf = (places: Box) => Rect | undefined;

/** The square at the corner of the range, dragged to fill, with the outlines of where it fills and of what was copied. `visibleFrom`: where the labels end, px. */
export default function FillHandle(props: { measure: RectOf; visibleFrom: number }) {
  const { editor, rangeActions, t } = useApp();
  const [part, setPart] = createSignal<RangeActions>();
  onMount(() => rangeActions.use((loaded) => setPart(loaded)));
  const [target, setTarget] = createSignal<Box>();
  const corner = createMemo(() => props.measure(fillSource(editor)));
  /** Hidden and not taken away while a cell is typed in: that would lay the sheet out again. */
  const hidden = () => {
    const box = corner();
    const isYear = editor.fold() && fillSource(editor).right > VALUE_COLUMN;
    return !box || isYear || editor.draft() !== undefined || box.left + box.width <= props.visibleFrom;
  };
  const outline = createMemo(() => {
    const places = target();
    return places && props.measure(places);
  });
  const fill = (places: Box) => {
    const source = fillSource(editor);
    rangeActions.use((loaded) => loaded.fillTo(source, places));
  };
  /** The place under the pointer, which the handle has captured. */
  const placeAt = (event: PointerEvent) => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const found = under ? hit(under) : undefined;
    return found?.on === 'place' ? found : undefined;
  };
  /** What of a box is not under the labels. */
  const inSight = (box: Rect | undefined): Rect | undefined => {
    const hidden = Math.max(0, props.visibleFrom - (box?.left ?? 0));
    return box && box.width > hidden ? { ...box, left: box.left + hidden, width: box.width - hidden } : undefined;
  };
  return (
    <>
      <Show when={part()}>
        {(loaded) => (
          <>
            <JobBar jobs={loaded().jobs} />
            <PasteBar reports={loaded().clipboard.reports} />
          </>
        )}
      </Show>
      <For each={part()?.clipboard.outlined()}>
        {(places) => (
          <Outline
            class="copied"
            box={places.left < VALUE_COLUMN ? props.measure(places) : inSight(props.measure(places))}
          />
        )}
      </For>
      <Outline class="fill-target" box={outline()} />
      <div
        class="fill-handle"
        classList={{ hidden: hidden() }}
        title={t().sheet.fill}
        aria-hidden="true"
        style={{
          transform: `translate(${(corner()?.left ?? 0) + (corner()?.width ?? 0)}px, ${(corner()?.top ?? 0) + (corner()?.height ?? 0)}px)`,
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          // The sheet would otherwise begin to select, and lose the focus.
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          setTarget(fillSource(editor));
        }}
        onPointerMove={(event) => {
          const place = target() && placeAt(event);
          if (place) setTarget(drawnTo(fillSource(editor), place));
        }}
        onPointerUp={() => {
          const places = target();
          setTarget(undefined);
          if (places) fill(places);
          editor.focus();
        }}
        onPointerCancel={() => setTarget(undefined)}
        onDblClick={(event) => {
          event.stopPropagation();
          fill(endOfRun(editor, fillSource(editor)));
        }}
      />
    </>
  );
}

/** A dashed line around places. */
function Outline(props: { class: string; box: Rect | undefined }) {
  return (
    <Show when={props.box}>
      {(box) => (
        <div
          class={props.class}
          style={{
            transform: `translate(${box().left}px, ${box().top}px)`,
            width: `${box().width}px`,
            height: `${box().height}px`,
          }}
        />
      )}
    </Show>
  );
}
