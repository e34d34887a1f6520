import * as v from 'valibot';
import { MOST_CORRELATIONS, MOST_INPUTS, MOST_RESULTS, MOST_STEPS } from '../document/whatIfSchema.ts';
import { DRAWS, MOST_RUNS, MOST_SEED } from '../model/whatIf.ts';
import { cell, described, id, optional, quantity } from './schemaParts.ts';

/** What a model file may say of what is uncertain, and of what is asked. */

/** Its message is its bounds, which are told. */
const within = (low: number, high: number) => {
  const bounds = `${low}..${high}`;
  return v.pipe(v.number(bounds), v.integer(bounds), v.minValue(low, bounds), v.maxValue(high, bounds));
};

/** Samples are as many as they are: the file as a whole has a most. */
export const uncertain = v.string('text');
export const memory = v.union([v.number(), v.pipe(v.string(), v.maxLength(20))], 'text');

export const TogetherFileSchema = v.pipe(
  v.array(v.pipe(v.array(v.union([v.number(), id], 'pair'), 'pair'), v.length(3, 'pair')), 'list'),
  v.maxLength(MOST_CORRELATIONS),
);

export const DrawsFileSchema = v.strictObject({
  runs: optional(within(1, MOST_RUNS), `How many; ${DRAWS.runs} if left out, and at most ${MOST_RUNS}.`),
  seed: optional(
    within(0, MOST_SEED),
    `From 0 to ${MOST_SEED}: the same seed draws the same futures; ${DRAWS.seed} if left out.`,
  ),
});

const input = v.strictObject({
  cell: described(cell, 'An input.'),
  low: described(quantity, 'Its first value.'),
  high: described(quantity, 'Its last value.'),
  steps: described(within(2, MOST_STEPS), 'How many values, both among them.'),
});

const some = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item, 'list'), v.minLength(1), v.maxLength(most));

export const AskFileSchema = v.strictObject({
  futures: optional(
    v.union([cell, v.strictObject({ cell, at_least: v.exactOptional(quantity) })], 'map'),
    'Of which result futures are told: a cell, `cash@2028`; or a cell and what it is to reach in place of its target, `{cell: cash@2028, at_least: 900 EUR}`.',
  ),
  tornado: optional(cell, 'Of which result it is told what each input does to it.'),
  table: optional(
    v.strictObject({
      inputs: described(some(input, MOST_INPUTS), 'One or two inputs.'),
      results: described(some(cell, MOST_RESULTS), 'Cells.'),
    }),
    'A data table: `inputs`, one or two with `low`, `high` and how many `steps`, and the cells of its `results`.',
  ),
});
