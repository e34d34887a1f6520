/**
 * Special functions to about 14 digits. Where two large quantities nearly cancel, densities go by deviances: C. Loader,
 * Fast and accurate computation of binomial probabilities (2000), https://www.r-project.org/doc/reports/CLoader2002.pdf
 */

/** Coefficients of Lanczos' approximation as Boost has them (N = 13), https://www.boost.org/libs/math `lanczos.hpp`. */
const LANCZOS = 6.02468004077673;
const ABOVE = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.037209, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.2653952235, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const BELOW = [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];

function lanczos(x: number): number {
  let [above, below] = [0, 0];
  if (x < 5)
    for (let i = ABOVE.length - 1; i >= 0; i--) {
      above = above * x + (ABOVE[i] as number);
      below = below * x + (BELOW[i] as number);
    }
  else
    for (const [i, one] of ABOVE.entries()) {
      above = above / x + one;
      below = below / x + (BELOW[i] as number);
    }
  return above / below;
}

/** ln Γ(x) for x > 0. */
export function lnGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  if (x < 1e-20) return -Math.log(x);
  return Math.log(lanczos(x)) - LANCZOS + (x - 0.5) * (Math.log(x + LANCZOS - 0.5) - 1);
}

/** Γ(x); not a number where it has a pole. */
export function gamma(x: number): number {
  if (Number.isInteger(x)) {
    if (x <= 0) return Number.NaN;
    let product = 1;
    for (let i = 2; i < x && product < Infinity; i++) product *= i;
    return product;
  }
  if (x < 0) return Math.PI / (Math.sin(Math.PI * (x % 2)) * -x * gamma(-x));
  const y = x + LANCZOS - 0.5;
  // The power in two halves: by itself it passes the largest number before the exponential brings it back.
  const half = y ** (x / 2 - 0.25);
  return (lanczos(x) / Math.exp(y)) * half * half;
}

/** ln of the square root of 2π. */
const LN_ROOT = 0.9189385332046727;
/** What Stirling's formula for n! leaves, as a logarithm. */
function stirling(n: number): number {
  if (n < 16) return lnGamma(n + 1) - (n + 0.5) * Math.log(n) + n - LN_ROOT;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** x ln(x/m) + m - x, which is small where they are close. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** m^x e^-m / Γ(x+1). */
export function poisson(x: number, m: number): number {
  if (x === 0) return Math.exp(-m);
  return Math.exp(-stirling(x) - deviance(x, m)) / Math.sqrt(2 * Math.PI * x);
}

/** x^a y^b Γ(a+b+1) / Γ(a+1) / Γ(b+1), where x + y = 1. */
export function binomial(a: number, b: number, x: number, y: number): number {
  if (a === 0) return y ** b;
  if (b === 0) return x ** a;
  if (x === 0 || y === 0) return 0;
  const n = a + b;
  const exponent = stirling(n) - stirling(a) - stirling(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}

export type Tails = readonly [lower: number, upper: number];

const TINY = 1e-300;
/** The continued fraction of steps `[a, b]` from the second on, by Lentz' method. */
function fraction(first: number, step: (i: number) => readonly [a: number, b: number]): number {
  let h = first || TINY;
  let [c, d] = [h, 0];
  for (let i = 1; i < 100_000; i++) {
    const [a, b] = step(i);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return h;
}

/** The regularised incomplete gamma functions P(a, x) and Q(a, x): https://dlmf.nist.gov/8.11#E4, https://dlmf.nist.gov/8.9#E2 */
export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return [0, 1];
  if (x === Infinity) return [1, 0];
  const scale = poisson(a, x);
  if (x < a + 1) {
    let [sum, term] = [1, 1];
    for (let n = 1; n < 100_000 && term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return [scale * sum, 1 - scale * sum];
  }
  const upper = (scale * a) / fraction(x + 1 - a, (i) => [-i * (i - a), x + 2 * i + 1 - a]);
  return [1 - upper, upper];
}

/** The density of the gamma distribution of shape a. */
export function gammaDensity(a: number, x: number): number {
  if (x === 0) return a > 1 ? 0 : a === 1 ? 1 : Infinity;
  return a < 1 ? (poisson(a, x) * a) / x : poisson(a - 1, x);
}

/** The regularised incomplete beta function I_x(a, b) and what it leaves; x + y = 1. https://dlmf.nist.gov/8.17#E22 */
export function betaTails(a: number, b: number, x: number, y = 1 - x): Tails {
  if (x <= 0) return [0, 1];
  if (y <= 0) return [1, 0];
  if (x > (a + 1) / (a + b + 2)) {
    const [upper, lower] = betaTails(b, a, y, x);
    return [lower, upper];
  }
  const lower =
    (binomial(a, b, x, y) * b) /
    (a + b) /
    fraction(1, (i) => {
      const m = i >> 1;
      const [ends, k] = [a + 2 * m, a + i - 1];
      return i % 2 === 0
        ? [(m * (b - m) * x) / (k * ends), 1]
        : [(-(a + m) * (a + b + m) * x) / (ends * (ends + 1)), 1];
    });
  return [lower, 1 - lower];
}

/** The density of the beta distribution; x + y = 1. */
export function betaDensity(a: number, b: number, x: number, y = 1 - x): number {
  if (x === 0 || y === 0) {
    const [own, other] = x === 0 ? [a, b] : [b, a];
    return own > 1 ? 0 : own === 1 ? other : Infinity;
  }
  return (binomial(a, b, x, y) * a * b) / (a + b) / (x * y);
}

/** What lies above z in the standard normal distribution: https://dlmf.nist.gov/7.11#E2 */
export function aboveZ(z: number): number {
  const [inside, outside] = gammaTails(0.5, (z * z) / 2);
  return z < 0 ? 0.5 + inside / 2 : outside / 2;
}
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Numerators and denominators of AS 241, highest power first: around the middle, in the tails, far out in them. */
const MIDDLE = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
] as const;
const TAIL = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
] as const;
const FAR = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
] as const;

