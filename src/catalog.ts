import china from '../models/china.ts';
import guangdong from '../models/guangdong.ts';
import regions from '../models/regions.ts';
import shanghai from '../models/shanghai.ts';
import figureRows from '../seeds/figures.csv?rows';
import sourceRows from '../seeds/sources.csv?rows';
import { resolveModel } from './evidence/resolve.ts';
import { readSeeds, type Seeds } from './evidence/seeds.ts';
import { checkModel, problemText } from './model/check.ts';
import type { Model } from './model/model.ts';

/** What the app knows before anybody edits: its models with their figures filled in, and its seeds. */
export interface Catalog {
  readonly models: readonly Model[];
  readonly seeds: Seeds;
}

/** The shipped models, in the order of the chooser; the first one opens. */
const MODELS: readonly Model[] = [guangdong, china, regions, shanghai];

/**
 * Reads and checks seeds and models.
 * @throws SeedError, or Error naming file, line id and position of everything that is wrong with a model.
 */
export function loadCatalog(): Catalog {
  const seeds = readSeeds(figureRows, sourceRows);
  const problems = MODELS.flatMap(checkModel);
  if (problems.length > 0) throw new Error(problems.map(problemText).join('\n'));
  return { seeds, models: MODELS.map((model) => resolveModel(model, seeds.figures)) };
}
