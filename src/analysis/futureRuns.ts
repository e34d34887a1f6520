import { Draws } from '../chance/draws.ts';
import { quantileOf } from '../chance/shapes.ts';
import type { FuturesQuestion, WorkbookSpec } from '../engine/port.ts';
import { evaluateAll, type Means } from './settings.ts';

/** Runs that are drawn at once. */
const STRETCH = 10_000;

/** Some futures run by run: the same ones as are told of, in the order in which they are drawn. */
export interface Runs {
  /** The first of them, from 0 on. */
  readonly from: number;
  readonly count: number;
  /** By drawn cell, what it holds in each. */
  readonly inputs: readonly Float64Array[];
  /** By result, what it comes to in each; NaN where that is no number. */
  readonly results: readonly Float64Array[];
}

/** By cell, what it holds in some runs. */
export function drawnIn({ plan, drawn }: FuturesQuestion, from: number, count: number): Float64Array[] {
  const draws = new Draws(plan, from + 1, count);
  return drawn.map(({ uncertainty, held, variable, at, isWhole }) => {
    const quantile = quantileOf(uncertainty, held, isWhole);
    if (typeof quantile === 'string') throw new Error(`nothing can be drawn: ${quantile}`);
    return (quantile.of === 'part' ? draws.parts(variable, at) : draws.scores(variable, at)).map(quantile.at);
  });
}

/** The first so many futures of a question, a stretch after the other. `spec`: of the document that it is asked of. @throws EngineStopped */
export async function* runsOf(
  spec: WorkbookSpec,
  question: FuturesQuestion,
  runs: number,
  means: Means,
): AsyncGenerator<Runs> {
  const cells = question.drawn.map(({ cell }) => cell);
  const { results } = question;
  for (let from = 0; from < runs; from += STRETCH) {
    const count = Math.min(STRETCH, runs - from);
    const inputs = drawnIn(question, from, count);
    const settings = new Float64Array(inputs.length * count);
    for (const [i, own] of inputs.entries()) settings.set(own, i * count);
    const { values } = await evaluateAll(spec, { inputs: cells, results, settings, count }, means);
    yield { from, count, inputs, results: results.map((_, i) => values.subarray(i * count, (i + 1) * count)) };
  }
}
