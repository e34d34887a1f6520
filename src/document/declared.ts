import type { Model } from '../model/model.ts';
import type { Declared } from './declaredSchema.ts';

type Key = keyof Declared;
const KEYS: readonly Key[] = ['charts', 'answer', 'warnings', 'known', 'exchange', 'currency', 'slug', 'source'];

/** What a model of a person's own declares, from what was kept of it. `charts`: the lines that it charts. */
export const declares = (charts: readonly string[], kept: Declared = {}): Pick<Model, Key> =>
  ({
    charts: charts.map((line) => ({ line })),
    answer: { line: charts[0] ?? '', terms: {}, clauses: [] },
    warnings: [],
    known: ['latest'],
    exchange: '',
    ...kept,
  }) as Pick<Model, Key>;

/** What a model declares that is not as it would be if it declared nothing; undefined where there is no such thing. */
export function declaredOf(model: Model): Declared | undefined {
  const plain = declares(model.charts.map(({ line }) => line));
  const own = KEYS.filter((key) => JSON.stringify(model[key]) !== JSON.stringify(plain[key]));
  return own.length > 0 ? (Object.fromEntries(own.map((key) => [key, model[key]])) as Declared) : undefined;
}
