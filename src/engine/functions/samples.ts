import {
  type Ast,
  type CellError,
  define,
  type Evaluator,
  fail,
  isError,
  many,
  number,
  numbersOf,
  page,
  type Range,
  type Result,
  range,
  type State,
  whole,
} from './define.ts';
import { aboveT } from './distributions.ts';
import { numbersIn, pairsIn } from './numbersIn.ts';
import { at15 } from './numberText.ts';

const meanOf = (x: readonly number[]): number => x.reduce((sum, one) => sum + one, 0) / x.length;
/** The sum of powers of deviations from the mean. */
const moment = (x: readonly number[], power: number, mean = meanOf(x)): number =>
  x.reduce((sum, one) => sum + (one - mean) ** power, 0);

/** Of the numbers that come most often, each once, in the order of coming; none where all come once. */
export function modes(numbers: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  return most < 2 ? [] : [...counts].filter(([, count]) => count === most).map(([one]) => one);
}

/** A function of the numbers of its arguments. */
const ofNumbers = (
  name: string,
  aliases: readonly string[],
  summary: string,
  id: string,
  of: (numbers: number[]) => Result,
  gives?: 'many',
) =>
  define({
    name,
    aliases,
    summary,
    source: page(name.toLowerCase().replaceAll('.', '-'), id),
    parameters: [number('number1')],
    repeats: 1,
    ...(gives ? { gives } : {}),
    evaluate: (args: readonly Ast[], state: State, plugin: Evaluator) => {
      const numbers = numbersIn(args, state, plugin);
      return isError(numbers) ? numbers : of(numbers);
    },
  });

/** The place of x among ascending numbers, 0-based and between two of them in parts; undefined outside. */
function placeOf(x: number, sorted: readonly number[]): number | undefined {
  const [first = Number.NaN] = sorted;
  const last = sorted[sorted.length - 1] ?? Number.NaN;
  if (!(x >= first && x <= last)) return undefined;
  const at = sorted.findIndex((one) => one >= x);
  const above = sorted[at] as number;
  if (above === x) return at;
  const below = sorted[at - 1] as number;
  return at - 1 + (x - below) / (above - below);
}

/** `share`: the rank of a place among so many. */
const percentRank = (
  name: string,
  aliases: readonly string[],
  id: string,
  bounds: string,
  share: (place: number, count: number) => number,
) =>
  define({
    name,
    aliases,
    summary: `The rank of a value as a percentage of the others, ${bounds}.`,
    source: page(name.toLowerCase().replace('.', '-'), id),
    parameters: [range('array'), number('x'), whole('significance', { defaultValue: 3, minValue: 1 })],
    calculate: (area: Range, x: number, digits: number) => {
      const numbers = numbersOf(area);
      if (isError(numbers)) return numbers;
      if (numbers.length === 0) return fail.num();
      const place = placeOf(
        x,
        numbers.sort((a, b) => a - b),
      );
      if (place === undefined) return fail.na();
      const scale = 10 ** digits;
      return Math.trunc(at15(share(place, numbers.length) * scale)) / scale;
    },
  });

