import { createEffect, createMemo, For, type JSX, onCleanup, Show, untrack } from 'solid-js';
import { dependents, precedents, type TracedSheet } from '../../analysis/trace.ts';
import { calendarText, type FormulaWord, inWords } from '../../analysis/words.ts';
import { toldUnit } from '../../i18n/amounts.ts';
import { CELL_FACTS } from '../../i18n/cellFacts.ts';
import { MISSING } from '../../i18n/format.ts';
import type { CellRef, Slot } from '../../model/content.ts';
import { spanInText, stepOf } from '../../model/periods.ts';
import { unitSpec } from '../../model/units.ts';
import { useApp } from '../../state/app.ts';
import { watchRows } from '../../state/insight/answer.ts';
import { cellName, cellText, slotIndex, toldCell } from '../../state/insight/cells.ts';
import { rangeName } from '../../state/insight/rangeName.ts';
import { type HeldText, heldInWords } from '../../state/insight/told.ts';
import { tracedSheet } from '../../state/insight/trace.ts';
import type { Highlighted } from '../../state/sheet/highlights.ts';
import { createSettled } from '../settled.ts';
import { Fact } from './Fact.tsx';

/** ms: while a number is dragged formulas stay as they are, and to go through all of them takes a part of each frame. */
const TRACED_AFTER = 100;

/** How many lines are listed before it is only said that there are more. */
const LISTED = 8;

/** Values that stand for a range or a run; of many the first and the last. */
const listed = (values: readonly string[]): string =>
  (values.length > LISTED ? [...values.slice(0, 2), '…', ...values.slice(-1)] : values).join(', ');

/** A literal of two digits may turn one unit into another: beside it numbers are told as the sheet counts them. */
const CONVERTS = /\d{2}/;

/** The first of many. */
function take<T>(many: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const one of many) {
    first.push(one);
    if (first.length === count) break;
  }
  return first;
}

/** A cell's formula in words and with its values, what feeds it and what it feeds; each name leads to its cell. */
export function Trace(props: { cell: CellRef; result: string; told: HeldText | undefined }) {
  const app = useApp();
  const { workspace, highlights, lang } = app;
  // A sheet is made of each state of the document: what is traced in it follows that alone, and not once more each cell.
  const sheet = createSettled(() => tracedSheet(workspace), TRACED_AFTER);
  const traced = <T,>(trace: (sheet: TracedSheet, cell: CellRef) => T) =>
    createMemo(() => {
      const [traced, cell] = [sheet(), props.cell];
      return untrack(() => trace(traced, cell));
    });
  const words = traced(inWords);
  const feeds = traced(precedents);
  const fed = traced((sheet, cell) => take(dependents(sheet, cell), LISTED + 1));
  createEffect(() => highlights.show(highlights.pinned() ? { feeds: feeds(), fed: fed().flat() } : undefined));
  onCleanup(() => highlights.show(undefined));
  /** Whether the formula holds too where its numbers are told in the unit in which sentences count them. */
  const isTold = createMemo(() => {
    const units = [props.cell, ...feeds()].flatMap(({ line }) => {
      const found = workspace.line(line);
      return found && found.kind !== 'heading' ? [toldUnit(found.unit, lang()).places] : [];
    });
    const moved = new Set(units.filter((places) => places !== 0));
    return moved.size === 1 && !words()?.some((word) => word.kind === 'sign' && CONVERTS.test(word.text));
  });
  const row = watchRows(app.workspace, () => feeds().map(({ scenario, line }) => ({ scenario, line })));
  const value = (cell: CellRef): string => {
    const line = workspace.line(cell.line);
    if (!line || line.kind === 'heading') return MISSING;
    const held = [
      row(cell.scenario, cell.line),
      slotIndex(cell, workspace),
      workspace.effective(cell).content,
    ] as const;
    if (isTold()) return heldInWords(toldCell(app, line, ...held), lang()) || MISSING;
    const text = cellText(app, line, ...held) || MISSING;
    // Points stand in a sum with percentages: the formula adds fractions of one kind.
    return unitSpec(line.unit).form === 'points' ? `${text}%` : text;
  };
  return (
    <>
      <Show when={words()}>
        {(found) => (
          <>
            <Fact name={CELL_FACTS[lang()].inWords}>
              <For each={found()}>{(word) => <Named word={word} />}</For>
            </Fact>
            <Fact name={CELL_FACTS[lang()].withValues}>
              {found()
                .map((word) =>
                  word.kind === 'sign'
                    ? word.text
                    : word.kind === 'calendar'
                      ? calendarText(word, workspace.model().periods)
                      : listed(word.cells.map(value)),
                )
                .join('')}{' '}
              = <b>{isTold() && props.told ? heldInWords(props.told, lang()) : props.result}</b>
            </Fact>
          </>
        )}
      </Show>
      <Show when={fed().length > 0}>
        <Fact name={CELL_FACTS[lang()].feeds}>
          <Groups groups={fed()} />
        </Fact>
      </Show>
      <Show when={feeds().length + fed().length > 0}>
        <Fact name={CELL_FACTS[lang()].relations}>
          <label class="pin">
            <input
              type="checkbox"
              checked={highlights.pinned()}
              onChange={(event) => highlights.pin(event.currentTarget.checked)}
            />
            {CELL_FACTS[lang()].highlight}
          </label>
        </Fact>
      </Show>
    </>
  );
}

