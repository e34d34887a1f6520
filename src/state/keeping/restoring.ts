import { type Catalog, UnknownModel } from '../../catalog.ts';
import type { Document, Scenario } from '../../document/document.ts';
import { NotADocument, NotYetKnown, OWN_MODEL, ownModel, parseSaved, restore } from '../../document/saved.ts';
import type { Saved } from '../../document/schema.ts';
import type { Model } from '../../model/model.ts';

/** A document with the model that it is of, as it ships. */
export interface Restored {
  readonly model: Model;
  readonly document: Document;
}

/** The model could not be loaded; the document is as good as it was. */
export class ModelNotLoaded extends Error {
  override readonly name = 'ModelNotLoaded';
}

/**
 * The document that a text of the store holds.
 * @throws NotADocument, NotYetKnown for one of a newer version of the app, ModelNotLoaded
 */
export async function restoreText(catalog: Catalog, text: unknown): Promise<Restored> {
  if (typeof text !== 'string') throw new NotADocument('', 'this is no text');
  return restoreSaved(catalog, parseSaved(text));
}

/** The document that data of its saved form is of. @throws as `restoreText` */
export async function restoreSaved(catalog: Catalog, saved: Saved): Promise<Restored> {
  const { id, version } = saved.model;
  if (saved.own) {
    if (!OWN_MODEL.test(id)) throw new NotADocument('model.id', 'a model of one’s own has another id');
    const model = ownModel(id, saved.own, saved.scenarios as readonly Scenario[]);
    return { model, document: restore(saved, model) };
  }
  const model = await catalog.load(id, version).catch((error: unknown) => {
    if (error instanceof UnknownModel) throw new NotYetKnown('model');
    throw new ModelNotLoaded(`the model "${id}" could not be loaded`, { cause: error });
  });
  return { model, document: restore(saved, model) };
}
