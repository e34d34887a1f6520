import { aboveZ, betaDensity, betaOdds, normalDensity } from '../maths/special.ts';

/** Scores between which a quantile is tabulated: no part of 2^-33 lies outside. */
const FURTHEST = 6.5;
const STEPS = 208;
const STEP = (2 * FURTHEST) / STEPS;

/**
 * The beta distribution between 0 and 1 as a function of a normal score: exact quantiles at 16 scores a unit, and cubics
 * with their exact slopes between them. What that leaves stays below 10^-6, where ten thousand draws are known to 10^-2.
 */
export function betaByScore(alpha: number, beta: number): (score: number) => number {
  const values = new Float64Array(STEPS + 1);
  const slopes = new Float64Array(STEPS + 1);
  for (let i = 0; i <= STEPS; i++) {
    const score = i * STEP - FURTHEST;
    const odds = betaOdds(aboveZ(-score), aboveZ(score), alpha, beta);
    const density = betaDensity(alpha, beta, odds / (1 + odds), 1 / (1 + odds));
    values[i] = odds / (1 + odds);
    slopes[i] = density > 0 ? (normalDensity(score) / density) * STEP : 0;
  }
  return (score) => {
    const place = Math.min(Math.max((score + FURTHEST) / STEP, 0), STEPS);
    const i = Math.min(Math.floor(place), STEPS - 1);
    const t = place - i;
    const rest = 1 - t;
    const from = (1 + 2 * t) * (values[i] as number) + t * (slopes[i] as number);
    const to = (3 - 2 * t) * (values[i + 1] as number) - rest * (slopes[i + 1] as number);
    return rest * rest * from + t * t * to;
  };
}
