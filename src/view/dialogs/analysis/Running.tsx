import { type JSX, Show } from 'solid-js';
import type { TrialStopped } from '../../../analysis/trial.ts';
import { DIALOG_TEXTS } from '../../../i18n/dialogs.ts';
import { useApp, useTexts } from '../../../state/app.ts';
import type { AnalysisRun } from '../../../state/insight/runs.ts';
import { Button } from '../../Button.tsx';
import { slowerText } from './slower.ts';

/**
 * How far a calculation is, with the way to call it off, or why it ended without a result; else what was found. All in
 * the same place, so that nothing moves. `ceiling`: what is said where the workbook is too large.
 */
export function Running<Q, A>(props: {
  run: AnalysisRun<Q, A>;
  ceiling: string;
  /** Whether it is known how far it is. */
  measured?: boolean;
  /** What is read aloud once it is found. */
  children?: JSX.Element;
}) {
  const app = useApp();
  const t = useTexts(DIALOG_TEXTS);
  const said = (reason: TrialStopped['reason']) => (reason === 'ceiling' ? props.ceiling : t().running[reason]);
  return (
    <div class="analysis-result" aria-busy={props.run.running()}>
      <div role="status">
        <Show when={props.run.stopped()} fallback={props.children}>
          {(reason) => <p>{said(reason())}</p>}
        </Show>
        <Show when={slowerText(app, props.run.slower())}>{(told) => <p class="muted">{told()}</p>}</Show>
      </div>
      <Show when={props.run.stopped()}>
        <Button text={t().running.again} onClick={() => props.run.again()} />
      </Show>
      <Show when={props.run.running()}>
        <div class="analysis-running">
          <Show when={props.measured} fallback={<progress aria-label={t().running.now} />}>
            <progress aria-label={t().running.now} max="1" value={props.run.progress()} />
          </Show>
          <span class="muted">{t().running.now}</span>
          <Button text={t().cancel} onClick={() => props.run.cancel()} />
        </div>
      </Show>
    </div>
  );
}
