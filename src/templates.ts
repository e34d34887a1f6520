import type { Model } from './model/model.ts';
import type { ReadModel } from './modelFile/read.ts';

/** What a list of templates shows of one. */
export type Template = Pick<Model, 'id' | 'name' | 'about'>;

/** Models to begin from: each file of the folder is one, by its name. */
const NAMED = import.meta.glob<Template>('../models/templates/*.yaml', {
  query: '?named',
  import: 'default',
  eager: true,
});
const MODELS = import.meta.glob<ReadModel>('../models/templates/*.yaml', { query: '?model', import: 'default' });

/** All templates, in the order of their files. */
export const TEMPLATES: readonly Template[] = Object.values(NAMED);

/** A template as its file has it. @throws Error where it can't be loaded, or there is none of that id */
export async function loadTemplate(id: string): Promise<ReadModel> {
  const load = MODELS[`../models/templates/${id}.yaml`];
  if (!load) throw new Error(`there is no template "${id}"`);
  return load();
}
