import { Comments, type CommentsAt, type Path } from './comments.ts';
import type { Tree } from './writer.ts';
import type { Data } from './yaml.ts';

type Some = Tree | Data | undefined;

const isList = (tree: Some): tree is readonly (Tree | Data)[] => Array.isArray(tree);
const within = (tree: Some, step: string | number): Some =>
  typeof tree === 'object' && Object.hasOwn(tree, step) ? (tree as Readonly<Record<string, Tree>>)[step] : undefined;

/** By what an item of a list is known again, whatever else of it changed: its check, its first line, its text, its cell, its pair. */
function nameOf(item: Some): string {
  const [check, lines, text, cell] = ['check', 'lines', 'text', 'cell'].map((key) => within(item, key));
  const pair = isList(item) ? item.slice(0, 2) : item;
  const name = check ?? (isList(lines) ? lines[0] : undefined) ?? text ?? cell ?? pair;
  return JSON.stringify(typeof name === 'number' ? String(name) : name);
}

/** Where an item of a list stands in a newer one: as it was, or by its name; undefined where it is gone. */
function indexIn(list: readonly Some[], old: readonly Some[], index: number): number | undefined {
  for (const by of [JSON.stringify, nameOf]) {
    const name = by(old[index]);
    let nth = old.slice(0, index).filter((item) => by(item) === name).length;
    const found = list.findIndex((item) => by(item) === name && nth-- === 0);
    if (found >= 0) return found;
  }
  return undefined;
}

/** The entries of a map have names, those of a line are what it says. */
const ENTRIES = 2;

/**
 * Where a comment goes in what is printed; `isWhole`: its own place is there. What a line or another entry does not say any
 * more leaves its comment above the entry. Undefined where the entry itself is gone.
 */
function placeIn(
  tree: Tree,
  source: Data,
  path: Path,
): { readonly place: Path; readonly isWhole: boolean } | undefined {
  const [section, at] = path;
  // Warnings that can stand at their checks do.
  if (section === 'warnings' && at !== undefined && within(tree, 'warnings') === undefined) {
    const check = within(within(within(source, 'warnings'), at), 'check');
    const isThere = typeof check === 'string' && within(within(tree, 'lines'), check) !== undefined;
    return isThere ? { place: ['lines', check], isWhole: false } : undefined;
  }
  const place: (string | number)[] = [];
  let now: Some = tree;
  let was: Some = source;
  for (const step of path) {
    const index: string | number | undefined = isList(now) && isList(was) ? indexIn(now, was, Number(step)) : step;
    const next: Some = index === undefined ? undefined : within(now, index);
    if (index === undefined || next === undefined)
      return index !== undefined && place.length >= ENTRIES ? { place, isWhole: false } : undefined;
    place.push(index);
    now = next;
    was = within(was, step);
  }
  return { place, isWhole: true };
}

const textsOf = ({ above, behind, below }: CommentsAt): readonly string[] => [
  ...above,
  ...(behind === undefined ? [] : [behind]),
  ...below,
];

/**
 * The comments of a file at their places in what is printed.
 * @param source the file as data
 */
export function placedIn(comments: Comments, tree: Tree, source: Data): Comments {
  const placed = new Comments();
  placed.head = comments.head;
  placed.foot = comments.foot;
  for (const [path, texts] of comments.all()) {
    const found = placeIn(tree, source, path);
    if (found) placed.put(found.place, found.isWhole ? texts : { above: textsOf(texts), behind: undefined, below: [] });
  }
  return placed;
}
