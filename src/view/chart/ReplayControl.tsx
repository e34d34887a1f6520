import { createEffect, onCleanup, Show } from 'solid-js';
import { REPLAY } from '../../i18n/replay.ts';
import { useApp } from '../../state/app.ts';
import type { ChartData } from './data.ts';
import { Replay } from './Replay.tsx';

/** The button that shows the last change again, and what is said while it does. */
export default function ReplayControl(props: {
  data: ChartData;
  factorAt: (yuanPerDollar: number) => number;
  show: (data: ChartData | undefined) => void;
}) {
  const { viewMode, lang } = useApp();
  const label = () => REPLAY[lang()].replay;
  onCleanup(() => viewMode.replay(false));
  createEffect(() => viewMode.replaying() || props.show(undefined));
  return (
    <>
      <Show when={viewMode.replaying()}>
        <Replay data={props.data} factorAt={props.factorAt} show={props.show} />
      </Show>
      <button
        type="button"
        class="button quiet replay"
        aria-pressed={viewMode.replaying()}
        aria-label={label()}
        title={label()}
        onClick={() => viewMode.replay(!viewMode.replaying())}
      >
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 2.5v4h4M3 6.5A5.5 5.5 0 1 1 3 10" fill="none" stroke="currentColor" stroke-width="1.3" />
          <path d="M7 5.7v4.6L11 8z" fill="currentColor" />
        </svg>
      </button>
    </>
  );
}
