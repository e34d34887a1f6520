import { NotADocument, NotYetKnown, OWN_MODEL } from '../../document/kept.ts';
import { ModelNotLoaded, type Restored } from '../../document/restoring.ts';
import { readKept } from '../../io/documents.ts';
import { StoreFailed } from '../../io/store.ts';
import type { Model } from '../../model/model.ts';
import type { Keeper } from '../keeping/keeper.ts';
import type { Keeping } from '../keeping/keeping.ts';
import { Library } from '../keeping/library.ts';
import { restoreText } from '../keeping/restoring.ts';
import type { WithEditor } from '../sheet/editor.ts';

/** What brings a page its kept documents, where it keeps any. */
export interface MayKeep extends WithEditor {
  readonly keeping?: Keeping;
}

/** A kept document from which a workbook was made. */
export interface Home {
  readonly id: string;
  readonly name: string;
  /** Whether it is as it was when the workbook was made, so that what was changed in that is a step of it. */
  readonly isSame: boolean;
  /** The names of all documents that are kept, by which another one is told apart. */
  readonly names: readonly string[];
}

/** Documents of one model that are looked through, the last changed first. */
const MOST = 20;

/** ms that the keeper may take to come. */
const PATIENCE = 5_000;

/** The part that keeps documents; undefined where it does not come. */
export function keeperOf({ keeping }: MayKeep): Promise<Keeper | undefined> {
  return new Promise((resolve) => {
    if (!keeping) resolve(undefined);
    else {
      setTimeout(resolve, PATIENCE);
      keeping.keeper.use(resolve);
    }
  });
}

/**
 * The kept document from which a workbook was made: one that is as the workbook has it; else, of a model of a person's own,
 * the one that was changed last. Undefined where none is kept, or the store does not answer.
 */
export async function homeOf(
  app: MayKeep,
  model: Model,
  isSame: (found: Restored) => boolean,
): Promise<Home | undefined> {
  const keeper = await keeperOf(app);
  const { keeping, workspace } = app;
  if (!keeper || !keeping) return undefined;
  try {
    const { documents } = await new Library({ ...app, keeping }, keeper).list();
    const names = documents.map(({ name }) => name);
    const mine = documents.filter((info) => info.model === model.id).slice(0, MOST);
    for (const { id, name } of mine) {
      const kept = await readKept(keeper.ports.store, id);
      const found = await restoreText(workspace.catalog, kept?.text).catch(unreadable);
      if (found && isSame(found)) return { id, name, isSame: true, names };
    }
    const [newest] = OWN_MODEL.test(model.id) ? mine : [];
    return newest && { id: newest.id, name: newest.name, isSame: false, names };
  } catch (error) {
    if (error instanceof StoreFailed) return undefined;
    throw error;
  }
}

/** What can't be opened is no home; who opens it is told why. */
function unreadable(error: unknown): undefined {
  const isKnown = error instanceof NotADocument || error instanceof NotYetKnown || error instanceof ModelNotLoaded;
  if (!isKnown) throw error;
}
