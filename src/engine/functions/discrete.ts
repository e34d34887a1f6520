import { betaTails, binomial } from '../../maths/special.ts';
import {
  define,
  fail,
  isError,
  logical,
  number,
  page,
  type Range,
  type Result,
  range,
  valuesOf,
  whole,
} from './define.ts';
import { at15 } from './numberText.ts';

/** How likely at most so many successes of a number of trials are. */
const atMost = (successes: number, trials: number, p: number): number =>
  successes >= trials ? 1 : betaTails(trials - successes, successes + 1, 1 - p, p)[0];

const count = (name: string) => whole(name, { minValue: 0 });
const chance = (name: string) => number(name, { minValue: 0, maxValue: 1 });
const inner = (name: string) => number(name, { greaterThan: 0, lessThan: 1 });

/** The fewest successes that are reached with a probability. */
function fewest(trials: number, p: number, alpha: number): number {
  let [low, high] = [0, trials];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (at15(atMost(middle, trials, p)) >= at15(alpha)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many orders of so many out of a number; `step`: how many fewer are left after each. */
const orders = (name: string, id: string, summary: string, step: 0 | 1) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: [count('number'), count('number_chosen')],
    calculate: (n: number, chosen: number) => {
      if (step === 1 && chosen > n) return fail.num();
      let product = 1;
      for (let i = 0; i < chosen && product > 0 && product < Infinity; i++) product *= n - step * i;
      return product < Infinity ? product : fail.num();
    },
  });

export const DISCRETE = [
  define({
    name: 'BINOM.DIST',
    aliases: ['BINOMDIST'],
    summary: 'How likely so many successes of a number of trials are, or at most so many.',
    source: page('binom-dist', 'c5ae37b6-f39c-4be2-94c2-509a1480770c'),
    parameters: [count('number_s'), count('trials'), chance('probability_s'), logical('cumulative')],
    calculate: (successes: number, trials: number, p: number, isSum: boolean) => {
      if (successes > trials) return fail.num();
      return isSum ? atMost(successes, trials, p) : binomial(successes, trials - successes, p, 1 - p);
    },
  }),
  define({
    name: 'BINOM.INV',
    aliases: ['CRITBINOM'],
    summary: 'The fewest successes that are not passed with a probability.',
    source: page('binom-inv', '80a0370c-ada6-49b4-83e7-05a91ba77ac9'),
    parameters: [count('trials'), inner('probability_s'), inner('alpha')],
    calculate: fewest,
  }),
  define({
    name: 'NEGBINOMDIST',
    summary: 'How likely so many failures before a number of successes are.',
    source: page('negbinomdist', 'f59b0a37-bae2-408d-b115-a315609ba714'),
    parameters: [count('number_f'), whole('number_s', { minValue: 1 }), chance('probability_s')],
    calculate: (failures: number, successes: number, p: number) =>
      (binomial(successes, failures, p, 1 - p) * successes) / (failures + successes),
  }),
  define({
    name: 'HYPGEOMDIST',
    summary: 'How likely so many successes in a sample are that is not put back.',
    source: page('hypgeomdist', '23e37961-2871-4195-9629-d0b2c108a12e'),
    parameters: [count('sample_s'), count('number_sample'), count('population_s'), count('number_pop')],
    calculate: (successes: number, sample: number, marked: number, all: number) => {
      const impossible = successes > Math.min(sample, marked) || sample - successes > all - marked;
      if (impossible || sample > all || marked > all) return fail.num();
      if (all === 0) return 1;
      const [p, q] = [sample / all, 1 - sample / all];
      const others = binomial(sample - successes, all - marked - sample + successes, p, q);
      return (binomial(successes, marked - successes, p, q) * others) / binomial(sample, all - sample, p, q);
    },
  }),
  orders('PERMUT', '3bd1cb9a-2880-41ab-a197-f246a7a602d3', 'In how many orders so many can be chosen.', 1),
  orders(
    'PERMUTATIONA',
    '6c7d7fdc-d657-44e6-aa19-2857b25cae4e',
    'In how many orders so many can be chosen again and again.',
    0,
  ),
  define({
    name: 'PROB',
    summary: 'How likely values between two limits are.',
    source: page('prob', '9ac30561-c81c-4259-8253-34f0a238fc49'),
    parameters: [
      range('x_range'),
      range('prob_range'),
      number('lower_limit'),
      number('upper_limit', { optionalArg: true }),
    ],
    calculate: (xs: Range, chances: Range, low: number, high = low): Result => {
      const [x, p] = [valuesOf(xs), valuesOf(chances)];
      const error = [...x, ...p].find(isError);
      if (error) return error;
      if (x.length !== p.length) return fail.na();
      let [sum, all] = [0, 0];
      for (const [i, one] of x.entries()) {
        const own = p[i];
        if (typeof one !== 'number' || typeof own !== 'number') continue;
        if (own <= 0 || own > 1) return fail.num();
        all += own;
        if (one >= low && one <= high) sum += own;
      }
      return at15(all) === 1 ? sum : fail.num();
    },
  }),
];
