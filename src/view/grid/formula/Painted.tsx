import { createEffect, createMemo, Index, onCleanup, onMount, Show } from 'solid-js';
import { useApp } from '../../../state/app.ts';
import type { Aids } from '../../../state/sheet/aids.ts';
import { roomOf } from '../lines.ts';
import type { Rect } from '../rect.ts';

/** The draft in its colours, behind a field whose own letters are unseen. */
export function Painted(props: { field: HTMLTextAreaElement; box?: Rect | undefined }) {
  const app = useApp();
  return <Show when={app.aids()}>{(aids) => <Layer aids={aids()} field={props.field} box={props.box} />}</Show>;
}

function Layer(props: { aids: Aids; field: HTMLTextAreaElement; box: Rect | undefined }) {
  let layer!: HTMLDivElement;
  const segments = createMemo(() => {
    const { tokens } = props.aids.colouring();
    const text = props.aids.text();
    const pair = props.aids.pair();
    return props.aids.tokens().map(({ kind, start, end }) => {
      const colour = tokens.get(start);
      const bracket = pair.includes(start) ? 'pair' : '';
      return { text: text.slice(start, end), class: colour ? `ref-${colour}` : bracket || `token-${kind}` };
    });
  });
  const follow = () => {
    layer.scrollLeft = props.field.scrollLeft;
    layer.scrollTop = props.field.scrollTop;
  };
  onMount(() => {
    const { field } = props;
    field.classList.add('painted');
    field.addEventListener('scroll', follow);
    const room = props.box && roomOf(field);
    for (const { style } of [field, layer]) style.maxWidth = room ? `${room}px` : '';
    onCleanup(() => {
      field.style.maxWidth = '';
      field.classList.remove('painted');
      field.removeEventListener('scroll', follow);
    });
  });
  createEffect(() => {
    segments();
    props.aids.caret();
    follow();
  });
  return (
    <div
      ref={layer}
      class="painted-layer"
      aria-hidden="true"
      style={
        props.box
          ? {
              transform: `translate(${props.box.left}px, ${props.box.top}px)`,
              'min-width': `${props.box.width}px`,
              'min-height': `${props.box.height}px`,
            }
          : {}
      }
    >
      <Index each={segments()}>{(segment) => <span class={segment().class}>{segment().text}</span>}</Index>
    </div>
  );
}
