import { aboveZ, betaDensity, betaOdds, betaTails, normalDensity } from '../maths/special.ts';

/** Scores up to which a quantile is tabulated: no part of 2^-33 lies beyond. */
const FURTHEST = 6.5;
const STEPS = 104;
const STEP = FURTHEST / STEPS;

/** What lies below each score of the table in the standard normal distribution, from the middle down. */
const PARTS = Float64Array.from({ length: STEPS + 1 }, (_, i) => aboveZ(i * STEP));
const DENSITIES = Float64Array.from({ length: STEPS + 1 }, (_, i) => normalDensity(i * STEP));

/**
 * The beta distribution between 0 and 1 as a function of a normal score: exact quantiles at 16 scores a unit, and cubics
 * with their exact slopes between them. What that leaves stays below 10^-6, where ten thousand draws are known to 10^-2.
 */
export function betaByScore(alpha: number, beta: number): (score: number) => number {
  const values = new Float64Array(2 * STEPS + 1);
  const slopes = new Float64Array(2 * STEPS + 1);
  // What lies above a score in one distribution lies below it in the one turned round.
  const [below, above] = [lowerHalf(alpha, beta), lowerHalf(beta, alpha)];
  for (let i = 0; i <= STEPS; i++) {
    values[STEPS - i] = below.values[i] as number;
    values[STEPS + i] = 1 - (above.values[i] as number);
    slopes[STEPS - i] = below.slopes[i] as number;
    slopes[STEPS + i] = above.slopes[i] as number;
  }
  return (score) => {
    const place = Math.min(Math.max((score + FURTHEST) / STEP, 0), 2 * STEPS);
    const i = Math.min(Math.floor(place), 2 * STEPS - 1);
    const t = place - i;
    const rest = 1 - t;
    const from = (1 + 2 * t) * (values[i] as number) + t * (slopes[i] as number);
    const to = (3 - 2 * t) * (values[i + 1] as number) - rest * (slopes[i + 1] as number);
    return rest * rest * from + t * t * to;
  };
}

/**
 * The quantiles from the median down, and how much they change in a step. Each by Newton's method from its neighbour, on the
 * logarithms of odds and part, which are nearly a line in the tail.
 */
function lowerHalf(a: number, b: number): { readonly values: Float64Array; readonly slopes: Float64Array } {
  const values = new Float64Array(STEPS + 1);
  const slopes = new Float64Array(STEPS + 1);
  let logOdds = Math.log(betaOdds(0.5, 0.5, a, b));
  for (let i = 0; i <= STEPS; i++) {
    const wanted = PARTS[i] as number;
    let [x, rise] = [0, 0];
    for (let round = 0; round < 20; round++) {
      x = 1 / (1 + Math.exp(-logOdds));
      rise = betaDensity(a, b, x, 1 - x) * x * (1 - x);
      const part = betaTails(a, b, x)[0];
      const over = Math.log(part / wanted) * (part / rise);
      logOdds -= over;
      if (Math.abs(over) < 1e-12) break;
    }
    values[i] = x;
    // By a score: the densities' ratio; by the logarithm of the odds, the same over what that changes x by.
    const slope = ((DENSITIES[i] as number) * STEP) / rise;
    slopes[i] = slope * x * (1 - x);
    logOdds -= slope;
  }
  return { values, slopes };
}
