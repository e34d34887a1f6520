import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Game, shapley, type Value } from '../../src/analysis/shapley.ts';
import { total } from '../../src/analysis/sum.ts';

/** A game by the worth of each subset, a number with a bit for each player. */
function gameOf(players: number, worth: (members: number) => number | undefined): Game & { visited: number[] } {
  let members = 0;
  const visited = [0];
  return {
    players,
    visited,
    start: worth(0),
    run: async (moves) =>
      moves.map(({ player, joins }) => {
        members = joins ? members | (1 << player) : members & ~(1 << player);
        visited.push(members);
        return worth(members);
      }),
  };
}

/** A random function that is linear in each player: a coefficient for each subset that has to be there together. */
const multilinear =
  (coefficients: readonly number[]) =>
  (members: number): number =>
    total(coefficients.filter((_, subset) => (subset & members) === subset));

const coefficients = (players: number) =>
  fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 ** players, maxLength: 2 ** players });

const contributionsOf = (value: Value): readonly number[] => {
  if (value.kind !== 'value') throw new Error('no value');
  return value.contributions;
};

/** Every order of the players, and what each adds in it: the definition. */
function byOrders(players: number, worth: (members: number) => number): number[] {
  const orders = (rest: readonly number[]): number[][] =>
    rest.length === 0 ? [[]] : rest.flatMap((one) => orders(rest.filter((p) => p !== one)).map((o) => [one, ...o]));
  const all = orders(Array.from({ length: players }, (_, i) => i));
  const added = Array.from({ length: players }, (): number[] => []);
  for (const order of all) {
    let members = 0;
    for (const player of order) {
      added[player]?.push(worth(members | (1 << player)) - worth(members));
      members |= 1 << player;
    }
  }
  return added.map((list) => total(list) / all.length);
}

describe('the Shapley value', () => {
  it('adds up to the whole, whatever the game', async () => {
    const games = fc.integer({ min: 0, max: 7 }).chain((n) => fc.tuple(fc.constant(n), coefficients(n)));
    await fc.assert(
      fc.asyncProperty(games, async ([players, c]) => {
        const worth = multilinear(c);
        const value = await shapley(gameOf(players, worth), 1);
        if (value.kind !== 'value') throw new Error('no value');
        const whole = worth(2 ** players - 1) - worth(0);
        const largest = Math.max(Math.abs(whole), ...value.contributions.map(Math.abs));
        expect(value.all - value.none).toBe(whole);
        // A contribution is a mean, whose last digit among the smallest of numbers is as large as they are.
        const smallest = 2 ** players * Number.MIN_VALUE;
        expect(Math.abs(total(value.contributions) - whole)).toBeLessThanOrEqual(1e-12 * largest + smallest);
      }),
    );
  });

  it('is the mean over all orders', async () => {
    const games = fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(fc.constant(n), coefficients(n)));
    await fc.assert(
      fc.asyncProperty(games, async ([players, c]) => {
        const expected = byOrders(players, multilinear(c));
        const found = contributionsOf(await shapley(gameOf(players, multilinear(c)), 1));
        found.forEach((value, i) => {
          expect(Math.abs(value - (expected[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-7);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('gives players who are alike the same, and nothing to one who changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(coefficients(3), coefficients(3), async (one, other) => {
        // Players 0 and 1 count only by how many of them are there; player 4 is no part of it.
        const worth = (members: number) => {
          const alike = (members & 1) + ((members >> 1) & 1);
          const rest = (members >> 2) & 3;
          return (one[rest] ?? 0) * alike + (other[rest + 4] ?? 0) * alike ** 2 + (other[rest] ?? 0);
        };
        const [a = 0, b = 0, , , e] = contributionsOf(await shapley(gameOf(5, worth), 1));
        expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-7);
        expect(e).toBe(0);
      }),
    );
  });

  it('splits what two bring only together in halves', async () => {
    const glove = gameOf(2, (members) => (members === 3 ? 10 : 0));
    expect(contributionsOf(await shapley(glove, 1))).toEqual([5, 5]);
  });

  it('asks for each of 1,024 subsets once, moving one player at a time, and tells how far it is', async () => {
    const game = gameOf(10, (members) => members);
    const told: string[] = [];
    await shapley(game, 1, (done, all) => told.push(`${done} of ${all}`));
    expect(new Set(game.visited).size).toBe(1024);
    expect(game.visited.length).toBe(1024);
    expect(told.at(-1)).toBe('1023 of 1023');
  });

  it('names the subset that has no worth, and splits nothing', async () => {
    const value = await shapley(
      gameOf(4, (members) => (members === 0b1010 ? undefined : members)),
      1,
    );
    expect(value).toEqual({ kind: 'gap', members: [1, 3] });
    expect(
      await shapley(
        gameOf(2, () => undefined),
        1,
      ),
    ).toEqual({ kind: 'gap', members: [] });
  });
});

describe('its sample, above ten players', () => {
  const players = 14;
  /** Pairs work together; the value of each is its own share and half of what its pairs bring. */
  const own = Array.from({ length: players }, (_, i) => 1 + i);
  const worth = (members: number): number => {
    let sum = 0;
    for (let i = 0; i < players; i++)
      if (members & (1 << i)) {
        sum += own[i] ?? 0;
        for (let j = 0; j < i; j++) if (members & (1 << j)) sum += ((i * j) % 5) / 2;
      }
    return sum;
  };
  const exact = own.map((value, i) => total([value, ...own.map((_, j) => (i === j ? 0 : ((i * j) % 5) / 4))]));

  it('adds up without a remainder, since every order does', async () => {
    const found = contributionsOf(await shapley(gameOf(players, worth), 3));
    expect(Math.abs(total(found) - worth(2 ** players - 1))).toBeLessThan(1e-9);
  });

  it('is exact where players work at most in pairs: an order and its reverse take chance away', async () => {
    const found = contributionsOf(await shapley(gameOf(players, worth), 3));
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(exact[i] ?? Number.NaN, 9);
    });
  });

  it('tells a standard error that its distance from the truth keeps to', async () => {
    // All that are there are multiplied: each player doubles or thins, so that orders matter in every degree.
    const factor = own.map((value) => 1 + value / 40);
    const product = (members: number) => own.reduce((p, _, i) => (members & (1 << i) ? p * (factor[i] ?? 1) : p), 1);
    const weights = Array.from({ length: players }, (_, s) => {
      let w = 1 / players;
      for (let k = 1; k <= s; k++) w *= k / (players - k);
      return w;
    });
    const truth = own.map((_, i) => {
      const parts: number[] = [];
      for (let m = 0; m < 2 ** players; m++) {
        if (m & (1 << i)) continue;
        const size = m.toString(2).replaceAll('0', '').length;
        parts.push((weights[size] ?? 0) * (product(m | (1 << i)) - product(m)));
      }
      return total(parts);
    });
    const value = await shapley(gameOf(players, product), 11);
    if (value.kind !== 'value' || !value.sample) throw new Error('no sample');
    const { errors, orders, seed } = value.sample;
    expect({ orders, seed }).toEqual({ orders: 146, seed: 11 });
    const off = value.contributions.map((c, i) => Math.abs(c - (truth[i] ?? 0)) / (errors[i] ?? 0));
    expect(Math.max(...off)).toBeLessThan(4);
    expect(Math.max(...off)).toBeGreaterThan(0.2);
    expect(await shapley(gameOf(players, product), 11)).toEqual(value);
  });
});
