import { createEffect, createMemo, createSignal, createUniqueId, Show, Suspense } from 'solid-js';
import { parseEntry, shownDecimals } from '../../document/entry.ts';
import { moved, toldUnit, unitBehind } from '../../i18n/amounts.ts';
import { type CellRef, isFormula } from '../../model/content.ts';
import type { Input, InputRange } from '../../model/line.ts';
import { unitSpec } from '../../model/units.ts';
import { useApp } from '../../state/app.ts';
import { watchRows } from '../../state/insight/answer.ts';
import { isSet, numberIn, toldCell } from '../../state/insight/cells.ts';
import { heldPair, toldNumber } from '../../state/insight/told.ts';
import { Button } from '../Button.tsx';
import { lazyView } from '../lazyView.tsx';
import { UncertainMark } from '../UncertainMark.tsx';
import type { Guessing } from './guessing.tsx';

const PickControl = lazyView(() => import('./PickControl.tsx'));

/** Whole numbers that stand in a list, at most. */
const MOST_CHOICES = 6;
const NONE: readonly number[] = [];

let gestures = 0;

/** One assumption: its number, a slider over its range, on what it rests, and the way back. */
export function AssumptionRow(props: { line: string; guessing: Guessing | undefined }) {
  const app = useApp();
  const { workspace, editor, keeping, t, say, lang } = app;
  const input = createMemo<Input>((before) => (workspace.line(props.line) ?? before) as Input);
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const scenario = createMemo(() => workspace.scenarioId);
  const row = watchRows(app.workspace, () => [{ scenario: scenario(), line: props.line }]);
  const shown = createMemo<ReturnType<typeof row>>(
    (before) => row(scenario(), props.line) ?? (workspace.rows.lacks(scenario()) ? undefined : before),
  );
  const cell = (): CellRef => ({ scenario: scenario(), line: props.line, slot: 'value' });
  const value = createMemo(() => numberIn(shown(), 0));
  const overridden = createMemo(() => isSet(workspace, cell()));
  const content = createMemo(() => workspace.effective(cell()).content);
  const byFormula = () => isFormula(content());
  const none: InputRange = { low: 0, high: 1, step: 0.01, rationale: { en: '', zh: '' } };
  const range = createMemo<InputRange>((before) => input().range ?? props.guessing?.rangeOf(input()) ?? before, none);

  /** Sliders work in the shown unit, so that what is read aloud is what is seen. */
  const told = createMemo(() => toldUnit(input().unit, lang()));
  const scale = () => (unitSpec(input().unit).form === 'plain' ? told().places : 2);
  const toShown = (stored: number) => Number((stored * 10 ** scale()).toPrecision(12));
  const toStored = (seen: string) => Number(`${seen}e-${scale()}`);
  const text = (stored: number) => toldNumber(stored, input().unit, lang(), shownDecimals(input(), stored)).text;
  const outside = createMemo(() => {
    const current = value();
    return current !== undefined && (current < range().low || current > range().high);
  });

  /** One drag, or one press of a key, is one step of undo. */
  let gesture = 0;
  const slide = (seen: string) => {
    if (gesture === 0) gesture = ++gestures;
    workspace.dispatch(
      { kind: 'cells', edits: [{ ...cell(), content: toStored(seen) }] },
      { gesture: `slide ${gesture}` },
    );
  };
  const type = (field: HTMLInputElement) => {
    const typed = parseEntry(field.value, input().unit);
    const content = typeof typed === 'number' ? moved(typed, -told().places) : undefined;
    if (content === undefined) field.value = display();
    else if (content !== value()) workspace.dispatch({ kind: 'cells', edits: [{ ...cell(), content }] });
  };
  const display = createMemo(() => toldCell(app, input(), shown(), 0).text);
  const status = () => {
    if (value() === undefined && shown()?.notes.get(0)?.kind === 'text') return t().assumptions.text;
    return outside() ? t().assumptions.outside(...heldPair([range().low, range().high], input(), lang())) : undefined;
  };

  /** On what it rests, and why it was changed, is told of the input at hand; its name is the label of its control. */
  const select = () => editor.commit() && editor.jump(cell());

  /** What is one of a few whole numbers is chosen and not slid. */
  const options = createMemo((): readonly number[] => {
    const { low, high, step } = range();
    if (scale() !== 0 || step !== 1 || !Number.isInteger(low) || high - low > MOST_CHOICES - 1) return NONE;
    return Array.from({ length: high - low + 1 }, (_, i) => low + i);
  });
  const picked = () => options().find((one) => one === value());

  let slider: HTMLInputElement | undefined;
  createEffect(() => {
    if (!slider || options().length > 0) return;
    // The range first: a browser clamps a value to the range that it finds.
    slider.min = String(toShown(range().low));
    slider.max = String(toShown(range().high));
    slider.step = String(toShown(range().step));
    // What is set, before what comes of it: the next key goes on from where the last one led.
    const held = content();
    slider.value = String(toShown((typeof held === 'number' ? held : value()) ?? range().low));
    const share = (Number(slider.value) - Number(slider.min)) / (Number(slider.max) - Number(slider.min));
    slider.style.setProperty('--filled', `${100 * share}%`);
  });

  return (
    <div class="assumption" classList={{ overridden: overridden() }} onFocusIn={() => workspace.aim(cell())}>
      <div class="assumption-head">
        <label class="assumption-label" for={id}>
          {say(input().label)} <span class="unit">{unitText()}</span> <UncertainMark line={props.line} />
        </label>
        <Show when={overridden()}>
          <Button
            class="link reset"
            label={t().assumptions.resetLabel(say(input().label))}
            text={t().assumptions.reset}
            onClick={() => workspace.dispatch({ kind: 'cells', edits: [{ ...cell(), content: undefined }] })}
          />
        </Show>
        <input
          class="number"
          disabled={keeping.saving() === 'reading'}
          aria-label={t().assumptions.valueLabel(say(input().label))}
          value={display()}
          inputMode="decimal"
          autocomplete="off"
          onFocus={(event) => event.currentTarget.select()}
          onClick={select}
          onBlur={(event) => type(event.currentTarget)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter') {
              // A line break, which no field takes, would be told as the next thing that is typed.
              event.preventDefault();
              type(event.currentTarget);
            } else if (event.key === 'Escape') event.currentTarget.value = display();
          }}
        />
      </div>
      <div class="assumption-slide">
        <Show
          when={options().length > 0}
          fallback={
            <>
              <span class="bound">{text(range().low)}</span>
              <input
                ref={slider}
                id={id}
                class="slider"
                type="range"
                disabled={keeping.saving() === 'reading'}
                aria-valuetext={`${display()} ${unitText()}`.trim()}
                onClick={select}
                onInput={(event) => slide(event.currentTarget.value)}
                onChange={() => {
                  gesture = 0;
                }}
              />
              <span class="bound">{text(range().high)}</span>
            </>
          }
        >
          <Suspense fallback={<span class="slider" />}>
            <PickControl
              id={id}
              label={say(input().label)}
              value={picked()}
              options={options()}
              isSwitch={range().low === 0 && range().high === 1}
              disabled={keeping.saving() === 'reading'}
              text={text}
              onClick={select}
              onPick={(content) => workspace.dispatch({ kind: 'cells', edits: [{ ...cell(), content }] })}
            />
          </Suspense>
        </Show>
        <button
          type="button"
          class="why"
          aria-expanded={open()}
          aria-label={t().assumptions.whyOf(say(input().label))}
          title={say(range().rationale)}
          onClick={() => {
            select();
            setOpen(!open());
          }}
        >
          ?
        </button>
      </div>
      <Show when={status()}>{(sentence) => <p class="assumption-status">{sentence()}</p>}</Show>
      <Show when={byFormula()}>
        <p class="assumption-note">{t().assumptions.formula}</p>
      </Show>
      <Show when={open()}>
        <p class="assumption-note">{say(range().rationale)}</p>
      </Show>
      {props.guessing?.note(input, range, open)}
    </div>
  );

  function unitText(): string {
    return unitSpec(input().unit).form === 'share' ? '' : unitBehind(input().unit, lang());
  }
}
