import { createEffect, createMemo, createSignal, createUniqueId, For, Index, onCleanup, onMount, Show } from 'solid-js';
import { listen } from '../listen.ts';
import { ScenarioSign, Sign } from '../ScenarioSign.tsx';
import type { ChartTexts } from './Chart.tsx';
import ChartTable from './ChartTable.tsx';
import type { ChartData, Curve, PointOf } from './data.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { STROKE } from './glyphs.ts';
import { alike, columnsOf, namesIn, toldBelow, toldBeside } from './panels.ts';
import { createReadingCursor } from './readingCursor.ts';
import { readTheme, watchTheme } from './theme.ts';
import { YearSlider } from './YearSlider.tsx';
import './panels.css';

/** px that a small chart is wide at least. */
const LEAST = 150;

/** Small charts with the same axes, read together: one slider over the years of all of them. */
export default function Panels(props: {
  data: ChartData;
  whole: ChartData;
  texts: ChartTexts;
  onCell: ((point: PointOf) => void) | undefined;
}) {
  let slider!: HTMLDivElement;
  const hint = createUniqueId();
  const reading = createReadingCursor(
    () => props.data,
    () => slider,
  );
  const { shown, setHovered } = reading;
  const panels = createMemo(() => alike(props.data));
  const [width, setWidth] = createSignal(0);
  const columns = () => columnsOf(panels().length, width(), LEAST);
  onMount(() => {
    const sizes = new ResizeObserver(() => setWidth(slider.clientWidth));
    sizes.observe(slider);
    onCleanup(() => sizes.disconnect());
  });
  return (
    <div class="chart-frame chart-panels-frame">
      <Show when={namesIn(props.data).length > 0}>
        <p class="chart-panels-names" aria-hidden="true">
          <For each={namesIn(props.data)}>
            {(curve) => (
              <span>
                <CurveSign curve={curve} /> {curve.name}
              </span>
            )}
          </For>
        </p>
      </Show>
      <YearSlider
        ref={(element) => {
          slider = element;
        }}
        class="chart-panels"
        data={props.data}
        reading={reading}
        hint={hint}
        onCell={props.onCell}
        style={{ '--columns': columns(), '--rows': Math.ceil(panels().length / columns()) }}
      >
        <Index each={panels()}>
          {(panel) => <SmallChart data={panel()} year={shown()?.year} onHover={setHovered} onCell={props.onCell} />}
        </Index>
      </YearSlider>
      <p id={hint} class="visually-hidden">
        {props.texts.readHint}
      </p>
      <ChartTable data={props.whole} texts={props.texts} />
    </div>
  );
}

/** The sign of a curve: its marker, or a stroke for one that stands beside another. */
const CurveSign = (props: { curve: Curve }) =>
  props.curve.beside ? <Sign class="chart-beside" path={STROKE} /> : <ScenarioSign look={props.curve} />;

/** A small chart: its title, with it the values of the year that is read or its last, and its drawing. */
function SmallChart(props: {
  data: ChartData;
  year: number | undefined;
  onHover: (year: number | undefined) => void;
  onCell: ((point: PointOf) => void) | undefined;
}) {
  let place!: HTMLDivElement;
  let canvas!: HTMLCanvasElement;
  onMount(() => {
    const drawing: Drawing = createDrawing(canvas, readTheme(place));
    drawing.onHover(props.onHover);
    drawing.resize();
    createEffect(() => drawing.update(props.data));
    listen(canvas, 'click', (event: MouseEvent) => {
      const point = drawing.pointAt(event.offsetX, event.offsetY);
      if (point) props.onCell?.(point);
    });
    createEffect(() => drawing.focusYear(props.year));
    const sizes = new ResizeObserver(() => drawing.resize());
    sizes.observe(place);
    const stopWatching = watchTheme(() => drawing.setTheme(readTheme(place)));
    onCleanup(() => {
      sizes.disconnect();
      stopWatching();
      drawing.destroy();
    });
  });
  return (
    <div class="chart-small" aria-hidden="true">
      <p class="chart-small-title" classList={{ read: props.year !== undefined }}>
        <b title={props.data.title}>{props.data.title}</b>
        <span>{toldBeside(props.data, props.year)}</span>
      </p>
      <Show when={toldBelow(props.data, props.year).length > 0}>
        <p class="chart-small-values">
          <Index each={toldBelow(props.data, props.year)}>
            {(value) => (
              <span>
                <CurveSign curve={value().curve} />
                {value().text}
              </span>
            )}
          </Index>
        </p>
      </Show>
      <div ref={place} class="chart-small-plot">
        <canvas ref={canvas} />
      </div>
    </div>
  );
}
