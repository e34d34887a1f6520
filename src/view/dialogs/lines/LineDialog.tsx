import { createMemo, Show } from 'solid-js';
import { editableNumber, parseEntry } from '../../../document/entry.ts';
import { freshId } from '../../../document/lineIds.ts';
import { layOut } from '../../../engine/layout.ts';
import { canTake, valueFromFigure } from '../../../evidence/resolve.ts';
import { LINES } from '../../../i18n/lines.ts';
import { readTyped } from '../../../io/reading/amounts.ts';
import type { Input, InputRange, Line, Rollup } from '../../../model/line.ts';
import type { Text } from '../../../model/text.ts';
import { isUnit, MAX_UNIT_LENGTH, unitSpec } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import { figureInWords } from '../../../state/structure/figures.ts';
import { addLine, changeLine } from '../../../state/structure/lines.ts';
import { suggestedUnits, unitFromText } from '../../../units/named.ts';
import { Frame } from '../kit/Frame.tsx';
import { Choice, createForm, optionsOf, selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

type Kind = 'input' | 'inputs' | 'series' | 'result' | 'heading';

const kindOf = (line: Line): Kind => (line.kind === 'input' ? (line.perPeriod ? 'inputs' : 'input') : line.kind);

/** What a person typed, not yet a line. */
interface Form {
  readonly name: string;
  readonly kind: Kind;
  /** As it is shown and typed. */
  readonly unit: string;
  readonly decimals: string;
  readonly value: string;
  readonly rests: 'range' | 'figure';
  readonly figure: string;
  readonly low: string;
  readonly high: string;
  readonly step: string;
  readonly rationale: string;
  readonly note: string;
}
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
  const { form, field, setProblems } = createForm<Form>(formOf(old, workspace.model().lines, say));

  const isInput = () => form().kind === 'input' || form().kind === 'inputs';
  const unit = () => unitFromText(form().unit);
  const figures = createMemo(() => [...workspace.figures().values()].filter((figure) => canTake(unit(), figure)));
  const unitLabel = () => say(unitSpec(unit()).label);
  const suggestions = () => suggestedUnits(workspace.model().lines).map((one) => say(unitSpec(one).label));
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
    else changeLine(app, line);
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
    const unit = unitFromText(typed.unit);
    if (!isUnit(unit)) found.unit = t().badUnit(MAX_UNIT_LENGTH);
    const decimals = typed.decimals.trim();
    if (decimals !== '' && !/^(?:\d|1[0-2])$/.test(decimals)) found.decimals = t().badDecimals;
    const measured = { ...common, unit, ...(decimals === '' ? {} : { decimals: Number(decimals) }), ...rollupIn(old) };
    if (typed.kind === 'result')
      return finish({ kind: 'result', ...measured, formula: old?.kind === 'result' ? old.formula : '' }, found);
    if (typed.kind === 'series') {
      const { first, start, values } = old?.kind === 'series' ? old : {};
      return finish(
        {
          kind: 'series',
          ...measured,
          formula: old?.kind === 'series' ? old.formula : '',
          ...(first === undefined ? {} : { first }),
          ...(start === undefined ? {} : { start }),
          ...(values === undefined ? {} : { values }),
        },
        found,
      );
    }
    const perPeriod = typed.kind === 'inputs' ? { perPeriod: true } : {};
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
      const plain = parseEntry(text, unit);
      const entry = typeof plain === 'number' ? plain : readTyped(text, unit);
      if (typeof entry !== 'number') found[key] = t().noNumber;
      return typeof entry === 'number' ? entry : Number.NaN;
    };
    const [value, low, high, step] = [number('value'), number('low'), number('high'), number('step')];
    if (!(low < high && low <= value && value <= high)) found.high ??= t().noRange;
    if (!(step > 0)) found.step ??= t().noStep;
    const before = old?.kind === 'input' ? old.range : undefined;
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
        <Choice label={t().kind} options={optionsOf(t().kinds)} {...field('kind')} disabled={isShipped} />
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
          <TextField label={t().low} {...field('low')} />
          <TextField label={t().high} {...field('high')} />
          <TextField label={t().step} {...field('step')} />
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

/** What the dialog does not ask for stays. */
const rollupIn = (line: Line | undefined): { rollup?: Rollup } =>
  line && line.kind !== 'heading' && line.rollup !== undefined ? { rollup: line.rollup } : {};

/** A text of both languages stays as it is until a person changes it; then it is their own words in both. */
function renamed(before: Text | undefined, typed: string, say: (text: Text) => string): Text {
  return before && say(before) === typed ? before : { en: typed, zh: typed };
}

function formOf(line: Line | undefined, lines: readonly Line[], say: (text: Text | string) => string): Form {
  const isInYuan = lines.some((one) => one.kind !== 'heading' && one.unit === 'bn yuan');
  const empty: Form = {
    name: '',
    kind: 'input',
    unit: isInYuan ? say(unitSpec('bn yuan').label) : '',
    decimals: '',
    value: '',
    rests: 'range',
    figure: '',
    low: '',
    high: '',
    step: '',
    rationale: '',
    note: '',
  };
  if (!line) return empty;
  const named = { ...empty, name: say(line.label), kind: kindOf(line), note: line.note ? say(line.note) : '' };
  if (line.kind === 'heading') return named;
  const measured = {
    ...named,
    unit: say(unitSpec(line.unit).label),
    decimals: line.decimals === undefined ? '' : String(line.decimals),
  };
  if (line.kind !== 'input') return measured;
  const shown = (value: number | undefined) => (value === undefined ? '' : editableNumber(value, line.unit));
  const { range } = line;
  if (!range) return { ...measured, value: shown(line.value), rests: 'figure', figure: line.figure ?? '' };
  return {
    ...measured,
    value: shown(line.value),
    low: shown(range.low),
    high: shown(range.high),
    step: shown(range.step),
    rationale: say(range.rationale),
  };
}
