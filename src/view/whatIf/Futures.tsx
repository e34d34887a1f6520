import { createMemo, createSignal, For, Show } from 'solid-js';
import { inputsFeeding } from '../../analysis/feeds.ts';
import { heldSheet } from '../../analysis/sheet.ts';
import { FUTURES } from '../../i18n/futures.ts';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { cellPeriods } from '../../model/coarse.ts';
import type { Input } from '../../model/line.ts';
import type { Uncertainty } from '../../model/whatIf.ts';
import { useApp } from '../../state/app.ts';
import { cellName, lineName } from '../../state/insight/cells.ts';
import { Guesses, isGuess } from '../../state/structure/guesses.ts';
import { futuresOf } from '../../state/whatIf/futures.ts';
import { createStanding, specNow } from '../../state/whatIf/live.ts';
import { Button } from '../Button.tsx';
import { createReader, measureOf } from '../dialogs/analysis/measure.ts';
import { Select } from '../Select.tsx';
import { createSettled } from '../settled.ts';
import { CellChoice } from './CellChoice.tsx';
import { ExportButton } from './ExportButton.tsx';
import { FuturesFound } from './FuturesFound.tsx';
import { HowMany } from './HowMany.tsx';
import type { QuestionProps } from './props.ts';
import { Together } from './Together.tsx';
import { type InputSpread, UncertainRow } from './UncertainRow.tsx';
import './futures.css';

/** ms. */
const FEEDS_AFTER = 150;

