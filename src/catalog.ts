import guangdong from '../models/guangdong.ts';
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

/** The models that are loaded when they are chosen, in the order of the chooser, behind the one that opens. */
const OTHERS: readonly (CatalogEntry & { readonly load: () => Promise<{ readonly default: Model }> })[] = [
  {
    id: 'china',
    name: { en: 'China’s AI industry', zh: '全国人工智能产业' },
    load: () => import('../models/china.ts'),
  },
  { id: 'regions', name: { en: 'Regions compared', zh: '地区比较' }, load: () => import('../models/regions.ts') },
  {
    id: 'shanghai',
    name: { en: 'Shanghai’s eleven measures', zh: '上海11条措施' },
    load: () => import('../models/shanghai.ts'),
  },
];

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
  const first = resolveModel(guangdong, seeds.figures);
  return {
    seeds,
    first,
    entries: [first, ...OTHERS].map(({ id, name }) => ({ id, name })),
    load: async (id, version) => {
      const other = OTHERS.find((entry) => entry.id === id);
      if (id !== first.id && !other) throw new UnknownModel(id);
      const today = other ? resolveModel((await other.load()).default, seeds.figures) : first;
      return version === undefined || version === today.version ? today : past(id, version);
    },
  };
}

/**
 * What is wrong with the shipped models and with how the chooser names them; the build fails on any.
 * @throws Error where a model names a figure that the seeds do not have.
 */
export async function validateCatalog(): Promise<readonly string[]> {
  const loaded = await Promise.all(OTHERS.map(async (entry) => ({ entry, model: (await entry.load()).default })));
  const misnamed = loaded.flatMap(({ entry, model }) =>
    entry.id === model.id && entry.name.en === model.name.en && entry.name.zh === model.name.zh
      ? []
      : [`src/catalog.ts: the entry "${entry.id}" names the model otherwise than models/${model.id}.ts`],
  );
  const problems = [guangdong, ...loaded.map(({ model }) => model)].flatMap(checkModel).map(problemText);
  if (problems.length > 0) return [...problems, ...misnamed];
  const { load, entries } = loadCatalog();
  for (const { id } of entries) await load(id);
  return misnamed;
}
