import { placedIn } from './placed.ts';
import { type Printed, treeOf } from './print.ts';
import { NotAModel } from './problems.ts';
import { documentOf, parseText, readModelFile } from './read.ts';
import { writeYaml } from './writer.ts';

/** What was opened, as it would be printed; undefined where it can't be read any more. */
function openedTree(source: string, id: string) {
  try {
    const read = readModelFile(source, id);
    const { scenarios } = documentOf(read);
    return treeOf({ ...read, scenarios });
  } catch (error) {
    if (error instanceof NotAModel) return undefined;
    throw error;
  }
}

/**
 * A model as the text of its file: that from which it was opened, to the last letter, where nothing was changed since; else in
 * its canonical form, with the comments of that file at what is still there.
 */
export function printModelFile(printed: Printed): string {
  const tree = treeOf(printed);
  const { source, id } = printed.model;
  const opened = source === undefined ? undefined : openedTree(source, id);
  if (source === undefined || !opened) return writeYaml(tree);
  if (JSON.stringify(opened) === JSON.stringify(tree)) return source;
  const parsed = parseText(source);
  return writeYaml(tree, placedIn(parsed.comments(), tree, parsed.data));
}
