import { type JSX, Show } from 'solid-js';
import type { TrialStopped } from '../../../analysis/trial.ts';
import { Button } from '../../Button.tsx';

interface Texts {
  readonly running: string;
  readonly cancel: string;
  readonly again: string;
  readonly stopped: Readonly<Record<TrialStopped['reason'], string>>;
}

/**
 * How far a calculation is, with the way to call it off, or why it ended without a result; else what was found. All in
 * the same place, so that nothing moves. `progress`: 0 to 1, undefined where nobody knows.
 */
export function Running(props: {
  texts: Texts;
  running: boolean;
  progress: number | undefined;
  stopped: TrialStopped['reason'] | undefined;
  onCancel: () => void;
  onAgain: () => void;
  children: JSX.Element;
}) {
  return (
    <div class="analysis-result" aria-busy={props.running}>
      <div role="status">
        <Show when={props.stopped} fallback={props.children}>
          {(reason) => <p>{props.texts.stopped[reason()]}</p>}
        </Show>
      </div>
      <Show when={props.stopped}>
        <Button text={props.texts.again} onClick={() => props.onAgain()} />
      </Show>
      <Show when={props.running}>
        <div class="analysis-running">
          <Show when={props.progress !== undefined} fallback={<progress aria-label={props.texts.running} />}>
            <progress aria-label={props.texts.running} max="1" value={props.progress ?? 0} />
          </Show>
          <span class="muted">{props.texts.running}</span>
          <Button text={props.texts.cancel} onClick={() => props.onCancel()} />
        </div>
      </Show>
    </div>
  );
}
