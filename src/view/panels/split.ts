import { createMemo, createSignal } from 'solid-js';
import { type Bridge, type BridgePart, bridge } from '../../analysis/bridge.ts';
import { total } from '../../analysis/sum.ts';
import { BRIDGE, type NamedContribution } from '../../i18n/bridge.ts';
import type { Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import { slotName } from '../../model/periods.ts';
import type { App } from '../../state/app.ts';
import { isResult, lineName, scenarioName } from '../../state/insight/cells.ts';
import { startCell } from '../../state/insight/resultCell.ts';
import { createRun, createSpec } from '../../state/insight/runs.ts';
import { createReader, type LineUnits, measureOf, signed } from '../dialogs/analysis/measure.ts';
import { slotNear } from '../dialogs/kit/fields.tsx';

/** The seed of every sample: the same question has the same answer, today and tomorrow. */
const SEED = 1;
/** Contributions named in the sentence. */
const NAMED = 3;

/** A split result. */
export type Split = Extract<Bridge, { kind: 'bridge' }>;

/** What is chosen in the dialog, what it asks, and what comes of it. `wanted`: the scenario that is asked about. */
export function createSplit(app: App, wanted: string | undefined) {
  const { workspace } = app;
  const spec = createSpec(workspace);
  const start = startCell(app);
  const first = () => workspace.scenarioNames()[0]?.id ?? '';
  const second = () => workspace.scenarioNames()[1]?.id ?? '';
  const asked = wanted ?? workspace.scenarioId;
  const [from, setFrom] = createSignal(first());
  const [to, setTo] = createSignal(asked === first() ? second() : asked);
  const [place, setPlace] = createSignal(start ?? { line: '', slot: 'value' as Slot });
  const line = createMemo(() => {
    const found = workspace.line(place().line);
    return isResult(found) ? found : undefined;
  });
  const reader = createReader(app);
  const measures = createMemo(() => measuresOf(line(), (given) => measureOf(given, reader())));
  const question = createMemo(() => {
    if (!line() || from() === to()) return undefined;
    return { spec: spec(), from: from(), to: to(), result: place(), seed: SEED, measures: measures() };
  });
  const run = createRun(
    workspace.engine,
    question,
    ({ spec: built, measures: _, ...asked }, { trials, signal, onProgress }) =>
      bridge(trials, built, asked, signal, (done, all) => onProgress(done / all)),
  );
  return {
    from,
    to,
    setFrom,
    setTo,
    place,
    line,
    run,
    chooseLine: (chosen: Line) => setPlace({ line: chosen.id, slot: slotNear(app, chosen, place().slot) }),
    chooseYear: (slot: Slot) => setPlace({ ...place(), slot }),
  };
}

/** How the result is told, and how differences of it are: of shares in points. */
export interface Measures {
  readonly value: LineUnits;
  readonly difference: LineUnits;
}

/** A question as it was asked, and how its answer is told. */
export interface SplitQuestion {
  readonly from: string;
  readonly to: string;
  readonly result: { readonly line: string; readonly slot: Slot };
  readonly measures: Measures;
}

function measuresOf(line: Line | undefined, of: (line: Parameters<typeof measureOf>[0]) => LineUnits): Measures {
  if (!line || line.kind === 'heading') return { value: of({ unit: 'index' }), difference: of({ unit: 'index' }) };
  const value = of(line);
  return { value, difference: value.unit === '%' ? of({ unit: 'points' }) : value };
}

/** The largest contribution first. */
export const bySize = (parts: readonly BridgePart[]): BridgePart[] =>
  [...parts].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));

/** Digits after the point that leave three of a difference standing. */
export function splitDecimals({ number }: LineUnits, difference: number): number {
  const shown = Math.abs(Number(number(difference, 12, 0).replaceAll(',', '').replace('\u2212', '-')));
  return shown > 0 ? Math.max(0, Math.min(8, 2 - Math.floor(Math.log10(shown)))) : 0;
}

/** "“All levers on” is 30.4 bn yuan above “Base” in 2025: +12.1 from …": the difference and what makes most of it. */
export function sentence(app: App, split: Split, { from, to, result, measures: m }: SplitQuestion): string {
  const t = BRIDGE[app.lang()];
  const names = [scenarioName(app, to), scenarioName(app, from)] as const;
  const where = result.slot === 'value' ? '' : t.in(slotName(result.slot, app.lang()));
  const difference = split.to - split.from;
  const decimals = splitDecimals(m.difference, difference);
  const said =
    difference === 0
      ? t.same(...names, where)
      : t[difference > 0 ? 'above' : 'below'](...names, m.difference.say(Math.abs(difference), decimals), where);
  const parts = bySize(split.parts).filter(({ contribution }) => contribution !== 0);
  const named = parts.length === NAMED + 1 ? parts : parts.slice(0, NAMED);
  const rest = parts.slice(named.length);
  const told = (name: string, value: number): NamedContribution => ({
    name,
    amount: signed(m.difference.number(value, decimals), value),
    size: m.difference.say(Math.abs(value), decimals),
    raises: value > 0,
  });
  const list = named.map(({ line, contribution }) => told(lineName(app, line), contribution));
  const others = rest.length > 0 ? told(String(rest.length), total(rest.map((part) => part.contribution))) : undefined;
  return `${said}${t.because(list, others)}`;
}
