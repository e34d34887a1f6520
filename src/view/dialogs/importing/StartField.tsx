import { createSignal } from 'solid-js';
import { SHAPES } from '../../../i18n/shapes.ts';
import type { TablePreview } from '../../../io/csv/preview.ts';
import { readPeriodName } from '../../../model/periodNames.ts';
import { ordinalOf, partOf, periodText, type Step } from '../../../model/periods.ts';
import { useTexts } from '../../../state/app.ts';
import { TextField } from '../kit/forms.tsx';

type Start = NonNullable<TablePreview['start']>;

/** The period that a text names in a step; of a year alone its part that was suggested. */
function periodOf(typed: string, step: Step, suggested: number): number | undefined {
  const named = readPeriodName(typed);
  if (named?.step === step) return named.period;
  return named?.step === 'year' ? ordinalOf(named.period, partOf(suggested, step), step) : undefined;
}

/** Asks which period the first one is, where the table only counts them. */
export function StartField(props: { start: Start; step: Step; onStart: (period: number) => void }) {
  const t = useTexts(SHAPES);
  const [typed, setTyped] = createSignal(periodText(props.start.period, props.step));
  const type = (text: string) => {
    setTyped(text);
    const period = periodOf(text, props.step, props.start.period);
    if (period !== undefined && period !== props.start.period) props.onStart(period);
  };
  const problem = () =>
    periodOf(typed(), props.step, props.start.period) === undefined
      ? t().startProblem(periodText(props.start.period, props.step))
      : undefined;
  return (
    <TextField
      label={t().startOf(props.start.written)}
      value={typed()}
      onChange={type}
      problem={problem()}
      hint={t().startHint}
    />
  );
}
