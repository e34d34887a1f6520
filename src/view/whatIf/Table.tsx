import { createMemo, createSignal, For, Index, Show } from 'solid-js';
import type { DataTableFound } from '../../analysis/dataTable.ts';
import { MOST_SCENARIOS } from '../../document/scenarioList.ts';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { useApp } from '../../state/app.ts';
import { cellName, isResult, lineName, scenarioName } from '../../state/insight/cells.ts';
import { createTable, MOST_RESULTS, type TableAsked } from '../../state/whatIf/table.ts';
import { Button } from '../Button.tsx';
import { createReader } from '../dialogs/analysis/measure.ts';
import { Running } from '../dialogs/analysis/Running.tsx';
import { inBrackets, slotNear } from '../dialogs/kit/fields.tsx';
import { CellChoice } from './CellChoice.tsx';
import { ExportButton } from './ExportButton.tsx';
import { HeatMap } from './HeatMap.tsx';
import { type HeatCell, heatOf, lineUnits, settingName } from './heat.ts';
import type { QuestionProps } from './props.ts';
import { TableInputs } from './TableInputs.tsx';
import '../dialogs/analysis/analysis.css';
import './table.css';

/** What results come to where one or two inputs are given other numbers. */
export function Table(props: QuestionProps) {
  const app = useApp();
  const { lang } = app;
  const t = () => WHAT_IF[lang()];
  const asked = createTable(app, () => props.on);
  /** Which result is shown, where there are two inputs. */
  const [chosen, setChosen] = createSignal(0);
  const shown = () => Math.min(chosen(), asked.results().length - 1);
  const reader = createReader(app);
  const shownTable = (found: DataTableFound) => ({
    found,
    shown: shown(),
    targets: found.results.map(asked.targetOf),
    reader: reader(),
  });
  const said = () => {
    const fault = asked.fault();
    if (!asked.table()) return asked.isLooking() ? t().dataTable.looking : t().dataTable.none;
    if (!fault) return undefined;
    if (fault.kind === 'same') return t().dataTable.same;
    const name = lineName(app, fault.line);
    return fault.kind === 'goneResult' ? t().gone(name) : t().dataTable[fault.kind](name);
  };
  return (
    <>
      <div class="what-if-bar">
        {props.start}
        <Results asked={asked} shown={shown()} onShow={setChosen} />
        <Show when={asked.run.found()}>
          {(found) => (
            <ExportButton
              load={() => import('./tableExport.ts')}
              forms={['SVG', 'PNG', 'CSV', 'Excel']}
              hand={(part, form) => part.exportTable(app, form, shownTable(found().value), asked.table())}
            />
          )}
        </Show>
        {props.end}
      </div>
      <TableInputs asked={asked} />
      <div class="what-if-body" aria-busy={asked.isLooking()}>
        <Show when={said()} fallback={<Found asked={asked} shown={shown()} />}>
          {(sentence) => <p class="what-if-none">{sentence()}</p>}
        </Show>
      </div>
    </>
  );
}

/** The results: of two inputs one is shown at a time. */
function Results(props: { asked: TableAsked; shown: number; onShow: (at: number) => void }) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = () => WHAT_IF[lang()].dataTable;
  const { asked } = props;
  const name = (at: number) => {
    const cell = asked.results()[at];
    return cell ? cellName(app, { scenario: '', ...cell }) : '';
  };
  /** Another one: the next derived line in the sheet, in the same period where it has one. */
  const add = () => {
    const taken = new Set(asked.results().map(({ line }) => line));
    const lines = workspace.model().lines.filter(isResult);
    const from = lines.findIndex(({ id }) => id === asked.results().at(-1)?.line);
    const next = [...lines.slice(from + 1), ...lines].find(({ id }) => !taken.has(id));
    if (!next) return;
    const slot = slotNear(app, next, asked.results().at(-1)?.slot ?? 'value');
    if (asked.chooseResult(asked.results().length, { line: next.id, slot })) props.onShow(asked.results().length - 1);
  };
  return (
    <>
      <Show when={asked.results().length > 1}>
        <fieldset class="segments" aria-label={t().shown}>
          <Index each={asked.results()}>
            {(_, at) => (
              <button
                type="button"
                class="segment"
                aria-pressed={props.shown === at}
                title={name(at)}
                aria-label={name(at)}
                onClick={() => props.onShow(at)}
              >
                {at + 1}
              </button>
            )}
          </Index>
        </fieldset>
      </Show>
      <CellChoice
        cell={asked.results()[props.shown]}
        onChange={(line, slot) => asked.chooseResult(props.shown, { line: line.id, slot })}
      />
      <Show when={asked.results().length > 1}>
        <Button
          class="icon-button"
          text="×"
          label={t().dropResult(name(props.shown))}
          onClick={() => asked.dropResult(props.shown)}
        />
      </Show>
      <Show when={asked.results().length < MOST_RESULTS && asked.table()}>
        <Button class="icon-button" text="+" label={t().addResult} onClick={add} />
      </Show>
    </>
  );
}

