import { seeded, shuffled } from './random.ts';
import { total } from './sum.ts';

/**
 * The Shapley value: what each player adds to a game, averaged over every order in which the players can come.
 * L. S. Shapley, A value for n-person games, in: H. W. Kuhn and A. W. Tucker (eds.), Contributions to the Theory of
 * Games II, Princeton 1953, 307–317.
 */

/** One player joins those that are there, or leaves them. */
export interface Move {
  readonly player: number;
  readonly joins: boolean;
}

/** A game whose players join and leave one at a time, and whose worth takes time to find out. */
export interface Game {
  readonly players: number;
  /** Whether a move takes microseconds and no evaluation of a workbook. */
  readonly isQuick?: boolean;
  /** The worth of nobody; undefined where there is none. */
  readonly start: number | undefined;
  /** Carries out moves in their order. @returns for each the worth of those that are there then */
  readonly run: (moves: readonly Move[]) => Promise<readonly (number | undefined)[]>;
}

export type Value =
  | {
      readonly kind: 'value';
      /** The worth of nobody, and of all. */
      readonly none: number;
      readonly all: number;
      readonly contributions: readonly number[];
      /** How they were sampled, and the standard error of each; none where every subset was asked for. */
      readonly sample?: { readonly orders: number; readonly seed: number; readonly errors: readonly number[] };
    }
  /** Those together have no worth. */
  | { readonly kind: 'gap'; readonly members: readonly number[] };

/** Tells how far it has come: moves made, and moves to be made. */
export type ShapleyProgress = (done: number, all: number) => void;

/** Players up to which every subset is asked for: 1,024 of them, or 65,536 where moves are quick. */
export const MOST_EXACT = 10;
export const MOST_QUICK = 16;
/** Moves that a sample makes at most, but for the fewest orders that say anything. */
const SAMPLE_MOVES = { most: 2_048, quick: 65_536 };
const FEWEST_PAIRS = 16;
/** Moves made at once: as many as take some 30 ms, so that a game can be called off, and no more. */
const MOVES_AT_ONCE = { ms: 30, most: 64, quick: 4_096 };

/** Some subset has no worth. */
class Gap extends Error {
  constructor(readonly members: readonly number[]) {
    super('a subset has no worth');
  }
}

/** Makes the moves of a game some at a time, keeps count of who is there, and stops at a subset without worth. */
class Table {
  readonly #there = new Set<number>();
  #made = 0;
  #atOnce = 1;

  constructor(
    readonly game: Game,
    readonly moves: number,
    readonly onProgress: ShapleyProgress,
  ) {}

