import { checkSaved, parseData } from '../document/saved.ts';
import type { Saved } from '../document/schema.ts';

/** The ending of a document's file. */
export const ENDING = '.foresheet.json';

/** By what a file of ours is known, before anything else in it is looked at. */
const APP = 'foresheet';

/** The file of another program, or of none. */
export class ForeignFile extends Error {
  constructor() {
    super(`a document begins with {"app": "${APP}"}`);
    this.name = 'ForeignFile';
  }
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** A document as the text of its file: what is kept of it, behind the name of the app. */
export const writeDocument = (saved: Saved): string => `${JSON.stringify({ app: APP, ...saved }, null, 1)}\n`;

/**
 * The text of a file as what is kept of a document. One without the name of the app is taken where it is a document in
 * every other respect, as other parts of the app write it.
 * @throws ForeignFile, NotADocument with the path of what is wrong, NotYetKnown for a newer format
 */
export function readDocument(text: string): Saved {
  const data = parseData(text.replace(/^\uFEFF/, ''));
  if (!isRecord(data)) throw new ForeignFile();
  const { app, ...saved } = data;
  const isForeign = app === undefined ? !('format' in saved && 'scenarios' in saved) : app !== APP;
  if (isForeign) throw new ForeignFile();
  return checkSaved(saved);
}
