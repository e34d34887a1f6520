import { For, type JSX, Show } from 'solid-js';
import type { DifferenceBy } from '../../analysis/compare.ts';
import { BY_YEAR } from '../../i18n/byYear.ts';
import { COMPARE } from '../../i18n/compare.ts';
import { slotText, stepOf } from '../../model/periods.ts';
import { useApp } from '../../state/app.ts';
import { scenarioName, stepName } from '../../state/insight/cells.ts';
import { createComparison } from '../../state/insight/comparison.ts';
import { Select } from '../Select.tsx';
import { ChangeList } from './ChangeList.tsx';
import { CompareTable } from './CompareTable.tsx';
import { NotCompared } from './NotCompared.tsx';
import './compare.css';

const BYS: readonly DifferenceBy[] = ['number', 'percent', 'points'];

/** The scenarios beside each other, in the place of the sheet: their values, and what each of them sets. */
export default function Compare() {
  const app = useApp();
  const { workspace, viewMode, say, lang } = app;
  const t = () => COMPARE[lang()];
  const comparison = createComparison(app, viewMode.comparing);
  const { mode, by } = comparison;
  return (
    <section
      class="compare"
      classList={{ away: !viewMode.comparing() }}
      aria-label={t().region}
      inert={!viewMode.comparing()}
    >
      <div class="compare-bar">
        <Segments
          name={t().mode}
          options={[
            ['year', stepOf(workspace.model().periods) === 'year' || comparison.byYear() ? t().oneYear : t().onePeriod],
            ['line', t().oneLine],
          ]}
          value={mode()}
          onChange={comparison.setMode}
        />
        <Show
          when={mode() === 'year'}
          fallback={
            <Select
              class="select compare-line"
              label={t().line}
              options={comparison.lines().map(({ id }) => id)}
              text={(id) => say(workspace.line(id)?.label ?? id)}
              value={comparison.line()}
              onChange={comparison.setLine}
            />
          }
        >
          <Select
            label={comparison.byYear() ? app.t().chart.steps.year : stepName(app)}
            options={comparison.allYears().map(String)}
            text={(period) => slotText(Number(period))}
            value={String(comparison.year())}
            onChange={(year) => comparison.setYear(Number(year))}
          />
        </Show>
        <Segments
          name={t().differenceBy}
          options={BYS.map((one) => [one, t()[one], t().by[one]])}
          value={by()}
          onChange={comparison.setBy}
        />
        <label class="field">
          <input
            type="checkbox"
            checked={comparison.only()}
            onChange={(event) => comparison.setOnly(event.currentTarget.checked)}
          />
          {t().only}
        </label>
        <Show when={comparison.ordered().length > 2}>
          <label class="field">
            <input
              type="checkbox"
              checked={comparison.onlyTwo()}
              onChange={(event) => comparison.setOnlyTwo(event.currentTarget.checked)}
            />
            {t().onlyTwo(
              scenarioName(app, comparison.ordered()[0] ?? ''),
              scenarioName(app, comparison.ordered()[1] ?? ''),
            )}
          </label>
        </Show>
        <Show when={viewMode.years()?.can()}>
          <label class="field">
            <input
              type="checkbox"
              checked={viewMode.byYear()}
              onChange={(event) => viewMode.years()?.set(event.currentTarget.checked)}
            />
            {BY_YEAR[lang()].byYear}
          </label>
        </Show>
      </div>
      <div class="compare-body">
        <Show when={comparison.passed()} fallback={<CompareTable comparison={comparison} />}>
          {(passed) => <NotCompared ceiling={passed()} />}
        </Show>
        <ChangeList on={viewMode.comparing()} scenarios={comparison.scenarios()} />
      </div>
    </section>
  );
}

/** One of a few, side by side. */
function Segments<T extends string>(props: {
  name: string;
  options: readonly (readonly [value: T, text: string, title?: string])[];
  value: T;
  onChange: (value: T) => void;
}): JSX.Element {
  return (
    <fieldset class="segments" aria-label={props.name}>
      <For each={props.options}>
        {([value, text, title]) => (
          <button
            type="button"
            class="segment"
            aria-pressed={props.value === value}
            title={title}
            onClick={() => props.onChange(value)}
          >
            {text}
          </button>
        )}
      </For>
    </fieldset>
  );
}
