import { createMemo, createSignal, For, Show } from 'solid-js';
import { formatNumber } from '../../i18n/format.ts';
import { FUTURES } from '../../i18n/futures.ts';
import { useApp } from '../../state/app.ts';
import { lineName } from '../../state/insight/cells.ts';
import type { FuturesState } from '../../state/whatIf/futures.ts';
import { Button } from '../Button.tsx';
import { Select } from '../Select.tsx';

/** The rank correlation that a new pair begins with: a guess, which stands in its field. */
const FIRST = 0.5;
/** Pairs of the nearest correlations that are named. */
const NAMED = 4;

/** Which uncertain inputs go together, and how closely. */
export function Together(props: { futures: FuturesState; lines: readonly string[] }) {
  const app = useApp();
  const t = () => FUTURES[app.lang()];
  const [fault, setFault] = createSignal<string>();
  const name = (line: string) => lineName(app, line);
  const pairs = createMemo(() => props.futures.correlations());
  const put = (next: ReturnType<typeof pairs>) => {
    setFault(undefined);
    props.futures.correlate(next.length > 0 ? next : undefined);
  };
  const apart = () => props.futures.plan()?.apart;
  const nearest = () => apart()?.nearest;
  /** What was asked and has no part in it stays. */
  const taken = () => {
    const [found, near] = [apart(), nearest()];
    if (found && near) put([...pairs().filter((pair) => !found.pairs.includes(pair)), ...near]);
  };
  const told = (near: ReturnType<typeof pairs>) => {
    const some = near
      .slice(0, NAMED)
      .map(({ lines: [a, b], rank }) =>
        t().together.withRank(t().together.pair(name(a), name(b)), formatNumber(rank, app.lang(), 3)),
      );
    const more = near.length - some.length;
    return [...some, ...(more > 0 ? [t().together.more(formatNumber(more, app.lang(), 0))] : [])].join(t().separator);
  };
  const add = () => {
    const used = new Set(pairs().map(({ lines }) => lines.join()));
    const all = props.lines.flatMap((a, i) => props.lines.slice(i + 1).map((b) => [a, b] as const));
    const free = all.find(([a, b]) => !used.has(`${a},${b}`) && !used.has(`${b},${a}`));
    if (free) put([...pairs(), { lines: [free[0], free[1]], rank: FIRST }]);
  };
  return (
    <Show when={props.lines.length > 1 || pairs().length > 0}>
      <section class="together" aria-label={t().together.title}>
        <h3>{t().together.title}</h3>
        <For each={pairs()}>
          {(pair, i) => {
            const said = () => t().together.pair(name(pair.lines[0]), name(pair.lines[1]));
            const change = (at: 0 | 1, line: string) => {
              const lines = pair.lines.with(at, line) as [string, string];
              const key = lines.toSorted().join();
              const isTaken = pairs().some((one, k) => k !== i() && one.lines.toSorted().join() === key);
              if (isTaken) setFault(t().bad.twice(t().together.pair(name(lines[0]), name(lines[1]))));
              else if (lines[0] !== lines[1]) put(pairs().with(i(), { ...pair, lines }));
            };
            return (
              <p class="shape">
                <For each={[0, 1] as const}>
                  {(at) => (
                    <Select
                      class="select quiet"
                      label={at === 0 ? t().together.first : t().together.second}
                      options={[...new Set([...props.lines, pair.lines[at]])]}
                      text={name}
                      value={pair.lines[at]}
                      onChange={(line) => change(at, line)}
                    />
                  )}
                </For>
                <label class="shape-field">
                  <span>{t().together.rank}</span>
                  <input
                    inputMode="decimal"
                    autocomplete="off"
                    aria-label={`${said()}: ${t().together.rank}`}
                    value={formatNumber(pair.rank, app.lang(), 3, false, 0)}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => {
                      const text = event.currentTarget.value.replace(',', '.').replace('−', '-');
                      const rank = text.trim() === '' ? Number.NaN : Number(text);
                      if (Math.abs(rank) <= 1) put(pairs().with(i(), { ...pair, rank }));
                      else setFault(t().bad.rank);
                    }}
                  />
                </label>
                <Button
                  class="link"
                  label={t().together.remove(said())}
                  text="×"
                  onClick={() => put(pairs().toSpliced(i(), 1))}
                />
              </p>
            );
          }}
        </For>
        <Show when={fault()}>
          {(sentence) => (
            <p class="shape-fault" role="alert">
              {sentence()}
            </p>
          )}
        </Show>
        <Show when={apart()}>
          {(found) => (
            <p class="shape-fault" role="alert">
              <Show
                when={nearest()}
                fallback={t().together.apart(
                  found()
                    .pairs.map(({ lines }) => t().together.pair(name(lines[0]), name(lines[1])))
                    .join(t().separator),
                )}
              >
                {(near) => (
                  <>
                    {t().together.impossible}{' '}
                    <Button class="link" text={t().together.nearest(told(near()))} onClick={taken} />
                  </>
                )}
              </Show>
            </p>
          )}
        </Show>
        <Show when={props.lines.length > 1}>
          <Button class="link" text={t().together.add} onClick={add} />
        </Show>
      </section>
    </Show>
  );
}
