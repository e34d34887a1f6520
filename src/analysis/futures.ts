import { cholesky, nearestCorrelation, rankCorrelation, scoreCorrelation } from '../chance/correlation.ts';
import type { Variable } from '../chance/draws.ts';
import { streamOf } from '../chance/random.ts';
import { faultOf, follows, type ShapeFault } from '../chance/shapes.ts';
import type { DrawnCell, FuturesQuestion, WorkbookSpec } from '../engine/port.ts';
import { cellPeriods } from '../model/coarse.ts';
import { type CellRef, isFormula, type Slot } from '../model/content.ts';
import { hasPeriods, type Input } from '../model/line.ts';
import { isWhole } from '../model/units.ts';
import { DRAWS, type RankCorrelation, type Uncertainty, type WhatIf } from '../model/whatIf.ts';
import { heldSheet } from './sheet.ts';

/**
 * Why an input that is said to be uncertain is drawn in none of its cells, or not in some: it holds no number, or a formula; the scenario
 * sets it, and its distribution does not follow what it holds; nothing can be drawn around what it holds.
 */
export type NotDrawn = 'notNumber' | 'formula' | 'set' | ShapeFault;

/** A line that is said to be uncertain, the cells that are drawn, and why others are not. */
export interface Uncertain {
  readonly line: Input;
  readonly uncertainty: Uncertainty;
  readonly cells: readonly CellRef[];
  readonly not: ReadonlySet<NotDrawn>;
}

/** What is asked to go together and can't: of inputs that are drawn in other periods; of a matrix that no distribution has. */
export interface Apart {
  readonly pairs: readonly RankCorrelation[];
  /** Where no distribution has these: the nearest ones that go together, of these pairs first, then of others of their inputs. */
  readonly nearest?: readonly RankCorrelation[];
}

export interface FuturesPlan {
  /** None where nothing is drawn. */
  readonly question: FuturesQuestion | undefined;
  readonly uncertain: readonly Uncertain[];
  readonly apart?: Apart;
}

/** The memory of an input of which nobody has said one: it is drawn once for all its periods. */
export const memoryOf = ({ memory }: Uncertainty): number => memory ?? 1;

/**
 * Which cells of a scenario are drawn, and by what.
 * @param observedUntil periods up to it are as they were, and are not drawn
 */
export function futuresPlan(
  spec: WorkbookSpec,
  { uncertain = {}, correlations = [], draws = DRAWS }: WhatIf,
  results: readonly CellRef[],
  focus: number,
  observedUntil: number,
): FuturesPlan {
  const scenario = results[focus]?.scenario ?? '';
  const held = heldSheet(spec);
  const lines = spec.lines.flatMap((line) => {
    const uncertainty = line.kind === 'input' ? uncertain[line.id] : undefined;
    return line.kind === 'input' && uncertainty ? [{ line, uncertainty }] : [];
  });
  const slotsOf = (line: Input): readonly Slot[] =>
    hasPeriods(line) ? cellPeriods(line, spec.periods).filter((period) => period > observedUntil) : ['value'];
  const variables: Variable[] = [];
  const drawn: DrawnCell[] = [];
  const found = lines.map(({ line, uncertainty }, variable): Uncertain => {
    const slots = slotsOf(line);
    const isOnce = memoryOf(uncertainty) === 1;
    variables.push({
      stream: streamOf(line.id),
      entities: isOnce ? [0] : slots.map((slot) => (slot === 'value' ? 0 : slot)),
      memory: memoryOf(uncertainty),
    });
    const not = new Set<NotDrawn>();
    const cells: CellRef[] = [];
    for (const [i, slot] of slots.entries()) {
      const cell = { scenario, line: line.id, slot };
      const { content, from } = held.effective(cell);
      const isSet = from === 'override' && scenario !== held.scenarios[0] && !follows(uncertainty);
      const fault =
        typeof content === 'number' ? faultOf(uncertainty, content) : isFormula(content) ? 'formula' : 'notNumber';
      if (isSet) not.add('set');
      else if (fault) not.add(fault);
      else if (typeof content === 'number') {
        cells.push(cell);
        drawn.push({
          cell,
          uncertainty,
          held: content,
          variable,
          at: isOnce ? 0 : i,
          isWhole: isWhole(line.unit),
        });
      }
    }
    return { line, uncertainty, cells, not };
  });
  const { mixes, apart } = mixed(
    lines.map(({ line }) => line.id),
    variables,
    correlations,
  );
  const plan = { variables: variables.map((one, i) => ({ ...one, ...mixes.get(i) })), seed: draws.seed };
  return {
    question: drawn.length > 0 && !apart?.nearest ? { plan, drawn, results, focus } : undefined,
    uncertain: found,
    ...(apart ? { apart } : {}),
  };
}

type Mix = Pick<Variable, 'mix'>;

