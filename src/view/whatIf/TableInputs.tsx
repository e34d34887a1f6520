import { createMemo, createSignal, Index, Show } from 'solid-js';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { cellPeriods } from '../../model/coarse.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import type { TableInput } from '../../model/whatIf.ts';
import { useApp } from '../../state/app.ts';
import { cellName } from '../../state/insight/cells.ts';
import { MOST_STEPS, type TableAsked } from '../../state/whatIf/table.ts';
import { Button } from '../Button.tsx';
import { createReader } from '../dialogs/analysis/measure.ts';
import { CellChoice } from './CellChoice.tsx';
import { lineUnits } from './heat.ts';

const isInput = (line: Line | undefined): boolean => line?.kind === 'input';

/** The inputs of a table, each from where to where in how many values. */
export function TableInputs(props: { asked: TableAsked }) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = () => WHAT_IF[lang()].dataTable;
  const { asked } = props;
  /** The first input that is not taken yet, an assumption where there is one. */
  const free = () => {
    const taken = new Set(asked.inputs().map(({ line }) => line));
    const lines = workspace.model().lines.filter((line) => line.kind === 'input' && !taken.has(line.id));
    return lines.find((line) => line.kind === 'input' && line.range) ?? lines[0];
  };
  const add = () => {
    const line = free();
    if (!line) return;
    const slot = hasPeriods(line) ? cellPeriods(line, workspace.model().periods)[0] : ('value' as const);
    if (slot !== undefined) asked.chooseInput(asked.inputs().length, { line: line.id, slot });
  };
  return (
    <div class="what-if-bar table-inputs">
      <Index each={asked.inputs()}>
        {(input, at) => (
          <fieldset class="table-input" aria-label={asked.inputs().length > 1 ? t().input(at + 1) : t().only}>
            <CellChoice
              label={asked.inputs().length > 1 ? t().input(at + 1) : t().only}
              cell={input()}
              among={isInput}
              onChange={(line, slot) => asked.chooseInput(at, { line: line.id, slot })}
            />
            <RangeFields asked={asked} input={input()} at={at} />
            <Show when={asked.inputs().length > 1}>
              <Button
                class="icon-button"
                text="×"
                label={t().dropInput(cellName(app, { scenario: '', ...input() }))}
                onClick={() => asked.dropInput(at)}
              />
            </Show>
          </fieldset>
        )}
      </Index>
      <Show when={asked.inputs().length === 1 && free()}>
        <Button class="link" text={t().addInput} onClick={add} />
      </Show>
    </div>
  );
}

type Key = 'low' | 'high' | 'steps';

/** What was typed stays until it can be taken, with a sentence on what is wrong with it. */
function RangeFields(props: { asked: TableAsked; input: TableInput; at: number }) {
  const app = useApp();
  const t = () => WHAT_IF[app.lang()].dataTable;
  const reader = createReader(app);
  const measure = createMemo(() => lineUnits(app, props.input.line, reader(), true));
  const name = () => cellName(app, { scenario: '', ...props.input });
  const [problem, setProblem] = createSignal<{ readonly key: Key; readonly said: string }>();
  const text = (key: Key): string => {
    const value = props.input[key];
    return key === 'steps' ? String(value) : measure().edit(value);
  };
  const type = (key: Key, field: HTMLInputElement) => {
    const typed = field.value.trim();
    if (typed === text(key)) return setProblem(undefined);
    const value = key === 'steps' ? Number(typed || Number.NaN) : measure().parse(typed);
    const isNumber = value !== undefined && !Number.isNaN(value);
    const said = !isNumber
      ? t().noNumber
      : props.asked.setRange(props.at, { [key]: value })
        ? undefined
        : key === 'steps'
          ? t().noSteps(MOST_STEPS)
          : t().turned;
    setProblem(said === undefined ? undefined : { key, said });
    if (said === undefined) field.value = text(key);
  };
  const Field = (field: { key: Key; label: string }) => (
    <input
      class="number"
      classList={{ few: field.key === 'steps' }}
      aria-label={field.label}
      title={field.label}
      aria-invalid={problem()?.key === field.key ? 'true' : undefined}
      inputMode="decimal"
      autocomplete="off"
      value={text(field.key)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => type(field.key, event.currentTarget)}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter') type(field.key, event.currentTarget);
        else if (event.key === 'Escape') {
          event.currentTarget.value = text(field.key);
          setProblem(undefined);
        }
      }}
    />
  );
  return (
    <>
      <span class="field-label">{t().from}</span>
      <Field key="low" label={t().low(name())} />
      <span class="field-label">{t().to}</span>
      <Field key="high" label={t().high(name())} />
      <Show when={measure().unit !== '%' && measure().unit !== ''}>
        <span class="field-label">{measure().unit}</span>
      </Show>
      <span class="field">
        <span class="field-label">{t().steps}</span>
        <Field key="steps" label={t().count(name())} />
      </span>
      <Show when={problem()}>
        {(one) => (
          <span class="what-if-problem" role="alert">
            {one().said}
          </span>
        )}
      </Show>
    </>
  );
}
