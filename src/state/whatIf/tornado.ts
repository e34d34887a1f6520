import { type Accessor, createMemo, untrack } from 'solid-js';
import { type Spread, tornado } from '../../analysis/tornado.ts';
import { quantileAt } from '../../chance/shapes.ts';
import type { Connect } from '../../engine/transport.ts';
import type { CellRef } from '../../model/content.ts';
import { guessedRange } from '../../model/guess.ts';
import type { Input, Line } from '../../model/line.ts';
import type { Asked } from '../../model/whatIf.ts';
import type { Workspace } from '../document/workspace.ts';
import { startCell } from '../insight/resultCell.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { Guesses } from '../structure/guesses.ts';
import { ask, createAsked } from './asked.ts';
import { createLive, createStanding, specNow } from './live.ts';
import { inView, isResultThere } from './places.ts';

/** From where to where a distribution is gone through. */
const OUTER = [0.1, 0.9];

/** How far an input goes: that of its distribution, its range, else a guess, which says that it is one. */
export function spreadsOf(workspace: Workspace): (line: Input, mean: number) => Spread | undefined {
  const guesses = new Guesses(workspace);
  const { uncertain = {} } = workspace.gateway.state.document.whatIf ?? {};
  return (line, mean) => {
    const uncertainty = uncertain[line.id];
    const [low, high] = OUTER.map((part) => uncertainty && quantileAt(uncertainty, mean, part));
    if (low !== undefined && high !== undefined && low < high) return { low, high, basis: 'quantiles' };
    if (line.range) return { low: line.range.low, high: line.range.high, basis: 'range' };
    const isGuessed = line.perPeriod && !line.figure && guesses.isOwn(line);
    const guess = isGuessed ? guessedRange(mean, line.unit) : guesses.rangeOf(line);
    return guess && { low: guess.low, high: guess.high, basis: 'guess' };
  };
}

/** Which result is asked about, and how far each input moves it; it follows every edit as long as it is looked at. */
export function createTornado(app: WithEditor, on: Accessor<boolean>, connect?: Connect) {
  const { workspace } = app;
  const asked = createAsked(workspace);
  // Where nobody has asked yet: what is under the cursor, or what the answer speaks of, as it is first looked at.
  const first = createMemo<Asked | undefined>((before) => {
    if (!on()) return before;
    return before && isResultThere(workspace, before) ? before : untrack(() => startCell(app));
  });
  const place = createMemo(() => asked().tornado ?? first());
  /** The line of which it was asked is gone, or has no such cell any more. */
  const isGone = createMemo(() => {
    const cell = place();
    return cell !== undefined && !isResultThere(workspace, cell);
  });
  const result = createMemo((): CellRef | undefined => {
    const cell = place();
    return cell && !isGone() ? inView(workspace, cell) : undefined;
  });
  const standing = createStanding(workspace);
  const question = createMemo(() => {
    standing();
    const cell = result();
    return on() && cell ? { result: cell } : undefined;
  });
  const run = createLive(
    workspace,
    question,
    ({ result: cell }, means) => tornado(specNow(workspace), cell, spreadsOf(workspace), means),
    connect,
  );
  return {
    place,
    isGone,
    result,
    run,
    choose: (line: Line, slot: Asked['slot']) => ask(workspace, { tornado: { line: line.id, slot } }),
  };
}

export type TornadoAsked = ReturnType<typeof createTornado>;
