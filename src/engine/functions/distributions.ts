import {
  betaDensity,
  betaOdds,
  betaTails,
  gamma,
  gammaDensity,
  gammaTails,
  lnGamma,
  quantile,
  studentDensity,
  type Tails,
} from '../../maths/special.ts';
import { define, fail, logical, number, type OwnFunction, type Parameter, type Result, whole } from './define.ts';

/** A continuous distribution of positive numbers: what lies below and above, and the density. */
interface Distribution {
  tails(x: number): Tails;
  density(x: number): number;
}

const gammaOf = (shape: number, scale: number): Distribution => ({
  tails: (x) => gammaTails(shape, x / scale),
  density: (x) => gammaDensity(shape, x / scale) / scale,
});

const fisher = (free1: number, free2: number): Distribution => ({
  tails: (f) => {
    const sum = free1 * f + free2;
    return betaTails(free1 / 2, free2 / 2, (free1 * f) / sum, free2 / sum);
  },
  density: (f) => {
    const sum = free1 * f + free2;
    const slope = ((free1 / sum) * free2) / sum;
    return betaDensity(free1 / 2, free2 / 2, (free1 * f) / sum, free2 / sum) * slope;
  },
});

/** What lies above t in Student's distribution. */
export function aboveT(t: number, free: number): number {
  const sum = free + t * t;
  const half = betaTails(free / 2, 0.5, free / sum, (t * t) / sum)[0] / 2;
  return t < 0 ? 1 - half : half;
}

/** The t of which so much lies above, up to a half. */
function tBelow(above: number, free: number): number {
  if (above === 0.5) return 0;
  const tails = (t: number): Tails => [1 - aboveT(t, free), aboveT(t, free)];
  return quantile(1 - above, above, tails, (t) => studentDensity(t, free));
}

const between0And1 = (name: string): Parameter => number(name, { minValue: 0, maxValue: 1 });
const inside = number('probability', { greaterThan: 0, lessThan: 1 });
const positive = (name: string): Parameter => number(name, { greaterThan: 0 });
const from0 = (name: string): Parameter => number(name, { minValue: 0 });
const free = (name: string): Parameter => whole(name, { minValue: 1, maxValue: 10_000_000_000 });
const cumulative = logical('cumulative');
const orNum = (x: number): Result => (Number.isFinite(x) ? x : fail.num());

const source = (name: string, id: string) =>
  `https://support.microsoft.com/office/${name.toLowerCase().replaceAll('.', '-')}-function-${id}`;

type Of = (...given: number[]) => Distribution;

/** The functions of one distribution; `more` follow x or the probability. */
function functionsOf(said: string, more: readonly Parameter[], of: Of) {
  const made =
    (summary: string, parameters: readonly Parameter[], calculate: (...given: number[]) => Result) =>
    (name: string, id: string, aliases: readonly string[] = []): OwnFunction =>
      define({ name, aliases, summary, source: source(name, id), parameters, calculate });
  const inverse = (p: number, q: number, given: readonly number[]): Result => {
    if (p === 0) return 0;
    if (q === 0) return fail.num();
    const { tails, density } = of(...given);
    return orNum(quantile(p, q, tails, density));
  };
  const probability = between0And1('probability');
  return {
    value: made(`A value of ${said}, or what lies below it.`, [from0('x'), ...more, cumulative], (x = 0, ...given) => {
      const isSum = given.pop();
      const { tails, density } = of(...given);
      return isSum ? tails(x)[0] : orNum(density(x));
    }),
    above: made(
      `What lies above a value in ${said}.`,
      [from0('x'), ...more],
      (x = 0, ...given) => of(...given).tails(x)[1],
    ),
    inverse: made(`The value that so much of ${said} lies below.`, [probability, ...more], (p = 0, ...given) =>
      inverse(p, 1 - p, given),
    ),
    inverseAbove: made(`The value that so much of ${said} lies above.`, [probability, ...more], (q = 0, ...given) =>
      inverse(1 - q, q, given),
    ),
  };
}

const chi = functionsOf('the chi-squared distribution', [free('deg_freedom')], (n = 1) => gammaOf(n / 2, 2));
const f = functionsOf('the F distribution', [free('deg_freedom1'), free('deg_freedom2')], fisher);
const shapes = [positive('alpha'), positive('beta')];
const gammas = functionsOf('the gamma distribution', shapes, gammaOf);

const bounds = [number('A', { defaultValue: 0 }), number('B', { defaultValue: 1 })];

/** A beta distribution from A to B. */
function beta(x: number, a: number, b: number, isSum: boolean, low: number, high: number): Result {
  const width = high - low;
  if (x < low || x > high || width === 0) return fail.num();
  const [at, rest] = [(x - low) / width, (high - x) / width];
  return isSum ? betaTails(a, b, at, rest)[0] : orNum(betaDensity(a, b, at, rest) / width);
}

function betaInverse(p: number, a: number, b: number, low: number, high: number): Result {
  if (high <= low) return fail.num();
  const odds = betaOdds(p, 1 - p, a, b);
  return low + (odds / (1 + odds)) * (high - low);
}

