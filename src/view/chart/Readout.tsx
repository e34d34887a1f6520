import { For, Show } from 'solid-js';
import { ScenarioSign, Sign } from '../ScenarioSign.tsx';
import { type ChartData, curveOf } from './data.ts';
import { DIAMOND, STROKE } from './glyphs.ts';
import type { ChartReading } from './reading.ts';

const CIRCLE = 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0';

/** A figure's or target's sign, in the colour of its line where lines have colours. */
function signClass(data: ChartData, line: string | undefined, usual: string): string {
  const curve = curveOf(data, line);
  if (!curve) return usual;
  return `${usual} ${curve.beside ? 'chart-mark-beside' : `chart-mark-${curve.colour}`}`;
}

/** What the chart shows in one year, beside its hairline. Those who cannot see it are told by the slider's text. */
export default function Readout(props: { reading: ChartReading; data: ChartData; x: number; leftwards: boolean }) {
  return (
    <div
      class="chart-readout"
      classList={{ 'chart-readout-leftwards': props.leftwards }}
      style={{ left: `${props.x}px` }}
      aria-hidden="true"
    >
      <div class="chart-readout-head">
        <strong>{props.data.periodText(props.reading.year)}</strong> <span>{props.data.unit}</span>
      </div>
      <For each={props.reading.values}>
        {({ curve, text }) => (
          <div class="chart-readout-row" classList={{ 'chart-readout-strong': curve.inView && !curve.beside }}>
            {curve.beside ? <Sign class="chart-beside" path={STROKE} /> : <ScenarioSign look={curve} />}
            <span class="chart-readout-name">{curve.name}</span>
            <span class="chart-readout-value">{text}</span>
          </div>
        )}
      </For>
      <Show when={props.reading.targets.length + props.reading.dots.length > 0}>
        <div class="chart-readout-marks">
          <For each={props.reading.targets}>
            {(target) => (
              <div class="chart-readout-row">
                <Sign class={signClass(props.data, target.line, 'chart-target')} path={DIAMOND} />
                <span class="chart-readout-name">{target.label}</span>
              </div>
            )}
          </For>
          <For each={props.reading.dots}>
            {(dot) => (
              <div class="chart-readout-row">
                <Sign class={signClass(props.data, dot.line, `chart-dot chart-dot-${dot.kind}`)} path={CIRCLE} />
                <span class="chart-readout-name">{dot.label}</span>
              </div>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
