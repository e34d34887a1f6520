import { type Accessor, createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { editableNumber, parseEntry } from '../../document/entry.ts';
import { GUESSING } from '../../i18n/guessing.ts';
import type { Input, InputRange, Line } from '../../model/line.ts';
import { unitSpec } from '../../model/units.ts';
import { type App, useApp } from '../../state/app.ts';
import { Guesses, isGuess } from '../../state/structure/guesses.ts';
import { Button } from '../Button.tsx';
import './guessing.css';

const KEYS = ['low', 'high', 'step'] as const;

/** What the sliders of a person's own inputs are by, and what is said below them. */
export interface Guessing {
  readonly rangeOf: (line: Line | undefined) => InputRange | undefined;
  /** `open`: why the slider has its range is being read. */
  readonly note: (input: Accessor<Input>, range: Accessor<InputRange>, open: Accessor<boolean>) => JSX.Element;
}

export function guessing({ workspace }: App): Guessing {
  const guesses = new Guesses(workspace);
  return {
    rangeOf: (line) => guesses.rangeOf(line),
    note: (input, range, open) => (
      <Show when={guesses.isOwn(input())}>
        <RangeNote input={input()} range={range()} guesses={guesses} open={open()} />
      </Show>
    ),
  };
}

/** Whether the range of a slider is a guess, and the way to set one: in its place, without a dialog. */
function RangeNote(props: { input: Input; range: InputRange; guesses: Guesses; open: boolean }) {
  const { say, lang } = useApp();
  const t = () => GUESSING[lang()];
  const [open, setOpen] = createSignal(false);
  const guessed = () => isGuess(props.range);
  const text = () => (guessed() ? say(props.range.rationale) : t().setOwn);
  return (
    <Show
      when={open()}
      fallback={
        <Show when={guessed() || props.open}>
          <p class="assumption-note">
            <Button
              class="link"
              text={text()}
              label={t().of(text(), say(props.input.label))}
              onClick={() => setOpen(true)}
            />
          </p>
        </Show>
      }
    >
      <RangeForm {...props} onClose={() => setOpen(false)} />
    </Show>
  );
}

function RangeForm(props: { input: Input; range: InputRange; guesses: Guesses; onClose: () => void }) {
  const { say, lang } = useApp();
  const t = () => GUESSING[lang()];
  const id = createUniqueId();
  const [problem, setProblem] = createSignal('');
  const isShare = () => unitSpec(props.input.unit).form === 'share';
  const shown = (value: number) => editableNumber(value, props.input.unit);
  const fields: Record<string, HTMLInputElement> = {};
  let why!: HTMLInputElement;

  /** A bare number is in the unit that is shown: 0.5 of a share is half a percent. */
  const read = (key: string): number => {
    const typed = fields[key]?.value.trim() ?? '';
    const entry = parseEntry(isShare() && /[\d.]$/.test(typed) ? `${typed}%` : typed, props.input.unit);
    return typeof entry === 'number' ? entry : Number.NaN;
  };
  const save = () => {
    const [low = 0, high = 0, step = 0] = KEYS.map(read);
    const wrong = KEYS.find((key) => Number.isNaN(read(key)));
    const problems = [
      wrong && (fields[wrong]?.value.trim() === '' ? t().needed[wrong] : t().noNumber(t()[wrong])),
      low >= high && t().noRange,
      step <= 0 && t().noStep,
    ];
    setProblem(problems.find(Boolean) || '');
    if (problem() !== '') return;
    const typed = why.value.trim();
    const { rationale: before } = props.range;
    const rationale =
      typed === ''
        ? { en: GUESSING.en.judgement, zh: GUESSING.zh.judgement }
        : typed === say(before)
          ? before
          : { en: typed, zh: typed };
    const basis = props.range.basis ? { basis: props.range.basis } : {};
    props.onClose();
    props.guesses.setRange(props.input, { low, high, step, rationale, ...basis });
  };
  return (
    <form
      class="range-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      {KEYS.map((key, i) => (
        <label for={`${id}${key}`}>
          {t()[key]}
          <input
            id={`${id}${key}`}
            ref={(field) => {
              fields[key] = field;
              if (i === 0) setTimeout(() => field.select());
            }}
            class="number"
            aria-label={t().of(t()[key], say(props.input.label))}
            value={shown(props.range[key])}
            inputMode="decimal"
            autocomplete="off"
          />
        </label>
      ))}
      <label class="range-why" for={`${id}why`}>
        {t().why}
        <input
          ref={why}
          id={`${id}why`}
          class="number"
          aria-label={t().of(t().why, say(props.input.label))}
          value={isGuess(props.range) ? '' : say(props.range.rationale)}
          autocomplete="off"
        />
      </label>
      <Show when={problem()}>
        <p class="assumption-status" role="alert">
          {problem()}
        </p>
      </Show>
      <div class="range-actions">
        <button type="submit" class="button">
          {t().save}
        </button>
        <Button text={t().cancel} onClick={props.onClose} />
      </div>
    </form>
  );
}
