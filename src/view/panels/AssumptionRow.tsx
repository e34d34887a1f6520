import { createEffect, createMemo, createSignal, createUniqueId, Show } from 'solid-js';
import { parseEntry, shownDecimals } from '../../document/entry.ts';
import { formatCell } from '../../i18n/format.ts';
import { type CellRef, isFormula } from '../../model/content.ts';
import type { Input, InputRange } from '../../model/line.ts';
import { unitSpec } from '../../model/units.ts';
import { useApp } from '../../state/app.ts';
import { watchRows } from '../../state/insight/answer.ts';
import { cellText, isSet, numberIn } from '../../state/insight/cells.ts';
import { Button } from '../Button.tsx';
import type { Guessing } from './guessing.tsx';

let gestures = 0;

/** One assumption: its number, a slider over its range, on what it rests, and the way back. */
export function AssumptionRow(props: { line: string; guessing: Guessing | undefined }) {
  const app = useApp();
  const { workspace, keeping, t, say, lang } = app;
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
  const scale = () => (unitSpec(input().unit).form === 'plain' ? 0 : 2);
  const toShown = (stored: number) => Number((stored * 10 ** scale()).toPrecision(12));
  const toStored = (seen: string) => Number(`${seen}e-${scale()}`);
  const text = (stored: number) => formatCell(stored, input().unit, lang(), shownDecimals(input(), stored));
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
    const content = parseEntry(field.value, input().unit);
    if (typeof content !== 'number') field.value = display();
    else if (content !== value()) workspace.dispatch({ kind: 'cells', edits: [{ ...cell(), content }] });
  };
  const display = createMemo(() => cellText(app, input(), shown(), 0));
  const status = () => {
    if (value() === undefined && shown()?.notes.get(0)?.kind === 'text') return t().assumptions.text;
    return outside() ? t().assumptions.outside(text(range().low), text(range().high)) : undefined;
  };

  let slider!: HTMLInputElement;
  createEffect(() => {
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
    <div class="assumption" classList={{ overridden: overridden() }}>
      <div class="assumption-head">
        <label class="assumption-label" for={id}>
          {say(input().label)} <span class="unit">{unitText()}</span>
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
          onBlur={(event) => type(event.currentTarget)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter') type(event.currentTarget);
            else if (event.key === 'Escape') event.currentTarget.value = display();
          }}
        />
      </div>
      <div class="assumption-slide">
        <span class="bound">{text(range().low)}</span>
        <input
          ref={slider}
          id={id}
          class="slider"
          type="range"
          disabled={keeping.saving() === 'reading'}
          aria-valuetext={`${display()} ${unitText()}`.trim()}
          onInput={(event) => slide(event.currentTarget.value)}
          onChange={() => {
            gesture = 0;
          }}
        />
        <span class="bound">{text(range().high)}</span>
        <button
          type="button"
          class="why"
          aria-expanded={open()}
          aria-label={`${t().assumptions.why}: ${say(input().label)}`}
          title={say(range().rationale)}
          onClick={() => setOpen(!open())}
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
    return unitSpec(input().unit).form === 'share' ? '' : say(unitSpec(input().unit).label);
  }
}
