import { createEffect, createMemo, createSignal, createUniqueId, onCleanup, onMount, Show, Suspense } from 'solid-js';
import { ChartTable, type TableTexts } from './ChartTable.tsx';
import type { ChartData } from './data.ts';
import type { Drawing } from './drawing.ts';
import { firstReading, readAloud, readYear, stepYear } from './reading.ts';
import { readTheme, watchTheme } from './theme.ts';
import './chart.css';
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
 * The chart, filling its parent. It is a slider over its years: reached by Tab, read with the arrow keys, Home and End,
 * put away with Escape; a pointer reads it too. The drawing is loaded once `ready` is true; the table is there at once.
 */
export function Chart(props: {
  data: ChartData;
  texts: ChartTexts;
  ready: boolean;
  /** The scenario that is picked out by its name. */
  picked: string | undefined;
  /** Where names can be picked. */
  onPick: ((scenario: string) => void) | undefined;
}) {
  let slider!: HTMLDivElement;
  let canvas!: HTMLCanvasElement;
  const hint = createUniqueId();
  const [drawing, setDrawing] = createSignal<Drawing>();
  const [failed, setFailed] = createSignal(false);
  /** Changes whenever years may lie elsewhere on the canvas. */
  const [drawn, setDrawn] = createSignal(undefined, { equals: false });
  /** The year under the pointer, and the one that the keyboard has come to. */
  const [hovered, setHovered] = createSignal<number>();
  const [chosen, setChosen] = createSignal<number>();
  const [reading, setReading] = createSignal(false);

  /** Nobody reads a table while its figures are being changed, and one of many periods takes a frame to lay out. */
  const settled = createSettled(() => props.data, TABLE_AFTER);
  const cursor = () => {
    const year = chosen();
    return year !== undefined && props.data.years.includes(year) ? year : firstReading(props.data);
  };
  const shown = createMemo(() => {
    const year = hovered() ?? (reading() ? cursor() : undefined);
    return year !== undefined && props.data.years.includes(year) ? readYear(props.data, year) : undefined;
  });
  const aloud = createMemo(() => {
    const year = cursor();
    return year === undefined ? '' : readAloud(props.data, readYear(props.data, year));
  });
  const putAway = () => {
    setHovered(undefined);
    setReading(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (!shown()) return;
      putAway();
    } else {
      const year = stepYear(props.data.years, cursor(), event.key);
      if (year === undefined) return;
      setHovered(undefined);
      setChosen(year);
      setReading(true);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerDown = (event: PointerEvent) => {
    setChosen(hovered());
    // A drag of the finger gives no focus by itself, and only losing the focus puts the readout away again.
    if (event.pointerType === 'touch') slider.focus({ preventScroll: true });
  };

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
    // Once a frame, and after it: values that come faster than the screen shows them are not drawn, and the numbers of
    // the sheet, which change in the same frame, do not wait for the drawing.
    let frame = 0;
    let after: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      after = undefined;
      drawing()?.update(props.data);
      setDrawn(undefined);
    };
    createEffect(() => {
      void drawing();
      void props.data;
      // A drawing that is due takes the newest data as it is.
      if (after !== undefined) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        after = setTimeout(draw);
      });
    });
    onCleanup(() => {
      cancelAnimationFrame(frame);
      clearTimeout(after);
    });
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
      <div
        ref={slider}
        class="chart-plot"
        role="slider"
        tabIndex={0}
        aria-label={props.data.title}
        aria-describedby={hint}
        aria-valuemin={props.data.years[0] ?? 0}
        aria-valuemax={props.data.years.at(-1) ?? 0}
        aria-valuenow={cursor() ?? 0}
        aria-valuetext={aloud()}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onFocus={() => setReading(slider.matches(':focus-visible'))}
        onBlur={putAway}
      >
        <canvas ref={canvas} />
      </div>
      <Show when={drawing() && shown()}>
        {(reading) => (
          <Suspense>
            <Readout reading={reading()} data={props.data} x={place().x} leftwards={place().leftwards} />
          </Suspense>
        )}
      </Show>
      <Show when={drawing()}>
        {(drawer) => (
          <Show when={props.onPick}>
            {(onPick) => (
              <Suspense>
                <NamePicks drawing={drawer()} drawn={drawn} picked={props.picked} onPick={onPick()} />
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
