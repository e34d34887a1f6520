import { createSignal, For, Show } from 'solid-js';
import { isSingle } from '../../../document/selection.ts';
import { EXPORTING } from '../../../i18n/exporting.ts';
import { useApp } from '../../../state/app.ts';
import type { CsvChoice, ExportExtent } from '../../../state/exporting/exporting.ts';
import { handOutCsv } from '../../../state/exporting/handOut.ts';
import { Frame } from '../kit/Frame.tsx';
import type { DialogProps } from '../kit/props.ts';
import './exporting.css';

const EXTENTS: readonly ExportExtent[] = ['sheet', 'long', 'selection'];
const CELLS = ['values', 'formulas'] as const;

/** What of the document becomes a CSV file: which part, and what stands in the cells. */
export default function ExportCsvDialog(props: DialogProps) {
  const app = useApp();
  const t = () => EXPORTING[app.lang()];
  const [extent, setExtent] = createSignal<ExportExtent>(isSingle(app.editor.selection()) ? 'sheet' : 'selection');
  const [cells, setCells] = createSignal<CsvChoice['cells']>('values');
  const { viewMode } = app;
  const [byYear, setByYear] = createSignal(viewMode.byYear());
  /** All scenarios, and years, are always values. */
  const isValues = () => extent() === 'long' || byYear();
  const [failed, setFailed] = createSignal(false);
  const submit = () => {
    setFailed(false);
    const choice = { extent: extent(), cells: isValues() ? ('values' as const) : cells(), byYear: byYear() };
    void handOutCsv(app, choice).then((done) => (done ? props.onClose() : setFailed(true)));
  };
  return (
    <Frame
      title={app.t().header.exportAs('CSV')}
      onClose={props.onClose}
      onSubmit={submit}
      submits={{ label: t().save }}
    >
      <fieldset class="exporting-choice">
        <legend>{t().what}</legend>
        <For each={EXTENTS}>
          {(one) => (
            <label>
              <input
                type="radio"
                name="extent"
                value={one}
                checked={extent() === one}
                onChange={() => setExtent(one)}
              />
              <span>{t().extents[one]}</span>
              <span class="muted">{t().extentsHint[one]}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={viewMode.years()?.can()}>
        <fieldset class="exporting-choice">
          <legend>{t().columns}</legend>
          <For each={[false, true]}>
            {(one) => (
              <label>
                <input type="radio" name="columns" checked={byYear() === one} onChange={() => setByYear(one)} />
                <span>{one ? t().byYear : t().byPeriod}</span>
                <span class="muted">{one ? t().byYearHint : t().byPeriodHint}</span>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <fieldset class="exporting-choice" disabled={isValues()}>
        <legend>{t().cells}</legend>
        <For each={CELLS}>
          {(one) => (
            <label>
              <input
                type="radio"
                name="cells"
                value={one}
                checked={isValues() ? one === 'values' : cells() === one}
                onChange={() => setCells(one)}
              />
              <span>{t().cellKinds[one]}</span>
              <span class="muted">{t().cellsHint[one]}</span>
            </label>
          )}
        </For>
      </fieldset>
      <div role="alert">
        <Show when={failed()}>
          <p class="exporting-problem">{t().failed}</p>
        </Show>
      </div>
    </Frame>
  );
}
