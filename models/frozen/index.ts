import type { Model } from '../../src/model/model.ts';

/**
 * Every version of every shipped model, with its figures filled in, as it stood when it was shipped. A link names the
 * lines of its model by their place in the version that it was made on, so a file here is never changed and never
 * removed. `npm run freeze` adds one for a new version.
 */
const FROZEN = import.meta.glob<Model>('./*.json', { import: 'default' });

/** A version of a model as it was shipped; undefined where there was none. */
export const frozen = async (id: string, version: number): Promise<Model | undefined> =>
  FROZEN[`./${id}-${version}.json`]?.();
