import { checkSaved, parseData } from '../document/saved.ts';
import type { Saved } from '../document/schema.ts';
import { APP } from './json.ts';

/** The file of another program, or of none. */
export class ForeignFile extends Error {
  constructor() {
    super(`a document begins with {"app": "${APP}"}`);
    this.name = 'ForeignFile';
  }
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/**
 * The text of a file as what is kept of a document. One without the name of the app is taken where it looks like a
 * document in every other respect, as other parts of the app write it.
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
