import * as v from 'valibot';
import { MOST_RUNS, MOST_SEED } from '../model/whatIf.ts';
import { number, period } from './periodSchema.ts';
import { id } from './texts.ts';

/** What is asked of a model beside its values. That a line is none of an input is told where it is shown. */

/** The most samples, each with at most so much weight; the most steps, inputs and results of a data table; the most pairs. */
export const MOST_SAMPLES = 100_000;
export const MOST_WEIGHT = 1e9;
export const MOST_STEPS = 101;
export const MOST_INPUTS = 2;
export const MOST_RESULTS = 12;
export const MOST_CORRELATIONS = 1_000;

const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));
const positive = v.pipe(number, v.gtValue(0, 'it must lie above 0'));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const within = (least: number, most: number) => v.pipe(number, v.minValue(least), v.maxValue(most));

const ascending = <T extends { readonly low: number; readonly high: number }>() =>
  v.check(({ low, high }: T) => low < high, 'low must lie below high');

const bounds = { low: number, high: number };
const samples = v.pipe(list(number, MOST_SAMPLES), v.minLength(1));

const ShapeSchema = v.variant('kind', [
  v.pipe(v.strictObject({ kind: v.picklist(['uniform', 'triangular', 'pert']), ...bounds }), ascending()),
  v.strictObject({ kind: v.picklist(['normal', 'lognormal']), deviation: positive }),
  v.pipe(
    v.strictObject({
      kind: v.literal('metalog'),
      p10: number,
      p50: number,
      p90: number,
      least: v.exactOptional(number),
      most: v.exactOptional(number),
    }),
    v.check(({ p10, p50, p90 }) => p10 < p50 && p50 < p90, 'the quantiles must ascend'),
  ),
  v.pipe(
    v.strictObject({
      kind: v.literal('discrete'),
      values: samples,
      weights: list(within(0, MOST_WEIGHT), MOST_SAMPLES),
    }),
    v.check(
      ({ values, weights }) => values.length === weights.length && weights.some((weight) => weight > 0),
      'each value has its weight, and one of them is above 0',
    ),
  ),
  v.strictObject({ kind: v.literal('samples'), values: samples }),
]);

export const UncertaintySchema = v.strictObject({
  shape: ShapeSchema,
  relative: v.exactOptional(v.literal(true)),
  memory: v.exactOptional(within(0, 1)),
});

const asked = { line: id, slot: v.union([v.literal('value'), period]) };
const AskedSchema = v.strictObject(asked);

export const WhatIfSchema = v.strictObject({
  uncertain: v.exactOptional(v.record(id, UncertaintySchema)),
  correlations: v.exactOptional(
    list(v.strictObject({ lines: v.tuple([id, id]), rank: within(-1, 1) }), MOST_CORRELATIONS),
  ),
  draws: v.exactOptional(v.strictObject({ runs: whole(1, MOST_RUNS), seed: whole(0, MOST_SEED) })),
  futures: v.exactOptional(v.strictObject({ ...asked, atLeast: v.exactOptional(number) })),
  tornado: v.exactOptional(AskedSchema),
  table: v.exactOptional(
    v.strictObject({
      inputs: v.pipe(
        list(v.pipe(v.strictObject({ ...asked, ...bounds, steps: whole(2, MOST_STEPS) }), ascending()), MOST_INPUTS),
        v.minLength(1),
      ),
      results: v.pipe(list(AskedSchema, MOST_RESULTS), v.minLength(1)),
    }),
  ),
});
