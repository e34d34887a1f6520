import {
  any,
  type CellError,
  define,
  fail,
  isError,
  isOmitted,
  logical,
  many,
  optional,
  page,
  type Range,
  type Result,
  range,
  rowsOf,
  type Scalar,
  turned,
} from './define.ts';
import { type Regression, regression } from './leastSquares.ts';

type Numbers = readonly (readonly number[])[];

/** The rows of an argument as numbers: all of them have to be. */
function numberRows(held: Result): number[][] | CellError {
  const rows = rowsOf(held);
  for (const one of rows.flat()) {
    if (isError(one)) return one;
    if (typeof one !== 'number') return fail.value();
  }
  return rows as number[][];
}

const isAlike = (a: Numbers, b: Numbers) => a.length === b.length && a[0]?.length === b[0]?.length;

/** Known points: each variable a column of as many numbers as there are y. */
interface Known {
  readonly y: readonly number[];
  readonly columns: Numbers;
  /** How variables lie: `one` in whatever shape, several side by side in columns, or in rows one below the other. */
  readonly lie: 'one' | 'columns' | 'rows';
}

function known(ys: Range, xs: Result | undefined): Known | CellError {
  const y = numberRows(ys);
  if (isError(y)) return y;
  const width = y[0]?.length ?? 0;
  const counted = y.map((row, r) => row.map((_, c) => r * width + c + 1));
  const x = isOmitted(xs) ? counted : numberRows(xs);
  if (isError(x)) return x;
  if (isAlike(x, y)) return { y: y.flat(), columns: [x.flat()], lie: 'one' };
  if (width === 1 && x.length === y.length) return { y: y.flat(), columns: turned(x), lie: 'columns' };
  if (y.length === 1 && x[0]?.length === width) return { y: y.flat(), columns: x, lie: 'rows' };
  return fail.ref();
}

type Curve = 'line' | 'exponential';

/** The regression through known points; for an exponential curve, through the logarithms of y. */
function fitted(points: Known, curve: Curve, isFree: boolean): Regression | CellError {
  if (curve === 'line') return regression(points.y, points.columns, isFree);
  if (points.y.some((one) => one <= 0)) return fail.num();
  return regression(points.y.map(Math.log), points.columns, isFree);
}

/** New points as rows that hold the variables of each, with the shape of the result. */
function pointsAt(given: Numbers, { lie, columns }: Known): { points: Numbers; width: number } | CellError {
  const width = given[0]?.length ?? 0;
  if (lie === 'one') return { points: given.flat().map((one) => [one]), width };
  if (lie === 'columns') return width === columns.length ? { points: given, width: 1 } : fail.ref();
  return given.length === columns.length ? { points: turned(given), width } : fail.ref();
}

function predicted(curve: Curve, ys: Range, xs: Result | undefined, news: Result | undefined, isFree: boolean): Result {
  const points = known(ys, xs);
  if (isError(points)) return points;
  const fit = fitted(points, curve, isFree);
  if (isError(fit)) return fit;
  const given = isOmitted(news) ? undefined : numberRows(news);
  if (isError(given)) return given;
  const own = isOmitted(xs) ? rowsOf(ys).map((row, r) => row.map((_, c) => r * row.length + c + 1)) : numberRows(xs);
  const at = pointsAt(given ?? (own as number[][]), points);
  if (isError(at)) return at;
  const values = at.points.map((point) => {
    const sum = point.reduce((total, x, j) => total + x * (fit.slopes[j] as number), fit.intercept);
    return curve === 'line' ? sum : Math.exp(sum);
  });
  if (!values.every(Number.isFinite)) return fail.num();
  const rows = Array.from({ length: values.length / at.width }, (_, r) =>
    values.slice(r * at.width, (r + 1) * at.width),
  );
  return many(rows);
}

function coefficients(curve: Curve, ys: Range, xs: Result | undefined, isFree: boolean, isTold: boolean): Result {
  const points = known(ys, xs);
  if (isError(points)) return points;
  const fit = fitted(points, curve, isFree);
  if (isError(fit)) return fit;
  const shown = curve === 'line' ? (x: number) => x : Math.exp;
  const { slopes, intercept, errors, interceptError, explained, left, free } = fit;
  const first: Scalar[] = [...slopes.map(shown).reverse(), shown(intercept)];
  if (!isTold) return many([first]);
  const used = points.y.length - free - Number(isFree);
  const filled = (a: Scalar, b: Scalar): Scalar[] => [a, b, ...Array.from({ length: slopes.length - 1 }, fail.na)];
  const whole = explained + left;
  return many([
    first,
    [...[...errors].reverse(), isFree ? interceptError : fail.na()],
    filled(whole === 0 ? 1 : explained / whole, free > 0 ? Math.sqrt(left / free) : 0),
    filled(free > 0 && left > 0 && used > 0 ? explained / used / (left / free) : fail.num(), free),
    filled(explained, left),
  ]);
}

const knownYs = range('known_ys');
const knownXs = any('known_xs', optional);
const newXs = any('new_xs', optional);
const flag = (name: string, defaultValue: boolean) => logical(name, { defaultValue, emptyAsDefault: true });

const predicting = (name: string, summary: string, id: string, curve: Curve) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: [knownYs, knownXs, newXs, flag('const', true)],
    gives: 'first',
    calculate: (ys: Range, xs: Result | undefined, news: Result | undefined, isFree: boolean) =>
      predicted(curve, ys, xs, news, isFree),
  });

const estimating = (name: string, summary: string, id: string, curve: Curve) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: [knownYs, knownXs, flag('const', true), flag('stats', false)],
    gives: 'first',
    calculate: (ys: Range, xs: Result | undefined, isFree: boolean, isTold: boolean) =>
      coefficients(curve, ys, xs, isFree, isTold),
  });

/** Regression by several variables: a cell shows the first value, `INDEX(LINEST(…),1,2)` the others. */
export const REGRESSION = [
  predicting('TREND', 'Values on the line that fits best.', 'e2f135f0-8827-4096-9873-9a7cf7b51ef1', 'line'),
  predicting(
    'GROWTH',
    'Values on the exponential curve that fits best.',
    '541a91dc-3d5e-437d-b156-21324e68b80d',
    'exponential',
  ),
  estimating(
    'LINEST',
    'The line that fits best: slopes, then the intercept.',
    '84d7d0d9-6e50-4101-977a-fa7abf772b6d',
    'line',
  ),
  estimating(
    'LOGEST',
    'The exponential curve that fits best: bases, then the factor.',
    'f27462d8-3657-4030-866b-a272c1d18b4b',
    'exponential',
  ),
];
