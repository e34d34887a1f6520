import type { Comments, Path } from './comments.ts';

/** A text that stands in quotes whatever it holds: a formula. */
export class Quoted {
  constructor(readonly text: string) {}
}

/** What is written: texts, numbers, lists and keys in their order. */
export type Tree = string | number | boolean | Quoted | readonly Tree[] | { readonly [key: string]: Tree };

/** Letters of a line, above which a map stands on lines of its own. */
const WIDE = 140;

/** What stands in one line where it has room. */
const SHORT = new Set(['answer', 'draws', 'ask']);

/** Signs with which a plain text can't begin, and what it can't hold. */
const BEGINS = /^[\p{L}\p{N}(.+$€£¥~/\\^<=;_-]/u;
const HOLDS = /[{}[\],\n\r\t"]|: |:$| #|^\s|\s$|^- |^-$|^---|^\.\.\.|^[=<]|[^\P{C}]|\p{Zl}|\p{Zp}|\uFEFF/u;
const OTHER = /^(true|false|null|~|-?\d+(\.\d+)?([eE][-+]?\d+)?)$/;

const isMap = (tree: Tree): tree is { readonly [key: string]: Tree } =>
  typeof tree === 'object' && !(tree instanceof Quoted) && !Array.isArray(tree);

/** A text in quotes: escaped where JSON escapes, and for signs that an editor would not show. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function scalar(tree: string | number | boolean | Quoted): string {
  if (tree instanceof Quoted) return quoted(tree.text);
  if (typeof tree !== 'string') return String(tree);
  return BEGINS.test(tree) && !HOLDS.test(tree) && !OTHER.test(tree) ? tree : quoted(tree);
}

/** Keys are texts whatever they look like. */
const keyOf = (key: string): string => (/^\w[\w-]*$/.test(key) ? key : quoted(key));

/** A tree in one line. */
function flow(tree: Tree): string {
  if (Array.isArray(tree)) return `[${tree.map(flow).join(', ')}]`;
  if (isMap(tree))
    return `{${Object.entries(tree)
      .map(([key, value]) => `${keyOf(key)}: ${flow(value)}`)
      .join(', ')}}`;
  return scalar(tree as string);
}

/** Writes a tree as YAML: what fits stands in a line of its own, below each other what does not. */
class YamlWriter {
  readonly #lines: string[] = [];

  constructor(readonly comments: Comments | undefined) {}

  write(tree: { readonly [key: string]: Tree }): string {
    const { head, foot } = this.comments ?? {};
    if (head !== undefined) this.#lines.push(...asComments(head), '');
    this.#map(tree, [], '');
    if (foot !== undefined) this.#lines.push('', ...asComments(foot));
    return `${this.#lines.join('\n')}\n`;
  }

  #map(map: { readonly [key: string]: Tree }, path: Path, indent: string): void {
    // Lines below each other are easier to read where what they say begins in one column.
    const keys = Object.keys(map);
    const isTable = path.length === 1 && !SHORT.has(String(path[0])) && isMap(Object.values(map)[0] ?? '');
    const width = isTable ? Math.min(20, Math.max(...keys.map((key) => keyOf(key).length))) : 0;
    for (const [key, value] of Object.entries(map)) {
      const place = [...path, key];
      this.#above(place, indent);
      const name = `${indent}${`${keyOf(key)}:`.padEnd(width + 1)} `;
      this.#value(name, value, place, `${indent}  `);
    }
  }

  #value(name: string, value: Tree, path: Path, indent: string): void {
    const line = `${name}${flow(value)}`;
    const isTop =
      path.length === 1 && (isMap(value) || Array.isArray(value)) && !SHORT.has(String(path[0])) && !isPlainList(value);
    const behind = this.comments?.at(path)?.behind;
    if (!isTop && (line.length <= WIDE || !(isMap(value) || Array.isArray(value))) && !this.comments?.isWithin(path)) {
      this.#lines.push(behind === undefined ? line : `${line}  #${behind}`);
      return;
    }
    const head = name.trimEnd();
    this.#lines.push(behind === undefined ? head : `${head}  #${behind}`);
    if (Array.isArray(value)) this.#list(value, path, indent);
    else this.#map(value as { readonly [key: string]: Tree }, path, indent);
    for (const text of this.comments?.at(path)?.below ?? []) this.#lines.push(asComment(text, indent));
  }

  #list(list: readonly Tree[], path: Path, indent: string): void {
    list.forEach((item, i) => {
      const place = [...path, i];
      this.#above(place, indent);
      const line = `${indent}- ${flow(item)}`;
      const { behind, below = [] } = this.comments?.at(place) ?? {};
      if (!isMap(item) || (line.length <= WIDE && !this.comments?.isWithin(place)))
        this.#lines.push(behind === undefined ? line : `${line}  #${behind}`);
      else {
        // Behind the item as a whole there is no place once it stands in several lines.
        if (behind !== undefined) this.#lines.push(`${indent}#${behind}`);
        Object.entries(item).forEach(([key, value], j) => {
          const at = [...place, key];
          this.#above(at, j === 0 ? indent : `${indent}  `);
          this.#value(`${indent}${j === 0 ? '- ' : '  '}${keyOf(key)}: `, value, at, `${indent}    `);
        });
      }
      for (const text of below) this.#lines.push(asComment(text, indent));
    });
  }

  #above(path: Path, indent: string): void {
    for (const text of this.comments?.at(path)?.above ?? []) this.#lines.push(asComment(text, indent));
  }
}

const isPlainList = (tree: Tree): boolean => Array.isArray(tree) && tree.every((item) => !isMap(item));
/** A line of a comment; between two of them one may be blank. */
const asComment = (text: string, indent: string): string => (text === '' ? '' : `${indent}#${text}`);
const asComments = (text: string): string[] => text.split('\n').map((line) => asComment(line, ''));

/** A tree as the text of a file. `comments`: those of the file that it was read from, each at its place. */
export const writeYaml = (tree: Tree, comments?: Comments): string =>
  new YamlWriter(comments).write(tree as { readonly [key: string]: Tree });