function Found(props: { asked: TableAsked; shown: number }) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = () => WHAT_IF[lang()].dataTable;
  const reader = createReader(app);
  const { asked } = props;
  const told = createMemo(() => {
    const found = asked.run.found()?.value;
    if (!found) return undefined;
    const targets = found.results.map(asked.targetOf);
    return { found, targets, heat: heatOf(app, found, props.shown, targets, reader()) };
  });
  const result = (found: DataTableFound) => found.results[props.shown] ?? found.results[0];
  const caption = (found: DataTableFound) => {
    const cell = result(found);
    return cell ? t().about(cellName(app, cell), scenarioName(app, cell.scenario)) : '';
  };
  const axisName = (found: DataTableFound, at: number): string => {
    const cell = found.axes[at]?.cell;
    if (!cell) return '';
    return cellName(app, cell) + inBrackets(lineUnits(app, cell.line, reader(), true).unit, lang());
  };
  const key = (found: DataTableFound, targets: readonly (number | undefined)[]) => {
    const [cell, target] = [result(found), targets[props.shown]];
    if (!cell || target === undefined) return t().noTarget;
    return t().target(lineUnits(app, cell.line, reader()).say(target));
  };
  const list = (names: readonly string[]) => names.join(lang() === 'zh' ? '、' : ', ');
  const notes = (found: DataTableFound, errors: number): string[] => {
    const names = (cells: DataTableFound['results']) => list(cells.map((cell) => cellName(app, cell)));
    const cells =
      found.axes.length > 1 ? (found.values[0]?.length ?? 0) : found.values.reduce((sum, one) => sum + one.length, 0);
    return [
      found.unread.length > 0 ? t().unread(names(found.unread), names(found.results)) : '',
      errors > 0 ? t().errors(errors, cells) : '',
    ].filter(Boolean);
  };
  const take = (found: DataTableFound, cell: HeatCell) => {
    if (workspace.scenarioNames().length >= MOST_SCENARIOS) {
      workspace.say(() => SCENARIOS[lang()].tooMany(MOST_SCENARIOS));
      return;
    }
    if (!asked.take(cell.values, settingName(app, found, cell.values, reader()))) return;
    const made = workspace.scenarioId;
    workspace.sayDone(() => t().taken(scenarioName(app, made)), true);
  };
  return (
    <>
      <Show when={told()}>
        {(one) => (
          <>
            <p class="heat-caption">
              <b>{caption(one().found)}</b> <span class="muted">{key(one().found, one().targets)}</span>
            </p>
            <For each={notes(one().found, one().heat.errors)}>{(note) => <p class="what-if-note warn">{note}</p>}</For>
            <HeatMap
              heat={one().heat}
              label={t().grid(caption(one().found))}
              across={one().found.axes.length > 1 ? axisName(one().found, 0) : ''}
              down={axisName(one().found, one().found.axes.length - 1)}
              name={(cell) => t().cell(cell.setting, cell.isNone ? t().error : cell.text)}
              onTake={(cell) => take(one().found, cell)}
            />
          </>
        )}
      </Show>
      <Running run={asked.run} ceiling={WHAT_IF[lang()].ceiling} measured />
    </>
  );
}
