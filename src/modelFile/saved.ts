import { checkSaved, save } from '../document/saved.ts';
import type { Saved } from '../document/schema.ts';
import type { FileProblem } from '../model/fileFault.ts';
import { NotAModel } from './problems.ts';
import { documentOf, readModelFile } from './read.ts';

/**
 * The file of a model as a document of it, that has gone through the one door of documents; or what is wrong in it, and where.
 * @throws NotADocument for what the form of the file lets through and that of documents does not
 */
export function readAsSaved(text: string, id: string): Saved | { readonly problems: readonly FileProblem[] } {
  try {
    const read = readModelFile(text, id);
    return checkSaved(save(documentOf(read), read.model));
  } catch (error) {
    if (error instanceof NotAModel) return { problems: error.problems };
    throw error;
  }
}
