import { createMemo, For } from 'solid-js';
import { chartKey, figuresBeside } from '../../../document/charts.ts';
import { toldUnit } from '../../../i18n/amounts.ts';
import { CHARTS } from '../../../i18n/charts.ts';
import { headed } from '../../../i18n/format.ts';
import { hasPeriods } from '../../../model/line.ts';
import type { ChartKind, ChartSpec, ChartSplit } from '../../../model/model.ts';
import type { Text } from '../../../model/text.ts';
import { useApp } from '../../../state/app.ts';
import { lineName } from '../../../state/insight/cells.ts';
import { chartName } from '../../../state/insight/chartName.ts';
import { addChart, changeChart } from '../../../state/structure/charts.ts';
import { axesOf, isStacked, unitOf } from '../../chart/axes.ts';
import { Frame } from '../kit/Frame.tsx';
import { Choice, createForm, Field, optionsOf, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

/** A chart: its lines, its kind, what of their values is drawn, its title and a note. It is the one in view, or a new one. */
export default function ChartDialog(props: DialogProps) {
  const app = useApp();
  const { workspace, say, lang } = app;
  const t = () => CHARTS[lang()].form;
  const isNew = props.asked.name === 'chart' && props.asked.isNew === true;
  const charted = new Set(workspace.model().charts.map(({ line }) => line));
  /** Of a new chart, a line that none of the others begins with. */
  const fresh = () => workspace.charted().find((line) => !charted.has(line)) ?? workspace.view.line;
  const old: ChartSpec = isNew ? { line: fresh() } : workspace.chart();
  const { form, field, set } = createForm({
    line: old.line,
    title: say(old.title ?? ''),
    note: say(old.note ?? ''),
    as: old.as ?? ('lines' as ChartKind),
    show: (old.show ?? 'values') as 'values' | 'index' | 'change',
    split: (old.split ?? 'none') as ChartSplit | 'none',
    axis: (old.log ? 'log' : 'even') as 'log' | 'even',
    beside: old.beside ?? [],
  });
  const lines = createMemo(() =>
    workspace
      .model()
      .lines.filter(hasPeriods)
      .map(({ id }) => id),
  );
  const others = () => lines().filter((id) => id !== form().line);
  const beside = () => form().beside.filter((id) => others().includes(id));
  /** Those that stay keep their order, which is that of their colours. */
  const choose = (chosen: readonly string[]) =>
    set('beside')([...new Set([...beside().filter((id) => chosen.includes(id)), ...chosen])]);
  const unitText = (id: string) => toldUnit(unitOf(app, id) ?? '', lang()).label || t().noUnit;
  const named = (id: string) => `${lineName(app, id)}${t().unit(unitText(id))}`;

  const axes = () => axesOf(app, [form().line, ...beside()], form().as);
  /** What keeps these lines from being drawn together: units matter where values are drawn as they are, or added up. */
  const problem = (): string | undefined => {
    const isSplit = form().split !== 'none';
    const [other] = isSplit ? [...axes().right, ...axes().out] : axes().out;
    if (other === undefined || (form().show !== 'values' && !isStacked(form().as))) return undefined;
    const units = [axes().left[0], axes().right[0]].flatMap((id) => (id === undefined ? [] : unitText(id)));
    return isSplit
      ? CHARTS[lang()].oneAxis([lineName(app, other)])
      : t().manyUnits(lineName(app, other), unitText(other), units);
  };
  const hint = () => {
    const [second] = form().show === 'values' ? axes().right : [];
    return second === undefined ? t().units : t().second(unitText(second));
  };

  /** A text of both languages stays as it is until a person changes it. */
  const textOf = (before: Text | undefined, typed: string): Text =>
    before && say(before) === typed ? before : { en: typed, zh: typed };
  const submit = () => {
    if (problem()) return;
    const { line, as, show, split, axis } = form();
    const [title, note] = [form().title.trim(), form().note.trim()];
    const { id, by, span } = old;
    // Figures stand beside the line to which they belong.
    const charts = [old, ...workspace.model().charts, ...workspace.shipped().charts];
    const chart: ChartSpec = {
      ...(id ? { id } : {}),
      line,
      ...figuresBeside(charts, line),
      ...(beside().length > 0 ? { beside: beside() } : {}),
      ...(as === 'lines' ? {} : { as }),
      ...(by ? { by } : {}),
      ...(show === 'values' ? {} : { show }),
      ...(axis === 'log' ? { log: true } : {}),
      ...(split === 'none' ? {} : { split }),
      ...(span ? { span } : {}),
      ...(title === '' ? {} : { title: textOf(old.title, title) }),
      ...(note === '' ? {} : { note: textOf(old.note, note) }),
    };
    props.onClose();
    if (isNew) addChart(app, chart);
    else changeChart(app, chart, chartKey(old));
  };
  return (
    <Frame
      title={isNew ? t().fresh : headed(t().title, say(chartName(app, old)), lang())}
      wide
      onClose={props.onClose}
      onSubmit={submit}
      submits={{ label: t().save }}
    >
      <div class="form">
        <Choice label={t().first} options={lines().map((id) => [id, named(id)] as const)} {...field('line')} />
        <TextField label={t().name} {...field('title')} placeholder={lineName(app, form().line)} />
        <Choice label={t().as} options={optionsOf(t().kinds)} {...field('as')} />
        <Choice label={t().show} options={optionsOf(t().shows)} {...field('show')} />
        <Choice label={t().axis} options={optionsOf(t().axes)} {...field('axis')} />
        <Choice label={t().split} options={optionsOf(t().splits)} {...field('split')} />
        <Field label={t().lines} hint={hint()} problem={problem()} wide>
          {(id, described) => (
            <select
              id={id}
              class="form-input"
              multiple
              size={6}
              aria-describedby={described}
              aria-invalid={problem() ? 'true' : undefined}
              onChange={(event) => choose([...event.currentTarget.selectedOptions].map(({ value }) => value))}
            >
              <For each={others()}>
                {(other) => (
                  <option value={other} selected={form().beside.includes(other)}>
                    {named(other)}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <TextField label={t().note} {...field('note')} wide prose />
      </div>
    </Frame>
  );
}
