import { Gone } from './gone.ts';
import { placedIn } from './placed.ts';
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
 * that are as they were. Lines that a block made stand one by one then. What formulas name of lines, scenarios and periods
 * that are gone is written as what it is, so that the file can be opened again.
 */
export function printModelFile(given: Printed): string {
  const gone = new Gone(given.model, given.scenarios);
  const lines = given.model.lines.map(gone.line);
  const printed = { ...given, model: { ...given.model, lines }, scenarios: given.scenarios.map(gone.scenario) };
  const { source, id } = printed.model;
  const read = source === undefined ? undefined : opened(source, id);
  if (source === undefined || !read) return writeYaml(treeOf(printed));
  const { pieces } = read;
  const tree = treeOf({ ...printed, ...(pieces ? { pieces } : {}) });
  const before = treeOf({ ...read, scenarios: documentOf(read).scenarios });
  if (JSON.stringify(before) === JSON.stringify(tree)) return source;
  const parsed = parseText(source);
  return writeYaml(tree, placedIn(parsed.comments(), tree, parsed.data));
}
