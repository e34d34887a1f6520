import type { Model } from '../model/model.ts';
import type { Document, Scenario } from './document.ts';
import { NotADocument, NotYetKnown, OWN_MODEL, ownModel, restore } from './kept.ts';
import type { Saved } from './schema.ts';

/** A document with the model that it is of, as it ships. */
export interface Restored {
  readonly model: Model;
  readonly document: Document;
}

/** A shipped model of a version; undefined for one that this version of the app does not have. */
export type LoadModel = (id: string, version: number) => Promise<Model | undefined>;

/** The model could not be loaded; the document is as good as it was. */
export class ModelNotLoaded extends Error {
  override readonly name = 'ModelNotLoaded';
}

/**
 * The document that was kept, on the version of its model that it was made on. Whatever is opened comes this way, be it
 * of a file, a link or the store, so that it shows the numbers that were seen when it was made.
 * @param open the model that is open: where the document is of that one, it shares its lines
 * @throws NotADocument, NotYetKnown for a model or a version that is not here, ModelNotLoaded
 */
export async function restoreSaved(saved: Saved, load: LoadModel, open?: Model): Promise<Restored> {
  const { id, version } = saved.model;
  if (OWN_MODEL.test(id) !== (saved.own !== undefined))
    throw new NotADocument('model.id', 'a model of one’s own has an id of its own, and comes with its document');
  const model = open?.id === id && open.version === version ? open : await modelOf(saved, load);
  return { model, document: restore(saved, model) };
}

async function modelOf({ model: { id, version }, own, scenarios }: Saved, load: LoadModel): Promise<Model> {
  if (own) return ownModel(id, own, scenarios as readonly Scenario[]);
  const model = await load(id, version).catch((error: unknown) => {
    throw new ModelNotLoaded(`the model "${id}" could not be loaded`, { cause: error });
  });
  if (!model) throw new NotYetKnown('model');
  return model;
}