function ratio([above, below]: typeof MIDDLE | typeof TAIL | typeof FAR, x: number): number {
  let [numerator, denominator] = [0, 0];
  for (let i = 0; i < above.length; i++) {
    numerator = numerator * x + (above[i] as number);
    denominator = denominator * x + (below[i] as number);
  }
  return numerator / denominator;
}

/**
 * The z that so much of the standard normal distribution lies below, to about 16 digits: M. J. Wichura, Algorithm AS 241,
 * Applied Statistics 37 (1988), 477–484.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(MIDDLE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR, r - 5);
  return q < 0 ? -z : z;
}

/** The density of Student's distribution. */
export function studentDensity(t: number, free: number): number {
  const scale = stirling((free + 1) / 2) - stirling(free / 2) - deviance(free / 2, (free + 1) / 2);
  const half = Math.log1p((t * t) / free) / 2;
  return Math.exp(scale - (free + 1) * half) / Math.sqrt(2 * Math.PI);
}

/** The positive x of which a tail of so much lies below (or above, where that is the smaller), by Newton within bounds. */
export function quantile(p: number, q: number, tails: (x: number) => Tails, density: (x: number) => number): number {
  const isLower = p <= q;
  const excess = (x: number) => (isLower ? tails(x)[0] - p : q - tails(x)[1]);
  let [low, high] = [1, 1];
  while (excess(high) < 0 && high < 1e300) high *= 4;
  while (excess(low) > 0 && low > 1e-300) low /= 4;
  let x = Math.sqrt(low) * Math.sqrt(high);
  for (let i = 0; i < 200; i++) {
    const over = excess(x);
    if (over === 0) return x;
    if (over > 0) high = x;
    else low = x;
    const newton = x - over / density(x);
    const next = newton > low && newton < high ? newton : Math.sqrt(low) * Math.sqrt(high);
    if (Math.abs(next - x) <= 2e-16 * x) return next;
    x = next;
  }
  return x;
}

/**
 * The odds x / (1 - x) of the x that so much of the beta distribution lies below, which keep their digits at both ends.
 * @param q what lies above, 1 - p
 */
export const betaOdds = (p: number, q: number, a: number, b: number): number =>
  quantile(
    p,
    q,
    (u) => betaTails(a, b, u / (1 + u), 1 / (1 + u)),
    (u) => betaDensity(a, b, u / (1 + u), 1 / (1 + u)) / (1 + u) ** 2,
  );
