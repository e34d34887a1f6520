import type { Model } from '../model/model.ts';
import type { Declared } from './declaredSchema.ts';

/** What a model declares that is not as it would be if it declared nothing; undefined where there is no such thing. */
export function declaredOf(model: Model): Declared | undefined {
  const { charts, answer, warnings, known, exchange, currency, slug, source } = model;
  const isPlainAnswer =
    answer.line === (charts[0]?.line ?? '') && answer.target === undefined && answer.clauses.length === 0;
  const declared = {
    ...(charts.some((chart) => Object.keys(chart).length > 1) ? { charts } : {}),
    ...(isPlainAnswer ? {} : { answer }),
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(known.length === 1 && known[0] === 'latest' ? {} : { known }),
    ...(exchange === '' ? {} : { exchange }),
    ...(currency === undefined ? {} : { currency }),
    ...(slug === undefined ? {} : { slug }),
    ...(source === undefined ? {} : { source }),
  };
  return Object.keys(declared).length > 0 ? (declared as Declared) : undefined;
}

type Declares = Pick<Model, 'charts' | 'answer' | 'warnings' | 'known' | 'exchange' | 'currency' | 'slug' | 'source'>;

/** What a model of a person's own declares, from what was kept of it. `charts`: the lines that it charts. */
export const declares = (charts: readonly string[], kept: Declared = {}): Declares =>
  ({
    charts: charts.map((line) => ({ line })),
    answer: { line: charts[0] ?? '', terms: {}, clauses: [] },
    warnings: [],
    known: ['latest'],
    exchange: '',
    ...kept,
  }) as Declares;