const CHI_RIGHT = 'dc4832e8-ed2b-49ae-8d7c-b28d5804c0f2';
export const DISTRIBUTIONS = [
  chi.value('CHISQ.DIST', '8486b05e-5c05-4942-a9ea-f6b341518732'),
  chi.above('CHISQ.DIST.RT', CHI_RIGHT, ['CHIDIST', 'CHIDISTRT']),
  chi.inverse('CHISQ.INV', '400db556-62b3-472d-80b3-254723e7092f'),
  chi.inverseAbove('CHISQ.INV.RT', '435b5ed8-98d5-4da6-823f-293e2cbc94fe', ['CHIINV', 'CHIINVRT']),
  f.value('F.DIST', 'a887efdc-7c8e-46cb-a74a-f884cd29b25d'),
  f.above('F.DIST.RT', 'd74cbb00-6017-4ac9-b7d7-6049badc0520', ['FDIST', 'FDISTRT']),
  f.inverse('F.INV', '0dda0cf9-4ea0-42fd-8c3c-417a1ff30dbe'),
  f.inverseAbove('F.INV.RT', 'd371aa8f-b0b1-40ef-9cc2-496f0693ac00', ['FINV', 'FINVRT']),
  gammas.value('GAMMA.DIST', '9b6f1538-d11c-4d5f-8966-21f6a2201def', ['GAMMADIST']),
  gammas.inverse('GAMMA.INV', '74991443-c2b0-4be5-aaab-1aa4d71fbb18', ['GAMMAINV']),
  define({
    name: 'BETA.DIST',
    summary: 'A value of the beta distribution, or what lies below it.',
    source: source('BETA.DIST', '11188c9c-780a-42c7-ba43-9ecb5a878d31'),
    parameters: [number('x'), ...shapes, cumulative, ...bounds],
    calculate: beta,
  }),
  define({
    name: 'BETADIST',
    summary: 'What lies below a value of the beta distribution.',
    source: source('BETADIST', '49f1b9a9-a5da-470f-8077-5f1730b5fd47'),
    parameters: [number('x'), ...shapes, ...bounds],
    calculate: (x: number, a: number, b: number, low: number, high: number) => beta(x, a, b, true, low, high),
  }),
  define({
    name: 'BETA.INV',
    aliases: ['BETAINV'],
    summary: 'The value that so much of the beta distribution lies below.',
    source: source('BETA.INV', 'e84cb8aa-8df0-4cf6-9892-83a341d252eb'),
    parameters: [inside, ...shapes, ...bounds],
    calculate: betaInverse,
  }),
  define({
    name: 'T.DIST',
    summary: "A value of Student's distribution, or what lies below it.",
    source: source('T.DIST', '4329459f-ae91-48c2-bba8-1ead1c6c21b2'),
    parameters: [number('x'), free('deg_freedom'), cumulative],
    calculate: (t: number, n: number, isSum: boolean) => (isSum ? aboveT(-t, n) : studentDensity(t, n)),
  }),
  define({
    name: 'T.DIST.2T',
    aliases: ['TDIST2T'],
    summary: "What lies outside of a value on both sides of Student's distribution.",
    source: source('T.DIST.2T', '198e9340-e360-4230-bd21-f52f22ff5c28'),
    parameters: [from0('x'), free('deg_freedom')],
    calculate: (t: number, n: number) => 2 * aboveT(t, n),
  }),
  define({
    name: 'T.DIST.RT',
    aliases: ['TDISTRT'],
    summary: "What lies above a value of Student's distribution.",
    source: source('T.DIST.RT', '20a30020-86f9-4b35-af1f-7ef6ae683eda'),
    parameters: [number('x'), free('deg_freedom')],
    calculate: aboveT,
  }),
  define({
    name: 'TDIST',
    summary: "What lies above a value of Student's distribution, or on both sides.",
    source: source('TDIST', '630a7695-4021-4853-9468-4a1f9dcdd192'),
    parameters: [from0('x'), free('deg_freedom'), whole('tails', { minValue: 1, maxValue: 2 })],
    calculate: (t: number, n: number, tails: number) => tails * aboveT(t, n),
  }),
  define({
    name: 'T.INV',
    summary: "The value that so much of Student's distribution lies below.",
    source: source('T.INV', '2908272b-4e61-4942-9df9-a25fec9b0e2e'),
    parameters: [inside, free('deg_freedom')],
    calculate: (p: number, n: number) => (p < 0.5 ? -tBelow(p, n) : tBelow(1 - p, n)),
  }),
  define({
    name: 'T.INV.2T',
    aliases: ['TINV', 'TINV2T'],
    summary: "The value outside of which so much of Student's distribution lies, on both sides.",
    source: source('T.INV.2T', 'ce72ea19-ec6c-4be7-bed2-b9baf2264f17'),
    parameters: [number('probability', { greaterThan: 0, maxValue: 1 }), free('deg_freedom')],
    calculate: (p: number, n: number) => tBelow(p / 2, n),
  }),
  define({
    name: 'CONFIDENCE.T',
    summary: "Half the width of a confidence interval of a mean, by Student's distribution.",
    source: source('CONFIDENCE.T', 'e8eca395-6c3a-4ba9-9003-79ccc61d3c53'),
    parameters: [
      number('alpha', { greaterThan: 0, lessThan: 1 }),
      positive('standard_dev'),
      whole('size', { minValue: 1 }),
    ],
    calculate: (alpha: number, deviation: number, size: number) =>
      size === 1 ? fail.div0() : (tBelow(alpha / 2, size - 1) * deviation) / Math.sqrt(size),
  }),
  define({
    name: 'GAMMA',
    summary: 'The gamma function.',
    source: source('GAMMA', 'ce1702b1-cf55-471d-8307-f83be0fc5297'),
    parameters: [number('number')],
    calculate: (x: number) => orNum(gamma(x)),
  }),
  define({
    name: 'GAMMALN',
    aliases: ['GAMMALN.PRECISE'],
    summary: 'The natural logarithm of the gamma function.',
    source: source('GAMMALN', 'b838c48b-c65f-484f-9e1d-141c55470eb9'),
    parameters: [positive('x')],
    calculate: lnGamma,
  }),
];
