import { createMemo, Show } from 'solid-js';
import { unitBehind } from '../../../i18n/amounts.ts';
import { FIGURES } from '../../../i18n/figures.ts';
import { inSeries } from '../../../i18n/format.ts';
import { term } from '../../../i18n/terms.ts';
import type { Bound, Figure, FigureKind, Grade, Source } from '../../../model/figure.ts';
import { figurePeriod, readPeriodName } from '../../../model/periodNames.ts';
import { periodText, slotName, slotText, stepOf } from '../../../model/periods.ts';
import type { Lang } from '../../../model/text.ts';
import { fromFigureUnit, unitSpec } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import { lineName } from '../../../state/insight/cells.ts';
import { type Beside, besideLines, figureNumber, freshFigureId, putFigure } from '../../../state/structure/figures.ts';
import { amountToType, typedAmount } from '../../../state/structure/typedAmounts.ts';
import { Frame } from '../kit/Frame.tsx';
import { Choice, createForm, optionsOf, selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

interface Form {
  readonly line: string;
  readonly kind: FigureKind;
  readonly value: string;
  readonly bound: Bound;
  readonly period: string;
  readonly definition: string;
  readonly reported: string;
  readonly publisher: string;
  readonly url: string;
  readonly grade: Grade;
  readonly note: string;
}
type Problems = Partial<Record<keyof Form, string>>;

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const ADDRESS = /^$|^https?:\/\/[^\s/]\S*$/;
const tidy = (text: string): string => text.normalize('NFKC').trim();

/** A figure of the person's own, with the same care as a shipped one: what was counted, by whom, when it was known. */
export default function FigureDialog(props: DialogProps) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = () => FIGURES[lang()];
  const lines = besideLines(workspace, 'target' in props.asked ? props.asked.target?.line : undefined);
  const old = workspace.figures().get(('figure' in props.asked && props.asked.figure) || '');
  const source = old && workspace.sources().get(old.source);
  const { periods } = workspace.model();
  const step = stepOf(periods);
  /** A period of the sheet, where it is no year. */
  const example = step === 'year' ? undefined : periodText(periods.last, step);
  const aimed = 'target' in props.asked ? props.asked.target : undefined;
  const start = formOf(old, source, lines, aimed?.line ?? workspace.view.line, lang());
  const { form, field, set, setProblems } = createForm<Form>(
    aimed
      ? {
          ...start,
          kind: 'target',
          bound: 'reach',
          period: slotText(aimed.slot === 'value' ? periods.last : aimed.slot),
          reported: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length),
          publisher: t().ownTarget,
          grade: 'C',
        }
      : start,
  );
  const beside = createMemo(() => lines.find(({ line }) => line === form().line));
  /** One's own target has no publisher, no date and no other definition than the line's. */
  const isOwnTarget = () =>
    form().kind === 'target' && [FIGURES.en.ownTarget, FIGURES.zh.ownTarget].includes(form().publisher);
  const setLine = (line: string) => {
    const defined = () => term(beside()?.definition ?? '', lang());
    const before = defined();
    set('line')(line);
    // What was not typed over follows the line.
    if (form().definition === before) set('definition')(defined());
  };

  const unitLabel = () => {
    const found = beside();
    return found ? unitBehind(found.unit, lang()) : '';
  };

  /** A definition by the name that figures have it by, where it is one of theirs. */
  const meant = (typed: string, ofLine: string) =>
    [ofLine, ...[...workspace.figures().values()].map(({ definition }) => definition)].find(
      (one) => term(one, lang()) === typed,
    ) ?? typed;

  const submit = () => {
    const where = beside();
    const typed = form();
    const found: Problems = {};
    const entry = where && typedAmount(tidy(typed.value), where.unit, lang());
    const named = readPeriodName(typed.period);
    const period = named ? figurePeriod(periodText(named.period, named.step)) : '';
    const isOfSheet = named?.step === step;
    const reported = tidy(typed.reported);
    if (typeof entry !== 'number') found.value = tidy(typed.value) === '' ? t().needed.value : t().badNumber;
    if (typed.period.trim() === '') found.period = t().needed.period;
    else if (!named || !['year', 'month', step].includes(named.step)) found.period = t().badPeriod(example);
    else if (typed.kind === 'target' && period.length > 4 && !isOfSheet) found.period = t().badTarget(example);
    if (reported === '') found.reported = t().needed.reported;
    else if (!DATE.test(reported)) found.reported = t().badDate;
    else if (reported > new Date().toISOString().slice(0, reported.length)) found.reported = t().future;
    if (tidy(typed.publisher) === '') found.publisher = t().noPublisher;
    if (!ADDRESS.test(tidy(typed.url))) found.url = t().badUrl;
    setProblems(found);
    if (!where || !named || typeof entry !== 'number' || Object.values(found).some(Boolean)) return;
    const id = old?.id ?? freshFigureId(workspace);
    const source: Source = {
      id: old?.source ?? id,
      publisher: tidy(typed.publisher),
      date: reported,
      grade: typed.grade,
      url: tidy(typed.url),
      about: '',
    };
    const figure: Figure = {
      id,
      region: where.region,
      variable: where.variable,
      period,
      // Figures give percent as 15.3, free of binary noise.
      value: unitSpec(where.unit).form === 'plain' ? entry : Number((entry * 100).toPrecision(15)),
      unit: where.unit,
      bound: typed.bound,
      kind: typed.kind,
      definition: meant(typed.definition.trim(), where.definition),
      reported,
      source: source.id,
      note: typed.note.trim(),
    };
    putFigure(workspace, figure, source);
    props.onClose();
    const words = () => inSeries([figureNumber(app, figure), slotName(named.period, lang())], lang());
    workspace.say(() => t().saved(words(), lineName(app, where.line)));
  };

  return (
    <Frame
      title={old ? t().editTitle : aimed ? t().targetTitle : t().addTitle}
      wide
      onClose={props.onClose}
      onSubmit={submit}
      opened={selectFirst}
      submits={{ label: old ? t().save : aimed ? t().createTarget : t().create }}
    >
      <div class="form">
        <Choice
          label={t().line}
          value={form().line}
          options={lines.map((one) => [one.line, lineName(app, one.line)] as const)}
          onChange={setLine}
        />
        <Choice label={t().kind} options={optionsOf(t().kinds)} {...field('kind')} />
        <TextField label={t().value} {...field('value')} suffix={unitLabel()} />
        <TextField label={t().period} {...field('period')} hint={t().periodHint(example)} />
        <Show when={!isOwnTarget()}>
          <Choice label={t().bound} options={optionsOf(t().bounds)} {...field('bound')} />
          <TextField label={t().reported} {...field('reported')} hint={t().reportedHint} />
          <TextField label={t().definition} {...field('definition')} hint={t().definitionHint} wide />
          <TextField label={t().publisher} {...field('publisher')} />
          <TextField label={t().url} {...field('url')} />
          <Choice label={t().grade} options={optionsOf(app.t().inspector.grades)} {...field('grade')} wide />
        </Show>
        <TextField label={t().note} {...field('note')} wide prose />
      </div>
    </Frame>
  );
}

function formOf(
  figure: Figure | undefined,
  source: Source | undefined,
  lines: readonly Beside[],
  inView: string,
  lang: Lang,
): Form {
  const start = lines.find(({ line }) => line === inView) ?? lines[0];
  if (!figure)
    return {
      line: start?.line ?? '',
      kind: 'observed',
      value: '',
      bound: 'exact',
      period: '',
      definition: term(start?.definition ?? '', lang),
      reported: '',
      publisher: '',
      url: '',
      grade: 'B',
      note: '',
    };
  const own = lines.find(({ region, variable }) => region === figure.region && variable === figure.variable);
  return {
    line: own?.line ?? '',
    kind: figure.kind,
    value: amountToType(fromFigureUnit(figure.value, figure.unit), figure.unit, lang),
    bound: figure.bound,
    period: figure.period.replace(' ', ''),
    definition: term(figure.definition, lang),
    reported: figure.reported,
    publisher: source?.publisher ?? '',
    url: source?.url ?? '',
    grade: source?.grade ?? 'B',
    note: figure.note,
  };
}
