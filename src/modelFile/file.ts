import { type Printed, treeOf } from './print.ts';
import { NotAModel } from './problems.ts';
import { documentOf, parseText, type ReadModel, readModelFile } from './read.ts';
import { writeYaml } from './writer.ts';

/** What was opened; undefined where it can't be read any more. */
function opened(source: string, id: string): ReadModel | undefined {
  try {
    return readModelFile(source, id);
  } catch (error) {
    if (error instanceof NotAModel) return undefined;
    throw error;
  }
}

/**
 * A model as the text of its file: that from which it was opened, to the last letter, where nothing was changed since; else in
 * its canonical form, with the comments of that file at what is still there, and with the pieces by which formulas were written
 * that are as they were. Lines that a block made stand one by one then.
 */
export function printModelFile(printed: Printed): string {
  const { source, id } = printed.model;
  const read = source === undefined ? undefined : opened(source, id);
  if (source === undefined || !read) return writeYaml(treeOf(printed));
  const { pieces } = read;
  const tree = treeOf({ ...printed, ...(pieces ? { pieces } : {}) });
  const before = treeOf({ ...read, scenarios: documentOf(read).scenarios });
  return JSON.stringify(before) === JSON.stringify(tree) ? source : writeYaml(tree, parseText(source).comments());
}
