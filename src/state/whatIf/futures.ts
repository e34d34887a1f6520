import { type Accessor, createMemo, createRoot, createSignal, type Setter, untrack } from 'solid-js';
import { chanceOf, futuresPlan } from '../../analysis/futures.ts';
import { cellPeriods } from '../../model/coarse.ts';
import type { CellRef, Slot } from '../../model/content.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import { type Asked, DRAWS, type Uncertainty, type WhatIf } from '../../model/whatIf.ts';
import { isResult } from '../insight/cells.ts';
import { startCell, targetFor } from '../insight/resultCell.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { ask, createAsked } from './asked.ts';
import { createStanding, specNow } from './live.ts';
import { isResultThere } from './places.ts';
import { createSimulation, type Drawn, type Stretch } from './simulation.ts';

/** Numbers that are held at most, of all results in all runs: 160 MB. */
const MOST_HELD = 20_000_000;

/** The futures of a document in which something is uncertain; they follow every edit, whatever is looked at. */
export function createFutures(app: WithEditor) {
  const { workspace } = app;
  const asked = createAsked(workspace);
  const draws = createMemo(() => asked().draws ?? DRAWS);
  const standing = createStanding(workspace);
  /** Where nobody has chosen: the charted line in the period under the cursor, else of its target or of the answer, else in its last one. */
  const place = createMemo((): Asked | undefined => {
    const chosen = asked().futures;
    if (chosen) return chosen;
    const charted = workspace.line(workspace.view.line);
    const first = untrack(() => startCell(app));
    if (!isResult(charted) || !hasPeriods(charted)) return first;
    const periods = cellPeriods(charted, workspace.model().periods);
    const isFirst = (period: number) => period === first?.slot;
    const hasTarget = (slot: number) => targetFor(app, { line: charted.id, slot }, true) !== undefined;
    const slot =
      (first?.line === charted.id ? periods.find(isFirst) : untrack(() => periods.find(hasTarget))) ??
      periods.find(isFirst) ??
      periods.at(-1);
    return slot === undefined ? first : { line: charted.id, slot };
  });
  const isGone = createMemo(() => {
    const cell = place();
    return cell !== undefined && !isResultThere(workspace, cell);
  });
  const result = createMemo((): CellRef | undefined => {
    const cell = place();
    return cell && !isGone() ? { line: cell.line, slot: cell.slot, scenario: workspace.scenarioId } : undefined;
  });
  const stretch = (line: Line | undefined, begin: number): Stretch | undefined =>
    isResult(line)
      ? {
          line: line.id,
          slots: hasPeriods(line) ? cellPeriods(line, workspace.model().periods) : ['value'],
          begin,
        }
      : undefined;
  const drawn = createMemo((): Omit<Drawn, 'question'> | undefined => {
    standing();
    const cell = result();
    const own = cell && stretch(workspace.line(cell.line), 0);
    if (!cell || !own) return undefined;
    const { line } = workspace.view;
    const charted = line === cell.line ? own : stretch(workspace.line(line), own.slots.length);
    const { scenario } = cell;
    const all = charted === own || !charted ? [own] : [own, charted];
    const results = all.flatMap(({ line: id, slots }) => slots.map((slot) => ({ scenario, line: id, slot })));
    const spec = specNow(workspace);
    const plan = futuresPlan(
      spec,
      { ...asked(), draws: draws() },
      results,
      own.slots.indexOf(cell.slot),
      workspace.model().observedUntil,
    );
    return { spec, scenario, plan, asked: own, charted };
  });
  const most = () => Math.floor(MOST_HELD / Math.max(1, drawn()?.plan.question?.results.length ?? 1));
  const runs = () => Math.min(draws().runs, most());
  const simulation = createSimulation(
    workspace.engine,
    createMemo((): Drawn | undefined => {
      const one = drawn();
      return one?.plan.question ? { ...one, question: one.plan.question } : undefined;
    }),
    runs,
  );
  const target = createMemo(() => {
    const cell = result();
    return cell && targetFor(app, cell);
  });
  const atLeast = () => asked().futures?.atLeast ?? target();
  const chance = createMemo(() => {
    const [found, least] = [simulation.found(), atLeast()];
    if (!found || least === undefined || found.futures.values.length === 0) return undefined;
    return { ...chanceOf(found.futures.values, found.futures.runs, least), runs: found.futures.runs, atLeast: least };
  });
  /** Whether some futures are shown whole: no future runs along a band. */
  const [whole, setWhole] = createSignal(false);
  const put = (part: Parameters<typeof ask>[1]) => ask(workspace, part);
  return {
    place,
    isGone,
    result,
    plan: () => drawn()?.plan,
    draws,
    runs,
    ...simulation,
    target,
    atLeast,
    chance,
    whole,
    setWhole,
    /** Each is one step of undo. */
    choose: (line: Line, slot: Slot) => put({ futures: { line: line.id, slot } }),
    reach: (least: number | undefined) => {
      const cell = place();
      if (!cell) return false;
      return put({
        futures: { line: cell.line, slot: cell.slot, ...(least === undefined ? {} : { atLeast: least }) },
      });
    },
    redraw: (part: Partial<typeof DRAWS>) => put({ draws: { ...draws(), ...part } }),
    correlate: (correlations: WhatIf['correlations']) => put({ correlations }),
    /** Gives lines another distribution, or takes theirs away. */
    vary: (lines: Readonly<Record<string, Uncertainty | undefined>>) => {
      const all = { ...asked().uncertain, ...lines };
      const kept = Object.entries(all).filter((one): one is [string, Uncertainty] => one[1] !== undefined);
      return ask(workspace, { uncertain: kept.length > 0 ? Object.fromEntries(kept) : undefined });
    },
    correlations: () => asked().correlations ?? [],
  };
}

export type FuturesState = ReturnType<typeof createFutures>;

/** Where they are kept. */
export interface WithFutures extends WithEditor {
  readonly futures: Accessor<FuturesState | undefined>;
  readonly setFutures: Setter<FuturesState | undefined>;
}

/** The futures of the page: made once, and there as long as it is. */
export function futuresOf(app: WithFutures): FuturesState {
  const made = untrack(app.futures) ?? createRoot(() => createFutures(app));
  app.setFutures(() => made);
  return made;
}
