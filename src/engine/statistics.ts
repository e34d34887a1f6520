import {
  CellError,
  ErrorType,
  FunctionArgumentType,
  FunctionPlugin,
  HyperFormula,
  type ImplementedFunctions,
  SimpleRangeValue,
} from 'hyperformula';

/** Statistical functions that analysts know from Excel and that HyperFormula does not have, each with one value as its result. */

type Method = Parameters<FunctionPlugin['runFunction']>;
type Ast = Method extends never ? never : { readonly args: Method[0] };
type State = Method[1];

const { NUMBER, RANGE, INTEGER } = FunctionArgumentType;

const fail = (type: ErrorType): CellError => new CellError(type);

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

/** The points of two ranges of the same size; a pair that is not of two numbers is left out, as in Excel. */
function pairs(xs: SimpleRangeValue, ys: SimpleRangeValue): (readonly [number, number])[] | CellError {
  const [x, y] = [xs.valuesFromTopLeftCorner(), ys.valuesFromTopLeftCorner()];
  if (x.length !== y.length) return fail(ErrorType.NA);
  const found: (readonly [number, number])[] = [];
  for (const [i, one] of x.entries()) {
    const other = y[i];
    if (one instanceof CellError) return one;
    if (other instanceof CellError) return other;
    if (typeof one === 'number' && typeof other === 'number') found.push([one, other]);
  }
  return found;
}

/** 1, 2, 3 … in the shape of a range. */
const counted = (range: SimpleRangeValue): SimpleRangeValue => {
  const width = range.width();
  const rows = Array.from({ length: range.height() }, (_, r) =>
    Array.from({ length: width }, (__, c) => r * width + c + 1),
  );
  return SimpleRangeValue.onlyNumbers(rows);
};

const numbersOf = (range: SimpleRangeValue): number[] | CellError => {
  const values = range.valuesFromTopLeftCorner();
  const error = values.find((value) => value instanceof CellError);
  return error instanceof CellError ? error : values.filter((value) => typeof value === 'number');
};

class Statistics extends FunctionPlugin {
  static override implementedFunctions: ImplementedFunctions = {
    'FORECAST.LINEAR': {
      method: 'forecast',
      parameters: [{ argumentType: NUMBER }, { argumentType: RANGE }, { argumentType: RANGE }],
    },
    INTERCEPT: { method: 'intercept', parameters: [{ argumentType: RANGE }, { argumentType: RANGE }] },
    TREND: {
      method: 'trend',
      parameters: [
        { argumentType: RANGE },
        { argumentType: RANGE, optionalArg: true },
        { argumentType: NUMBER, optionalArg: true },
      ],
    },
    GROWTH: {
      method: 'growth',
      parameters: [
        { argumentType: RANGE },
        { argumentType: RANGE, optionalArg: true },
        { argumentType: NUMBER, optionalArg: true },
      ],
    },
    'RANK.EQ': {
      method: 'rankEqual',
      parameters: [{ argumentType: NUMBER }, { argumentType: RANGE }, { argumentType: NUMBER, defaultValue: 0 }],
    },
    'RANK.AVG': {
      method: 'rankAverage',
      parameters: [{ argumentType: NUMBER }, { argumentType: RANGE }, { argumentType: NUMBER, defaultValue: 0 }],
    },
    XMATCH: {
      method: 'xmatch',
      parameters: [
        { argumentType: NUMBER },
        { argumentType: RANGE },
        { argumentType: INTEGER, defaultValue: 0, minValue: -1, maxValue: 1 },
      ],
    },
  };

  static override aliases = { FORECAST: 'FORECAST.LINEAR', RANK: 'RANK.EQ' };

