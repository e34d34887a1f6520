import { createMemo, createSignal } from 'solid-js';
import { inputsFeeding } from '../../../analysis/feeds.ts';
import { type Goal, goalSeek } from '../../../analysis/goalSeek.ts';
import { type CellRef, cellKey, isFormula, type Slot } from '../../../model/content.ts';
import type { Input, Line } from '../../../model/line.ts';
import { isWhole } from '../../../model/units.ts';
import type { App } from '../../../state/app.ts';
import { watchRows } from '../../../state/insight/answer.ts';
import { isResult, numberIn, slotIndex } from '../../../state/insight/cells.ts';
import { startCell, targetFor } from '../../../state/insight/resultCell.ts';
import { createRun, createSpec } from '../../../state/insight/runs.ts';
import { slotNear } from '../kit/fields.tsx';
import { createReader, type LineUnits, measureOf } from './measure.ts';

/** An input's cell that could be changed. */
export interface GoalInput {
  readonly cell: CellRef;
  readonly line: Input;
}

/** What is typed and chosen in the dialog, what it asks, and what comes of it. */
export function createGoal(app: App) {
  const { workspace } = app;
  const spec = createSpec(workspace);
  const start = startCell(app);
  const [place, setPlace] = createSignal(start ?? { line: '', slot: 'value' as Slot });
  const [wantedText, setWantedText] = createSignal<string>();
  const [inputKey, setInputKey] = createSignal<string>();
  const [bracket, setBracket] = createSignal<{ readonly low?: string; readonly high?: string }>({});

  const result = createMemo((): CellRef => ({ scenario: workspace.scenarioId, ...place() }));
  const line = createMemo(() => {
    const found = workspace.line(place().line);
    return isResult(found) ? found : undefined;
  });
  const candidates = createMemo((): GoalInput[] =>
    line() === undefined
      ? []
      : inputsFeeding(spec(), result()).flatMap((cell) => {
          const found = workspace.line(cell.line);
          return found?.kind === 'input' && !isWhole(found.unit) ? [{ cell, line: found }] : [];
        }),
  );
  const input = createMemo(() => {
    const all = candidates();
    return (
      all.find(({ cell }) => cellKey({ ...cell, scenario: '' }) === inputKey()) ??
      all.find((candidate) => candidate.line.range) ??
      all[0]
    );
  });

  const reader = createReader(app);
  const resultMeasure = createMemo(() => measureOf(line() ?? { unit: 'index' }, reader()));
  const inputMeasure = createMemo(() => measureOf(input()?.line ?? { unit: 'index' }, reader(), true));

  const rows = createMemo(() => {
    const { scenario } = result();
    return [place().line, input()?.cell.line ?? place().line].map((id) => ({ scenario, line: id }));
  });
  const row = watchRows(app.workspace, rows);
  const numberAt = (cell: CellRef) => numberIn(row(cell.scenario, cell.line), slotIndex(cell, workspace));
  const now = createMemo(() => numberAt(result()));
  const from = createMemo(() => {
    const found = input();
    return found && numberAt(found.cell);
  });
  /** Whether the values as they stand have come. */
  const known = createMemo(() => rows().every((wanted) => row(wanted.scenario, wanted.line) !== undefined));

  const wanted = createMemo(() => {
    const typed = wantedText();
    if (typed !== undefined) return resultMeasure().parse(typed);
    return targetFor(app, result()) ?? now();
  });
  const shownWanted = createMemo(() => wantedText() ?? asTyped(resultMeasure(), wanted()));
  const edges = createMemo(() => {
    const found = input();
    const [low, high] = found ? bracketOf(found.line, from()) : [];
    const of = (text: string | undefined, value: number | undefined) => {
      if (text !== undefined) return { text, value: inputMeasure().parse(text) };
      return { text: value === undefined ? '' : inputMeasure().edit(value), value };
    };
    return { low: of(bracket().low, low), high: of(bracket().high, high) };
  });

  const byFormula = ({ cell }: GoalInput) => isFormula(workspace.effective(cell).content);
  const question = createMemo(() => {
    const chosen = input();
    const [target, low, high] = [wanted(), edges().low.value, edges().high.value];
    if (!chosen || !known() || target === undefined || low === undefined || high === undefined || low >= high)
      return undefined;
    const { number } = resultMeasure();
    const goal: Goal = {
      result: result(),
      input: chosen.cell,
      wanted: target,
      low,
      high,
      from: from(),
      shown: (value) => number(value),
      places: inputMeasure().places ?? 0,
    };
    // What the answer is told with: it stands until the next one comes, whatever is chosen meanwhile.
    const told = {
      now: now(),
      byFormula: byFormula(chosen),
      measures: { input: inputMeasure(), result: resultMeasure() },
    };
    return { spec: spec(), goal, ...told };
  });
  const run = createRun(workspace.engine, question, ({ spec: built, goal }, { trials, signal }) =>
    goalSeek(trials, built, goal, signal),
  );

  return {
    place,
    line,
    result,
    candidates,
    input,
    resultMeasure,
    inputMeasure,
    wanted,
    shownWanted,
    edges,
    run,
    chooseLine: (chosen: Line) => {
      setWantedText(undefined);
      setPlace({ line: chosen.id, slot: slotNear(app, chosen, place().slot) });
    },
    chooseYear: (slot: Slot) => {
      setWantedText(undefined);
      setPlace({ ...place(), slot });
    },
    chooseInput: (cell: CellRef) => {
      setBracket({});
      setInputKey(cellKey({ ...cell, scenario: '' }));
    },
    typeWanted: setWantedText,
    typeLow: (low: string) => setBracket({ ...bracket(), low }),
    typeHigh: (high: string) => setBracket({ ...bracket(), high }),
    /** One change, one step of undo. */
    put: (content: number) => {
      const found = input();
      if (found) workspace.dispatch({ kind: 'cells', edits: [{ ...found.cell, content }] });
    },
  };
}

/** A value as it is shown, to be typed over. */
const asTyped = ({ number, unit, decimals }: LineUnits, value: number | undefined): string =>
  value === undefined ? '' : `${number(value, decimals, 0)}${unit === '%' ? unit : ''}`;

/** Where to search: the range of an assumption; around a fact, from half of it to twice as much. */
function bracketOf({ range }: Input, value: number | undefined): [low?: number, high?: number] {
  if (range) return [range.low, range.high];
  if (value === undefined) return [];
  if (value === 0) return [-1, 1];
  return value > 0 ? [value / 2, 2 * value] : [2 * value, value / 2];
}
