import type { Catalog } from '../../catalog.ts';
import type { Restored } from '../../document/restoring.ts';
import { NotADocument, parseSaved } from '../../document/saved.ts';
import type { Model } from '../../model/model.ts';
import { restoreSaved } from '../document/restoring.ts';

/**
 * The document that a text of the store holds. `open`: the model that is open, whose lines it shares if it is of that one.
 * @throws NotADocument, NotYetKnown for one of a newer version of the app, ModelNotLoaded
 */
export async function restoreText(catalog: Catalog, text: unknown, open?: Model): Promise<Restored> {
  if (typeof text !== 'string') throw new NotADocument('', 'this is no text');
  return restoreSaved(catalog, parseSaved(text), open);
}
