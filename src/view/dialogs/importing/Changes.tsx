import { For, Show } from 'solid-js';
import { MISSING } from '../../../i18n/format.ts';
import { IMPORTING } from '../../../i18n/importing.ts';
import type { Boxes } from '../../../io/csv/protocol.ts';
import type { CellChange, RowChange } from '../../../io/csv/update.ts';
import { isFormula } from '../../../model/content.ts';
import type { Lang } from '../../../model/text.ts';
import type { Unit } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportPlan } from '../../../state/importing/importPlan.ts';
import { lineName, scenarioName } from '../../../state/insight/cells.ts';
import { Button } from '../../Button.tsx';
import { amountText } from './amount.ts';
import { Pager } from './Pager.tsx';
import { RowFaults } from './RowFaults.tsx';
import { ToldOf } from './Told.tsx';
import { UnknownUnits } from './UnknownUnits.tsx';

/** Cells of a row that are told one by one. */
const TOLD = 3;
const BOXES: readonly Boxes[] = ['suggested', 'all', 'none'];

/** What a table changes in the lines that are here, a row each, and what it does not and why. */
export function Changes(props: { importPlan: ImportPlan }) {
  const app = useApp();
  const t = () => IMPORTING[app.lang()];
  const facts = () => props.importPlan.update();
  return (
    <Show when={facts()}>
      {(found) => (
        <>
          <p role="status">
            {t().changes(found().changes, found().cells, found().distributions)}{' '}
            {found().same > 0 ? t().same(found().same) : ''}
          </p>
          <ul class="importing-notes">
            <ToldOf told={found().told} />
            <RowFaults faults={found().faults} />
          </ul>
          <UnknownUnits importPlan={props.importPlan} texts={found().unknownUnits} />
          <Show when={found().changes > 0}>
            <div class="importing-row">
              <For each={BOXES}>
                {(boxes) => <Button class="link" text={t()[boxes]} onClick={() => props.importPlan.begins(boxes)} />}
              </For>
              <Pager
                from={props.importPlan.changes().from}
                of={found().changes}
                onPage={(from) => void props.importPlan.page('changes', from)}
              />
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
            <div class="importing-scroll" role="region" aria-label={t().changesTable} tabIndex={0}>
              <table class="importing-table" aria-label={t().changesTable}>
                <thead>
                  <tr>
                    <th scope="col">{t().take}</th>
                    <th scope="col">{t().fileLine}</th>
                    <th scope="col">{t().line}</th>
                    <th scope="col">{t().scenario}</th>
                    <th scope="col">{t().change}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={props.importPlan.changes().rows}>
                    {(row, i) => {
                      const index = () => props.importPlan.changes().from + i();
                      return (
                        <tr>
                          <td>
                            <input
                              type="checkbox"
                              aria-label={t().takeRow(row.line, row.label)}
                              checked={props.importPlan.isTaken(index(), row)}
                              onChange={() => props.importPlan.turn(index(), row)}
                            />
                          </td>
                          <td>{row.line}</td>
                          <td>{lineName(app, row.target)}</td>
                          <td>{scenarioName(app, row.scenario)}</td>
                          <td class="importing-change">
                            <ChangeText row={row} />
                          </td>
                        </tr>
                      );
                    }}
                  </For>
                </tbody>
              </table>
            </div>
          </Show>
          <Show when={found().left > 0}>
            <details class="importing-details">
              <summary>{t().leftTable(found().left)}</summary>
              <Pager
                from={props.importPlan.left().from}
                of={found().left}
                onPage={(from) => void props.importPlan.page('left', from)}
              />
              <ul class="importing-left">
                <For each={props.importPlan.left().rows}>
                  {(row) => (
                    <li>
                      {t().row} {row.line}, {row.label}: {t().why[row.why](row.said)}
                    </li>
                  )}
                </For>
              </ul>
            </details>
          </Show>
        </>
      )}
    </Show>
  );
}

/** The cells of a row, old and new. */
function ChangeText(props: { row: RowChange }) {
  const { lang } = useApp();
  const t = () => IMPORTING[lang()];
  const cell = ({ slot, old, content }: CellChange) => {
    const say = (one: typeof old | typeof content, exact: boolean) =>
      shown(one === 'model' ? undefined : one, props.row.unit, lang(), exact) ?? t().empty;
    const alike = say(old, false) === say(content, false);
    const [before, after] = [say(old, alike), say(content, alike)];
    return `${slot === 'value' ? '' : `${slot}: `}${before} → ${after}`;
  };
  return (
    <>
      <For each={props.row.cells.slice(0, TOLD)}>{(one) => <span>{cell(one)}</span>}</For>
      <Show when={props.row.cells.length > TOLD}>
        <span class="muted">{t().more(props.row.cells.length - TOLD)}</span>
      </Show>
      <Show when={props.row.uncertain}>{(one) => <span>{t().turnsOut(one().old, one().now)}</span>}</Show>
      <Show when={props.row.caution}>{(caution) => <span class="problem">{t().cautions[caution()]}</span>}</Show>
    </>
  );
}

/** A content in the line's unit; `exact`: with all its digits, where fewer do not tell it from another. */
function shown(
  content: CellChange['old'] | CellChange['content'],
  unit: Unit,
  lang: Lang,
  exact: boolean,
): string | undefined {
  if (content === undefined) return undefined;
  if (typeof content === 'string') return content === '' ? MISSING : content;
  if (typeof content === 'object') return isFormula(content) ? content.formula : content.text;
  return amountText(content, unit, lang, exact);
}
