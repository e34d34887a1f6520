import { createMemo, createSignal, Show } from 'solid-js';
import { arePeriods, leaningLines, MOST_PERIODS } from '../../../document/periods.ts';
import { LINES } from '../../../i18n/lines.ts';
import { periodIn, periodText, stepOf } from '../../../model/periods.ts';
import { useApp } from '../../../state/app.ts';
import { changePeriods } from '../../../state/structure/periods.ts';
import { Frame } from '../kit/Frame.tsx';
import { selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

/** The first and the last period of the sheet. */
export default function PeriodsDialog(props: DialogProps) {
  const app = useApp();
  const { workspace, say, lang } = app;
  const t = () => LINES[lang()];
  const step = stepOf(workspace.model().periods);
  const [first, setFirst] = createSignal(periodText(workspace.model().periods.first, step));
  const [last, setLast] = createSignal(periodText(workspace.model().periods.last, step));
  const [problem, setProblem] = createSignal<string>();
  const period = (typed: string) => periodIn(typed.normalize('NFKC').trim().toUpperCase(), step) ?? Number.NaN;
  const periods = createMemo(() => ({ ...workspace.model().periods, first: period(first()), last: period(last()) }));
  const leaning = createMemo(() =>
    arePeriods(periods()) ? leaningLines(workspace.openModel, periods()).map(({ label }) => say(label)) : [],
  );
  const submit = () => {
    if (!arePeriods(periods())) {
      setProblem(t().noYears(MOST_PERIODS, periodText(workspace.model().periods.first, step)));
      return;
    }
    changePeriods(app, periods()).then(props.onClose, () => setProblem(t().failed));
  };
  return (
    <Frame
      title={t().years}
      onClose={props.onClose}
      onSubmit={submit}
      opened={selectFirst}
      submits={{ label: t().change }}
    >
      <div class="form">
        <TextField label={t().firstYear} value={first()} onChange={setFirst} />
        <TextField label={t().lastYear} value={last()} onChange={setLast} problem={problem()} />
      </div>
      <p class="muted">{t().yearsHint}</p>
      <Show when={leaning().length > 0}>
        <p class="muted">{t().begin(leaning())}</p>
      </Show>
    </Frame>
  );
}
