import { createEffect, createSignal, on, onCleanup, onMount, untrack } from 'solid-js';
import type { OpenModel } from '../../document/document.ts';
import type { Engine } from '../../engine/port.ts';
import { REPLAY } from '../../i18n/replay.ts';
import { isOneOf, placeOf } from '../../model/periods.ts';
import { useApp } from '../../state/app.ts';
import { before, changeInWords } from '../../state/insight/lastChange.ts';
import { listen } from '../listen.ts';
import type { ChartData, Curve } from './data.ts';
import { chartBetween, type Past, placeAt } from './motion.ts';

/**
 * Shows the last change again: the curves go back to where they were and come forth, and a caption says what changed.
 * The document stays as it is. Escape ends it, and so does whatever else changes the chart.
 */
export function Replay(props: {
  /** The chart as it is. */
  data: ChartData;
  /** By what stored values are multiplied to be shown, at a rate of yuan a dollar. */
  factorAt: (yuanPerDollar: number) => number;
  /** Given the chart on its way, and undefined where it is as it is. */
  show: (data: ChartData | undefined) => void;
}) {
  const app = useApp();
  const { workspace, editor, viewMode } = app;
  const t = () => REPLAY[app.lang()];
  const old = untrack(() => before(app));
  const words = old ? untrack(() => changeInWords(app, old)) : '';
  const [failed, setFailed] = createSignal(false);
  const [moving, setMoving] = createSignal(false);
  let frame = 0;
  /** Counts the times that it began: values of before that come for an earlier one are not wanted. */
  let begun = 0;
  const stop = () => viewMode.replay(false);

  const play = (past: Past) => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let start: number | undefined;
    let last: number | undefined;
    const step = (now: number) => {
      start ??= now;
      const place = placeAt(now - start, still);
      if (place === undefined) {
        stop();
        return;
      }
      if (place !== last) props.show(chartBetween(props.data, past, place));
      last = place;
      frame = requestAnimationFrame(step);
    };
    setMoving(true);
    frame = requestAnimationFrame(step);
  };

  /** The row that a curve shows. */
  const rowOf = ({ id, beside }: Curve) =>
    beside ? { scenario: workspace.scenarioId, line: id } : { scenario: id, line: workspace.view.line };

  const begin = (past: OpenModel) => {
    const turn = ++begun;
    cancelAnimationFrame(frame);
    props.show(undefined);
    const { curves, years } = props.data;
    const exchange = { scenario: workspace.scenarioId, line: past.model.exchange };
    valuesIn(workspace.engine, past, [...curves.map(rowOf), exchange]).then(
      (rows) => {
        const factor = props.factorAt(rows.at(-1)?.(undefined) ?? Number.NaN);
        const values = curves.map((_, i) =>
          years.map((year) => {
            const value = (rows[i]?.(year) ?? Number.NaN) * factor;
            return Number.isFinite(value) ? value : null;
          }),
        );
        if (turn === begun) play(values);
      },
      () => setFailed(true),
    );
  };

  onMount(() => {
    if (!old) {
      stop();
      return;
    }
    begin(old);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || editor.draft()) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    listen(document, 'keydown', onKeyDown, { capture: true });
  });
  // What a person does ends it. Values that the engine still owed the chart when it began do not: it begins anew on them.
  createEffect(on([workspace.document, app.lang, app.preferences.money], stop, { defer: true }));
  createEffect(
    on(
      () => props.data,
      () => old && viewMode.replaying() && begin(old),
      { defer: true },
    ),
  );
  onCleanup(() => {
    begun++;
    cancelAnimationFrame(frame);
    props.show(undefined);
  });

  return (
    <p class="replay-caption" role="status" title={words}>
      {failed() ? t().failed : words}
      <span class="visually-hidden">{moving() ? `. ${t().stop}` : ''}</span>
    </p>
  );
}

/** Reads a value of a row: of a year, or its scalar. */
type Read = (year: number | undefined) => number | undefined;

/** The values that rows had in another edition of the document. */
async function valuesIn(
  engine: Engine,
  { document, model }: OpenModel,
  rows: readonly { scenario: string; line: string }[],
): Promise<Read[]> {
  const { lines, periods } = model;
  const { values } = await engine.readOf({ lines, periods, scenarios: document.scenarios }, rows);
  const width = values.length / Math.max(1, rows.length);
  return rows.map((_, i) => (year) => {
    if (year === undefined) return values[i * width];
    return isOneOf(year, periods) ? values[i * width + 1 + placeOf(year, periods)] : undefined;
  });
}
