import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { Comments, type Path } from './comments.ts';
import { brief, type Fault, type FileProblem, MOST_PROBLEMS, NotAModel, type SyntaxFault } from './problems.ts';

/** A file as plain data: texts, numbers, true and false, lists, and objects by their keys in order. */
export type Data = string | number | boolean | readonly Data[] | { readonly [key: string]: Data };

/** Names by which JavaScript reaches what is no data. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** A number that is written as JavaScript writes it: any other text of digits stays a text, so that none of them is lost. */
const isNumber = (text: string): boolean =>
  /^-?\d/.test(text) && String(Number(text)) === text && Number.isFinite(Number(text));

/** Brackets within brackets, and indents within indents, that a model has no use for. */
const DEEPEST = 40;

/** How deep the flow brackets of a text go, whatever is quoted; the place of the first that is too deep. */
function tooDeep(text: string): number | undefined {
  for (let i = 0, depth = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth = Math.max(0, depth - 1);
    else if (sign === '\n' && /[\w-]/.test(text[i + 1] ?? '')) depth = 0;
    if (depth > DEEPEST) return i;
  }
  return undefined;
}

/** Indented lists of lists in one line: `- - - -`. */
const DASHES = new RegExp(`^[ ]*(- ){${DEEPEST},}`, 'm');

