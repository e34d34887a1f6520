import type { ChartSpec, Model } from '../model/model.ts';
import { distinct } from './charts.ts';
import type { Declared } from './declaredSchema.ts';

type Key = keyof Declared;
const KEYS: readonly Key[] = ['charts', 'answer', 'warnings', 'known', 'exchange', 'currency', 'slug', 'source'];

/** What a model of a person's own declares, from what was kept of it. `charts`: the lines that it charts. */
export const declares = (charts: readonly string[], { charts: drawn, ...kept }: Declared = {}): Pick<Model, Key> =>
  ({
    charts: distinct((drawn as readonly ChartSpec[] | undefined) ?? charts.map((line) => ({ line }))),
    answer: { line: charts[0] ?? '', terms: {}, clauses: [] },
    warnings: [],
    known: ['latest'],
    exchange: '',
    ...kept,
  }) as Pick<Model, Key>;

/** A model is never changed in place, and is asked at every save; the text of its file alone may have some MB. */
const known = new WeakMap<Model, Declared | undefined>();

/** What a model declares that is not as it would be if it declared nothing; undefined where there is no such thing. */
export function declaredOf(model: Model): Declared | undefined {
  if (!known.has(model)) known.set(model, declaredIn(model));
  return known.get(model);
}

function declaredIn(model: Model): Declared | undefined {
  const plain = declares(model.charts.map(({ line }) => line));
  const own = KEYS.filter((key) => key !== 'source' && JSON.stringify(model[key]) !== JSON.stringify(plain[key]));
  if (model.source !== plain.source) own.push('source');
  return own.length > 0 ? (Object.fromEntries(own.map((key) => [key, model[key]])) as Declared) : undefined;
}
