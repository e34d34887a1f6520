import type { Document } from '../../document/document.ts';
import type { Opened } from '../../document/transaction.ts';
import { freshKey } from '../../io/freshKey.ts';
import type { Info } from '../../io/kept.ts';
import type { Model } from '../../model/model.ts';
import type { Text } from '../../model/text.ts';

/** What is on screen, as the keeper is told of it. */
export interface Seen {
  /** As it was opened: another object once another document is. */
  readonly opened: Opened;
  readonly document: Document;
  readonly shipped: Model;
  /** Its place in the list if it has none yet: it may have been rescued there. */
  readonly info?: Info;
}

/** How a document is called before somebody names it: as its own model is. */
export const ownName = ({ own }: Document): string => own?.name.en ?? '';

/** The place in the list of a document that is changed for the first time, before the keeper is there. */
export const firstInfo = (name: string): Info => {
  const now = Date.now();
  return { id: freshKey(), name, model: '', createdAt: now, changedAt: now, revision: 0 };
};

/** How a document is called until a person names it: as the first scenario of its own, else as its model. */
export const calledAs = ({ own, scenarios }: Document, shipped: Model): Text | string =>
  own?.name ?? scenarios.find(({ id }) => !shipped.scenarios.some((one) => one.id === id))?.name ?? shipped.name;

/** Of which model a document is, and how it is called, as its place in the list tells. */
export const modelInfo = (document: Document, shipped: Model): Pick<Info, 'model' | 'modelName' | 'called'> => ({
  model: shipped.id,
  ...(document.own ? { modelName: shipped.name } : {}),
  called: calledAs(document, shipped),
});
