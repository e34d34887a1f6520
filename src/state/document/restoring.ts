import { type Catalog, UnknownModel } from '../../catalog.ts';
import { type LoadModel, type Restored, restoreSaved as restoreFrom } from '../../document/restoring.ts';
import type { Saved } from '../../document/schema.ts';
import type { Model } from '../../model/model.ts';

/** The models of a catalog, in every version that was shipped. */
export const modelsOf =
  ({ load }: Catalog): LoadModel =>
  (id, version) =>
    load(id, version).catch((error: unknown) => {
      if (error instanceof UnknownModel) return undefined;
      throw error;
    });

/** The document that was kept, on the version of its model that it was made on. @see restoreFrom */
export const restoreSaved = (catalog: Catalog, saved: Saved, open?: Model): Promise<Restored> =>
  restoreFrom(saved, modelsOf(catalog), open);
