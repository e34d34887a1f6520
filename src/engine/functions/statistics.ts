import { power } from './adapt.ts';
import { define, fail, isError, number, numbersOf, page, type Range, type Result, range, valuesOf } from './define.ts';
import { pairsIn } from './numbersIn.ts';

/** A straight line y = intercept + slope x through points. */
interface Fit {
  readonly slope: number;
  readonly intercept: number;
}

/** Least squares by deviations from the means, which keeps the digits of years. Undefined where all x are the same. */
function fitted(points: readonly (readonly [x: number, y: number])[]): Fit | undefined {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  let across = 0;
  let spread = 0;
  for (const [x, y] of points) {
    across += (x - meanX) * (y - meanY);
    spread += (x - meanX) ** 2;
  }
  if (n === 0 || spread === 0) return undefined;
  const slope = across / spread;
  return { slope, intercept: meanY - slope * meanX };
}

function lineThrough(xs: Range, ys: Range, result: (fit: Fit) => number): Result {
  const points = pairsIn(xs, ys);
  if (isError(points)) return points;
  const fit = fitted(points);
  return fit ? result(fit) : fail.div0();
}

const rank = (
  name: string,
  aliases: readonly string[],
  summary: string,
  place: (before: number, same: number) => number,
) =>
  define({
    name,
    aliases,
    summary,
    source: page('rank-eq', '284858ce-8ef6-450e-b662-26245be04a40'),
    parameters: [number('number'), range('ref'), number('order', { defaultValue: 0 })],
    calculate: (x: number, area: Range, ascending: number) => {
      const numbers = numbersOf(area);
      if (isError(numbers)) return numbers;
      const same = numbers.filter((one) => one === x).length;
      const before = numbers.filter((one) => (ascending === 0 ? one > x : one < x)).length;
      return same === 0 ? fail.na() : place(before, same);
    },
  });

export const STATISTICS = [
  define({
    name: 'FORECAST.LINEAR',
    aliases: ['FORECAST'],
    summary: 'Predicts a value by linear regression.',
    source: page('forecast-linear', '50ca49c9-7b40-4892-94e4-7ad38bbeda99'),
    parameters: [number('x'), range('known_ys'), range('known_xs')],
    calculate: (x: number, ys: Range, xs: Range) =>
      lineThrough(xs, ys, ({ slope, intercept }) => intercept + slope * x),
  }),
  define({
    name: 'INTERCEPT',
    summary: 'The intercept of a linear regression.',
    source: page('intercept', '2a9b74e2-9d47-4772-b663-3bca70bf63ef'),
    parameters: [range('known_ys'), range('known_xs')],
    calculate: (ys: Range, xs: Range) => lineThrough(xs, ys, ({ intercept }) => intercept),
  }),
  rank('RANK.EQ', ['RANK'], 'The rank of a number; equal ones share the best.', (before) => before + 1),
  rank('RANK.AVG', [], 'The rank of a number; equal ones share the mean.', (before, same) => before + (same + 1) / 2),
  define({
    name: 'SUMPRODUCT',
    summary: 'Sums the products of values in the same places; what is no number counts as 0.',
    source: page('sumproduct', '16753e75-9f68-4874-94ac-4d2145a2fd2e'),
    parameters: [range('array1')],
    repeats: 1,
    calculate: (...areas: Range[]) => {
      const [first] = areas as [Range];
      if (areas.some((area) => !area.sameDimensionsAs(first))) return fail.value();
      const lists = areas.map(valuesOf);
      let sum = 0;
      for (const [i] of (lists[0] ?? []).entries()) {
        let product = 1;
        for (const list of lists) {
          const held = list[i];
          if (isError(held)) return held;
          product *= typeof held === 'number' ? held : 0;
        }
        sum += product;
      }
      return sum;
    },
  }),
  define({
    name: 'PI',
    summary: 'The number π.',
    source: page('pi', '264199d0-a3ba-46b8-975a-c4a04608989b'),
    parameters: [],
    calculate: () => Math.PI,
  }),
  define({
    name: 'POWER',
    summary: 'A number raised to a power.',
    source: page('power', 'd3f2908b-56f4-4c3f-895a-07fb519c362a'),
    parameters: [number('number'), number('power')],
    calculate: (base: number, exponent: number) => {
      if (base === 0 && exponent < 0) return fail.div0();
      const result = power(base, exponent);
      return Number.isFinite(result) ? result : fail.num();
    },
  }),
];