/** Numbers that stand in the same places of two ranges; for samples that are not paired, those of each. */
function samplesOf(first: Range, second: Range, isPaired: boolean): readonly [number[], number[]] | CellError {
  if (!isPaired) {
    const [a, b] = [numbersOf(first), numbersOf(second)];
    return isError(a) ? a : isError(b) ? b : [a, b];
  }
  const pairs = pairsIn(first, second);
  return isError(pairs) ? pairs : [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
}

/** t and its degrees of freedom: of pairs (1), of samples of the same variance (2) or of any (3, by Welch). */
function studentOf(a: readonly number[], b: readonly number[], type: number): readonly [t: number, free: number] {
  if (type === 1) {
    const apart = a.map((one, i) => one - (b[i] as number));
    const n = apart.length;
    return [meanOf(apart) / Math.sqrt(moment(apart, 2) / (n - 1) / n), n - 1];
  }
  const [n, m] = [a.length, b.length];
  const [spreadA, spreadB] = [moment(a, 2), moment(b, 2)];
  const between = meanOf(a) - meanOf(b);
  if (type === 2) {
    const free = n + m - 2;
    return [between / Math.sqrt(((spreadA + spreadB) / free) * (1 / n + 1 / m)), free];
  }
  const [shareA, shareB] = [spreadA / (n - 1) / n, spreadB / (m - 1) / m];
  const free = (shareA + shareB) ** 2 / (shareA ** 2 / (n - 1) + shareB ** 2 / (m - 1));
  return [between / Math.sqrt(shareA + shareB), free];
}

export const SAMPLES = [
  ofNumbers(
    'MODE.SNGL',
    ['MODE'],
    'The number that comes most often.',
    'f1267c16-66c6-4386-959f-8fba5f8bb7f8',
    (numbers) => {
      const [first = fail.na()] = modes(numbers);
      return first;
    },
  ),
  ofNumbers(
    'MODE.MULT',
    [],
    'The numbers that come most often.',
    '50fd9464-b2ba-4191-b57a-39446689ae8c',
    (numbers) => {
      const found = modes(numbers);
      return found.length === 0 ? fail.na() : many(found.map((one) => [one]));
    },
    'many',
  ),
  ofNumbers('KURT', [], 'The kurtosis of a sample.', 'bc3a265c-5da4-4dcb-b7fd-c237789095ab', (x) => {
    const n = x.length;
    const square = n < 4 ? 0 : moment(x, 2) / (n - 1);
    if (square === 0) return fail.div0();
    const scale = (n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3));
    return (scale * moment(x, 4)) / square ** 2 - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
  }),
  define({
    name: 'TRIMMEAN',
    summary: 'The mean without a part of the values at both ends.',
    source: page('trimmean', 'd90c9878-a119-4746-88fa-63d988f511d3'),
    parameters: [range('array'), number('percent', { minValue: 0, lessThan: 1 })],
    calculate: (area: Range, part: number) => {
      const numbers = numbersOf(area);
      if (isError(numbers)) return numbers;
      const cut = Math.floor(at15(numbers.length * part) / 2);
      const kept = numbers.sort((a, b) => a - b).slice(cut, numbers.length - cut);
      return kept.length === 0 ? fail.num() : meanOf(kept);
    },
  }),
  percentRank(
    'PERCENTRANK.INC',
    ['PERCENTRANK'],
    '149592c9-00c0-49ba-86c1-c1f45b80463a',
    '0 and 1 included',
    (place, count) => (count === 1 ? 1 : place / (count - 1)),
  ),
  percentRank(
    'PERCENTRANK.EXC',
    [],
    'd8afee96-b7e2-4a2f-8c01-8fcdedaa6314',
    '0 and 1 excluded',
    (place, count) => (place + 1) / (count + 1),
  ),
  define({
    name: 'FREQUENCY',
    summary: 'How many values lie up to each of a number of limits, and above all of them.',
    source: page('frequency', '44e3be2b-eca0-42cd-a3f7-fd9ea898fdb9'),
    parameters: [range('data_array'), range('bins_array')],
    gives: 'many',
    calculate: (data: Range, bins: Range) => {
      const [numbers, limits] = [numbersOf(data), numbersOf(bins)];
      if (isError(numbers)) return numbers;
      if (isError(limits)) return limits;
      const ascending = [...limits.entries()].sort(([i, a], [j, b]) => a - b || i - j);
      const counts = Array.from({ length: limits.length + 1 }, () => 0);
      for (const one of numbers) {
        const at = ascending.find(([, limit]) => one <= limit)?.[0] ?? limits.length;
        counts[at] = (counts[at] ?? 0) + 1;
      }
      return many(counts.map((count) => [count]));
    },
  }),
  define({
    name: 'T.TEST',
    aliases: ['TTEST'],
    summary: "How likely two samples come from populations of the same mean, by Student's test.",
    source: page('t-test', 'd4e08ec3-c545-485f-962e-276f7cbed055'),
    parameters: [
      range('array1'),
      range('array2'),
      whole('tails', { minValue: 1, maxValue: 2 }),
      whole('type', { minValue: 1, maxValue: 3 }),
    ],
    calculate: (first: Range, second: Range, tails: number, type: number) => {
      const samples = samplesOf(first, second, type === 1);
      if (isError(samples)) return samples;
      const [a, b] = samples;
      if (Math.min(a.length, b.length) < 2) return fail.div0();
      const [t, free] = studentOf(a, b, type);
      return Number.isFinite(t) ? tails * aboveT(Math.abs(t), free) : fail.div0();
    },
  }),
];
