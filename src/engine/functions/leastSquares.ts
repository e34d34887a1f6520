/** What is left of a column after those before it, relative to its size, below which it says nothing of its own. */
const DEPENDENT = 1e-13;

/** y = intercept + Σ slopes[j] x[j], by least squares, with what tells how well it fits. */
export interface Regression {
  readonly intercept: number;
  readonly slopes: readonly number[];
  /** Standard errors of the slopes and of the intercept. */
  readonly errors: readonly number[];
  readonly interceptError: number;
  /** Sums of squares: what the regression explains, and what it leaves. */
  readonly explained: number;
  readonly left: number;
  /** Degrees of freedom. */
  readonly free: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, one, i) => total + one * (b[i] as number), 0);

/** The mean, with the rounding of its own sum taken out. */
function meanOf(numbers: readonly number[]): number {
  const rough = sum(numbers) / numbers.length;
  return rough + sum(numbers.map((one) => one - rough)) / numbers.length;
}

/**
 * Columns as an orthogonal matrix times a triangle, by the reflections of Householder (Golub and Van Loan, Matrix
 * Computations, 5.2). A column that depends on those before it is left out.
 */
class Reflections {
  readonly #reflectors: { readonly vector: number[]; readonly at: number }[] = [];
  /** Columns of the triangle, by the places of `used`. */
  readonly #triangle: number[][] = [];
  /** The columns that are independent. */
  readonly used: number[] = [];

  constructor(columns: readonly (readonly number[])[], sizes: readonly number[]) {
    for (const [j, column] of columns.entries()) {
      const rest = this.turn(column);
      const at = this.used.length;
      const tail = rest.slice(at);
      const size = Math.hypot(...tail);
      if (at >= rest.length || size <= DEPENDENT * (sizes[j] as number)) continue;
      const head = tail[0] as number;
      const length = head > 0 ? -size : size;
      const vector = [head - length, ...tail.slice(1)];
      this.#reflectors.push({ vector, at });
      this.#triangle.push([...rest.slice(0, at), length]);
      this.used.push(j);
    }
  }

  /** A column as the orthogonal matrix turns it. */
  turn(column: readonly number[]): number[] {
    const turned = [...column];
    for (const { vector, at } of this.#reflectors) {
      const square = dot(vector, vector);
      const along = (2 * dot(vector, turned.slice(at))) / square;
      for (const [i, one] of vector.entries()) turned[at + i] = (turned[at + i] as number) - along * one;
    }
    return turned;
  }

  /** The solution of the triangle for a turned column. */
  solve(turned: readonly number[]): number[] {
    const solution = turned.slice(0, this.used.length);
    for (let j = solution.length - 1; j >= 0; j--) {
      const column = this.#triangle[j] as number[];
      const one = (solution[j] as number) / (column[j] as number);
      solution[j] = one;
      for (let i = 0; i < j; i++) solution[i] = (solution[i] as number) - (column[i] as number) * one;
    }
    return solution;
  }

  /** The rows of the inverse of the triangle. */
  inverse(): number[][] {
    const size = this.used.length;
    const columns = this.used.map((_, j) => this.solve(this.used.map((__, i) => (i === j ? 1 : 0))));
    return this.used.map((_, i) => Array.from({ length: size }, (__, j) => columns[j]?.[i] as number));
  }
}

/** The regression of y on columns of x, with an intercept or through the origin. */
export function regression(y: readonly number[], columns: readonly (readonly number[])[], isFree: boolean): Regression {
  const means = columns.map((column) => (isFree ? meanOf(column) : 0));
  const centre = isFree ? meanOf(y) : 0;
  const own = y.map((one) => one - centre);
  const centred = columns.map((column, j) => column.map((one) => one - (means[j] as number)));
  const turning = new Reflections(
    centred,
    columns.map((column) => Math.hypot(...column)),
  );
  const { used } = turning;
  const residuals = (found: readonly number[]) =>
    own.map((one, i) =>
      found.reduce((rest, slope, k) => rest - slope * (centred[used[k] as number]?.[i] as number), one),
    );
  let found = turning.solve(turning.turn(own));
  // One more step with what is left takes out the rounding of the first.
  const step = turning.solve(turning.turn(residuals(found)));
  found = found.map((one, k) => one + (step[k] as number));
  const slopes = columns.map(() => 0);
  for (const [k, j] of used.entries()) slopes[j] = found[k] as number;

  const rest = residuals(found);
  const left = dot(rest, rest);
  const explained = Math.max(0, dot(own, own) - left);
  const free = y.length - used.length - (isFree ? 1 : 0);
  const deviation = free > 0 ? Math.sqrt(left / free) : 0;
  const inverse = turning.inverse();
  const errors = columns.map(() => 0);
  for (const [k, j] of used.entries()) errors[j] = deviation * Math.hypot(...(inverse[k] as number[]));
  // What the intercept inherits of the slopes: the means, through the inverse.
  const inherited = used.map((_, j) =>
    sum(inverse.map((row, k) => (row[j] as number) * (means[used[k] as number] as number))),
  );
  return {
    slopes,
    intercept: isFree ? centre - dot(slopes, means) : 0,
    errors,
    interceptError: isFree ? deviation * Math.hypot(1 / Math.sqrt(y.length), ...inherited) : 0,
    explained,
    left,
    free,
  };
}
