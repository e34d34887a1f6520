import { createMemo, createSignal, Show } from 'solid-js';
import { arePeriods, leaningLines, MOST_YEARS } from '../../../document/periods.ts';
import { LINES } from '../../../i18n/lines.ts';
import { useApp } from '../../../state/app.ts';
import { changePeriods } from '../../../state/structure/periods.ts';
import { Frame } from '../kit/Frame.tsx';
import { selectFirst, TextField } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';

/** The first and the last year of the sheet. */
export default function PeriodsDialog(props: DialogProps) {
  const app = useApp();
  const { workspace, say, lang } = app;
  const t = () => LINES[lang()];
  const [first, setFirst] = createSignal(String(workspace.model().periods.first));
  const [last, setLast] = createSignal(String(workspace.model().periods.last));
  const [problem, setProblem] = createSignal<string>();
  const year = (typed: string) =>
    /^\d{4}$/.test(typed.normalize('NFKC').trim()) ? Number(typed.normalize('NFKC')) : Number.NaN;
  const periods = createMemo(() => ({ first: year(first()), last: year(last()) }));
  const leaning = createMemo(() =>
    arePeriods(periods()) ? leaningLines(workspace.openModel, periods()).map(({ label }) => say(label)) : [],
  );
  const submit = () => {
    if (!arePeriods(periods())) {
      setProblem(t().noYears(MOST_YEARS));
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
