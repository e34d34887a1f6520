import { createMemo, Show } from 'solid-js';
import { freshId } from '../../../document/lineIds.ts';
import { layOut } from '../../../engine/layout.ts';
import { valueFromFigure } from '../../../evidence/resolve.ts';
import { toldUnit } from '../../../i18n/amounts.ts';
import { LINES } from '../../../i18n/lines.ts';
import { type Input, type InputRange, type Line, type MeasuredLine, ROLLUPS } from '../../../model/line.ts';
import { LONGER, PER_YEAR, stepOf } from '../../../model/periods.ts';
import { rollupOf } from '../../../model/rollup.ts';
import { canTake } from '../../../model/taken.ts';
import type { Text } from '../../../model/text.ts';
import { isUnit, MAX_UNIT_LENGTH, unitSpec } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import { figureInWords } from '../../../state/structure/figures.ts';
import { Guesses } from '../../../state/structure/guesses.ts';
import { addLine, changeLine } from '../../../state/structure/lines.ts';
import { typedAmount, typedUnit } from '../../../state/structure/typedAmounts.ts';
import { suggestedUnits } from '../../../units/named.ts';
import { Frame } from '../kit/Frame.tsx';
import { Choice, createForm, optionsOf, selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';
import { type Form, formOf, isBare, isFilled } from './lineForm.ts';

/** A line of which nothing is said yet. */
const NAMELESS: MeasuredLine = { kind: 'input', id: '', label: { en: '', zh: '' }, unit: '', perPeriod: true };

type Problems = Partial<Record<keyof Form, string>>;

/** A new line, or one as it is: its name, what it holds, its range and on what that rests. */
export default function LineDialog(props: DialogProps) {
  const app = useApp();
  const { workspace, say, lang } = app;
  const t = () => LINES[lang()];
  const { asked } = props;
  const old = 'line' in asked ? workspace.line(asked.line) : undefined;
  /** A shipped line keeps what its formulas rely on. */
  const isShipped = old !== undefined && workspace.shipped().lines.some(({ id }) => id === old.id);
  const guesses = new Guesses(workspace);
  /** With the range that its slider has, and the number that stands in it. */
  const withGuess = (line: Line | undefined): Line | undefined => {
    const range = guesses.rangeOf(line);
    const value = line?.kind === 'input' ? guesses.valueOf(line) : undefined;
    return line?.kind === 'input' && range ? { ...line, range, ...(value === undefined ? {} : { value }) } : line;
  };
  const asItIs = withGuess(old);
  const start = formOf(asItIs, workspace.model().lines, app);
  const { form, field, setProblems } = createForm<Form>(start);

  const kept = asItIs?.kind === 'input' ? { ...asItIs.range, unit: asItIs.unit, value: asItIs.value } : undefined;
  /** The number of a line whose content is typed in it: the base holds it. */
  const held = old?.kind === 'input' && old.value === undefined ? guesses.valueOf(old) : undefined;

  const isInput = () => form().kind === 'input' || form().kind === 'inputs';
  const unitOf = (typed: string) =>
    typedUnit(typed, workspace.model().lines, lang(), old && old.kind !== 'heading' ? old.unit : undefined);
  const unit = () => unitOf(form().unit);
  const figures = createMemo(() => [...workspace.figures().values()].filter((figure) => canTake(unit(), figure)));
  const unitLabel = () => toldUnit(unit(), lang()).label;
  const suggestions = () =>
    suggestedUnits(workspace.model().lines, workspace.model().currency).map((one) => toldUnit(one, lang()).label);
  /** Steps that are longer than that of the model. */
  const steps = () => LONGER.filter((one) => PER_YEAR[one] < PER_YEAR[stepOf(workspace.model().periods)]);
  const hasPeriods = () => form().kind === 'inputs' || form().kind === 'series';
  /** How the periods of the line that is typed would make a year where it does not say. */
  const guessed = () => {
    const { rollup: _, ...line } = old && old.kind !== 'heading' ? old : NAMELESS;
    return rollupOf({ ...line, unit: unit() }).by;
  };
  const formula = () => {
    if (old?.kind !== 'series' && old?.kind !== 'result') return '';
    const slot = old.kind === 'result' ? 'value' : workspace.model().periods.last;
    return layOut(workspace.layout(), old.formula, { scenario: workspace.base.id, line: old.id, slot }, true);
  };

  const submit = () => {
    const { line, problems: found } = read(form());
    setProblems(found);
    if (!line) return;
    props.onClose();
    if ('at' in asked) addLine(app, asked.at, line);
    else if (held !== undefined && line.kind === 'input' && line.value !== undefined && !line.figure) {
      const { value, ...rest } = line;
      changeLine(app, rest, value === held ? undefined : value);
    } else changeLine(app, line);
  };

  /** The line that the form means, or what is wrong with it. */
  function read(typed: Form): { line?: Line; problems: Problems } {
    const found: Problems = {};
    if (typed.name.trim() === '') found.name = t().nameMissing;
    const id = old?.id ?? freshId(workspace.model().lines);
    const label = renamed(old?.label, typed.name.trim(), say);
    const noted = renamed(old?.note, typed.note.trim(), say);
    const common = { id, label, ...(typed.note.trim() === '' ? {} : { note: noted }) };
    if (typed.kind === 'heading') return finish({ kind: 'heading', ...common }, found);
    const unit = unitOf(typed.unit);
    if (!isUnit(unit)) found.unit = t().badUnit(MAX_UNIT_LENGTH);
    const decimals = typed.decimals.trim();
    if (decimals !== '' && !/^(?:\d|1[0-2])$/.test(decimals)) found.decimals = t().badDecimals;
    const rollup = ROLLUPS.find((one) => one === typed.rollup);
    const measured = {
      ...common,
      unit,
      ...(decimals === '' ? {} : { decimals: Number(decimals) }),
      ...(rollup ? { rollup } : {}),
    };
    const own = LONGER.find((one) => one === typed.ownStep);
    const longer = own ? { step: own } : {};
    if (typed.kind === 'result')
      return finish({ kind: 'result', ...measured, formula: old?.kind === 'result' ? old.formula : '' }, found);
    if (typed.kind === 'series') {
      const { first, start, values, later, exceptions } = old?.kind === 'series' ? old : {};
      return finish(
        {
          kind: 'series',
          ...measured,
          ...longer,
          formula: old?.kind === 'series' ? old.formula : '',
          ...(first === undefined ? {} : { first }),
          ...(start === undefined ? {} : { start }),
          ...(values === undefined ? {} : { values }),
          ...(later === undefined ? {} : { later }),
          ...(exceptions === undefined ? {} : { exceptions }),
        },
        found,
      );
    }
    const perPeriod = typed.kind === 'inputs' ? { perPeriod: true, ...longer } : {};
    if (typed.kind === 'inputs' && isFilled(typed)) return finish({ kind: 'input', ...measured, ...perPeriod }, found);
    if (typed.rests === 'figure') {
      const figure = workspace.figures().get(typed.figure);
      if (!figure) return { problems: { ...found, figure: t().noFigure } };
      const take = old?.kind === 'input' && old.take ? { take: old.take } : {};
      const value = valueFromFigure({ id, unit, ...take }, figure);
      return finish({ kind: 'input', ...measured, ...perPeriod, ...take, value, figure: figure.id }, found);
    }
    const number = (key: 'value' | 'low' | 'high' | 'step'): number => {
      // A step is small: 0.5 is half a percent, where a cell takes 0.5 as a half.
      const percent = key === 'step' && unitSpec(unit).form === 'share' && /[\d.]$/.test(typed.step.trim());
      const text = percent ? `${typed.step.trim()}%` : typed[key];
      // What was not typed over keeps all of its digits.
      const entry = (typed[key] === start[key] && unit === kept?.unit && kept[key]) || typedAmount(text, unit, lang());
      if (entry === undefined) found[key] = typed[key].trim() === '' ? t().needed[key] : t().noNumber;
      return entry ?? Number.NaN;
    };
    // A value a period needs no slider, and a line that had none needs none now.
    if (isBare(typed) && (typed.kind === 'inputs' || (old?.kind === 'input' && !guesses.rangeOf(old))))
      return finish({ kind: 'input', ...measured, ...perPeriod, value: number('value') }, found);
    const [value, low, high, step] = [number('value'), number('low'), number('high'), number('step')];
    const isAll = [value, low, high].every((one) => !Number.isNaN(one));
    if (isAll && !(low < high && low <= value && value <= high)) found.high ??= t().noRange;
    if (step <= 0) found.step ??= t().noStep;
    const before = guesses.rangeOf(old);
    const rationale =
      typed.rationale.trim() === ''
        ? { en: LINES.en.judgement, zh: LINES.zh.judgement }
        : renamed(before?.rationale, typed.rationale.trim(), say);
    const range: InputRange = { low, high, step, rationale, ...(before?.basis ? { basis: before.basis } : {}) };
    // A judgement may be converted from a figure, whose value it keeps; a typed one is the person's own.
    const cited = old?.kind === 'input' && old.range && old.figure && old.value === value ? { figure: old.figure } : {};
    const input: Input = { kind: 'input', ...measured, ...perPeriod, ...cited, value, range };
    return finish(input, found);
  }

  return (
    <Frame
      title={old ? t().edit : t().add}
      wide
      onClose={props.onClose}
      onSubmit={submit}
      opened={selectFirst}
      submits={{ label: old ? t().save : t().create }}
    >
      <div class="form">
        <TextField label={t().name} {...field('name')} wide />
        <Choice label={t().kind} options={optionsOf(t().kinds)} {...field('kind')} disabled={isShipped} wide />
        <Show when={form().kind !== 'heading'}>
          <TextField
            label={t().unit}
            {...field('unit')}
            hint={t().unitHint}
            suggestions={suggestions()}
            disabled={isShipped && !workspace.document().own}
          />
          <TextField label={t().decimals} {...field('decimals')} placeholder={t().decimalsUsual} />
        </Show>
        <Show when={steps().length > 0 && hasPeriods()}>
          <Choice
            label={t().ownStep}
            options={[
              ['', t().ownStepSame(t().ownSteps[stepOf(workspace.model().periods)])] as const,
              ...steps().map((one) => [one, t().ownSteps[one]] as const),
            ]}
            {...field('ownStep')}
            hint={form().ownStep === '' ? undefined : t().ownStepHint}
            disabled={isShipped && !workspace.document().own}
            wide
          />
        </Show>
        <Show when={steps().length > 0 && hasPeriods() && form().ownStep !== 'year'}>
          <Choice
            label={t().rollup}
            options={[
              ['', t().rollupGuess(t().rollups[guessed()])] as const,
              ...ROLLUPS.map((one) => [one, t().rollups[one]] as const),
            ]}
            {...field('rollup')}
            disabled={isShipped && !workspace.document().own}
            wide
          />
        </Show>
        <Show when={isInput()}>
          <Choice label={t().rests} options={optionsOf(t().restsKinds)} {...field('rests')} wide />
        </Show>
        <Show when={isInput() && form().rests === 'figure'}>
          <Choice
            label={t().figure}
            options={[
              ['', '\u2013'] as const,
              ...figures().map((figure) => [figure.id, figureInWords(app, figure)] as const),
            ]}
            {...field('figure')}
            hint={figures().length === 0 ? t().noFigure : undefined}
            wide
          />
        </Show>
        <Show when={isInput() && form().rests === 'range'}>
          <TextField label={t().value} {...field('value')} suffix={unitLabel()} />
          <div class="form-together">
            <TextField label={t().low} {...field('low')} />
            <TextField label={t().high} {...field('high')} />
            <TextField label={t().step} {...field('step')} />
          </div>
          <TextField label={t().rationale} {...field('rationale')} placeholder={t().judgement} wide prose />
        </Show>
        <TextField
          label={t().note}
          {...field('note')}
          hint={form().note === '' ? t().noteHint : undefined}
          wide
          prose
        />
      </div>
      <Show when={form().kind === 'series' || form().kind === 'result'}>
        <p class="muted">
          <Show when={formula()} fallback={t().formulaHint}>
            {t().formulaNow} <code>{formula()}</code>. {t().formulaEdit}
          </Show>
        </p>
      </Show>
    </Frame>
  );
}

const finish = (line: Line, problems: Problems): { line?: Line; problems: Problems } =>
  Object.values(problems).some(Boolean) ? { problems } : { line, problems };

/** A text of both languages stays as it is until a person changes it; then it is their own words in both. */
function renamed(before: Text | undefined, typed: string, say: (text: Text) => string): Text {
  return before && say(before) === typed ? before : { en: typed, zh: typed };
}