  get #most(): number {
    return this.game.isQuick ? MOVES_AT_ONCE.quick : MOVES_AT_ONCE.most;
  }

  get start(): number {
    return this.#worth(this.game.start);
  }

  /** @returns the worth after each move */
  async run(moves: readonly Move[]): Promise<number[]> {
    const worths: number[] = [];
    while (worths.length < moves.length) {
      const some = moves.slice(worths.length, worths.length + this.#atOnce);
      const begun = performance.now();
      const found = await this.game.run(some);
      const each = (performance.now() - begun) / some.length;
      this.#atOnce = Math.max(1, Math.min(this.#most, 2 * some.length, Math.floor(MOVES_AT_ONCE.ms / each)));
      for (const [i, { player, joins }] of some.entries()) {
        if (joins) this.#there.add(player);
        else this.#there.delete(player);
        worths.push(this.#worth(found[i]));
      }
      this.#made += some.length;
      this.onProgress(this.#made, this.moves);
    }
    return worths;
  }

  #worth(worth: number | undefined): number {
    if (worth === undefined) throw new Gap([...this.#there].sort((a, b) => a - b));
    return worth;
  }
}

/** The Shapley value, exact up to ten players, or sixteen of quick moves, else from a sample that the seed decides. */
export async function shapley(game: Game, seed: number, onProgress: ShapleyProgress = () => {}): Promise<Value> {
  try {
    const most = game.isQuick ? MOST_QUICK : MOST_EXACT;
    return game.players <= most ? await exact(game, onProgress) : await sampled(game, seed, onProgress);
  } catch (error) {
    if (error instanceof Gap) return { kind: 'gap', members: error.members };
    throw error;
  }
}

/**
 * Each subset is asked for once, in the order of the Gray code, in which one player moves at a time. A subset is a
 * number with a bit for each player.
 */
async function exact(game: Game, onProgress: ShapleyProgress): Promise<Value> {
  const { players } = game;
  const subsets = 2 ** players;
  const table = new Table(game, subsets - 1, onProgress);
  const order = grayCode(players);
  const worth = new Float64Array(subsets);
  worth[0] = table.start;
  const found = await table.run(order.map(({ player, joins }) => ({ player, joins })));
  order.forEach(({ members }, i) => {
    worth[members] = found[i] as number;
  });
  const weights = weightsOf(players);
  const contributions = Array.from({ length: players }, (_, player) => total(marginals(worth, player, weights)));
  return { kind: 'value', none: worth[0], all: worth[subsets - 1] ?? 0, contributions };
}

/** The moves that lead through all subsets of some players, but for the empty one, and the subset after each. */
function grayCode(players: number): (Move & { readonly members: number })[] {
  let members = 0;
  return Array.from({ length: 2 ** players - 1 }, (_, i) => {
    const player = 31 - Math.clz32((i + 1) & -(i + 1));
    members ^= 1 << player;
    return { player, joins: (members & (1 << player)) !== 0, members };
  });
}

/** For each size of what is there already, how many of all orders have just those come first: s! (n − s − 1)! / n!. */
function weightsOf(players: number): number[] {
  const weights: number[] = [1 / players];
  for (let size = 1; size < players; size++) weights.push(((weights[size - 1] as number) * size) / (players - size));
  return weights;
}

function* marginals(worth: Float64Array, player: number, weights: readonly number[]): Generator<number> {
  const bit = 1 << player;
  for (let members = 0; members < worth.length; members++) {
    if (members & bit) continue;
    let size = 0;
    for (let rest = members; rest; rest &= rest - 1) size += 1;
    const added = (worth[members | bit] as number) - (worth[members] as number);
    yield added * (weights[size] as number);
  }
}

/**
 * Random orders in pairs, each with its reverse: what comes early in one comes late in the other, which takes most of
 * the chance out of their mean. All join in an order, then leave in the same one, which is the reverse order backwards.
 * In every order the contributions add up to the whole, so their means do.
 */
async function sampled(game: Game, seed: number, onProgress: ShapleyProgress): Promise<Value> {
  const { players } = game;
  const pairs = Math.max(
    FEWEST_PAIRS,
    Math.floor((game.isQuick ? SAMPLE_MOVES.quick : SAMPLE_MOVES.most) / (2 * players)),
  );
  const table = new Table(game, pairs * 2 * players, onProgress);
  const random = seeded(seed);
  const none = table.start;
  /** By player, the mean of each pair. */
  const means = Array.from({ length: players }, (): number[] => []);
  let all = none;
  for (let pair = 0; pair < pairs; pair++) {
    const order = shuffled(random, players);
    const there = await table.run([true, false].flatMap((joins) => order.map((player) => ({ player, joins }))));
    all = there[players - 1] as number;
    order.forEach((player, i) => {
      const joined = (there[i] as number) - (i === 0 ? none : (there[i - 1] as number));
      const left = (there[players + i - 1] as number) - (there[players + i] as number);
      means[player]?.push((joined + left) / 2);
    });
  }
  const contributions = means.map((list) => total(list) / pairs);
  const errors = means.map((list, player) => {
    const squares = list.map((mean) => (mean - (contributions[player] as number)) ** 2);
    return Math.sqrt(total(squares) / (pairs - 1) / pairs);
  });
  return { kind: 'value', none, all, contributions, sample: { orders: 2 * pairs, seed, errors } };
}