/** How inputs may turn out, and what a result comes to in all the futures that are drawn from that. */
export function Futures(props: QuestionProps) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = () => FUTURES[lang()];
  const futures = futuresOf(app);
  const reader = createReader(app);
  const guesses = new Guesses(workspace);
  const [fault, setFault] = createSignal<string>();
  const standing = createStanding(workspace);
  const lineOf = (id: string): Input | undefined => {
    const line = workspace.line(id);
    return line?.kind === 'input' ? line : undefined;
  };
  const spreadOf = (line: Input): InputSpread | undefined => {
    const range = line.range ?? (line.perPeriod ? undefined : guesses.rangeOf(line));
    return range && { low: range.low, high: range.high, isGuess: isGuess(range) };
  };
  /** The inputs that feed the result, once nothing moves: they are found through all formulas between. */
  const still = createSettled(standing, FEEDS_AFTER);
  const read = createMemo(
    () => {
      still();
      const cell = futures.result();
      if (!props.on || !cell) return [];
      return [...new Set(inputsFeeding(specNow(workspace), cell).map(({ line }) => line))];
    },
    [],
    { equals: (a, b) => a.join() === b.join() },
  );
  const byLine = createMemo(() => new Map((futures.plan()?.uncertain ?? []).map((one) => [one.line.id, one])));
  const isAssumption = (id: string) => {
    const line = lineOf(id);
    return line !== undefined && (!!line.range || spreadOf(line) !== undefined);
  };
  /** Assumptions and what is uncertain already, in the order of the sheet. */
  const rows = createMemo(
    () => {
      const wanted = new Set([...read().filter(isAssumption), ...byLine().keys()]);
      return workspace.model().lines.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
    },
    [],
    { equals: (a, b) => a.join() === b.join() },
  );
  const others = createMemo(() => read().filter((id) => !rows().includes(id)));
  const sheet = createMemo(() => {
    standing();
    return heldSheet(specNow(workspace));
  });
  const held = (line: Input): number | undefined => {
    const slot = line.perPeriod
      ? (byLine().get(line.id)?.cells[0]?.slot ??
        cellPeriods(line, workspace.model().periods).find((period) => period > workspace.model().observedUntil) ??
        'value')
      : 'value';
    const cell = { scenario: workspace.scenarioId, line: line.id, slot };
    const { content } = sheet().effective(cell);
    return typeof content === 'number' ? content : undefined;
  };
  const ranged = createMemo(() =>
    rows().flatMap((id): [string, Uncertainty][] => {
      const line = lineOf(id);
      const spread = line && spreadOf(line);
      if (!line || !spread || byLine().has(id) || isDecided(spread, line, held(line))) return [];
      return [[id, { shape: { kind: 'pert', low: spread.low, high: spread.high } }]];
    }),
  );
  const isNone = () => byLine().size === 0;
  const resultLine = createMemo(() => {
    const line = workspace.line(futures.result()?.line ?? '');
    return line && line.kind !== 'heading' ? line : undefined;
  });
  const measure = createMemo(() => {
    const line = resultLine();
    return line && measureOf(line, reader());
  });
  const title = () => {
    const cell = futures.result();
    return cell ? cellName(app, cell) : '';
  };
  const reach = (text: string) => {
    setFault(undefined);
    const typed = text.trim();
    const least = typed === '' ? undefined : measure()?.parse(typed);
    if (typed !== '' && least === undefined) setFault(t().bad.least(typed));
    else futures.reach(least === futures.target() ? undefined : least);
  };
  return (
    <>
      <div class="what-if-bar">
        {props.start}
        <CellChoice cell={futures.place()} onChange={futures.choose} />
        <label class="shape-field">
          <span>{t().atLeast}</span>
          <input
            inputMode="decimal"
            autocomplete="off"
            value={futures.atLeast() === undefined ? '' : (measure()?.edit(futures.atLeast() as number) ?? '')}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => reach(event.currentTarget.value)}
          />
          <span class="unit">{measure()?.unit}</span>
        </label>
        <Show when={!isNone()}>
          <HowMany futures={futures} onFault={setFault} />
        </Show>
        <Show when={futures.found()}>
          {(one) => (
            <ExportButton
              load={() => import('./futuresExport.ts')}
              forms={['quantiles', 'samples', 'sipmath'] as const}
              text={(form) => t().forms[form]}
              hand={(part, form) => part.exportFutures(app, form, one())}
            />
          )}
        </Show>
        {props.end}
      </div>
      <div class="what-if-body futures">
        <Show when={fault()}>
          {(sentence) => (
            <p class="shape-fault" role="alert">
              {sentence()}
            </p>
          )}
        </Show>
        <Show when={futures.place()} fallback={<p class="what-if-none">{WHAT_IF[lang()].none}</p>}>
          <Show
            when={!futures.isGone()}
            fallback={<p class="what-if-none">{WHAT_IF[lang()].gone(lineName(app, futures.place()?.line ?? ''))}</p>}
          >
            <div class="futures-inputs">
              <Show when={isNone()}>
                <div class="futures-begin">
                  <p>{t().none(title())}</p>
                  <Show when={ranged().length > 0} fallback={<p class="muted">{t().noRanges}</p>}>
                    <Button
                      class="button primary"
                      text={t().takeRanges(ranged().length)}
                      onClick={() => futures.vary(Object.fromEntries(ranged()))}
                    />
                  </Show>
                </div>
              </Show>
              <table class="uncertain" aria-label={t().inputs}>
                <tbody>
                  <For each={rows()}>
                    {(id) => (
                      <Show when={lineOf(id)}>
                        {(line) => (
                          <UncertainRow
                            line={line()}
                            uncertain={byLine().get(id)}
                            held={held(line())}
                            spread={spreadOf(line())}
                            isRead={read().includes(id)}
                            onChange={(uncertainty) => futures.vary({ [id]: uncertainty })}
                          />
                        )}
                      </Show>
                    )}
                  </For>
                </tbody>
              </table>
              <Show when={others().length > 0}>
                <Select
                  class="select quiet"
                  label={t().another}
                  options={['', ...others()]}
                  text={(id) => (id === '' ? t().another : lineName(app, id))}
                  value=""
                  onChange={(id) => {
                    const line = lineOf(id);
                    if (!line) return;
                    const now = held(line) ?? 0;
                    const spread = line.perPeriod
                      ? ({ low: 0.8, high: 1.2 } as const)
                      : { low: Math.min(0.8 * now, 1.2 * now), high: Math.max(0.8 * now, 1.2 * now) };
                    const ends = spread.low < spread.high ? spread : { low: -1, high: 1 };
                    futures.vary({
                      [id]: {
                        shape: { kind: 'pert', ...ends },
                        ...(line.perPeriod ? { relative: true as const } : {}),
                      },
                    });
                  }}
                />
              </Show>
              <Together futures={futures} lines={[...byLine().keys()]} />
            </div>
            <Show when={!isNone()}>
              <FuturesFound futures={futures} title={title()} measure={measure()} />
            </Show>
          </Show>
        </Show>
      </div>
    </>
  );
}

/** Whole numbers that are one of a few, at most: a switch, a choice among ways. */
const MOST_CHOICES = 6;

/** Whether an input is decided and not awaited: one of a few choices, or left at an end of its range, as a lever that is off. */
const isDecided = ({ low, high }: InputSpread, { range }: Input, held: number | undefined): boolean =>
  (range?.step === 1 && Number.isInteger(low) && Number.isInteger(high) && high - low < MOST_CHOICES) ||
  held === low ||
  held === high;
