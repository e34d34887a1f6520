/** A source of numbers that are the same for the same seed, run after run. */
export interface Random {
  /** A whole number from 0 up to below 2³². */
  next(): number;
}

const MASK = (1n << 64n) - 1n;

/**
 * SplitMix64, 64 bits a call: it turns a seed into the state of another generator. G. L. Steele, D. Lea and C. H. Flood,
 * Fast splittable pseudorandom number generators, OOPSLA 2014, with the constants of S. Vigna's reference code.
 */
export function splitMix64(seed: number): () => bigint {
  let state = BigInt(seed) & MASK;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return z ^ (z >> 31n);
  };
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/**
 * xoshiro128**, of period 2¹²⁸ − 1. D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators, ACM
 * Transactions on Mathematical Software 47 (2021), article 36. The state must not be all zeros.
 */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  return {
    next: () => {
      const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotate(d, 11);
      return result;
    },
  };
}

/** The generator that belongs to a seed, a whole number. */
export function seeded(seed: number): Random {
  const split = splitMix64(seed);
  const [one, two] = [split(), split()];
  const half = (x: bigint, by: bigint) => Number((x >> by) & 0xffffffffn) | 0;
  return xoshiro128([half(one, 0n), half(one, 32n), half(two, 0n), half(two, 32n)]);
}

/** A whole number from 0 up to below `limit`, each as likely: what would favour the low ones is thrown again. */
function below(random: Random, limit: number): number {
  const fair = 2 ** 32 - (2 ** 32 % limit);
  for (let x = random.next(); ; x = random.next()) if (x < fair) return x % limit;
}

/** The numbers from 0 to below `count` in an order of which each is as likely (R. Durstenfeld, Algorithm 235, 1964). */
export function shuffled(random: Random, count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = below(random, i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
