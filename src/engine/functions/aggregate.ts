import {
  type Ast,
  type CellError,
  define,
  type Evaluator,
  fail,
  isError,
  isRange,
  many,
  number,
  page,
  type Result,
  range,
  rowsOf,
  type Scalar,
  type State,
  valuesOf,
  whole,
} from './define.ts';
import { at15 } from './numberText.ts';
import { modes } from './samples.ts';

type Numbers = readonly number[];
const total = (x: Numbers): number => x.reduce((sum, one) => sum + one, 0);
const mean = (x: Numbers): number => total(x) / x.length;
const orDiv0 = (count: number, value: number): Result => (count > 0 ? value : fail.div0());
/** The variance; `less`: 1 of a sample, 0 of all. */
const variance = (x: Numbers, less: number): number => {
  const centre = mean(x);
  return x.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (x.length - less);
};
const ordered = (x: Numbers): number[] => [...x].sort((a, b) => a - b);

/** The value at a place among ascending numbers, 0-based and in parts. */
function atPlace(sorted: Numbers, place: number): Result {
  const exact = at15(place);
  if (!(exact >= 0 && exact <= sorted.length - 1)) return fail.num();
  const [below = 0, above = below] = sorted.slice(Math.floor(exact));
  return below + (exact - Math.floor(exact)) * (above - below);
}
const inclusive = (x: Numbers, part: number): Result => atPlace(ordered(x), part * (x.length - 1));
const exclusive = (x: Numbers, part: number): Result => atPlace(ordered(x), part * (x.length + 1) - 1);
const isQuarter = (k: number, least: number, most: number) => Math.trunc(k) >= least && Math.trunc(k) <= most;

/** By the numbers that AGGREGATE and SUBTOTAL give them; what COUNTA counts is no number alone. */
const BY_NUMBERS: Readonly<Record<number, (x: Numbers) => Result>> = {
  1: (x) => orDiv0(x.length, mean(x)),
  2: (x) => x.length,
  4: (x) => (x.length === 0 ? 0 : x.reduce((a, b) => Math.max(a, b))),
  5: (x) => (x.length === 0 ? 0 : x.reduce((a, b) => Math.min(a, b))),
  6: (x) => (x.length === 0 ? 0 : x.reduce((a, b) => a * b)),
  7: (x) => orDiv0(x.length - 1, Math.sqrt(variance(x, 1))),
  8: (x) => orDiv0(x.length, Math.sqrt(variance(x, 0))),
  9: total,
  10: (x) => orDiv0(x.length - 1, variance(x, 1)),
  11: (x) => orDiv0(x.length, variance(x, 0)),
  12: (x) => inclusive(x, 0.5),
  13: (x) => modes(x)[0] ?? fail.na(),
};
/** Those that take a second number. */
const BY_K: Readonly<Record<number, (x: Numbers, k: number) => Result>> = {
  14: (x, k) => ordered(x)[x.length - Math.ceil(k)] ?? fail.num(),
  15: (x, k) => ordered(x)[Math.ceil(k) - 1] ?? fail.num(),
  16: inclusive,
  17: (x, k) => (isQuarter(k, 0, 4) ? inclusive(x, Math.trunc(k) / 4) : fail.num()),
  18: (x, k) => (k > 0 && k < 1 ? exclusive(x, k) : fail.num()),
  19: (x, k) => (isQuarter(k, 1, 3) ? exclusive(x, Math.trunc(k) / 4) : fail.num()),
};
const COUNTA = 3;

interface Formula {
  readonly type?: string;
  readonly procedureName?: string;
  readonly args?: readonly unknown[];
}

/** Whether a formula holds a subtotal. */
function hasSubtotal(ast: unknown): boolean {
  if (typeof ast !== 'object' || ast === null) return false;
  const { procedureName = '', args } = ast as Formula;
  if (procedureName === 'SUBTOTAL' || procedureName === 'AGGREGATE') return true;
  const parts = args ?? Object.values(ast).filter((part) => typeof part === 'object');
  return parts.some((part) => (Array.isArray(part) ? part.some(hasSubtotal) : hasSubtotal(part)));
}

