import { type Accessor, createMemo, createSignal, For } from 'solid-js';
import { COMPARE } from '../../i18n/compare.ts';
import { useApp } from '../../state/app.ts';
import type { Drawing } from './drawing.ts';

/** px: a name is as high as its line, and its marker stands before it. */
const HEIGHT = 14;
const MARKER = 12;

/**
 * The names at the ends of the lines as buttons that pick their scenario out. They lie over the names that the canvas
 * has drawn. One stop of Tab; arrows lead from one to the next.
 */
export default function NamePicks(props: {
  drawing: Drawing;
  drawn: Accessor<unknown>;
  picked: string | undefined;
  onPick: (scenario: string) => void;
}) {
  const { lang } = useApp();
  let group!: HTMLFieldSetElement;
  const labels = createMemo(() => {
    props.drawn();
    return props.drawing.labels();
  });
  const ids = createMemo(() => labels().map(({ id }) => id), [], {
    equals: (a, b) => a.length === b.length && a.every((id, i) => id === b[i]),
  });
  const [reached, setReached] = createSignal<string>();
  const stop = () => {
    const last = reached();
    return last !== undefined && ids().includes(last) ? last : ids()[0];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...group.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <fieldset ref={group} class="chart-names" aria-label={COMPARE[lang()].pickGroup} onKeyDown={onKeyDown}>
      <For each={ids()}>
        {(id) => {
          const label = createMemo(() => labels().find((one) => one.id === id));
          return (
            <button
              type="button"
              class="chart-name"
              aria-label={label()?.name}
              aria-pressed={props.picked === id}
              title={props.picked === id ? COMPARE[lang()].letGo : COMPARE[lang()].pick}
              tabIndex={stop() === id ? 0 : -1}
              onFocus={() => setReached(id)}
              onClick={() => props.onPick(id)}
              style={{
                left: `${(label()?.x ?? 0) - MARKER}px`,
                top: `${(label()?.y ?? 0) - HEIGHT / 2}px`,
                width: `${(label()?.width ?? 0) + MARKER}px`,
                height: `${HEIGHT}px`,
              }}
            />
          );
        }}
      </For>
    </fieldset>
  );
}
