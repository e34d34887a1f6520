import { createMemo, Show } from 'solid-js';
import { editableNumber, parseEntry } from '../../../document/entry.ts';
import { freshId } from '../../../document/lines.ts';
import { layOut } from '../../../engine/layout.ts';
import { canTake, valueFromFigure } from '../../../evidence/resolve.ts';
import { LINES } from '../../../i18n/lines.ts';
import type { Input, InputRange, Line } from '../../../model/line.ts';
import type { Text } from '../../../model/text.ts';
import { KNOWN_UNITS, type Unit, unitSpec } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import { figureInWords } from '../../../state/structure/figures.ts';
import { addLine, changeLine } from '../../../state/structure/lines.ts';
import { Frame } from '../kit/Frame.tsx';
import { Choice, createForm, optionsOf, selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

type Kind = 'input' | 'inputs' | 'series' | 'result' | 'heading';

const kindOf = (line: Line): Kind => (line.kind === 'input' ? (line.perPeriod ? 'inputs' : 'input') : line.kind);

/** Units in the order of the model's own use would jump about; by name they can be found. */
const unitNames = KNOWN_UNITS.filter((unit) => unit !== 'check') as Unit[];

/** What a person typed, not yet a line. */
interface Form {
  readonly name: string;
  readonly kind: Kind;
  readonly unit: Unit;
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
  const { form, field, setProblems } = createForm<Form>(formOf(old, say));

  const isInput = () => form().kind === 'input' || form().kind === 'inputs';
  const figures = createMemo(() => [...workspace.figures().values()].filter((figure) => canTake(form().unit, figure)));
  const unitLabel = () => say(unitSpec(form().unit).label);
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
    const measured = { ...common, unit: typed.unit, ...decimalsOf(old) };
    if (typed.kind === 'heading') return finish({ kind: 'heading', ...common }, found);
    if (typed.kind === 'result')
      return finish({ kind: 'result', ...measured, formula: old?.kind === 'result' ? old.formula : '' }, found);
    if (typed.kind === 'series') {
      const { first, start } = old?.kind === 'series' ? old : {};
      return finish(
        {
          kind: 'series',
          ...measured,
          formula: old?.kind === 'series' ? old.formula : '',
          ...(first === undefined ? {} : { first }),
          ...(start === undefined ? {} : { start }),
        },
        found,
      );
    }
    const perPeriod = typed.kind === 'inputs' ? { perPeriod: true } : {};
    if (typed.rests === 'figure') {
      const figure = workspace.figures().get(typed.figure);
      if (!figure) return { problems: { ...found, figure: t().noFigure } };
      const take = old?.kind === 'input' && old.take ? { take: old.take } : {};
      const value = valueFromFigure({ id, unit: typed.unit, ...take }, figure);
      return finish({ kind: 'input', ...measured, ...perPeriod, ...take, value, figure: figure.id }, found);
    }
    const number = (key: 'value' | 'low' | 'high' | 'step'): number => {
      // A step is small: 0.5 is half a percent, where a cell takes 0.5 as a half.
      const percent = key === 'step' && unitSpec(typed.unit).form === 'share' && /[\d.]$/.test(typed.step.trim());
      const entry = parseEntry(percent ? `${typed.step.trim()}%` : typed[key], typed.unit);
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
          <Choice
            label={t().unit}
            options={unitNames.map((unit) => [unit, say(unitSpec(unit).label)] as const)}
            {...field('unit')}
            disabled={isShipped}
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

const decimalsOf = (line: Line | undefined): { decimals?: number } =>
  line && line.kind !== 'heading' && line.decimals !== undefined ? { decimals: line.decimals } : {};

/** A text of both languages stays as it is until a person changes it; then it is their own words in both. */
function renamed(before: Text | undefined, typed: string, say: (text: Text) => string): Text {
  return before && say(before) === typed ? before : { en: typed, zh: typed };
}

function formOf(line: Line | undefined, say: (text: Text | string) => string): Form {
  const empty: Form = {
    name: '',
    kind: 'input',
    unit: 'bn yuan',
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
  const measured = { ...named, unit: line.unit };
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
