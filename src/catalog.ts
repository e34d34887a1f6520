import opening from '../models/guangdong.yaml?model';
import figures from '../seeds/figures.csv?checked';
import sources from '../seeds/sources.csv?checked';
import { resolveModel } from './evidence/resolve.ts';
import type { Seeds } from './evidence/seeds.ts';
import { checkModel, problemText } from './model/check.ts';
import type { Model } from './model/model.ts';
import type { Text } from './model/text.ts';

/** A model as the chooser knows it. */
export interface CatalogEntry {
  readonly id: string;
  readonly name: Text;
}

/** What the app knows before anybody edits: the model that opens, those that can be chosen, and the seeds. */
export interface Catalog {
  readonly seeds: Seeds;
  readonly first: Model;
  readonly entries: readonly CatalogEntry[];
  /**
   * A model with its figures filled in, or a version of it as it was shipped.
   * @throws UnknownModel for one that this version of the app does not have, Error where it can't be loaded.
   */
  readonly load: (id: string, version?: number) => Promise<Model>;
}

/** There is no such model, or no such version of it: perhaps in a newer version of the app. */
export class UnknownModel extends Error {
  constructor(id: string, version?: number) {
    super(`there is no model "${id}"${version === undefined ? '' : ` of version ${version}`}`);
    this.name = 'UnknownModel';
  }
}

/** What each file of `models/` is called, and its model, which is loaded when it is chosen but for the one that opens. */
const NAMES = import.meta.glob<Text>('../models/*.yaml', { query: '?named', import: 'name', eager: true });
const MODELS = import.meta.glob<ShippedModel>(['../models/*.yaml', '!../models/guangdong.yaml'], {
  query: '?model',
  import: 'default',
});

type ShippedModel = typeof opening;

const pathOf = (id: string): string => `../models/${id}.yaml`;

/** In the order of the chooser: the one that opens, then by the names of the files. */
const ENTRIES: readonly CatalogEntry[] = Object.entries(NAMES)
  .map(([path, name]) => ({ id: path.slice('../models/'.length, -'.yaml'.length), name }))
  .sort((a, b) => Number(b.id === opening.model.id) - Number(a.id === opening.model.id));

/** A version of before, with the figures of its day. @throws UnknownModel */
async function past(id: string, version: number): Promise<Model> {
  const { frozen } = await import('../models/frozen/index.ts');
  const found = await frozen(id, version);
  if (!found) throw new UnknownModel(id, version);
  return found;
}

/** The records of a seed file, which was checked as the page was built. */
const byId = <T extends { readonly id: string }>({ keys, rows }: typeof figures): ReadonlyMap<string, T> =>
  new Map(
    rows.map((row) => {
      const record = Object.fromEntries(keys.map((key, i) => [key, row[i]])) as unknown as T;
      return [record.id, record];
    }),
  );

/**
 * Reads the seeds and the model that opens. That nothing is wrong with them the build has seen to.
 * @throws Error where a model names a figure that the seeds do not have
 */
export function loadCatalog(): Catalog {
  const seeds: Seeds = { figures: byId(figures), sources: byId(sources) };
  const first = resolveModel(opening.model, seeds.figures);
  return {
    seeds,
    first,
    entries: ENTRIES,
    load: async (id, version) => {
      const other = Object.hasOwn(MODELS, pathOf(id)) ? MODELS[pathOf(id)] : undefined;
      const today = id === first.id ? first : other && resolveModel((await other()).model, seeds.figures);
      if (!today) throw new UnknownModel(id);
      return version === undefined || version === today.version ? today : past(id, version);
    },
  };
}

/**
 * What is wrong with the shipped models; the build fails on any.
 * @throws Error where a model names a figure that the seeds do not have, or its file can't be read.
 */
export async function validateCatalog(): Promise<readonly string[]> {
  const read = await Promise.all(Object.values(MODELS).map((load) => load()));
  const problems = [opening, ...read].flatMap(({ model }) => checkModel(model)).map(problemText);
  if (problems.length > 0) return problems;
  const { load, entries } = loadCatalog();
  for (const { id } of entries) await load(id);
  return [];
}