/** The values of an argument but for cells that are subtotals themselves, which would count twice. */
function ownValues(held: Result, plugin: Evaluator): Scalar[] {
  const values = valuesOf(held);
  const formulas = isRange(held) ? plugin.formulasOf(held) : [];
  return values.filter((_, i) => !hasSubtotal(formulas[i]));
}

/** What is counted, and what else comes of the values. */
function taken(values: readonly Scalar[], of: number, skipsErrors: boolean): Scalar[] | CellError {
  const kept = skipsErrors ? values.filter((one) => !isError(one)) : values;
  const error = of === 2 || of === COUNTA ? undefined : kept.find(isError);
  return error ?? [...kept];
}
const numbersAmong = (values: readonly Scalar[]): number[] => values.filter((one) => typeof one === 'number');

function overAll(of: number, args: readonly Ast[], state: State, plugin: Evaluator, options: number): Result {
  const keepsNested = options >= 4;
  const values = args.flatMap((ast) => {
    const held = plugin.evaluate(ast, state);
    return keepsNested ? valuesOf(held) : ownValues(held, plugin);
  });
  const kept = taken(values, of, [2, 3, 6, 7].includes(options));
  if (isError(kept)) return kept;
  if (of === COUNTA) return kept.filter((one) => typeof one !== 'symbol').length;
  return (BY_NUMBERS[of] ?? fail.value)(numbersAmong(kept));
}

/** A number that an argument has to be. */
function whichOf(ast: Ast | undefined, state: State, plugin: Evaluator): number | CellError {
  if (!ast) return fail.arguments();
  const [one] = valuesOf(plugin.evaluate(ast, state));
  if (isError(one)) return one;
  return typeof one === 'number' ? Math.trunc(one) : fail.value();
}

export const AGGREGATES = [
  define({
    name: 'AGGREGATE',
    summary: 'One of 19 functions by its number, without errors or subtotals where options say so.',
    source: page('aggregate', '43b9278e-6aa7-4f17-92b6-e19993fa26df'),
    parameters: [whole('function_num'), whole('options'), range('ref1')],
    repeats: 1,
    gives: 'many',
    evaluate: ([which, options, ...refs], state, plugin) => {
      const of = whichOf(which, state, plugin);
      const how = whichOf(options, state, plugin);
      if (isError(of)) return of;
      if (isError(how)) return how;
      const [first, second, third] = refs;
      if (!first) return fail.arguments();
      if (how < 0 || how > 7 || of < 1 || of > 19) return fail.value();
      const byK = BY_K[of];
      if (!byK) return overAll(of, refs, state, plugin, how);
      if (!second || third) return fail.value();
      const held = plugin.evaluate(first, state);
      const kept = taken(how >= 4 ? valuesOf(held) : ownValues(held, plugin), of, [2, 3, 6, 7].includes(how));
      if (isError(kept)) return kept;
      const numbers = numbersAmong(kept);
      const rows = rowsOf(plugin.evaluate(second, state)).map((row) =>
        row.map((k): Scalar => {
          if (isError(k)) return k;
          return typeof k === 'number' ? (byK(numbers, k) as Scalar) : fail.value();
        }),
      );
      const [[only = fail.value()] = []] = rows;
      return rows.length === 1 && rows[0]?.length === 1 ? only : many(rows);
    },
  }),
  define({
    name: 'SUBTOTAL',
    summary: 'One of 11 functions by its number, without other subtotals.',
    source: page('subtotal', '7b027003-f060-4ade-9040-e478765b9939'),
    parameters: [number('function_num'), range('ref1')],
    repeats: 1,
    evaluate: ([which, ...refs], state, plugin) => {
      const of = whichOf(which, state, plugin);
      if (isError(of)) return of;
      if (refs.length === 0) return fail.arguments();
      // No rows are hidden, so that those from 101 on are the same.
      const own = of > 100 ? of - 100 : of;
      return own < 1 || own > 11 ? fail.value() : overAll(own, refs, state, plugin, 0);
    },
  }),
];
