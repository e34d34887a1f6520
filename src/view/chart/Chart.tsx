import { createEffect, createMemo, createSignal, createUniqueId, onCleanup, onMount, Show, Suspense } from 'solid-js';
import ChartTable, { type TableTexts } from './ChartTable.tsx';
import type { ChartData, PointOf } from './data.ts';
import type { Drawing } from './drawing.ts';
import { createReadingCursor } from './readingCursor.ts';
import { readTheme, watchTheme } from './theme.ts';
import { YearSlider } from './YearSlider.tsx';
import './chart.css';
import { nextFrame, thisFrame } from '../frames.ts';
import { lazyView } from '../lazyView.tsx';
import { createSettled } from '../settled.ts';

const Readout = lazyView(() => import('./Readout.tsx'));
const NamePicks = lazyView(() => import('./NamePicks.tsx'));

/** ms after which the table follows. */
const TABLE_AFTER = 80;

export interface ChartTexts extends TableTexts {
  /** How to read values by keyboard: "Arrow keys read the values of a year, Home and End the first and last." */
  readonly readHint: string;
  /** Stands in the place of the drawing when it could not be loaded. */
  readonly notDrawn: string;
}

/**
 * The chart, filling its parent, as a slider over its years; a pointer reads it too. The drawing is loaded once `ready` is true; its table at once.
 */
export default function Chart(props: {
  data: ChartData;
  /** The same with the periods that are not drawn, for the table. */
  whole: ChartData;
  texts: ChartTexts;
  ready: boolean;
  /** The scenario that is picked out by its name. */
  picked: string | undefined;
  /** Where names can be picked. */
  onPick: ((scenario: string) => void) | undefined;
  /** Where numbers lead to their cells. */
  onCell: ((point: PointOf) => void) | undefined;
}) {
  let slider!: HTMLDivElement;
  let canvas!: HTMLCanvasElement;
  const hint = createUniqueId();
  const [drawing, setDrawing] = createSignal<Drawing>();
  const [failed, setFailed] = createSignal(false);
  /** Changes whenever years may lie elsewhere on the canvas. */
  const [drawn, setDrawn] = createSignal(undefined, { equals: false });
  const reading = createReadingCursor(
    () => props.data,
    () => slider,
  );
  const { shown, setHovered } = reading;

  /** Nobody reads a table while its figures are being changed, and one of many periods takes a frame to lay out. */
  const settled = createSettled(() => props.whole, TABLE_AFTER);

  onMount(() => {
    let gone = false;
    const load = async () => {
      try {
        const { createDrawing } = await import('./drawing.ts');
        if (gone) return;
        const made = createDrawing(canvas, readTheme(slider));
        made.onHover(setHovered);
        made.resize();
        setDrawing(made);
      } catch (error) {
        console.error(error);
        setFailed(true);
      }
    };
    let asked = false;
    createEffect(() => {
      if (!props.ready || asked) return;
      asked = true;
      void load();
    });
    // Once a frame, and in the one after that in which the sheet shows the same values: its numbers do not wait for the drawing.
    let stop: (() => void) | undefined;
    let [isFresh, isShown] = [false, false];
    const draw = () => {
      stop = undefined;
      if (isShown) {
        drawing()?.update(props.data);
        setDrawn(undefined);
      }
      [isShown, isFresh] = [isFresh, false];
      if (isShown) stop = nextFrame(draw);
    };
    createEffect(() => {
      void drawing();
      void props.data;
      isFresh = true;
      stop ??= thisFrame(draw);
    });
    onCleanup(() => stop?.());
    createEffect(() => drawing()?.focusYear(shown()?.year));
    const sizes = new ResizeObserver(() => {
      drawing()?.resize();
      setDrawn(undefined);
    });
    sizes.observe(slider);
    const stopWatching = watchTheme(() => drawing()?.setTheme(readTheme(slider)));
    onCleanup(() => {
      gone = true;
      sizes.disconnect();
      stopWatching();
      drawing()?.destroy();
    });
  });

  /** Where the readout stands: beside the hairline, on its roomier side. */
  const place = createMemo(() => {
    drawn();
    const [year, drawer] = [shown()?.year, drawing()];
    if (year === undefined || !drawer) return { x: 0, leftwards: false };
    const x = drawer.xOf(year);
    return { x, leftwards: x > slider.clientWidth / 2 };
  });

  return (
    <div class="chart-frame">
      <YearSlider
        ref={(element) => {
          slider = element;
        }}
        class="chart-plot"
        data={props.data}
        reading={reading}
        hint={hint}
        onCell={props.onCell}
        onClick={(event) => {
          const point = drawing()?.pointAt(event.offsetX, event.offsetY);
          if (point) props.onCell?.(point);
        }}
      >
        <canvas ref={canvas} />
      </YearSlider>
      <Show when={drawing() && shown()}>
        {(read) => (
          <Suspense>
            <Readout reading={read()} data={props.data} x={place().x} leftwards={place().leftwards} />
          </Suspense>
        )}
      </Show>
      <Show when={drawing()}>
        {(drawer) => (
          <Show when={props.onCell}>
            {(onCell) => (
              <Suspense>
                <NamePicks
                  drawing={drawer()}
                  drawn={drawn}
                  picked={props.picked}
                  onPick={props.onPick}
                  onCell={onCell()}
                />
              </Suspense>
            )}
          </Show>
        )}
      </Show>
      <Show when={failed()}>
        <p class="chart-not-drawn">{props.texts.notDrawn}</p>
      </Show>
      <p id={hint} class="visually-hidden">
        {props.texts.readHint}
      </p>
      <ChartTable data={settled()} texts={props.texts} />
    </div>
  );
}