function faultOf(code: string, source: string, at: number): SyntaxFault {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const end = source.indexOf('\n', at);
  const line = source.slice(start, end < 0 ? undefined : end);
  // A formula that begins with a brace, or holds one, and has no quotes.
  if (/:\s+\{[^{}:]*\}\s*[-+*/^&<>=,)]/.test(line) && !/["']\s*\{/.test(line)) return 'brace';
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'tab';
    case 'BAD_INDENT':
      return 'indent';
    case 'MISSING_CHAR':
      return 'open';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'colon';
    case 'BAD_SCALAR_START':
      return 'sign';
    case 'MULTIPLE_DOCS':
      return 'documents';
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return 'alias';
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return 'tag';
    default:
      // In a flow: `{note: see: this}`.
      return /^[^,{}[\]"']*:\s/.test(source.slice(at, end < 0 ? undefined : end)) ? 'colon' : 'syntax';
  }
}

/** Where a text was cut by a sign that YAML takes for a comment, in the line of a place or the one before it. */
function cutBefore(source: string, at: number): number | undefined {
  const start = source.lastIndexOf('\n', source.lastIndexOf('\n', at - 1) - 1) + 1;
  const found = /[:,][^\n"'#]*[^\s"'#][ \t]+#[^\s#!]/.exec(source.slice(start, at));
  return found ? start + found.index + found[0].length - 2 : undefined;
}

/** A text of YAML or JSON as data, with where each part of it stands. */
export class Parsed {
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;
  readonly problems: FileProblem[] = [];
  #places: ReadonlyMap<string, Path> = new Map();
  readonly data: Data;

  /** @throws NotAModel where it is neither YAML nor JSON, or says something twice or not at all */
  constructor(readonly source: string) {
    this.#scan();
    try {
      this.#document = parseDocument(source, {
        schema: 'failsafe',
        // The check of the parser compares each key with all others.
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'error',
        lineCounter: this.#lines,
      });
    } catch (error) {
      // Its recursion went too deep.
      if (!(error instanceof RangeError)) throw error;
      this.fail({ kind: 'yaml', fault: 'deep', text: '' }, 0);
    }
    const [error] = this.#document.errors;
    if (error) {
      const at = Math.min(error.pos[0], source.length);
      const cut = cutBefore(source, at);
      if (cut !== undefined) this.fail({ kind: 'hash', text: this.#from(cut) }, cut);
      this.fail({ kind: 'yaml', fault: faultOf(error.code, source, at), text: this.#from(at) }, at);
    }
    this.data = this.#value(this.#document.contents, 0);
    this.throwAny();
  }

  /** What a reader must not even begin with. */
  #scan(): void {
    const at = tooDeep(this.source) ?? DASHES.exec(this.source)?.index;
    // The lines are counted by the parser, which is not asked here.
    if (at === undefined) return;
    const before = this.source.slice(0, at).split('\n');
    throw new NotAModel([
      { kind: 'yaml', fault: 'deep', text: '', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    ]);
  }

  #from = (at: number): string => brief(this.source.slice(at, at + 80).split('\n')[0] ?? '');

  /** Says where lines stand that blocks made: by their ids. */
  moved(places: ReadonlyMap<string, Path>): void {
    this.#places = places;
  }

  /** Whether the file itself has something at a path. */
  has(path: Path): boolean {
    let node: unknown = this.#document.contents;
    for (const step of path) node = isMap(node) ? node.get(String(step)) : undefined;
    return node !== undefined;
  }

  report(fault: Fault, at: number): void {
    if (this.problems.length >= MOST_PROBLEMS) return;
    const { line, col } = this.#lines.linePos(at);
    const place = { line: Math.max(1, line), column: Math.max(1, col) };
    const isTold = this.problems.some((p) => p.line === place.line && p.column === place.column);
    if (!isTold) this.problems.push({ ...fault, ...place });
  }

  fail(fault: Fault, at: number): never {
    this.report(fault, at);
    throw new NotAModel(this.problems);
  }

  /** @throws NotAModel where something was reported */
  throwAny(): void {
    if (this.problems.length === 0) return;
    throw new NotAModel([...this.problems].sort((a, b) => a.line - b.line || a.column - b.column));
  }

  /** Reports what is wrong with a value, or, of `key`, with its key; with the nearest place where there is no such. */
  at(path: Path, fault: Fault, of: 'key' | 'value' = 'value', offset?: number): void {
    let node: unknown = this.#document.contents;
    let place = 0;
    const moved = path[0] === 'lines' ? this.#places.get(String(path[1])) : undefined;
    const steps = moved ? [...moved, ...path.slice(2)] : path;
    steps.forEach((step, i) => {
      const isLast = i === steps.length - 1;
      if (isMap(node)) {
        const pair = (node.items as Pair<unknown, unknown>[]).find(({ key }) => keyText(key) === String(step));
        if (!pair) return;
        node = pair.value;
        place = (isLast && of === 'key' ? startOf(pair.key) : startOf(pair.value)) ?? startOf(pair.key) ?? place;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        place = startOf(node) ?? place;
      }
    });
    // Behind the quote that opens a text. Within one that is escaped or folded the offset is not exact.
    const quote = offset !== undefined && isScalar(node) && /^["']/.test(this.source[place] ?? '') ? 1 : 0;
    this.report(fault, place + (offset ?? 0) + quote);
  }

  #value(node: unknown, depth: number): Data {
    if (depth > DEEPEST) this.fail({ kind: 'yaml', fault: 'deep', text: '' }, startOf(node) ?? 0);
    if (isAlias(node)) {
      this.report({ kind: 'yaml', fault: 'alias', text: this.#from(startOf(node) ?? 0) }, startOf(node) ?? 0);
      return '';
    }
    const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string };
    if (anchor !== undefined) this.report({ kind: 'yaml', fault: 'alias', text: `&${anchor}` }, startOf(node) ?? 0);
    const named =
      tag === undefined ? null : /!\S*\s*(&\S+\s*)?$/.exec(this.source.slice(0, startOf(node) ?? 0).slice(-200));
    if (named)
      this.report({ kind: 'yaml', fault: 'tag', text: brief(named[0]) }, (startOf(node) ?? 0) - named[0].length);
    if (isScalar(node)) return this.#scalar(node);
    if (isSeq(node)) return node.items.map((item) => this.#value(item, depth + 1));
    if (isMap(node)) return this.#map(node, depth);
    return '';
  }

  #scalar(node: { type?: string | null; source?: string; value: unknown; range?: readonly number[] | null }): Data {
    const text = String(node.value);
    if (node.type !== 'PLAIN') return text;
    const end = node.range?.[1] ?? 0;
    const cut = /^[ \t]+(#[^\s#!].*)/.exec(this.source.slice(end, end + 80));
    if (cut && text !== '') this.report({ kind: 'hash', text: brief(cut[1] ?? '') }, end + cut[0].indexOf('#'));
    if (text === '' || text === 'null' || text === '~')
      this.report({ kind: 'noValue', slip: 'none', key: '' }, node.range?.[0] ?? 0);
    if (text === 'true' || text === 'false') return text === 'true';
    return isNumber(text) ? Number(text) : text;
  }

  #map(node: { items: unknown[]; flow?: boolean }, depth: number): Data {
    const map: Record<string, Data> = {};
    const keys = new Set<string>();
    const pairs = node.items as Pair<Node | null, Node | null>[];
    for (const [i, { key, value }] of pairs.entries()) {
      const name = keyText(key);
      const at = startOf(key) ?? startOf(value) ?? 0;
      if (name === undefined) {
        this.report({ kind: 'yaml', fault: 'brace', text: this.#from(at) }, at);
        continue;
      }
      if (RESERVED.has(name)) this.report({ kind: 'reserved', key: name }, at);
      else if (keys.has(name)) this.report({ kind: 'twice', key: brief(name) }, at);
      keys.add(name);
      if (isMissing(value))
        this.report({ kind: 'noValue', slip: node.flow ? this.#slipOf(pairs, i) : 'none', key: brief(name) }, at);
      else if (!RESERVED.has(name)) map[name] = this.#value(value, depth + 1);
    }
    return map;
  }

  /** What a key without a value was meant for: `{value: 1,200 customers}`, `first: {start}`. */
  #slipOf(pairs: readonly Pair<unknown, unknown>[], i: number): 'comma' | 'brace' | 'none' {
    const end = (pairs[i]?.key as { range?: readonly number[] } | null)?.range?.[1] ?? 0;
    if (/^\s*:/.test(this.source.slice(end, end + 20))) return 'none';
    return pairs.every(({ value }) => isMissing(value)) ? 'brace' : i > 0 ? 'comma' : 'none';
  }

  /** The comments of the file, by the keys and positions at which they stand. */
  comments(): Comments {
    const found = new Comments();
    const { contents, comment, commentBefore } = this.#document;
    found.head = commentBefore ?? undefined;
    found.foot = comment ?? undefined;
    const visit = (node: unknown, path: Path): void => {
      const isList = isSeq(node);
      if (!isList && !isMap(node)) return;
      const items = node.items as (Pair<Node, Node | null> | Node)[];
      items.forEach((item, i) => {
        const value = (isList ? item : (item as Pair).value) as Node | null;
        const key = isList ? item : (item as Pair<Node>).key;
        const place = [...path, isList ? i : (keyText(key) ?? '')];
        // What stands above the first key of a map, or below its last, belongs to the map.
        if (i === 0) found.add(place, { above: node.flow ? undefined : node.commentBefore });
        const isBlock = (isMap(value) || isSeq(value)) && !value.flow;
        found.add(place, {
          above: isList && isBlock ? undefined : (key as Node).commentBefore,
          behind: isBlock ? undefined : value?.comment,
          below: isBlock ? value?.comment : undefined,
        });
        visit(value, place);
      });
    };
    visit(contents, []);
    return found;
  }
}

const startOf = (node: unknown): number | undefined => (node as { range?: readonly number[] } | null)?.range?.[0];

const keyText = (key: unknown): string | undefined =>
  isScalar(key) ? String(key.value) : typeof key === 'string' ? key : undefined;

const isMissing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (isScalar(value) && value.type === 'PLAIN' && /^(null|~)?$/.test(String(value.value)));
