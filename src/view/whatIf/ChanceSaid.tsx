import { createMemo, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { createReader } from '../dialogs/analysis/measure.ts';
import { chanceText } from './chanceText.ts';

/** The chance of the target, in the answer. */
export default function ChanceSaid() {
  const app = useApp();
  const reader = createReader(app);
  const text = createMemo(() => {
    const futures = app.futures();
    return futures && chanceText(app, futures, reader());
  });
  return (
    <Show when={text()}>
      {(found) => <span class="answer-chance">{`${found().said}${app.lang() === 'zh' ? '' : ' '}`}</span>}
    </Show>
  );
}
