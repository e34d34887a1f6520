import type { CellEdit } from '../document/change.ts';
import type { Scenario } from '../document/document.ts';
import type { CellValue, WorkbookSpec } from '../engine/port.ts';
import { type CellRef, type Slot, sameContent } from '../model/content.ts';
import { isOneOf } from '../model/periods.ts';
import { leanSpec } from './feeds.ts';
import { type Game, type ShapleyProgress, shapley } from './shapley.ts';
import { type HeldSheet, heldSheet } from './sheet.ts';
import type { Numbered, Trials, Tried } from './trial.ts';

/**
 * What each line in which two scenarios differ adds to the difference of a result: the Shapley value of the lines. So
 * used for the factors of a product by J. W. Sun, Changes in energy consumption and energy intensity: a complete
 * decomposition model, Energy Economics 20 (1998), 85–100, and for any function by A. F. Shorrocks, Decomposition
 * procedures for distributional analysis: a unified framework based on the Shapley value, Journal of Economic
 * Inequality 11 (2013), 99–126.
 */

export interface BridgeQuestion {
  /** Scenarios by id. */
  readonly from: string;
  readonly to: string;
  readonly result: Pick<CellRef, 'line' | 'slot'>;
  /** Decides the sample where there are too many lines for all subsets. */
  readonly seed: number;
}

/** A line with all its cells that differ, and what it adds in the result's stored unit. */
export interface BridgePart {
  readonly line: string;
  readonly contribution: number;
  /** The standard error, where it was sampled. */
  readonly error?: number;
}

export type Bridge =
  | {
      readonly kind: 'bridge';
      /** The result in either scenario. */
      readonly from: number;
      readonly to: number;
      /** In the order of the sheet. They add up to the difference. */
      readonly parts: readonly BridgePart[];
      /** Lines that differ too, and feed the result by no formula. */
      readonly idle: readonly string[];
      readonly sample?: { readonly orders: number; readonly seed: number };
    }
  /** With these lines as in `to` and all others as in `from` the result holds no number, so nothing can be split. */
  | { readonly kind: 'gap'; readonly lines: readonly string[]; readonly reading: CellValue };

/** A line in which the scenarios differ: the edits that give its cells what one or the other holds. */
interface Player {
  readonly line: string;
  readonly from: readonly CellEdit[];
  readonly to: readonly CellEdit[];
}

/** No scenario of a document has this id. */
const TRIAL = '*trial';

/** The lines whose effective content differs, in the order of the sheet. */
function playersOf(sheet: HeldSheet, from: Scenario, to: Scenario): Player[] {
  return sheet.lines.flatMap(({ id }): Player[] => {
    const slots = new Set([...Object.keys(from.overrides[id] ?? {}), ...Object.keys(to.overrides[id] ?? {})]);
    const cells = [...slots].flatMap((key) => {
      const slot: Slot = key === 'value' ? key : Number(key);
      const [one, other] = [from, to].map(({ id: scenario }) => sheet.effective({ scenario, line: id, slot }).content);
      return sameContent(one, other) ? [] : [{ cell: { scenario: TRIAL, line: id, slot }, one, other }];
    });
    if (cells.length === 0) return [];
    return [
      {
        line: id,
        // A cell without content is its line's own, whatever the base holds there.
        from: cells.map(({ cell, one }) => ({ ...cell, content: one ?? 'model' })),
        to: cells.map(({ cell, other }) => ({ ...cell, content: other ?? 'model' })),
      },
    ];
  });
}

/** The player as far as a result needs it; none where it does not. */
function within({ line, from, to }: Player, lean: WorkbookSpec): Player[] {
  const needed = ({ slot }: CellEdit) => slot === 'value' || isOneOf(slot, lean.periods);
  const player = { line, from: from.filter(needed), to: to.filter(needed) };
  return lean.lines.some(({ id }) => id === line) && player.to.length > 0 ? [player] : [];
}

/**
 * The cells of players whose contents are numbers on either side, as they stand in the first of the scenarios; undefined
 * where some are not, or where formulas name other scenarios, which would inherit what is tried in a base.
 */
function triedIn({ scenarios }: WorkbookSpec, players: readonly Player[], scenario: string): Tried | undefined {
  const isNumber = (edit: CellEdit): edit is CellEdit & Numbered => typeof edit.content === 'number';
  const cells = players.flatMap((player) => player.from);
  const all = [...cells, ...players.flatMap((player) => player.to)];
  if (scenarios.length > 2 || !all.every(isNumber)) return undefined;
  return { cells: cells.filter(isNumber), scenario };
}

/** The difference of a result between two scenarios, split by the lines that make it. */
export async function bridge(
  trials: Trials,
  spec: WorkbookSpec,
  question: BridgeQuestion,
  signal: AbortSignal,
  onProgress: ShapleyProgress = () => {},
): Promise<Bridge> {
  const [from, to] = [question.from, question.to].map((id) => spec.scenarios.find((scenario) => scenario.id === id));
  if (!from || !to) throw new Error(`there is no scenario "${from ? question.to : question.from}"`);
  const [base] = spec.scenarios;
  // The base's own overrides are inherited.
  const tried: Scenario = { ...from, id: TRIAL, name: 'Trial', overrides: from === base ? {} : from.overrides };
  const lean = leanSpec({ ...spec, scenarios: [...spec.scenarios, tried] }, [question.result], [TRIAL], to.id);
  const differing = playersOf(heldSheet(spec), from, to);
  const players = differing.flatMap((player) => within(player, lean));
  const result = { ...question.result, scenario: TRIAL };
  const trial = await trials.open(lean, result, signal, triedIn(lean, players, from.id));
  // Of a subset without a number: what stands there instead.
  let missing = trial.start;
  const game: Game = {
    players: players.length,
    start: trial.start.value,
    isQuick: trial.isQuick === true,
    run: async (moves) => {
      const steps = moves.map(({ player, joins }) => players[player]?.[joins ? 'to' : 'from'] ?? []);
      const readings = await trial.evaluate(steps);
      missing = readings.find((reading) => reading.value === undefined) ?? missing;
      return readings.map((reading) => reading.value);
    },
  };
  const value = await shapley(game, question.seed, onProgress);
  const lineOf = (i: number) => players[i]?.line ?? '';
  if (value.kind === 'gap') return { kind: 'gap', lines: value.members.map(lineOf), reading: missing };
  const { none, all, contributions, sample } = value;
  return {
    kind: 'bridge',
    from: none,
    to: all,
    parts: contributions.map((contribution, i) => {
      const error = sample?.errors[i];
      return { line: lineOf(i), contribution, ...(error === undefined ? {} : { error }) };
    }),
    idle: differing.map(({ line }) => line).filter((line) => !players.some((player) => player.line === line)),
    ...(sample ? { sample: { orders: sample.orders, seed: sample.seed } } : {}),
  };
}
