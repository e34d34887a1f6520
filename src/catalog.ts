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

/** What is wrong with the shipped models, each by file, line id and position; the build fails on any. */
export const validateCatalog = (): readonly string[] => MODELS.flatMap(checkModel).map(problemText);

/**
 * Reads and checks seeds and models.
 * @throws SeedError by file and line, or Error naming what is wrong with a model.
 */
export function loadCatalog(): Catalog {
  const seeds = readSeeds(figureRows, sourceRows);
  const problems = validateCatalog();
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { seeds, models: MODELS.map((model) => resolveModel(model, seeds.figures)) };
}