  forecast(ast: Ast, state: State) {
    return this.#run(ast, state, 'FORECAST.LINEAR', (x: number, ys: SimpleRangeValue, xs: SimpleRangeValue) =>
      lineThrough(xs, ys, ({ slope, intercept }) => intercept + slope * x),
    );
  }

  intercept(ast: Ast, state: State) {
    return this.#run(ast, state, 'INTERCEPT', (ys: SimpleRangeValue, xs: SimpleRangeValue) =>
      lineThrough(xs, ys, ({ intercept }) => intercept),
    );
  }

  /** The value of the straight line at a new x; of its first x where none is given. */
  trend(ast: Ast, state: State) {
    return this.#run(ast, state, 'TREND', (ys: SimpleRangeValue, xs = counted(ys), x = firstOf(xs)) =>
      lineThrough(xs, ys, ({ slope, intercept }) => intercept + slope * x),
    );
  }

  /** The value at a new x of the exponential curve through the points, fitted to the logarithms. */
  growth(ast: Ast, state: State) {
    return this.#run(ast, state, 'GROWTH', (ys: SimpleRangeValue, xs = counted(ys), x = firstOf(xs)) => {
      const logs = ys
        .rawData()
        .map((row) => row.map((y) => (typeof y === 'number' && y > 0 ? Math.log(y) : Number.NaN)));
      if (logs.flat().some(Number.isNaN)) return fail(ErrorType.NUM);
      const shape = SimpleRangeValue.onlyNumbers(logs);
      return lineThrough(xs, shape, ({ slope, intercept }) => Math.exp(intercept + slope * x));
    });
  }

  rankEqual(ast: Ast, state: State) {
    return this.#rank(ast, state, 'RANK.EQ', (before) => before + 1);
  }

  rankAverage(ast: Ast, state: State) {
    return this.#rank(ast, state, 'RANK.AVG', (before, same) => before + (same + 1) / 2);
  }

  /** The 1-based place of a number in a row or column: itself, or the next smaller (-1) or larger (1) one. */
  xmatch(ast: Ast, state: State) {
    return this.#run(ast, state, 'XMATCH', (wanted: number, range: SimpleRangeValue, mode: number) => {
      if (range.width() > 1 && range.height() > 1) return fail(ErrorType.VALUE);
      const values = range.valuesFromTopLeftCorner();
      const exact = values.indexOf(wanted);
      if (exact >= 0) return exact + 1;
      let best = -1;
      for (const [i, value] of values.entries()) {
        if (typeof value !== 'number' || mode === 0 || (value - wanted) * mode <= 0) continue;
        if (best < 0 || (value - (values[best] as number)) * mode < 0) best = i;
      }
      return best < 0 ? fail(ErrorType.NA) : best + 1;
    });
  }

  #rank(ast: Ast, state: State, name: string, place: (before: number, same: number) => number) {
    return this.#run(ast, state, name, (x: number, range: SimpleRangeValue, ascending: number) => {
      const numbers = numbersOf(range);
      if (numbers instanceof CellError) return numbers;
      const same = numbers.filter((value) => value === x).length;
      const before = numbers.filter((value) => (ascending === 0 ? value > x : value < x)).length;
      return same === 0 ? fail(ErrorType.NA) : place(before, same);
    });
  }

  // biome-ignore lint/suspicious/noExplicitAny: HyperFormula hands over the arguments that the metadata declares.
  #run(ast: Ast, state: State, name: string, calculate: (...args: any[]) => number | CellError) {
    return this.runFunction(ast.args, state, this.metadata(name), calculate);
  }
}

function firstOf(range: SimpleRangeValue): number {
  const [first] = range.valuesFromTopLeftCorner();
  return typeof first === 'number' ? first : Number.NaN;
}

function lineThrough(xs: SimpleRangeValue, ys: SimpleRangeValue, value: (fit: Fit) => number): number | CellError {
  const points = pairs(xs, ys);
  if (points instanceof CellError) return points;
  const fit = fitted(points);
  return fit ? value(fit) : fail(ErrorType.DIV_BY_ZERO);
}

const described = (summary: string, ...parameters: string[]) => ({ summary, parameters });
const FORECAST = described('Predicts a value by linear regression.', 'x', 'known_ys', 'known_xs');
const RANK = described('The rank of a number; equal ones share the best.', 'number', 'ref', 'order');

/** What they do, in English, and their parameters in their order. */
export const STATISTICS: Readonly<Record<string, ReturnType<typeof described>>> = {
  'FORECAST.LINEAR': FORECAST,
  FORECAST,
  INTERCEPT: described('The intercept of a linear regression.', 'known_ys', 'known_xs'),
  TREND: described('The value of the linear trend at a new x.', 'known_ys', 'known_xs', 'new_x'),
  GROWTH: described('The value of the exponential trend at a new x.', 'known_ys', 'known_xs', 'new_x'),
  'RANK.EQ': RANK,
  RANK,
  'RANK.AVG': described('The rank of a number; equal ones share the mean.', 'number', 'ref', 'order'),
  XMATCH: described('The place of a number in a row or column.', 'lookup_value', 'lookup_array', 'match_mode'),
};

const ENGLISH = Object.fromEntries(
  [...Object.keys(Statistics.implementedFunctions), ...Object.keys(Statistics.aliases)].map((name) => [name, name]),
);

/** Adds them to every workbook that is built from now on. */
export const addStatistics = (): void => HyperFormula.registerFunctionPlugin(Statistics, { enGB: ENGLISH });
