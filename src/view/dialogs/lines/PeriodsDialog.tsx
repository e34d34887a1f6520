import { createMemo, createSignal, Show } from 'solid-js';
import { arePeriods, leaningLines, MOST_PERIODS } from '../../../document/periods.ts';
import { type Restepped, resteppedPeriods, restepSteps } from '../../../document/restep.ts';
import { LINES } from '../../../i18n/lines.ts';
import { periodIn, periodText, STEPS, type Step, stepOf } from '../../../model/periods.ts';
import { useApp } from '../../../state/app.ts';
import { inSlices } from '../../../state/ranges/slices.ts';
import { changePeriods, changeStep } from '../../../state/structure/periods.ts';
import { Frame } from '../kit/Frame.tsx';
import { Choice, selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

/** The first and the last period of the sheet, and how long they are. */
export default function PeriodsDialog(props: DialogProps) {
  const app = useApp();
  const { workspace, say, lang, t: words } = app;
  const t = () => LINES[lang()];
  const before = workspace.model().periods;
  const [step, setStep] = createSignal<Step>(stepOf(before));
  const isOther = () => step() !== stepOf(before);
  const [first, setFirst] = createSignal(periodText(before.first, step()));
  const [last, setLast] = createSignal(periodText(before.last, step()));
  const [problem, setProblem] = createSignal<string>();
  const period = (typed: string) => periodIn(typed.normalize('NFKC').trim().toUpperCase(), step()) ?? Number.NaN;
  const periods = createMemo(() => ({ ...before, first: period(first()), last: period(last()) }));
  const leaning = createMemo(() =>
    !isOther() && arePeriods(periods())
      ? leaningLines(workspace.openModel, periods()).map(({ label }) => say(label))
      : [],
  );
  /** What becomes of the typed values, and whether the sheet has room for the new periods. */
  const [stepped, setStepped] = createSignal<Restepped>();
  const choose = (chosen: Step) => {
    setStep(chosen);
    setProblem(undefined);
    setStepped(undefined);
    const isWanted = () => step() === chosen && isOther();
    if (isOther())
      void inSlices(restepSteps(workspace.openModel, chosen), isWanted).then(
        (found) => isWanted() && setStepped(found),
      );
    const now = resteppedPeriods(workspace.openModel, chosen);
    setFirst(periodText(now.first, chosen));
    setLast(periodText(now.last, chosen));
    if (!arePeriods(now)) setProblem(t().noPeriods(MOST_PERIODS, periodText(now.first, chosen)));
  };
  const submit = () => {
    if (isOther()) {
      if (arePeriods(resteppedPeriods(workspace.openModel, step())))
        changeStep(app, step()).then(props.onClose, () => setProblem(t().failed));
      return;
    }
    if (!arePeriods(periods())) {
      setProblem(t().noPeriods(MOST_PERIODS, periodText(before.first, step())));
      return;
    }
    changePeriods(app, periods()).then(props.onClose, () => setProblem(t().failed));
  };
  return (
    <Frame
      title={t().periods}
      onClose={props.onClose}
      onSubmit={submit}
      opened={selectFirst}
      submits={{ label: t().change }}
    >
      <div class="form">
        <Show when={workspace.document().own}>
          <Choice
            label={t().length}
            wide
            value={step()}
            options={STEPS.map((one) => [one, words().chart.steps[one]] as const)}
            onChange={choose}
          />
        </Show>
        <TextField label={t().firstPeriod} value={first()} onChange={setFirst} disabled={isOther()} />
        <TextField label={t().lastPeriod} value={last()} onChange={setLast} problem={problem()} disabled={isOther()} />
      </div>
      <Show when={isOther()} fallback={<p class="muted">{t().periodsHint}</p>}>
        <p class="muted">{stepped() && t().stepped(stepped() as Restepped)}</p>
      </Show>
      <Show when={leaning().length > 0}>
        <p class="muted">{t().begin(leaning())}</p>
      </Show>
    </Frame>
  );
}
