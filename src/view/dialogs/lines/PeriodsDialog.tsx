import { createMemo, createSignal, Show } from 'solid-js';
import { arePeriods, leaningLines, leans, MOST_PERIODS } from '../../../document/periods.ts';
import { type Restepped, resteppedPeriods, restepSteps } from '../../../document/restep.ts';
import { BOUNDARY } from '../../../i18n/boundary.ts';
import { LINES } from '../../../i18n/lines.ts';
import { axisItems, periodsFrom, readTypedAxis } from '../../../model/axis.ts';
import type { Line } from '../../../model/line.ts';
import { readPeriodName } from '../../../model/periodNames.ts';
import {
  isOneOf,
  type Periods,
  periodText,
  STEPS,
  type Step,
  samePeriods,
  slotText,
  stepOf,
} from '../../../model/periods.ts';
import { useApp } from '../../../state/app.ts';
import { inSlices } from '../../../state/ranges/slices.ts';
import { changePeriods, changeStep } from '../../../state/structure/periods.ts';
import { Frame } from '../kit/Frame.tsx';
import { Choice, selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

/** The periods of the sheet, from the first to the last or one by one, and how long they are. */
export default function PeriodsDialog(props: DialogProps) {
  const app = useApp();
  const { workspace, say, lang, t: words } = app;
  const t = () => LINES[lang()];
  const boundary = () => BOUNDARY[lang()];
  const before = workspace.model().periods;
  const [step, setStep] = createSignal<Step>(stepOf(before));
  const isOther = () => step() !== stepOf(before);
  const [first, setFirst] = createSignal(periodText(before.first, step()));
  const [last, setLast] = createSignal(periodText(before.last, step()));
  const [only, setOnly] = createSignal(before.list ? axisItems(before).join(', ') : '');
  const isList = () => only().trim() !== '';
  const known = workspace.model().observedUntil;
  const [until, setUntil] = createSignal(known < before.first ? '' : slotText(known));
  const untilBefore = until();
  const [misplaced, setMisplaced] = createSignal<string>();
  const [problem, setProblem] = createSignal<string>();
  const period = (typed: string) => {
    const named = readPeriodName(typed);
    return named?.step === step() ? named.period : Number.NaN;
  };
  const periods = createMemo((): Periods => {
    const { list: _, ...axis } = before;
    if (!isList()) return { ...axis, first: period(first()), last: period(last()) };
    const all = readTypedAxis(only(), (text) => period(text) || undefined);
    return 'kind' in all ? { ...axis, first: Number.NaN, last: Number.NaN } : periodsFrom(all, axis);
  });
  const namesOf = (lines: readonly Line[]) => lines.map(({ label }) => say(label));
  const leaning = createMemo(() =>
    !isOther() && arePeriods(periods()) ? leaningLines(workspace.openModel, periods()) : [],
  );
  /** Lines that go on from the period before, where another one is that now. */
  const across = createMemo(() => {
    const isGapped =
      !isOther() && arePeriods(periods()) && (periods().list ?? before.list) && !samePeriods(periods(), before);
    return isGapped ? namesOf(workspace.model().lines.filter(leans)) : [];
  });
  const noPeriods = () =>
    isList()
      ? t().noList(MOST_PERIODS, periodText(before.first, step()))
      : t().noPeriods(MOST_PERIODS, periodText(before.first, step()));
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
    setOnly(now.list ? axisItems(now).join(', ') : '');
    if (!arePeriods(now)) setProblem(t().noPeriods(MOST_PERIODS, periodText(now.first, chosen)));
  };
  const submit = () => {
    if (isOther()) {
      if (arePeriods(resteppedPeriods(workspace.openModel, step())))
        changeStep(app, step()).then(props.onClose, () => setProblem(t().failed));
      return;
    }
    if (!arePeriods(periods())) {
      setProblem(noPeriods());
      return;
    }
    // What a line starts from has to be a number that the sheet has.
    if (leaning().length > 0 && before.list && !isOneOf(periods().first, before)) {
      setProblem(t().startsBetween(namesOf(leaning()), periodText(periods().first, step())));
      return;
    }
    // Nothing typed: all is forecast.
    const wanted = until().trim() === '' ? periods().first - 1 : period(until());
    const moves = until() !== untilBefore;
    if (moves && wanted !== periods().first - 1 && !isOneOf(wanted, periods())) {
      setMisplaced(boundary().noBoundary);
      return;
    }
    changePeriods(app, periods(), moves ? wanted : undefined).then(props.onClose, () => setProblem(t().failed));
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
        <TextField label={t().firstPeriod} value={first()} onChange={setFirst} disabled={isOther() || isList()} />
        <TextField
          label={t().lastPeriod}
          value={last()}
          onChange={setLast}
          problem={isList() ? undefined : problem()}
          disabled={isOther() || isList()}
        />
        <TextField
          label={t().only}
          value={only()}
          onChange={setOnly}
          hint={t().onlyHint}
          problem={isList() ? problem() : undefined}
          disabled={isOther()}
          wide
        />
        <TextField
          label={boundary().until}
          value={until()}
          onChange={setUntil}
          hint={boundary().untilHint}
          problem={misplaced()}
          disabled={isOther()}
          wide
        />
      </div>
      <Show when={isOther()} fallback={<p class="muted">{t().periodsHint}</p>}>
        <p class="muted">{stepped() && t().stepped(stepped() as Restepped)}</p>
      </Show>
      <Show when={leaning().length > 0}>
        <p class="muted">{t().begin(namesOf(leaning()))}</p>
      </Show>
      <Show when={across().length > 0}>
        <p class="muted">{t().across(across())}</p>
      </Show>
    </Frame>
  );
}
