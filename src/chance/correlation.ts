/**
 * Inputs that go together, by a Gaussian copula: their normal scores are those of a multivariate normal distribution.
 * Matrices are square, by rows.
 */

export type Matrix = readonly (readonly number[])[];

/** The correlation of normal scores whose ranks are so correlated: H. Hotelling and M. R. Pabst, Annals of Mathematical Statistics 7 (1936), 29–43. */
export const scoreCorrelation = (rank: number): number => 2 * Math.sin((Math.PI * rank) / 6);
/** The rank correlation of normal scores that are so correlated. */
export const rankCorrelation = (score: number): number => (6 / Math.PI) * Math.asin(score / 2);

/** What is left of a variance must be above this part of it, or the matrix is none of a distribution. */
const LEAST = 1e-10;

/** The lower triangle L with L Lᵀ = the matrix; undefined where that is not positive definite. */
export function cholesky(matrix: Matrix): number[][] | undefined {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? own : (lower[j] as number[]);
      let rest = row[j] as number;
      for (let k = 0; k < j; k++) rest -= (own[k] as number) * (other[k] as number);
      if (j < i) own.push(rest / (other[j] as number));
      else if (rest > LEAST) own.push(Math.sqrt(rest));
      else return undefined;
    }
    lower.push(own);
  }
  return lower;
}

/** The least eigenvalue that the nearest matrix keeps, so that it has a triangle. */
const KEPT = 1e-6;
const ROUNDS = 500;

/**
 * The correlation matrix nearest to a symmetric one, by alternating projections with Dykstra's correction: N. J. Higham,
 * Computing the nearest correlation matrix, IMA Journal of Numerical Analysis 22 (2002), 329–343.
 */
export function nearestCorrelation(matrix: Matrix): number[][] {
  const n = matrix.length;
  let near = matrix.map((row) => [...row]);
  let correction = matrix.map((row) => row.map(() => 0));
  for (let round = 0; round < ROUNDS; round++) {
    const from = near.map((row, i) => row.map((x, j) => x - (correction[i]?.[j] as number)));
    const definite = withoutNegative(from);
    correction = definite.map((row, i) => row.map((x, j) => x - (from[i]?.[j] as number)));
    const next = definite.map((row, i) => row.map((x, j) => (i === j ? 1 : x)));
    const moved = Math.max(...next.flatMap((row, i) => row.map((x, j) => Math.abs(x - (near[i]?.[j] as number)))));
    near = next;
    if (moved < 1e-12) break;
  }
  // Of what rounding leaves below, the smallest part of the way to no correlation at all.
  for (let part = 0; part < 1; part = Math.max(2 * part, 1e-9)) {
    const found = near.map((row, i) => row.map((x, j) => (i === j ? 1 : x * (1 - part))));
    if (cholesky(found)) return found;
  }
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(i === j)));
}

/** A symmetric matrix with its eigenvalues below `KEPT` raised to it. */
function withoutNegative(matrix: Matrix): number[][] {
  const { values, vectors } = eigen(matrix);
  return matrix.map((_, i) =>
    matrix.map((_, j) =>
      values.reduce(
        (sum, value, k) => sum + Math.max(value, KEPT) * (vectors[i]?.[k] as number) * (vectors[j]?.[k] as number),
        0,
      ),
    ),
  );
}

/** Eigenvalues and, by columns, eigenvectors of a symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: Matrix): { readonly values: number[]; readonly vectors: number[][] } {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((_, j) => Number(i === j)));
  const rotate = (rows: number[][], p: number, q: number, cosine: number, sine: number) => {
    for (const row of rows) {
      const [x, y] = [row[p] as number, row[q] as number];
      row[p] = cosine * x - sine * y;
      row[q] = sine * x + cosine * y;
    }
  };
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const apart = a[p]?.[q] as number;
        off += apart * apart;
        if (Math.abs(apart) < 1e-15) continue;
        const theta = ((a[q]?.[q] as number) - (a[p]?.[p] as number)) / (2 * apart);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const sine = tangent * cosine;
        rotate(a, p, q, cosine, sine);
        const [one, other] = [a[p] as number[], a[q] as number[]];
        for (let k = 0; k < n; k++) {
          const [x, y] = [one[k] as number, other[k] as number];
          one[k] = cosine * x - sine * y;
          other[k] = sine * x + cosine * y;
        }
        rotate(vectors, p, q, cosine, sine);
      }
    if (off < 1e-24) break;
  }
  return { values: a.map((row, i) => row[i] as number), vectors };
}