/** What a formula refers to, by name: one cell, or a run of years. */
function Named(props: { word: FormulaWord }) {
  const app = useApp();
  const { workspace, say, t, lang } = app;
  const { word } = props;
  const { periods } = workspace.model();
  const span = (from: Slot, to: Slot) => spanInText(Number(from), Number(to), stepOf(periods), lang());
  const calendarName = (one: Extract<FormulaWord, { kind: 'calendar' }>) => {
    const text = calendarText(one, periods);
    return one.part === 'year' ? CELL_FACTS[lang()].year(text) : text;
  };
  if (word.kind === 'range')
    return (
      <Jump cells={word.cells} as="feeds">
        {rangeName(app, word)}
      </Jump>
    );
  if (word.kind !== 'cells') return <span>{word.kind === 'sign' ? word.text : calendarName(word)}</span>;
  const [first] = word.cells;
  const last = word.cells.at(-1);
  if (!first || !last) return null;
  const line = workspace.line(word.line);
  const name = () =>
    word.cells.length === 1 || !line
      ? cellName(app, first)
      : first.line === last.line
        ? t().sheet.cell(say(line.label), span(first.slot, last.slot))
        : CELL_FACTS[lang()].allOf(say(line.label));
  return (
    <Jump cells={word.cells} as="feeds">
      {name()}
    </Jump>
  );
}

/** Cells by line, since a line's years are rarely looked at one by one. */
function Groups(props: { groups: readonly (readonly CellRef[])[] }) {
  const app = useApp();
  const { workspace, say, t, lang } = app;
  const name = (cells: readonly CellRef[]): string => {
    const [first] = cells;
    if (!first) return '';
    const line = workspace.line(first.line);
    const span = spanInText(Number(first.slot), Number(cells.at(-1)?.slot), stepOf(workspace.model().periods), lang());
    const own = cells.length > 1 && line ? t().sheet.cell(say(line.label), span) : cellName(app, first);
    const scenario = workspace.scenarioNames().find(({ id }) => id === first.scenario);
    return first.scenario === workspace.scenarioId || !scenario
      ? own
      : CELL_FACTS[lang()].inScenario(own, say(scenario.name));
  };
  return (
    <span class="jumps">
      <For each={props.groups.slice(0, LISTED)}>
        {(cells) => (
          <Jump cells={cells} as="fed">
            {name(cells)}
          </Jump>
        )}
      </For>
      <Show when={props.groups.length > LISTED}>
        <span class="muted">{CELL_FACTS[lang()].more}</span>
      </Show>
    </span>
  );
}

/** Leads to the first of the cells, and points all of them out in the sheet while it is under the pointer or the focus. */
function Jump(props: { cells: readonly CellRef[]; as: keyof Highlighted; children: JSX.Element }) {
  const { editor, highlights } = useApp();
  const point = () => {
    if (!highlights.pinned()) highlights.show({ feeds: [], fed: [], [props.as]: props.cells });
  };
  const leave = () => {
    if (!highlights.pinned()) highlights.show(undefined);
  };
  return (
    <button
      type="button"
      class="link"
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
      onClick={() => {
        const [first] = props.cells;
        leave();
        if (first) editor.show(first);
      }}
    >
      {props.children}
    </button>
  );
}
