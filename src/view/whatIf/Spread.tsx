import { createMemo, createSignal, For, Index, type JSX, Show } from 'solid-js';
import { firstAtLeast, histogram } from '../../analysis/futures.ts';
import { FAN_PARTS, type Futures } from '../../engine/port.ts';
import { shareInWords } from '../../i18n/format.ts';
import { FUTURES } from '../../i18n/futures.ts';
import { useApp } from '../../state/app.ts';
import type { LineUnits } from '../dialogs/analysis/measure.ts';

const BINS = 40;
const [WIDTH, HEIGHT] = [400, 100];
/** Characters of a quantile in the table. */
const ROOM = 5;
const SHAPES = ['histogram', 'cumulative'] as const;

/** What a result comes to in all futures: how often which value, or what part lies below; and its quantiles as a table. */
export function Spread(props: {
  futures: Futures;
  quantiles: readonly number[];
  atLeast: number | undefined;
  measure: LineUnits;
  head: string;
  title: string;
  /** What stands below the head: what it leaves out. */
  children?: JSX.Element;
}) {
  const { lang } = useApp();
  const t = () => FUTURES[lang()];
  const [shape, setShape] = createSignal<(typeof SHAPES)[number]>('histogram');
  const found = createMemo(() => histogram(props.futures.values, BINS));
  /** Where a value lies across, in parts of the width. */
  const across = (value: number) => {
    const { edges } = found() ?? { edges: [0, 1] };
    const [low, high] = [edges[0] as number, edges.at(-1) as number];
    return Math.min(1, Math.max(0, (value - low) / (high - low)));
  };
  /** The bars as two outlines, since they are drawn in each frame of a drag: of those that reach the target, and of the others. */
  const bars = createMemo(() => {
    const { counts, edges } = found() ?? { counts: [], edges: [] };
    let sum = firstAtLeast(props.futures.values, edges[0] ?? 0);
    const sums = counts.map((count) => {
      sum += count;
      return sum;
    });
    const heights = shape() === 'histogram' ? counts : sums;
    const highest = shape() === 'histogram' ? Math.max(...heights, 1) : props.futures.values.length;
    const width = WIDTH / Math.max(1, counts.length);
    const outlines = { short: '', reached: '' };
    for (const [i, height] of heights.entries()) {
      const isReached = props.atLeast !== undefined && (edges[i] as number) >= props.atLeast;
      const top = HEIGHT - (HEIGHT * height) / highest;
      outlines[isReached ? 'reached' : 'short'] +=
        `M${(i * width).toFixed(2)} ${HEIGHT}V${top.toFixed(2)}h${Math.max(0.5, width - 1).toFixed(2)}V${HEIGHT}z`;
    }
    return outlines;
  });
  /** As many decimals as all quantiles have room for beside one another. */
  const decimals = () => {
    let some = props.measure.decimals;
    while (some > 0 && props.quantiles.some((value) => props.measure.number(value, some).length > ROOM)) some--;
    return some;
  };
  return (
    <figure class="spread">
      <figcaption>
        <b class="futures-chance">{props.head}</b>
        <fieldset class="segments" aria-label={t().shapes.label}>
          <For each={SHAPES}>
            {(one) => (
              <button type="button" class="segment" aria-pressed={shape() === one} onClick={() => setShape(one)}>
                {t().shapes[one]}
              </button>
            )}
          </For>
        </fieldset>
      </figcaption>
      {props.children}
      <p class="muted">{props.title}</p>
      <Show when={found()}>
        <div class="spread-plot" aria-hidden="true">
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            <path class="spread-bar" d={bars().short} />
            <path class="spread-bar reached" d={bars().reached} />
          </svg>
          <Show when={props.atLeast !== undefined}>
            <span class="spread-target" style={{ left: `${100 * across(props.atLeast as number)}%` }} />
          </Show>
        </div>
        <div class="spread-axis" aria-hidden="true">
          <span>{props.measure.say(found()?.edges[0] as number)}</span>
          <span>{t().beyond}</span>
          <span>{props.measure.say(found()?.edges.at(-1) as number)}</span>
        </div>
      </Show>
      <table class="spread-table">
        <thead>
          <tr>
            <th scope="row">{t().part}</th>
            <For each={FAN_PARTS}>
              {(part) => <th scope="col">{shareInWords(part, lang(), (part * 100) % 1 === 0 ? 0 : 1)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              {t().value}
              <Show when={props.measure.unit}>{` (${props.measure.unit})`}</Show>
            </th>
            <Index each={props.quantiles}>
              {(value) => <td>{Number.isNaN(value()) ? '–' : props.measure.number(value(), decimals())}</td>}
            </Index>
          </tr>
        </tbody>
      </table>
    </figure>
  );
}
