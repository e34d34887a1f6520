import { createSignal, onCleanup, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { missingText } from './missing.ts';

/** ms after which it is told: what comes sooner needs no word. */
const PATIENCE = 200;

/** Which scenarios the chart does not draw, and why. */
export default function Awaited() {
  const app = useApp();
  const [isLong, setLong] = createSignal(false);
  const timer = setTimeout(() => setLong(true), PATIENCE);
  onCleanup(() => clearTimeout(timer));
  return (
    <Show when={isLong()}>
      <p class="chart-credits" role="status">
        {missingText(app)}
      </p>
    </Show>
  );
}
