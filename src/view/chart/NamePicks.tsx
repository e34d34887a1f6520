import { type Accessor, createMemo, createSignal, For, Show } from 'solid-js';
import { COMPARE } from '../../i18n/compare.ts';
import { useApp } from '../../state/app.ts';
import type { PointOf } from './data.ts';
import type { Drawing } from './drawing.ts';

/** rem: a name is as high as its line; and px of the marker before it. */
const HEIGHT = 0.875;
const MARKER = 12;

/**
 * What stands at the ends of the lines as buttons, over what the canvas has drawn: names pick their scenario out, numbers lead to
 * their cells. One stop of Tab; arrows lead from one to the next.
 */
export default function NamePicks(props: {
  drawing: Drawing;
  drawn: Accessor<unknown>;
  picked: string | undefined;
  /** Where names can be picked. */
  onPick: ((scenario: string) => void) | undefined;
  onCell: (point: PointOf) => void;
}) {
  const { lang, t } = useApp();
  let group!: HTMLFieldSetElement;
  const labels = createMemo(() => {
    props.drawn();
    return props.drawing.labels();
  });
  const ids = createMemo(() => labels().map(({ id }) => id), [], {
    equals: (a, b) => a.length === b.length && a.every((id, i) => id === b[i]),
  });
  /** The button that was reached last, by the id of its curve, and whether it is the number. */
  const [reached, setReached] = createSignal<string>();
  const all = () =>
    labels().flatMap(({ id, name, value }) => [
      ...(props.onPick && name ? [id] : []),
      ...(value ? [`${id} value`] : []),
    ]);
  const stop = () => {
    const last = reached();
    return last !== undefined && all().includes(last) ? last : all()[0];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const active = document.activeElement as HTMLButtonElement;
    // Up and down from line to line, sideways between a name and its number.
    const isAlong = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const buttons = [...group.querySelectorAll('button')].filter((one) => !isAlong || one.name === active.name);
    const at = buttons.indexOf(active);
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <fieldset ref={group} class="chart-names" aria-label={COMPARE[lang()].pickGroup} onKeyDown={onKeyDown}>
      <For each={ids()}>
        {(id) => {
          const label = createMemo(() => labels().find((one) => one.id === id));
          return (
            <>
              <Show when={label()?.name ? props.onPick : undefined}>
                {(onPick) => (
                  <button
                    type="button"
                    name="name"
                    class="chart-name"
                    aria-label={label()?.name}
                    aria-pressed={props.picked === id}
                    title={props.picked === id ? COMPARE[lang()].letGo : COMPARE[lang()].pick}
                    tabIndex={stop() === id ? 0 : -1}
                    onFocus={() => setReached(id)}
                    onClick={() => onPick()(id)}
                    style={{
                      left: `${(label()?.x ?? 0) - MARKER}px`,
                      top: `calc(${label()?.y ?? 0}px - ${HEIGHT / 2}rem)`,
                      width: `${(label()?.width ?? 0) + MARKER}px`,
                      height: `${HEIGHT}rem`,
                    }}
                  />
                )}
              </Show>
              <Show when={label()?.value}>
                {(value) => (
                  <button
                    type="button"
                    name="value"
                    class="chart-name"
                    aria-label={t().chart.toCell(value().curve.name, value().text)}
                    title={t().chart.toCell(value().curve.name, value().text)}
                    tabIndex={stop() === `${id} value` ? 0 : -1}
                    onFocus={() => setReached(`${id} value`)}
                    onClick={() => props.onCell(value())}
                    style={{
                      left: `${value().x}px`,
                      top: `calc(${label()?.y ?? 0}px - ${HEIGHT / 2}rem)`,
                      width: `${value().width}px`,
                      height: `${HEIGHT}rem`,
                    }}
                  />
                )}
              </Show>
            </>
          );
        }}
      </For>
    </fieldset>
  );
}