/** How the scores of inputs that go together are made of independent ones. */
function mixed(
  lines: readonly string[],
  variables: readonly Variable[],
  correlations: readonly RankCorrelation[],
): { readonly mixes: ReadonlyMap<number, Mix>; readonly apart?: Apart } {
  const placed = correlations.flatMap((pair) => {
    const [a, b] = pair.lines.map((line) => lines.indexOf(line)) as [number, number];
    return a >= 0 && b >= 0 && a !== b ? [{ pair, a, b }] : [];
  });
  const isAlike = ({ a, b }: { readonly a: number; readonly b: number }) =>
    variables[a]?.memory === variables[b]?.memory && variables[a]?.entities.join() === variables[b]?.entities.join();
  const apart = placed.filter((one) => !isAlike(one));
  const together = placed.filter(isAlike);
  const members = [...new Set(together.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
  const matrix = matrixOf(
    members,
    together.map(({ pair, a, b }) => ({ rank: pair.rank, a, b })),
  );
  const lower = cholesky(matrix);
  if (!lower) {
    const nearest = nearestPairs(lines, members, together, nearestCorrelation(matrix));
    return { mixes: new Map(), apart: { pairs: together.map(({ pair }) => pair), nearest } };
  }
  const mixes = members.map((variable, i): [number, Mix] => [
    variable,
    { mix: (lower[i] ?? []).map((weight, j) => [members[j] as number, weight] as const) },
  ]);
  return {
    mixes: new Map(mixes),
    ...(apart.length > 0 ? { apart: { pairs: apart.map(({ pair }) => pair) } } : {}),
  };
}

interface Placed {
  readonly rank: number;
  readonly a: number;
  readonly b: number;
}

/** Scores as good as equal, so that a pair of inputs may have one order. */
const MOST_SCORE = 1 - 1e-9;

/** The correlations of scores of some variables; of a pair that is named twice the last. */
const matrixOf = (members: readonly number[], pairs: readonly Placed[]): number[][] =>
  members.map((i) =>
    members.map((j) => {
      if (i === j) return 1;
      const found = pairs.findLast(({ a, b }) => (a === i && b === j) || (a === j && b === i));
      return found ? Math.max(-MOST_SCORE, Math.min(MOST_SCORE, scoreCorrelation(found.rank))) : 0;
    }),
  );

/** Digits behind the point of a rank correlation that is proposed. */
const DIGITS = 1_000;

/** A matrix of scores as rank correlations with few digits, that go together with them. */
function nearestPairs(
  lines: readonly string[],
  members: readonly number[],
  named: readonly { readonly pair: RankCorrelation; readonly a: number; readonly b: number }[],
  near: readonly (readonly number[])[],
): RankCorrelation[] {
  const pairs = members.flatMap((a, i) => members.slice(i + 1).map((b) => ({ a, b })));
  const isNamed = ({ a, b }: { readonly a: number; readonly b: number }) =>
    named.some((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  const all = [...named.map(({ a, b }) => ({ a, b })), ...pairs.filter((one) => !isNamed(one))];
  // What the digits cost is given back: the matrix goes as far as it must towards no correlation at all.
  for (let kept = 1; ; kept = Math.max(0, kept - 1 / DIGITS)) {
    const placed = all.map(({ a, b }): Placed => {
      const rank = rankCorrelation(near[members.indexOf(a)]?.[members.indexOf(b)] as number);
      return { rank: Math.trunc(rank * kept * DIGITS) / DIGITS, a, b };
    });
    if (kept > 0 && !cholesky(matrixOf(members, placed))) continue;
    return placed.flatMap(({ rank, a, b }, i): RankCorrelation[] =>
      rank === 0 && i >= named.length
        ? []
        : [{ lines: named[i]?.pair.lines ?? [lines[a] as string, lines[b] as string], rank }],
    );
  }
}

/** How sure it is that a result is reached. */
export interface Chance {
  /** Part of the runs in which it is. */
  readonly share: number;
  /** The standard error of that: √(p (1 − p) / n). */
  readonly error: number;
}

/** @param ascending what the result comes to in the runs in which it is a number; in the others it is not reached */
export function chanceOf(ascending: Float64Array, runs: number, atLeast: number): Chance {
  const share = (ascending.length - firstAtLeast(ascending, atLeast)) / runs;
  return { share, error: Math.sqrt((share * (1 - share)) / runs) };
}

/** The place of the first of ascending numbers that is no smaller than another. */
export function firstAtLeast(ascending: Float64Array, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A histogram: how many values fall between neighbouring edges, of equal width. */
export interface Histogram {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Between the quantiles that leave 0.5 % out on either side: what lies beyond would take the room of all others. */
export function histogram(ascending: Float64Array, bins: number): Histogram | undefined {
  const n = ascending.length;
  const [low, high] = [ascending[Math.floor(0.005 * (n - 1))], ascending[Math.ceil(0.995 * (n - 1))]];
  if (low === undefined || high === undefined || !(high > low)) return undefined;
  const edges = Array.from({ length: bins + 1 }, (_, i) => low + ((high - low) * i) / bins);
  const places = edges.map((edge) => firstAtLeast(ascending, edge));
  return { edges, counts: edges.slice(1).map((_, i) => (places[i + 1] as number) - (places[i] as number)) };
}
