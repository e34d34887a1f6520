import { For, Show } from 'solid-js';
import { MOST_PERIODS } from '../../../document/periods.ts';
import { IMPORTING } from '../../../i18n/importing.ts';
import { SHAPES } from '../../../i18n/shapes.ts';
import { periodsInText } from '../../../model/axis.ts';
import { unitSpec } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportPlan } from '../../../state/importing/importPlan.ts';
import { RowFaults } from './RowFaults.tsx';
import { ToldOf } from './Told.tsx';

/** The lines that a table makes, before they are made. */
export function NewLines(props: { importPlan: ImportPlan }) {
  const { lang, say } = useApp();
  const t = () => IMPORTING[lang()];
  const shapes = () => SHAPES[lang()];
  const room = () => {
    const none = props.importPlan.noRoom;
    return none && t().noRoom[none.of](none.cells, none.ceiling);
  };
  return (
    <Show when={props.importPlan.built()}>
      {(built) => (
        <>
          <p role="status">
            {t().lines(built().lines, built().headings, periodsInText(built().periods, lang()))}{' '}
            {built().scenarios.length > 1 ? t().scenarios(built().scenarios) : ''}
          </p>
          <Show when={room()}>{(text) => <p class="problem">{text()}</p>}</Show>
          <Show when={props.importPlan.periodsTooMany}>
            {(count) => <p class="problem">{shapes().tooManyPeriods(count(), MOST_PERIODS)}</p>}
          </Show>
          <Show when={props.importPlan.holdsNothing}>
            <p class="problem">{shapes().nothing}</p>
          </Show>
          <ul class="importing-notes">
            <Show when={built().unknownScenarios.length > 0}>
              <li>{t().unknownScenarios(built().unknownScenarios)}</li>
            </Show>
            <ToldOf told={built().told} />
            <RowFaults faults={built().faults} />
          </ul>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
          <div class="importing-scroll" role="region" aria-label={t().linesTable} tabIndex={0}>
            <table class="importing-table" aria-label={t().linesTable}>
              <thead>
                <tr>
                  <th scope="col">{t().line}</th>
                  <th scope="col">{t().unit}</th>
                  <th scope="col">{t().kind}</th>
                </tr>
              </thead>
              <tbody>
                <For each={built().first}>
                  {(line) => (
                    <tr>
                      <td>{line.label}</td>
                      <td>{say(unitSpec(line.unit).label)}</td>
                      <td>{t().kinds[line.kind]}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        </>
      )}
    </Show>
  );
}
