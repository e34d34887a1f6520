import { createMemo, For, Show } from 'solid-js';
import { BY_YEAR } from '../../i18n/byYear.ts';
import { MISSING } from '../../i18n/format.ts';
import { howMade, whyNone } from '../../i18n/yearWords.ts';
import { coarseStep, hasCell, ownOrdinal } from '../../model/coarse.ts';
import { hasPeriods, type MeasuredLine } from '../../model/line.ts';
import { periodName, periodsBeside, slotInText, stepOf } from '../../model/periods.ts';
import { rollupOf } from '../../model/rollup.ts';
import type { RolledYear } from '../../model/years.ts';
import { useApp } from '../../state/app.ts';
import { watchRows } from '../../state/insight/answer.ts';
import { cellText, lineName, numberIn, slotIndex } from '../../state/insight/cells.ts';
import { toldNumber } from '../../state/insight/told.ts';
import { rowByYear, yearDecimals, yearText } from '../../state/insight/yearRows.ts';
import { Button } from '../Button.tsx';
import { MarkSign } from '../MarkSign.tsx';
import { Told } from './Told.tsx';
import './yearFacts.css';

/** How the year under the cursor was made, and its periods, each a jump; what is to be chosen where there is none. */
export default function YearFacts() {
  const app = useApp();
  const { workspace, editor, dialogs, t, lang } = app;
  const own = () => BY_YEAR[lang()].facts;
  const active = () => editor.selection().active;
  const line = createMemo(() => {
    const found = workspace.model().lines[active().line];
    return found && found.kind !== 'heading' && hasPeriods(found) ? found : undefined;
  });
  const row = watchRows(workspace, () => {
    const found = line();
    return found ? [{ scenario: workspace.scenarioId, line: found.id }] : [];
  });
  const periods = () => workspace.model().periods;
  const found = createMemo(() => {
    const [one, year] = [line(), editor.foldAt(active())?.year(active().column)];
    const values = one && row(workspace.scenarioId, one.id);
    if (!one || !values || year === undefined) return undefined;
    const rolled = rowByYear(values, one, periods());
    const at = rolled.years.findIndex((other) => other.year === year);
    const made = rolled.years[at];
    if (!made) return undefined;
    const value = numberIn(rolled, at + 1);
    const isError = rolled.notes.get(at + 1)?.kind === 'error';
    return {
      line: one,
      values,
      made,
      held:
        value === undefined
          ? { text: yearText(app, one, rolled, at + 1), unit: '' }
          : toldNumber(value, one.unit, lang(), yearDecimals(one, rolled)),
      why: value === undefined ? whyNone(made, periods(), lang(), isError) : '',
    };
  });
  /** The periods of a line in a year; of longer ones their cells. */
  const cellsOf = (of: MeasuredLine, { first, last }: RolledYear) =>
    periodsBeside(first, last, periods()).filter((period) => hasCell(of, period, periods()));
  const edit = (id: string) => editor.commitThen(() => dialogs.show({ name: 'line', line: id }));
  return (
    <Show when={found()} fallback={<p class="muted">{t().inspector.choose}</p>}>
      {(one) => (
        <>
          <h2 class="inspector-title">
            {t().sheet.cell(lineName(app, one().line.id), slotInText(one().made.year, lang()))}
          </h2>
          <p class="inspector-value">
            <span>
              <Told held={one().held} />
            </span>
            <MarkSign mark="derived" named />
          </p>
          <Show when={one().why}>{(why) => <p class="inspector-problem doubt">{why()}</p>}</Show>
          <dl class="facts">
            <div class="fact" hidden={typeof one().made.gap === 'string' && !rollupOf(one().line).isGuess}>
              <dt>{own().made}</dt>
              <dd>
                <Show when={typeof one().made.gap !== 'string'}>
                  {howMade(one().line, one().made, periods(), lang())}
                </Show>
                <Show when={rollupOf(one().line).isGuess}>
                  <p class="muted">
                    {own().assumed} <Button class="link" text={own().setIt} onClick={() => edit(one().line.id)} />
                  </p>
                </Show>
              </dd>
            </div>
            <div class="fact">
              <dt>{own().periods}</dt>
              <dd>
                <ul class="year-periods">
                  <For each={cellsOf(one().line, one().made)}>
                    {(period) => (
                      <li>
                        <Button
                          class="link"
                          text={periodName(
                            ownOrdinal(one().line, period, periods()),
                            coarseStep(one().line, periods()) ?? stepOf(periods()),
                            lang(),
                          )}
                          onClick={() =>
                            editor.show({ scenario: workspace.scenarioId, line: one().line.id, slot: period })
                          }
                        />
                        <span>
                          {cellText(app, one().line, one().values, slotIndex({ slot: period }, workspace)) || MISSING}
                        </span>
                      </li>
                    )}
                  </For>
                </ul>
              </dd>
            </div>
          </dl>
        </>
      )}
    </Show>
  );
}
